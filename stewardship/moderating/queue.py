"""The one queue of the moderators: all that waits for somebody to look at it, the longest waiting first.

Each kind is one question that reads a few narrow columns, so the whole queue costs eight of them
however long it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from core.clock import NORWAY
from core.outbox import MailState, OutgoingMail
from directory.choices import Status
from directory.freshness import a_year_before
from directory.models import ConfirmationRhythm, Offer, Organisation
from stewardship.models import (
    Claim,
    ClaimState,
    Flag,
    FlagKind,
    OpenOrClosed,
    Report,
    Revision,
    RevisionState,
)


class ItemKind(StrEnum):
    """Why something waits, in the order in which the counts stand."""

    HARM = "harm"
    NEW = "new"
    CHANGED = "changed"
    CLAIM = "claim"
    REPORT = "report"
    DUPLICATE = "duplicate"
    UNREACHABLE = "unreachable"
    SAMPLE = "sample"
    SILENT = "silent"
    LETTER = "letter"


# What somebody may be hurt by comes first, then what somebody waits for an answer to.
PEOPLE_WAIT: Final = frozenset(
    {ItemKind.NEW, ItemKind.CHANGED, ItemKind.CLAIM, ItemKind.REPORT},
)

KIND_OF_FLAG: Final = {
    FlagKind.DUPLICATE: ItemKind.DUPLICATE,
    FlagKind.DEAD_LINK: ItemKind.UNREACHABLE,
    FlagKind.BOUNCED_MAIL: ItemKind.UNREACHABLE,
    FlagKind.SAMPLE: ItemKind.SAMPLE,
}


@dataclass(frozen=True)
class Item:
    """One thing that waits since ``since``.

    ``name`` is that of an offer or organisation; of a letter it is the kind of letter. ``number`` is
    the version of a proposal, else the row's own. ``other`` is the second offer of a pair.
    """

    kind: ItemKind
    name: str
    since: datetime
    number: int
    offer_id: str | None = None
    other: str | None = None


def waiting(session: Session, today: date) -> list[Item]:
    """Return everything that waits: what is urgent first, and of the same the longest waiting."""
    found = [
        *_proposals(session),
        *_claims(session),
        *_reports(session),
        *_flags(session),
        *_silent(session, today),
        *_letters(session),
    ]
    return sorted(
        found, key=lambda item: (_rank(item), item.since, item.kind, item.name, item.number)
    )


def _rank(item: Item) -> int:
    if item.kind is ItemKind.HARM:
        return 0
    return 1 if item.kind in PEOPLE_WAIT else 2


def kind_of_letter(key: str) -> str:
    """Return what kind of mail a key in the outbox is of: its first word, which names nobody."""
    return key.partition(":")[0]


def _proposals(session: Session) -> Iterator[Item]:
    is_there = exists().where(Offer.id == Revision.offer_id)
    name = Revision.entry["name"].as_string()
    found = select(
        Revision.offer_id, Revision.number, Revision.created_at, name.label("name"), is_there
    ).where(Revision.state == RevisionState.PROPOSED)
    for offer_id, number, since, words, in_catalogue in session.execute(found):
        kind = ItemKind.CHANGED if in_catalogue else ItemKind.NEW
        yield Item(kind, words, since, number, offer_id)


def _claims(session: Session) -> Iterator[Item]:
    found = (
        select(Claim.id, Claim.created_at, Organisation.name)
        .join(Organisation, Organisation.id == Claim.organisation_id)
        .where(Claim.state == ClaimState.OPEN)
    )
    for number, since, name in session.execute(found):
        yield Item(ItemKind.CLAIM, name, since, number)


def _reports(session: Session) -> Iterator[Item]:
    found = (
        select(Report.id, Report.created_at, Offer.name, Offer.id, Report.is_for_us_alone)
        .join(Offer, Offer.id == Report.offer_id)
        .where(Report.state == OpenOrClosed.OPEN)
    )
    for number, since, name, offer_id, is_about_harm in session.execute(found):
        kind = ItemKind.HARM if is_about_harm else ItemKind.REPORT
        yield Item(kind, name, since, number, offer_id)


def _flags(session: Session) -> Iterator[Item]:
    found = (
        select(Flag.id, Flag.kind, Flag.raised_at, Flag.detail, Offer.name, Offer.id)
        .join(Offer, Offer.id == Flag.offer_id)
        .where(Flag.state == OpenOrClosed.OPEN)
    )
    for number, flag_kind, since, detail, name, offer_id in session.execute(found):
        other = detail if flag_kind is FlagKind.DUPLICATE else None
        yield Item(KIND_OF_FLAG[flag_kind], name, since, number, offer_id, other)


def _silent(session: Session, today: date) -> Iterator[Item]:
    """Yield the offers to archive: their people have not answered for a year after the day it was due."""
    found = (
        select(Offer.id, Offer.name, ConfirmationRhythm.due_on)
        .join(ConfirmationRhythm, ConfirmationRhythm.offer_id == Offer.id)
        .where(Offer.status == Status.PUBLISHED, ConfirmationRhythm.due_on < a_year_before(today))
    )
    for offer_id, name, due_on in session.execute(found):
        since = datetime.combine(due_on, time.min, NORWAY)
        yield Item(ItemKind.SILENT, name, since, 0, offer_id)


def _letters(session: Session) -> Iterator[Item]:
    found = select(
        OutgoingMail.id, OutgoingMail.key, OutgoingMail.created_at, OutgoingMail.settled_at
    ).where(OutgoingMail.state == MailState.DEAD)
    for number, key, made_at, settled_at in session.execute(found):
        yield Item(ItemKind.LETTER, kind_of_letter(key), settled_at or made_at, number)
