"""Words about drugs and drink are a reason to ask, and nothing is read out of them."""

import pytest

from search.reading import Reader

READER = Reader({}, {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "jeg drikker for mye",
        "har vært edru i tre måneder",
        "noe rusfritt å gjøre",
        "prøver å slutte å drikke",
        "eg er avhengig",
        "i use drugs",
        "ferdig med avrusning",
        "går på metadon",
    ],
)
def test_words_of_using_and_of_doing_without_are_marked(text: str) -> None:
    assert READER.read(text).of_use


@pytest.mark.parametrize(
    "text",
    [
        "na-møte i oslo",
        "klatring",
        "bruser og brus",
        "larvik",
        "avhengig av rullestol",
        "russetid",
        "",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert not READER.read(text).of_use


@pytest.mark.parametrize("text", ["jeg drikker for mye", "eg drikk for mykje", "i drink too much"])
def test_that_somebody_drinks_is_not_searched_for(text: str) -> None:
    assert not {"drikker", "drikk", "drink"} & set(READER.read(text).rest.split())
