"""Commands that ask: ``flask match`` and ``flask search``."""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import click
from flask.cli import with_appcontext

from core.db import db
from core.schema import ensure_schema
from directory.vocabulary import Vocabulary
from finder import answering, catalogue
from finder.answering import Answered
from finder.plain_text import as_text
from finder.question_file import FaultyQuestionError, Question, parse_question, read_question
from finder.shapes import shape_of
from web.commands import plainly

LONGEST_LINE = 100_000
LIST_OPTIONS = (
    "interests",
    "used_to_like",
    "not_this",
    "when",
    "goal",
    "musts",
    "avoid",
    "language",
)


@click.command("match")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option(
    "--lines", is_flag=True, help="With --json: one person per line, one answer per line."
)
@click.option("--text", help="Free words.")
@click.option("--interest", "interests", multiple=True)
@click.option("--used-to-like", multiple=True)
@click.option("--not-this", multiple=True)
@click.option("--age", help="Whole years, or a band such as 18-25.")
@click.option("--place", help="A place, a municipality or a postcode.")
@click.option("--municipality")
@click.option("--lat", type=float)
@click.option("--lon", type=float)
@click.option("--max-km", type=float)
@click.option("--when", multiple=True)
@click.option("--situation")
@click.option("--for-whom")
@click.option("--peers")
@click.option("--goal", multiple=True)
@click.option("--must", "musts", multiple=True)
@click.option("--avoid", multiple=True)
@click.option("--gender")
@click.option("--language", multiple=True)
@click.option("--today")
@click.option("--limit", type=int)
@with_appcontext
@plainly
def match(as_json: bool, lines: bool, **options: Any) -> None:
    """Match a person, given by options or as JSON on standard input, to what there is to go to."""
    ensure_schema(db.engine)
    given = _given(options)
    if lines:
        if not as_json:
            raise click.UsageError("--lines goes with --json.")
        if given:
            raise click.UsageError("With --lines every person stands on a line of the input.")
        _answer_lines()
        return
    vocabulary = catalogue.current(db.session()).vocabulary
    question = read_question(given, vocabulary) if given else _question_on_input(vocabulary)
    answered = answering.answer(db.session(), question)
    click.echo(_as_json(answered) if as_json else as_text(answered))


@click.command("search")
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100))
@with_appcontext
@plainly
def search(text: str, as_json: bool, limit: int) -> None:
    """Answer TEXT, the free words of somebody who looks for something."""
    ensure_schema(db.engine)
    answered = answering.search(db.session(), text, limit)
    click.echo(_as_json(answered) if as_json else as_text(answered))


def _given(options: dict[str, Any]) -> dict[str, Any]:
    given = {key: value for key, value in options.items() if value not in (None, ())}
    for key in LIST_OPTIONS:
        if key in given:
            given[key] = list(given[key])
    age = given.get("age")
    if isinstance(age, str) and re.fullmatch("[0-9]{1,3}", age):
        given["age"] = int(age)
    return given


def _question_on_input(vocabulary: Vocabulary) -> Question:
    text = b"{}" if sys.stdin.isatty() else sys.stdin.buffer.read(LONGEST_LINE)
    return parse_question(text, vocabulary)


def _answer_lines() -> None:
    """Answer every line in order. A faulty one answers with its fault, and the rest go on."""
    faulty = False
    for line in _lines():
        try:
            vocabulary = catalogue.current(db.session()).vocabulary
            question = parse_question(line, vocabulary)
            answered = answering.answer(db.session(), question)
            click.echo(_as_json(answered, indent=None))
        except FaultyQuestionError as error:
            faulty = True
            click.echo(json.dumps({"fault": " ".join(error.faults)}, ensure_ascii=False))
    if faulty:
        raise click.exceptions.Exit(1)


def _lines() -> Iterator[bytes]:
    """Yield the lines as bytes: one that is no UTF-8 is faulty like any other."""
    for line in sys.stdin.buffer:
        if line.strip():
            yield line


def _as_json(answered: Answered, indent: int | None = 2) -> str:
    return json.dumps(shape_of(answered), ensure_ascii=False, indent=indent)
