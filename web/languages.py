"""Which language a page is in. Bokmål is the source; every visible word goes through gettext.

A page asks for several hundred sentences, so the catalogue of its language is looked up once for
each page and kept with it, instead of once for each sentence.
"""

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_time
from babel.support import LazyProxy, NullTranslations
from flask import Flask, g, has_app_context
from flask_babel import Babel, get_locale, get_translations

SOURCE_LANGUAGE = "nb"
SOURCE_LOCALE = Locale(SOURCE_LANGUAGE)
NOT_TRANSLATED = NullTranslations()


def init_app(app: Flask) -> None:
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE_LANGUAGE
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    Babel(app)
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    app.jinja_env.globals["get_locale"] = current_locale
    app.jinja_env.filters["day"] = day_in_words
    app.jinja_env.filters["clock"] = clock_in_words
    app.jinja_env.policies["ext.i18n.trimmed"] = True


def gettext(text: str, **parts: object) -> str:
    """Return ``text`` in the page's language, its named parts filled in."""
    found = _gettext(text)
    return found % parts if parts else found


def ngettext(one: str, many: str, number: int, **parts: object) -> str:
    """Return the sentence for ``number`` of something; ``%(num)s`` is the number."""
    return _ngettext(one, many, number) % ({"num": number} | parts)


def lazy_gettext(text: str) -> LazyProxy:
    """Return a sentence that is put into the page's language when it is shown."""
    return LazyProxy(gettext, text, enable_cache=False)


def _gettext(text: str) -> str:
    return str(_catalogue().ugettext(text))


def _ngettext(one: str, many: str, number: int) -> str:
    return str(_catalogue().ungettext(one, many, number))


def _catalogue() -> NullTranslations:
    if not has_app_context():
        return NOT_TRANSLATED
    kept: NullTranslations | None = g.get("catalogue_of_words")
    if kept is None:
        kept = g.catalogue_of_words = get_translations()
    return kept


def current_locale() -> Locale:
    if not has_app_context():
        return SOURCE_LOCALE
    kept: Locale | None = g.get("locale_of_page")
    if kept is None:
        kept = g.locale_of_page = get_locale() or SOURCE_LOCALE
    return kept


def day_in_words(day: date) -> str:
    """Return a day such as «onsdag 2. desember»."""
    return format_date(day, "EEEE d. MMMM", locale=current_locale())


def clock_in_words(moment: datetime) -> str:
    """Return an hour such as «18.00», on the clock of the moment's own zone."""
    return format_time(moment.time(), "HH.mm", locale=current_locale())
