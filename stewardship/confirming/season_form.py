"""The short form before a holiday: open as usual, closed from one day to another, or not known yet."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.validators import ValidationError

from stewardship.confirming.answering import Closed, SeasonAnswer
from stewardship.confirming.closing import LONGEST
from stewardship.confirming.seasons import Season
from stewardship.registering.questions.fields import OneOf, choices, line
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

ANSWERS: Final[Mapping[SeasonAnswer, object]] = {
    SeasonAnswer.AS_USUAL: _l("Vi har åpent som vanlig"),
    SeasonAnswer.CLOSED: _l("Vi holder stengt"),
    SeasonAnswer.ASK: _l("Vi vet ikke ennå"),
}
IN_NORWEGIAN: Final = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})")


class SeasonForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A steward says whether the group is open in a holiday."""

    answer = OneOf(_l("Har dere åpent?"), choices=choices(ANSWERS), is_needed=True)
    first = line(_l("Stengt fra og med"), hint=_l("For eksempel: 22.12.2026"))
    last = line(_l("Stengt til og med"))

    def __init__(
        self, season: Season, today: date, typed: MultiDict[str, str] | None = None
    ) -> None:
        self.today = today
        days = {"first": _day_shown(season.first), "last": _day_shown(season.last)}
        super().__init__(formdata=typed, data=days)

    def validate_first(self, field: Any) -> None:
        self._check(field)

    def validate_last(self, field: Any) -> None:
        last = self._check(field)
        first = day_typed(self.first.data)
        if last is None or first is None:
            return
        if last < first:
            raise ValidationError(_("Den siste dagen er før den første. Bytt dem om."))
        if last < self.today:
            raise ValidationError(_("Den dagen er forbi. Skriv en dag som kommer."))
        if last - first > LONGEST:
            raise ValidationError(
                _("Det er lenger enn fire måneder. Da er det bedre å ta bort tilbudet en stund.")
            )

    @property
    def closed(self) -> Closed | None:
        """Return the days, None where they are open. Only for a valid form."""
        first, last = day_typed(self.first.data), day_typed(self.last.data)
        if self.answer.answer != SeasonAnswer.CLOSED or first is None or last is None:
            return None
        return Closed(first, last)

    def _check(self, field: Any) -> date | None:
        if self.answer.answer != SeasonAnswer.CLOSED:
            return None
        day = day_typed(field.data)
        if day is None:
            raise ValidationError(_("Skriv dagen med tall, for eksempel 22.12.2026."))
        return day


def day_typed(text: str) -> date | None:
    """Return a day such as «22.12.2026», None for what is none."""
    found = IN_NORWEGIAN.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _day_shown(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
