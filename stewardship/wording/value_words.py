"""The values of an entry in words: one function for each kind of field, all of them told.

They read entries as the offer file has them, so that what is only proposed can be shown as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, Final

from babel.numbers import format_decimal

from core.clock import now_in_norway
from core.db import db
from directory import choice_words, choices
from directory.contact_words import contact_points
from directory.models import Schedule, Venue
from directory.offer_words import languages_in_words
from directory.place_words import address_lines, place_in_short, reach_in_words
from directory.time_words import remarks_on, when_in_words
from directory.timetables import timetable_of
from directory.wording import date_in_words, listed, with_capital
from finder import catalogue
from finder.labels import effect_label, interest_label
from web.languages import LANGUAGES, current_locale
from web.languages import gettext as _

Entry = Mapping[str, Any]
DATES: Final = ("starts_on", "until")


def lines(values: Sequence[str]) -> str:
    return "\n".join(values)


def years(number: int) -> str:
    return _("%(years)d år", years=number)


def kroner(amount: float) -> str:
    pattern = "#,##0" if amount == int(amount) else "#,##0.00"
    return _("%(kroner)s kr", kroner=format_decimal(amount, pattern, locale=current_locale()))


def yes_or_no(told: bool) -> str:
    return _("Ja") if told else _("Nei")


def kind(value: str) -> str:
    return choice_words.kind_in_words(choices.OfferKind(value))


def sobriety_rule(value: str) -> str:
    return choice_words.sobriety_in_words(choices.SobrietyRule(value))


def gender(value: str) -> str:
    return choice_words.gender_in_words(choices.Gender(value))


def participants(value: str) -> str:
    return choice_words.participants_in_words(choices.Participants(value))


def led_by(value: str) -> str:
    return choice_words.leaders_in_words(choices.LedBy(value))


def approach(value: str) -> str:
    return choice_words.approach_in_words(choices.Approach(value))


def shape(value: str) -> str:
    return choice_words.format_in_words(choices.Format(value))


def intensity(value: str) -> str:
    return choice_words.intensity_in_words(choices.Intensity(value))


def capacity(value: str) -> str:
    return choice_words.capacity_in_words(choices.Capacity(value))


def audience(values: Sequence[str]) -> str:
    words = (choice_words.audience_in_words(choices.Audience(one)) for one in values)
    return with_capital(listed(words))


def topics(values: Sequence[str]) -> str:
    words = (choice_words.topic_in_words(choices.Topic(one)) for one in values)
    return with_capital(listed(words))


def interests(values: Sequence[str]) -> str:
    vocabulary = catalogue.current(db.session()).vocabulary
    return listed(interest_label(vocabulary, one) for one in values)


def effects(values: Sequence[str]) -> str:
    vocabulary = catalogue.current(db.session()).vocabulary
    return listed(effect_label(vocabulary, one) for one in values)


def languages(values: list[str]) -> str:
    return languages_in_words(values) or ""


def areas(values: Sequence[str]) -> str:
    return with_capital(reach_in_words(values) or "")


def contacts(values: Sequence[Entry]) -> str:
    told = ("\n".join(_contact(value)) for value in values)
    # One of whom nothing is told has no words either.
    return "\n\n".join(filter(None, told))


def sources(values: Sequence[Entry]) -> str:
    told = (
        filter(None, (one.get("title"), _as_text(one.get("year")), one.get("url")))
        for one in values
    )
    return "\n".join(", ".join(parts) for parts in told)


def schedules(values: Sequence[Entry]) -> str:
    return "\n\n".join("\n".join(_schedule(value)) for value in values)


def schedule_of(value: Entry) -> Schedule:
    """Return one time of an entry as what the words of the catalogue's pages are made from."""
    told = {key: one for key, one in value.items() if key not in ("venue", "except")}
    told |= {key: _as_date(told[key]) for key in DATES if told.get(key)}
    if isinstance(told.get("start_time"), str):
        told["start_time"] = time.fromisoformat(told["start_time"])
    told |= {"attendance": choices.Attendance(value["attendance"])}
    if value.get("holidays"):
        told["holidays"] = choices.Holidays(value["holidays"])
    venue = value.get("venue")
    return Schedule(
        **{"timezone": "Europe/Oslo", "note": {}} | told,
        exceptions=[_as_date(day).isoformat() for day in value.get("except", ())],
        venue=None if venue is None else venue_of(venue),
    )


def venue_of(value: Entry) -> Venue:
    precision = value.get("precision")
    told = dict(value) | {"precision": choices.Precision(precision) if precision else None}
    return Venue(**told)


def _contact(value: Entry) -> Iterator[str]:
    point = next(iter(contact_points([value])), None)
    if point is None:
        yield from filter(None, (value.get("name"), value.get("role")))
        return
    if point.who:
        yield point.who
    for way in point.ways:
        yield _("%(way)s: %(words)s", way=way.label, words=way.words)


def _schedule(value: Entry) -> Iterator[str]:
    schedule = schedule_of(value)
    timetable = timetable_of(schedule, None)
    yield when_in_words(timetable)
    # Every day that is left out is said, not only the next ones as on a page.
    yield from remarks_on(replace(timetable, exceptions=frozenset()), now_in_norway().date())
    for day in sorted(timetable.exceptions):
        yield _("Ikke %(day)s.", day=date_in_words(day))
    yield with_capital(place_in_short(schedule))
    if schedule.venue is not None:
        yield from _venue(schedule.venue)
    if schedule.attendance is choices.Attendance.HYBRID:
        yield _("Du kan også være med på nett.")
    if schedule.online_url:
        yield schedule.online_url
    yield from _note(schedule.note)


def _note(texts: Mapping[str, str]) -> Iterator[str]:
    for language, words in texts.items():
        if len(texts) == 1:
            yield words
        else:
            name = LANGUAGES[language].name if language in LANGUAGES else language
            yield _("%(language)s: %(words)s", language=name, words=words)


def _venue(venue: Venue) -> Iterator[str]:
    address = ", ".join(address_lines(venue))
    if address:
        yield address
    for told, yes, no in (
        (venue.indoor, _("Innendørs."), _("Utendørs.")),
        (venue.step_free, _("Uten trapper eller trinn."), _("Med trapp eller trinn.")),
        (venue.alcohol_served, _("Det serveres alkohol."), _("Det serveres ikke alkohol.")),
    ):
        if told is not None:
            yield yes if told else no
    if venue.lat is not None and venue.precision is choices.Precision.EXACT:
        yield _("På kartet: %(lat)s, %(lon)s", lat=f"{venue.lat:.4f}", lon=f"{venue.lon:.4f}")


def _as_date(value: str | date) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)
