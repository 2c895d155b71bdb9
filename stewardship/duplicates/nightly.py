"""The nightly search for offers that are in the catalogue twice; a moderator decides what they are."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from core.events import SYSTEM, find_last_event, note_event
from directory.changes import some_changed_since
from directory.choices import Attendance, Precision
from directory.examples import is_example
from directory.models import Offer
from directory.queries import published_by_ids, published_ids
from stewardship.duplicates.likely import Likely, Sought, Where, likely_duplicates
from stewardship.duplicates.likeness import Why
from stewardship.flags import close_flag, find_flag, open_flags, raise_flag
from stewardship.models import FlagKind

AT_MOST_EVERY: Final = timedelta(hours=20)
# More are left for the next night, so that no round of the regular work takes long.
MOST_A_NIGHT: Final = 2000
RECORD: Final = "catalogue"
ACTION: Final = "duplicates:searched"
FROM_AFAR: Final = frozenset({Attendance.ONLINE, Attendance.PHONE})

Pair = tuple[str, str]


def find_duplicates(session: Session, now: datetime) -> None:
    """Flag pairs that may be one offer, among those written since the last time; once a night.

    A pair that somebody has looked at is never flagged again.
    """
    searched = find_last_event(session, RECORD, ACTION)
    last = searched.details if searched else {}
    if last and now - datetime.fromisoformat(last["at"]) < AT_MOST_EVERY:
        return
    written, number = some_changed_since(session, last.get("number", 0), MOST_A_NIGHT)
    # All is found before anything is written: nobody has to wait while names are compared.
    pairs = {pair for offer in _published(session, written) for pair in _pairs(session, offer)}
    for one, other in sorted(pairs):
        if find_flag(session, one, FlagKind.DUPLICATE, other) is None:
            raise_flag(session, one, FlagKind.DUPLICATE, other, now=now)
    _take_down_flags_of_removed(session, now)
    note_event(
        session, actor=SYSTEM, action=ACTION, record=RECORD, number=number, at=now.isoformat()
    )


def _published(session: Session, ids: list[str]) -> list[Offer]:
    real = [one for one in ids if not is_example(one)]
    return list(published_by_ids(session, real).values())


def _pairs(session: Session, offer: Offer) -> Iterator[Pair]:
    for sought in _sought(offer):
        for likely in likely_duplicates(session, sought):
            if _is_to_look_at(likely) and not is_example(likely.offer):
                one, other = sorted((offer.id, likely.offer))
                yield one, other


def _is_to_look_at(likely: Likely) -> bool:
    # The same name somewhere else in the country is another group, and telephones for all of it
    # have names that are much alike.
    if likely.where is Where.FROM_HOME:
        return likely.why is Why.SAME_NAME
    return likely.where is not Where.ANYWHERE


def _sought(offer: Offer) -> set[Sought]:
    """Return an offer as it would be looked for, once for each place where it is."""
    found = set()
    for schedule in offer.schedules:
        venue = schedule.venue
        is_exact = venue is not None and venue.precision is Precision.EXACT
        if schedule.attendance in FROM_AFAR or (venue is not None and venue.municipality):
            found.add(
                Sought(
                    name=offer.name,
                    aliases=tuple(offer.aliases),
                    municipality=venue.municipality if venue else None,
                    lat=venue.lat if venue and is_exact else None,
                    lon=venue.lon if venue and is_exact else None,
                    organisation=offer.organisation_id,
                    besides=offer.id,
                )
            )
    return found


def _take_down_flags_of_removed(session: Session, now: datetime) -> None:
    published = published_ids(session)
    for flag in open_flags(session, FlagKind.DUPLICATE):
        if not {flag.offer_id, flag.detail} <= published:
            close_flag(session, flag, SYSTEM, now=now)
