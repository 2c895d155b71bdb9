"""The growing number by which everything derived from the catalogue is kept in step with it.

The first number of a database is the time at which it was given, in seconds: a database made anew
would otherwise count from 1 once more, and an index left beside it could agree with it by chance.
From there on there are no gaps.
"""

from collections.abc import Iterable

from sqlalchemy import case, insert, select, update
from sqlalchemy.orm import Session

from core.clock import now_in_utc
from directory.models import Change, ChangeCounter

ONLY_ROW = 1


def newest_change(session: Session) -> int:
    """Return the number of the newest change, 0 where nothing was ever written."""
    return session.scalars(select(ChangeCounter.number)).one()


def wait_for_turn(session: Session) -> None:
    """Let nobody else write until the transaction ends.

    Whoever looks first and writes then has to wait before looking, or two could write the same.
    """
    same = update(ChangeCounter).where(ChangeCounter.id == ONLY_ROW)
    session.execute(same.values(number=ChangeCounter.number))


def note_changes(session: Session, offers: Iterable[str | None]) -> int:
    """Note that these offers were written (None: the vocabulary) and return the newest number.

    Holds the counter's row until the transaction ends, so that numbers are seen in the order
    in which their changes can be read.
    """
    changed = list(offers)
    before_the_first = int(now_in_utc().timestamp()) - 1 if changed else 0
    before = case((ChangeCounter.number == 0, before_the_first), else_=ChangeCounter.number)
    counted = session.execute(
        update(ChangeCounter)
        .where(ChangeCounter.id == ONLY_ROW)
        .values(number=before + len(changed))
        .returning(ChangeCounter.number)
    ).scalar_one()
    if changed:
        first = counted - len(changed) + 1
        rows = [{"number": first + n, "offer_id": offer} for n, offer in enumerate(changed)]
        session.execute(insert(Change), rows)
    return counted


def was_given(session: Session, number: int) -> bool:
    """Return whether ``number`` is, or once was, the newest change of this very database."""
    found = select(Change.number).where(Change.number == number)
    return session.scalar(found) is not None or number == newest_change(session)


def changed_since(session: Session, number: int) -> set[str | None]:
    """Return the offers written after change ``number``; None among them means everything."""
    return set(session.scalars(select(Change.offer_id).where(Change.number > number)))


def some_changed_since(session: Session, number: int, most: int) -> tuple[list[str], int]:
    """Return some offers written after change ``number``, and the number that they reach to."""
    changes = session.execute(
        select(Change.number, Change.offer_id)
        .where(Change.number > number)
        .order_by(Change.number)
        .limit(most)
    ).all()
    offers = dict.fromkeys(row.offer_id for row in changes if row.offer_id is not None)
    return list(offers), changes[-1].number if changes else number
