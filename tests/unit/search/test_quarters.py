"""A quarter of a town that is in none of our sources is no misspelt place far away."""

import pytest

from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.databases import vocabulary

READER = Reader(vocabulary().interests, vocabulary().effects, gazetteer())


@pytest.mark.parametrize("quarter", ["Lade", "Romsås", "Kolstad", "Storhaug", "Singsaker"])
@pytest.mark.parametrize("text", ["kor {} trondheim", "kor i {} i Trondheim", "Trondheim, i {}"])
def test_beside_its_town_a_quarter_is_left_alone(quarter: str, text: str) -> None:
    for written in (quarter, quarter.lower()):
        reading = READER.read(text.format(written))

        assert reading.place is not None
        assert (reading.place.name, reading.corrections) == ("Trondheim", ())


@pytest.mark.parametrize("text", ["kor i lade", "kor i Romsås", "kor romsås", "kor i tasta"])
def test_without_a_town_it_is_none_that_begins_with_another_letter(text: str) -> None:
    assert READER.read(text).place is None


def test_a_misspelt_town_is_still_read() -> None:
    place = READER.read("kor i Torndheim").place

    assert place is not None
    assert place.name == "Trondheim"
