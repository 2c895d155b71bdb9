"""A flag is raised once, comes back when it is needed again, and leaves a trace."""

import pytest
from sqlalchemy.orm import Session

from core.events import SYSTEM, events_of
from stewardship.flags import (
    NoSuchFlagError,
    close_flag,
    find_flag,
    flag_by_id,
    open_flags,
    raise_flag,
)
from stewardship.models import FlagKind, OpenOrClosed
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save

pytestmark = on_both_databases

DEAD, DOUBLE = FlagKind.DEAD_LINK, FlagKind.DUPLICATE


@pytest.fixture(autouse=True)
def offers(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="en-annen"))


def test_the_same_thing_is_flagged_once(session: Session) -> None:
    first = raise_flag(session, "klatrekveld", DEAD, "https://a.example")
    again = raise_flag(session, "klatrekveld", DEAD, "https://a.example")

    assert first is again
    assert [flag.id for flag in open_flags(session)] == [first.id]
    assert [event.action for event in events_of(session, "offer:klatrekveld")] == ["flag:raised"]


def test_another_detail_kind_or_offer_is_another_flag(session: Session) -> None:
    raise_flag(session, "klatrekveld", DEAD, "https://a.example")
    raise_flag(session, "klatrekveld", DEAD, "https://b.example")
    raise_flag(session, "klatrekveld", DOUBLE, "en-annen")
    raise_flag(session, "en-annen", DEAD, "https://a.example")

    assert len(open_flags(session)) == 4
    assert len(open_flags(session, DEAD)) == 3
    assert [flag.offer_id for flag in open_flags(session)].count("klatrekveld") == 3


def test_a_closed_flag_is_kept_and_opened_again(session: Session) -> None:
    flag = raise_flag(session, "klatrekveld", DEAD, "https://a.example")

    close_flag(session, flag, "account:1")

    assert open_flags(session) == []
    assert flag.closed_at is not None
    assert find_flag(session, "klatrekveld", DEAD, "https://a.example") is flag
    assert raise_flag(session, "klatrekveld", DEAD, "https://a.example") is flag
    assert (flag.state, flag.closed_at) == (OpenOrClosed.OPEN, None)


def test_whoever_closes_one_is_written_down_and_never_what_it_is_about(session: Session) -> None:
    flag = raise_flag(session, "klatrekveld", DEAD, "https://a.example")

    close_flag(session, flag, "account:1")
    close_flag(session, flag, "account:2")

    events = events_of(session, "offer:klatrekveld")
    assert [(event.actor, event.action) for event in events] == [
        (SYSTEM, "flag:raised"),
        ("account:1", "flag:closed"),
    ]
    assert {str(event.details) for event in events} == {"{'kind': 'dead_link'}"}


def test_a_flag_is_found_by_its_number(session: Session) -> None:
    flag = raise_flag(session, "klatrekveld", DEAD, "https://a.example")

    assert flag_by_id(session, flag.id) is flag
    with pytest.raises(NoSuchFlagError):
        flag_by_id(session, flag.id + 1)
