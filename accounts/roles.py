"""Giving out accounts and roles: what an operator does, and nobody through a page."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, delete, update
from sqlalchemy.orm import Session

from accounts.actions import note_account
from accounts.holding import make_steward
from accounts.models import GOES_WITH_ACCOUNT, KEEPS_ACCOUNT, Account, Role
from accounts.queries import account_for, find_account
from accounts.sessions import end_all_sessions
from core.db import Base
from core.errors import DomainError, NotFoundError
from core.events import SYSTEM
from web.mail_addresses import is_mail_address


class NoMailAddressError(DomainError):
    """What was given is no mail address."""

    code = "no_mail_address"


class AccountExistsError(DomainError):
    """There is an account with the address already."""

    code = "account_exists"


class NoSuchAccountError(NotFoundError):
    """There is no account with the address."""


def add_account(
    session: Session, email: str, role: Role, organisations: tuple[str, ...]
) -> Account:
    """Raises NoMailAddressError, AccountExistsError and UnknownOrganisationError."""
    if not is_mail_address(email.strip()):
        raise NoMailAddressError(f"{email!r} is not a mail address.")
    if find_account(session, email) is not None:
        raise AccountExistsError(f"{email} has an account; change it by `flask accounts role`.")
    account = account_for(session, email)
    account.role = role
    note_account(session, account, "account:added", actor=SYSTEM, role=role.value)
    for organisation in organisations:
        make_steward(session, account, organisation)
    return account


def change_role(session: Session, email: str, role: Role) -> Account:
    """Give an account another role. It signs in anew: how long a session lasts depends on the role.

    Raises NoSuchAccountError.
    """
    account = named_account(session, email)
    if account.role is not role:
        before, account.role = account.role, role
        end_all_sessions(session, account)
        values = {"before": before.value, "after": role.value}
        note_account(session, account, "account:role_changed", actor=SYSTEM, **values)
    return account


def remove_keys(session: Session, email: str) -> int:
    """Remove an account's passkeys and end its sessions; return how many keys there were.

    Raises NoSuchAccountError.
    """
    account = named_account(session, email)
    count = len(account.passkeys)
    account.passkeys.clear()
    end_all_sessions(session, account)
    note_account(session, account, "account:keys_removed", actor=SYSTEM, count=count)
    return count


def remove_account(session: Session, email: str) -> None:
    """Forget somebody who asks for it. What they wrote about a group stays, and is nobody's any more.

    Their number stays in what happened, and leads nowhere. Raises NoSuchAccountError.
    """
    account = named_account(session, email)
    note_account(session, account, "account:removed", actor=SYSTEM)
    session.flush()
    for column in _pointing_to_accounts():
        theirs = column == account.id
        if column.nullable and not column.info.get(GOES_WITH_ACCOUNT):
            session.execute(update(column.table).where(theirs).values({column.name: None}))
        else:
            session.execute(delete(column.table).where(theirs))
    session.execute(delete(Account).where(Account.id == account.id))
    session.expire_all()


def columns_that_keep_accounts() -> list[Column[Any]]:
    """Return every column by whose rows an account is in use, those of packages above this one too."""
    return [column for column in _pointing_to_accounts() if column.info.get(KEEPS_ACCOUNT)]


def _pointing_to_accounts() -> Iterator[Column[Any]]:
    """Yield every column that points to an account, those of packages above this one too."""
    for table in reversed(Base.metadata.sorted_tables):
        for key in table.foreign_keys:
            if key.column.table.name == Account.__tablename__:
                yield key.parent


def named_account(session: Session, email: str) -> Account:
    account = find_account(session, email)
    if account is None:
        raise NoSuchAccountError(f"There is no account for {email!r}.")
    return account
