"""Which language is spoken. Bokmål is the source; every visible word goes through gettext.

A page asks for several hundred sentences, so its language is looked up once and kept with it,
instead of once for each sentence. ``speaking`` puts another in its place for a while.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.support import LazyProxy, NullTranslations, Translations
from flask import Flask, g, has_app_context, request
from flask_babel import Babel, get_locale

SOURCE_LANGUAGE: Final = "nb"


@dataclass(frozen=True)
class Language:
    """What a language calls itself, and how it writes dates and numbers."""

    name: str
    locale: Locale


# A line here and a file of sentences make a language; its code has two letters.
# English as in Britain: dates begin with the day, and a list has no comma before its last word.
LANGUAGES: Final[Mapping[str, Language]] = {
    "nb": Language("Bokmål", Locale("nb")),
    "nn": Language("Nynorsk", Locale("nn")),
    "en": Language("English", Locale("en", "GB")),
}
# Where a request keeps its language; addresses put it there.
LANGUAGE_OF_REQUEST: Final = "site.language"
TRANSLATIONS: Final = Path(__file__).resolve().parents[1] / "translations"
NOON: Final = 12
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
JOINED_DASH: Final = "\N{WORD JOINER}–\N{WORD JOINER}"
BEFORE_A_UNIT: Final = re.compile(r"(?<=\d) (?=k[mr]\b)|(?<=\bkl\.) (?=\d)")
INSIDE_A_SPAN: Final = re.compile(r"(?<=\w)–(?=\w)")


@dataclass(frozen=True)
class Spoken:
    """One language: how it writes dates and numbers, and its sentences."""

    language: str
    locale: Locale
    sentences: NullTranslations


_instead_of_the_pages: ContextVar[Spoken | None] = ContextVar("language", default=None)


def init_app(app: Flask) -> None:
    """Set up the languages. Where the sentences of one are not compiled, this ends the program.

    All are read at once: else a program would be answered with a fault, in the middle of it.
    """
    try:
        for language in LANGUAGES:
            spoken(language)
    except FileNotFoundError as error:
        sys.exit(str(error))
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE_LANGUAGE
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    Babel(app, locale_selector=_locale_of_request)
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    app.jinja_env.globals["get_locale"] = current_locale
    app.jinja_env.filters["day"] = day_in_words
    app.jinja_env.filters["clock"] = clock_in_words
    app.jinja_env.filters["unbroken"] = unbroken
    app.jinja_env.policies["ext.i18n.trimmed"] = True


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Make every word inside be of ``language``, whatever the page's is; also outside of any page.

    Raises ValueError for a language that is not spoken here.
    """
    before = _instead_of_the_pages.set(spoken(language))
    try:
        yield
    finally:
        _instead_of_the_pages.reset(before)


@cache
def spoken(language: str) -> Spoken:
    """Return a language with its sentences, read once for each process.

    Raises ValueError for a language that is not spoken here, and FileNotFoundError where its
    sentences have not been compiled.
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {', '.join(LANGUAGES)}")
    locale = LANGUAGES[language].locale
    if language == SOURCE_LANGUAGE:
        return Spoken(language, locale, NullTranslations())
    compiled = TRANSLATIONS / language / "LC_MESSAGES" / "messages.mo"
    # gettext itself would answer in bokmål without a word.
    if not compiled.exists():
        raise FileNotFoundError(
            f"The sentences of the language {language} are not compiled. `make .venv/ready` does that."
        )
    with compiled.open("rb") as file:
        return Spoken(language, locale, Translations(file))


def gettext(text: str, **parts: object) -> str:
    """Return ``text`` in the language spoken, its named parts filled in."""
    found = _gettext(text)
    return found % parts if parts else found


def ngettext(one: str, many: str, number: int, **parts: object) -> str:
    """Return the sentence for ``number`` of something; ``%(num)s`` is the number."""
    return _ngettext(one, many, number) % ({"num": number} | parts)


def lazy_gettext(text: str) -> LazyProxy:
    """Return a sentence that is put into the language spoken when it is shown."""
    return LazyProxy(gettext, text, enable_cache=False)


def _gettext(text: str) -> str:
    return str(_spoken_now().sentences.ugettext(text))


def _ngettext(one: str, many: str, number: int) -> str:
    return str(_spoken_now().sentences.ungettext(one, many, number))


def _spoken_now() -> Spoken:
    return _instead_of_the_pages.get() or _spoken_on_page()


def _spoken_on_page() -> Spoken:
    if not has_app_context():
        return spoken(SOURCE_LANGUAGE)
    kept: Spoken | None = g.get("language_of_page")
    if kept is None:
        locale = get_locale()
        kept = g.language_of_page = spoken(locale.language if locale else SOURCE_LANGUAGE)
    return kept


def _locale_of_request() -> Locale:
    language = (
        request.environ.get(LANGUAGE_OF_REQUEST, SOURCE_LANGUAGE) if request else SOURCE_LANGUAGE
    )
    return LANGUAGES[language].locale


def current_locale() -> Locale:
    return _spoken_now().locale


def day_in_words(day: date, pattern: str = "EEEE d. MMMM") -> str:
    """Return a day such as «onsdag 2. desember», or by another pattern of Babel's for bokmål."""
    spoken_now = _spoken_now()
    # The full stop after a number makes it an ordinal in Norwegian, and nothing in English.
    if spoken_now.language == "en":
        pattern = pattern.replace("d.", "d")
    return str(format_date(day, pattern, locale=spoken_now.locale))


def clock_in_words(moment: datetime) -> str:
    """Return an hour such as «18.00», in English «6pm», on the clock of the moment's own zone."""
    if _spoken_now().language == "en":
        return _british_clock(moment.time())
    return f"{moment:%H.%M}"


def hour_in_words(clock: time) -> str:
    """Return an hour as short as people say it: «18», «9.30», in English «6pm»."""
    if _spoken_now().language == "en":
        return _british_clock(clock)
    if clock.hour == 0:
        return f"{clock:%H.%M}"
    return f"{clock.hour}.{clock:%M}" if clock.minute else str(clock.hour)


def unbroken(words: str) -> str:
    """Return words for a page, on which «25 km» and «18.00–19.30» are not parted by a line's end."""
    return INSIDE_A_SPAN.sub(JOINED_DASH, BEFORE_A_UNIT.sub(NO_BREAK_SPACE, words))


def _british_clock(clock: time) -> str:
    """Return «6pm» or «6:30pm»; 12am and 12pm are easily mixed up, so they have names."""
    if clock.minute == 0 and clock.hour in {0, NOON}:
        return "midnight" if clock.hour == 0 else "midday"
    hour = clock.hour % NOON or NOON
    minutes = f":{clock:%M}" if clock.minute else ""
    return f"{hour}{minutes}{'am' if clock.hour < NOON else 'pm'}"
