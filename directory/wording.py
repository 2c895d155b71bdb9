"""The small change of sentences: a list, a capital letter, a day as one says it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from babel.lists import format_list

from web.languages import current_locale, day_in_words, gettext

DAY_WITH_YEAR: Final = "EEEE d. MMMM y"


def listed(words: Iterable[str]) -> str:
    """Return «onsdag, torsdag og fredag»."""
    return format_list(list(words), locale=current_locale())


def with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def date_in_words(day: date) -> str:
    """Return a day such as «2. desember 2026»."""
    return day_in_words(day, "d. MMMM y")


def near_day_in_words(day: date, today: date) -> str:
    """Return a day as one says it: today and tomorrow by name, another year with its number."""
    words = day_in_words(day) if day.year == today.year else day_in_words(day, DAY_WITH_YEAR)
    if day == today:
        return gettext("i dag, %(day)s", day=words)
    if day == today + timedelta(days=1):
        return gettext("i morgen, %(day)s", day=words)
    return words
