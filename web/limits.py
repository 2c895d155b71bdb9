"""How often one caller may send a form. Counted in memory, by nobody's address.

Each process counts on its own, so several let as many times more through.
"""

import hashlib
import secrets
import time
from ipaddress import IPv6Address, ip_address
from typing import Final

from flask import Flask, Response, request
from flask_limiter import Limiter, RateLimitExceeded
from werkzeug.exceptions import TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix

from web.errors import show_http_error

# Made anew at every start and never written down: no hash leads back to an address.
_SALT: Final = secrets.token_bytes(32)
# Whoever has one address of IPv6 has all that begin with the same 64 bits.
BITS_OF_A_NETWORK: Final = 64


def caller() -> str:
    """Return what stands for whoever asks."""
    return hashlib.sha256(_SALT + _network(request.remote_addr or "").encode()).hexdigest()


limiter = Limiter(key_func=caller, storage_uri="memory://", strategy="moving-window")


def init_app(app: Flask, *, trusted_proxies: int = 0) -> None:
    """``trusted_proxies``: how many stand in front of us, each adding whom it had the request from."""
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, show_too_many)
    if trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # how Flask is wrapped
            app.wsgi_app, x_for=trusted_proxies, x_proto=0, x_host=0, x_port=0, x_prefix=0
        )


def show_too_many(_error: RateLimitExceeded) -> Response:
    breached = limiter.current_limit
    seconds = max(1, round(breached.reset_at - time.time())) if breached else 60
    return show_http_error(TooManyRequests(retry_after=seconds))


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    return str(int(parsed) >> (128 - BITS_OF_A_NETWORK))
