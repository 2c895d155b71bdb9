"""How long what somebody has begun to write is kept."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.clock import now_in_utc
from stewardship.models import Draft
from stewardship.registering.answers import Answers
from stewardship.registering.drafts import (
    NoSuchDraftError,
    answers_of,
    keep_answers,
    open_draft,
    purge_drafts,
    start_draft,
)
from tests.support.databases import on_both_databases


def begun(session: Session) -> tuple[str, Draft]:
    word = start_draft(session, "nb")
    session.flush()
    return word, open_draft(session, word, None)


def count(session: Session) -> int:
    return len(session.scalars(select(Draft)).all())


def test_what_is_kept_comes_back_as_it_was(session: Session) -> None:
    word, draft = begun(session)
    answers = Answers(
        entry={"name": "Klatring"},
        organisation={"name": "Tauet"},
        typed={"orgnr": "986105174"},
        hides_address=True,
        email="kari@example.org",
        language="nn",
    )
    keep_answers(draft, answers)
    session.commit()

    assert answers_of(open_draft(session, word, None)) == answers


@on_both_databases
@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 0)])
def test_what_nobody_touches_for_ninety_days_goes(session: Session, days: int, left: int) -> None:
    _word, draft = begun(session)
    keep_answers(draft, Answers(entry={"name": "Klatring"}))
    session.flush()

    purge_drafts(session, draft.changed_at + timedelta(days=days))

    assert count(session) == left


@on_both_databases
def test_what_was_never_answered_goes_after_a_day(session: Session) -> None:
    begun(session)

    purge_drafts(session, now_in_utc() + timedelta(days=1, minutes=1))

    assert count(session) == 0


def test_what_has_been_sent_goes_after_a_day(session: Session) -> None:
    _word, draft = begun(session)
    keep_answers(draft, Answers(entry={"name": "Klatring"}))
    draft.sent_at = now_in_utc()
    session.flush()

    purge_drafts(session, now_in_utc() + timedelta(hours=23))
    assert count(session) == 1

    purge_drafts(session, now_in_utc() + timedelta(hours=25))
    assert count(session) == 0


@pytest.mark.parametrize("word", ["", "x", "x" * 10_000, "æ\x00"])
def test_a_word_that_nobody_was_given_opens_nothing(session: Session, word: str) -> None:
    begun(session)

    with pytest.raises(NoSuchDraftError):
        open_draft(session, word, None)
