"""Two entries of one and the same thing become one; the address of the other leads there."""

from datetime import date

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from accounts.models import Account
from core.errors import DomainError
from core.events import account_actor, note_event
from directory.changes import wait_for_turn
from directory.choices import Status
from directory.entries import Entry
from directory.models import MovedOffer
from directory.queries import find_moved_to
from stewardship import queries
from stewardship.flags import close_flag, open_flags
from stewardship.models import ContactPoint, FlagKind
from stewardship.proposing import Proposal, propose_change
from stewardship.publishing import write_entry
from stewardship.versions import current_head, entry_in_catalogue


class CannotMergeError(DomainError):
    """These two cannot become one as things stand."""

    code = "cannot_merge"
    status = 409


def merge_offers(session: Session, keep: str, drop: str, moderator: Account, today: date) -> None:
    """Let ``keep`` stand for ``drop`` too, which ends. ``keep`` is also found by the other's names.

    Nothing that ``drop`` said is lost: its versions stay. Raises CannotMergeError where either is not
    in the catalogue, stands for another already or has a proposal that nobody has decided on.
    """
    wait_for_turn(session)
    kept, dropped = _mergeable(session, keep), _mergeable(session, drop)
    if keep == drop:
        raise CannotMergeError("These are one already.")
    if kept["status"] == Status.ENDED:
        raise CannotMergeError("The one that is to stay has ended.")
    actor = account_actor(moderator.id)
    _take_names(session, keep, dropped, moderator)
    dropped |= {"status": Status.ENDED.value, "ended_on": dropped.get("ended_on", today)}
    write_entry(session, dropped)
    session.execute(update(MovedOffer).where(MovedOffer.moved_to == drop).values(moved_to=keep))
    session.add(MovedOffer(offer_id=drop, moved_to=keep))
    session.execute(delete(ContactPoint).where(ContactPoint.offer_id == drop))
    _close_flags_about(session, drop, actor)
    for offer, other in ((keep, drop), (drop, keep)):
        note_event(
            session, actor=actor, action="offer:merged", record=f"offer:{offer}", other=other
        )


def take_apart(session: Session, drop: str, moderator: Account) -> None:
    """Undo a merge: the address is the offer's own again. It stays ended until somebody resumes it."""
    wait_for_turn(session)
    if find_moved_to(session, drop) is None:
        raise CannotMergeError("This one stands for itself already.")
    session.execute(delete(MovedOffer).where(MovedOffer.offer_id == drop))
    note_event(
        session,
        actor=account_actor(moderator.id),
        action="offer:taken_apart",
        record=f"offer:{drop}",
    )


def _mergeable(session: Session, offer_id: str) -> Entry:
    entry = entry_in_catalogue(session, offer_id)
    if find_moved_to(session, offer_id) is not None:
        raise CannotMergeError(f"{offer_id} stands for another one already.")
    if queries.find_open_proposal(session, offer_id) is not None:
        raise CannotMergeError(f"{offer_id} has a proposal that has to be decided on first.")
    return entry


def _take_names(session: Session, keep: str, dropped: Entry, moderator: Account) -> None:
    head = current_head(session, keep)
    told = head.entry.get("aliases", [])
    names = [dropped["name"], *dropped.get("aliases", [])]
    new = [name for name in dict.fromkeys(names) if name not in (head.entry["name"], *told)]
    if new:
        words = head.entry | {"aliases": [*told, *new]}
        proposal = Proposal(words, head.hides_address, head.number)
        propose_change(session, keep, proposal, moderator, may_publish=True)


def _close_flags_about(session: Session, drop: str, actor: str) -> None:
    """Whatever ``drop`` was thought to be the same as is to be looked for anew, under the other's name."""
    for flag in open_flags(session, FlagKind.DUPLICATE):
        if drop in (flag.offer_id, flag.detail):
            close_flag(session, flag, actor)
