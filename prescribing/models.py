"""Prescriptions, the practices that make them, and counts. No column can hold anything about a patient."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Boolean, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from accounts.models import GOES_WITH_ACCOUNT, KEEPS_ACCOUNT
from core.clock import now_in_utc
from core.db import Base
from prescribing.choices import Counted, Heading, PracticeKind, PrescriberState

CODE_LENGTH: Final = 8
NOT_TOLD: Final = ""
"""Stands in a count for a municipality that nobody has told: a part of a key cannot be empty."""
ANY_KIND: Final = ""
"""Stands in a count for the sheets as such, whatever is on them."""


class Practice(Base):
    """A place where people prescribe. It has no name of its own: what it is and where is told by lists.

    ``orgnr`` is its number in Enhetsregisteret, by which colleagues find each other.
    """

    __tablename__ = "practice"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PracticeKind]
    municipality: Mapped[str] = mapped_column(String(4))
    orgnr: Mapped[str | None] = mapped_column(String(9), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)


class Prescriber(Base):
    """That an account prescribes for a practice, or has asked to. Only who is approved may."""

    __tablename__ = "prescriber"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id"),
        primary_key=True,
        info={GOES_WITH_ACCOUNT: True, KEEPS_ACCOUNT: True},
    )
    practice_id: Mapped[int] = mapped_column(ForeignKey("practice.id"), index=True)
    state: Mapped[PrescriberState] = mapped_column(default=PrescriberState.ASKED, index=True)
    asked_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(String(60))


class Prescription(Base):
    """A sheet that has a code. It says what was suggested, and neither to whom nor by which person.

    ``items`` are offers in order, each ``{"offer": id, "line": AddedLine or None}``. ``month`` is when it
    was made, as ``2026-11``: the day might point to somebody. ``expires_on`` is the last day of a
    month. ``opened`` and ``answered`` tell only that it has been counted, never what was answered.
    """

    __tablename__ = "prescription"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(CODE_LENGTH), unique=True)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practice.id"), index=True)
    heading: Mapped[Heading]
    items: Mapped[list[dict[str, Any]]]
    reasons: Mapped[list[str]]
    municipality: Mapped[str | None] = mapped_column(String(4))
    month: Mapped[str] = mapped_column(String(7))
    expires_on: Mapped[date] = mapped_column(index=True)
    opened: Mapped[bool] = mapped_column(Boolean, default=False)
    answered: Mapped[list[str]] = mapped_column(default=list)


class UsualChoice(Base):
    """What a practice often chooses: a draft (``prescribing.draft``) without a date.

    Nor does it say when it was kept, which may have been while somebody sat there.
    """

    __tablename__ = "usual_choice"

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practice.id"), index=True)
    draft: Mapped[dict[str, Any]]


class PrescribingCount(Base):
    """How often something happened to the sheets of a practice in a month.

    A sheet is counted once under ANY_KIND, and once under each kind of offer that is on it.
    """

    __tablename__ = "prescribing_count"

    practice_id: Mapped[int] = mapped_column(ForeignKey("practice.id"), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    municipality: Mapped[str] = mapped_column(String(4), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    event: Mapped[Counted] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
