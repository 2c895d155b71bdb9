"""The reply form: the few facts that change most often, in place, as somebody on a phone has time for."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.choice_words import capacity_in_words
from directory.choices import Capacity
from directory.entries import Entry
from stewardship.confirming.answering import Changes, GoesOn
from stewardship.entry_parts import changed_part
from stewardship.models import Revision
from stewardship.registering.meeting_places import meeting_places, with_times
from stewardship.registering.place_names import place_name
from stewardship.registering.questions.fields import (
    OneOf,
    choices,
    mail_line,
    one_line,
    phone_line,
    unless_the_same,
)
from stewardship.registering.questions.price import amount_shown, amount_typed
from stewardship.registering.questions.times import words_for
from stewardship.registering.questions.times_of_places import TimesOfPlaces, time_fields
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

GOES_ON: Final[Mapping[GoesOn, object]] = {
    GoesOn.YES: _l("Ja, vi holder på"),
    GoesOn.PAUSED: _l("Vi holder stengt en stund"),
    GoesOn.ENDED: _l("Vi har sluttet"),
}
CAPACITY: Final = {"": _l("Vil ikke si noe om det")}
PRICES: Final = ("per_time", "per_year")
WAYS: Final = ("phone", "email")


class ChangeForm(TimesOfPlaces):
    """A steward changes what is no longer right. For each place there are ``times_0`` and ``reading_0``."""

    based_on = HiddenField()
    per_time = StringField(_l("Kroner hver gang"), filters=[one_line])
    per_year = StringField(_l("Kroner i året"), filters=[one_line])
    capacity = OneOf(_l("Er det plass til flere?"))
    phone = phone_line(_l("Telefon"))
    email = mail_line(_l("E-post"))
    goes_on = OneOf(_l("Holder dere på?"), choices=choices(GOES_ON), is_needed=True)

    def __init__(
        self, version: Revision, today: date, typed: MultiDict[str, str] | None = None
    ) -> None:
        self.version, self.entry, self.today = version, version.entry, today
        self.take_places(self.entry)
        super().__init__(formdata=typed, data=self._filled())
        self.capacity.choices = [
            *choices(CAPACITY),
            *(SelectChoice(one.value, capacity_in_words(one)) for one in Capacity),
        ]

    def validate_per_time(self, field: Any) -> None:
        _check_price(field.data)

    def validate_per_year(self, field: Any) -> None:
        _check_price(field.data)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return what the page shows for each place; ``is_kept`` where its times cannot be typed."""
        return [
            {
                "name": place_name(place),
                "times": self[f"times_{number}"],
                "reading": f"reading_{number}",
                "readings": self.readings.get(number, []),
                "is_kept": not words_for(place),
            }
            for number, place in enumerate(self.places)
        ]

    def changes(self) -> Changes:
        """Return what was changed. Only for a valid form."""
        facts = deepcopy(self.entry)
        # From the last place on, so that the numbers of those before it stay the same.
        for number in sorted(self.understood, reverse=True):
            facts["schedules"] = with_times(facts, number, self.understood[number])
        facts["cost"] = changed_part(facts.get("cost"), **self._prices())
        facts["capacity"] = self.capacity.answer
        words = {**facts, "contacts": self._contacts()}
        return Changes(
            self.version.number,
            self.version.hides_address,
            facts,
            words if words["contacts"] != facts.get("contacts", []) else facts,
            GoesOn(self.goes_on.data),
        )

    def _filled(self) -> dict[str, Any]:
        cost, contact = self.entry.get("cost", {}), self._contact()
        return {
            "based_on": self.version.number,
            **{f"times_{number}": words_for(place) for number, place in enumerate(self.places)},
            **{key: amount_shown(cost.get(key)) for key in PRICES},
            **{key: contact.get(key, "") for key in WAYS},
            "capacity": self.entry.get("capacity"),
            "goes_on": GoesOn.YES,
        }

    def read(self, number: int) -> None:
        """Understand what is typed for one place. Raises ValidationError with what to do."""
        typed = self[f"reading_{number}"].data or self[f"times_{number}"].data
        if not typed or typed == words_for(self.places[number]):
            return
        self.understood[number] = self.understand(number, typed, self.today)

    def _prices(self) -> dict[str, float | None]:
        kept = self.entry.get("cost", {})
        return {
            key: kept.get(key)
            if self[key].data == amount_shown(kept.get(key))
            else amount_typed(self[key].data)
            for key in PRICES
        }

    def _contact(self) -> Entry:
        return next(iter(self.entry.get("contacts", ())), {})

    def _contacts(self) -> list[Entry]:
        kept = self._contact()
        ways = {key: unless_the_same(self[key].data, kept.get(key, ""), one_line) for key in WAYS}
        first = changed_part(kept, **ways)
        return [*([first] if first else []), *self.entry.get("contacts", ())[1:]]


def change_form(
    version: Revision, today: date, typed: MultiDict[str, str] | None = None
) -> ChangeForm:
    """Return the form with the fields of each place there is in a version of an entry."""
    fields: dict[str, Any] = {}
    for number in range(len(meeting_places(version.entry))):
        fields |= time_fields(number)
    form: ChangeForm = type("ChangeFormOfPlaces", (ChangeForm,), fields)(version, today, typed)
    return form


def _check_price(typed: str) -> None:
    if typed and amount_typed(typed) is None:
        raise ValidationError(_("Skriv prisen med tall, for eksempel 30. Eller la det stå tomt."))
