"""The seventh question: what it costs. Nothing is free before somebody has said so."""

import re
from typing import Any, ClassVar, Final

from wtforms import StringField
from wtforms.validators import ValidationError

from directory.fields import LONGEST_TEXT
from stewardship.entry_parts import changed_part, changed_text, language_of
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import OneOf, choices, line, one_line, unless_the_same
from stewardship.registering.questions.question import Question
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

FREE: Final = "free"
COSTS: Final = "costs"
KRONER: Final = re.compile(
    r"([0-9]{1,6})(?:[.,]([0-9]{1,2}|-))?(?: ?(?:kr|,-|kroner))?", re.IGNORECASE
)


class Price(Question):
    slug: ClassVar[str] = "pris"

    is_free = OneOf(
        _l("Koster det noe?"),
        choices=choices({FREE: _l("Nei, det er gratis"), COSTS: _l("Ja, det koster noe")}),
        is_needed=True,
    )
    per_time = StringField(_l("Kroner hver gang"), filters=[one_line])
    per_year = StringField(_l("Kroner i året"), filters=[one_line])
    note = line(
        _l("Noe mer om prisen?"),
        hint=_l("For eksempel: Den som ikke kan betale, slipper. Kan stå tomt."),
        most=LONGEST_TEXT,
    )

    def filled(self) -> dict[str, Any]:
        cost = self.answers.entry.get("cost", {})
        per_time, per_year = cost.get("per_time"), cost.get("per_year")
        is_told = bool(cost)
        return {
            "is_free": FREE if per_time == per_year == 0 else COSTS if is_told else None,
            "per_time": amount_shown(per_time),
            "per_year": amount_shown(per_year),
            "note": self._note(),
        }

    def validate_is_free(self, field: Any) -> None:
        amounts = (self.per_time.data, self.per_year.data)
        if field.data == FREE and any(amount_typed(typed) for typed in amounts):
            raise ValidationError(
                _("Du har både valgt gratis og skrevet en pris. Velg ett av dem.")
            )
        if field.data == COSTS and not any(amounts) and not self.note.data:
            raise ValidationError(_("Skriv hva det koster, eller noen ord om prisen."))

    def validate_per_time(self, field: Any) -> None:
        _check_amount(field.data)

    def validate_per_year(self, field: Any) -> None:
        _check_amount(field.data)

    def changed(self) -> Answers:
        cost = self.answers.entry.get("cost", {})
        note = unless_the_same(self.note.data, self._note(), one_line)
        return self.answers.with_entry(
            cost=changed_part(
                cost,
                per_time=self._kroner("per_time"),
                per_year=self._kroner("per_year"),
                note=changed_text(cost.get("note", {}), self.answers.language, note),
            )
        )

    def _kroner(self, key: str) -> float | None:
        if self.is_free.data == FREE:
            return 0
        kept, typed = self.answers.entry.get("cost", {}).get(key), self[key].data
        return kept if typed == amount_shown(kept) else amount_typed(typed)

    def _note(self) -> str:
        texts = self.answers.entry.get("cost", {}).get("note", {})
        return str(texts.get(language_of(texts, self.answers.language), ""))


def amount_typed(typed: str) -> float | None:
    found = KRONER.fullmatch(typed.replace(" ", "").replace("\u00a0", ""))
    if found is None:
        return None
    cents = found[2] if found[2] and found[2] != "-" else ""
    return float(f"{found[1]}.{cents}") if cents else int(found[1])


def _check_amount(typed: str) -> None:
    if typed and amount_typed(typed) is None:
        raise ValidationError(_("Skriv prisen med tall, for eksempel 30. Eller la det stå tomt."))


def amount_shown(kroner: float | None) -> str:
    return "" if kroner is None else f"{kroner:.2f}".removesuffix(".00").replace(".", ",")
