"""What is said of how far was looked."""

import pytest

from finder.notices import widening_in_words
from matching.answer import Step

TO_50 = Step("radius", 25.0, 50.0)
TO_100 = Step("radius", 50.0, 100.0)
TO_COUNTY = Step("county", 100.0)
TO_COUNTRY = Step("country", None)


@pytest.mark.parametrize(
    ("steps", "end"),
    [
        ((TO_50,), "så vi så lenger bort, til 50 km."),
        ((TO_50, TO_100), "så vi så lenger bort, til 100 km."),
        ((TO_50, TO_100, TO_COUNTY), "så vi så i hele fylket."),
        ((TO_50, TO_100, TO_COUNTY, TO_COUNTRY), "så vi så i hele landet."),
    ],
)
def test_all_steps_are_one_sentence_from_the_first_to_the_last(
    steps: tuple[Step, ...], end: str
) -> None:
    assert widening_in_words(steps) == f"Vi fant lite innen 25 km, {end}"
