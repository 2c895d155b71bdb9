"""The page that shows what there is in a municipality and what is missing, to everybody."""

from dataclasses import dataclass
from typing import ClassVar

from babel.dates import get_day_names
from flask import Blueprint, Response

from core.db import db
from finder import catalogue
from finder.age_bands import BAND_WORDS
from finder.answering import present_moment
from finder.labels import inside_sentence, interest_label
from finder.snapshot import Snapshot
from places.gazetteer import gazetteer
from stewardship.visitors.gaps import GapRow, GapTable, gaps
from stewardship.visitors.queries import NoSuchMunicipalityError
from stewardship.visitors.wishing import wishes_in
from web.access import public
from web.languages import current_locale
from web.languages import gettext as _
from web.pages import Page

bp = Blueprint("gaps", __name__)

DAYS_OF_WEEK = range(7)


@dataclass(frozen=True)
class ShownRow:
    """One group of interests in words; ``wishes`` are names and numbers, the most wished for first."""

    label: str
    interest: str | None
    squares: tuple[int, ...]
    wishes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ShownTable:
    """``id`` is where on the page it stands."""

    id: str
    label: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class GapsPage(Page):
    """What there is by interest, age and day of the week. ``days`` are short names with the whole ones."""

    template: ClassVar[str] = "stewardship/gaps.html"

    number: str
    name: str
    days: tuple[tuple[str, str], ...]
    all_ages: ShownTable
    by_age: tuple[ShownTable, ...]


@bp.get("/kommune/<number>/oversikt")
@public
def show_gaps(number: str) -> Response:
    municipality = gazetteer().municipality(number)
    if municipality is None:
        raise NoSuchMunicipalityError(f"There is no municipality {number}.")
    session = db.session()
    snapshot = catalogue.current(session)
    counted = gaps(snapshot, number, present_moment(), wishes_in(session, number))
    all_ages, *by_age = (_shown(table, snapshot) for table in counted)
    return GapsPage(
        number=number,
        name=municipality.name,
        days=_days(),
        all_ages=all_ages,
        by_age=tuple(by_age),
    ).respond()


def _shown(table: GapTable, snapshot: Snapshot) -> ShownTable:
    band = table.age_band
    return ShownTable(
        id="alle" if band is None else f"alder-{band.value.replace('_', '-')}",
        label=_("Alle aldre") if band is None else str(BAND_WORDS[band]),
        rows=tuple(_shown_row(row, snapshot) for row in table.rows),
    )


def _shown_row(row: GapRow, snapshot: Snapshot) -> ShownRow:
    vocabulary = snapshot.vocabulary
    label = _("Interesse ikke oppgitt") if row.interest is None else None
    wishes = tuple(
        (inside_sentence(interest_label(vocabulary, one.interest)), one.number)
        for one in row.wishes
    )
    return ShownRow(
        label=label or interest_label(vocabulary, str(row.interest)),
        interest=row.interest,
        squares=row.squares,
        wishes=wishes,
    )


def _days() -> tuple[tuple[str, str], ...]:
    short = get_day_names("abbreviated", "stand-alone", current_locale())
    whole = get_day_names("wide", "stand-alone", current_locale())
    return tuple((short[day].rstrip("."), whole[day]) for day in DAYS_OF_WEEK)
