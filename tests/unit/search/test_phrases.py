"""The longest phrase wins, and of the same length the closest."""

from search.phrases import Closeness, Match, Phrase, PhraseBook, forms_of
from search.words import lower_words

BOOK = PhraseBook(
    [
        Phrase("spill", "nb", "gaming"),
        Phrase("spille gitar", "nb", "guitar"),
        Phrase("gå tur", "nb", "walking"),
        Phrase("gå tur med hund", "nb", "dogs"),
        Phrase("male", "nb", "painting"),
        Phrase("løping", "nb", "running"),
        Phrase("nå et mål", "nb", "mastery"),
        Phrase("na", "nb", "na_meeting"),
        Phrase("søm", "nb", "sewing"),
        Phrase("dogs", "en", "dogs"),
        Phrase("rap", "nb", "rap"),
        Phrase("mistet noen", None, "bereaved"),
        Phrase("fiske", "nb", "fishing"),
        Phrase("fisker", "nb", "fishermen"),
    ],
    only_exact=frozenset({"spille", "spiller", "rape"}),
)


def find(text: str, start: int = 0) -> Match[str] | None:
    words = forms_of(lower_words(text))
    return BOOK.longest(words, start, len(words))


def test_the_longest_phrase_wins() -> None:
    assert find("gå tur med hund i dag") == Match(4, Closeness.EXACT, "dogs")
    assert find("gå tur i dag") == Match(2, Closeness.EXACT, "walking")


def test_a_longer_inflected_phrase_wins_over_a_shorter_exact_one() -> None:
    assert find("går tur med hunden") == Match(4, Closeness.NORWEGIAN, "dogs")


def test_a_phrase_does_not_go_on_past_the_end_that_is_given() -> None:
    words = forms_of(lower_words("gå tur med hund"))

    match = BOOK.longest(words, 0, 2)

    assert match == Match(2, Closeness.EXACT, "walking")


def test_playing_the_guitar_is_no_gaming() -> None:
    assert find("spiller gitar") == Match(2, Closeness.NORWEGIAN, "guitar")
    assert find("spiller") is None
    assert find("spillet") == Match(1, Closeness.NORWEGIAN, "gaming")


def test_a_word_to_be_met_only_exactly_is_not_met_by_its_inflection() -> None:
    assert find("rap") == Match(1, Closeness.EXACT, "rap")
    assert find("rape") is None


def test_whoever_writes_plain_letters_is_understood() -> None:
    assert find("loping") == Match(1, Closeness.LOOSE, "running")
    assert find("loeping") == Match(1, Closeness.EXACT, "running")


def test_a_word_with_its_own_letter_does_not_meet_another_without_it() -> None:
    assert find("mål") is None
    assert find("nå") is None
    assert find("na") == Match(1, Closeness.EXACT, "na_meeting")
    assert find("NÅ ET MÅL") == Match(3, Closeness.EXACT, "mastery")


def test_a_small_word_is_no_inflection_of_anything() -> None:
    assert find("som") is None


def test_english_words_are_met_in_the_singular_but_by_no_norwegian_ending() -> None:
    assert find("dog") == Match(1, Closeness.ENGLISH, "dogs")
    assert find("doger") is None


def test_a_phrase_without_language_is_met_only_as_it_stands() -> None:
    assert find("mistet noen") == Match(2, Closeness.EXACT, "bereaved")
    assert find("miste noen") is None


def test_an_inflection_of_two_meanings_leads_nowhere() -> None:
    assert find("fiske") == Match(1, Closeness.EXACT, "fishing")
    assert find("fisker") == Match(1, Closeness.EXACT, "fishermen")
    assert find("fisken") is None
