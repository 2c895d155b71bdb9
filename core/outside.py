"""Asking another service for facts: JSON within a few seconds, or one plain failure. Nothing is logged."""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import urllib3
from urllib3.exceptions import HTTPError

SECONDS: Final = 4.0
LONGEST_ANSWER: Final = 1_000_000
OK: Final = 200
STRETCH: Final = 65_536
# No JSON, or more lists within lists than anybody means.
UNREADABLE: Final = (ValueError, RecursionError)

# What they log quotes the addresses that are asked for, and with them what somebody typed.
for _library in ("urllib3", "geopy"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_pools: Final = urllib3.PoolManager(retries=False)


class OutsideError(Exception):
    """The service gave no answer that can be used. ``status`` is None where it gave none at all."""

    def __init__(self, status: int | None = None) -> None:
        super().__init__("the other service did not answer as it should")
        self.status = status


@dataclass(frozen=True)
class Reply:
    """What came back, whether it was what was asked for or a refusal."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def fields(self) -> dict[str, Any]:
        """Return the object of JSON in it. Raises OutsideError where it is none."""
        try:
            found = json.loads(self.body)
        except UNREADABLE:
            found = None
        if not isinstance(found, dict):
            raise OutsideError(self.status)
        return found


def fetch_json(
    address: str, *, seconds: float = SECONDS, headers: Mapping[str, str] | None = None
) -> Any:
    """Return what ``address`` answers with. Raises OutsideError, after ``seconds`` at the latest."""
    try:
        return json.loads(fetch(address, seconds=seconds, headers=headers))
    except UNREADABLE:
        raise OutsideError(OK) from None


def fetch(
    address: str, *, seconds: float = SECONDS, headers: Mapping[str, str] | None = None
) -> bytes:
    """Return the body at ``address``. Raises OutsideError for anything but an answer of status 200."""
    return _ask("GET", address, None, seconds, headers or {}).body


def send_form(
    address: str, form: str, *, seconds: float = SECONDS, headers: Mapping[str, str] | None = None
) -> Reply:
    """Send the fields of ``form``, as they stand in an address. Raises OutsideError where no answer comes.

    What is refused is answered too, with a status that says so.
    """
    told = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
    return _ask("POST", address, form, seconds, told)


def _ask(
    method: str, address: str, form: str | None, seconds: float, headers: Mapping[str, str]
) -> Reply:
    until = time.monotonic() + seconds
    try:
        response = _pools.request(
            method,
            address,
            body=form,
            headers=dict(headers),
            timeout=urllib3.Timeout(total=seconds),
            redirect=False,
            preload_content=False,
        )
        try:
            if form is None and response.status != OK:
                raise OutsideError(response.status)
            return Reply(response.status, dict(response.headers), _body(response, until))
        finally:
            response.close()
    # The cause is left out: it quotes the address.
    except (HTTPError, ValueError, OSError):
        raise OutsideError from None


def _body(response: urllib3.BaseHTTPResponse, until: float) -> bytes:
    body = bytearray()
    # Read as it comes: one that sends a letter a second never runs into a socket's own limit.
    while part := response.read1(STRETCH):
        body += part
        if len(body) > LONGEST_ANSWER or time.monotonic() > until:
            raise OutsideError(OK)
    return bytes(body)
