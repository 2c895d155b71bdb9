"""Saying that an entry is right: what is noted, when one is asked again, and what everybody sees of it."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account
from accounts.queries import account_for
from core.events import events_of
from directory.changes import changed_since, newest_change
from directory.choices import ConfirmedBy
from directory.models import ConfirmationRhythm, Offer
from finder.catalogue import Catalogue
from stewardship.confirming.actions import UnknownRhythmError, confirm, set_rhythm
from stewardship.versions import NotInCatalogueError
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save, schedule_entry

TODAY = date(2026, 11, 25)
DATED = schedule_entry(
    starts_on=date(2026, 8, 19), until=date(2027, 6, 30), **{"except": [date(2026, 12, 23)]}
)


def held(session: Session, *entries: object, email: str = "kari@example.org") -> Account:
    """Put offers in the catalogue, held by one account."""
    save(session, *entries)  # type: ignore[arg-type]
    account = account_for(session, email)
    for entry in entries:
        make_steward(session, account, entry["organisation"])  # type: ignore[index]
    session.commit()
    return account


def confirmed_on(session: Session, offer_id: str) -> tuple[date | None, str | None]:
    session.expire_all()
    told = session.get_one(Offer, offer_id).confirmation
    return (None, None) if told is None else (told.confirmed_on, told.confirmed_by)


@on_both_databases
def test_what_is_confirmed_says_so_and_is_asked_about_in_half_a_year(session: Session) -> None:
    held(session, offer_entry(schedules=[DATED]))

    noted = confirm(session, ["klatrekveld"], actor="link:confirm", today=TODAY)
    session.commit()

    assert noted == ("klatrekveld",)
    assert confirmed_on(session, "klatrekveld") == (TODAY, ConfirmedBy.ORGANISATION)
    rhythm = session.get_one(ConfirmationRhythm, "klatrekveld")
    assert (rhythm.due_on, rhythm.reminders) == (date(2027, 5, 25), 0)
    (event,) = [one for one in events_of(session, "offer:klatrekveld") if "confirm" in one.action]
    assert (event.actor, event.action) == ("link:confirm", "offer:confirmed")
    assert event.details == {"by": "organisation"}


def test_to_confirm_changes_no_word_of_the_entry(session: Session) -> None:
    held(session, offer_entry(schedules=[DATED], contacts=[{"phone": "22 00 00 00"}]))
    offer = session.get_one(Offer, "klatrekveld")
    before = (offer.summary, offer.contacts, offer.schedules[0].exceptions)

    confirm(session, ["klatrekveld"], actor="link:confirm", today=TODAY)
    session.commit()

    offer = session.get_one(Offer, "klatrekveld")
    assert (offer.summary, offer.contacts, offer.schedules[0].exceptions) == before


def test_every_process_hears_of_a_new_day_also_where_the_entry_is_the_same(
    session: Session,
) -> None:
    held(session, offer_entry(confirmed_on=TODAY, confirmed_by="organisation"))
    session.add(ConfirmationRhythm(offer_id="klatrekveld", due_on=TODAY - timedelta(1)))
    session.commit()
    number = newest_change(session)

    confirm(session, ["klatrekveld"], actor="link:confirm", today=TODAY)

    assert changed_since(session, number) == {"klatrekveld"}


def test_an_answer_takes_the_mark_off_in_the_catalogue_in_memory(session: Session) -> None:
    held(session, offer_entry())
    session.add(ConfirmationRhythm(offer_id="klatrekveld", due_on=date(2025, 1, 1)))
    session.commit()
    catalogue, moment = Catalogue(0.0), datetime.fromisoformat("2026-11-25T12:00")

    assert catalogue.current(session).prepared(moment).day.has_silent

    confirm(session, ["klatrekveld"], actor="link:confirm", today=TODAY)
    session.commit()

    assert not catalogue.current(session).prepared(moment).day.has_silent


def test_what_nobody_holds_can_be_confirmed_and_is_never_due(session: Session) -> None:
    save(session, offer_entry())

    confirm(session, ["klatrekveld"], actor="account:1", today=TODAY, by=ConfirmedBy.MODERATOR)
    session.commit()

    assert confirmed_on(session, "klatrekveld") == (TODAY, ConfirmedBy.MODERATOR)
    assert session.get(ConfirmationRhythm, "klatrekveld") is None


def test_what_has_ended_is_not_confirmed_and_what_is_not_there_is_refused(
    session: Session,
) -> None:
    held(session, offer_entry(status="ended"))

    assert confirm(session, ["klatrekveld"], actor="link:confirm", today=TODAY) == ()
    assert confirmed_on(session, "klatrekveld") == (None, None)
    with pytest.raises(NotInCatalogueError):
        confirm(session, ["en-annen"], actor="link:confirm", today=TODAY)


@pytest.mark.parametrize(
    ("confirmed", "months", "due_on"),
    [
        (date(2026, 11, 1), 12, date(2027, 11, 1)),
        (date(2026, 11, 1), 3, date(2027, 2, 1)),
        (date(2026, 1, 1), 3, TODAY),
        (None, 6, date(2027, 5, 25)),
    ],
)
def test_one_is_asked_as_often_as_one_wants_and_is_not_late_by_that(
    session: Session, confirmed: date | None, months: int, due_on: date
) -> None:
    held(session, offer_entry(confirmed_on=confirmed, confirmed_by="organisation"))

    set_rhythm(session, "klatrekveld", months, actor="account:1", today=TODAY)
    session.commit()

    rhythm = session.get_one(ConfirmationRhythm, "klatrekveld")
    assert (rhythm.months, rhythm.due_on) == (months, due_on)

    confirm(session, ["klatrekveld"], actor="account:1", today=date(2027, 1, 31))
    assert (
        rhythm.due_on == {3: date(2027, 4, 30), 6: date(2027, 7, 31), 12: date(2028, 1, 31)}[months]
    )


def test_other_rhythms_are_refused(session: Session) -> None:
    held(session, offer_entry())

    with pytest.raises(UnknownRhythmError):
        set_rhythm(session, "klatrekveld", 1, actor="account:1", today=TODAY)
    assert session.get(ConfirmationRhythm, "klatrekveld") is None
