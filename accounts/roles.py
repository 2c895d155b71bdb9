"""Giving out accounts and roles: what an operator does, and nobody through a page."""

from sqlalchemy.orm import Session

from accounts.actions import note_account
from accounts.holding import make_steward
from accounts.models import Account, Role
from accounts.queries import account_for, find_account
from accounts.sessions import end_all_sessions
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


def named_account(session: Session, email: str) -> Account:
    account = find_account(session, email)
    if account is None:
        raise NoSuchAccountError(f"There is no account for {email!r}.")
    return account
