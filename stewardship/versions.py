"""The versions of an offer's words: which is the newest to build upon, and how another is added."""

from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import now_in_utc
from core.errors import DomainError
from core.events import SYSTEM, account_actor, note_event
from directory.entries import Entry
from stewardship import queries
from stewardship.differences import merge
from stewardship.models import Revision, RevisionState
from stewardship.publishing import checked_words, live_entry, public_words_of, words_of


class NotInCatalogueError(DomainError):
    """Only what has been published, or proposed, can be changed."""

    code = "not_in_catalogue"
    status = 404


def entry_in_catalogue(session: Session, offer_id: str) -> Entry:
    """Return what the catalogue says of an offer, whatever its status. Raises NotInCatalogueError."""
    entry = live_entry(session, offer_id)
    if entry is None:
        raise NotInCatalogueError(f"There is no offer {offer_id}.")
    return entry


def current_head(session: Session, offer_id: str) -> Revision:
    """Return the version that the next one builds upon.

    Where the catalogue says something else than what was accepted last (an offer file was read, or
    nothing was ever written here), what it says becomes a version first. Raises NotInCatalogueError.
    """
    live = live_entry(session, offer_id)
    if live is not None:
        accepted = queries.find_accepted(session, offer_id)
        if accepted is None or public_words_of(accepted) != words_of(live):
            return _as_it_stands(session, words_of(live), accepted)
    head = queries.find_head(session, offer_id)
    if head is None:
        raise NotInCatalogueError(f"There is no offer {offer_id}.")
    return head


def add_version(
    session: Session,
    words: Entry,
    *,
    hides_address: bool,
    based_on: int | None,
    account: Account | None,
) -> Revision:
    """Add words as the newest version; ``account`` is None where the catalogue has them already."""
    offer_id = words["id"]
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


def replace_open(session: Session, offer_id: str, by: Revision) -> None:
    """Let a version stand in the place of every one that waits."""
    for version in queries.history(session, offer_id):
        if version.state in queries.OPEN and version.number != by.number:
            version.state = RevisionState.REPLACED
    session.flush()


def _as_it_stands(session: Session, words: Entry, accepted: Revision | None) -> Revision:
    """Add what the catalogue says as a version. A place that was hidden before stays hidden."""
    hides = accepted is not None and accepted.hides_address
    if accepted is not None and hides:
        words = merge(public_words_of(accepted), words, accepted.entry).entry
        words = checked_words(session, words)
    version = add_version(session, words, hides_address=hides, based_on=None, account=None)
    version.state = RevisionState.ACCEPTED
    version.decided_by, version.decided_at = SYSTEM, now_in_utc()
    session.flush()
    return version
