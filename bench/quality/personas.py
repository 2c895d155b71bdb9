"""The personas beside the project: whether hard rules and expectations hold, in the checker's words."""

import subprocess
import sys
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
CHECKER: Final = PROJECT.parent / "shared" / "personas" / "check_personas.py"
MADE_UP_PEOPLE: Final = 200


def last_line(checker: Path = CHECKER) -> str | None:
    """Return what the checker says last; None where it does not lie beside the project."""
    if not checker.is_file():
        return None
    told = subprocess.run(  # noqa: S603 -- our own checker, with our own arguments
        [sys.executable, str(checker), "--random", str(MADE_UP_PEOPLE)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (told.stdout.strip() or told.stderr.strip()).splitlines()
    return lines[-1] if lines else f"The checker said nothing and ended with {told.returncode}."


def print_verdict() -> None:
    print("The personas: ", end="", flush=True)
    print(last_line() or "they are not beside the project, so they are skipped.")
