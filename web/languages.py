"""Which language a page is in. Bokmål is the source; every visible word goes through gettext."""

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_time
from flask import Flask
from flask_babel import Babel, get_locale

SOURCE_LANGUAGE = "nb"


def init_app(app: Flask) -> None:
    app.config["BABEL_DEFAULT_LOCALE"] = SOURCE_LANGUAGE
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    Babel(app)
    app.jinja_env.globals["get_locale"] = current_locale
    app.jinja_env.filters["day"] = day_in_words
    app.jinja_env.filters["clock"] = clock_in_words
    app.jinja_env.policies["ext.i18n.trimmed"] = True


def current_locale() -> Locale:
    return get_locale() or Locale(SOURCE_LANGUAGE)


def day_in_words(day: date) -> str:
    """Return a day such as «onsdag 2. desember»."""
    return format_date(day, "EEEE d. MMMM", locale=current_locale())


def clock_in_words(moment: datetime) -> str:
    """Return an hour such as «18.00», on the clock of the moment's own zone."""
    return format_time(moment.time(), "HH.mm", locale=current_locale())
