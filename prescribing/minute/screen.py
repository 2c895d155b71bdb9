"""What stands beside the form: the sheet with its three places, and what else fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from core.seal import Seal
from directory.models import Offer
from directory.queries import published_by_ids
from finder.cards import Card, Dealing, SignpostLine, signpost_lines
from finder.notices import notices_of, wish_is_missing
from finder.telling import telling_of
from prescribing.choices import Heading, Reason
from prescribing.draft import MOST_ITEMS, Draft, Item, close
from prescribing.minute.found import Found, find
from prescribing.minute.slots import Filled, filled
from prescribing.minute.together import remarks_on, turned_away_from
from prescribing.minute.traits import traits_of
from prescribing.minute.ways import Ways, ways_of
from prescribing.sheets.lines import lines_that_fit
from prescribing.sheets.words import heading_in_words, line_in_words
from web.languages import gettext as _
from web.languages import ngettext

SHOWN: Final = 6
MOST_NOTICES: Final = 2


@dataclass(frozen=True)
class Option:
    """One choice of a closed list."""

    value: str
    label: str


@dataclass(frozen=True)
class Entry:
    """An offer on the sheet. ``name`` is None where it is not published any more.

    ``card`` is None where the answers rule it out, or it is gone. ``line`` is what was added.
    """

    id: str
    name: str | None
    card: Card | None
    line: str
    lines: tuple[Option, ...]


@dataclass(frozen=True)
class Place:
    """One of the three places of the sheet, with the name of what fills it; None where nothing does."""

    slot: str
    name: str | None
    is_shared: bool


@dataclass(frozen=True)
class Screen:
    """``sealed`` is the word of the sheet as it stands here; ``further`` is what else fits.

    ``place`` is where it was looked, None where no place was told. ``plan_from`` is None without a plan.
    """

    sealed: str
    summary: str
    place: str | None
    is_suggested: bool
    is_full: bool
    places: tuple[Place, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...]
    notices: tuple[str, ...]
    further: tuple[Card, ...]
    signposts: tuple[SignpostLine, ...]
    speaks_of_slip: bool
    heading: Heading
    headings: tuple[Option, ...]
    plan_from: date | None
    ways: Ways


def screen_of(session: Session, draft: Draft, seal: Seal) -> Screen | None:
    """Return None where nothing has been said yet, or it is more than an address can hold.

    Raises FaultyQuestionError where the draft is of another vocabulary.
    """
    if not is_begun(draft):
        return None
    found = find(session, draft)
    sealed = close(found.draft, seal)
    if sealed is None:
        return None
    return _screen(session, found, ways_of(sealed, close(draft, seal) or sealed), sealed)


def is_begun(draft: Draft) -> bool:
    return bool(draft.reasons or draft.question or draft.items or draft.is_by_hand)


def _screen(session: Session, found: Found, ways: Ways, sealed: str) -> Screen:
    draft, answered = found.draft, found.answered
    on_sheet = [item.offer for item in draft.items]
    further = [one for one in found.matches if one.offer not in on_sheet][:SHOWN]
    signposts = [one.offer for one in answered.answer.signposts]
    offers = published_by_ids(session, [*on_sheet, *(one.offer for one in further), *signposts])
    dealing = Dealing(
        offers, telling_of(answered), tuple(on_sheet), wish_is_told=wish_is_missing(answered)
    )
    # What fills a place of the sheet is there for that, whatever was wished for.
    placing = replace(dealing, wish_is_told=True)
    cards = {one: placing.card(match) for one, match in found.chosen.items() if one in offers}
    place = answered.understood.place
    return Screen(
        sealed=sealed,
        summary=_summary(found),
        place=place.name if place else None,
        is_suggested=found.is_suggested,
        is_full=len(draft.items) >= MOST_ITEMS,
        places=_places(on_sheet, offers, found),
        entries=tuple(_entry(item, offers, cards) for item in draft.items),
        remarks=_remarks([offers[one] for one in on_sheet if one in offers], draft),
        notices=tuple(_notices(found)),
        further=tuple(dealing.cards(further)),
        signposts=tuple(signpost_lines(signposts, offers)),
        speaks_of_slip=Reason.AFTER_A_SLIP in draft.reasons,
        heading=draft.heading,
        headings=_options((one, heading_in_words(one)) for one in Heading),
        plan_from=draft.plan_from,
        ways=ways,
    )


def _remarks(on_sheet: Sequence[Offer], draft: Draft) -> tuple[str, ...]:
    is_after_slip = Reason.AFTER_A_SLIP in draft.reasons
    turned_away = turned_away_from(on_sheet) if is_after_slip else ()
    return (*turned_away, *remarks_on(on_sheet, draft.plan_from))


def _entry(item: Item, offers: Mapping[str, Offer], cards: Mapping[str, Card]) -> Entry:
    offer = offers.get(item.offer)
    lines = lines_that_fit(offer) if offer else ()
    return Entry(
        id=item.offer,
        name=offer.name if offer else None,
        card=cards.get(item.offer),
        line=item.line or "",
        lines=_options((line, line_in_words(line)) for line in lines),
    )


def _places(
    on_sheet: Sequence[str], offers: Mapping[str, Offer], found: Found
) -> tuple[Place, ...]:
    there = [one for one in on_sheet if one in offers]
    traits = traits_of(there, found.answered.snapshot.table.columns)
    return tuple(_place(one, offers) for one in filled(there, traits))


def _place(one: Filled, offers: Mapping[str, Offer]) -> Place:
    return Place(one.slot.value, offers[one.offer].name if one.offer else None, one.is_shared)


def _notices(found: Found) -> Iterator[str]:
    yield from notices_of(found.answered, found.question)[:MOST_NOTICES]
    if found.question.not_this or found.question.avoid:
        yield _("Det som var valgt bort i svarene, er valgt bort her også.")


def _summary(found: Found) -> str:
    """Return what who hears the page is told when it changes."""
    number, on_sheet = len(found.matches), len(found.draft.items)
    if not number:
        return _("Vi fant ikke noe som passer med alt.")
    shown = min(number, SHOWN + on_sheet)
    return ngettext(
        "%(num)s forslag. %(on_sheet)s på arket.",
        "%(num)s forslag. %(on_sheet)s på arket.",
        shown,
        on_sheet=on_sheet,
    )


def _options(told: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(str(value), label) for value, label in told)
