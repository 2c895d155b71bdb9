"""What may be told of the counts, so that nobody's answer can be read out of them, or worked out.

Pure arithmetic on rows of counts: it knows no table, no clock and no page. Four things are promised,
also to somebody who knows these rules, and how many sheets were made in which month and municipality:

* Only finished months are told. They never change, since a count belongs to the month in which it
  happened. So holding the page of today against that of yesterday tells nothing.
* Months are told in spans: a month that is too small goes together with those after it, until they are
  large. Every number is then five or more, and so is all that can be worked out as a difference. Spans
  of answers are made of whole spans of sheets, so that they tell nothing new of the sheets.
* How many opened, took contact or went is told only where at least five sheets made in the same span
  are left beside them. So it never says that everybody did, nor that nobody did.
* A number stays large, or becomes nothing, when what any one practice has added is taken away: a
  practice knows its own.

Under a span, the municipalities stand beside their sum. To a practice of its own: of sheets made, one
that is small hides with the smallest large one (``core.withholding``); of answers, those with few sheets
go together, and then all or none are told. To everybody: as ``told_to_all`` has it. Kinds are told of
sheets made alone: they overlap, so that with several of them and the knowledge of one sheet, the answer
to that sheet could be found.

Not protected: what somebody knows besides, as four of five answers, or how many others prescribe; what
two practices find out when they put together what each knows; how many sheets have two kinds at once;
for colleagues of one practice, how many sheets each has made; and that no sheet at all was made for a
place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.withholding import FEWEST_SHOWN, shown_parts
from prescribing.choices import Counted
from prescribing.practices.tallies import CountRow, Counts, Tally, may_be_told, sum_of
from prescribing.practices.told_to_all import kinds_told, municipalities_to_all

FEWEST_SHEETS: Final = 2 * FEWEST_SHOWN
"""With fewer sheets there can be no large number of which as many are left."""


@dataclass(frozen=True)
class Span:
    """Some months, from the first to the last, and how many in them."""

    first: str
    last: str
    number: int


@dataclass(frozen=True)
class Shown:
    """What may be told of one event. ``number`` is the sum of the spans, None where there is none.

    ``municipalities`` and ``kinds`` are of the same months, and leave out those that may not be told.
    Each is the sum of the spans in which it may: another span may have more of it.
    """

    number: int | None
    spans: tuple[Span, ...]
    municipalities: Mapping[str, int]
    kinds: Mapping[str, int]


def shown(rows: Iterable[CountRow], event: Counted, this_month: str) -> Shown:
    """Return what a practice may be told of ``event``; ``rows`` are its own."""
    counts = _finished(rows, event, this_month)
    spans = tuple(_spans(counts))
    within = [counts.within(span.first, span.last) for span in spans]
    kinds = map(kinds_told, within) if counts.is_of_sheets else ()
    return _together(spans, map(_municipalities_told, within), kinds)


def shown_to_all(rows: Iterable[CountRow], event: Counted, this_month: str) -> Shown:
    """Return what everybody may be told of ``event``; ``rows`` are of every practice there is."""
    counts = _finished(rows, event, this_month)
    spans = tuple(_spans(counts))
    of_sheets = _sheets(counts)
    sheets = [(one, of_sheets.within(one.first, one.last)) for one in _spans_of_sheets(counts)]
    municipalities = []
    for span in spans:
        within = counts.within(span.first, span.last)
        made = [one for part, one in sheets if span.first <= part.first and part.last <= span.last]
        municipalities.append(municipalities_to_all(within, made))
    kinds = (kinds_told(one) for _span, one in sheets) if counts.is_of_sheets else ()
    return _together(spans, municipalities, kinds)


def _finished(rows: Iterable[CountRow], event: Counted, this_month: str) -> Counts:
    needed = {event, Counted.MADE}
    return Counts(
        tuple(row for row in rows if row.month < this_month and row.event in needed), event
    )


def _together(
    spans: tuple[Span, ...],
    municipalities: Iterable[Mapping[str, int]],
    kinds: Iterable[Mapping[str, int]],
) -> Shown:
    number = sum(span.number for span in spans) or None
    return Shown(number, spans, _added(municipalities), _added(kinds))


def _spans(counts: Counts) -> Iterable[Span]:
    """Return the spans that may be told; what comes after the last of them is too small as yet."""
    of_sheets = _spans_of_sheets(counts)
    return of_sheets if counts.is_of_sheets else _gathered(counts, of_sheets)


def _spans_of_sheets(counts: Counts) -> list[Span]:
    sheets = _sheets(counts)
    months = sorted({row.month for row in sheets.rows})
    return list(_gathered(sheets, [Span(month, month, 0) for month in months]))


def _sheets(counts: Counts) -> Counts:
    return Counts(tuple(row for row in counts.rows if row.event is Counted.MADE), Counted.MADE)


def _gathered(counts: Counts, parts: Iterable[Span]) -> Iterable[Span]:
    """Yield spans that are large, of one or more of ``parts`` that follow each other."""
    first: str | None = None
    for part in parts:
        first = first or part.first
        of_practices = counts.within(first, part.last).of_practices()
        if may_be_told(of_practices):
            yield Span(first, part.last, sum_of(of_practices).number)
            first = _month_after(part.last)


def _municipalities_told(counts: Counts) -> Mapping[str, int]:
    tallies = {str(one): tally for one, tally in _by_municipality(counts).items()}
    if counts.is_of_sheets:
        return shown_parts({one: tally.number for one, tally in tallies.items() if tally.number})
    alone, together = _apart_and_together(tallies)
    groups = [*alone.values(), *([sum_of(together.values())] if together else [])]
    is_told = all(group.is_large for group in groups)
    return {one: tally.number for one, tally in alone.items()} if is_told else {}


def _by_municipality(counts: Counts) -> dict[object, Tally]:
    return counts.tallies(lambda row: row.municipality)


def _apart_and_together(
    tallies: Mapping[str, Tally],
) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Part those of which enough sheets were made to stand alone from those that can only be one.

    What was answered is not looked at here: whoever knows the sheets could do the same.
    """
    made = {one: tally.number + (tally.left or 0) for one, tally in tallies.items()}
    few = {one for one in tallies if made[one] < FEWEST_SHEETS}
    while few and sum(made[one] for one in few) < FEWEST_SHEETS and len(few) < len(tallies):
        least = min(made[one] for one in tallies if one not in few)
        few |= {one for one in tallies if made[one] == least}
    alone = {one: tally for one, tally in tallies.items() if one not in few}
    return alone, {one: tallies[one] for one in tallies if one in few}


def _added(parts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    sums: dict[str, int] = {}
    for part in parts:
        for one, number in part.items():
            sums[one] = sums.get(one, 0) + number
    return sums


def _month_after(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}"
