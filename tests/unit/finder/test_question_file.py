"""A person as JSON: what may be said is understood, and all else is refused with a sentence on its key."""

import json
from datetime import datetime
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.question_file import FaultyQuestionError, Question, parse_question, read_question
from tests.support.catalogue import VOCABULARY, WELL_KNOWN
from tests.support.strategies import AVOID, MUSTS, WISHES, examples

KEYS = tuple(Question.model_fields)
LISTS = ("interests", "used_to_like", "not_this", "when", "goal", "musts", "avoid", "language")
A_BLINK = 3  # seconds, on a busy machine; what is faulty is refused long before


def read(**given_: Any) -> Question:
    return read_question(given_, VOCABULARY)


def faults(given_: object) -> list[str]:
    with pytest.raises(FaultyQuestionError) as caught:
        read_question(given_, VOCABULARY)
    return caught.value.faults


def faults_of_text(text: str | bytes) -> list[str]:
    with pytest.raises(FaultyQuestionError) as caught:
        parse_question(text, VOCABULARY)
    return caught.value.faults


def test_nothing_needs_to_be_said() -> None:
    question = read()

    assert question.limit is None
    assert all(getattr(question, key) in (None, []) for key in KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_null_says_nothing(key: str) -> None:
    assert read(**{key: None}) == read()


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("age", 0, (0, 0)),
        ("age", 120, (120, 120)),
        ("age", "18-25", (18, 25)),
        ("age", "0-120", (0, 120)),
        ("age", "7-7", (7, 7)),
        ("today", "2026-11-22", datetime.fromisoformat("2026-11-22T00:00")),
        ("today", "2026-11-22T18:30", datetime.fromisoformat("2026-11-22T18:30")),
        ("today", "2026-11-22T18:30:00+00:00", datetime.fromisoformat("2026-11-22T19:30")),
        ("max_km", 0, 0.0),
        ("max_km", 1e300, 1e300),
        ("limit", 1, 1),
        ("limit", 100, 100),
        ("municipality", "0301", "0301"),
        ("place", "Å", "Å"),
        ("text", "", ""),
        ("interests", ["climbing", "choir", "climbing"], ["climbing", "choir"]),
        ("language", ["nb", "en-GB", "sma"], ["nb", "en-GB", "sma"]),
        ("when", list(WISHES), list(WISHES)),
        ("musts", [one for one in MUSTS if one != "men"], [one for one in MUSTS if one != "men"]),
        ("avoid", list(AVOID), list(AVOID)),
    ],
)
def test_what_the_contract_allows_is_understood(key: str, value: object, expected: object) -> None:
    assert getattr(read(**{key: value}), key) == expected


@pytest.mark.parametrize(
    ("key", "word"),
    [
        *(("situation", word) for word in ("drug_free", "wants_to_stop", "uses_now")),
        *(("for_whom", word) for word in ("self", "relative", "bereaved")),
        *(("peers", word) for word in ("peers", "ordinary")),
        *(("gender", word) for word in ("woman", "man")),
    ],
)
def test_each_choice_of_the_contract_may_be_made(key: str, word: str) -> None:
    assert getattr(read(**{key: word}), key) == word


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", 5), ("text", ["a"]), ("text", "a" * 2001), ("text", "a" * 10_000),
        ("interests", "climbing"), ("interests", ["no_such"]), ("interests", [5]),
        ("interests", [None]), ("interests", {"climbing": True}), ("interests", [["climbing"]]),
        ("used_to_like", ["no_such"]), ("not_this", ["no_such"]), ("goal", ["climbing"]),
        ("age", -1), ("age", 121), ("age", 19.0), ("age", True), ("age", "19"), ("age", "25-18"),
        ("age", "18-121"), ("age", "١٨-٢٥"), ("age", "18–25"), ("age", " 18-25"), ("age", "18-25\n"),
        ("age", [18, 25]), ("age", float("nan")), ("age", 10**30), ("age", ""), ("age", "018-0025"),
        ("place", 7041), ("place", "a" * 201), ("place", ["Oslo"]),
        ("municipality", 301), ("municipality", "301"), ("municipality", "03011"),
        ("municipality", "٠٣٠١"), ("municipality", "0301\n"),
        ("max_km", -0.1), ("max_km", "5"), ("max_km", float("nan")), ("max_km", float("inf")),
        ("max_km", True), ("max_km", 10**400),
        ("when", ["someday"]), ("when", ["today-evening"]), ("when", ["mon-noon"]), ("when", ["MON"]),
        ("when", "mon"), ("when", ["mon\n"]),
        ("situation", "maybe"), ("situation", ""), ("situation", ["drug_free"]),
        ("for_whom", "relatives"), ("peers", True), ("gender", "women"),
        ("musts", ["no_such"]), ("musts", ["women", "men"]), ("musts", "free"), ("avoid", ["free"]),
        ("language", ["norsk bokmål"]), ("language", ["n"]), ("language", "nb"), ("language", ["nb\n"]),
        ("today", "yesterday"), ("today", 20261122), ("today", "2026-13-01"), ("today", "1999-12-31"),
        ("today", "2101-01-01"), ("today", "0001-01-01T00:00:00+23:59"),
        ("today", "9999-12-31T23:59:59-23:59"), ("today", True), ("today", ""),
        ("limit", 0), ("limit", 101), ("limit", 5.0), ("limit", "5"), ("limit", True), ("limit", 10**30),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_in_one_sentence_that_names_the_key(
    key: str, value: object
) -> None:
    (fault,) = faults({key: value})

    assert fault.startswith(key)
    assert len(fault) < 400
    assert "\n" not in fault


@pytest.mark.parametrize("key", ["lat", "lon"])
@pytest.mark.parametrize(
    "value", [91 * 2, -181, float("nan"), float("inf"), "63", True, [63], 10**400]
)
def test_a_position_is_two_numbers_on_the_earth(key: str, value: object) -> None:
    (fault,) = faults({"lat": 63.4, "lon": 10.4, key: value})

    assert fault.startswith(key)


@pytest.mark.parametrize("given_", [{"lat": 63.4}, {"lon": 10.4}, {"lat": 63.4, "lon": None}])
def test_half_a_position_is_none(given_: dict[str, object]) -> None:
    (fault,) = faults(given_)

    assert "lat" in fault
    assert "lon" in fault


@pytest.mark.parametrize("position", [(-90, -180), (90, 180), (0, 0), (63.43, 10.39)])
def test_a_position_may_lie_anywhere_on_the_earth(position: tuple[float, float]) -> None:
    question = read(lat=position[0], lon=position[1])

    assert (question.lat, question.lon) == position


@pytest.mark.parametrize("value", ["blue", ["blue"], {"blue": []}])
@pytest.mark.parametrize("key", ["favourite_colour", "Age", "age ", "", "a\nb", "n" * 5000])
def test_an_unknown_key_is_named(key: str, value: object) -> None:
    (fault,) = faults({key: value})

    assert fault.startswith("".join(sign if sign.isprintable() else " " for sign in key)[:20])
    assert fault.isprintable()
    assert len(fault) < 400


@pytest.mark.parametrize("given_", [{"\ud800": 1}, {"place": "\ud800"}, {"interests": ["\ud800"]}])
def test_half_a_character_is_refused_in_whole_ones(given_: dict[str, Any]) -> None:
    (fault,) = faults(given_)

    assert fault.isprintable()


def test_every_fault_is_told_of_at_once() -> None:
    found = faults({"age": 121, "limit": 0, "colour": "blue", "interests": ["no_such"]})

    assert [fault.split(":")[0].split("[")[0] for fault in sorted(found)] == [
        "age", "colour", "interests", "limit",
    ]  # fmt: skip


@pytest.mark.parametrize("given_", [None, [], "age", 5, True])
def test_a_person_is_an_object(given_: object) -> None:
    assert len(faults(given_)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", '{"age": ', "{'age': 19}", "null", "[]", '"text"', "NaN", "\ufeff{}",
        b"\xff\xfe{", b'{"text": "\xe6"}', "{" * 100_000, "[" * 100_000, '{"a":' * 50_000,
        '{"age": ' + "9" * 5000 + "}", '{"age": 1e999}', '{"limit": -0}',
    ],
)  # fmt: skip
def test_what_is_no_json_or_no_person_is_refused_in_a_blink(text: str | bytes) -> None:
    begin = perf_counter()

    found = faults_of_text(text)

    assert len(found) == 1
    assert perf_counter() - begin < A_BLINK


@pytest.mark.parametrize("depth", [*range(2, 1000, 45), *range(900, 1000, 3), 5000])
@pytest.mark.parametrize("key", ["interests", "age", "text", "colour", "when"])
def test_however_deep_a_value_is_it_is_refused(key: str, depth: int) -> None:
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        inner = opening * depth + ("1" if opening != "[" else "") + closing * depth

        assert faults_of_text(f'{{"{key}": {inner}}}')


@pytest.mark.parametrize(
    "given_",
    [
        {"text": "æ" * 100_000},
        {"interests": ["x" * 60] * 3000},
        {"interests": [str(number) for number in range(30_000)]},
        {"when": ["someday"] * 20_000},
        {"interests": ["x" * 190_000]},
        {"place": "x" * 190_000},
        {"age": "1" * 190_000},
        {"today": "2" * 190_000},
        {str(number): 1 for number in range(20_000)},
    ],
)
def test_however_long_it_is_it_is_refused_quickly_and_in_short(given_: dict[str, Any]) -> None:
    text = json.dumps(given_)
    begin = perf_counter()

    found = faults_of_text(text)

    assert perf_counter() - begin < A_BLINK
    assert sum(len(fault) for fault in found) < 10_000


def test_the_same_interest_many_times_is_one() -> None:
    assert read(interests=["climbing"] * 200).interests == ["climbing"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
likely_values = json_values | st.lists(
    st.sampled_from([*WELL_KNOWN, *MUSTS, *AVOID, *WISHES, "nb"]), max_size=3
)


@examples(150)
@given(st.dictionaries(st.sampled_from([*KEYS, "colour"]), likely_values, max_size=5))
def test_anything_is_either_understood_or_refused_by_its_key(given_: dict[str, Any]) -> None:
    found = understood_or_faults(json.dumps(given_))

    if isinstance(found, Question):
        assert set(given_) <= set(KEYS)
        assert all(isinstance(getattr(found, key), list) for key in LISTS)
    else:
        assert found
        assert all(any(key in fault for key in given_) for fault in found)


@examples(150)
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_text_is_either_json_or_refused(text: str | bytes) -> None:
    assert understood_or_faults(text)


def understood_or_faults(text: str | bytes) -> Question | list[str]:
    try:
        return parse_question(text, VOCABULARY)
    except FaultyQuestionError as error:
        return error.faults
