"""Typing a code from paper."""

from typing import Final

from wtforms import Form, StringField

from web.languages import gettext as _
from web.languages import lazy_gettext as _l

LONGEST_SHOWN_AGAIN: Final = 100


def _as_typed(text: str | None) -> str:
    return "".join(one for one in text or "" if one.isprintable())[:LONGEST_SHOWN_AGAIN].strip()


class CodeForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody holds a sheet and types what stands on it."""

    code = StringField(
        _l("Koden på arket"),
        filters=[_as_typed],
        description=_l(
            "Åtte bokstaver og tall, for eksempel K7M4 X9QD. Små bokstaver går fint også."
        ),
    )

    def with_fault(self) -> "CodeForm":
        """Say that there is no such code, whether it was mistyped or has gone."""
        self.code.errors = [_("Vi finner ikke denne koden. Sjekk alle de åtte tegnene på arket.")]
        return self
