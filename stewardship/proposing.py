"""Proposing new words for an offer, and publishing at once what needs nobody's approval.

Each proposal builds upon the newest one. Whoever writes upon something older gets both back as one
(ConflictError), so that nobody's words are lost by another's.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account
from core.clock import now_in_utc
from core.errors import DomainError
from core.events import SYSTEM, account_actor, note_event
from core.tokens import UsedUpError
from directory.changes import wait_for_turn
from directory.entries import Entry
from places.gazetteer import gazetteer
from stewardship import queries
from stewardship.access import holds_offer
from stewardship.deciding import put_in_place
from stewardship.differences import Merge, differences, merge
from stewardship.identifiers import new_offer_id, new_organisation_id
from stewardship.models import Draft, Revision, RevisionState
from stewardship.publishing import (
    checked_words,
    live_entry,
    public_words_of,
    refuse_told_address,
    words_of,
)
from stewardship.sampling import note_published

MINOR: Final = frozenset({
    "cost.per_time", "cost.per_year", "capacity", "languages", "intensity",
})  # fmt: skip
MINOR_MAPS: Final = ("access.",)
TIME_KEYS: Final = frozenset({
    "rrule", "starts_on", "start_time", "duration_minutes", "until", "except", "holidays",
    "by_appointment",
})  # fmt: skip
"""What may be published before anybody has looked: facts that hurt nobody, and that help only while
they are true. All that is written in free words waits for a moderator, and so do places, contacts
and the rules on who may come.
"""


class ConflictError(DomainError):
    """Somebody else has changed the same entry in the meantime; ``merge`` holds both."""

    code = "conflict"
    status = 409

    def __init__(self, head: Revision, merged: Merge, *, hides_address: bool) -> None:
        super().__init__("Somebody else has changed the entry in the meantime.")
        self.head = head.number
        self.merge = merged
        self.hides_address = hides_address


class NotInCatalogueError(DomainError):
    """Only what has been published, or proposed, can be changed."""

    code = "not_in_catalogue"
    status = 404


@dataclass(frozen=True)
class Proposal:
    """New words for an offer. ``based_on`` is the number of the version that was changed."""

    words: Entry
    hides_address: bool
    based_on: int


def current_head(session: Session, offer_id: str) -> Revision:
    """Return the version that the next one builds upon.

    Where the catalogue says something else than what was accepted last (an offer file was read, or
    nothing was ever written here), what it says becomes a version first. Raises NotInCatalogueError.
    """
    live = live_entry(session, offer_id)
    if live is not None:
        accepted = queries.find_accepted(session, offer_id)
        if accepted is None or public_words_of(accepted) != words_of(live):
            return _as_it_stands(session, offer_id, words_of(live), accepted)
    head = queries.find_head(session, offer_id)
    if head is None:
        raise NotInCatalogueError(f"There is no offer {offer_id}.")
    return head


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
    organisation = _new_organisation(session, draft.organisation)
    words = dict(draft.entry)
    words["organisation"] = organisation["id"] if organisation else draft.organisation["id"]
    words["id"] = new_offer_id(session, words["name"], _place(words))
    words = checked_words(session, words)
    if draft.hides_address:
        refuse_told_address(words)
    proposed = _add(
        session,
        words["id"],
        words=words,
        hides_address=draft.hides_address,
        based_on=None,
        account=account,
    )
    proposed.organisation = organisation
    proposed.verification = draft.typed.get("verification", {})
    draft.sent_at = now_in_utc()
    # Anybody may type somebody else's address: the mail that asks them to send it is no signing in.
    is_own = draft.account_id == account.id
    is_held = words["organisation"] in organisations_of(session, account)
    if is_own and is_held and queries.is_trusted(session, words["organisation"]):
        put_in_place(session, proposed, account_actor(account.id))
        note_published(session, proposed)
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
    but MINOR facts differ from what is public. Words that are the same are no new version: the head
    is returned.

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
    mine = checked_words(session, _bound(proposal.words, head))
    if proposal.hides_address:
        refuse_told_address(mine)
    if proposal.based_on != head.number:
        _raise_conflict(session, head, mine, proposal)
    if mine == head.entry and proposal.hides_address == head.hides_address:
        return head
    accepted = queries.find_accepted(session, offer_id)
    proposed = _add(
        session,
        offer_id,
        words=mine,
        hides_address=proposal.hides_address,
        based_on=head.number,
        account=account,
    )
    _replace_open(session, offer_id, proposed)
    if accepted is None:
        proposed.organisation, proposed.verification = head.organisation, head.verification
        if may_publish:
            # Whoever sent it in is answered, and holds it from then on, whoever has mended it since.
            proposed.account_id = head.account_id
        return proposed
    is_trusted = queries.is_trusted(session, mine["organisation"])
    if may_publish or is_trusted or is_minor(accepted, proposed):
        put_in_place(session, proposed, account_actor(account.id))
        if is_trusted and not may_publish:
            note_published(session, proposed)
    return proposed


def is_minor(before: Revision, after: Revision) -> bool:
    """Tell whether only facts differ that need nobody's approval."""
    if before.hides_address and not after.hides_address:
        return False
    return all(
        difference.key in MINOR
        or difference.key.startswith(MINOR_MAPS)
        or (difference.key == "schedules" and _only_times(difference.before, difference.after))
        for difference in differences(before.entry, after.entry)
    )


def _only_times(before: list[Entry] | None, after: list[Entry] | None) -> bool:
    """Tell whether the places and all words stay, and only the times at them differ."""
    return _places(before) == _places(after) and bool(after)


def _places(schedules: list[Entry] | None) -> list[Any]:
    """Return what of each schedule is no time, each once."""
    rest = [{k: v for k, v in one.items() if k not in TIME_KEYS} for one in schedules or ()]
    return [one for number, one in enumerate(rest) if one not in rest[:number]]


def _as_it_stands(
    session: Session, offer_id: str, words: Entry, accepted: Revision | None
) -> Revision:
    """Add what the catalogue says as a version. A place that was hidden before stays hidden."""
    hides = accepted is not None and accepted.hides_address
    if accepted is not None and hides:
        words = merge(public_words_of(accepted), words, accepted.entry).entry
        words = checked_words(session, words)
    version = _add(session, offer_id, words=words, hides_address=hides, based_on=None, account=None)
    version.state = RevisionState.ACCEPTED
    version.decided_by, version.decided_at = SYSTEM, now_in_utc()
    session.flush()
    return version


def _bound(words: Entry, head: Revision) -> Entry:
    """Return ``words`` as words of this very offer: its id and its organisation are not for change here."""
    return {**words, "id": head.entry["id"], "organisation": head.entry["organisation"]}


def _raise_conflict(session: Session, head: Revision, mine: Entry, proposal: Proposal) -> None:
    base = queries.revision(session, head.offer_id, proposal.based_on)
    merged = merge(base.entry, head.entry, mine)
    # Whoever hides an address is heard, whatever the other has chosen.
    hides = head.hides_address or proposal.hides_address
    raise ConflictError(head, merged, hides_address=hides)


def _add(
    session: Session,
    offer_id: str,
    *,
    words: Entry,
    hides_address: bool,
    based_on: int | None,
    account: Account | None,
) -> Revision:
    actor = SYSTEM if account is None else account_actor(account.id)
    version = Revision(
        offer_id=offer_id,
        number=queries.highest_number(session, offer_id) + 1,
        based_on=based_on,
        entry=words,
        hides_address=hides_address,
        state=RevisionState.PROPOSED,
        actor=actor,
        account_id=None if account is None else account.id,
    )
    session.add(version)
    session.flush()
    if account is not None:
        note_event(
            session, actor=actor, action="offer:proposed", record=f"offer:{offer_id}",
            number=version.number,
        )  # fmt: skip
    return version


def _replace_open(session: Session, offer_id: str, by: Revision) -> None:
    for version in queries.history(session, offer_id):
        if version.state in queries.OPEN and version.number != by.number:
            version.state = RevisionState.REPLACED
    session.flush()


def _new_organisation(session: Session, told: Entry) -> Entry | None:
    """Return a new organisation with an id of its own, None for one that is there already."""
    if "id" in told:
        return None
    return {"id": new_organisation_id(session, told["name"]), **told}


def _place(words: Entry) -> str:
    for schedule in words.get("schedules", ()):
        number = (schedule.get("venue") or {}).get("municipality")
        area = gazetteer().municipality(number) if number else None
        if area is not None:
            return area.name
    return ""
