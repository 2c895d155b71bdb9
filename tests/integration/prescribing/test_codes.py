"""What is counted of a code: each thing once, and nothing of who did it or what they answered."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from core.events import Event
from prescribing.choices import AddedLine, Counted, Heading, Question, Reason
from prescribing.codes import actions
from prescribing.codes.actions import Answer, EmptySheetError, prescribe
from prescribing.codes.code import read_code
from prescribing.codes.purging import purge_prescriptions
from prescribing.codes.validity import expiry_from
from prescribing.draft import Draft, Item
from prescribing.models import ANY_KIND, Prescription
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save
from tests.support.prescriptions import (
    EXPIRED,
    FRESH,
    NOBODYS,
    TRONDHEIM,
    counts,
    gone_offer,
    months_ago,
    practice,
    save_prescription,
)
from web.limits import limiter

NOW = now_in_norway()
AT_ONCE = 6


@pytest.fixture(autouse=True)
def nobody_has_guessed(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def draft(*offers: str, **told: object) -> Draft:
    items = tuple(Item(one, AddedLine.GO_ONCE) for one in offers)
    return Draft(items=items, question={"municipality": TRONDHEIM}, **told)  # type: ignore[arg-type]


def kept(session: Session, code: str) -> Prescription:
    session.expire_all()
    return session.scalars(select(Prescription).where(Prescription.code == code)).one()


def answered(client: PageClient, question: str, answer: str) -> str:
    sent = {"sporsmal": question, "svar": answer}
    return str(client.post(f"/r/{FRESH}/svar", data=sent).location)


def test_a_sheet_is_kept_under_a_new_code_and_counted(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="gruppa", kind="self_help_group"))
    reasons = (Reason.LONELINESS,)

    made = prescribe(
        session,
        practice(session),
        draft("gruppa", "klatrekveld", reasons=reasons, heading=Heading.SUGGESTIONS),
        NOW,
    )
    session.commit()

    assert read_code(made.code) == made.code
    assert made.items == [
        {"offer": "gruppa", "line": "go_once"},
        {"offer": "klatrekveld", "line": "go_once"},
    ]
    assert (made.heading, made.reasons) == (Heading.SUGGESTIONS, ["loneliness"])
    assert (made.municipality, made.month) == (TRONDHEIM, f"{NOW:%Y-%m}")
    assert (made.expires_on, made.opened, made.answered) == (expiry_from(NOW.date()), False, [])
    assert counts(session) == {
        (Counted.MADE, ANY_KIND): 1,
        (Counted.MADE, "activity"): 1,
        (Counted.MADE, "self_help_group"): 1,
    }


def test_nothing_says_that_an_account_made_it(session: Session) -> None:
    save(session, offer_entry())
    before = len(session.scalars(select(Event)).all())

    prescribe(session, practice(session), draft("klatrekveld"), NOW)

    assert len(session.scalars(select(Event)).all()) == before


def test_a_code_that_is_taken_is_not_given_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    codes = iter([FRESH, FRESH, NOBODYS])
    monkeypatch.setattr(actions, "new_code", lambda: next(codes))

    assert prescribe(session, practice(session), draft("klatrekveld"), NOW).code == NOBODYS


def test_where_no_code_is_free_something_else_is_wrong(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    monkeypatch.setattr(actions, "new_code", lambda: FRESH)

    with pytest.raises(RuntimeError):
        prescribe(session, practice(session), draft("klatrekveld"), NOW)


@pytest.mark.parametrize("offers", [(), ("kveldsklatring",), ("finnes-ikke",)])
def test_a_sheet_with_nothing_on_it_gets_no_code(session: Session, offers: tuple[str, ...]) -> None:
    save(session, gone_offer())

    with pytest.raises(EmptySheetError):
        prescribe(session, practice(session), draft(*offers), NOW)

    assert counts(session) == {}


def test_a_place_that_was_typed_is_kept_as_its_municipality(session: Session) -> None:
    save(session, offer_entry())
    items = (Item("klatrekveld"),)

    made = [
        prescribe(session, practice(session), Draft(items=items, question=asked), NOW).municipality
        for asked in ({"place": "Trondheim"}, {"place": "Ingenstedby"}, {}, {"municipality": "99"})
    ]

    assert made == [TRONDHEIM, None, None, None]


def test_it_is_counted_once_that_somebody_looks(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    page = client.page(f"/r/{FRESH}")
    address = str(page.select_one("[data-module=opened]")["data-address"])  # type: ignore[index]
    assert counts(session) == {}
    statuses = [client.post(address).status_code for _ in range(3)]

    assert statuses == [204, 204, 204]
    assert counts(session) == {(Counted.OPENED, ANY_KIND): 1, (Counted.OPENED, "activity"): 1}
    assert client.page(f"/r/{FRESH}").select("[data-module=opened]") == []


def test_each_question_is_counted_once_and_the_answer_is_kept_nowhere(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    for question, answer in (("contact", "no"), ("contact", "yes"), ("went", "yes")):
        answered(client, question, answer)

    found = counts(session)
    assert found[Counted.CONTACT_NO, ANY_KIND] == found[Counted.WENT_YES, "activity"] == 1
    assert found[Counted.OPENED, ANY_KIND] == 1
    assert not {event for event, _kind in found} & {Counted.CONTACT_YES, Counted.WENT_NO}
    row = kept(session, FRESH)
    assert (row.answered, row.opened) == (["contact", "went"], True)


def test_not_yet_leaves_the_question_open(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    thanks = client.page(answered(client, "contact", "not_yet").partition("#")[0])

    assert "Det haster ikke" in thanks.text
    assert thanks.select("[name=svar]") == []
    assert kept(session, FRESH).answered == []
    assert "Har du tatt kontakt" in client.page(f"/r/{FRESH}").text


def test_the_questions_come_one_at_a_time_until_all_are_answered(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    asked = []

    for _ in Question:
        page = client.page(f"/r/{FRESH}")
        asked.append(page.select_one("#sporsmal").text)  # type: ignore[union-attr]
        answered(client, str(page.select_one("[name=sporsmal]")["value"]), "yes")  # type: ignore[index]

    assert [words.split()[0:3] for words in asked] == [
        ["Har", "du", "tatt"],
        ["Har", "du", "vært"],
        ["Hvis", "du", "har"],
    ]
    assert client.page(f"/r/{FRESH}").select("#sporsmal") == []


def test_a_yes_is_thanked_for(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    page = client.page(answered(client, "went", "yes").partition("#")[0])

    assert "Takk for at du sa fra." in page.text
    assert page.select("section[aria-labelledby=sporsmal] a") == []


def test_an_answer_that_came_in_between_is_read_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    row = save_prescription(session, FRESH, "klatrekveld")
    seen, plain = iter(['["went"]']), json.dumps
    monkeypatch.setattr(json, "dumps", lambda *what, **how: next(seen, "") or plain(*what, **how))

    assert actions.answer(session, row, Question.CONTACT, Answer.YES)
    assert kept(session, FRESH).answered == ["contact"]


@pytest.mark.parametrize("question", list(Question))
def test_a_no_leads_on_to_something_else(
    client: PageClient, session: Session, question: str
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    page = client.page(answered(client, question, "no").partition("#")[0])

    ways = [str(one["href"]) for one in page.select("section[aria-labelledby=sporsmal] a")]
    assert len(ways) == 3
    assert [client.get(way).status_code for way in ways] == [200, 200, 200]


@pytest.mark.parametrize(
    "sent", [{}, {"sporsmal": "contact", "svar": "kanskje"}, {"sporsmal": "hei", "svar": "yes"}]
)
def test_what_is_no_answer_counts_nothing(
    client: PageClient, session: Session, sent: dict[str, str]
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    assert client.post(f"/r/{FRESH}/svar", data=sent).status_code == 422
    assert counts(session) == {}
    client.page(f"/r/{FRESH}?takk=hei-hei")


def test_renewing_lets_it_be_valid_for_a_year_more(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, EXPIRED, "klatrekveld", expires_on=months_ago(3))

    client.submit(f"/r/{EXPIRED}")

    assert kept(session, EXPIRED).expires_on == expiry_from(now_in_norway().date())


def test_what_nobody_can_renew_is_thrown_away_and_its_counts_stay(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    client.post(f"/r/{FRESH}/apnet")
    save_prescription(session, EXPIRED, "klatrekveld", expires_on=months_ago(3))

    purge_prescriptions(session, NOW)
    assert len(session.scalars(select(Prescription)).all()) == 2
    purge_prescriptions(session, NOW + timedelta(days=31))
    assert session.scalars(select(Prescription.code)).all() == [FRESH]
    purge_prescriptions(session, NOW + timedelta(days=500))
    session.commit()

    assert session.scalars(select(Prescription)).all() == []
    assert counts(session)[Counted.OPENED, ANY_KIND] == 1


@on_both_databases
def test_two_who_answer_at_once_are_counted_once(database_url: str, session: Session) -> None:
    save(session, offer_entry())
    row = save_prescription(session, FRESH, "klatrekveld")
    number, engine, start = row.id, create_engine(database_url), Barrier(AT_ONCE)

    def press(which: int) -> bool:
        with Session(engine) as own:
            found = own.get_one(Prescription, number)
            start.wait()
            actions.note_opened(own, found)
            done = actions.answer(own, found, list(Question)[which % 3], Answer.YES)
            own.commit()
            return done

    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(press, range(AT_ONCE)))
    engine.dispose()

    assert sum(done) == len(Question)
    assert sorted(kept(session, FRESH).answered) == sorted(Question)
    assert {event: n for (event, kind), n in counts(session).items() if kind == ANY_KIND} == {
        Counted.OPENED: 1,
        Counted.CONTACT_YES: 1,
        Counted.WENT_YES: 1,
        Counted.AGAIN_YES: 1,
    }
