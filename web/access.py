"""Say, on every view, who may open it; a view that says nothing fails a contract test."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

PUBLIC: Final = "public"
WITH_KEY: Final = "with_key"


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view that anyone may open without signing in."""
    view.access = PUBLIC  # type: ignore[attr-defined]  # a mark that the contract test reads
    return view


def with_key(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view for whoever holds the secret word in its address, signed in or not.

    The view looks the word up itself, and answers alike for one that is used, too old or made up.
    """
    view.access = WITH_KEY  # type: ignore[attr-defined]  # a mark that the contract test reads
    return view
