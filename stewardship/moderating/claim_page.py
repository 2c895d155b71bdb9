"""The page on which a moderator decides whether somebody speaks for an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from accounts.holding import stewards_of
from accounts.models import Account
from directory.models import Organisation
from stewardship import queries
from stewardship.models import Claim, ClaimState
from stewardship.moderating.forms import AcceptForm, RejectClaimForm
from stewardship.moderating.way_words import TO_ASK
from stewardship.verification import Way
from stewardship.wording.version_words import moment_in_words
from web.pages import Page


@dataclass(frozen=True)
class ClaimForms:
    """The two answers."""

    accept: AcceptForm
    reject: RejectClaimForm


@dataclass(frozen=True)
class ClaimPage(Page):
    """Somebody says that they speak for an organisation. ``stewards`` hold it already.

    ``offers`` are ids and names. ``is_open`` tells that nobody has decided yet.
    """

    template: ClassVar[str] = "stewardship/moderation/claim.html"
    is_private: ClassVar[bool] = True

    claim_id: int
    organisation: str
    url: str | None
    number: str | None
    offers: tuple[tuple[str, str], ...]
    email: str
    way: str | None
    whom: str | None
    stewards: tuple[str, ...]
    asked: str
    is_open: bool
    forms: ClaimForms
    refusal: str | None


def claimant(session: Session, made: Claim) -> Account:
    return session.get_one(Account, made.account_id)


def claim_forms(typed: Mapping[str, Any] | None = None) -> ClaimForms:
    # Whoever claims what is there already is never known to us beforehand.
    return ClaimForms(AcceptForm(typed, is_stranger=True), RejectClaimForm(typed))


def claim_page(
    session: Session, made: Claim, forms: ClaimForms, refusal: str | None = None
) -> ClaimPage:
    organisation = session.get_one(Organisation, made.organisation_id)
    way = made.verification.get("way")
    return ClaimPage(
        claim_id=made.id,
        organisation=organisation.name,
        url=organisation.url,
        number=organisation.orgnr,
        offers=tuple(queries.names_of_offers(session, organisation.id).items()),
        email=claimant(session, made).email,
        way=str(TO_ASK[Way(way)]) if way in set(Way) else None,
        whom=made.verification.get("whom"),
        stewards=tuple(one.email for one in stewards_of(session, organisation.id)),
        asked=moment_in_words(made.created_at),
        is_open=made.state is ClaimState.OPEN,
        forms=forms,
        refusal=refusal,
    )
