"""How long a code is valid: until the last day of a month, so that no day points to anybody."""

from datetime import date, timedelta
from typing import Final

MONTHS_IN_YEAR: Final = 12
MONTHS_VALID: Final = 12
MONTHS_TO_RENEW: Final = 3
"""Before the last day, and after it. Then it is thrown away."""


def end_of_month(day: date, months_on: int = 0) -> date:
    """Return the last day of the month that comes so many months after that of ``day``."""
    months = day.year * MONTHS_IN_YEAR + day.month - 1 + months_on + 1
    return date(months // MONTHS_IN_YEAR, months % MONTHS_IN_YEAR + 1, 1) - timedelta(days=1)


def expiry_from(today: date) -> date:
    """Return the last day of what is made or renewed today."""
    return end_of_month(today, MONTHS_VALID)


def has_expired(expires_on: date, today: date) -> bool:
    return today > expires_on


def can_be_renewed(expires_on: date, today: date) -> bool:
    return end_of_month(expires_on, -MONTHS_TO_RENEW) < today and not is_gone(expires_on, today)


def is_gone(expires_on: date, today: date) -> bool:
    """Tell whether it is as if it had never been, whether or not it is thrown away already."""
    return today > end_of_month(expires_on, MONTHS_TO_RENEW)


def newest_gone(today: date) -> date:
    """Return the latest last day of what is gone by ``today``."""
    return end_of_month(today, -MONTHS_TO_RENEW - 1)
