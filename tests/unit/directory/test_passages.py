"""Which language a text is shown in, and how a small word is put."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from directory.passages import Passage, passage
from directory.wording import date_in_words, listed, near_day_in_words, with_capital

TEXTS = st.dictionaries(
    st.sampled_from(["nb", "nn", "en", "se", "ar"]), st.sampled_from(["", "ord", "words"])
)


def test_the_page_has_its_own_language_where_there_is_one() -> None:
    assert passage({"en": "words", "nb": "ord"}, "nb") == Passage("ord", None)


def test_another_language_is_marked() -> None:
    assert passage({"nn": "ord", "en": "words"}, "nb") == Passage("ord", "nn")
    assert passage({"en": "words"}, "nb") == Passage("words", "en")
    assert passage({"se": "sánit"}, "nb") == Passage("sánit", "se")


def test_nothing_told_is_none() -> None:
    assert passage({}, "nb") is None
    assert passage({"nb": ""}, "nb") is None


@given(TEXTS, st.sampled_from(["nb", "nn", "en"]))
def test_some_text_is_shown_wherever_any_is_told(texts: dict[str, str], page: str) -> None:
    shown = passage(texts, page)

    assert (shown is None) is not any(texts.values())
    if shown is not None:
        assert texts[shown.language or page] == shown.words


def test_a_list_reads_as_one_says_it() -> None:
    assert listed(["rus"]) == "rus"
    assert listed(["rus", "alkohol", "ensomhet"]) == "rus, alkohol og ensomhet"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert with_capital("på nett i Å") == "På nett i Å"
    assert with_capital("") == ""


def test_a_date_says_its_year() -> None:
    assert date_in_words(date(2019, 5, 1)) == "1. mai 2019"


def test_a_near_day_is_called_as_one_calls_it() -> None:
    today = date(2026, 12, 31)

    assert near_day_in_words(today, today) == "i dag, torsdag 31. desember"
    assert near_day_in_words(date(2027, 1, 1), today) == "i morgen, fredag 1. januar 2027"
    assert near_day_in_words(date(2026, 12, 30), today) == "onsdag 30. desember"
