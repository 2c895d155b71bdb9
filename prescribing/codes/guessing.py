"""Keeps people from trying codes until one fits. Only wrong tries are counted, each caller's by itself."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from flask import Response, g

from prescribing.codes.queries import NoSuchCodeError
from web.limits import limiter

# Whoever holds a sheet mistypes it a few times; what the check character finds is not even counted.
MOST_WRONG: Final = "20 per hour; 60 per day"


# Every answer takes its time, and a thread with it: so nobody is to ask for any number of them at once.
MOST_MISTYPED: Final = "60 per minute; 300 per hour"

P = ParamSpec("P")
R = TypeVar("R")


def note_wrong(error: NoSuchCodeError) -> None:
    """Count what could have been a code. Whoever guesses works out the check character first."""
    g.guessed_wrong, g.mistyped = error.might_exist, not error.might_exist


def _guessed_wrong(_response: Response) -> bool:
    return bool(g.get("guessed_wrong", False))


def _mistyped(_response: Response) -> bool:
    return bool(g.get("mistyped", False))


_few_guesses = limiter.shared_limit(MOST_WRONG, scope="codes", deduct_when=_guessed_wrong)
_not_any_number = limiter.shared_limit(MOST_MISTYPED, scope="no codes", deduct_when=_mistyped)


def few_wrong_tries(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view that takes a code. All of them have it, so that no other way of asking is quicker."""
    guarded: Callable[P, R] = _few_guesses(_not_any_number(view))
    return guarded
