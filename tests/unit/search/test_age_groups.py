"""Whom a group should be for is a wide band of ages, unless an age is told."""

from collections.abc import Sequence

import pytest

from places.areas import Place
from search.ages import Age
from search.reading import Reader


class Molde:
    """A gazetteer of one place."""

    def longest_match(
        self, words: Sequence[str], start: int, *, stands_as_name: bool = False
    ) -> tuple[Place, int] | None:
        is_it = words[start].lower() == "molde"
        return (Place("Molde", "1506", 62.7, 7.2, "municipality", None), 1) if is_it else None

    def postcode(self, _: str) -> Place | None:
        return None

    def near_name(self, _: str, __: int) -> tuple[str, int] | None:
        return None


READER = Reader({}, {}, Molde())


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
        ("for unge, klatring", (13, 35)),
        ("gruppe for unge", (13, 35)),
        ("unge i Molde", (13, 35)),
        ("ungdom", (13, 30)),
        ("ungdomsklubb", (13, 30)),
        ("pensjonistforening", (60, 120)),
        ("youth group", (13, 30)),
        ("pensjonist, vil danse", (60, 120)),
        ("hei, jeg er pensjonist, vil gå tur", (60, 120)),
        ("kurs for eldre", (55, 120)),
        ("har to tenåringer, ser etter kor", None),
        ("kona er pensjonist, jeg vil ha tur", None),
        ("mora mi er pensjonist", None),
        ("bor med tenåringer, vil klatre", None),
        ("lærer og jobber for ungdom", None),
        ("jobber med unge", None),
        ("trener for ungdom", None),
        ("redd for ungdom", None),
        ("de er for unge", None),
        ("ungdomsskole", None),
    ],
)
def test_a_wish_for_an_age_group_is_a_band(text: str, age: Age | None) -> None:
    assert READER.read(text).age == age
