"""Telephone numbers and mail addresses in what somebody writes, and which numbers may be a person's own."""

import re
from typing import Final

# Norwegian numbers have eight digits; those that begin with 4 or 9 belong to mobile telephones.
_PREFIX: Final = r"(?:(?:\+|00)47[ \u00a0]?)?"
_PHONE: Final = re.compile(rf"(?<![\d+]){_PREFIX}([2-9](?:[ \u00a0]?\d){{7}})(?![ \u00a0]?\d)")
_MOBILE: Final = re.compile(r"[49]\d{7}")
_SIGN: Final = r"[^\s@<>()\[\],;:«»\"]"
# Begun only where a word begins: one that is long would else be read again from each of its letters.
_MAIL: Final = re.compile(rf"(?<!{_SIGN}){_SIGN}++@{_SIGN}+\.[^\W\d_]{{2,}}")
_BLANKS: Final = re.compile(r"\s")


def phone_numbers_in(text: str) -> list[str]:
    """Return the Norwegian numbers of ``text``, eight digits each."""
    return [_BLANKS.sub("", found[1]) for found in _PHONE.finditer(text)]


def is_mobile(number: str) -> bool:
    """Tell whether ``number``, as it is typed, is one Norwegian mobile number."""
    found = phone_numbers_in(number)
    return len(found) == 1 and _MOBILE.fullmatch(found[0]) is not None


def mail_addresses_in(text: str) -> list[str]:
    return _MAIL.findall(text)
