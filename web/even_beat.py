"""Answers on an even beat, where how long one takes could tell whether there was something to find.

What takes a little longer is answered on the next beat, and so on: a slow machine gives away no more.
"""

import time
from collections.abc import Callable
from http import HTTPStatus
from math import ceil
from typing import Final, ParamSpec, TypeVar

from flask import Flask, Response, current_app, g, request

P = ParamSpec("P")
R = TypeVar("R")

# Ten times what the longest of them takes on a machine with nothing else to do.
BEAT_SECONDS: Final = 0.2
# Whoever is asked to wait has had nothing looked up, and must not keep others waiting.
NOT_LOOKED_UP: Final = HTTPStatus.TOO_MANY_REQUESTS


def on_the_beat(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view that always answers on the beat, however it goes."""
    view.is_on_the_beat = True  # type: ignore[attr-defined]  # a mark that is read below
    return view


def init_app(app: Flask, *, beat_seconds: float = BEAT_SECONDS) -> None:
    """To be called before all others: it starts before them and ends after them, compressing too."""

    @app.before_request
    def start() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def wait(response: Response) -> Response:
        if beat_seconds and _is_on_the_beat() and response.status_code != NOT_LOOKED_UP:
            took = time.perf_counter() - g.get("began", time.perf_counter())
            time.sleep(until_beat(took, beat_seconds))
        return response


def until_beat(took: float, beat: float) -> float:
    """Return the seconds from ``took`` until the next whole number of beats; there is always one."""
    return max(1, ceil(took / beat)) * beat - took


def _is_on_the_beat() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "is_on_the_beat", False)
