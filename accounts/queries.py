"""Accounts by the mail address they sign in with."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account, OutsideIdentity, Role
from core.adding import add_once


def address_kept(email: str) -> str:
    """Return a mail address as accounts keep it: «Kari@Example.org » and «kari@example.org» are one."""
    return email.strip().lower()


def find_account(session: Session, email: str) -> Account | None:
    return session.scalar(select(Account).where(Account.email == address_kept(email)))


def account_for(session: Session, email: str) -> Account:
    """Return the account of a mail address, made now where there was none."""
    add_once(session, Account, email=address_kept(email))
    return session.scalars(select(Account).where(Account.email == address_kept(email))).one()


def addresses_by_id(session: Session, ids: Collection[int]) -> dict[int, str]:
    """Return the mail address of each account among ``ids``."""
    found = select(Account.id, Account.email).where(Account.id.in_(ids))
    return {row.id: row.email for row in session.execute(found)}


def all_accounts(session: Session) -> list[Account]:
    """Return all accounts, those with the most to decide first."""
    found = session.scalars(select(Account).order_by(Account.email))
    least_first = list(Role)
    return sorted(found, key=lambda account: -least_first.index(account.role))


def identities_of(session: Session, account_id: int) -> list[OutsideIdentity]:
    """Return how other sites know an account, those that saw it last first."""
    found = select(OutsideIdentity).where(OutsideIdentity.account_id == account_id)
    order = OutsideIdentity.seen_on.desc(), OutsideIdentity.issuer, OutsideIdentity.subject
    return list(session.scalars(found.order_by(*order)))
