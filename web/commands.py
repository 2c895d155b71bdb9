"""Command line: a foreseen refusal is one plain sentence on standard error, and exit 1."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click
from sqlalchemy.exc import DatabaseError

from core.errors import DomainError

P = ParamSpec("P")
R = TypeVar("R")


class Refusal(click.ClickException):
    """Printed as it is, without a word before it."""

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


def plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Let a command refuse in plain words instead of with a traceback."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except DomainError as error:
            raise Refusal(str(error)) from error
        except DatabaseError as error:
            reason = str(error.orig).partition("\n")[0]
            raise Refusal(f"The database refuses: {reason}") from error

    return guarded
