"""Answering by a link in a mail: one press confirms, a form changes, and a link works once."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account, Steward
from accounts.queries import account_for
from core.clock import now_in_norway, now_in_utc
from core.events import events_of
from core.tokens import OneTimeToken, Purpose, digest_of, give
from directory.choices import Capacity, Status
from directory.models import ConfirmationRhythm, Offer
from stewardship.confirming.seasons import christmas_of
from stewardship.confirming.words_in_mail import LASTS, word_for
from stewardship.models import Revision, RevisionState
from tests.support.as_read import as_read
from tests.support.client import PageClient, already_filled_in
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save, schedule_entry

WEEKLY = schedule_entry(rrule="FREQ=WEEKLY;BYDAY=WE", start_time="18:00")


def asked(
    session: Session,
    *entries: dict[str, Any],
    season: str | None = None,
    email: str = "kari@example.org",
) -> str:
    """Return the word of a link to all of ``entries``, which are put in the catalogue and held."""
    save(session, *entries)
    account = account_for(session, email)
    for entry in entries:
        make_steward(session, account, entry["organisation"])
        session.merge(ConfirmationRhythm(offer_id=entry["id"], due_on=today() - timedelta(1)))
    return word_of(session, account, [entry["id"] for entry in entries], season)


def word_of(
    session: Session, account: Account, offers: Sequence[str], season: str | None = None
) -> str:
    word = word_for(session, account, offers, season)
    session.commit()
    return word


def today() -> date:
    return now_in_norway().date()


def offer(session: Session, offer_id: str = "klatrekveld") -> Offer:
    session.expire_all()
    return session.get_one(Offer, offer_id)


def confirmed_on(session: Session, offer_id: str = "klatrekveld") -> date | None:
    told = offer(session, offer_id).confirmation
    return told.confirmed_on if told else None


def main_of(client: PageClient, url: str, status: int = 200) -> str:
    main = client.page(url, status=status).select_one("main")
    assert main
    return " ".join(main.text.split())


# Confirming


def test_to_open_the_link_shows_what_is_public_and_confirms_nothing(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY], contacts=[{"phone": "22 00 00 00"}]))

    shown = main_of(client, f"/bekreft/{word}")

    for fact in ("Klatrekveld", "Hver onsdag", "Klatrehallen, Trondheim", "22 00 00 00"):
        assert fact in shown
    assert confirmed_on(session) is None


@on_both_databases
def test_one_press_confirms_and_says_when(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry())

    answer = client.submit(f"/bekreft/{word}")

    assert answer.status_code == 303
    assert confirmed_on(session) == today()
    rhythm = session.get_one(ConfirmationRhythm, "klatrekveld")
    assert rhythm.due_on > today() + timedelta(180)
    thanks = main_of(client, answer.location)
    assert f"Takk, dette er bekreftet {today().day}. " in thanks
    assert str(today().year) in thanks


def test_one_press_confirms_all_that_the_mail_lists(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry(), offer_entry(id="turkveld", name="Turkveld"))

    client.submit(f"/bekreft/{word}")

    assert confirmed_on(session) == confirmed_on(session, "turkveld") == today()
    assert "Takk, alle 2 er bekreftet" in main_of(client, f"/bekreft/{word}")


def test_to_press_twice_confirms_once(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry())

    for _press in range(2):
        assert client.post(f"/bekreft/{word}").status_code == 303

    told = [one.action for one in events_of(session, "offer:klatrekveld")]
    assert told.count("offer:confirmed") == 1


@pytest.mark.parametrize("path", ["", "/endre", "/ferie"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_made_up_or_too_old_word_says_how_to_get_a_new_one(
    client: PageClient, session: Session, method: str, path: str
) -> None:
    word = asked(session, offer_entry())
    token = session.get_one(OneTimeToken, digest_of(word))
    token.expires_at = now_in_utc() - timedelta(seconds=1)
    session.commit()

    for opened in (word, "a-word-that-nobody-was-given", "x" * 5000):
        answer = getattr(client, method)(f"/bekreft/{opened}{path}")
        assert answer.status_code == 410
        assert "Be om en ny lenke" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
    assert confirmed_on(session) is None


def test_a_word_for_something_else_confirms_nothing(client: PageClient, session: Session) -> None:
    asked(session, offer_entry())
    word = give(session, Purpose.SIGN_IN, LASTS, offers=["klatrekveld"], account=1, season=None)
    session.commit()

    assert client.post(f"/bekreft/{word}").status_code == 410
    assert confirmed_on(session) is None


def test_who_holds_an_offer_no_longer_answers_for_it_no_longer(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry())
    session.delete(session.scalars(select(Steward)).one())
    session.commit()

    assert client.post(f"/bekreft/{word}").status_code == 410
    assert confirmed_on(session) is None


def test_the_pages_of_a_word_are_kept_by_nobody(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]))

    for path in ("", "/endre"):
        answer = client.get(f"/bekreft/{word}{path}")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "noindex" in answer.headers["X-Robots-Tag"]


def test_the_database_never_holds_the_word_itself(app: Flask, session: Session) -> None:
    word = asked(session, offer_entry())

    kept = [str(vars(one)) for one in session.scalars(select(OneTimeToken))]
    assert kept
    assert not [one for one in kept if word in one]


# Changing


@on_both_databases
def test_facts_that_need_no_approval_are_public_at_once(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]))

    answer = client.submit(
        f"/bekreft/{word}/endre", times_0="hver torsdag 19–20", per_time="30", capacity="full"
    )

    assert answer.status_code == 303
    changed = offer(session)
    (schedule,) = changed.schedules
    assert (schedule.rrule, schedule.duration_minutes) == ("FREQ=WEEKLY;BYDAY=TH", 60)
    assert schedule.venue and schedule.venue.name == "Klatrehallen"
    assert (changed.cost_per_time, changed.capacity) == (30, Capacity.FULL)
    assert confirmed_on(session) == today()
    assert session.get_one(ConfirmationRhythm, "klatrekveld").due_on > today()
    assert "endringene dine er på siden nå" in main_of(client, answer.location)


def test_a_new_telephone_waits_for_a_moderator_and_the_new_price_does_not(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry(contacts=[{"phone": "22 00 00 00", "role": "Vakta"}]))

    answer = client.submit(f"/bekreft/{word}/endre", per_time="50", phone="33 00 00 00")

    assert offer(session).cost_per_time == 50
    assert offer(session).contacts == [{"phone": "22 00 00 00", "role": "Vakta"}]
    (waiting,) = session.scalars(select(Revision).where(Revision.state == RevisionState.PROPOSED))
    assert waiting.entry["contacts"] == [{"role": "Vakta", "phone": "33 00 00 00"}]
    assert waiting.entry["cost"] == {"per_time": 50}
    assert "Noen ser på dem før de vises" in main_of(client, answer.location)


def test_what_is_sent_unchanged_is_confirmed(client: PageClient, session: Session) -> None:
    told = offer_entry(
        schedules=[WEEKLY, schedule_entry(rrule="FREQ=WEEKLY;BYDAY=FR", start_time="12:00")],
        cost={"per_time": 30, "per_year": 200.5, "note": {"nb": "Lavere for unge"}},
        contacts=[{"phone": "22 00 00 00"}, {"email": "post@example.org"}],
        capacity="few_places",
    )
    word = asked(session, told)
    before = [one.rrule for one in offer(session).schedules]

    answer = client.submit(f"/bekreft/{word}/endre")

    assert "Takk, dette er bekreftet" in main_of(client, answer.location)
    assert [one.rrule for one in offer(session).schedules] == before
    assert offer(session).contacts == told["contacts"]
    assert confirmed_on(session) == today()


@pytest.mark.parametrize(
    ("goes_on", "status", "thanks"),
    [
        ("paused", Status.PAUSED, "tatt bort en stund"),
        ("ended", Status.ENDED, "tilbudet er slutt"),
    ],
)
def test_who_closes_or_has_stopped_says_so_and_is_heard_at_once(
    client: PageClient, session: Session, goes_on: str, status: Status, thanks: str
) -> None:
    word = asked(session, offer_entry())

    answer = client.submit(f"/bekreft/{word}/endre", goes_on=goes_on)

    assert offer(session).status is status
    assert thanks in main_of(client, answer.location)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"times_0": "onsdag 8"}, "Mente du en av disse?"),
        ({"per_time": "masse"}, "Skriv prisen med tall"),
        ({"phone": "ring oss"}, "Skriv nummeret med tall"),
        ({"email": "kari"}, "Skriv en e-postadresse"),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field_and_stays_typed(
    client: PageClient, session: Session, typed: dict[str, str], says: str
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]))

    answer = client.submit(f"/bekreft/{word}/endre", **typed)

    assert answer.status_code == 422
    assert says in answer.text
    assert all(value in answer.text for value in typed.values())
    assert confirmed_on(session) is None
    assert client.submit(f"/bekreft/{word}").status_code == 303, "the link still works"


def test_what_somebody_else_changed_meanwhile_is_kept(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry(cost={"per_time": 30}))
    other = word_of(session, account_for(session, "kari@example.org"), ["klatrekveld"])
    sent = {**form_of(client, word), "capacity": "full"}

    client.submit(f"/bekreft/{other}/endre", per_time="70")
    answer = client.post(f"/bekreft/{word}/endre", data=sent)

    assert answer.status_code == 303
    assert (offer(session).cost_per_time, offer(session).capacity) == (70, Capacity.FULL)


def test_where_two_change_the_same_the_later_sees_both_and_loses_nothing(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry(cost={"per_time": 30}))
    other = word_of(session, account_for(session, "kari@example.org"), ["klatrekveld"])
    sent = {**form_of(client, word), "per_time": "40"}

    client.submit(f"/bekreft/{other}/endre", per_time="70")
    answer = client.post(f"/bekreft/{word}/endre", data=sent)

    assert answer.status_code == 422
    assert "Noen andre endret det samme" in answer.text
    assert "70 kr hver gang" in as_read(answer.text)
    assert 'value="40"' in answer.text
    assert offer(session).cost_per_time == 70

    form = BeautifulSoup(answer.text, "html.parser").select_one("main form")
    assert form
    assert (
        client.post(f"/bekreft/{word}/endre", data=dict(already_filled_in(form))).status_code == 303
    )
    assert offer(session).cost_per_time == 40


@on_both_databases
@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "-1", "", "x", "\x00"])
def test_a_form_that_builds_on_no_version_builds_on_the_newest(
    client: PageClient, session: Session, number: str
) -> None:
    word = asked(session, offer_entry(cost={"per_time": 30}))
    sent = {**form_of(client, word), "per_time": "40", "based_on": number}

    assert client.post(f"/bekreft/{word}/endre", data=sent).status_code == 303
    assert offer(session).cost_per_time == 40


def form_of(client: PageClient, word: str) -> dict[str, Any]:
    """Return what a browser that has opened the form would send."""
    form = client.page(f"/bekreft/{word}/endre").select_one("main form")
    assert form
    return dict(already_filled_in(form))


def test_a_link_for_all_changes_nothing_in_place(client: PageClient, session: Session) -> None:
    word = asked(session, offer_entry(), offer_entry(id="turkveld"))

    assert client.get(f"/bekreft/{word}/endre").status_code == 410
    assert "Bruk lenken under det tilbudet" in main_of(client, f"/bekreft/{word}")


# Before the holidays


def christmas() -> str:
    return christmas_of(today().year).id


@on_both_databases
def test_closed_days_are_taken_out_of_the_times(client: PageClient, session: Session) -> None:
    year = today().year
    word = asked(session, offer_entry(schedules=[WEEKLY]), season=christmas())

    answer = client.submit(
        f"/bekreft/{word}/ferie", answer="closed", first=f"22.12.{year}", last=f"2.1.{year + 1}"
    )

    days = [date.fromisoformat(day) for day in offer(session).schedules[0].exceptions]
    assert days
    assert all(date(year, 12, 22) <= day <= date(year + 1, 1, 2) for day in days)
    assert "tatt ut av tidene" in main_of(client, answer.location)


@pytest.mark.parametrize(
    ("told", "thanks"), [("as_usual", "lar vi tidene stå"), ("ask", "Takk for svaret")]
)
def test_who_is_open_or_does_not_know_has_no_days_taken_out(
    client: PageClient, session: Session, told: str, thanks: str
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]), season=christmas())

    answer = client.submit(f"/bekreft/{word}/ferie", answer=told)

    assert offer(session).schedules[0].exceptions == []
    assert thanks in main_of(client, answer.location)
    told_of = [one.details for one in events_of(session, "offer:klatrekveld")]
    assert {"season": christmas(), "answer": told} in told_of


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"first": "i jula", "last": "2.1.2027"}, "Skriv dagen med tall"),
        ({"first": "24.12.2026", "last": "22.12.2026"}, "Bytt dem om"),
        ({"first": "22.12.2026", "last": "31.2.2027"}, "Skriv dagen med tall"),
        ({"first": "22.12.2026", "last": "22.12.2027"}, "lenger enn fire måneder"),
        ({"first": "22.12.2020", "last": "22.1.2021"}, "Den dagen er forbi"),
    ],
)
def test_days_that_cannot_be_are_refused_beside_the_field(
    client: PageClient, session: Session, days: dict[str, str], says: str
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]), season=christmas())

    answer = client.submit(f"/bekreft/{word}/ferie", answer="closed", **days)

    assert answer.status_code == 422
    assert says in answer.text
    assert offer(session).schedules[0].exceptions == []


def test_a_link_about_a_holiday_does_not_confirm_the_rest(
    client: PageClient, session: Session
) -> None:
    word = asked(session, offer_entry(schedules=[WEEKLY]), season=christmas())

    assert client.get(f"/bekreft/{word}").location == f"/bekreft/{word}/ferie"
    client.submit(f"/bekreft/{word}/ferie", answer="as_usual")
    assert confirmed_on(session) is None
    assert client.post(f"/bekreft/{word}/ferie").status_code == 410
