"""The pages that list offers: a municipality, an interest, and what to do after a slip."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Final

from flask import Blueprint, Response, current_app, request
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from core.clock import NORWAY, now_in_norway
from core.db import db
from core.errors import NotFoundError
from core.seal import Seal
from core.tiles import Tiles
from directory.choices import Attendance
from directory.helplines import Line, lines_after_slip
from directory.listed import Group, Listed, by_kind, listed_offer
from directory.models import Schedule
from directory.neutral_titles import title_of_interest
from directory.page_queries import welcoming_after_slip
from directory.queries import published_by_ids
from finder import catalogue
from finder.answering import present_moment
from finder.labels import interest_label
from finder.listing import (
    municipalities_with_offers,
    offers_in,
    offers_reaching,
    offers_with,
)
from finder.snapshot import Snapshot
from places.areas import Municipality
from places.gazetteer import gazetteer
from web.access import public
from web.pages import Page
from web.sides import Side
from web.street_tiles import street_tiles

bp = Blueprint("areas", __name__)

# What one reads through on a phone without losing heart, and it loads and draws at once.
ON_ONE_PAGE: Final = 24
NEIGHBOURS: Final = 4
WELCOMING: Final = 8


@dataclass(frozen=True)
class MunicipalityPage(Page):
    """What there is to go to in a municipality; ``sealed`` opens the questions with it filled in."""

    template: ClassVar[str] = "areas/municipality.html"

    number: str
    name: str
    county: str
    groups: tuple[Group, ...]
    reaching: tuple[Listed, ...]
    neighbours: tuple[tuple[str, str], ...]
    side: Side
    has_examples: bool
    has_map: bool
    tiles: Tiles | None
    sealed: str


@dataclass(frozen=True)
class InterestPage(Page):
    """What there is of one interest in the whole country, and the interests around it."""

    template: ClassVar[str] = "areas/interest.html"

    interest: str
    name: str
    title: str
    above: tuple[tuple[str, str], ...]
    under: tuple[tuple[str, str], ...]
    related: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    side: Side
    has_examples: bool
    sealed: str


@dataclass(frozen=True)
class SlipPage(Page):
    """For somebody who has just slipped: whom to ring, and who says one is welcome back."""

    template: ClassVar[str] = "areas/slip.html"
    # That somebody has been here is nobody's business, so no cache keeps it.
    is_private: ClassVar[bool] = True

    lines: tuple[Line, ...]
    welcoming: tuple[Listed, ...]


class NoSuchPageError(NotFoundError):
    """There is no such municipality or interest, or its list has no such part."""


@bp.get("/kommune/<number>")
@public
def show_municipality(number: str) -> Response:
    municipality = gazetteer().municipality(number)
    if municipality is None:
        raise NoSuchPageError(f"There is no municipality {number}.")
    session, moment = db.session(), present_moment()
    snapshot = catalogue.current(session)
    ids = offers_in(snapshot, number, moment)
    side = _side_asked_for(len(ids))
    here = _entries(session, _on_side(ids, side), moment, lambda one: _is_in(one, number))
    reaching = offers_reaching(snapshot, number, moment)[:ON_ONE_PAGE]
    # What reaches the municipality from elsewhere stays off its map: one need not go there.
    from_afar = tuple(
        replace(entry, place=None) for entry in _entries(session, reaching, moment, _is_from_home)
    )
    return MunicipalityPage(
        number=number,
        name=municipality.name,
        county=municipality.county.name,
        groups=by_kind(here),
        reaching=from_afar,
        neighbours=_neighbours(municipality, municipalities_with_offers(snapshot, moment)),
        side=side,
        has_examples=any(entry.is_example for entry in (*here, *from_afar)),
        has_map=any(entry.place for entry in here),
        tiles=street_tiles(),
        sealed=_sealed(municipality=number),
    ).respond()


@bp.get("/interesse/<interest>")
@public
def show_interest(interest: str) -> Response:
    session, moment = db.session(), present_moment()
    snapshot = catalogue.current(session)
    known = snapshot.vocabulary.interests.get(interest)
    if known is None:
        raise NoSuchPageError(f"There is no interest {interest}.")
    ids = offers_with(snapshot, interest, moment)
    side = _side_asked_for(len(ids))
    entries = _entries(session, _on_side(ids, side), moment)
    name = interest_label(snapshot.vocabulary, interest)
    return InterestPage(
        interest=interest,
        name=name,
        title=title_of_interest(name),
        above=_named(snapshot, snapshot.vocabulary.above(interest)[:0:-1]),
        under=_named(snapshot, snapshot.vocabulary.children(interest)),
        related=_named(snapshot, known.related),
        groups=by_kind(entries),
        side=side,
        has_examples=any(entry.is_example for entry in entries),
        sealed=_sealed(interests=[interest]),
    ).respond()


@bp.get("/sprekk")
@public
def show_slip() -> Response:
    session, now = db.session(), now_in_norway()
    return SlipPage(lines_after_slip(session, now), _welcoming(session, now)).respond()


def _welcoming(session: Session, now: datetime) -> tuple[Listed, ...]:
    """Return those who say one is welcome back. Whoever needs this page gets it with less on it
    rather than not at all, so a database that fails counts as an empty one.
    """
    try:
        offers = welcoming_after_slip(session, WELCOMING, now.date())
    except SQLAlchemyError:
        return ()
    return tuple(listed_offer(offer, now) for offer in offers)


def _entries(
    session: Session,
    ids: Sequence[str],
    moment: datetime,
    counts: Callable[[Schedule], bool] | None = None,
) -> tuple[Listed, ...]:
    """Return an entry for each offer that is still published, in the order of ``ids``."""
    offers, now = published_by_ids(session, ids), moment.replace(tzinfo=NORWAY)
    return tuple(listed_offer(offers[one], now, counts) for one in ids if one in offers)


def _is_in(schedule: Schedule, municipality: str) -> bool:
    return schedule.venue is not None and schedule.venue.municipality == municipality


def _is_from_home(schedule: Schedule) -> bool:
    return schedule.attendance is not Attendance.IN_PERSON


def _side_asked_for(length: int) -> Side:
    """Return the side of the list named in the address; raises NoSuchPageError for one beyond it."""
    text = request.args.get("side", "1")
    last = max(1, -(-length // ON_ONE_PAGE))
    number = int(text) if text.isdecimal() and text.isascii() and len(text) < len(str(10**6)) else 0
    if not 1 <= number <= last:
        raise NoSuchPageError(f"The list has no part {text!r}.")
    return Side(number, number - 1 or None, number + 1 if number < last else None)


def _on_side(ids: Sequence[str], side: Side) -> Sequence[str]:
    first = (side.number - 1) * ON_ONE_PAGE
    return ids[first : first + ON_ONE_PAGE]


def _neighbours(here: Municipality, numbers: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the nearest of ``numbers``, each with its name; nearest by the towns they are known by."""
    found = (gazetteer().municipality(number) for number in numbers if number != here.number)
    others = [other for other in found if other is not None]
    others.sort(key=lambda other: (_squared(here, other), other.number))
    return tuple((other.number, other.name) for other in others[:NEIGHBOURS])


def _squared(one: Municipality, other: Municipality) -> float:
    # In Norway a degree of longitude is about half of one of latitude: near enough to order by.
    return (one.lat - other.lat) ** 2 + ((one.lon - other.lon) / 2) ** 2


def _named(snapshot: Snapshot, interests: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one, interest_label(snapshot.vocabulary, one)) for one in interests)


def _sealed(**answers: object) -> str:
    seal: Seal = current_app.extensions["seal"]
    return seal.close(dict(answers))
