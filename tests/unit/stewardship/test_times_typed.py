"""Typed times, phrase by phrase: what each is read as, or what is asked. None is misread silently."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.offer_file import ScheduleRecord
from stewardship.times_typed.question_words import question_in_words
from stewardship.times_typed.reading import LONGEST_TEXT, read_times
from stewardship.times_typed.typed_words import typed_words
from stewardship.times_typed.values import Question, TypedTimes, Unsure
from stewardship.times_typed.words import LEXICON, folded
from tests.support.time_phrases import ASKED_ABOUT, TODAY, UNDERSTOOD, surely

SURE = [phrase["typed"] for phrase in UNDERSTOOD]
KNOWN_WORDS = {word for words in LEXICON for word in words}
FOREIGN = (
    "kanskje",
    "kvinner",
    "eller",
    "rom",
    "every",
    "not",
    "vanligvis",
    "ca",
    "etasje",
    "pause",
)
foreign_words = st.sampled_from(FOREIGN) | st.text("abdeghijklmnoprstuvyæøå", min_size=3).filter(
    lambda word: folded(word) not in KNOWN_WORDS
)


def asked(typed: str, today: date = TODAY) -> Unsure:
    read = read_times(typed, today)
    assert isinstance(read, Unsure), f"«{typed}» is read as {read}"
    return read


# The table


@pytest.mark.parametrize("phrase", UNDERSTOOD, ids=lambda phrase: phrase["typed"])
def test_a_phrase_is_read_as_its_schedules(phrase: dict[str, Any]) -> None:
    assert [times.entry() for times in surely(phrase["typed"])] == phrase["means"]


@pytest.mark.parametrize("phrase", ASKED_ABOUT, ids=lambda phrase: phrase["typed"])
def test_a_phrase_that_may_mean_more_is_asked_about(phrase: dict[str, Any]) -> None:
    question = Question(phrase["asks"])

    assert asked(phrase["typed"]) == Unsure(
        phrase["about"], question, tuple(phrase.get("readings", ()))
    )


def test_the_table_holds_two_hundred_phrases_and_no_one_twice() -> None:
    typed = [phrase["typed"] for phrase in UNDERSTOOD + ASKED_ABOUT]

    assert len(UNDERSTOOD) >= 200
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("phrase", UNDERSTOOD, ids=lambda phrase: phrase["typed"])
def test_what_is_read_is_typed_and_read_again_as_the_same(phrase: dict[str, Any]) -> None:
    for times in surely(phrase["typed"]):
        words = typed_words(times.timetable())

        assert words is not None
        assert surely(words) == (times,)


@pytest.mark.parametrize("phrase", UNDERSTOOD, ids=lambda phrase: phrase["typed"])
def test_what_is_read_fits_an_offer_file(phrase: dict[str, Any]) -> None:
    for times in surely(phrase["typed"]):
        record = ScheduleRecord.model_validate({"attendance": "phone"} | times.entry())

        assert record.timetable() == times.timetable()


@pytest.mark.parametrize("phrase", ASKED_ABOUT, ids=lambda phrase: phrase["typed"])
def test_each_meaning_that_can_be_chosen_is_understood(phrase: dict[str, Any]) -> None:
    for reading in phrase.get("readings", ()):
        surely(reading)


@pytest.mark.parametrize("question", Question)
def test_every_question_is_one_short_sentence_with_the_words_in_it(question: Question) -> None:
    sentence = question_in_words(Unsure("x" * 700, question))

    assert sentence.endswith((".", "?"))
    assert "%" not in sentence
    assert len(sentence) < 170


# Nothing is left over


@settings(max_examples=300)
@given(phrase=st.sampled_from(SURE), word=foreign_words, data=st.data())
def test_a_word_that_is_not_known_is_always_asked_about(
    phrase: str, word: str, data: st.DataObject
) -> None:
    words = phrase.split(" ")
    at = data.draw(st.integers(0, len(words)))

    asked(" ".join([*words[:at], word, *words[at:]]))


@pytest.mark.parametrize("phrase", [one for one in SURE if " og " in one])
def test_what_og_leads_to_is_never_dropped(phrase: str) -> None:
    before, _, _ = phrase.rpartition(" og ")

    asked(f"{before} og")


@pytest.mark.parametrize("typed", ["", "   ", "\n;\n", "...", ",", "og", "hver", "–"])
def test_nothing_at_all_is_asked_about(typed: str) -> None:
    asked(typed)


def test_a_very_long_text_is_asked_to_be_shorter() -> None:
    long = "hver onsdag 18–20 " * 40

    assert asked(long).question is Question.TOO_LONG
    assert len(asked(long).words) == LONGEST_TEXT


# Dates without a year, and other days than that of the table


def test_a_start_is_the_next_one_and_an_end_the_next_after_it() -> None:
    typed = "onsdager 18–20 fra 7. januar til 17. juni"
    (in_november,), (in_march,) = surely(typed), surely(typed, date(2027, 3, 1))

    dates = (date(2027, 1, 7), date(2027, 6, 17))
    assert (in_november.starts_on, in_november.until) == dates
    assert (in_march.starts_on, in_march.until) == dates


def test_a_day_that_was_lately_is_not_taken_for_next_year() -> None:
    unsure = asked("onsdager 18–20 fra 7. januar", date(2027, 3, 1))

    assert unsure.question is Question.WHICH_YEAR
    assert [surely(one, date(2027, 3, 1))[0].starts_on for one in unsure.readings] == [
        date(2027, 1, 7),
        date(2028, 1, 7),
    ]


def test_even_weeks_are_every_other_week_where_no_year_has_53() -> None:
    (times,) = surely("onsdager i partallsuker 18–20", date(2027, 2, 1))

    assert times.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"
    assert times.starts_on == date(2027, 2, 10)
    assert times.starts_on.isocalendar().week == 6


def test_even_weeks_are_parted_after_a_week_53() -> None:
    unsure = asked("onsdager i partallsuker 18–20")
    before, after = surely(unsure.readings[1])

    assert before.until == date(2027, 1, 3)
    assert after.starts_on == date(2027, 1, 13)
    assert after.starts_on.isocalendar().week == 2


def test_the_summer_break_is_three_weeks_in_three_years() -> None:
    (times,) = surely("onsdager 18–20, ikke i fellesferien", date(2027, 8, 2))

    assert {day.year for day in times.exceptions} == {2028, 2029, 2030}
    assert {day.isocalendar().week for day in times.exceptions} == {28, 29, 30}
    assert {day.weekday() for day in times.exceptions} == {2}


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2032, 12, 31)])
def test_on_another_day_each_phrase_is_sound_or_asked_about(today: date) -> None:
    reads = [read_times(phrase, today) for phrase in SURE]
    sound = [times for read in reads if isinstance(read, tuple) for times in read]

    assert len(sound) > 150
    for times in sound:
        ScheduleRecord.model_validate({"attendance": "phone"} | times.entry())


def test_only_what_was_told_stands_in_the_entry() -> None:
    assert TypedTimes(by_appointment=False).entry() == {"by_appointment": False}
