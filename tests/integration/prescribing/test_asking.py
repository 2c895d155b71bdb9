"""Somebody asks to prescribe, a moderator decides, and nothing tells anybody whose address is known."""

from collections.abc import Iterator
from datetime import date

import pytest
from bs4 import Tag
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import OutsideIdentity, Role
from accounts.queries import find_account
from core.events import events_of
from prescribing.choices import PracticeKind, PrescriberState
from prescribing.models import Practice, Prescriber
from prescribing.practices import asking
from prescribing.practices.asking import Workplace
from prescribing.practices.queries import told_elsewhere
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.practices import (
    MOSS,
    ORGNR,
    make_prescriber,
    save_counts,
    save_practice,
    sign_in_prescriber,
)
from tests.support.signing_in import sign_in, sign_out
from web.limits import limiter

DOCTOR, COLLEAGUE, MODERATOR = "lege@kontor.example", "annen@kontor.example", "mod@example.org"
ASKED = {"kind": "gp", "place": "Moss", "orgnr": ""}
DECIDING = "/moderering/praksiser"
UNREADABLE = ("i går", "2026-11-26 gp 3103 ", "2026-11-26T12:00+01:00 gp \0 \0", "")


@pytest.fixture(autouse=True)
def nobody_has_asked(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def ask(client: PageClient, session: Session, email: str = DOCTOR, **told: str) -> None:
    """Ask by mail and press the button of the link, as somebody who is then signed in."""
    client.submit("/resept/bli-med", email=email, **(ASKED | told))
    client.submit(link_mailed_to(session, email))


def prescriber(session: Session, email: str = DOCTOR) -> Prescriber:
    session.expire_all()
    account = find_account(session, email)
    assert account
    return session.get_one(Prescriber, account.id)


def press(client: PageClient, page: str, action: str) -> int:
    """Press the button that leads to an address ending in ``action``; return the status."""
    (form,) = client.page(page).select(f"main form[action$='{action}']")
    return client.post(str(form["action"]), data=sent_by(form)).status_code


def sent_by(form: Tag) -> dict[str, str]:
    return {str(one["name"]): str(one["value"]) for one in form.select("input")}


def token_of(client: PageClient) -> dict[str, str]:
    """Return the hidden field against forms from elsewhere, of whoever is signed in now."""
    (field,) = client.page("/konto").select("form[action='/konto/ut'] input")
    return {str(field["name"]): str(field["value"])}


def as_moderator(client: PageClient, session: Session) -> None:
    sign_out(client)
    sign_in(client, session, MODERATOR, role=Role.MODERATOR)


def test_who_asks_by_mail_is_signed_in_by_the_button_and_waits(
    client: PageClient, session: Session
) -> None:
    ask(client, session, place="1530", orgnr="974 760 673")

    made = prescriber(session)
    practice = session.get_one(Practice, made.practice_id)
    assert made.state is PrescriberState.ASKED
    assert (practice.kind, practice.municipality, practice.orgnr) == (PracticeKind.GP, MOSS, ORGNR)
    assert "Du har spurt" in client.page("/resept/bli-med").text
    assert client.get("/resept/praksis").status_code == 404


def test_opening_the_link_alone_does_nothing(client: PageClient, session: Session) -> None:
    client.submit("/resept/bli-med", email=DOCTOR, **ASKED)

    page = client.page(link_mailed_to(session, DOCTOR))

    assert "Fastlegekontor, Moss" in page.text
    assert find_account(session, DOCTOR) is None


def test_the_link_shows_the_number_too(client: PageClient, session: Session) -> None:
    client.submit("/resept/bli-med", email=DOCTOR, **(ASKED | {"orgnr": ORGNR}))

    page = client.page(link_mailed_to(session, DOCTOR))

    assert f"Organisasjonsnummer {ORGNR}" in page.text


def test_the_answer_is_the_same_for_an_address_that_has_an_account(
    client: PageClient, session: Session
) -> None:
    sign_in(client, session, COLLEAGUE)
    sign_out(client)

    answers = [
        client.submit("/resept/bli-med", email=email, **ASKED) for email in (DOCTOR, COLLEAGUE)
    ]

    assert len({(one.status_code, one.location) for one in answers}) == 1
    letters = [mailed_to(session, email)[0].subject for email in (DOCTOR, COLLEAGUE)]
    assert len(set(letters)) == 1


def test_a_link_works_once(client: PageClient, session: Session) -> None:
    ask(client, session)
    sign_out(client)

    assert client.get(link_mailed_to(session, DOCTOR)).status_code == 410
    assert client.post(link_mailed_to(session, DOCTOR)).status_code == 410


def test_nobodys_mail_box_is_filled(client: PageClient, session: Session) -> None:
    statuses = {
        client.submit("/resept/bli-med", email=DOCTOR, **ASKED).status_code for _time in range(5)
    }

    assert statuses == {303}
    assert len(mailed_to(session, DOCTOR)) == 3


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"email": "lege"}, "Skriv hele adressen"),
        ({"place": "Ingenstedby"}, "Vi kjenner ikke stedet."),
        ({"place": ""}, "Skriv hvor du jobber."),
        ({"orgnr": "123456789"}, "nummeret kan ha en skrivefeil"),
        ({"kind": "hospital"}, "Velg det som ligner mest."),
    ],
)
def test_what_cannot_be_used_is_sent_back_with_all_that_was_typed(
    client: PageClient, session: Session, told: dict[str, str], said: str
) -> None:
    sent = {"email": DOCTOR, **ASKED, **told}

    response = client.post("/resept/bli-med", data=sent)

    assert response.status_code == 422
    assert said in response.text
    assert sent["place"] in response.text
    assert mailed_to(session, DOCTOR) == []


def test_who_is_signed_in_needs_no_mail(client: PageClient, session: Session) -> None:
    sign_in(client, session, DOCTOR)

    client.submit("/resept/bli-med", **ASKED)

    assert prescriber(session).state is PrescriberState.ASKED
    assert mailed_to(session, DOCTOR) == []


def test_colleagues_find_each_other_by_the_number_of_their_place(
    client: PageClient, session: Session
) -> None:
    for email in (DOCTOR, COLLEAGUE):
        ask(client, session, email, orgnr=ORGNR)
        sign_out(client)

    assert prescriber(session).practice_id == prescriber(session, COLLEAGUE).practice_id


def test_a_stranger_does_not_change_a_practice_where_somebody_prescribes(
    client: PageClient, session: Session
) -> None:
    practice = save_practice(session, orgnr=ORGNR)
    sign_in_prescriber(client, session, COLLEAGUE, practice)
    sign_out(client)

    ask(client, session, kind="other", place="Oslo", orgnr=ORGNR)

    session.expire_all()
    assert (practice.kind, practice.municipality) == (PracticeKind.GP, MOSS)


def test_who_asks_again_before_the_answer_waits_once_with_the_newest_words(
    client: PageClient, session: Session
) -> None:
    ask(client, session)
    sign_out(client)

    ask(client, session, kind="school_health", place="Oslo")

    (practice,) = session.scalars(select(Practice))
    assert (practice.kind, practice.municipality) == (PracticeKind.SCHOOL_HEALTH, "0301")


def test_a_moderator_approves_and_whoever_asked_is_told(
    client: PageClient, session: Session
) -> None:
    ask(client, session, orgnr=ORGNR)
    as_moderator(client, session)
    assert "1 venter på å få lage ark" in client.page("/moderering").text

    assert press(client, DECIDING, "/godkjenn") == 303

    made = prescriber(session)
    assert made.state is PrescriberState.APPROVED
    assert "/resept" in mailed_to(session, DOCTOR)[-1].text
    (event,) = events_of(session, f"prescriber:{made.account_id}")
    assert (event.action, event.details) == ("prescriber:approved", {})
    assert event.actor.startswith("account:")
    sign_out(client)
    sign_in(client, session, DOCTOR)
    assert "Bare du lager ark her." in client.page("/resept/praksis").text


@pytest.mark.parametrize(
    ("state", "action", "words"),
    [
        (PrescriberState.ASKED, "/avvis", "Det kan vi ikke si ja til nå"),
        (PrescriberState.APPROVED, "/avslutt", "En moderator har avsluttet det."),
    ],
)
def test_a_moderator_says_no_and_whoever_it_is_about_is_told_how_to_ask_again(
    client: PageClient, session: Session, state: PrescriberState, action: str, words: str
) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, state)
    as_moderator(client, session)

    assert press(client, DECIDING, action) == 303

    assert prescriber(session).state is PrescriberState.REFUSED
    assert words in mailed_to(session, DOCTOR)[-1].text
    assert "/resept/bli-med" in mailed_to(session, DOCTOR)[-1].text


def test_a_decision_about_what_has_changed_meanwhile_is_not_made(
    client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.ASKED)
    as_moderator(client, session)
    (form,) = client.page(DECIDING).select("main form[action$='/godkjenn']")
    workplace = Workplace(PracticeKind.OTHER, "0301", None)
    asking.ask(session, account, workplace)
    session.commit()

    response = client.post(str(form["action"]), data=sent_by(form))

    assert response.status_code == 409
    assert "Noe er endret siden du åpnet siden." in response.text
    assert prescriber(session).state is PrescriberState.ASKED


@pytest.mark.parametrize("changed", [{"kind": "other"}, {"place": "Oslo"}], ids=str)
def test_a_decision_about_a_place_that_somebody_else_has_changed_is_not_made(
    client: PageClient, session: Session, changed: dict[str, str]
) -> None:
    ask(client, session, orgnr=ORGNR)
    as_moderator(client, session)
    (form,) = client.page(DECIDING).select("main form[action$='/godkjenn']")
    sign_out(client)
    ask(client, session, COLLEAGUE, orgnr=ORGNR, **changed)
    as_moderator(client, session)

    response = client.post(str(form["action"]), data=sent_by(form) | token_of(client))

    assert response.status_code == 409
    assert prescriber(session).state is PrescriberState.ASKED
    (now, *_others) = client.page(DECIDING).select("main form[action$='/godkjenn']")
    assert client.post(str(now["action"]), data=sent_by(now)).status_code == 303


@on_both_databases
def test_a_decision_about_another_number_is_not_made(client: PageClient, session: Session) -> None:
    practice = save_practice(session, orgnr=ORGNR)
    make_prescriber(session, sign_in(client, session, DOCTOR), PrescriberState.ASKED, practice)
    as_moderator(client, session)
    (form,) = client.page(DECIDING).select("main form[action$='/godkjenn']")
    practice.orgnr = None
    session.commit()

    assert client.post(str(form["action"]), data=sent_by(form)).status_code == 409
    assert prescriber(session).state is PrescriberState.ASKED


def test_two_decisions_at_once_are_one(client: PageClient, session: Session) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.ASKED)
    as_moderator(client, session)
    page = client.page(DECIDING)
    forms = [page.select(f"main form[action$='{one}']")[0] for one in ("/godkjenn", "/avvis")]

    statuses = [
        client.post(
            str(form["action"]),
            data=sent_by(form),
        ).status_code
        for form in forms
    ]

    assert statuses == [303, 409]
    assert len(mailed_to(session, DOCTOR)) == 1


@on_both_databases
def test_nobody_is_decided_about_who_never_asked(client: PageClient, session: Session) -> None:
    make_prescriber(session, sign_in(client, session, DOCTOR), PrescriberState.ASKED)
    as_moderator(client, session)
    (form,) = client.page(DECIDING).select("main form[action$='/godkjenn']")

    assert client.post(f"{DECIDING}/999/godkjenn", data=sent_by(form)).status_code == 404
    for seen in UNREADABLE:
        sent = sent_by(form) | {"sett": seen}
        assert client.post(str(form["action"]), data=sent).status_code == 409


@pytest.mark.parametrize(
    ("told", "known", "words"),
    [
        ([], None, "Ikke oppgitt"),
        ([None], None, "Ikke oppgitt"),
        ([None, False], False, "Nei, sier stedet de logger inn fra"),
        ([False, True], True, "Ja, sier stedet de logger inn fra"),
    ],
    ids=["knows nobody", "has not told", "no", "yes"],
)
def test_who_is_health_personnel_is_yes_no_or_not_told(
    client: PageClient, session: Session, told: list[bool | None], known: bool | None, words: str
) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.ASKED, save_practice(session, orgnr=ORGNR))
    for number, one in enumerate(told):
        session.add(
            OutsideIdentity(
                issuer=f"https://{number}.example",
                subject="s",
                account_id=account.id,
                is_authorised=one,
                seen_on=date(2026, 11, 1),
            )
        )
    session.commit()
    as_moderator(client, session)

    assert told_elsewhere(session, account.id)[0] is known
    (card,) = client.page(DECIDING).select("main section.ds-card")
    assert words in card.text
    assert card.select_one(f"a[href$='/{ORGNR}']")


def test_the_list_shows_the_last_day_that_the_answer_was_given(
    client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.ASKED)
    told = [(1, True), (2, True), (3, False), (4, None)]
    for day, is_so in told:
        session.add(
            OutsideIdentity(
                issuer=f"https://{day}.example",
                subject="s",
                account_id=account.id,
                is_authorised=is_so,
                seen_on=date(2026, 11, day),
            )
        )
    session.commit()
    as_moderator(client, session)

    (card,) = client.page(DECIDING).select("main section.ds-card")

    assert "Sist sagt 2. november 2026" in card.text


def test_who_prescribes_lands_at_the_sheet_after_signing_in(
    client: PageClient, session: Session
) -> None:
    sign_in_prescriber(client, session)
    sign_out(client)

    client.submit("/inn", email=DOCTOR)
    response = client.submit(link_mailed_to(session, DOCTOR))

    assert response.location == "/resept"
    assert client.page("/mine").select("a[href='/resept/praksis']")
    assert client.page("/konto").select("a[href='/resept/praksis']")


def test_who_waits_lands_where_that_is_said(client: PageClient, session: Session) -> None:
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.ASKED)
    sign_out(client)

    client.submit("/inn", email=DOCTOR)

    assert client.submit(link_mailed_to(session, DOCTOR)).location == "/resept/bli-med"


def test_who_stops_prescribes_no_more_and_can_ask_for_another_place(
    client: PageClient, session: Session
) -> None:
    sign_in_prescriber(client, session)
    assert client.get("/resept/bli-med").location == "/resept/praksis"

    assert press(client, "/resept/praksis", "/slutt") == 303

    assert session.scalars(select(Prescriber)).all() == []
    assert client.page("/resept/bli-med").select("form[action='/resept/bli-med']")


def test_asking_again_changes_nothing_for_who_prescribes(
    client: PageClient, session: Session
) -> None:
    before = sign_in_prescriber(client, session)
    practice_id = before.practice_id
    (token,) = client.page("/konto").select("form[action='/konto/ut'] input")

    client.post("/resept/bli-med", data=ASKED | {str(token["name"]): str(token["value"])})

    after = prescriber(session)
    assert (after.practice_id, after.state) == (practice_id, PrescriberState.APPROVED)


def test_signing_out_everywhere_ends_links_that_are_on_their_way(
    client: PageClient, session: Session
) -> None:
    client.submit("/resept/bli-med", email=DOCTOR, **ASKED)
    link = link_mailed_to(session, DOCTOR)
    sign_in(client, session, DOCTOR)

    assert press(client, "/konto", "/konto/ut-overalt") == 303

    assert client.get(link).status_code == 410


def test_who_was_refused_at_a_place_does_not_take_what_is_left_there_along(
    client: PageClient, session: Session
) -> None:
    place = save_practice(session, orgnr=ORGNR)
    save_counts(session, place.id, made=40)
    account = sign_in(client, session, DOCTOR)
    make_prescriber(session, account, PrescriberState.REFUSED, place)
    (token,) = client.page("/konto").select("form[action='/konto/ut'] input")

    client.post("/resept/bli-med", data=ASKED | {str(token["name"]): str(token["value"])})

    (mine,) = session.scalars(select(Prescriber).execution_options(populate_existing=True))
    assert mine.practice_id != place.id
    session.refresh(place)
    assert place.orgnr == ORGNR


def test_a_moderator_sees_with_whom_somebody_would_share(
    client: PageClient, session: Session
) -> None:
    place = save_practice(session, orgnr=ORGNR)
    sign_in_prescriber(client, session, COLLEAGUE, place)
    sign_out(client)
    ask(client, session, orgnr=ORGNR)
    as_moderator(client, session)

    waiting, approved = client.page(DECIDING).select("main dl")

    assert "1 kan lage ark fra før." in waiting.text
    assert "kan lage ark fra før." not in approved.text
