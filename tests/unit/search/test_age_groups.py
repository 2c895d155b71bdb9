"""Whom a group should be for is a wide band of ages, unless an age is told."""

import pytest

from search.ages import Age
from search.reading import Reader

READER = Reader({}, {}, None)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("noe for ungdom", (13, 30)),
        ("turgruppe for unge", (13, 35)),
        ("med andre unge i Oslo", (13, 35)),
        ("unge voksne", (18, 35)),
        ("noko for tenåringar", (13, 19)),
        ("for young people", (13, 30)),
        ("trening for eldre", (55, 120)),
        ("pensjonist", (60, 120)),
        ("noe for ungdom, er 17", 17),
        ("for unge 16-20 år", (16, 20)),
        ("ikke for eldre", None),
        ("for eldre søsken", None),
        ("jeg jobber med ungdom", None),
        ("min eldre bror", None),
        ("de unge", None),
    ],
)
def test_a_wish_for_an_age_group_is_a_band(text: str, age: Age | None) -> None:
    assert READER.read(text).age == age
