"""A letter is written in its reader's language, whoever sits at the screen, and queued once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.outbox import OutgoingMail
from web.languages import gettext
from web.letters import Letter, address_of

TEMPLATE = """{% extends "layouts/mail.txt" %}
{% block subject %}{{ _("Pris") }}
  og {{ name }}{% endblock %}
{% block text %}
{{ _("Pris") }}: {{ name }}



{{ address_of("directory.show_offer", offer_id=offer_id) }}
{% endblock %}
"""


@dataclass(frozen=True)
class TryLetter(Letter):
    template: ClassVar[str] = "mail/try.txt"

    name: str
    offer_id: str


LETTER = TryLetter(name="<b>Tor & Åse</b> 100 %", offer_id="fire klatring")


@pytest.fixture
def app(app: Flask) -> Iterator[Flask]:
    app.jinja_env.loader = ChoiceLoader([DictLoader({"mail/try.txt": TEMPLATE}), app.jinja_loader])
    with app.app_context():
        yield app


@pytest.mark.usefixtures("app")
def test_a_letter_is_plain_text_with_whole_addresses_and_says_who_sent_it() -> None:
    written = LETTER.write("nb")

    assert written.subject == "Pris og <b>Tor & Åse</b> 100 %"
    text, _, foot = written.text.partition("\n-- \n")
    assert text == ("Pris: <b>Tor & Åse</b> 100 %\n\nhttps://example.org/tilbud/fire%20klatring\n")
    assert foot.splitlines()[:2] == ["Noe å gå til", "https://example.org/"]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("language", "word", "front"),
    [("nb", "Pris", ""), ("nn", "Pris", "/nn"), ("en", "Price", "/en"), ("xx", "Pris", "")],
)
def test_a_letter_is_in_the_language_of_its_reader(language: str, word: str, front: str) -> None:
    written = LETTER.write(language)

    assert written.text.startswith(f"{word}: ")
    assert f"https://example.org{front}/tilbud/fire%20klatring\n" in written.text
    assert gettext("Pris") == "Pris"


def test_the_language_of_the_page_is_not_that_of_the_letter(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/nn/hjelp")

        assert address_of("directory.show_help", "en") == "https://example.org/en/hjelp"
        assert address_of("directory.show_help", "nb") == "https://example.org/hjelp"
        assert LETTER.write("en").text.startswith("Price: ")


@pytest.mark.usefixtures("app")
def test_a_letter_is_queued_once(session: Session) -> None:
    wanted = {"key": "try:1", "recipient": "kari@example.org", "language": "en"}

    assert LETTER.queue(session, **wanted, about="offer:klatrekveld")
    assert not LETTER.queue(session, **wanted)

    (mail,) = session.scalars(select(OutgoingMail)).all()
    assert (mail.recipient, mail.language, mail.about) == (
        "kari@example.org",
        "en",
        "offer:klatrekveld",
    )
    assert mail.subject == LETTER.write("en").subject
    assert mail.text == LETTER.write("en").text
