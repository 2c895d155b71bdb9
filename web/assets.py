"""The files a browser fetches: style, script, pictures. Built beforehand, each named after its content.

A name never changes its meaning, so a browser keeps the file and asks no more, and a page kept
from yesterday still finds the style it was made for only as long as that file lies here.
"""

import json
import sys
from pathlib import Path
from typing import Final
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

from web.headers import ALWAYS

BUILT: Final = Path(__file__).resolve().parents[1] / "static" / "built"
LIST_OF_NAMES: Final = "manifest.json"
PREFIX: Final = "static"


class Assets:
    """Where each built file is found. ``names`` leads from the source's name to the built one."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def address(self, name: str) -> str:
        """Return the address of the file built from ``name``, as in ``css/site.css``.

        It is the same in all languages. Raises KeyError for a file that is not built.
        """
        return f"/{PREFIX}/{self.names[name]}"


def init_app(app: Flask) -> None:
    """Serve the built files. Where they are not built, this ends the program."""
    try:
        names = json.loads((BUILT / LIST_OF_NAMES).read_text(encoding="utf-8"))
    except FileNotFoundError:
        sys.exit("The front end is not built. `make .venv/ready` does that.")
    assets = Assets(names)
    app.extensions["assets"] = assets
    app.jinja_env.globals["asset"] = assets.address
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]  # how Flask is wrapped
        app.wsgi_app,
        root=str(BUILT),
        prefix=PREFIX,
        immutable_file_test=_is_named_after_its_content,
        add_headers_function=_add_headers,
        allow_all_origins=False,
    )


def _is_named_after_its_content(_path: str, url: str) -> bool:
    return not url.endswith(LIST_OF_NAMES)


def _add_headers(headers: Headers, _path: str, _url: str) -> None:
    for name, value in ALWAYS.items():
        headers[name] = value
