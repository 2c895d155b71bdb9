"""Numbers that people send us, in an address or a form: of a row or a version, so of few digits.

One with more is larger than a database can compare with, and nothing of ours has it.
"""

import re
from typing import Final

from flask import Flask
from werkzeug.routing import IntegerConverter

FEW_DIGITS: Final = "[0-9]{1,9}"


class RowNumberConverter(IntegerConverter):
    """What `<int:…>` stands for in our addresses; any other number leads nowhere."""

    regex = FEW_DIGITS


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = RowNumberConverter


def row_number(typed: str) -> int:
    """Return the number that was sent. Raises ValueError for what can be the number of nothing."""
    if not re.fullmatch(FEW_DIGITS, typed):
        raise ValueError("no number of a row")
    return int(typed)
