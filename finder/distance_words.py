"""Distances as people say them."""

from typing import Final

from babel.numbers import format_decimal

from web.languages import current_locale
from web.languages import gettext as _

THOUSAND: Final = 1000


def distance_in_words(km: float, *, is_exact: bool = False) -> str:
    """Return such as «ca. 3 km»; ``is_exact`` leaves out the «ca.»."""
    if km < 1:
        return _("under 1 km")
    whole = round(km)
    # Below a thousand all languages write a number alike, and Babel takes its time.
    number = str(whole) if whole < THOUSAND else format_decimal(whole, locale=current_locale())
    return _("%(km)s km", km=number) if is_exact else _("ca. %(km)s km", km=number)
