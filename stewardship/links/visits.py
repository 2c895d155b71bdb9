"""Looks whether a web address leads anywhere, without ever being led to a machine behind our own door.

Anybody may write an address into an offer. So its host is looked up first, every answer is checked,
and the connection goes to the very number that was checked: a second look-up could give another.
"""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Thread
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError

from web.logs import log_crash

SECONDS: Final = 5.0
# A whole visit has as many times the seconds of one question.
PATIENCE: Final = 3
MOST_REDIRECTS: Final = 3
PORTS: Final = {"http": 80, "https": 443}
# Others are no web pages, and asking there could disturb something that is none of our business.
USUAL_PORTS: Final = frozenset({80, 443, 8080, 8443})
# Where a network has new numbers only, these stand for the old ones (RFC 6052).
TRANSLATED: Final = IPv6Network("64:ff9b::/96")
GONE: Final = frozenset({404, 410})
FOUND, REDIRECTED, FAULTY = 200, 300, 400
# A server that answers HEAD in its own way is asked again as a browser would ask.
HEADERS: Final = {"User-Agent": "Mozilla/5.0 (compatible; link check)", "Accept": "*/*"}
NO_SUCH_HOST: Final = frozenset(
    {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
)

IsAllowed = Callable[[str, int], bool]


class Outcome(StrEnum):
    ALIVE = "alive"
    DEAD = "dead"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Visit:
    """How an address was found. ``was_answered``: somebody out there spoke to us at all."""

    outcome: Outcome
    was_answered: bool


class _NowhereError(Exception):
    """The address leads nowhere that a visitor can go."""


class _UncertainError(Exception):
    """It did not work this time, which says little of the address."""


def is_public(ip: str, port: int) -> bool:
    """Tell whether anybody on the internet may be sent to ``ip``, a number, at ``port``."""
    number = ip_address(ip.partition("%")[0])
    return port in USUAL_PORTS and all(
        one.is_global and not one.is_multicast and not one.is_reserved for one in _led_to(number)
    )


def _led_to(number: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return ``number`` with the old numbers that a new one carries: it leads where they do."""
    if isinstance(number, IPv4Address):
        return [number]
    if number in TRANSLATED:
        return [IPv4Address(number.packed[-4:])]
    carried = (number.ipv4_mapped, number.sixtofour, *(number.teredo or ()))
    return [number, *(one for one in carried if one is not None)]


def visit(address: str, *, is_allowed: IsAllowed = is_public, seconds: float = SECONDS) -> Visit:
    """Return how ``address`` is found by HEAD, then GET, following three redirects at most.

    A server that answers a letter at a time keeps within the limit of every socket, for as long as
    it likes. It is left to itself, so that nothing else has to wait for it.
    """
    found: list[Visit] = []

    def look() -> None:
        try:
            found.append(_visit(address, is_allowed, seconds))
        except Exception as error:
            # The others are looked at all the same.
            log_crash(error)

    looking = Thread(target=look, daemon=True)
    looking.start()
    looking.join(seconds * PATIENCE)
    return found[0] if found else Visit(Outcome.UNSURE, was_answered=False)


def _visit(address: str, is_allowed: IsAllowed, seconds: float) -> Visit:
    until = time.monotonic() + seconds * 2
    was_answered = False
    try:
        for _step in range(MOST_REDIRECTS + 1):
            status, location = _ask(address, is_allowed, seconds)
            was_answered = True
            if not REDIRECTED <= status < FAULTY or not location:
                return Visit(_meaning_of(status), was_answered)
            address = _led_on_to(address, location)
            if time.monotonic() > until:
                break
    except _NowhereError:
        return Visit(Outcome.DEAD, was_answered)
    except _UncertainError:
        pass
    return Visit(Outcome.UNSURE, was_answered)


def _meaning_of(status: int) -> Outcome:
    if status in GONE:
        return Outcome.DEAD
    return Outcome.ALIVE if FOUND <= status < FAULTY else Outcome.UNSURE


def _led_on_to(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        raise _NowhereError from None


def _ask(address: str, is_allowed: IsAllowed, seconds: float) -> tuple[int, str | None]:
    parts, host, port = _parts_of(address)
    ip = _checked_number(host, port, is_allowed)
    status, location = _request("HEAD", parts, (host, ip, port), seconds)
    if status >= FAULTY:
        status, location = _request("GET", parts, (host, ip, port), seconds)
    return status, location


def _parts_of(address: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        raise _NowhereError from None
    # A server may lead on to anything, with a port or without.
    if not host or port is None or parts.scheme not in PORTS:
        raise _NowhereError
    return parts, host, port


def _checked_number(host: str, port: int, is_allowed: IsAllowed) -> str:
    """Return the first number of ``host``. Where a single one is not allowed, none is."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise (_NowhereError if error.errno in NO_SUCH_HOST else _UncertainError) from None
    except (OSError, UnicodeError):
        raise _UncertainError from None
    numbers = [str(address[0]) for *_rest, address in found]
    if not numbers or not all(is_allowed(number, port) for number in numbers):
        raise _NowhereError
    return numbers[0]


def _request(
    method: str, parts: SplitResult, where: tuple[str, str, int], seconds: float
) -> tuple[int, str | None]:
    host, ip, port = where
    is_usual = port == PORTS[parts.scheme]
    name = f"[{host}]" if ":" in host else host
    pool = _pool(parts.scheme, host, ip, port)
    try:
        response = pool.urlopen(
            method,
            _target(parts),
            headers=HEADERS | {"Host": name if is_usual else f"{name}:{port}"},
            timeout=urllib3.Timeout(total=seconds),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        response.close()
    except NewConnectionError as error:
        is_refused = isinstance(error.__cause__, ConnectionRefusedError)
        raise (_NowhereError if is_refused else _UncertainError) from None
    except (HTTPError, ValueError, OSError):
        raise _UncertainError from None
    finally:
        pool.close()
    return response.status, response.headers.get("Location")


def _pool(scheme: str, host: str, ip: str, port: int) -> urllib3.HTTPConnectionPool:
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            ip, port, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
        )
    return urllib3.HTTPConnectionPool(ip, port)


def _target(parts: SplitResult) -> str:
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path
