"""Words in an address that nothing can be called lead nowhere, and nothing breaks on them."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from accounts.models import Role
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER, address, our_rules, with_words
from tests.support.signing_in import sign_in

HERE = "a-word-to-put-another-in-place-of"
# In turn: what no database keeps, half of a letter, from right to left, and far too long.
ODD = ["%00", "klatrekveld%00", "%ff%fe", "%ed%a0%80", "%E2%80%AE", "a" * 5000, "%F0%9F%98%80", "%"]
# What it leads to is not there, is used up, or is asked about in a way that cannot be understood.
REFUSED = range(300, 500)


@on_both_databases
@pytest.mark.parametrize("word", ODD)
def test_nothing_breaks_on_a_word_that_nothing_can_be_called(
    app: Flask, client: PageClient, session: Session, word: str
) -> None:
    save(session, SAMPLE_OFFER)
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)
    (field, *_others) = client.page("/konto").select("[name=token]")

    for rule in our_rules(app):
        words = with_words(rule, HERE)
        if words:
            url = address(app, rule, **words).replace(HERE, word)
            method = "POST" if "POST" in (rule.methods or ()) else "GET"
            sent = {"token": field["value"], "email": "kari@example.org"}
            answer = client.open(url, method=method, data=sent if method == "POST" else None)
            assert answer.status_code in REFUSED, f"{method} {url}: {answer.status_code}"


@on_both_databases
@pytest.mark.parametrize("typed", ["%00", "%ff", "%E2%80%AE", "a" * 5000])
@pytest.mark.parametrize(
    "url",
    [
        "/meld-inn/ligner?navn={0}&kommune={0}",
        "/moderering?slag={0}",
        "/moderering/logg?om={0}&side={0}",
        "/moderering/sla-sammen?ett={0}&annet={0}",
        "/mine?gjort={0}",
        "/konto/nokkel?til={0}",
    ],
)
def test_nothing_breaks_on_what_stands_behind_the_question_mark(
    client: PageClient, session: Session, url: str, typed: str
) -> None:
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)

    assert client.get(url.format(typed)).status_code == 200
