"""Commands for those who sign in: ``flask accounts …``."""

import click
from flask.cli import AppGroup

from accounts import queries, roles
from accounts.models import Account, Role
from core.db import db
from core.schema import ensure_schema
from web.commands import plainly

accounts = AppGroup("accounts", help="Say who may sign in, and as what.")
ROLES = click.Choice([role.value for role in Role])


@accounts.command("add")
@click.argument("email")
@click.option("--role", required=True, type=ROLES)
@click.option("--organisation", "organisations", multiple=True, metavar="ID")
@plainly
def add(email: str, role: str, organisations: tuple[str, ...]) -> None:
    """Make an account for the mail address EMAIL; --organisation, once for each it holds."""
    ensure_schema(db.engine)
    session = db.session()
    account = roles.add_account(session, email, Role(role), organisations)
    click.echo(_line(account))
    session.commit()


@accounts.command("list")
@plainly
def list_all() -> None:
    """Show every account: address, role, when last signed in, keys, and what it holds."""
    ensure_schema(db.engine)
    for account in queries.all_accounts(db.session()):
        click.echo(_line(account))


@accounts.command("role")
@click.argument("email")
@click.argument("role", type=ROLES)
@plainly
def role(email: str, role: str) -> None:
    """Give the account of EMAIL another role, and end its sessions."""
    ensure_schema(db.engine)
    session = db.session()
    account = roles.change_role(session, email, Role(role))
    click.echo(_line(account))
    session.commit()


@accounts.command("remove-keys")
@click.argument("email")
@plainly
def remove_keys(email: str) -> None:
    """Remove the passkeys of EMAIL, who has lost them, and end its sessions. The next one is made anew."""
    ensure_schema(db.engine)
    session = db.session()
    count = roles.remove_keys(session, email)
    session.commit()
    click.echo(f"{count} {'key' if count == 1 else 'keys'} removed.")


@accounts.command("remove")
@click.argument("email")
@plainly
def remove(email: str) -> None:
    """Remove the account of EMAIL, its sessions and keys. What it wrote about a group stays."""
    ensure_schema(db.engine)
    session = db.session()
    roles.remove_account(session, email)
    session.commit()
    click.echo("Removed.")


def _line(account: Account) -> str:
    keys = len(account.passkeys)
    seen = account.last_seen_on.isoformat() if account.last_seen_on else "never"
    held = ", ".join(one.organisation_id for one in account.stewardships) or "-"
    return f"{account.email}\t{account.role}\tseen {seen}\tkeys {keys}\t{held}"
