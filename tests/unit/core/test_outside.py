"""Another service is asked within limits, and nothing of it is logged."""

import logging
import time
from collections.abc import Iterator

import pytest

from core.outside import LONGEST_ANSWER, OutsideError, fetch_json
from tests.support.answering import Answer, OtherSite, other_site


@pytest.fixture
def site() -> Iterator[OtherSite]:
    with other_site() as site:
        yield site


def test_an_answer_is_read(site: OtherSite) -> None:
    site.answers["/a"] = Answer(parts=(b'{"a": ', b"[1]}"))

    assert fetch_json(f"{site.address}/a") == {"a": [1]}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (Answer("404 Not Found"), 404),
        (Answer("503 Service Unavailable"), 503),
        (Answer("302 Found", headers={"Location": "/b"}), 302),
        (Answer(parts=(b"<html>",)), 200),
        (Answer(parts=(b"\xff",)), 200),
        (Answer(parts=(b"[" * 200_000,)), 200),
        (Answer(parts=(b'"' + b"a" * LONGEST_ANSWER + b'"',)), 200),
    ],
    ids=["missing", "down", "elsewhere", "a page", "no text", "too deep", "too long"],
)
def test_what_cannot_be_used_is_one_failure(site: OtherSite, answer: Answer, status: int) -> None:
    site.answers["/a"] = answer

    with pytest.raises(OutsideError) as failure:
        fetch_json(f"{site.address}/a")

    assert failure.value.status == status


def test_nobody_there_is_the_same_failure_without_a_status() -> None:
    with pytest.raises(OutsideError) as failure:
        fetch_json("http://127.0.0.1:9/")

    assert failure.value.status is None


def test_a_service_that_sends_a_letter_at_a_time_is_left(site: OtherSite) -> None:
    site.answers["/a"] = Answer(parts=(b"1",) * 50, seconds=0.1)
    started = time.monotonic()

    with pytest.raises(OutsideError):
        fetch_json(f"{site.address}/a", seconds=0.3)

    assert time.monotonic() - started < 2


def test_nothing_is_logged(site: OtherSite, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    with pytest.raises(OutsideError):
        fetch_json(f"{site.address}/a?sok=Storgata")

    # The other site is a server of the test's own, which logs what it is asked.
    ours = [record.getMessage() for record in caplog.records if record.name != "werkzeug"]
    assert not any("Storgata" in message for message in ours)
