"""How other sites know somebody, as it is listed on their own page, and how one of these is taken away."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy.orm import Session

from accounts.actions import note_account
from accounts.models import Account, OutsideIdentity
from accounts.queries import identities_of
from core.errors import NotFoundError
from core.events import account_actor
from core.settings import Settings
from core.tokens import digest_of


class NoSuchIdentityError(NotFoundError):
    """The account is not known by another site in this way, or no longer."""


@dataclass(frozen=True)
class IdentityShown:
    """``word`` names it in an address, without what the other site calls them."""

    word: str
    site: str
    name: str | None
    seen_on: date


def identities_shown(session: Session, account: Account) -> list[IdentityShown]:
    return [
        IdentityShown(_word(one), site_name(one.issuer), one.name, one.seen_on)
        for one in identities_of(session, account.id)
    ]


def remove_identity(session: Session, account: Account, word: str) -> None:
    """Raises NoSuchIdentityError."""
    found = next((one for one in identities_of(session, account.id) if _word(one) == word), None)
    if found is None:
        raise NoSuchIdentityError("You do not sign in that way.")
    session.delete(found)
    actor = account_actor(account.id)
    note_account(session, account, "account:identity_removed", actor=actor)


def site_name(issuer: str) -> str:
    """Return what people call a site: as it is set, or its host where another is set by now."""
    settings: Settings = current_app.extensions["settings"]
    oidc = settings.oidc
    return oidc.label if oidc and oidc.issuer == issuer else urlsplit(issuer).netloc


def _word(identity: OutsideIdentity) -> str:
    return digest_of(f"{identity.issuer}\n{identity.subject}")
