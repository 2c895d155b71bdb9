"""Another language is spoken where it is asked for, and only there."""

from datetime import date, datetime, time
from threading import Thread

import pytest
from flask import Flask

from directory.wording import date_in_words, listed
from web.languages import (
    clock_in_words,
    current_locale,
    day_in_words,
    gettext,
    hour_in_words,
    lazy_gettext,
    ngettext,
    speaking,
)

YES = "Det koster ingenting."
NN, EN = "Det kostar ingenting.", "It costs nothing."
LAZY = lazy_gettext(YES)
DAY = date(2026, 12, 2)


def test_bokmal_is_spoken_where_nothing_else_is_asked_for() -> None:
    assert gettext(YES) == str(LAZY) == YES


@pytest.mark.parametrize(("language", "words"), [("nb", YES), ("nn", NN), ("en", EN)])
def test_every_word_inside_is_of_the_language(language: str, words: str) -> None:
    with speaking(language):
        assert gettext(YES) == str(LAZY) == words
        assert current_locale().language == language


def test_one_language_inside_another_ends_before_it() -> None:
    with speaking("nn"):
        with speaking("en"):
            assert gettext(YES) == EN
        assert gettext(YES) == NN
    assert gettext(YES) == YES


def test_the_language_is_put_back_after_a_failure() -> None:
    with pytest.raises(RuntimeError), speaking("en"):
        raise RuntimeError

    assert gettext(YES) == YES


def test_a_page_goes_on_in_its_own_language_afterwards(app: Flask) -> None:
    with app.test_request_context("/"):
        with speaking("en"):
            assert gettext(YES) == EN
        assert gettext(YES) == str(LAZY) == YES
        assert current_locale().language == "nb"
        with speaking("nn"):
            assert gettext(YES) == NN


def test_templates_speak_it_too(app: Flask) -> None:
    template = app.jinja_env.from_string("{{ _('Det koster ingenting.') }} {{ get_locale() }}")

    with app.test_request_context("/"), speaking("en"):
        assert template.render() == f"{EN} en_GB"


def test_other_threads_hear_nothing_of_it() -> None:
    heard: list[str] = []

    with speaking("en"):
        other = Thread(target=lambda: heard.append(gettext(YES)))
        other.start()
        other.join()

    assert heard == [YES]


def test_a_language_that_is_not_spoken_here_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"), speaking("de"):
        pass


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nb", "Neste gang er om 1 dag.", "Neste gang er om 3 dager."),
        ("nn", "Neste gong er om 1 dag.", "Neste gong er om 3 dagar."),
        ("en", "The next time is in 1 day.", "The next time is in 3 days."),
    ],
)
def test_one_and_many_are_told_apart(language: str, one: str, many: str) -> None:
    texts = "Neste gang er om %(num)s dag.", "Neste gang er om %(num)s dager."

    with speaking(language):
        assert (ngettext(*texts, 1), ngettext(*texts, 3)) == (one, many)


@pytest.mark.parametrize(
    ("language", "day", "full", "together"),
    [
        ("nb", "onsdag 2. desember", "2. desember 2026", "a, b og c"),
        ("nn", "onsdag 2. desember", "2. desember 2026", "a, b og c"),
        ("en", "Wednesday 2 December", "2 December 2026", "a, b and c"),
    ],
)
def test_days_and_lists_are_written_as_in_the_language(
    language: str, day: str, full: str, together: str
) -> None:
    with speaking(language):
        assert (day_in_words(DAY), date_in_words(DAY), listed("abc")) == (day, full, together)


@pytest.mark.parametrize(
    ("hour", "in_full", "in_short", "in_english"),
    [
        (time(18), "18.00", "18", "6pm"),
        (time(9, 30), "09.30", "9.30", "9:30am"),
        (time(0), "00.00", "00.00", "midnight"),
        (time(0, 5), "00.05", "00.05", "12:05am"),
        (time(12), "12.00", "12", "midday"),
        (time(12, 15), "12.15", "12.15", "12:15pm"),
    ],
)
def test_hours_are_said_as_in_the_language(
    hour: time, in_full: str, in_short: str, in_english: str
) -> None:
    assert (clock_in_words(datetime.combine(DAY, hour)), hour_in_words(hour)) == (in_full, in_short)
    with speaking("en"):
        assert clock_in_words(datetime.combine(DAY, hour)) == hour_in_words(hour) == in_english
