"""What visitors type, before anything is made of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wtforms import Form, StringField

from stewardship.visitors.fields import (
    AtMost,
    EmptyField,
    few_web_addresses,
    one_line,
    plain_lines,
    telephone_typed,
)


class Written(Form):  # type: ignore[misc]
    text = StringField(validators=[few_web_addresses])
    homepage = EmptyField()


class Bounded(Form):  # type: ignore[misc]
    text = StringField(validators=[AtMost(10), few_web_addresses])


@given(st.text())
def test_one_line_has_no_line_end_and_nothing_invisible(text: str) -> None:
    assert one_line(text) == "" or one_line(text).isprintable()


@given(st.text())
def test_lines_hold_nothing_invisible_and_settle_after_one_pass(text: str) -> None:
    lines = plain_lines(text)

    assert all(line.isprintable() for line in lines.split("\n"))
    assert plain_lines(lines) == lines


def test_lines_stay_lines_whoever_ended_them() -> None:
    assert plain_lines("en\r\nto\rtre\x00\n") == "en\nto\ntre"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("911 23 456", "91123456"),
        ("+47 911-23-456", "+4791123456"),
        ("(911) 23.456", "91123456"),
        ("116 111", None),
        ("ring meg", None),
        ("kari@example.org", None),
        ("", None),
    ],
)
def test_a_telephone_number_is_its_digits(typed: str, number: str | None) -> None:
    assert telephone_typed(typed) == number


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("Se https://www.example.org og www.example.com.", True),
        ("Det står kl. 18 f.eks., bl.a. på onsdag. Møt opp.", True),
        ("http://a.example http://b.example http://c.example", False),
        ("kjop.com billig.no naa.xyz", False),
    ],
)
def test_more_than_two_web_addresses_are_refused(text: str, is_taken: bool) -> None:
    form = Written(data={"text": text})

    assert form.validate() is is_taken


@pytest.mark.parametrize("word", ["a-", "a", "a.", "www.", "é-", "-"])
def test_a_word_without_end_is_read_at_once(word: str) -> None:
    form = Written(data={"text": word * 50_000})

    started = time.perf_counter()
    form.validate()

    assert time.perf_counter() - started < 1


def test_nothing_more_is_asked_of_what_is_too_long() -> None:
    form = Bounded(data={"text": "http://a.example http://b.example http://c.example"})

    assert not form.validate()
    assert form.text.errors == ["Du skrev 50 tegn. Skriv høyst 10."]


def test_the_field_that_nobody_sees_refuses_what_fills_it_in() -> None:
    form = Written(data={"homepage": "https://example.org"})

    assert not form.validate()
    assert form.homepage.errors == ["La dette feltet stå tomt, så vet vi at du ikke er et program."]
