"""Fields in which one types when it is, at each of several places, in the words people use."""

from datetime import date
from typing import Any, Final

from wtforms import Form, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.entries import Entry
from stewardship.publishing import words_of as plain_words
from stewardship.registering.meeting_places import MeetingPlace, meeting_places
from stewardship.registering.questions.fields import one_line, paragraph
from stewardship.times_typed.question_words import question_in_words
from stewardship.times_typed.reading import read_times
from stewardship.times_typed.values import Unsure
from web.languages import lazy_gettext as _l

LONGEST: Final = 500


def time_fields(number: int) -> dict[str, Any]:
    """Return the fields of one place: its times, and the answer where there is a doubt about them."""
    return {
        f"times_{number}": paragraph(
            _l("Når er det?"),
            hint=_l("Skriv som du ville sagt det, for eksempel: hver onsdag 18–20"),
            most=LONGEST,
        ),
        f"reading_{number}": StringField(filters=[one_line]),
    }


class TimesOfPlaces(Form):  # type: ignore[misc]  # WTForms ships no types
    """A form with the fields of each place. ``understood`` are new times, by the number of the place."""

    places: list[MeetingPlace]
    readings: dict[int, list[SelectChoice]]
    understood: dict[int, list[Entry]]

    def take_places(self, entry: Entry) -> None:
        """Make ready for the places of ``entry``, before anything typed is read."""
        self.places, self.readings, self.understood = meeting_places(entry), {}, {}

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        are_fine = bool(super().validate(*args, **kwargs))
        for number in range(len(self.places)):
            try:
                self.read(number)
            except ValidationError as error:
                field = self[f"times_{number}"]
                field.errors = [*field.errors, str(error)]
                are_fine = False
        return are_fine

    def read(self, number: int) -> None:
        """Understand what is typed for one place. Raises ValidationError with what to do."""
        raise NotImplementedError

    def understand(self, number: int, words: str, today: date) -> list[Entry]:
        """Return the times that ``words`` say. Raises ValidationError with a question where unsure."""
        read = read_times(words, today)
        if isinstance(read, Unsure):
            self.readings[number] = [SelectChoice(one, one) for one in read.readings]
            raise ValidationError(question_in_words(read))
        return [plain_words(times.entry()) for times in read]
