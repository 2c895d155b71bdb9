"""What has to be told before a group can be put in: named one by one, each with the page to tell it on."""

from dataclasses import dataclass
from typing import Final

from directory.choices import Attendance
from stewardship.contact_points import KEY as CONTACT_POINT
from stewardship.registering.answers import Answers
from stewardship.registering.meeting_places import meeting_places
from web.languages import gettext as _

TIMES_READ: Final = "tider"


@dataclass(frozen=True)
class Missing:
    """What is not told yet, in words, and the page on which it is told."""

    slug: str
    words: str


def missing_from(answers: Answers) -> list[Missing]:
    """Return everything that has to be told first, in the order of the questions."""
    return [
        *_about_the_group(answers),
        *_about_place_and_time(answers),
        *_about_coming(answers),
        *_about_the_sender(answers),
    ]


def _about_the_group(answers: Answers) -> list[Missing]:
    entry = answers.entry
    has_organisation = answers.is_change or bool(answers.organisation)
    wanted = (
        ("navn", bool(entry.get("name")) and has_organisation, _("Navnet, og hvem som står bak")),
        ("hva", bool(entry.get("kind")), _("Hva slags tilbud det er")),
        ("hva", bool(entry.get("summary")), _("Noen ord om hva dere gjør")),
    )
    return _lacking(wanted)


def _about_place_and_time(answers: Answers) -> list[Missing]:
    places = meeting_places(answers.entry)
    is_somewhere = bool(places or answers.entry.get("serves"))
    has_times = all(_has_times(table) for place in places for table in place.schedules)
    is_read = bool(answers.typed.get("has_read_times", answers.is_change))
    wanted = (
        ("sted", is_somewhere, _("Hvor det er, eller at det er på nett eller telefon")),
        ("tid", has_times, _("Når det er, eller at det er etter avtale")),
        (TIMES_READ, is_read or not (places and has_times), _("At tidene er riktig forstått")),
    )
    return _lacking(wanted)


def _about_coming(answers: Answers) -> list[Missing]:
    entry = answers.entry
    by_phone = any(one["attendance"] == Attendance.PHONE for one in entry.get("schedules", ()))
    has_phone = any(one.get("phone") or one.get("sms") for one in entry.get("contacts", ()))
    has_contact = bool(entry.get("contacts") or answers.typed.get(CONTACT_POINT))
    # Nobody named means oneself, in an entry that was there before anybody asked.
    has_audience = bool(entry.get("audience")) or answers.is_change
    wanted = (
        ("hvem", has_audience, _("Hvem det er for")),
        ("regler", bool(entry.get("sobriety_rule")), _("Hva som kreves av dem som kommer")),
        ("pris", bool(entry.get("cost")), _("Hva det koster, eller at det er gratis")),
        ("forste-gang", bool(entry.get("first_visit")), _("Hvordan den første gangen er")),
        ("kontakt", has_contact, _("Hvordan man tar kontakt")),
        ("kontakt", has_phone or not by_phone or not has_contact, _("Telefonnummeret man ringer")),
    )
    return _lacking(wanted)


def _about_the_sender(answers: Answers) -> list[Missing]:
    if answers.is_change:
        return []
    has_sender = bool(answers.email and answers.typed.get("verification"))
    return _lacking((("deg", has_sender, _("Hvem du er, så vi kan svare deg")),))


def _has_times(schedule: dict[str, object]) -> bool:
    return any(schedule.get(key) for key in ("rrule", "starts_on", "start_time", "by_appointment"))


def _lacking(wanted: tuple[tuple[str, bool, str], ...]) -> list[Missing]:
    return [Missing(slug, words) for slug, is_told, words in wanted if not is_told]
