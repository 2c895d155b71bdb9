"""The fourth question: when one meets, in the words people use, at each of the places."""

from dataclasses import replace
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField
from wtforms.validators import ValidationError

from directory.timetable import TimeState
from stewardship.registering.answers import Answers
from stewardship.registering.meeting_places import (
    MeetingPlace,
    meeting_places,
    times_alone,
    with_times,
)
from stewardship.registering.place_names import place_name
from stewardship.registering.questions.question import Known, Question
from stewardship.registering.questions.times_of_places import TimesOfPlaces, time_fields
from stewardship.times_typed.typed_words import typed_words
from web.languages import gettext as _
from web.languages import lazy_gettext as _l


class When(TimesOfPlaces, Question):
    """For each place ``times_0``, ``appointment_0`` and ``reading_0``, which answers a doubt."""

    slug: ClassVar[str] = "tid"

    def __init__(
        self, answers: Answers, known: Known, typed: MultiDict[str, str] | None = None
    ) -> None:
        self.take_places(answers.entry)
        super().__init__(answers, known, typed)

    def filled(self) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for number, place in enumerate(self.places):
            shown[f"times_{number}"] = words_for(place)
            shown[f"appointment_{number}"] = _is_by_appointment(place)
        return shown

    def changed(self) -> Answers:
        entry = self.answers.entry
        # From the last one on, so that the numbers of those before it stay the same.
        for number in sorted(self.understood, reverse=True):
            entry = entry | {"schedules": with_times(entry, number, self.understood[number])}
        changed = self.answers.with_entry(schedules=entry.get("schedules", []))
        return changed.with_typed(has_read_times=False) if self.understood else changed

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return what the page shows for each place."""
        return [
            {
                "name": place_name(place),
                "times": self[f"times_{number}"],
                "appointment": self[f"appointment_{number}"],
                "reading": f"reading_{number}",
                "readings": self.readings.get(number, []),
                "is_unsayable": _is_unsayable(place),
            }
            for number, place in enumerate(self.places)
        ]

    def read(self, number: int) -> None:
        """Understand what is typed for one place. Raises ValidationError with what to do."""
        place = self.places[number]
        words = self[f"reading_{number}"].data or self[f"times_{number}"].data
        by_appointment = bool(self[f"appointment_{number}"].data)
        if not words and not by_appointment and not _is_unsayable(place):
            raise ValidationError(_("Skriv når dere møtes, eller velg at det er etter avtale."))
        if words == words_for(place) and by_appointment == _is_by_appointment(place):
            return
        if words:
            times = self.understand(number, words, self.known.today)
        else:
            times = [times_alone(one) for one in place.schedules] if _is_unsayable(place) else [{}]
        told = {"by_appointment": True} if by_appointment else {}
        self.understood[number] = [one | told for one in times]


def when_form(answers: Answers) -> type[When]:
    """Return the form with the fields of each place there is."""
    fields: dict[str, Any] = {}
    for number in range(len(meeting_places(answers.entry))):
        fields |= time_fields(number)
        fields[f"appointment_{number}"] = BooleanField(_l("Etter avtale"))
    return type("WhenForm", (When,), fields)


def words_for(place: MeetingPlace) -> str:
    """Return the times at a place as they can be typed; empty where nothing is told, or they cannot.

    That one has to make an appointment has a field of its own.
    """
    tables = [table for table in place.timetables if not _says_nothing(table.state)]
    said = [typed_words(replace(table, by_appointment=None)) for table in tables]
    return "\n".join(one for one in said if one) if all(said) else ""


def _says_nothing(state: TimeState) -> bool:
    return state in {TimeState.NOT_TOLD, TimeState.BY_APPOINTMENT}


def _is_by_appointment(place: MeetingPlace) -> bool:
    return any(one.get("by_appointment") for one in place.schedules)


def _is_unsayable(place: MeetingPlace) -> bool:
    """Tell whether there are times that this page cannot show, and that stay where nothing is typed."""
    is_told = any(not _says_nothing(table.state) for table in place.timetables)
    return is_told and not words_for(place)
