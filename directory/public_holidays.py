"""The days on which an ordinary meeting may be called off: Norway's public holidays, 24 and 31 December."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays


@lru_cache(maxsize=256)
def holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays of Norway in ``year``, and 24 and 31 December; ordinary Sundays are none.

    The calendar is that of the package ``holidays``, which knows the years up to 2100.
    """
    public = country_holidays("NO", years=year)
    return frozenset(public) | {date(year, 12, 24), date(year, 12, 31)}


def is_holiday(day: date) -> bool:
    return day in holidays_of(day.year)
