"""Flags: what the regular work has found about an offer that a moderator should look at."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from core.adding import add_once
from core.clock import now_in_utc
from core.errors import NotFoundError
from core.events import SYSTEM, note_event
from stewardship.models import Flag, FlagKind, OpenOrClosed


class NoSuchFlagError(NotFoundError):
    """No flag has this number."""


def raise_flag(
    session: Session, offer_id: str, kind: FlagKind, detail: str, *, now: datetime | None = None
) -> Flag:
    """Return the open flag of this kind about ``detail``; one that was closed is opened again."""
    raised_at = now or now_in_utc()
    # Two rounds may find the same at once: the constraint decides which of them says it.
    is_new = add_once(
        session,
        Flag,
        offer_id=offer_id,
        kind=kind,
        detail=detail,
        state=OpenOrClosed.OPEN,
        raised_at=raised_at,
    )
    flag = session.scalars(_about(offer_id, kind, detail)).one()
    if not is_new and flag.state is OpenOrClosed.OPEN:
        return flag
    flag.state, flag.raised_at, flag.closed_at = OpenOrClosed.OPEN, raised_at, None
    note_event(
        session, actor=SYSTEM, action="flag:raised", record=f"offer:{offer_id}", kind=kind.value
    )
    return flag


def close_flag(session: Session, flag: Flag, actor: str, *, now: datetime | None = None) -> None:
    """Take a flag down, as dealt with; one that is down already stays as it is."""
    if flag.state is OpenOrClosed.CLOSED:
        return
    flag.state, flag.closed_at = OpenOrClosed.CLOSED, now or now_in_utc()
    note_event(
        session,
        actor=actor,
        action="flag:closed",
        record=f"offer:{flag.offer_id}",
        kind=flag.kind.value,
    )


def find_flag(session: Session, offer_id: str, kind: FlagKind, detail: str) -> Flag | None:
    """Return the flag of this kind about ``detail``, open or closed."""
    return session.scalar(_about(offer_id, kind, detail))


def flag_by_id(session: Session, flag_id: int) -> Flag:
    flag = session.get(Flag, flag_id)
    if flag is None:
        raise NoSuchFlagError(f"There is no flag {flag_id}.")
    return flag


def open_flags(session: Session, kind: FlagKind | None = None) -> list[Flag]:
    """Return the open flags, those of one kind where it is given, the oldest first."""
    found = _open() if kind is None else _open().where(Flag.kind == kind)
    return list(session.scalars(found))


def _about(offer_id: str, kind: FlagKind, detail: str) -> Select[Flag]:
    return select(Flag).where(Flag.offer_id == offer_id, Flag.kind == kind, Flag.detail == detail)


def _open() -> Select[Flag]:
    return select(Flag).where(Flag.state == OpenOrClosed.OPEN).order_by(Flag.raised_at, Flag.id)
