"""Which organisations an account holds, and who holds an organisation."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from accounts.models import Account, Steward
from core.adding import add_once
from core.errors import NotFoundError
from core.events import SYSTEM, note_event


class UnknownOrganisationError(NotFoundError):
    """An organisation that is not in the catalogue can be held by nobody."""


def organisations_of(session: Session, account: Account) -> set[str]:
    held = select(Steward.organisation_id).where(Steward.account_id == account.id)
    return set(session.scalars(held))


def organisations_held(session: Session) -> set[str]:
    """Return every organisation that somebody holds."""
    return set(session.scalars(select(Steward.organisation_id).distinct()))


def stewards_of(session: Session, organisation_id: str) -> list[Account]:
    """Return those who hold an organisation, whoever was there first standing first."""
    holding = (
        select(Account)
        .join(Steward, Steward.account_id == Account.id)
        .where(Steward.organisation_id == organisation_id)
        .order_by(Account.id)
    )
    return list(session.scalars(holding))


def make_steward(
    session: Session, account: Account, organisation_id: str, *, actor: str = SYSTEM
) -> bool:
    """Let an account hold an organisation. Returns False where it did already.

    Raises UnknownOrganisationError, after which nothing more can be done in the transaction.
    """
    try:
        is_new = add_once(session, Steward, account_id=account.id, organisation_id=organisation_id)
    except IntegrityError as error:
        raise UnknownOrganisationError(f"There is no organisation {organisation_id!r}.") from error
    if not is_new:
        return False
    session.expire(account, ["stewardships"])
    note_event(
        session,
        actor=actor,
        action="organisation:steward_added",
        record=f"organisation:{organisation_id}",
        account=account.id,
    )
    return True
