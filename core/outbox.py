"""Mail waiting to be sent: written in the transaction of what it tells of, so that neither is lost."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import String, Text, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.adding import add_once
from core.clock import now_in_utc
from core.db import Base

# A dead mail may be sent again for a while, when the fault was ours; then its words go too.
DEAD_KEEPS_TEXT: Final = timedelta(days=14)
SETTLED_STAYS: Final = timedelta(days=90)


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    # Refused for good, or tried too often. A moderator sees it.
    DEAD = "dead"
    # Dead, and a moderator has seen to it.
    SET_ASIDE = "set_aside"


@dataclass(frozen=True)
class Written:
    """What a mail says, in one language."""

    subject: str
    text: str
    language: str


class OutgoingMail(Base):
    """One mail to one person. Once it is sent, whom it went to and what it said is cleared.

    ``key`` says what the mail is, so that nothing is mailed twice: ``reminder:3:2026-11``.
    ``about`` is a record such as ``offer:klatrekveld`` that a bounce is a warning about.
    """

    __tablename__ = "outgoing_mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    about: Mapped[str | None] = mapped_column(String(160))
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    due_at: Mapped[datetime] = mapped_column(default=now_in_utc, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    state: Mapped[MailState] = mapped_column(default=MailState.WAITING, index=True)
    # The status a mail server answered with, or the kind of failure; never its words.
    failure: Mapped[str | None] = mapped_column(String(60))
    settled_at: Mapped[datetime | None]

    def note_sent(self, now: datetime) -> None:
        self.state, self.settled_at, self.failure = MailState.SENT, now, None
        self.recipient = self.subject = self.text = ""

    def put_off(self, until: datetime, failure: str) -> None:
        self.attempts += 1
        self.due_at, self.failure = until, failure

    def give_up(self, now: datetime, failure: str) -> None:
        self.attempts += 1
        self.state, self.settled_at, self.failure = MailState.DEAD, now, failure

    def set_aside(self, now: datetime) -> None:
        """Let a dead mail be: nobody has to see it again, and what it said goes."""
        self.state, self.settled_at = MailState.SET_ASIDE, now
        self.recipient = self.subject = self.text = ""

    def revive(self, now: datetime) -> bool:
        """Let a dead mail be tried again. Returns False, and does nothing, where its words are gone."""
        if self.state is not MailState.DEAD or not self.text:
            return False
        self.state, self.settled_at, self.failure = MailState.WAITING, None, None
        # From now on it has as long as any other.
        self.created_at = self.due_at = now
        self.attempts = 0
        return True


def queue_mail(
    session: Session,
    *,
    key: str,
    recipient: str,
    written: Written,
    about: str | None = None,
) -> bool:
    """Put a mail in the outbox. Returns False, and does nothing, where ``key`` is there already."""
    return add_once(
        session, OutgoingMail, key=key, recipient=recipient, about=about, **asdict(written)
    )


def due_mail(session: Session, now: datetime) -> list[int]:
    """Return the ids of what is to be sent by ``now``, what has waited longest first."""
    found = select(OutgoingMail.id).where(
        OutgoingMail.state == MailState.WAITING, OutgoingMail.due_at <= now
    )
    return list(session.scalars(found.order_by(OutgoingMail.due_at, OutgoingMail.id)))


def waiting_mail(session: Session, mail_id: int) -> OutgoingMail | None:
    """Return a mail for whoever sends it now, None where it is no longer waiting, or in other hands."""
    found = select(OutgoingMail).where(
        OutgoingMail.id == mail_id, OutgoingMail.state == MailState.WAITING
    )
    return session.scalar(found.with_for_update(skip_locked=True))


def purge_mail(session: Session, now: datetime) -> None:
    """Remove what was settled long ago; until then a key keeps the same thing from being mailed twice."""
    session.execute(delete(OutgoingMail).where(OutgoingMail.settled_at < now - SETTLED_STAYS))
    session.execute(
        update(OutgoingMail)
        .where(
            OutgoingMail.state == MailState.DEAD,
            # Its words may be gone already, and whom it was for still stand there.
            OutgoingMail.recipient != "",
            OutgoingMail.settled_at < now - DEAD_KEEPS_TEXT,
        )
        .values(recipient="", subject="", text="")
    )
