"""The checks that every page goes through do find what they are for."""

from collections.abc import Iterator

import pytest
from flask import Flask, redirect, request
from html5lib.html5parser import ParseError
from werkzeug.wrappers import Response

from tests.support.client import PageClient
from tests.support.page_checks import check_page

DECENT = """<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8">
    <title>Klatring – Noe å gå til</title>
    <link rel="stylesheet" href="/static/css/site.css">
    <link rel="canonical" href="https://example.org/">
  </head>
  <body>
    <main id="main">
      <h1>Klatring</h1>
      <p id="about"><a href="https://example.org/">Mer</a></p>
      <img src="/static/img/logo.svg" alt="">
      <form method="post" action="/finn"><button name="send" value="1">Finn</button></form>
    </main>
  </body>
</html>
"""
FORM = """
<input type="hidden" name="kept" value="yes">
<input type="text" name="text" value="">
<textarea name="more">linje</textarea>
<input type="checkbox" name="like" value="a" checked><input type="checkbox" name="like" value="b">
<input type="radio" name="how" value="x"><input type="radio" name="how" value="y">
<select name="where"><option value="">Hvor som helst</option><option value="03">Oslo</option></select>
<button name="send" value="1">Finn</button>
"""


def test_a_decent_page_passes() -> None:
    check_page(DECENT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('lang="nb"', ""),
        ("<h1>Klatring</h1>", ""),
        ("<h1>Klatring</h1>", "<h1>Klatring</h1><h1>Klatring</h1>"),
        ("<h1>Klatring</h1>", "<h1>Noe annet</h1>"),
        ("<h1>Klatring</h1>", "<h1></h1>"),
        ('<main id="main">', '<main id="about-us">'),
        ('id="about"', 'id="main"'),
        ('id="about"', 'style="color: red"'),
        ('id="about"', 'onclick="go()"'),
        ('action="/finn"', ""),
        ("</head>", "<style>p {}</style></head>"),
        ("</head>", "<script>go()</script></head>"),
        ("</head>", '<script src="https://elsewhere.example/x.js"></script></head>'),
        ("/static/css/site.css", "//elsewhere.example/site.css"),
        ("/static/img/logo.svg", "https://elsewhere.example/logo.svg"),
        ('href="https://example.org/">Mer', 'href="javascript:go()">Mer'),
        ("</p>", "</div>"),
        ("<!doctype html>", ""),
    ],
)
def test_an_indecent_page_is_found_out(before: str, after: str) -> None:
    assert before in DECENT

    with pytest.raises((AssertionError, ParseError)):
        check_page(DECENT.replace(before, after, 1))


@pytest.fixture
def client() -> Iterator[PageClient]:
    app = Flask(__name__)
    app.test_client_class = PageClient

    @app.get("/finn")
    def show() -> str:
        return DECENT.replace('<button name="send" value="1">Finn</button>', FORM)

    @app.post("/finn")
    def find() -> dict[str, list[str]]:
        return {name: request.form.getlist(name) for name in request.form}

    @app.get("/kake")
    def bake() -> Response:
        answer = redirect("/finn")
        answer.set_cookie("hvem", "du")
        return answer

    return app.test_client()


def test_a_form_is_sent_as_a_browser_would_send_it(client: PageClient) -> None:
    sent = client.submit("/finn", text="buldring", how="y").json

    assert sent == {
        "kept": ["yes"],
        "text": ["buldring"],
        "more": ["linje"],
        "like": ["a"],
        "how": ["y"],
        "where": [""],
    }


def test_several_choices_are_sent_as_several(client: PageClient) -> None:
    sent = client.submit("/finn", like=["a", "b"], where="03").json

    assert sent is not None
    assert (sent["like"], sent["where"]) == (["a", "b"], ["03"])


@pytest.mark.parametrize("answer", [{"nobody": "asked"}, {"like": "c"}, {"where": "99"}])
def test_an_answer_that_the_form_does_not_take_fails(
    client: PageClient, answer: dict[str, str]
) -> None:
    with pytest.raises(AssertionError):
        client.submit("/finn", **answer)


def test_a_cookie_fails(client: PageClient) -> None:
    with pytest.raises(AssertionError, match="no cookie"):
        client.get("/kake")
