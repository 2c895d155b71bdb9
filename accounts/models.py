"""Accounts, the sessions and passkeys they have, and which organisations they hold."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.clock import now_in_utc
from core.db import Base

GOES_WITH_ACCOUNT: Final = "goes_with_account"
"""Marks a column that may point to an account: a row that does is for that account alone."""
KEEPS_ACCOUNT: Final = "keeps_account"
"""Marks a column by whose rows an account is in use, so that it is not thrown away as idle."""


class Role(StrEnum):
    """What an account may do beside holding its own organisations. Each role has all of those before it."""

    STEWARD = "steward"
    MODERATOR = "moderator"
    ADMIN = "admin"


class Account(Base):
    """Somebody who signs in by a link in a mail. ``email`` is kept in lower case."""

    __tablename__ = "account"
    # The number stays in what happened, and in links that are on their way: it is nobody else's later.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[Role] = mapped_column(default=Role.STEWARD)
    language: Mapped[str] = mapped_column(String(10), default="nb")
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    # A day is enough to see that an account is no longer used.
    last_seen_on: Mapped[date | None]

    stewardships: Mapped[list["Steward"]] = relationship(
        order_by="Steward.organisation_id", cascade="all, delete-orphan"
    )
    passkeys: Mapped[list["Passkey"]] = relationship(
        order_by="Passkey.id", cascade="all, delete-orphan"
    )


class Steward(Base):
    """That an account holds an organisation and its offers."""

    __tablename__ = "steward"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(
        ForeignKey("organisation.id"), primary_key=True, index=True
    )


class SignInSession(Base):
    """One browser that is signed in. The browser holds the word, we its digest."""

    __tablename__ = "sign_in_session"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    passkey_confirmed_at: Mapped[datetime | None]
    # What a passkey has to sign next; used up by the answer.
    challenge: Mapped[str | None] = mapped_column(String(200))


class Passkey(Base):
    """The public half of a key that lies in somebody's telephone or computer."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    public_key: Mapped[str] = mapped_column(Text)
    sign_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)


class OutsideIdentity(Base):
    """That an account is known by another site, which it signs in at (OpenID Connect).

    ``subject`` is that site's own name for them, never a national number. ``name`` is what it calls
    them, ``is_authorised`` whether it knows them as authorised health personnel; None where it has not
    told.
    """

    __tablename__ = "outside_identity"

    issuer: Mapped[str] = mapped_column(String(300), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id"), index=True, info={GOES_WITH_ACCOUNT: True}
    )
    name: Mapped[str | None] = mapped_column(String(200))
    is_authorised: Mapped[bool | None]
    seen_on: Mapped[date]
