"""Claiming what is in the catalogue already, and deciding whether somebody speaks for it."""

from sqlalchemy.orm import Session

from accounts.holding import make_steward, organisations_of
from accounts.models import Account
from core.clock import now_in_norway, now_in_utc
from core.events import account_actor, note_event
from directory.changes import wait_for_turn
from directory.models import Offer, Organisation
from stewardship import queries
from stewardship.deciding import IllegalMoveError
from stewardship.letters import (
    OFFER_PAGE,
    OWN_PAGE,
    ClaimAcceptedLetter,
    ClaimRejectedLetter,
)
from stewardship.models import Claim, ClaimState
from stewardship.publishing import begin_rhythm
from stewardship.verification import Way
from stewardship.versions import NotInCatalogueError
from web.letters import address_of


def claim(session: Session, offer_id: str, account: Account, way: Way, whom: str) -> Claim | None:
    """Say that ``account`` speaks for the organisation behind an offer; ``whom`` can tell that it is so.

    Returns None where they hold it already, and the open claim where they have said so before.
    Raises NotInCatalogueError.
    """
    offer = session.get(Offer, offer_id)
    if offer is None:
        raise NotInCatalogueError(f"There is no offer {offer_id}.")
    organisation = offer.organisation_id
    if organisation in organisations_of(session, account):
        return None
    before = queries.find_open_claim(session, account.id, organisation)
    if before is not None:
        return before
    made = Claim(
        organisation_id=organisation,
        offer_id=offer_id,
        account_id=account.id,
        verification={"way": way.value, "whom": whom},
    )
    session.add(made)
    session.flush()
    _note(session, made, account_actor(account.id), "claimed")
    return made


def accept_claim(session: Session, made: Claim, actor: str, verified: Way) -> None:
    """Let the claimant hold the organisation. Its offers are asked after from today on."""
    account = _decide(session, made, ClaimState.ACCEPTED, actor)
    make_steward(session, account, made.organisation_id, actor=actor)
    today = now_in_norway().date()
    for offer_id in queries.names_of_offers(session, made.organisation_id):
        begin_rhythm(session, offer_id, today)
    _note(session, made, actor, "claim_accepted", verified=verified.value)
    address = address_of(OWN_PAGE, account.language)
    ClaimAcceptedLetter(_name(session, made), address).queue(
        session,
        key=f"claim_accepted:{made.id}",
        recipient=account.email,
        language=account.language,
    )


def reject_claim(session: Session, made: Claim, actor: str, reason: str) -> None:
    account = _decide(session, made, ClaimState.REJECTED, actor)
    made.reason = reason
    _note(session, made, actor, "claim_rejected")
    about = {} if made.offer_id is None else {"offer_id": made.offer_id}
    address = address_of(OFFER_PAGE if about else OWN_PAGE, account.language, **about)
    ClaimRejectedLetter(_name(session, made), reason, address).queue(
        session,
        key=f"claim_rejected:{made.id}",
        recipient=account.email,
        language=account.language,
    )


def _decide(session: Session, made: Claim, state: ClaimState, actor: str) -> Account:
    wait_for_turn(session)
    session.refresh(made, ("state",))
    if made.state is not ClaimState.OPEN:
        raise IllegalMoveError(f"The claim is {made.state} already.")
    made.state = state
    made.decided_by, made.decided_at = actor, now_in_utc()
    return session.get_one(Account, made.account_id)


def _note(session: Session, made: Claim, actor: str, what: str, **details: object) -> None:
    note_event(
        session,
        actor=actor,
        action=f"organisation:{what}",
        record=f"organisation:{made.organisation_id}",
        claim=made.id,
        **details,
    )


def _name(session: Session, made: Claim) -> str:
    return session.get_one(Organisation, made.organisation_id).name
