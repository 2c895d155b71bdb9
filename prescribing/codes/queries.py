"""What is asked about sheets that have a code."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFoundError
from directory.models import Offer
from prescribing.codes.code import read_code
from prescribing.codes.validity import is_gone
from prescribing.models import Practice, Prescription


class NoSuchCodeError(NotFoundError):
    """No sheet has this code any more, or ever had it. ``might_exist``: it is written as codes are."""

    def __init__(self, *, might_exist: bool) -> None:
        super().__init__("There is no such code.")
        self.might_exist = might_exist


def prescription_by_code(
    session: Session, typed: str, today: date, *, practice: Practice | None = None
) -> Prescription:
    """Return the sheet of a code, however it is typed, one that has expired too.

    Raises NoSuchCodeError, also for one that has expired so long ago that it is to be thrown away.
    With ``practice`` those of others are not even looked at, so that no time tells of them.
    """
    code = read_code(typed)
    if code is None:
        raise NoSuchCodeError(might_exist=False)
    statement = select(Prescription).where(Prescription.code == code)
    if practice is not None:
        statement = statement.where(Prescription.practice_id == practice.id)
    found = session.scalar(statement)
    if found is None or is_gone(found.expires_on, today):
        raise NoSuchCodeError(might_exist=True)
    return found


def kinds_of(session: Session, offers: Iterable[str]) -> list[str]:
    """Return the kinds of offers, once each, whatever has become of them."""
    found = select(Offer.kind).where(Offer.id.in_(list(offers))).distinct().order_by(Offer.kind)
    return [kind.value for kind in session.scalars(found)]
