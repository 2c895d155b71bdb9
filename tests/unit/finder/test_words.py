"""Every reason and caveat has words, and they say no more than the code and its value carry."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.choices import Format, Intensity, SobrietyRule
from finder.caveat_words import MUST_UNKNOWN, caveat_sentence
from finder.question_file import Avoid, Must
from finder.reason_words import reason_sentence
from matching.answer import Caveat, Reason
from matching.caveats import CODES as CAVEAT_CODES
from matching.signals import SIGNALS
from tests.support.databases import vocabulary
from web.languages import LANGUAGES, speaking

REASON_CODES = [signal.code for signal in SIGNALS]
VALUES = {
    "interest": "bouldering",
    "interest_near": "rope_climbing",
    "used_to_like": "football",
    "goal": "find_calm",
    "distance": 3.4,
    "soon": 3,
    "rule_told": "wish_to_stop",
    "intensity": "calm",
    "format": "small_group",
    "audience": "relatives",
}
CAVEAT_VALUES = {"must_unknown": "free", "overdue": "2026-05-01", "unconfirmed": "2019-05-01"}
MUSTS_AND_AVOIDS = [*get_args(Must), *get_args(Avoid)]
# Words that promise something, or that call a person by what they struggle with.
PROMISES = (
    *("garanter", "sikkert at", "gjør deg", "blir rusfri", "kommer til å"),
    *("gjer deg", "kjem til å", "guarantee", "will make you", "cure"),
)
LABELS = (
    *("misbruker", "narkoman", "alkoholiker", "rusavhengig", "pasient", "bruker av tjenest"),
    *("misbrukar", "rusavhengige", "addict", "alcoholic", "abuser", "junkie"),
)


def say(code: str, value: str | float | None = None) -> str:
    return reason_sentence(Reason(code, value, 0.1), vocabulary())


def warn(code: str, value: str | None = None) -> str:
    return caveat_sentence(Caveat(code, value))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The test is run in each language that is spoken."""
    with speaking(request.param):
        yield request.param


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("code", REASON_CODES)
def test_every_reason_has_a_sentence(code: str) -> None:
    assert_is_a_sentence(say(code, VALUES.get(code)))


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("code", CAVEAT_CODES)
def test_every_caveat_has_a_sentence(code: str) -> None:
    assert_is_a_sentence(warn(code, CAVEAT_VALUES.get(code)))


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("word", MUSTS_AND_AVOIDS)
def test_every_must_that_nobody_has_told_about_has_a_sentence_of_its_own(word: str) -> None:
    sentence = warn("must_unknown", word)

    assert_is_a_sentence(sentence)
    assert [str(other) for other in MUST_UNKNOWN.values()].count(sentence) == 1


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(
    ("code", "words"), [("rule_told", SobrietyRule), ("intensity", Intensity), ("format", Format)]
)
def test_every_word_of_a_choice_is_said_in_its_own_words(code: str, words: type[StrEnum]) -> None:
    said = {say(code, word.value) for word in words}

    assert len(said) == len(words)


@pytest.mark.parametrize("interest", list(vocabulary().interests))
def test_every_interest_can_be_named_inside_a_sentence(interest: str) -> None:
    sentence = say("interest", interest)

    assert_is_a_sentence(sentence)
    assert vocabulary().interests[interest].labels["nb"].lower() in sentence.lower()


@pytest.mark.parametrize("effect", list(vocabulary().effects))
def test_every_goal_can_be_named_inside_a_sentence(effect: str) -> None:
    assert_is_a_sentence(say("goal", effect))


def test_a_name_keeps_its_capital_inside_a_sentence() -> None:
    assert "AA-møter" in say("interest", "aa_meeting")
    assert "Al-Anon" in say("interest", "al_anon")
    assert "buldring" in say("interest", "bouldering")


def test_an_interest_that_left_the_vocabulary_is_named_by_its_id() -> None:
    assert "curling" in say("interest", "curling")


@pytest.mark.parametrize(
    ("days", "words"), [(0, "i dag"), (1, "i morgen"), (2, "om 2 dager"), (27, "om 27 dager")]
)
def test_soon_is_said_as_people_say_it(days: int, words: str) -> None:
    assert words in say("soon", days)


@given(st.floats(min_value=0, max_value=3000))
def test_a_distance_is_never_said_to_be_exact(km: float) -> None:
    sentence = say("distance", round(km, 1))

    assert "ca." in sentence or "i nærheten" in sentence


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_confirmation_is_told_with_its_year(day: date) -> None:
    assert str(day.year) in warn("unconfirmed", day.isoformat())
    assert str(day.year) in warn("overdue", day.isoformat())


def test_never_confirmed_is_not_said_to_be_confirmed() -> None:
    assert "vet ikke" in warn("unconfirmed", None)


def test_when_does_not_say_that_an_untold_hour_fits() -> None:
    assert "kan passe" in say("when")


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("word", [*PROMISES, *LABELS])
def test_no_sentence_promises_or_labels(word: str) -> None:
    assert not [sentence for sentence in every_sentence() if word in sentence.lower()]


@pytest.mark.usefixtures("language")
def test_every_sentence_has_at_most_20_words() -> None:
    assert not [sentence for sentence in every_sentence() if longest(sentence) > 20]


def every_sentence() -> list[str]:
    reasons = [say(code, VALUES.get(code)) for code in REASON_CODES]
    rules = [say("rule_told", rule.value) for rule in SobrietyRule]
    musts = [warn("must_unknown", word) for word in MUSTS_AND_AVOIDS]
    return [*reasons, *rules, *musts, *(warn(c, CAVEAT_VALUES.get(c)) for c in CAVEAT_CODES)]


def longest(text: str) -> int:
    return max(len(sentence.split()) for sentence in re.split(r"[.?!]", text))


def assert_is_a_sentence(text: str) -> None:
    assert text[0].isupper()
    assert text.endswith(".")
    assert "%" not in text
