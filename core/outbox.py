"""Mail waiting to be sent: written in the transaction of what it tells of, so that neither is lost."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.clock import now_in_utc
from core.db import Base


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    # Refused for good, or tried too often. A moderator sees it.
    DEAD = "dead"


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


def queue_mail(
    session: Session,
    *,
    key: str,
    recipient: str,
    subject: str,
    text: str,
    language: str,
    about: str | None = None,
) -> bool:
    """Put a mail in the outbox. Returns False, and does nothing, where ``key`` is there already."""
    if session.scalar(select(OutgoingMail.id).where(OutgoingMail.key == key)) is not None:
        return False
    session.add(
        OutgoingMail(
            key=key,
            recipient=recipient,
            subject=subject,
            text=text,
            language=language,
            about=about,
        )
    )
    return True
