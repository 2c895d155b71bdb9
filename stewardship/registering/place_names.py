"""What a place of an entry is called among its others."""

from directory.place_words import place_in_short
from directory.wording import with_capital
from stewardship.registering.meeting_places import MeetingPlace
from stewardship.wording.value_words import schedule_of


def place_name(place: MeetingPlace) -> str:
    """Return «Klatrehallen, Trondheim», «På nett» or «På telefon»."""
    return with_capital(place_in_short(schedule_of(place.place)))
