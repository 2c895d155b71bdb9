"""Flask commands run inside the test's own process."""

from click.testing import Result
from flask import Flask


def run(app: Flask, *words: str, typed: str | None = None) -> Result:
    """Run ``flask <words>`` and return how it went; a traceback of it is a failure of the test.

    ``typed``: what stands on standard input.
    """
    result = app.test_cli_runner().invoke(args=list(words), input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def succeed(app: Flask, *words: str, typed: str | None = None) -> str:
    """Run a command that must go well and return what it said."""
    result = run(app, *words, typed=typed)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(app: Flask, *words: str, typed: str | None = None) -> list[str]:
    """Run a command that must be refused and return the sentences it said why."""
    result = run(app, *words, typed=typed)
    assert result.exit_code == 1, (result.exit_code, result.output)
    assert result.stdout == "", result.stdout
    return result.stderr.splitlines()
