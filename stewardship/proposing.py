"""Proposing new words for an offer, and publishing at once what needs nobody's approval.

Each proposal builds upon the newest one. Whoever writes upon something older gets both back as one
(ConflictError), so that nobody's words are lost by another's.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account
from core.clock import now_in_utc
from core.errors import DomainError
from core.events import account_actor
from core.tokens import UsedUpError
from directory.changes import wait_for_turn
from directory.entries import Entry
from places.gazetteer import gazetteer
from stewardship import queries
from stewardship.access import holds_offer
from stewardship.deciding import put_in_place
from stewardship.differences import Merge, merge
from stewardship.identifiers import new_offer_id, new_organisation_id
from stewardship.minor import is_minor
from stewardship.models import Draft, Revision, RevisionState
from stewardship.publishing import checked_words, refuse_told_address
from stewardship.sampling import note_published
from stewardship.versions import NotInCatalogueError, add_version, current_head, replace_open


class ConflictError(DomainError):
    """Somebody else has changed the same entry in the meantime; ``merge`` holds both."""

    code = "conflict"
    status = 409

    def __init__(self, head: Revision, merged: Merge, *, hides_address: bool) -> None:
        super().__init__("Somebody else has changed the entry in the meantime.")
        self.head = head.number
        self.merge = merged
        self.hides_address = hides_address


@dataclass(frozen=True)
class Proposal:
    """New words for an offer. ``based_on`` is the number of the version that was changed."""

    words: Entry
    hides_address: bool
    based_on: int


def checked_draft(session: Session, draft: Draft) -> tuple[Entry, Entry | None]:
    """Return the words of a new offer, and the organisation that comes with it where that is new too.

    Raises FaultyEntryError where they cannot be put in as they are.
    """
    organisation = _new_organisation(session, draft.organisation)
    words = _with_ids(session, draft, organisation or draft.organisation)
    if draft.hides_address:
        refuse_told_address(words)
    return words, organisation


def propose_new(session: Session, draft: Draft, account: Account) -> Revision:
    """Put a new offer in the queue, or publish it at once for an organisation that is trusted.

    The draft's ``organisation`` is a new one, or has only the ``id`` of one that is there. What is
    to be known of who proposes it stands in ``typed["verification"]``. Raises FaultyEntryError, and
    UsedUpError where it has been sent meanwhile.
    """
    wait_for_turn(session)
    session.refresh(draft, ("sent_at",))
    if draft.sent_at is not None:
        raise UsedUpError("It has been sent.")
    words, organisation = checked_draft(session, draft)
    proposed = add_version(
        session, words, hides_address=draft.hides_address, based_on=None, account=account
    )
    proposed.organisation = organisation
    proposed.verification = draft.typed.get("verification", {})
    draft.sent_at = now_in_utc()
    # Anybody may type somebody else's address: the mail that asks them to send it is no signing in.
    is_own = draft.account_id == account.id
    is_held = words["organisation"] in organisations_of(session, account)
    if is_own and is_held:
        _publish_if_may(session, proposed, account)
    return proposed


def propose_change(
    session: Session,
    offer_id: str,
    proposal: Proposal,
    account: Account,
    *,
    may_publish: bool = False,
) -> Revision:
    """Propose new words for an offer, and publish them at once where that may be.

    That is where ``may_publish`` (a moderator), where the organisation is trusted, or where nothing
    but minor facts differ from what is public. Words that are the same are no new version: the head
    is returned, unless it is one that a moderator has asked about.

    A form stays open while offers change hands: to whoever no longer holds this one it is not there.
    Raises ConflictError, NotInCatalogueError and FaultyEntryError.
    """
    wait_for_turn(session)
    if not (may_publish or holds_offer(session, account, {"offer_id": offer_id})):
        raise NotInCatalogueError(f"There is no offer {offer_id}.")
    return write_anew(session, offer_id, proposal, account, may_publish=may_publish)


def write_anew(
    session: Session,
    offer_id: str,
    proposal: Proposal,
    account: Account,
    *,
    may_publish: bool = False,
) -> Revision:
    """Do what ``propose_change`` does, with words of ``account`` that another may be bringing along."""
    head = current_head(session, offer_id)
    mine = _own_words(session, proposal, head)
    if proposal.based_on != head.number:
        _raise_conflict(session, head, mine, proposal)
    is_the_same = mine == head.entry and proposal.hides_address == head.hides_address
    # The same words once more are an answer where we have asked: all of it is right as it stands.
    if is_the_same and head.state is not RevisionState.RETURNED:
        return head
    accepted = queries.find_accepted(session, offer_id)
    proposed = add_version(
        session, mine, hides_address=proposal.hides_address, based_on=head.number, account=account
    )
    replace_open(session, offer_id, proposed)
    if accepted is None:
        _take_over_from(head, proposed, answers_proposer=may_publish)
    elif may_publish:
        put_in_place(session, proposed, account_actor(account.id))
    else:
        _publish_if_may(session, proposed, account, needs_nobody=is_minor(accepted, proposed))
    return proposed


def _publish_if_may(
    session: Session, proposed: Revision, account: Account, *, needs_nobody: bool = False
) -> None:
    """Publish at once what a trusted organisation says, and what nobody has to look at first."""
    is_trusted = queries.is_trusted(session, proposed.entry["organisation"])
    if is_trusted or needs_nobody:
        put_in_place(session, proposed, account_actor(account.id))
    if is_trusted:
        note_published(session, proposed)


def _take_over_from(head: Revision, proposed: Revision, *, answers_proposer: bool) -> None:
    """Let new words for what is not published yet stand in the place of the old ones."""
    proposed.organisation, proposed.verification = head.organisation, head.verification
    if answers_proposer:
        # Whoever sent it in is answered, and holds it from then on, whoever has mended it since.
        proposed.account_id = head.account_id


def _own_words(session: Session, proposal: Proposal, head: Revision) -> Entry:
    """Return what is proposed as words of this very offer: whose it is, is not for change here.

    Raises FaultyEntryError.
    """
    kept = {key: head.entry[key] for key in ("id", "organisation")}
    words = checked_words(session, proposal.words | kept)
    if proposal.hides_address:
        refuse_told_address(words)
    return words


def _raise_conflict(session: Session, head: Revision, mine: Entry, proposal: Proposal) -> None:
    base = queries.revision(session, head.offer_id, proposal.based_on)
    merged = merge(base.entry, head.entry, mine)
    # Whoever hides an address is heard, whatever the other has chosen.
    hides = head.hides_address or proposal.hides_address
    raise ConflictError(head, merged, hides_address=hides)


def _new_organisation(session: Session, told: Entry) -> Entry | None:
    """Return a new organisation with an id of its own, None for one that is there already."""
    if "id" in told:
        return None
    return {"id": new_organisation_id(session, told["name"]), **told}


def _with_ids(session: Session, draft: Draft, organisation: Entry) -> Entry:
    """Return the words of a draft as those of a new offer. Raises FaultyEntryError."""
    offer_id = new_offer_id(session, draft.entry["name"], _place(draft.entry))
    return checked_words(
        session, {**draft.entry, "organisation": organisation["id"], "id": offer_id}
    )


def _place(words: Entry) -> str:
    for schedule in words.get("schedules", ()):
        number = (schedule.get("venue") or {}).get("municipality")
        area = gazetteer().municipality(number) if number else None
        if area is not None:
            return area.name
    return ""
