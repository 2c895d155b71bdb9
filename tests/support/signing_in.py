"""Somebody signed in, without going through their mail."""

from collections.abc import Iterable

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from accounts.cookie import FOR_THIS_HOST_ALONE, NAME
from accounts.holding import make_steward
from accounts.models import Account, Role, SignInSession
from accounts.queries import account_for
from accounts.sessions import begin_session
from core.clock import now_in_utc
from core.tokens import digest_of


def sign_in(
    client: FlaskClient,
    session: Session,
    email: str,
    *,
    role: Role = Role.STEWARD,
    organisations: Iterable[str] = (),
    has_shown_key: bool = True,
) -> Account:
    """Let ``client`` be signed in as the account of ``email``, made where there is none.

    The organisations have to be in the database. ``has_shown_key``: a passkey counts as shown in
    this session, which a moderator needs for all that a moderator does.
    """
    account, word = signed_in_account(
        session, email, role=role, organisations=organisations, has_shown_key=has_shown_key
    )
    client.set_cookie(cookie_name(client), word)
    return account


def sign_out(client: FlaskClient) -> None:
    """Let ``client`` be a visitor again."""
    client.delete_cookie(cookie_name(client))


def cookie_name(client: FlaskClient) -> str:
    is_secure = client.application.extensions["settings"].base_url.startswith("https:")
    return f"{FOR_THIS_HOST_ALONE if is_secure else ''}{NAME}"


def signed_in_account(
    session: Session,
    email: str,
    *,
    role: Role = Role.STEWARD,
    organisations: Iterable[str] = (),
    has_shown_key: bool = True,
) -> tuple[Account, str]:
    """Return an account, and the word of a session it has begun, for a cookie."""
    account = account_for(session, email)
    account.role = role
    for organisation in organisations:
        make_steward(session, account, organisation)
    session.flush()
    word = begin_session(session, account)
    if has_shown_key:
        begun = session.get_one(SignInSession, digest_of(word))
        begun.passkey_confirmed_at = now_in_utc()
    session.commit()
    return account, word
