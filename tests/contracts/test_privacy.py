"""What may be about a person is written down, column by column, and the page says nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Column, Enum, Float, String
from sqlalchemy.types import JSON

from core.db import Base

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "privacy.md"
# The sections of the document that are tables, by the first cell of their heads.
PERSONAL, TABLES, HARMLESS = "column | what may be", "table |", "column | what it holds"
# A choice from a list, a date, a number or a yes cannot name anybody. A position can.
TELLING = (String, JSON, Float)
PRICES = {"offer.cost_per_time", "offer.cost_per_year"}


@pytest.fixture(autouse=True)
def every_model_is_known(app: Flask) -> None:
    """Building the application imports every package that has tables."""


def rows_of(head: str) -> list[list[str]]:
    """Return the cells of every row of the table whose head begins with ``head``."""
    text = DOCUMENT.read_text(encoding="utf-8")
    table = text[text.index(f"| {head}") :].split("\n\n")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]
    ]


def documented(head: str) -> set[str]:
    return {name.strip("`") for name, *_rest in rows_of(head)}


def columns_of_the_models() -> Iterator[tuple[str, Column[Any]]]:
    for table in Base.metadata.tables.values():
        for column in table.columns:
            yield f"{table.name}.{column.name}", column


def can_tell_of_a_person(name: str, column: Column[Any]) -> bool:
    is_a_choice = isinstance(column.type, Enum)
    return isinstance(column.type, TELLING) and not is_a_choice and name not in PRICES


def test_every_table_is_said_to_be_about_people_or_not() -> None:
    assert documented(TABLES) == set(Base.metadata.tables)


def test_every_column_that_can_tell_of_a_person_is_documented() -> None:
    telling = {
        name for name, column in columns_of_the_models() if can_tell_of_a_person(name, column)
    }

    assert documented(PERSONAL) | documented(HARMLESS) == telling


def test_no_column_is_both_personal_and_harmless() -> None:
    assert not documented(PERSONAL) & documented(HARMLESS)


def test_a_personal_column_says_why_it_is_kept_and_for_how_long() -> None:
    unanswered = [row[0] for row in rows_of(PERSONAL) if len(row) != 4 or not all(row)]

    assert not unanswered


def test_a_table_with_a_personal_column_does_not_say_that_it_has_none() -> None:
    about_nobody = {name.strip("`") for name, answer in rows_of(TABLES) if answer.startswith("no:")}

    with_personal_columns = {column.partition(".")[0] for column in documented(PERSONAL)}

    assert not about_nobody & with_personal_columns
    assert about_nobody | with_personal_columns == set(Base.metadata.tables)


def test_no_table_has_a_column_for_what_is_never_kept() -> None:
    forbidden = re.compile(r"\b(ip|ip_address|user_agent|query|search|patient|diagnosis|visitor)\b")

    kept = [name for name, _column in columns_of_the_models() if forbidden.search(name)]

    assert not kept
