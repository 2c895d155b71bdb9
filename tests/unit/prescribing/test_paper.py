"""Which paper an address asks for."""

from hypothesis import given
from hypothesis import strategies as st

from prescribing.sheets.paper import Paper, PaperSize, paper_asked_for


def test_nothing_asked_for_is_usual_paper() -> None:
    assert paper_asked_for({}) == Paper(PaperSize.A4, is_large=False)


def test_small_paper_and_large_letters_can_be_asked_for() -> None:
    assert paper_asked_for({"papir": "a5", "skrift": "stor"}) == Paper(PaperSize.A5, is_large=True)


@given(st.text(), st.text())
def test_whatever_is_asked_for_there_is_paper(size: str, letters: str) -> None:
    assert paper_asked_for({"papir": size, "skrift": letters}).size in PaperSize


@given(st.sampled_from(PaperSize), st.booleans())
def test_what_an_address_says_of_a_paper_asks_for_that_paper(
    size: PaperSize, is_large: bool
) -> None:
    paper = Paper(size, is_large)
    assert paper_asked_for(paper.asked_by) == paper
