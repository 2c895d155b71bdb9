"""What becomes of a steward's answer to our mail: confirmed, changed, closed for a while, or ended.

What needs no approval is public at once, what does waits for a moderator, and neither holds the other up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from accounts.models import Account
from core.events import BY_LINK, note_event
from directory.entries import Entry
from stewardship.confirming.actions import confirm
from stewardship.confirming.closing import closed_between, to_be_asked_on_holidays
from stewardship.confirming.seasons import CHRISTMAS, season_by_id
from stewardship.confirming.words_in_mail import Answer, Asked
from stewardship.holding import end, pause
from stewardship.models import Revision, RevisionState
from stewardship.proposing import ConflictError, Proposal, propose_change
from stewardship.publishing import begin_rhythm
from stewardship.versions import current_head


class GoesOn(StrEnum):
    """Whether an offer goes on, as its steward says."""

    YES = "yes"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class Changes:
    """New words for an offer. ``facts`` has those that need no approval, ``words`` all of them."""

    based_on: int
    hides_address: bool
    facts: Entry
    words: Entry
    goes_on: GoesOn


@dataclass(frozen=True)
class Closed:
    """Closed from one day to another, both included."""

    first: date
    last: date


class SeasonAnswer(StrEnum):
    AS_USUAL = "as_usual"
    CLOSED = "closed"
    ASK = "ask"


def answer_with_changes(
    session: Session, offer_id: str, changes: Changes, account: Account, today: date
) -> Answer:
    """Take in what was changed, and say what became of it. What was left as it was is confirmed.

    Raises ConflictError where somebody else has changed the same, and FaultyEntryError.
    """
    head = current_head(session, offer_id).number
    version = _propose(session, offer_id, changes.facts, changes, account)
    if changes.words != changes.facts:
        on_top = Changes(
            version.number, changes.hides_address, changes.facts, changes.words, changes.goes_on
        )
        version = _propose(session, offer_id, changes.words, on_top, account)
    if changes.goes_on is GoesOn.PAUSED:
        pause(session, offer_id, BY_LINK)
        return Answer.PAUSED
    if changes.goes_on is GoesOn.ENDED:
        end(session, offer_id, BY_LINK, today)
        return Answer.ENDED
    if version.state is RevisionState.PROPOSED:
        return Answer.SENT
    if version.number == head:
        confirm(session, [offer_id], actor=BY_LINK, today=today)
        return Answer.CONFIRMED
    begin_rhythm(session, offer_id, today)
    return Answer.CHANGED


def answer_about_season(
    session: Session,
    asked: Asked,
    answer: SeasonAnswer,
    closed: Closed | None,
    account: Account,
) -> Answer:
    """Take in who is open in a holiday. Raises ConflictError and FaultyEntryError."""
    for offer_id in asked.offers:
        note_event(
            session,
            actor=BY_LINK,
            action="offer:season_answered",
            record=f"offer:{offer_id}",
            season=asked.season,
            answer=answer,
        )
    if closed is not None:
        states = _in_all(
            session, asked, account, lambda words: closed_between(words, closed.first, closed.last)
        )
        return Answer.SENT if RevisionState.PROPOSED in states else Answer.CLOSED
    if answer is SeasonAnswer.ASK:
        if asked.season is not None and season_by_id(asked.season).kind == CHRISTMAS:
            _in_all(session, asked, account, to_be_asked_on_holidays)
        return Answer.ASK
    return Answer.OPEN_AS_USUAL


def _in_all(
    session: Session, asked: Asked, account: Account, change: Callable[[Entry], Entry]
) -> set[RevisionState]:
    states = set()
    for offer_id in asked.offers:
        head = current_head(session, offer_id)
        proposal = Proposal(change(head.entry), head.hides_address, head.number)
        states.add(propose_change(session, offer_id, proposal, account).state)
    return states


def _propose(
    session: Session, offer_id: str, words: Entry, changes: Changes, account: Account
) -> Revision:
    """Propose ``words``; what others have changed meanwhile, elsewhere in the entry, is kept."""
    proposal = Proposal(words, changes.hides_address, changes.based_on)
    try:
        return propose_change(session, offer_id, proposal, account)
    except ConflictError as error:
        if error.merge.conflicts:
            raise
        merged = Proposal(error.merge.entry, error.hides_address, error.head)
        return propose_change(session, offer_id, merged, account)
