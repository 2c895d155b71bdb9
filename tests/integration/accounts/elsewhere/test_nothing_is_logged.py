"""No log has who signed in elsewhere, nor anything that would let somebody in."""

import logging
from collections.abc import Iterator
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.integration.accounts.elsewhere.test_signing_in_elsewhere import (
    KARI,
    START,
    begin,
    come_back,
)
from tests.support.client import PageClient
from tests.support.mailed import link_mailed_to
from tests.support.other_site import KNOWN_TO_BOTH, OtherSite, Somebody
from web.logs import log


@pytest.fixture
def logged(app: Flask) -> Iterator[StringIO]:
    """Everything that anybody logs, however unimportant."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    names = ("authlib", "joserfc", "werkzeug", None)
    loggers = [log, app.logger, *(logging.getLogger(name) for name in names)]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    for logger in (logging.getLogger(), log):
        logger.addHandler(handler)
    yield stream
    for logger in (logging.getLogger(), log):
        logger.removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def test_nothing_of_the_whole_way_is_logged(
    client: PageClient, session: Session, provider: OtherSite, logged: StringIO
) -> None:
    address = begin(client)
    back = Somebody(provider.issuer).sign_in(address, "kari")
    come_back(client, back)
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    client.submit("/inn/annet-sted/adresse", email=KARI)
    link = link_mailed_to(session, KARI)
    let_in = client.submit(link)
    client.page("/konto")
    come_back_again = client.post("/inn/annet-sted/svar", data={"state": "s", "code": "c"})

    text = logged.getvalue()
    assert let_in.status_code == 303 and come_back_again.status_code == 400
    assert f"POST {START} 200" in text
    secrets = [value for values in parse_qs(urlsplit(back).query).values() for value in values]
    secrets += [link.rpartition("/")[2], KARI, "Kari", "kari", "7654321", KNOWN_TO_BOTH]
    secrets += [cookie.value if cookie else "?", provider.issuer]
    assert [one for one in secrets if one in text] == []


def test_a_failure_is_logged_by_its_kind_alone(
    client: PageClient, provider: OtherSite, logged: StringIO
) -> None:
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "kari"))
    told = {name: values[0] for name, values in parse_qs(back.query).items()}

    client.post("/inn/annet-sted/svar", data=told | {"code": "made-up"})

    text = logged.getvalue()
    assert "signing in elsewhere: not_ours, token refused" in text
    assert [one for one in (*told.values(), "made-up") if one in text] == []
