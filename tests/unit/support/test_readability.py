"""LIX is what Björnsson measured, and a page is read the way somebody reads it."""

import pytest
from bs4 import BeautifulSoup

from tests.support.readability import as_read, lines_of, lix, sentences_in


def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred() -> None:
    text = "Du kan bare lytte. Du trenger ikke å fortelle."

    # Nine words in two sentences, and two words of the nine are longer than six letters.
    assert lix(text) == pytest.approx(9 / 2 + 100 * 2 / 9)


def test_nothing_is_easy_to_read() -> None:
    assert lix(" – ") == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Onsdag 25. november kl. 18.00 er det ca. 12 km dit.", 1),
        ("Er det deg? Ja! Kom.", 3),
        ("Ring 113: Bli hos den det gjelder.", 2),
        ("Vi fant ikke «Hva nå?». Prøv igjen.", 2),
        ("Personvern\nOm siden", 2),
    ],
    ids=["stops inside", "other ends", "colon", "quotation", "lines"],
)
def test_sentences_are_told_apart(text: str, number: int) -> None:
    assert len(sentences_in(text)) == number


def test_a_named_part_is_one_short_word_and_a_tag_is_none() -> None:
    assert as_read('Se <a href="%(link)s">%(name)s</a>.') == "Se ord."


def test_what_stands_on_its_own_on_a_page_is_a_sentence_of_its_own() -> None:
    page = BeautifulSoup(
        "<main><h1>Les i fred</h1><ul><li>Lukk\n  <b>vinduet</b></li><li>Slett det</li></ul>"
        "<p hidden>Ikke dette</p></main>",
        "html.parser",
    )

    assert sentences_in(lines_of(page.main)) == ["Les i fred", "Lukk vinduet", "Slett det"]
