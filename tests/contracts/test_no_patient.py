"""No table can hold a patient: no name, no birth date, no way to reach them, and not a word about them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, String, Table, select
from sqlalchemy.orm import Session

from accounts.queries import account_for
from core.clock import NORWAY
from core.db import Base
from core.errors import DomainError
from directory.choices import OfferKind
from prescribing.choices import AddedLine, Counted, PracticeKind, Question
from prescribing.codes import actions
from prescribing.draft import Draft, Item
from prescribing.models import Practice, Prescription
from prescribing.practices.asking import Workplace, ask
from prescribing.practices.counting import count
from prescribing.practices.usual import keep_usual
from tests.support.any_draft import drafts, personal
from tests.support.closed_kinds import OF, fault_of
from tests.support.factories import offer_entry, save

# In no table of the whole site.
ABOUT_A_PATIENT: Final = re.compile(
    r"patient|pasient|birth|born|fodsel|fødsel|_?fnr|national_id|personal_number|ssn|diagnos"
    r"|surname|first_name|last_name|full_name|given_name|next_of_kin|journal|medical"
)
# Nor, in the tables of those who prescribe, anything that people write in their own words.
IN_WORDS: Final = re.compile(
    r"name|text|note|comment|message|description|title|e?mail|phone|sms|address|contact|age$|gender"
)
MARCH: Final = datetime(2026, 3, 17, 12, tzinfo=NORWAY)


@pytest.fixture(autouse=True)
def every_model_is_known(app: Flask) -> None:
    """Building the application imports every package that has tables."""


def tables_of_prescribing() -> dict[str, Table]:
    mapped = [
        one for one in Base.registry.mappers if one.class_.__module__.startswith("prescribing")
    ]
    return {one.local_table.name: one.local_table for one in mapped}


def columns_of_prescribing() -> Iterator[Column[Any]]:
    for table in tables_of_prescribing().values():
        yield from table.columns


def every_column() -> Iterator[Column[Any]]:
    for table in Base.metadata.tables.values():
        yield from table.columns


def test_every_column_is_of_a_closed_kind() -> None:
    assert [fault for column in columns_of_prescribing() if (fault := fault_of(column))] == []


def test_no_kind_is_told_of_a_column_that_is_gone() -> None:
    assert set(OF) == {f"{one.table.name}.{one.name}" for one in columns_of_prescribing()}


def test_no_table_hangs_on_one_of_them_from_elsewhere() -> None:
    """A table of another package could say something about a sheet that these kinds know nothing of."""
    ours = tables_of_prescribing()

    hanging = {
        f"{one.table.name}.{one.name}"
        for one in every_column()
        for key in one.foreign_keys
        if key.column.table.name in ours and one.table.name not in ours
    }

    assert hanging == set()


def test_a_sheet_has_no_moment_and_belongs_to_no_account() -> None:
    of_sheets = ("prescription", "usual_choice", "prescribing_count")
    tables = tables_of_prescribing()

    for table in (tables[name] for name in of_sheets):
        kinds = {column.name: column.type.python_type for column in table.columns}
        assert datetime not in kinds.values()
        assert not any(key.column.table.name == "account" for key in table.foreign_keys)


def test_no_column_of_the_site_is_called_like_something_of_a_patient() -> None:
    called = {f"{one.table.name}.{one.name}" for one in every_column()}

    assert {name for name in called if ABOUT_A_PATIENT.search(name)} == set()


def test_no_column_of_the_prescribers_is_for_words() -> None:
    assert {one.name for one in columns_of_prescribing() if IN_WORDS.search(one.name)} == set()


@pytest.mark.parametrize(
    "column",
    [
        Column("for_whom", String(60)),
        Column("municipality", String(400)),
        Column("reasons", String(4000)),
    ],
    ids=["new", "wider", "a text where a list was"],
)
def test_a_column_that_could_hold_somebody_is_seen(column: Column[Any]) -> None:
    Table("prescription", Base.metadata.__class__(), column)

    assert fault_of(column) is not None


def kept(session: Session) -> Iterator[tuple[str, Any]]:
    """Yield every value in the tables of prescribing, with the name of its column."""
    session.flush()
    for table in tables_of_prescribing().values():
        for row in session.execute(select(table)).mappings():
            yield from ((f"{table.name}.{name}", value) for name, value in row.items())


def strangers(session: Session) -> list[str]:
    """Return what is kept and is not of its column's kind."""
    return [
        f"{name}: {value!r}"
        for name, value in kept(session)
        if value is not None and not OF[name].holds(value)
    ]


@pytest.fixture
def practice(session: Session) -> Practice:
    save(session, offer_entry(), offer_entry(id="turgruppa", name="Turgruppa"))
    made = Practice(kind=PracticeKind.GP, municipality="5001", orgnr="123456785")
    session.add(made)
    session.commit()
    return made


tried = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@tried
@given(drafts(), st.sampled_from(actions.Answer))
def test_whatever_is_prescribed_only_lists_are_kept(
    session: Session, practice: Practice, draft: Draft, answer: actions.Answer
) -> None:
    session.rollback()

    with suppress(DomainError):
        made = actions.prescribe(session, practice, draft, MARCH)
        actions.note_opened(session, made)
        for question in Question:
            actions.answer(session, made, question, answer)
        with suppress(DomainError):
            actions.renew(session, made, MARCH.date() + timedelta(days=330))

    assert strangers(session) == []


@tried
@given(drafts())
def test_whatever_is_kept_as_usual_only_lists_are_kept(
    session: Session, practice: Practice, draft: Draft
) -> None:
    session.rollback()

    with suppress(DomainError):
        keep_usual(session, practice, draft)

    assert strangers(session) == []


@tried
@given(st.lists(personal() | st.sampled_from(OfferKind), max_size=3), st.none() | personal())
def test_whatever_is_counted_only_lists_are_kept(
    session: Session, practice: Practice, kinds: list[str], municipality: str | None
) -> None:
    session.rollback()

    with suppress(ValueError, DomainError):
        count(
            session,
            practice_id=practice.id,
            month="2026-03",
            municipality=municipality,
            kinds=kinds,
            event=Counted.MADE,
        )

    assert strangers(session) == []


@tried
@given(personal() | st.just("5001"), st.none() | personal() | st.just("123456785"))
def test_whatever_is_said_of_a_workplace_only_lists_are_kept(
    session: Session, practice: Practice, municipality: str, orgnr: str | None
) -> None:
    session.rollback()

    with suppress(ValueError):
        workplace = Workplace(PracticeKind.GP, municipality, orgnr)
        ask(session, account_for(session, "kari@example.org"), workplace)

    assert strangers(session) == []


def test_what_is_from_lists_is_kept(session: Session, practice: Practice) -> None:
    """The actions do not refuse everything: else the tests above would say nothing."""
    question = {"age": "18-25", "municipality": "5001", "place": "Trondheim"}
    draft = Draft(question=question, items=(Item("klatrekveld", AddedLine.GO_ONCE),))

    actions.prescribe(session, practice, draft, MARCH)
    keep_usual(session, practice, draft)

    assert {name.partition(".")[0] for name, _value in kept(session)} >= {
        *("practice", "prescription", "usual_choice", "prescribing_count"),
    }
    assert session.scalars(select(Prescription.municipality)).all() == ["5001"]
    assert strangers(session) == []
