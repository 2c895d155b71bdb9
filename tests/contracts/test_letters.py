"""Every letter says what its type declares, in every language, under a subject that others may see."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from flask import Flask
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from tests.contracts.test_readable import NOT_IN_TITLES, unwanted
from tests.support.databases import ROOT
from web.languages import LANGUAGES
from web.letters import Letter

GIVEN_TO_ALL = {"address_of", "home"}
# What a name may be, and a subject must never tell.
NAME = "Rusfri gruppe for edru, drug free"
LONGEST_SUBJECT = 60
# A sentence of ours that a letter is given, by the letter and its field.
OUR_SENTENCES = {("SeasonLetter", "question"): "Har dere åpent i sommer?"}


def every_letter() -> list[type[Letter]]:
    """Return every type of letter, of whatever part of the site."""
    for package in ("accounts", "directory", "finder", "prescribing", "stewardship", "web"):
        for file in sorted((ROOT / package).rglob("*letters.py")):
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    ours = [one for one in Letter.__subclasses__() if not one.__module__.startswith("test")]
    return sorted(ours, key=lambda one: one.__name__)


LETTERS = every_letter()


def values(hint: Any) -> Iterator[Any]:
    """Yield values of a type: none and some, no and yes."""
    if get_origin(hint) in {Union, UnionType}:
        for part in get_args(hint):
            yield from values(part)
    elif get_origin(hint) is tuple:
        parts = get_args(hint)
        is_list = parts[-1] is Ellipsis
        for part in islice(values(parts[0]), 2):
            yield (part, part) if is_list else tuple(next(values(one)) for one in parts)
        if is_list:
            yield ()
    elif is_dataclass(hint):
        yield from filled_in(hint)
    else:
        yield from {str: [NAME], int: [1, 3], bool: [True, False], NoneType: [None]}[hint]


def filled_in(kind: Any) -> list[Any]:
    """Return one of a kind for each value that any of its fields may have."""
    hints = get_type_hints(kind)
    ours = {name: said for (type_, name), said in OUR_SENTENCES.items() if type_ == kind.__name__}
    usual = {field.name: next(values(hints[field.name])) for field in fields(kind)} | ours
    changed = [{name: one} for name in usual if name not in ours for one in values(hints[name])]
    return [kind(**usual | change) for change in changed or [{}]]


def test_there_are_letters_and_no_two_share_a_template() -> None:
    templates = [letter.template for letter in LETTERS]

    assert len(templates) == len(set(templates)) > 0
    there = {f"mail/{file.name}" for file in Path(ROOT / "templates/mail").iterdir()}
    assert set(templates) == there


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.__name__)
def test_a_template_uses_what_its_letter_declares_and_nothing_else(
    app: Flask, letter: type[Letter]
) -> None:
    environment = app.jinja_env
    source = environment.loader.get_source(environment, letter.template)[0]
    tree = environment.parse(source)

    used = find_undeclared_variables(tree) - set(environment.globals) - GIVEN_TO_ALL

    assert used == {field.name for field in fields(letter)}
    assert {block.name for block in tree.find_all(nodes.Block)} == {"subject", "text"}
    assert "|safe" not in source.replace(" ", "")


@pytest.mark.parametrize("template", ["layouts/mail.txt", *(one.template for one in LETTERS)])
def test_no_word_of_a_letter_passes_gettext_by(app: Flask, template: str) -> None:
    environment = app.jinja_env
    tree = environment.parse(environment.loader.get_source(environment, template)[0])

    texts = [text.data for text in tree.find_all(nodes.TemplateData)]

    assert [text for text in texts if any(letter.isalpha() for letter in text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.__name__)
def test_a_letter_can_be_written_and_its_subject_may_be_seen(
    app: Flask, letter: type[Letter], language: str
) -> None:
    words = unwanted(language, NOT_IN_TITLES)
    with app.app_context():
        for one in filled_in(letter):
            written = one.write(language)

            assert 0 < len(written.subject) <= LONGEST_SUBJECT
            assert not words.search(written.subject)
            assert "None" not in written.text
            assert "<" not in written.text
