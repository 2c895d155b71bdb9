"""What a moderator decides about a proposal: accept it, ask back, or reject it with a reason.

A decision is made once. It is mailed to whoever proposed, and kept as an event.
"""

from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account, Role
from core.clock import NORWAY, now_in_utc
from core.errors import DomainError
from core.events import note_event
from directory.changes import wait_for_turn
from directory.choices import ConfirmedBy
from stewardship import queries
from stewardship.access import speaks_for
from stewardship.contact_points import open_contact_point
from stewardship.letters import (
    OFFER_PAGE,
    OWN_OFFER_PAGE,
    OWN_PAGE,
    START_PAGE,
    AcceptedLetter,
    AskedBackLetter,
    RejectedLetter,
)
from stewardship.models import Revision, RevisionState
from stewardship.publishing import begin_rhythm, live_entry, public_words_of, publish, words_of
from stewardship.verification import Way
from web.letters import address_of

MOVES: Final[dict[RevisionState, frozenset[RevisionState]]] = {
    RevisionState.PROPOSED: frozenset(RevisionState) - {RevisionState.PROPOSED},
    RevisionState.RETURNED: frozenset({RevisionState.REJECTED, RevisionState.REPLACED}),
    RevisionState.ACCEPTED: frozenset(),
    RevisionState.REJECTED: frozenset(),
    RevisionState.REPLACED: frozenset(),
}
"""From which state a version may go where. What was accepted stays accepted, and is there to restore."""


class IllegalMoveError(DomainError):
    """The proposal has been decided on already, or replaced by a newer one."""

    code = "illegal_move"
    status = 409


class StaleProposalError(DomainError):
    """The entry has been changed since this was proposed; both have to be brought together first."""

    code = "stale_proposal"
    status = 409


class NotVerifiedError(DomainError):
    """Nobody has written down how it is known that the proposer speaks for the group."""

    code = "not_verified"
    status = 422


def accept(session: Session, version: Revision, actor: str, verified: Way | None = None) -> None:
    """Publish a proposal. Whoever proposed it holds the organisation from then on.

    ``verified`` is how a moderator made sure that they speak for it; it may be None where they hold
    it already. Raises IllegalMoveError, StaleProposalError, NotVerifiedError and FaultyEntryError.
    """
    wait_for_turn(session)
    proposer = _proposer(session, version)
    is_stranger = proposer is not None and not speaks_for(session, proposer, version)
    if is_stranger and verified is None:
        raise NotVerifiedError("Write down how it is known that they speak for the group.")
    put_in_place(session, version, actor, verified)
    if proposer is None:
        return
    if is_stranger:
        make_steward(session, proposer, version.entry["organisation"], actor=actor)
    begin_rhythm(session, version.offer_id, _told_on(version))
    language, offer = proposer.language, version.offer_id
    AcceptedLetter(
        name=version.entry["name"],
        address=address_of(OFFER_PAGE, language, offer_id=offer),
        own_address=address_of(OWN_OFFER_PAGE, language, offer_id=offer),
    ).queue(
        session,
        key=f"accepted:{version.id}",
        recipient=proposer.email,
        language=proposer.language,
        about=f"offer:{version.offer_id}",
    )


def ask_back(session: Session, version: Revision, actor: str, question: str) -> None:
    """Send a proposal back with a question. Raises IllegalMoveError."""
    wait_for_turn(session)
    _move(session, version, RevisionState.RETURNED, actor)
    version.reason = question
    proposer = _proposer(session, version)
    if proposer is not None:
        address = address_of(OWN_OFFER_PAGE, proposer.language, offer_id=version.offer_id)
        letter = AskedBackLetter(version.entry["name"], question, address)
        letter.queue(
            session,
            key=f"asked_back:{version.id}",
            recipient=proposer.email,
            language=proposer.language,
        )


def reject(session: Session, version: Revision, actor: str, reason: str) -> None:
    """Reject a proposal and tell why. What is public stays as it is. Raises IllegalMoveError."""
    wait_for_turn(session)
    _move(session, version, RevisionState.REJECTED, actor)
    version.reason = reason
    proposer = _proposer(session, version)
    if proposer is not None:
        # What is not taken in and was never out is shown nowhere any more: it is put in anew.
        is_new = live_entry(session, version.offer_id) is None
        address = address_of(START_PAGE if is_new else OWN_PAGE, proposer.language)
        letter = RejectedLetter(version.entry["name"], reason, address, is_new)
        letter.queue(
            session,
            key=f"rejected:{version.id}",
            recipient=proposer.email,
            language=proposer.language,
        )


def put_in_place(
    session: Session, version: Revision, actor: str, verified: Way | None = None
) -> None:
    """Make a proposal what the catalogue says. Raises IllegalMoveError and StaleProposalError."""
    _refuse_stale(session, version)
    _move(session, version, RevisionState.ACCEPTED, actor, verified)
    proposer = _proposer(session, version)
    is_own = proposer is None or proposer.role is Role.STEWARD
    publish(
        session,
        version.entry,
        hides_address=version.hides_address,
        organisation=version.organisation if _is_new(session, version) else None,
        told_on=_told_on(version),
        by=ConfirmedBy.ORGANISATION if is_own else ConfirmedBy.MODERATOR,
    )
    open_contact_point(session, version)


def _refuse_stale(session: Session, version: Revision) -> None:
    accepted = queries.find_accepted(session, version.offer_id)
    live = live_entry(session, version.offer_id)
    if accepted is None:
        is_stale = live is not None
    else:
        is_newer = accepted.number > version.number
        is_stale = is_newer or live is None or words_of(live) != public_words_of(accepted)
    if is_stale:
        raise StaleProposalError("The entry has been changed since this was proposed.")


def _move(
    session: Session,
    version: Revision,
    state: RevisionState,
    actor: str,
    verified: Way | None = None,
) -> None:
    session.refresh(version, ("state",))
    if state not in MOVES[version.state]:
        raise IllegalMoveError(f"Version {version.number} is {version.state} already.")
    version.state = state
    version.decided_by, version.decided_at = actor, now_in_utc()
    session.flush()
    details = {} if verified is None else {"verified": verified.value}
    note_event(
        session,
        actor=actor,
        action=f"offer:{state.value}",
        record=f"offer:{version.offer_id}",
        number=version.number,
        **details,
    )


def _is_new(session: Session, version: Revision) -> bool:
    """Tell whether the organisation comes with this version; a later one repeats it unread."""
    return version.organisation is not None and live_entry(session, version.offer_id) is None


def _told_on(version: Revision) -> date:
    return version.created_at.astimezone(NORWAY).date()


def _proposer(session: Session, version: Revision) -> Account | None:
    return None if version.account_id is None else session.get(Account, version.account_id)
