"""Distances as people say them."""

from babel.numbers import format_decimal

from web.languages import current_locale
from web.languages import gettext as _


def distance_in_words(km: float, *, is_exact: bool = False) -> str:
    """Return such as «ca. 3 km»; ``is_exact`` leaves out the «ca.»."""
    if km < 1:
        return _("under 1 km")
    number = format_decimal(round(km), locale=current_locale())
    return _("%(km)s km", km=number) if is_exact else _("ca. %(km)s km", km=number)
