"""Misspelt words are read as what they are meant for, and right ones are left alone."""

from string import ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from places.gazetteer import gazetteer
from places.misspelling import NearWords, mistakes_between
from search.ordinary_words import ordinary_words
from search.reading import Correction, Reader
from search.words import loose, lower_words
from tests.support.databases import vocabulary

READER = Reader(vocabulary().interests, vocabulary().effects, gazetteer())


def words_of_interests() -> dict[str, set[str]]:
    """Return the single words of the vocabulary with their interests, in loose spelling."""
    found: dict[str, set[str]] = {}
    for identity, interest in vocabulary().interests.items():
        synonyms = (word for words in interest.synonyms.values() for word in words)
        for text in (*interest.labels.values(), *synonyms):
            words = lower_words(text)
            if len(words) == 1 and words[0].isalpha():
                found.setdefault(loose(words[0]), set()).add(identity)
    return found


WORDS = words_of_interests()
LONG_LABELS = sorted(
    {
        (words[0], identity)
        for identity, interest in vocabulary().interests.items()
        for words in map(lower_words, interest.labels.values())
        if len(words) == 1 and len(loose(words[0])) >= 8 and words[0].isalpha()
    }
)


@pytest.mark.parametrize(
    ("text", "interests", "place"),
    [
        ("fotbal i trondhjem", {"football"}, "Trondheim"),
        ("stavnger klattring", {"climbing"}, "Stavanger"),
        ("svømming kristiannsund", {"swimming"}, "Kristiansund"),
        ("ski i tromsö", {"skiing"}, "Tromsø"),
        ("turgrupe", {"walking"}, None),
        ("klatrekvled", {"climbing"}, None),
        ("klattrekveld", {"climbing"}, None),
        ("gå tur med hudn", {"dog_walking"}, None),
        ("gitaren", {"guitar"}, None),
        ("gittaren", {"guitar"}, None),
        ("brondheim", set(), "Trondheim"),
        ("i Leirstrannd", set(), "Leinstrand"),
    ],
)
def test_a_misspelt_word_is_read_as_what_is_nearest(
    text: str, interests: set[str], place: str | None
) -> None:
    reading = READER.read(text)

    assert set(reading.interests) == interests
    assert (reading.place.name if reading.place else None) == place
    assert reading.rest == ""


def test_a_correction_tells_where_it_stood_and_what_it_was_read_as() -> None:
    reading = READER.read("fotbal i stavnger")

    assert reading.corrections == (Correction(0, 6, "fotball"), Correction(9, 17, "Stavanger"))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("handbal", "håndball"),
        ("sondagg", "søndag"),
        ("lopekvled", "løpekveld"),
        ("løppeleir", None),
        ("klattremote", "klatremøte"),
    ],
)
def test_a_correction_is_spelt_as_it_should_be(typed: str, read_as: str | None) -> None:
    corrections = READER.read(typed).corrections

    assert [each.read_as for each in corrections] == ([read_as] if read_as else [])


def test_a_misspelt_not_turns_down_what_follows() -> None:
    assert READER.read("ikek fotball").not_this == ("football",)


@pytest.mark.parametrize(
    "text",
    [
        *("barn", "dansk", "bilde", "tyrili", "retretten", "wayback", "mdma", "subutex", "ghb"),
        *("jeg heter Fottball", "hei asap", "korleis går det", "xyzzyxyzzy", "rusfri", "avhengig"),
    ],
)
def test_names_drugs_and_everyday_words_are_not_corrected(text: str) -> None:
    reading = READER.read(text)

    assert (reading.corrections, reading.interests) == ((), ())


@pytest.mark.parametrize("text", ["noe i grupen", "noe i kogen", "noe i uhset"])
def test_a_misspelt_noun_after_a_small_word_is_no_village(text: str) -> None:
    assert READER.read(text).place is None


def test_every_word_of_the_vocabulary_is_itself_though_another_is_near() -> None:
    near = NearWords(WORDS)
    pairs = {
        frozenset((word, other))
        for word, interests in WORDS.items()
        for other, mistakes in near.near(word)
        if mistakes == 1 and interests.isdisjoint(WORDS[other])
    }

    assert len(pairs) > 40
    for word in {word for pair in pairs for word in pair}:
        reading = READER.read(word)
        assert reading.corrections == ()
        assert set(reading.interests) <= WORDS[word]


@given(st.sampled_from(sorted(ordinary_words())))
def test_no_everyday_word_is_corrected(word: str) -> None:
    assert READER.read(word).corrections == ()


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a long label, its interest and the label with one or two mistakes."""
    label, identity = draw(st.sampled_from(LONG_LABELS))
    word = label
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(word) - 2))
        letter = draw(st.sampled_from(ascii_lowercase))
        word = draw(
            st.sampled_from(
                [
                    word[:at] + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                ]
            )
        )
    return label, identity, word


@given(misspelt())
def test_a_misspelt_label_finds_its_interest_or_one_as_near(drawn: tuple[str, str, str]) -> None:
    label, identity, word = drawn
    mistakes = mistakes_between(loose(word), loose(label))
    assume(0 < mistakes <= (2 if len(loose(word)) >= 8 else 1))
    reading = READER.read(word)
    understood_as_it_stands = reading.understood and not reading.corrections
    assume(word not in ordinary_words() and not understood_as_it_stands)

    if identity not in reading.interests:
        (correction,) = reading.corrections
        assert mistakes_between(loose(word), loose(correction.read_as)) <= mistakes
