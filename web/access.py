"""Say, on every view, who may open it; a view that says nothing fails a contract test."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

PUBLIC: Final = "public"


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view that anyone may open without signing in."""
    view.access = PUBLIC  # type: ignore[attr-defined]  # a mark that the contract test reads
    return view
