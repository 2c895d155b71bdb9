"""Hiding the street address of an offer, and showing it again."""

from sqlalchemy.orm import Session

from accounts.models import Account
from directory.changes import wait_for_turn
from directory.entries import Entry
from stewardship import queries
from stewardship.models import Revision, RevisionState
from stewardship.proposing import Proposal, write_anew
from stewardship.publishing import AddressToldError, refuse_told_address
from stewardship.versions import current_head


def set_hidden(
    session: Session, offer_id: str, account: Account, *, hides: bool, may_publish: bool = False
) -> Revision:
    """Propose to hide or show the address, and return the version that says so.

    Hiding never waits, whatever else waits: words that nobody has approved stay a proposal, on top
    of those that are public. Only where they tell the address themselves they stay in the history
    alone. Showing waits like any other place, unless ``may_publish``. Raises
    NotInCatalogueError and FaultyEntryError.
    """
    wait_for_turn(session)
    head = current_head(session, offer_id)
    accepted = queries.find_accepted(session, offer_id)
    # What was asked about the words still waits for its answer afterwards.
    question = head.reason if head.state is RevisionState.RETURNED else None
    if accepted is None or accepted.number == head.number or not (hides or may_publish):
        made = _on_top(session, head, head, account, hides=hides, may_publish=may_publish)
        return _asked_again(made, question)
    published = _on_top(session, head, accepted, account, hides=hides, may_publish=may_publish)
    if not (hides and tells_address(head.entry)):
        author = account if head.account_id is None else session.get_one(Account, head.account_id)
        again = _asked_again(_on_top(session, published, head, author, hides=hides), question)
        # It waits no shorter for this.
        again.created_at = head.created_at
    return published


def tells_address(words: Entry) -> bool:
    """Tell whether the texts of ``words`` tell the address of one of its places."""
    try:
        refuse_told_address(words)
    except AddressToldError:
        return True
    return False


def _asked_again(made: Revision, question: str | None) -> Revision:
    if question is not None and made.state is RevisionState.PROPOSED:
        made.state, made.reason = RevisionState.RETURNED, question
    return made


def _on_top(
    session: Session,
    head: Revision,
    words: Revision,
    account: Account,
    *,
    hides: bool,
    may_publish: bool = False,
) -> Revision:
    proposal = Proposal(words.entry, hides, head.number)
    return write_anew(session, head.offer_id, proposal, account, may_publish=may_publish)
