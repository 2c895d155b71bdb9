"""What an operator can set and run is written down, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from flask import Flask

from core.settings import read_settings
from matching.described import page
from tests.support.databases import ROOT

OF_FLASK = {"run", "shell", "routes", "db"}


class Asked(dict[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return super().__getitem__(name)


def first_cells(document: str) -> list[str]:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)


def commands(group: click.Group, path: str = "flask") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def without_arguments(command: str) -> str:
    return re.split(r" (?=[\[A-Z…-])", command)[0]


def test_every_setting_is_documented_and_every_documented_one_is_read(tmp_path: Path) -> None:
    environ = Asked({"INSTANCE_PATH": str(tmp_path)})

    read_settings(environ)

    assert sorted(first_cells("settings.md")) == sorted(environ.names)


def test_every_flask_command_is_documented_and_every_documented_one_exists(app: Flask) -> None:
    ours = {name: command for name, command in app.cli.commands.items() if name not in OF_FLASK}
    documented = {
        without_arguments(one) for one in first_cells("commands.md") if one.startswith("flask")
    }

    assert documented - {"flask db upgrade"} == set(commands(click.Group(commands=ours)))


def test_every_make_target_is_documented_and_every_documented_one_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, flags=re.MULTILINE))

    documented = [one for one in first_cells("commands.md") if one.startswith("make")]

    assert set(documented) == {f"make {target}" for target in targets}


def test_every_command_says_what_it_does(app: Flask) -> None:
    assert list(silent(app.cli)) == []


def silent(group: click.Group) -> Iterator[str]:
    for name, command in group.commands.items():
        if not command.help:
            yield name
        if isinstance(command, click.Group):
            yield from silent(command)


def test_the_page_on_matching_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")

    assert written == page(), "Run `make docs` and look at what changed."
