"""The script that builds the list of everyday words, and the list it wrote."""

from search.ordinary_words import ordinary_words
from seeds.build_ordinary_words import OUTPUT, SURELY_WORDS, as_text, kept_words


def test_common_words_are_kept_and_rarer_ones_only_where_a_dictionary_has_them() -> None:
    common = ["barn", "dansk", "og", "2024", *["ordet"] * SURELY_WORDS]
    rare = ["fotbal", "korleis", "nå"]

    kept = set(kept_words([*common, *rare], len(common) + 2, {"korleis", "nå"}.__contains__))

    assert kept == {"barn", "dansk", "ordet", "korleis"}


def test_words_beyond_the_commonest_are_left_out() -> None:
    assert list(kept_words(["barn", "garn"], 1, lambda _: True)) == ["barn"]


def test_the_file_credits_its_source_and_holds_each_word_once_in_order() -> None:
    text = OUTPUT.read_text("utf-8")
    words = [line for line in text.splitlines() if not line.startswith("#")]

    assert "wordfreq 3.1.1 by Robyn Speer" in text
    assert "CC BY-SA 4.0" in text
    assert text == as_text(words)


def test_everyday_words_of_all_three_languages_are_known_in_plain_letters_too() -> None:
    assert {"barn", "dansk", "ikkje", "korleis", "something", "måned", "maned"} <= ordinary_words()
    assert {"fotbal", "stavnger", "klattring"}.isdisjoint(ordinary_words())
    assert not any(word.startswith("#") for word in ordinary_words())
