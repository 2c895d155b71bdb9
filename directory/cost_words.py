"""What an offer costs, in the same words on a card and on its page. None: nobody has told."""

from babel.numbers import format_decimal

from web.languages import current_locale
from web.languages import gettext as _

FREE = 0


def cost_in_short(per_time: float | None, per_year: float | None) -> str:
    """Return such as «30 kr hver gang, 200 kr i året», in kroner. Nothing is free before both are told."""
    if per_time is None and per_year is None:
        return _("ikke oppgitt – spør")
    if per_time == FREE and per_year == FREE:
        return _("gratis")
    if per_time and not per_year:
        return _per_time(per_time)
    if per_year and per_time == FREE:
        # What one pays comes first.
        return ", ".join((_per_year(per_year), _per_time(per_time)))
    return ", ".join((_per_time(per_time), _per_year(per_year)))


def _per_time(kroner: float | None) -> str:
    if kroner is None:
        return _("pris per gang ikke oppgitt")
    return _("%(kroner)s kr hver gang", kroner=_amount(kroner)) if kroner else _("0 kr hver gang")


def _per_year(kroner: float | None) -> str:
    if kroner is None:
        return _("pris per år ikke oppgitt")
    return _("%(kroner)s kr i året", kroner=_amount(kroner)) if kroner else _("0 kr i året")


def _amount(kroner: float) -> str:
    pattern = "#,##0" if kroner == int(kroner) else "#,##0.00"
    return str(format_decimal(kroner, format=pattern, locale=current_locale()))
