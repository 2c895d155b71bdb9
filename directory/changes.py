"""The growing number by which everything derived from the catalogue is kept in step with it."""

from collections.abc import Iterable

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

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
    counted = session.execute(
        update(ChangeCounter)
        .where(ChangeCounter.id == ONLY_ROW)
        .values(number=ChangeCounter.number + len(changed))
        .returning(ChangeCounter.number)
    ).scalar_one()
    if changed:
        first = counted - len(changed) + 1
        rows = [{"number": first + n, "offer_id": offer} for n, offer in enumerate(changed)]
        session.execute(insert(Change), rows)
    return counted


def changed_since(session: Session, number: int) -> set[str | None]:
    """Return the offers written after change ``number``; None among them means everything."""
    return set(session.scalars(select(Change.offer_id).where(Change.number > number)))
