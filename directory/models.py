"""What exists: organisations, their offers, when and where each takes place, and who said so."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, String, Text, Time
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.clock import now_in_utc
from core.db import Base
from directory.choices import (
    Approach,
    Attendance,
    Capacity,
    ConfirmedBy,
    Format,
    Gender,
    Holidays,
    Intensity,
    LedBy,
    OfferKind,
    OrganisationKind,
    Participants,
    Precision,
    SobrietyRule,
    Status,
)

Identifier = String(120)


class Organisation(Base):
    """Those who stand behind offers."""

    __tablename__ = "organisation"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    aliases: Mapped[list[str]] = mapped_column(default=list)
    kind: Mapped[OrganisationKind | None]
    orgnr: Mapped[str | None] = mapped_column(String(9))
    url: Mapped[str | None] = mapped_column(Text)

    offers: Mapped[list["Offer"]] = relationship(
        back_populates="organisation", order_by="Offer.id", viewonly=True
    )


class Offer(Base):
    """One thing one can go to. ``None`` in any column means that nobody has told us."""

    __tablename__ = "offer"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    aliases: Mapped[list[str]] = mapped_column(default=list)
    kind: Mapped[OfferKind]
    summary: Mapped[dict[str, str]] = mapped_column(default=dict)
    first_visit: Mapped[dict[str, str]] = mapped_column(default=dict)
    interests: Mapped[list[str]] = mapped_column(default=list)
    effects: Mapped[list[str]] = mapped_column(default=list)
    audience: Mapped[list[str]] = mapped_column(default=list)
    topics: Mapped[list[str]] = mapped_column(default=list)
    sobriety_rule: Mapped[SobrietyRule | None]
    age_min: Mapped[int | None]
    age_max: Mapped[int | None]
    age_typical_min: Mapped[int | None]
    age_typical_max: Mapped[int | None]
    gender: Mapped[Gender | None]
    participants: Mapped[Participants | None]
    led_by: Mapped[LedBy | None]
    approach: Mapped[Approach | None]
    format: Mapped[Format | None]
    intensity: Mapped[Intensity | None]
    languages: Mapped[list[str]] = mapped_column(default=list)
    cost_per_time: Mapped[float | None]
    cost_per_year: Mapped[float | None]
    cost_note: Mapped[dict[str, str]] = mapped_column(default=dict)
    # Keys of choices.ACCESS that somebody has answered, each true or false.
    access: Mapped[dict[str, Any]] = mapped_column(default=dict)
    capacity: Mapped[Capacity | None]
    contacts: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    serves: Mapped[list[str]] = mapped_column(default=list)
    status: Mapped[Status] = mapped_column(index=True)
    ended_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="offers", viewonly=True)
    schedules: Mapped[list["Schedule"]] = relationship(
        order_by="Schedule.position", viewonly=True, lazy="selectin"
    )
    confirmation: Mapped["Confirmation | None"] = relationship(viewonly=True, lazy="selectin")
    rhythm: Mapped["ConfirmationRhythm | None"] = relationship(viewonly=True, lazy="selectin")
    sources: Mapped[list["Source"]] = relationship(
        order_by="Source.position", viewonly=True, lazy="selectin"
    )


class Schedule(Base):
    """A repeating time at a venue, or on a screen or telephone."""

    __tablename__ = "schedule"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    attendance: Mapped[Attendance]
    online_url: Mapped[str | None] = mapped_column(Text)
    by_appointment: Mapped[bool | None]
    rrule: Mapped[str | None] = mapped_column(String(500))
    starts_on: Mapped[date | None]
    start_time: Mapped[time | None] = mapped_column(Time)
    duration_minutes: Mapped[int | None]
    timezone: Mapped[str] = mapped_column(String(60), default="Europe/Oslo")
    until: Mapped[date | None]
    exceptions: Mapped[list[str]] = mapped_column(default=list)
    holidays: Mapped[Holidays | None]
    note: Mapped[dict[str, str]] = mapped_column(default=dict)

    venue: Mapped["Venue | None"] = relationship(viewonly=True, lazy="joined")


class Venue(Base):
    """Where a schedule takes place. ``precision`` says how well its position is known."""

    __tablename__ = "venue"
    __table_args__ = (
        ForeignKeyConstraint(["offer_id", "position"], ["schedule.offer_id", "schedule.position"]),
    )

    offer_id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    postcode: Mapped[str | None] = mapped_column(String(4))
    municipality: Mapped[str | None] = mapped_column(String(4), index=True)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    precision: Mapped[Precision | None]
    indoor: Mapped[bool | None]
    step_free: Mapped[bool | None]
    alcohol_served: Mapped[bool | None]


class Confirmation(Base):
    """When someone who knows last said that an offer's entry is right, and who that was."""

    __tablename__ = "confirmation"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    confirmed_on: Mapped[date | None]
    confirmed_by: Mapped[ConfirmedBy | None]


class ConfirmationRhythm(Base):
    """How often an offer's steward is asked whether its entry is right, and how far the asking has come.

    Only offers with a steward have one: of others nobody has been asked, and nothing is due.
    ``reminders`` counts the mails of this round, from 0 to 3. ``season_asked`` is the summer or
    Christmas last asked about, such as ``2026-summer``.
    """

    __tablename__ = "confirmation_rhythm"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    months: Mapped[int] = mapped_column(default=6)
    due_on: Mapped[date] = mapped_column(index=True)
    reminders: Mapped[int] = mapped_column(default=0)
    season_asked: Mapped[str | None] = mapped_column(String(20))


class MovedOffer(Base):
    """That an offer was the same as another one, whose page now stands for both addresses."""

    __tablename__ = "moved_offer"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    moved_to: Mapped[str] = mapped_column(ForeignKey("offer.id"))


class Source(Base):
    """Where an entry has its facts from."""

    __tablename__ = "source"

    offer_id: Mapped[str] = mapped_column(ForeignKey("offer.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(Text)
    year: Mapped[int | None]
    url: Mapped[str | None] = mapped_column(Text)


class Interest(Base):
    """Something one can like to do. Parents make the tree."""

    __tablename__ = "interest"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    position: Mapped[int]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("interest.id"))
    labels: Mapped[dict[str, str]]
    synonyms: Mapped[dict[str, Any]]


class RelatedInterest(Base):
    """Two interests that are near each other across the tree; it goes both ways and is kept once."""

    __tablename__ = "related_interest"

    one_id: Mapped[str] = mapped_column(ForeignKey("interest.id"), primary_key=True)
    other_id: Mapped[str] = mapped_column(ForeignKey("interest.id"), primary_key=True)


class Effect(Base):
    """What an offer can give."""

    __tablename__ = "effect"

    id: Mapped[str] = mapped_column(Identifier, primary_key=True)
    position: Mapped[int]
    labels: Mapped[dict[str, str]]
    synonyms: Mapped[dict[str, Any]]


class Change(Base):
    """That an offer was written, with a number that only grows.

    Whoever keeps something derived from the catalogue asks for what is newer than it knows.
    ``offer_id`` None says that the vocabulary changed, and with it everything.
    """

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    offer_id: Mapped[str | None] = mapped_column(Identifier, index=True)
    happened_at: Mapped[datetime] = mapped_column(default=now_in_utc)


class ChangeCounter(Base):
    """The newest change number, in one row that a writer holds until it has committed.

    A plain sequence would hand number 6 to a writer that commits before number 5, and a reader in
    between would never see 5.
    """

    __tablename__ = "change_counter"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(BigInteger, default=0)
