"""Refuse forms that another site's page sends: whoever opens that page did not mean to send them to us.

Our own pages tell nobody where they are (`Referrer-Policy: no-referrer`), so that browsers write
`Origin: null` for them too; then the browser's own word for it (`Sec-Fetch-Site`) decides.
"""

from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, current_app, request

from core.errors import DomainError
from web.transactions import SAFE_METHODS

# Typed in by hand, or sent from a page of the very same origin.
OURS: Final = frozenset({"same-origin", "none"})
USUAL_PORTS: Final = {"http": 80, "https": 443}
UNTOLD: Final = frozenset({"", "null"})
# Programs ask there, other sites' pages among them, and nothing is kept of it.
FOR_PROGRAMS: Final = "/api/"


class FromElsewhereError(DomainError):
    """The form was sent from a page of another site."""

    code = "from_elsewhere"
    status = HTTPStatus.FORBIDDEN.value


def init_app(app: Flask) -> None:
    app.before_request(refuse_from_elsewhere)


def refuse_from_elsewhere() -> None:
    """Raises FromElsewhereError. What no browser says anything of comes from no other site's page."""
    if request.method in SAFE_METHODS or request.path.startswith(FOR_PROGRAMS):
        return
    told = request.headers.get("Sec-Fetch-Site")
    is_ours = told in OURS if told else _origin_is_ours(request.headers.get("Origin", ""))
    if not is_ours:
        raise FromElsewhereError("The form was sent from another site.")


def origin_of(address: str) -> str:
    """Return where an address leads, as browsers write it: in small letters, without the usual port."""
    parts = urlsplit(address.lower())
    usual = USUAL_PORTS.get(parts.scheme)
    host = parts.netloc.removesuffix(f":{usual}") if usual else parts.netloc
    return f"{parts.scheme}://{host}"


def _origin_is_ours(origin: str) -> bool:
    ours = {current_app.extensions["settings"].base_url, request.host_url}
    return origin in UNTOLD or origin in {origin_of(address) for address in ours}
