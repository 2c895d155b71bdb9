"""What is mailed to ask whether entries are still right, and whether groups are open in a holiday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Session

from accounts.models import Account
from directory.contact_words import contact_points
from directory.freshness import LATE, stage_of_offer
from directory.models import Offer
from directory.offer_words import cost_in_words
from directory.place_words import place_in_short, reach_in_words
from directory.time_words import times_together
from directory.timetables import timetable_of
from directory.wording import date_in_words, with_capital
from stewardship.confirming.seasons import Season, question_about
from stewardship.confirming.words_in_mail import LASTS, word_for
from web.languages import speaking
from web.letters import Letter, address_of


@dataclass(frozen=True)
class EntryAsked:
    """What is asked about: the facts that change most often, as they are public now.

    Nothing, or None, where nobody has told.
    """

    name: str
    when: tuple[str, ...]
    where: tuple[str, ...]
    cost: str | None
    contacts: tuple[str, ...]


@dataclass(frozen=True)
class DueEntry:
    """One entry in the mail. ``late_since`` is None where the day is still ahead."""

    asked: EntryAsked
    late_since: str | None
    confirm: str
    change: str


@dataclass(frozen=True)
class DueLetter(Letter):
    """Is it still right? ``confirm_all`` is None where there is only one entry."""

    template: ClassVar[str] = "mail/due.txt"

    entries: tuple[DueEntry, ...]
    confirm_all: str | None
    is_last: bool
    days: int


@dataclass(frozen=True)
class SeasonEntry:
    """One group, its times, and where to answer for it alone."""

    asked: EntryAsked
    answer: str


@dataclass(frozen=True)
class SeasonLetter(Letter):
    """Are you open? ``answer_all`` is None where there is only one group."""

    template: ClassVar[str] = "mail/season.txt"

    question: str
    first: str
    last: str
    entries: tuple[SeasonEntry, ...]
    answer_all: str | None
    days: int


def entry_asked(offer: Offer) -> EntryAsked:
    """Return the facts of an offer in the language that is spoken now."""
    timetables = [timetable_of(one, offer.ended_on) for one in offer.schedules]
    places = dict.fromkeys(with_capital(place_in_short(one)) for one in offer.schedules)
    reach = reach_in_words(offer.serves)
    points = contact_points(offer.contacts)
    return EntryAsked(
        name=offer.name,
        when=times_together(timetables),
        where=tuple(places) or ((with_capital(reach),) if reach else ()),
        cost=None
        if offer.cost_per_time is None and offer.cost_per_year is None
        else cost_in_words(offer),
        contacts=tuple(f"{way.label}: {way.words}" for point in points for way in point.ways),
    )


def due_letter(
    session: Session, account: Account, offers: Sequence[Offer], now: datetime, *, is_last: bool
) -> DueLetter:
    """Return the letter with words of its own, by which ``account`` answers for each entry and for all."""
    with speaking(account.language):
        entries = tuple(_due_entry(session, account, one, now) for one in offers)
    return DueLetter(entries, _for_all(session, account, offers), is_last, LASTS.days)


def season_letter(
    session: Session, account: Account, offers: Sequence[Offer], season: Season
) -> SeasonLetter:
    with speaking(account.language):
        return SeasonLetter(
            question=question_about(season),
            first=date_in_words(season.first),
            last=date_in_words(season.last),
            entries=tuple(_season_entry(session, account, one, season) for one in offers),
            answer_all=_for_all(session, account, offers, season),
            days=LASTS.days,
        )


def _due_entry(session: Session, account: Account, offer: Offer, now: datetime) -> DueEntry:
    word = word_for(session, account, [offer.id])
    is_late = stage_of_offer(offer, now.date()) in LATE
    return DueEntry(
        asked=entry_asked(offer),
        late_since=date_in_words(offer.rhythm.due_on) if is_late and offer.rhythm else None,
        confirm=address_of("confirming.show_confirmation", account.language, word=word),
        change=address_of("confirming.show_change", account.language, word=word),
    )


def _season_entry(session: Session, account: Account, offer: Offer, season: Season) -> SeasonEntry:
    word = word_for(session, account, [offer.id], season.id)
    return SeasonEntry(
        entry_asked(offer), address_of("confirming.show_season", account.language, word=word)
    )


def _for_all(
    session: Session, account: Account, offers: Sequence[Offer], season: Season | None = None
) -> str | None:
    if len(offers) == 1:
        return None
    word = word_for(session, account, [one.id for one in offers], season.id if season else None)
    page = "confirming.show_season" if season else "confirming.show_confirmation"
    return address_of(page, account.language, word=word)
