"""What the counts tell, in words: to a practice of its own, and to everybody of all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.clock import now_in_norway
from directory.choice_words import kinds_in_words
from directory.choices import OfferKind
from places.gazetteer import gazetteer
from prescribing.choices import Counted
from prescribing.models import NOT_TOLD
from prescribing.practices.shown import Shown, shown
from prescribing.practices.tallies import CountRow
from web.languages import day_in_words
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

TOLD: Final[Mapping[Counted, object]] = {
    Counted.MADE: _l("Ark med kode"),
    Counted.OPENED: _l("Ark som er åpnet"),
    Counted.CONTACT_YES: _l("Tok kontakt"),
    Counted.WENT_YES: _l("Var der"),
}


@dataclass(frozen=True)
class Part:
    """One part of a number: some months, a municipality or a kind of offer."""

    words: str
    number: int


@dataclass(frozen=True)
class Told:
    """One number with its parts. ``number`` is None where it is too small to be told.

    ``period`` is the months it is of: they need not be the same for each number. ``others`` are those
    that are not told of by municipality; None where there are none.
    """

    event: Counted
    words: str
    number: int | None
    period: str | None
    months: tuple[Part, ...]
    municipalities: tuple[Part, ...]
    others: int | None
    kinds: tuple[Part, ...]


def counts_told(rows: Iterable[CountRow]) -> tuple[Told, ...]:
    """Return what a practice may be told of its own ``rows`` today, of the months that have ended."""
    this_month = f"{now_in_norway():%Y-%m}"
    of_all = list(rows)
    return tuple(told_in_words(event, shown(of_all, event, this_month)) for event in TOLD)


def told_in_words(event: Counted, what: Shown) -> Told:
    others = (what.number or 0) - sum(what.municipalities.values())
    # One alone has the whole number, and tells nothing new.
    places = what.municipalities if others or len(what.municipalities) > 1 else {}
    return Told(
        event=event,
        words=str(TOLD[event]),
        number=what.number,
        period=_period(what.spans[0].first, what.spans[-1].last) if what.spans else None,
        months=tuple(Part(_period(one.first, one.last), one.number) for one in what.spans),
        municipalities=_parts(places, _municipality),
        others=others if places and others else None,
        kinds=_parts(what.kinds, lambda kind: kinds_in_words(OfferKind(kind))),
    )


def _parts(numbers: Mapping[str, int], in_words: Callable[[str], str]) -> tuple[Part, ...]:
    """Return the parts, the largest first."""
    parts = [Part(in_words(one), number) for one, number in numbers.items()]
    return tuple(sorted(parts, key=lambda part: (-part.number, part.words)))


def _municipality(number: str) -> str:
    if number == NOT_TOLD:
        return _("Stedet er ikke oppgitt")
    return gazetteer().name_of(number) or number


def _period(first: str, last: str) -> str:
    """Return such as «april til mai 2026», or one month alone."""
    begins, ends = (date.fromisoformat(f"{month}-01") for month in (first, last))
    if begins == ends:
        return day_in_words(ends, "MMMM y")
    pattern = "MMMM" if begins.year == ends.year else "MMMM y"
    return _(
        "%(first)s til %(last)s",
        first=day_in_words(begins, pattern),
        last=day_in_words(ends, "MMMM y"),
    )
