"""The third question: where it is. One place to a page; several pages where there are several."""

import re
from typing import Any, ClassVar, Final

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from core.errors import DomainError
from directory.choices import Attendance, Precision
from directory.entries import Entry
from directory.fields import LONGEST_TEXT
from places.gazetteer import Place as KnownPlace
from places.gazetteer import gazetteer
from stewardship.entry_parts import changed_part
from stewardship.registering.answers import Answers
from stewardship.registering.meeting_places import meeting_places, with_place
from stewardship.registering.place_names import place_name
from stewardship.registering.positions_typed import position_typed
from stewardship.registering.questions.fields import (
    OneOf,
    choices,
    in_one_alphabet,
    line,
    one_line,
    unless_the_same,
    web_line,
)
from stewardship.registering.questions.question import Known, Question
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

WAYS: Final = {
    Attendance.IN_PERSON: _l("Vi møtes på et sted"),
    Attendance.ONLINE: _l("På nett"),
    Attendance.HYBRID: _l("Begge deler: på et sted og på nett"),
    Attendance.PHONE: _l("På telefon"),
}
AT_A_PLACE: Final = (Attendance.IN_PERSON, Attendance.HYBRID)
ON_THE_NET: Final = (Attendance.ONLINE, Attendance.HYBRID)
MOST_PLACES: Final = 20
POSTCODE: Final = re.compile(r"[0-9]{4}")


class Where(Question):
    slug: ClassVar[str] = "sted"

    attendance = OneOf(_l("Hvordan møtes dere?"), choices=choices(WAYS), is_needed=True)
    venue_name = line(
        _l("Hva heter stedet?"),
        in_one_alphabet,
        hint=_l("For eksempel Frivilligsentralen. Kan stå tomt."),
        most=LONGEST_TEXT,
    )
    address = line(_l("Gate og nummer"), hint=_l("Kan stå tomt."), most=LONGEST_TEXT)
    postcode = StringField(_l("Postnummer"), filters=[one_line])
    town = line(_l("By eller kommune"), hint=_l("Trengs bare hvis du ikke skrev postnummer."))
    online_url = web_line(
        _l("Nettadressen til møtet"),
        hint=_l("Kan stå tomt hvis folk får lenken når de tar kontakt."),
    )
    hides_address = BooleanField(
        _l("Vis bare kommunen, ikke hvor i kommunen det er"),
    )
    # A point on the map, from the map itself or from the addresses that were found.
    lat = HiddenField(_l("Punktet på kartet"), filters=[one_line])
    lon = HiddenField(filters=[one_line])
    position = HiddenField(filters=[one_line])
    # How well it is known where the point is. Whoever points at an outline of the land does not hit a door.
    precision = HiddenField()
    without_position = BooleanField(_l("Ta bort punktet på kartet"))

    def __init__(
        self,
        answers: Answers,
        known: Known,
        typed: MultiDict[str, str] | None = None,
        number: int = 0,
    ) -> None:
        """``number`` is which of the places this is, counted from 0."""
        there = meeting_places(answers.entry)
        self.number = min(number, len(there))
        self.is_new = self.number == len(there)
        self.places = [place_name(place) for place in there]
        self.kept: Entry = {} if self.is_new else there[self.number].place
        self.found: list[SelectChoice] = []
        super().__init__(answers, known, typed)
        if self.position.data:
            self.lat.data, _comma, self.lon.data = self.position.data.partition(",")
            self.precision.data = Precision.EXACT.value

    def filled(self) -> dict[str, Any]:
        venue = self._venue_kept()
        return {
            "attendance": self.kept.get("attendance"),
            "venue_name": venue.get("name", ""),
            "address": venue.get("address", ""),
            "postcode": venue.get("postcode", ""),
            "town": self._town_shown(),
            "online_url": self.kept.get("online_url", ""),
            "hides_address": self.answers.hides_address,
            "lat": str(venue.get("lat", "")),
            "lon": str(venue.get("lon", "")),
            "precision": venue.get("precision", ""),
        }

    def look_for_address(self) -> None:
        """Find what is typed on the map, for one of the finds to be chosen. A failure is told beside it."""
        try:
            finds = self.known.positions(
                self.address.data, self.postcode.data or None, self._municipality()
            )
        except DomainError:
            self.address.errors = [
                _("Vi fikk ikke slått opp adressen nå. Du kan gå videre uten punkt på kartet.")
            ]
            return
        exact = [one for one in finds if one.precision == Precision.EXACT.value]
        self.found = [SelectChoice(f"{one.lat},{one.lon}", one.label) for one in exact]
        if not exact:
            self.address.errors = [
                _(
                    "Vi fant ikke adressen. Sjekk gate og nummer, eller gå videre uten punkt på kartet."
                )
            ]

    def validate_postcode(self, field: Any) -> None:
        if self.attendance.data not in AT_A_PLACE:
            return
        if field.data and not POSTCODE.fullmatch(field.data):
            raise ValidationError(_("Et postnummer har fire tall."))
        if field.data and not self.town.data and self._place_of_postcode() is None:
            raise ValidationError(
                _("Vi kjenner ikke postnummeret. Skriv byen eller kommunen også.")
            )
        if not field.data and not self.town.data and not self._may_be_by_agreement():
            raise ValidationError(_("Skriv postnummer, eller by eller kommune under."))

    def validate_town(self, field: Any) -> None:
        if self.attendance.data in AT_A_PLACE and field.data and self._town() is None:
            message = _("Vi finner ikke «%(town)s». Skriv navnet på byen eller kommunen.")
            raise ValidationError(message % {"town": field.data})

    def validate_lat(self, _field: Any) -> None:
        has_one = self.lat.data or self.lon.data
        if has_one and not self.without_position.data and self._position() is None:
            message = _("Punktet er ikke i Norge. Flytt det, eller ta det bort.")
            raise ValidationError(message)

    def validate_attendance(self, field: Any) -> None:
        if self._is_chosen() and self._changed_place() in self._others():
            raise ValidationError(_("Dette stedet står der fra før. Endre det i stedet."))

    def as_shown(self) -> "Where":
        return Where(self.answers, self.known, number=self.number)

    def changed(self) -> Answers:
        changed = self.answers.with_entry(
            schedules=with_place(self.answers.entry, self.number, self._changed_place())
        )
        return changed.hiding_address(bool(self.hides_address.data))

    def _is_chosen(self) -> bool:
        return any(self.attendance.data == way for way in Attendance)

    def _changed_place(self) -> Entry:
        attendance = Attendance(self.attendance.data)
        place: Entry = {"attendance": attendance.value}
        if attendance in AT_A_PLACE and (venue := self._venue()):
            place["venue"] = venue
        is_there_too = attendance.value == self.kept.get("attendance")
        if self.online_url.data and (attendance in ON_THE_NET or is_there_too):
            place["online_url"] = self.online_url.data
        return place

    def _venue(self) -> Entry:
        kept = self._venue_kept()
        where = {
            "name": unless_the_same(self.venue_name.data, kept.get("name", ""), one_line),
            "address": unless_the_same(self.address.data, kept.get("address", ""), one_line),
            "postcode": self.postcode.data,
            "municipality": self._municipality(),
        }
        return changed_part(kept, **where, **self._position_told(where))

    def _position_told(self, where: Entry) -> Entry:
        kept, point = self._venue_kept(), self._position()
        is_the_old = [self.lat.data, self.lon.data] == [str(kept.get("lat")), str(kept.get("lon"))]
        has_moved = any(where[key] != kept.get(key, "") for key in ("address", "postcode"))
        if point is None or (is_the_old and has_moved):
            return {"lat": None, "lon": None, "precision": None}
        if is_the_old:
            return {}
        is_exact = self.precision.data == Precision.EXACT.value
        precision = Precision.EXACT if is_exact else Precision.POSTCODE
        return {"lat": point[0], "lon": point[1], "precision": precision.value}

    def _position(self) -> tuple[float, float] | None:
        if self.without_position.data:
            return None
        return position_typed(self.lat.data or "", self.lon.data or "")

    def _venue_kept(self) -> Entry:
        return self.kept.get("venue") or {}

    def _municipality(self) -> str | None:
        if self.town.data and self.town.data == self._town_shown():
            return self._venue_kept().get("municipality")
        named = self._town() or self._place_of_postcode()
        return named.municipality if named else None

    def _town(self) -> KnownPlace | None:
        return gazetteer().find(self.town.data) if self.town.data else None

    def _place_of_postcode(self) -> KnownPlace | None:
        return gazetteer().postcode(self.postcode.data) if self.postcode.data else None

    def _town_shown(self) -> str:
        """Return the municipality's name, where the postcode alone does not tell it."""
        venue = self._venue_kept()
        number = venue.get("municipality")
        by_postcode = gazetteer().postcode(venue["postcode"]) if "postcode" in venue else None
        if number is None or (by_postcode is not None and by_postcode.municipality == number):
            return ""
        return gazetteer().name_of(number) or ""

    def _may_be_by_agreement(self) -> bool:
        """Tell whether it is an entry that says whom it reaches in place of where it is."""
        had_no_area = not self.is_new and not self._venue_kept().get("municipality")
        is_in_person = bool(self.attendance.data == Attendance.IN_PERSON)
        return self.answers.is_change and had_no_area and is_in_person

    def _others(self) -> list[Entry]:
        there = meeting_places(self.answers.entry)
        return [one.place for number, one in enumerate(there) if number != self.number]
