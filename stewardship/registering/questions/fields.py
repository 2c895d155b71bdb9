"""What the questions are made of: fields that clean what is typed, and say in our words what to do."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic import ValidationError as Refused
from wtforms import Form, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.fields import LONGEST_NAME, LONGEST_TEXT, Mail, Phone, WebAddress
from stewardship.duplicates.homographs import mixed_scripts
from stewardship.visitors.fields import AtMost
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.mail_addresses import is_mail_address

LONGEST_LINE: Final = LONGEST_NAME
UNKNOWN: Final = ""
YES: Final = "yes"
NO: Final = "no"
YES_OR_NO: Final = {YES: _l("Ja"), NO: _l("Nei"), UNKNOWN: _l("Vet ikke")}
TELLS_A_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

Validator = Callable[[Form, Any], None]


def one_line(text: str | None) -> str:
    """Return what was typed without the invisible characters that a paste may bring along."""
    return " ".join(_printable(text or "").split())


def several_lines(text: str | None) -> str:
    lines = (" ".join(_printable(line).split()) for line in (text or "").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def unless_the_same(typed: str, kept: str, clean: Callable[[str], str] = several_lines) -> str:
    """Return ``kept`` where ``typed`` is no other words than it, so that opening a page changes nothing."""
    return kept if clean(kept) == typed else typed


class OneOf(RadioField):  # type: ignore[misc]  # WTForms ships no types
    """One choice. ``is_needed`` tells that there has to be one; else none is told."""

    def __init__(self, *args: Any, is_needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_needed = is_needed

    def process_data(self, value: Any) -> None:
        self.data = UNKNOWN if value is None else str(value)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = valuelist[0] if valuelist else UNKNOWN

    def pre_validate(self, _form: Form) -> None:
        values = {choice.value for choice in self.choices}
        if self.data not in values and (self.data or self.is_needed):
            raise ValidationError(_("Velg et av svarene."))

    @property
    def answer(self) -> str | None:
        return self.data or None


class SomeOf(SelectMultipleField):  # type: ignore[misc]  # WTForms ships no types
    """Any number of choices. ``is_needed`` tells that there has to be one."""

    def __init__(self, *args: Any, is_needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_needed = is_needed

    def pre_validate(self, _form: Form) -> None:
        values = {choice.value for choice in self.choices}
        if any(one not in values for one in self.data or ()):
            raise ValidationError(_("Velg blant svarene her."))
        if self.is_needed and not self.data:
            raise ValidationError(_("Velg minst ett av svarene."))

    def in_the_order_of(self, kept: Sequence[str]) -> list[str]:
        """Return what is chosen, and what was chosen before in the order it had."""
        chosen = set(self.data or ())
        again = [one for one in kept if one in chosen]
        return again + [one for one in dict.fromkeys(self.data or ()) if one not in again]


class Needed:
    """Says what to do where nothing is typed."""

    def __init__(self, message: object) -> None:
        self.message = message

    def __call__(self, _form: Form, field: Any) -> None:
        if not field.data:
            raise ValidationError(str(self.message))


class OfType:
    """Says what to do where what is typed cannot be kept as what it is meant to be."""

    def __init__(self, kind: Any, message: object) -> None:
        self.adapter, self.message = TypeAdapter[str](kind), message

    def __call__(self, _form: Form, field: Any) -> None:
        if not field.data:
            return
        try:
            self.adapter.validate_python(field.data)
        except Refused as refused:
            raise ValidationError(str(self.message)) from refused


def in_one_alphabet(_form: Form, field: Any) -> None:
    """Refuse a name in which a letter of another alphabet stands for one that looks like it."""
    if field.data and mixed_scripts(field.data):
        message = _("Et av ordene har bokstaver fra to alfabeter. Skriv det på nytt for hånd.")
        raise ValidationError(message)


def line(
    label: object, *more: Validator, hint: object = "", most: int = LONGEST_LINE
) -> StringField:
    return StringField(
        label, filters=[one_line], validators=[AtMost(most), *more], description=hint
    )


def paragraph(
    label: object, *more: Validator, hint: object = "", most: int = LONGEST_TEXT
) -> TextAreaField:
    return TextAreaField(
        label, filters=[several_lines], validators=[AtMost(most), *more], description=hint
    )


def mail_line(label: object, *more: Validator, hint: object = "") -> StringField:
    wanted = OfType(Mail, _l("Skriv en e-postadresse som denne: navn@eksempel.no"))
    return StringField(label, filters=[one_line], validators=[*more, wanted], description=hint)


def we_can_write_to(_form: Form, field: Any) -> None:
    """Refuse an address of somebody's own that they could not sign in with afterwards."""
    if field.data and not is_mail_address(field.data.lower()):
        raise ValidationError(_("Skriv hele adressen, for eksempel kari@eksempel.no."))


def phone_line(label: object, hint: object = "") -> StringField:
    wanted = OfType(Phone, _l("Skriv nummeret med tall, for eksempel 22 00 00 00."))
    return StringField(label, filters=[one_line], validators=[wanted], description=hint)


def web_line(label: object, *more: Validator, hint: object = "") -> StringField:
    wanted = OfType(WebAddress, _l("Skriv nettadressen slik den står øverst i nettleseren."))
    filters = [one_line, with_scheme]
    return StringField(label, filters=filters, validators=[*more, wanted], description=hint)


def with_scheme(address: str) -> str:
    """Return an address with «https://» in front, where it was left out as people do."""
    if not address or TELLS_A_SCHEME.match(address) or "." not in address:
        return address
    return f"https://{address}"


def choices(of: Mapping[Any, object]) -> list[SelectChoice]:
    return [SelectChoice(str(value), label) for value, label in of.items()]


def words_of(values: type[StrEnum], words: Callable[[Any], object]) -> list[SelectChoice]:
    """Return a choice for each word of an enumeration."""
    return [SelectChoice(value.value, words(value)) for value in values]


def told(answer: str) -> bool | None:
    """Return yes, no, or that nobody has told."""
    return {YES: True, NO: False}.get(answer)


def shown(answer: bool | None) -> str:
    return UNKNOWN if answer is None else YES if answer else NO


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
