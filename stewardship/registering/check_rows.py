"""The answers in words, question by question, for whoever looks them over before sending."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from directory.choices import Holidays
from directory.place_words import address_lines
from directory.timetable import Timetable
from stewardship.contact_points import KEY as CONTACT_POINT
from stewardship.differences import leaves_of
from stewardship.hints.giving import Hint
from stewardship.registering.answers import Answers
from stewardship.registering.meeting_places import MeetingPlace, meeting_places
from stewardship.registering.organisation_search import organisation_name
from stewardship.registering.place_names import place_name
from stewardship.registering.questions import first_time, rules
from stewardship.registering.questions.order import TITLES, slugs
from stewardship.registering.questions.way_fields import WAYS
from stewardship.times_typed.read_back import read_back
from stewardship.times_typed.values import TypedTimes
from stewardship.verification import Way
from stewardship.wording.field_words import difference_in_words, field_name
from stewardship.wording.value_words import venue_of
from web.languages import gettext as _
from web.languages import ngettext

SLUG_OF_FIELD: Final = {
    "name": "navn",
    "aliases": "navn",
    "kind": "hva",
    "summary": "hva",
    "interests": "hva",
    "schedules": "sted",
    "audience": "hvem",
    "topics": "hvem",
    "age": "hvem",
    "gender": "hvem",
    "participants": "hvem",
    "led_by": "hvem",
    "sobriety_rule": "regler",
    "cost": "pris",
    "first_visit": "forste-gang",
    "contacts": "kontakt",
}


@dataclass(frozen=True)
class CheckRow:
    """What a field is called, and what stands in it, a line each."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CheckPart:
    """One question with all that is answered to it, and what could be said better."""

    slug: str
    title: object
    rows: tuple[CheckRow, ...]
    hints: tuple[Hint, ...]


def check_parts(
    session: Session, answers: Answers, hints: list[Hint], today: date
) -> list[CheckPart]:
    rows: dict[str, list[CheckRow]] = {slug: [] for slug in slugs(answers)}
    for slug, row in _rows(session, answers, today):
        rows[slug].append(row)
    return [
        CheckPart(slug, TITLES[slug], tuple(found), hints_on(slug, hints))
        for slug, found in rows.items()
    ]


def hints_on(slug: str, hints: list[Hint]) -> tuple[Hint, ...]:
    """Return the hints on what is asked at ``slug``."""
    return tuple(hint for hint in hints if slug_of_field(hint.field) == slug)


def slug_of_field(key: str) -> str | None:
    """Return where a field of the entry is asked about; None for one that no question asks about."""
    first, _dot, rest = key.partition(".")
    if first == "access":
        return {
            **dict.fromkeys(first_time.ASKED, "forste-gang"),
            **dict.fromkeys(rules.ASKED, "regler"),
        }.get(rest)
    return SLUG_OF_FIELD.get(first)


def _rows(session: Session, answers: Answers, today: date) -> Iterator[tuple[str, CheckRow]]:
    for key, value in leaves_of(answers.entry).items():
        slug = slug_of_field(key)
        if slug is not None and key != "schedules":
            words = difference_in_words(key, value)
            yield slug, CheckRow(field_name(key), tuple(words.splitlines()))
    yield from _behind(session, answers)
    for place in meeting_places(answers.entry):
        yield "sted", CheckRow(place_name(place), _place_lines(place))
        yield "tid", CheckRow(place_name(place), times_in_words(place, today))
    if answers.hides_address:
        yield "sted", CheckRow(_("Skjult adresse"), (_("Siden viser bare kommunen."),))
    yield from _relay(answers)
    if not answers.is_change:
        yield from _sender(answers)


def times_in_words(place: MeetingPlace, today: date) -> tuple[str, ...]:
    """Return when one meets at a place, and what else is good to know of it."""
    return read_back((_typed(table) for table in place.timetables), today)


def _typed(table: Timetable) -> TypedTimes:
    return TypedTimes(
        rrule=table.rrule,
        starts_on=table.starts_on,
        start_time=table.start_time,
        duration_minutes=table.duration_minutes,
        by_appointment=table.by_appointment,
        until=table.until,
        exceptions=tuple(sorted(table.exceptions)),
        holidays=None if table.holidays is None else Holidays(table.holidays),
    )


def _place_lines(place: MeetingPlace) -> tuple[str, ...]:
    address = address_lines(venue_of(place.venue)) if place.venue else ()
    link = place.place.get("online_url")
    is_pointed_at = "lat" in place.venue
    point = (_("Stedet er satt på kartet."),) if is_pointed_at else ()
    return (*address, *((link,) if link else ()), *point)


def _behind(session: Session, answers: Answers) -> Iterator[tuple[str, CheckRow]]:
    told = answers.organisation
    if not told:
        return
    there = told.get("id")
    name = organisation_name(session, there) if there else str(told.get("name", ""))
    lines = (name, _("Finnes her fra før.")) if there else (name,)
    number = told.get("orgnr") or answers.typed.get("orgnr")
    numbers = (_("Organisasjonsnummer %(number)s", number=number),) if number else ()
    yield "navn", CheckRow(_("Hvem som står bak"), (*lines, *numbers))


def _relay(answers: Answers) -> Iterator[tuple[str, CheckRow]]:
    point = answers.typed.get(CONTACT_POINT)
    if point:
        days = point["answers_within_days"]
        promise = ngettext(
            "Dere svarer innen %(num)s dag.", "Dere svarer innen %(num)s dager.", days
        )
        yield "kontakt", CheckRow(_("Meldinger gjennom siden"), (point["email"], promise))


def _sender(answers: Answers) -> Iterator[tuple[str, CheckRow]]:
    if answers.email:
        yield "deg", CheckRow(_("E-posten din"), (answers.email,))
    known = answers.typed.get("verification")
    if known:
        whom = (known["whom"],) if known["whom"] else ()
        yield (
            "deg",
            CheckRow(
                _("Slik vet vi at du snakker for gruppa"), (str(WAYS[Way(known["way"])]), *whom)
            ),
        )
