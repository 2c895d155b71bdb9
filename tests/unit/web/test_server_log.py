"""Gunicorn's own log names neither an IP nor an address."""

import logging

import pytest
from gunicorn.config import Config

from web.server_log import ServerLog

SEALED = "/treff/gAAAAAAA"


def fall() -> None:
    raise ZeroDivisionError


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> ServerLog:
    server_log = ServerLog(Config())
    server_log.error_log.addHandler(caplog.handler)
    server_log.error_log.setLevel(logging.DEBUG)
    return server_log


def test_a_request_that_cannot_be_read_is_not_told_of(
    log: ServerLog, caplog: pytest.LogCaptureFixture
) -> None:
    log.warning("Invalid request from ip=127.0.0.1: 'GET %s'", SEALED)

    assert caplog.text == ""


def test_a_request_that_failed_is_told_of_without_its_address(
    log: ServerLog, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        fall()
    except ZeroDivisionError:
        log.exception("Error handling request %s", SEALED)

    assert "A request could not be answered." in caplog.text
    assert SEALED not in caplog.text


def test_whatever_else_goes_wrong_is_told(log: ServerLog, caplog: pytest.LogCaptureFixture) -> None:
    log.warning("Worker was sent %s", "SIGTERM")
    try:
        fall()
    except ZeroDivisionError:
        log.exception("The worker failed")

    assert "Worker was sent SIGTERM" in caplog.text
    assert "ZeroDivisionError" in caplog.text
