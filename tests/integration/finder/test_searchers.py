"""What a search engine is told of a page that somebody has published the address of."""

from flask import Flask

from tests.support.client import PageClient


def test_a_page_of_answers_shows_no_words_to_searchers_and_names_the_questions_instead(
    app: Flask, client: PageClient
) -> None:
    sealed = app.extensions["seal"].close({"age": 19, "place": "Trondheim"})

    page = client.page(f"/nn/treff/{sealed}")
    told = client.get(f"/nn/treff/{sealed}").headers

    [canonical] = page.select("link[rel=canonical]")
    assert canonical["href"] == "https://example.org/nn/finn"
    assert told["X-Robots-Tag"] == "nofollow, noarchive, nosnippet"
    assert told["Cache-Control"] == "no-store"
    assert sealed not in str(page.head)
