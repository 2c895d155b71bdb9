"""Fields in which a visitor writes: what is taken out of what was typed, and what cannot be used."""

import re
from typing import Any, Final

from wtforms import Form, StringField, TextAreaField
from wtforms.validators import DataRequired, StopValidation, ValidationError

from web.languages import gettext as _
from web.languages import lazy_gettext as _l

TELEPHONE: Final = re.compile(r"\+?[0-9]{8,15}")
BETWEEN_DIGITS: Final = re.compile(r"[\s().\-]")
# «https://www.» is one address, not two. A word is read once from its beginning and given back to
# nobody: a long one would else be read again from each of its letters.
WEB_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|(?<![\w-])[\w-]++\.(?:com|net|org|info|biz|no|se|dk|ru|cn|xyz|top|site|online|io)\b)\S*",
    re.IGNORECASE,
)
MOST_WEB_ADDRESSES: Final = 2
LONGEST_TEXT: Final = 1000
LINE_ENDS: Final = re.compile(r"\r\n?|[\x85\u2028\u2029]")


def one_line(text: str | None) -> str:
    """Return what was typed as one line, without the invisible characters that a paste may bring."""
    return "".join(letter if letter.isprintable() else " " for letter in text or "").strip()


def plain_lines(text: str | None) -> str:
    """Return what was typed with its lines, without any other character that cannot be seen."""
    lines = LINE_ENDS.sub("\n", text or "").split("\n")
    return "\n".join(one_line(line) for line in lines).strip()


class AtMost:
    """Says how many characters there are and how many there may be, so that one need not count.

    Nothing more is asked of what is too long: it may be longer than anything that reads it is made for.
    """

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, _form: Form, field: Any) -> None:
        written = len(field.data or "")
        if written > self.most:
            message = _("Du skrev %(written)s tegn. Skriv høyst %(most)s.")
            raise StopValidation(message % {"written": written, "most": self.most})


def text_field(label: Any, wanted: Any = None, hint: Any = "") -> TextAreaField:
    """Return a field for several lines; ``wanted`` is what is said where nothing is written."""
    needed = [] if wanted is None else [DataRequired(wanted)]
    return TextAreaField(
        label, filters=[plain_lines], validators=[*needed, AtMost(LONGEST_TEXT)], description=hint
    )


def few_web_addresses(_form: Form, field: Any) -> None:
    """Refuse what is mostly addresses of other sites: somebody sells something."""
    if len(WEB_ADDRESS.findall(field.data or "")) > MOST_WEB_ADDRESSES:
        raise ValidationError(_("Skriv høyst to nettadresser. Fortell heller med egne ord."))


def telephone_typed(text: str) -> str | None:
    """Return a telephone number as its digits, None for what is none."""
    digits = BETWEEN_DIGITS.sub("", text)
    return digits if TELEPHONE.fullmatch(digits) else None


class EmptyField(StringField):  # type: ignore[misc]  # WTForms ships no types
    """A field that nobody sees, and that only a program fills in. It says so to who hears the page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_l("La dette feltet stå tomt"), filters=[one_line], **kwargs)

    def pre_validate(self, _form: Form) -> None:
        if self.data:
            raise ValidationError(
                _("La dette feltet stå tomt, så vet vi at du ikke er et program.")
            )
