"""Who did what to which record, and when: rows that are only ever added."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.clock import now_in_utc
from core.db import Base

OF_ACCOUNT: Final = "account:"
VISITOR: Final = "visitor"
BY_LINK: Final = "link:confirm"
SYSTEM: Final = "system"
"""Actors that are no account: somebody we do not know, whoever held a link that we had mailed, and the
regular work.
"""


class Event(Base):
    """Something that happened. No page and no command changes or removes one.

    ``actor`` is ``account:3``, BY_LINK, VISITOR or
    SYSTEM. ``action`` is two words such as ``offer:accepted``; ``record`` is ``offer:klatrekveld``.
    ``details`` are plain values, never what a visitor wrote and never an address.
    """

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    happened_at: Mapped[datetime] = mapped_column(default=now_in_utc, index=True)
    actor: Mapped[str] = mapped_column(String(60))
    action: Mapped[str] = mapped_column(String(60))
    record: Mapped[str] = mapped_column(String(160), index=True)
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


def account_actor(account_id: int) -> str:
    return f"{OF_ACCOUNT}{account_id}"


def note_event(
    session: Session, *, actor: str, action: str, record: str, **details: object
) -> None:
    """Write down what has just been done, in the same transaction as the doing."""
    session.add(Event(actor=actor, action=action, record=record, details=details))


def events_of(session: Session, record: str) -> list[Event]:
    """Return what has happened to ``record``, the oldest first."""
    found = select(Event).where(Event.record == record).order_by(Event.id)
    return list(session.scalars(found))


def newest_events(
    session: Session, record: str | None, *, skipping: int, most: int
) -> Sequence[Event]:
    """Return some of what has happened, to ``record`` or at all, the newest first."""
    found = select(Event).order_by(Event.id.desc()).offset(skipping).limit(most)
    return session.scalars(found if record is None else found.where(Event.record == record)).all()


def find_last_event(session: Session, record: str, action: str) -> Event | None:
    found = select(Event).where(Event.record == record, Event.action == action)
    return session.scalars(found.order_by(Event.id.desc()).limit(1)).first()
