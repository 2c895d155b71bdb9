"""Logs that can be read by anyone: which page, how it went, how long it took. Never who or what.

No address with its values, no query, no IP, no header, and of a crash only its kind and place.
"""

import logging
import time
import traceback
from pathlib import Path

from flask import Flask, Response, g, got_request_exception, request

ROOT = Path(__file__).resolve().parent.parent
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SCALARS = (str, int, float, bool, type(None))

log = logging.getLogger("noe")


class PlainValuesOnly(logging.Filter):
    """Refuse to log an object: what is inside one may be about a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        values = record.args if isinstance(record.args, tuple) else (record.args,)
        if not all(isinstance(value, SCALARS) for value in values):
            raise TypeError("only plain values may be logged")
        return True


class NoRequestLines(logging.Filter):
    """Keep the development server from logging the whole address and the IP of every request."""

    def filter(self, record: logging.LogRecord) -> bool:
        return "HTTP/" not in record.getMessage()


no_request_lines = NoRequestLines()


def init_app(app: Flask, level: str) -> None:
    log.setLevel(level)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.addFilter(PlainValuesOnly())
        log.propagate = False
    logging.getLogger("werkzeug").addFilter(no_request_lines)
    # Flask would log a failure outside of the views with the whole path and the message.
    app.logger.disabled = True
    got_request_exception.connect(note_crash, app)

    @app.before_request
    def start_clock() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def log_request(response: Response) -> Response:
        # The rule, not the path: a path may hold sealed answers.
        rule = request.url_rule.rule if request.url_rule else "(no such page)"
        took_ms = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        method = request.method if request.method in METHODS else "(other)"
        log.info("%s %s %d %.1f ms", method, rule, response.status_code, took_ms)
        return response


def note_crash(_app: Flask, exception: Exception) -> None:
    log_crash(exception)


def log_crash(error: Exception) -> None:
    """Log where a failure happened. Its message is left out: it may quote what a visitor typed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or list(frames)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(ours[-5:]))
    log.error("%s at %s", type(error).__name__, places)


def _is_ours(file: str) -> bool:
    return file.startswith(str(ROOT)) and "site-packages" not in file
