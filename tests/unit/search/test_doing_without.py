"""Who does without drink asks for a place without alcohol; what their situation is, nobody reads."""

import pytest

from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.databases import vocabulary

READER = Reader(vocabulary().interests, vocabulary().effects, gazetteer())


@pytest.mark.parametrize(
    "text",
    [
        "sluttet å drikke",
        "har slutta å drikke",
        "for to uker siden sluttet jeg å drikke",
        "noe annet enn å drikke",
        "noko anna enn å drikke",
        "uten å drikke",
        "jeg drikker ikke",
        "eg drikk ikkje",
        "folk som ikke drikker",
        "edru",
        "holde meg edru",
        "rusfri kafé",
        "rus fri",
        "noe rusfritt å gjøre",
        "I'm not drinking",
        "don't drink",
        "I quit drinking",
        "something other than drinking",
        "without drinking",
        "sober",
    ],
)
def test_doing_without_drink_asks_for_a_place_without_alcohol(text: str) -> None:
    reading = READER.read(text)

    assert reading.musts == ("alcohol_free",)
    assert reading.of_use, "there is a reason to ask, since the words say nothing of the situation"


@pytest.mark.parametrize(
    "text",
    [
        "drikker ikke kaffe",
        "I don't drink coffee",
        "drikker ikke så mye",
        "er ikke edru",
        "må jeg være edru",
        "trenger ikke være rusfri",
        "uten å være rusfri",
        "do I have to be sober",
        "vil slutte å drikke",
        "mannen min drikker ikke",
        "mannen min har sluttet å drikke",
        "kona mi er edru",
        "my husband is not drinking",
        "edruelighetsforening",
    ],
)
def test_what_is_not_ones_own_doing_without_asks_for_nothing(text: str) -> None:
    assert READER.read(text).musts == ()


def test_a_hobby_beside_it_and_friends_of_the_same_kind_are_still_wishes() -> None:
    assert READER.read("rusfri kafé").interests == ("cafe",)
    assert READER.read("edru venner").goal == ("new_drug_free_friends",)
    assert READER.read("noe annet enn å drikke i helga").when == ("weekend",)


@pytest.mark.parametrize(
    "text",
    ["drikker ikke oslo fredag", "røyker ikke oslo fredag", "ruser meg ikke oslo fredag",
     "I don't drink oslo friday"],
)  # fmt: skip
def test_what_one_does_not_do_swallows_no_place_and_no_day(text: str) -> None:
    reading = READER.read(text)

    assert reading.place is not None
    assert (reading.place.name, reading.when) == ("Oslo", ("fri",))


@pytest.mark.parametrize("text", ["ikke oslo", "helst ikke i oslo", "klatring, ikke oslo"])
def test_a_place_that_is_turned_down_is_still_none(text: str) -> None:
    assert READER.read(text).place is None
