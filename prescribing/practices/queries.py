"""What is asked about those who prescribe, their practices, and what has been counted."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.queries import identities_of
from prescribing.choices import Counted, PrescriberState
from prescribing.models import ANY_KIND, Practice, Prescriber, PrescribingCount
from prescribing.practices.tallies import CountRow


@dataclass(frozen=True)
class Asking:
    """Somebody who prescribes or has asked to, and where.

    ``is_authorised`` says whether another site knows them as authorised health personnel, and
    ``told_on`` when it last said so; both None where none has told.
    """

    account_id: int
    email: str
    practice: Practice
    asked_at: datetime
    is_authorised: bool | None
    told_on: date | None


def find_prescriber(session: Session, account: Account) -> Prescriber | None:
    return session.get(Prescriber, account.id)


def count_waiting(session: Session) -> int:
    found = select(func.count()).where(Prescriber.state == PrescriberState.ASKED)
    return session.scalar(found) or 0


def in_state(session: Session, state: PrescriberState) -> list[Asking]:
    """Return those whose asking is in ``state``, who asked first standing first."""
    found = (
        select(Prescriber, Account.email, Practice)
        .join(Account, Account.id == Prescriber.account_id)
        .join(Practice, Practice.id == Prescriber.practice_id)
        .where(Prescriber.state == state)
        .order_by(Prescriber.asked_at, Prescriber.account_id)
    )
    return [
        Asking(
            one.account_id, email, practice, one.asked_at, *told_elsewhere(session, one.account_id)
        )
        for one, email, practice in session.execute(found)
    ]


def told_elsewhere(session: Session, account_id: int) -> tuple[bool | None, date | None]:
    """Return whether other sites know them as authorised, and the last day that one said so.

    Yes where one does, no where one does and none says yes.
    """
    told = [one for one in identities_of(session, account_id) if one.is_authorised is not None]
    said = next((one for one in told if one.is_authorised), told[0] if told else None)
    return (said.is_authorised, said.seen_on) if said else (None, None)


def count_colleagues(session: Session, practice: Practice) -> int:
    """Return how many may prescribe for a practice, whoever asks among them."""
    found = select(func.count()).where(
        Prescriber.practice_id == practice.id, Prescriber.state == PrescriberState.APPROVED
    )
    return session.scalar(found) or 0


def counts_of(session: Session, practice: Practice) -> list[CountRow]:
    """Return everything that is counted for a practice. Only ``shown`` decides what of it is told."""
    found = select(PrescribingCount).where(PrescribingCount.practice_id == practice.id)
    return [
        CountRow(
            row.practice_id, row.month, row.municipality, row.kind, Counted(row.event), row.count
        )
        for row in session.scalars(found)
    ]


def counts_of_all(session: Session) -> list[CountRow]:
    """Return what every practice has, by month and municipality, and by month and kind of sheets made."""
    table = PrescribingCount
    of_places = select(
        table.practice_id, table.month, table.municipality, table.kind, table.event, table.count
    ).where(table.kind == ANY_KIND)
    of_kinds = (
        select(table.practice_id, table.month, table.kind, func.sum(table.count))
        .where(table.kind != ANY_KIND, table.event == Counted.MADE)
        .group_by(table.practice_id, table.month, table.kind)
    )
    return [
        *(
            CountRow(practice_id, month, place, kind, Counted(event), number)
            for practice_id, month, place, kind, event, number in session.execute(of_places)
        ),
        *(
            CountRow(practice_id, month, "", kind, Counted.MADE, int(number))
            for practice_id, month, kind, number in session.execute(of_kinds)
        ),
    ]


def state_of_counts(session: Session, this_month: str) -> tuple[int, int]:
    """Return what changes with every count of the months before ``this_month``."""
    table = PrescribingCount
    found = select(func.count(), func.coalesce(func.sum(table.count), 0)).where(
        table.month < this_month
    )
    rows, together = session.execute(found).one()
    return rows, int(together)
