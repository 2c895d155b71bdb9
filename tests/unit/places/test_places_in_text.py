"""Places in running text, and words that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.gazetteer import gazetteer


def read(text: str) -> list[tuple[str, str]]:
    """Return each place in the text, longest first, as the words that name it and its municipality."""
    words, found, at = text.split(), [], 0
    while at < len(words):
        match = gazetteer().longest_match(words, at)
        if match is None:
            at += 1
            continue
        place, length = match
        found.append((" ".join(words[at : at + length]), place.municipality))
        at += length
    return found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("buldring i Trondheim, 19 år, kveld", [("Trondheim,", "5001")]),
        ("klatring trondheim", [("trondheim", "5001")]),
        ("bor i Mo i Rana og er 40", [("Mo i Rana", "1833")]),
        ("noe i Herøy i Nordland", [("Herøy i Nordland", "1818")]),
        ("Nes Akershus", [("Nes Akershus", "3228")]),
        ("Oslo sentrum på kvelden", [("Oslo sentrum", "0301")]),
        ("tur ved Nord-Aurdal", [("Nord-Aurdal", "3451")]),
        ("svømming 7041 Trondheim", [("7041 Trondheim", "5001")]),
        ("svømming postnummer 7041", [("7041", "5001")]),
        ("Molde eller Kristiansund", [("Molde", "1506"), ("Kristiansund", "1505")]),
        ("Molde by night", [("Molde", "1506")]),
        ("Time kommune", [("Time kommune", "1121")]),
    ],
)
def test_places_are_read_with_the_words_that_name_them(
    text: str, named: list[tuple[str, str]]
) -> None:
    assert read(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("gå på ski i Ski", [("Ski", "3207")]),
        ("ski", []),
        ("jeg bor i ski", [("ski", "3207")]),
        ("en time i uka", []),
        ("i tretten år", []),
        ("flink i å danse", []),
        ("sitte i sola", []),
        ("bor i Sola", [("Sola", "1124")]),
        ("klatre i tau", []),
        ("bor i Tau", [("Tau", "1130")]),
        ("bor i bø", [("bø", "4020")]),
        ("jeg bor alene", []),
        ("jeg hørte om dere nå", []),
        ("slutte på røyken", []),
        ("gå på fjell", []),
        ("a group in his town", []),
        ("GÅ PÅ SKI", []),
        ("ro ned, roa ned", []),
        ("kl 1900 eller 2019", []),
        ("på strand og i sand", []),
        ("hennes mor og min son", []),
    ],
)
def test_everyday_words_are_places_only_where_they_must_be(
    text: str, named: list[tuple[str, str]]
) -> None:
    assert read(text) == named


@pytest.mark.parametrize("text", ["", "19 år", "... Trondheim2", "7041 Oslo", "0000 Oslo"])
def test_where_no_place_begins_there_is_none(text: str) -> None:
    assert gazetteer().longest_match(text.split(), 0) is None


@given(
    st.lists(
        st.sampled_from(
            ["i", "på", "ski", "Ski", "Oslo", "7041", "Trondheim", "nes", ",", "Mo", "Rana"]
        ),
        max_size=8,
    )
)
def test_a_match_lies_within_the_text_and_is_the_place_its_words_find(words: list[str]) -> None:
    for start in range(len(words)):
        match = gazetteer().longest_match(words, start)
        if match is not None:
            place, length = match
            assert 1 <= length <= len(words) - start
            assert gazetteer().find(" ".join(words[start : start + length])) == place


@pytest.mark.parametrize(
    ("word", "municipality"),
    [("Førde", "4647"), ("førde", "4647"), ("Ås", "3218"), ("Time", "1121"), ("time", None)],
)
def test_an_everyday_word_names_a_place_where_it_stands_as_a_name(
    word: str, municipality: str | None
) -> None:
    plain = gazetteer().longest_match(["klatring", word], 1)
    named = gazetteer().longest_match(["klatring", word], 1, stands_as_name=True)

    assert plain is None
    assert (named[0].municipality if named else None) == municipality
