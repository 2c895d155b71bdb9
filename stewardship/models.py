"""What is on its way into the catalogue, what was in it before, and what people say about it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from accounts.models import GOES_WITH_ACCOUNT
from core.clock import now_in_utc
from core.db import Base

Identifier = String(120)


class Draft(Base):
    """Answers on their way to becoming a revision, kept from the first one on.

    Whoever holds the word in the address may go on with it; where ``offer_id`` and ``account_id``
    are given it is a change to an offer, and only that account may. ``entry`` and ``organisation``
    have the shape of the offer file, as far as they are answered; ``typed`` is what was written in
    fields that have no place there.
    """

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    offer_id: Mapped[str | None] = mapped_column(Identifier)
    based_on: Mapped[int | None]
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id"), info={GOES_WITH_ACCOUNT: True}
    )
    email: Mapped[str | None] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(10))
    entry: Mapped[dict[str, Any]] = mapped_column(default=dict)
    organisation: Mapped[dict[str, Any]] = mapped_column(default=dict)
    typed: Mapped[dict[str, Any]] = mapped_column(default=dict)
    hides_address: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    changed_at: Mapped[datetime] = mapped_column(default=now_in_utc, index=True)
    sent_at: Mapped[datetime | None]


class RevisionState(StrEnum):
    PROPOSED = "proposed"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "replaced"


class Revision(Base):
    """One version of an offer's words, from when it was proposed on. What it says never changes.

    ``entry`` has the shape of the offer file, without what is no words (status, confirmation).
    ``hides_address`` says that the address in it is for stewards and moderators only.
    ``organisation`` is a new organisation that comes with it. ``verification`` tells how the
    proposer can be known to speak for the group.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("offer_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(Identifier, index=True)
    number: Mapped[int]
    based_on: Mapped[int | None]
    entry: Mapped[dict[str, Any]]
    organisation: Mapped[dict[str, Any] | None]
    hides_address: Mapped[bool] = mapped_column(default=False)
    verification: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[RevisionState] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(60))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    decided_by: Mapped[str | None] = mapped_column(String(60))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)


class TrustedOrganisation(Base):
    """One whose changes are published at once; every tenth of them is looked at afterwards."""

    __tablename__ = "trusted_organisation"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    published: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime] = mapped_column(default=now_in_utc)


class ClaimState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Claim(Base):
    """That somebody says they speak for an organisation that is in the catalogue already.

    ``verification`` has the keys ``way`` and ``whom`` (see ``stewardship.verification``).
    """

    __tablename__ = "claim"
    # A mail is sent once for each number, so none is given twice.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    offer_id: Mapped[str | None] = mapped_column(Identifier)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    verification: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[ClaimState] = mapped_column(default=ClaimState.OPEN, index=True)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    decided_by: Mapped[str | None] = mapped_column(String(60))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)


class OpenOrClosed(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Report(Base):
    """That a visitor says something is wrong with an offer. Its words go when it has been closed.

    ``is_for_us_alone``: it says that somebody was hurt there, and those who hold the offer may be
    whom it is about. Only moderators see it.
    """

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), index=True)
    wrong: Mapped[list[str]]
    text: Mapped[str | None] = mapped_column(Text)
    reply_to: Mapped[str | None] = mapped_column(String(254))
    is_for_us_alone: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(10))
    state: Mapped[OpenOrClosed] = mapped_column(default=OpenOrClosed.OPEN, index=True)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    closed_at: Mapped[datetime | None]


class Wish(Base):
    """How many have wished for something to be there; a count, and nobody who did."""

    __tablename__ = "wish"

    interest: Mapped[str] = mapped_column(Identifier, primary_key=True)
    municipality: Mapped[str] = mapped_column(String(4), primary_key=True, index=True)
    age_band: Mapped[str] = mapped_column(String(10), primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


class ContactPoint(Base):
    """That a group takes a first message through us, at an address we show to nobody."""

    __tablename__ = "contact_point"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    answers_within_days: Mapped[int] = mapped_column(default=3)


class FirstContact(Base):
    """That somebody waits for a group's answer. The message is not here: it is in the mail alone.

    ``sealed_reply_to`` is the sender's mail address, sealed; None where they gave a telephone
    number. It is removed when the group has answered, or when the promised time is over.
    """

    __tablename__ = "first_contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"))
    sealed_reply_to: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    promised_by: Mapped[datetime] = mapped_column(index=True)


class FlagKind(StrEnum):
    DEAD_LINK = "dead_link"
    BOUNCED_MAIL = "bounced_mail"
    SAMPLE = "sample"
    DUPLICATE = "duplicate"


class Flag(Base):
    """Something about an offer that a moderator should look at.

    ``detail`` is the address that is dead, the number of the revision to sample, or the other
    offer of a pair; with the kind and the offer it is what the flag is about, once.
    """

    __tablename__ = "flag"
    __table_args__ = (UniqueConstraint("offer_id", "kind", "detail"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"))
    kind: Mapped[FlagKind]
    detail: Mapped[str] = mapped_column(String(2000))
    state: Mapped[OpenOrClosed] = mapped_column(default=OpenOrClosed.OPEN, index=True)
    raised_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    closed_at: Mapped[datetime | None]


class CheckedLink(Base):
    """When an address that offers point to was last looked at, and how often in a row it failed.

    In ``failures`` one that leads nowhere for sure counts more than one that may be a bad day.
    """

    __tablename__ = "checked_link"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    checked_at: Mapped[datetime]
    failures: Mapped[int] = mapped_column(default=0)
