"""Logs that can be read by anyone: which page, how it went, how long it took. Never who or what.

No address with its values, no query, no IP, no header, and of a crash only its kind and place.
"""

import logging
import time
import traceback
from pathlib import Path

from flask import Flask, Response, g, request

ROOT = Path(__file__).resolve().parent.parent
SCALARS = (str, int, float, bool, type(None))

log = logging.getLogger("noe")


class PlainValuesOnly(logging.Filter):
    """Refuse to log an object: what is inside one may be about a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        values = record.args if isinstance(record.args, tuple) else (record.args,)
        if not all(isinstance(value, SCALARS) for value in values):
            raise TypeError("only plain values may be logged")
        return True


def init_app(app: Flask, level: str) -> None:
    log.setLevel(level)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.addFilter(PlainValuesOnly())
        log.propagate = False

    @app.before_request
    def start_clock() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def log_request(response: Response) -> Response:
        # The rule, not the path: a path may hold sealed answers.
        rule = request.url_rule.rule if request.url_rule else "(no such page)"
        took_ms = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        log.info("%s %s %d %.1f ms", request.method, rule, response.status_code, took_ms)
        return response


def log_crash(error: Exception) -> None:
    """Log where a failure happened. Its message is left out: it may quote what a visitor typed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(str(ROOT))] or list(frames)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(ours[-5:]))
    log.error("%s at %s", type(error).__name__, places)
