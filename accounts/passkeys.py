"""Passkeys: made once, and shown in each session by whoever decides for others.

Each answer is to a question of its own, kept with the session until it is answered.
"""

from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from accounts.actions import note_account
from accounts.models import Account, Passkey, SignInSession
from accounts.passkey_rules import host_of_passkeys
from core.clock import now_in_utc
from core.errors import DomainError, NotFoundError
from core.events import account_actor
from core.settings import Settings
from web.cross_site import origin_of

# A person has a telephone, a computer and a spare.
MOST_KEYS: Final = 10
# As long as the standard lets the name of a key be, in the letters it is kept in.
LONGEST_NAME: Final = 1364
# What the library says of an answer it cannot make sense of, or that is not right.
NO_ANSWER: Final = (WebAuthnException, ValueError, TypeError, LookupError)


class PasskeyRefusedError(DomainError):
    """What came is no answer of one of the account's keys to the question that was asked."""

    code = "passkey_refused"


class NoPasskeysHereError(DomainError):
    """Browsers make no keys for the address that the site has."""

    code = "no_passkeys_here"


class NoSuchPasskeyError(NotFoundError):
    """The account has no such key, or not any more."""


def may_make(account: Account, browser: SignInSession) -> bool:
    """Tell whether a new key may be made: the first one, or after another has been shown."""
    return not account.passkeys or browser.passkey_confirmed_at is not None


def ask_to_make(settings: Settings, account: Account, browser: SignInSession) -> str:
    """Return the question that a browser makes a key to, as JSON.

    Raises NoPasskeysHereError and PasskeyRefusedError.
    """
    host = _host(settings)
    if not may_make(account, browser) or len(account.passkeys) >= MOST_KEYS:
        raise PasskeyRefusedError("Another key has to be shown first.")
    options = generate_registration_options(
        rp_id=host,
        rp_name=settings.site_name,
        user_name=account.email,
        user_id=str(account.id).encode(),
        exclude_credentials=_known(account),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    browser.challenge = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def ask_to_show(settings: Settings, account: Account, browser: SignInSession) -> str:
    """Return the question that a key of the account signs, as JSON. Raises NoPasskeysHereError."""
    options = generate_authentication_options(
        rp_id=_host(settings), allow_credentials=_known(account)
    )
    browser.challenge = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def make(
    session: Session,
    settings: Settings,
    account: Account,
    browser: SignInSession,
    answer: dict[str, Any],
) -> None:
    """Keep a key that was just made; having made it counts as having shown it.

    Raises NoPasskeysHereError and PasskeyRefusedError.
    """
    if not may_make(account, browser):
        raise PasskeyRefusedError("Another key has to be shown first.")
    account.passkeys.append(_key_made(session, settings, browser, answer))
    browser.passkey_confirmed_at = now_in_utc()
    note_account(session, account, "account:key_made", actor=account_actor(account.id))


def show(
    session: Session,
    settings: Settings,
    account: Account,
    browser: SignInSession,
    answer: dict[str, Any],
) -> None:
    """Take note that a key of the account was shown in this session.

    Raises NoPasskeysHereError and PasskeyRefusedError.
    """
    key = _key_of(account, answer)
    try:
        shown = verify_authentication_response(
            credential=answer,
            expected_challenge=_take_challenge(session, browser),
            expected_rp_id=_host(settings),
            expected_origin=origin_of(settings.base_url),
            credential_public_key=base64url_to_bytes(key.public_key),
            credential_current_sign_count=key.sign_count,
        )
    except NO_ANSWER as error:
        raise PasskeyRefusedError("The key was not the right one.") from error
    key.sign_count = shown.new_sign_count
    browser.passkey_confirmed_at = now_in_utc()
    note_account(session, account, "account:key_shown", actor=account_actor(account.id))


def remove(session: Session, account: Account, key_id: int) -> None:
    """Raises NoSuchPasskeyError."""
    found = next((key for key in account.passkeys if key.id == key_id), None)
    if found is None:
        raise NoSuchPasskeyError("There is no such key.")
    account.passkeys.remove(found)
    note_account(session, account, "account:key_removed", actor=account_actor(account.id))


def _host(settings: Settings) -> str:
    host = host_of_passkeys(settings)
    if host is None:
        raise NoPasskeysHereError("No keys can be made for the address of this site.")
    return host


def _key_made(
    session: Session, settings: Settings, browser: SignInSession, answer: dict[str, Any]
) -> Passkey:
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=_take_challenge(session, browser),
            expected_rp_id=_host(settings),
            expected_origin=origin_of(settings.base_url),
        )
    except NO_ANSWER as error:
        raise PasskeyRefusedError("The key could not be made.") from error
    name = bytes_to_base64url(made.credential_id)
    if len(name) > LONGEST_NAME or _is_known(session, name):
        raise PasskeyRefusedError("The key could not be made.")
    return Passkey(
        credential_id=name,
        public_key=bytes_to_base64url(made.credential_public_key),
        sign_count=made.sign_count,
    )


def _known(account: Account) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id))
        for key in account.passkeys
    ]


def _is_known(session: Session, name: str) -> bool:
    return session.scalar(select(Passkey.id).where(Passkey.credential_id == name)) is not None


def _key_of(account: Account, answer: dict[str, Any]) -> Passkey:
    for key in account.passkeys:
        if key.credential_id == answer.get("id"):
            return key
    raise PasskeyRefusedError("The account has no such key.")


def _take_challenge(session: Session, browser: SignInSession) -> bytes:
    """Return what was to be signed, for one answer alone: of two at once the database takes the first."""
    asked = browser.challenge
    taken = session.execute(
        update(SignInSession)
        .where(SignInSession.digest == browser.digest, SignInSession.challenge == asked)
        .values(challenge=None)
        .returning(SignInSession.digest)
    ).one_or_none()
    if asked is None or taken is None:
        raise PasskeyRefusedError("Nothing has been asked, or it has been answered.")
    return base64url_to_bytes(asked)
