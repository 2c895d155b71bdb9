"""Logs hold which page, how it went and how long it took; never who asked, or for what."""

import logging
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.queries import account_for
from tests.support.client import PageClient
from tests.support.factories import save
from tests.support.mailed import link_mailed_to
from tests.support.routes import SAMPLE_OFFER, address, our_rules, with_words
from web.logs import log

TYPED = "hemmelig"
WHO = {
    "User-Agent": f"Browser/{TYPED}",
    "X-Forwarded-For": "203.0.113.7",
    "Referer": f"https://example.org/{TYPED}",
    "Accept-Language": TYPED,
    "Cookie": f"name={TYPED}",
}
ADDRESS = {"REMOTE_ADDR": "203.0.113.7"}


@pytest.fixture
def logged(app: Flask) -> Iterator[StringIO]:
    """Everything that anybody logs, however unimportant."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    loggers = [logging.getLogger(), log, app.logger, logging.getLogger("werkzeug")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def ask_everything(app: Flask, client: PageClient) -> Iterator[TestResponse]:
    """Open every address with a secret wherever a visitor could put one."""
    for rule in our_rules(app):
        for method in (rule.methods or set()) & {"GET", "POST"}:
            for url in (
                address(app, rule),
                address(app, rule, **with_words(rule, TYPED)),
            ):
                yield client.open(
                    f"{url}?text={TYPED}",
                    method=method,
                    headers=WHO,
                    environ_base=ADDRESS,
                    data={"text": TYPED, "place": TYPED} if method == "POST" else None,
                )
    yield client.get(f"/{TYPED}?text={TYPED}", headers=WHO, environ_base=ADDRESS)
    yield client.get(f"/static/{TYPED}", headers=WHO, environ_base=ADDRESS)
    yield client.post("/finn", data=f"text={TYPED}" * 20_000, headers=WHO, environ_base=ADDRESS)


def assert_silent(text: str, app: Flask) -> None:
    assert TYPED not in text
    assert "203.0.113.7" not in text
    assert "Trondheim" not in text
    seal_of_a_page = address_of_answers(app)
    assert seal_of_a_page[:12] not in text, "a sealed word was logged"


def address_of_answers(app: Flask) -> str:
    """Every word that is sealed at the beginning of 1970 begins alike."""
    word: str = app.extensions["seal"].close({})
    return word


def test_no_request_is_logged_with_what_was_asked(
    app: Flask, client: PageClient, session: Session, logged: StringIO
) -> None:
    save(session, SAMPLE_OFFER)

    answers = list(ask_everything(app, client))

    text = logged.getvalue()
    assert text.count("noe INFO") == len(answers)
    assert "GET /treff/<sealed> 200" in text
    assert_silent(text, app)


@pytest.mark.parametrize("propagates", [False, None], ids=["production", "as it is here"])
def test_no_crash_is_logged_with_what_was_asked(
    app: Flask, client: PageClient, logged: StringIO, propagates: bool | None
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = propagates
    for rule in our_rules(app):
        app.view_functions[rule.endpoint] = crash_with(TYPED)

    answers = list(ask_everything(app, client))

    text = logged.getvalue()
    assert {answer.status_code for answer in answers} >= {500}
    assert "noe ERROR ValueError at test_logs.py:" in text
    assert_silent(text, app)


def crash_with(message: str) -> Callable[..., str]:
    def crash(**_variables: str) -> str:
        raise ValueError(message)

    return crash


def test_no_log_has_what_lets_somebody_in(
    client: PageClient, session: Session, logged: StringIO
) -> None:
    account_for(session, f"{TYPED}@example.org")
    session.commit()
    client.submit("/inn", email=f"{TYPED}@example.org")
    link = link_mailed_to(session, f"{TYPED}@example.org")

    client.get(link)
    answer = client.submit(link)
    client.page("/konto")

    text, cookie = logged.getvalue(), answer.headers["Set-Cookie"].partition("=")[2]
    assert "POST /inn/<word> 303" in text
    assert TYPED not in text
    assert link.rpartition("/")[2] not in text
    assert cookie.partition(";")[0] not in text


def test_a_failure_after_the_view_is_logged_by_its_place_alone(
    app: Flask, client: PageClient, logged: StringIO
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    failures = iter([ValueError(TYPED)])

    @app.after_request
    def fail_once(response: TestResponse) -> TestResponse:
        for failure in failures:
            raise failure
        return response

    answer = client.get(f"/treff/{TYPED}?text={TYPED}", headers=WHO, environ_base=ADDRESS)

    text = logged.getvalue()
    assert answer.status_code == 500
    assert "noe ERROR ValueError at test_logs.py:" in text
    assert "GET /treff/<sealed> 500" in text
    assert_silent(text, app)


def test_the_development_server_logs_no_request(app: Flask, logged: StringIO) -> None:
    server = logging.getLogger("werkzeug")

    server.info('203.0.113.7 - - [25/Nov/2026] "GET /treff/%s HTTP/1.1" 200 -', TYPED)
    server.info(" * Running on http://127.0.0.1:5000")

    assert_silent(logged.getvalue(), app)
    assert "Running on" in logged.getvalue()


@pytest.mark.parametrize("value", [{"text": TYPED}, [TYPED], ValueError(TYPED), object()])
def test_a_value_that_may_hold_anything_is_refused(app: Flask, value: object) -> None:
    with pytest.raises(TypeError, match="only plain values"):
        log.info("%s", value)


def test_a_crash_in_a_library_is_placed_where_we_called_it(
    app: Flask, client: PageClient, logged: StringIO
) -> None:
    app.view_functions["directory.show_privacy"] = lambda: app.jinja_env.from_string(
        "{{ 1 / 0 }}"
    ).render()

    client.get("/personvern")

    places = logged.getvalue().split(" at ")[1].splitlines()[0].split(" < ")
    assert places == [place for place in places if place.startswith("test_logs.py:")]
    assert places
