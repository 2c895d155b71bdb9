"""What those who hold an offer do with it beside its words: pause it, go on, end it, hand it over."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from accounts.holding import make_steward, stewards_of
from accounts.models import Account, Steward
from core import tokens
from core.errors import DomainError
from core.events import account_actor, note_event
from directory.changes import wait_for_turn
from directory.choices import ConfirmedBy, Status
from directory.models import Organisation
from directory.queries import find_moved_to
from stewardship.letters import TAKE_OVER_PAGE, HandOverLetter
from stewardship.publishing import begin_rhythm, confirmed, write_entry
from stewardship.versions import entry_in_catalogue
from web.letters import address_of

MOVES: Final[dict[Status, frozenset[Status]]] = {
    Status.PUBLISHED: frozenset({Status.PAUSED, Status.ENDED}),
    Status.PAUSED: frozenset({Status.PUBLISHED, Status.ENDED}),
    Status.ENDED: frozenset({Status.PUBLISHED}),
}
HAND_OVER_LASTS: Final = timedelta(days=14)
MOST_INVITATIONS: Final = 5


class IllegalStatusError(DomainError):
    """The offer is there already, or stands for another one now."""

    code = "illegal_status"
    status = 409


class LastStewardError(DomainError):
    """Nobody would be left to hold the organisation."""

    code = "last_steward"
    status = 409


def pause(session: Session, offer_id: str, actor: str) -> None:
    """Hold an offer back for a while: it is found nowhere, and nothing of it is lost."""
    _move(session, offer_id, Status.PAUSED, actor, "offer:paused")


def resume(session: Session, offer_id: str, actor: str, today: date) -> None:
    """Show an offer again, as it was accepted last. Whoever does that says that it is right."""
    _move(session, offer_id, Status.PUBLISHED, actor, "offer:resumed", today)


def end(session: Session, offer_id: str, actor: str, today: date) -> None:
    """Say that an offer has ended. Its page says so, and shows ways on."""
    _move(session, offer_id, Status.ENDED, actor, "offer:ended", today)


def archive(session: Session, offer_id: str, actor: str, today: date) -> None:
    """End an offer whose people have been silent for too long. For moderators."""
    _move(session, offer_id, Status.ENDED, actor, "offer:archived", today)


def hand_over(session: Session, organisation: Organisation, email: str, by: Account) -> None:
    """Ask somebody by mail to hold an organisation too; not again where enough mails wait for them."""
    if tokens.count_mailed(session, tokens.Purpose.HAND_OVER, email) >= MOST_INVITATIONS:
        return
    word = tokens.give(
        session,
        tokens.Purpose.HAND_OVER,
        HAND_OVER_LASTS,
        organisation=organisation.id,
        email=email,
    )
    address = address_of(TAKE_OVER_PAGE, by.language, word=word)
    HandOverLetter(organisation.name, address, HAND_OVER_LASTS.days).queue(
        session, key=f"hand_over:{tokens.digest_of(word)}", recipient=email, language=by.language
    )
    note_event(
        session,
        actor=account_actor(by.id),
        action="organisation:handed_over",
        record=f"organisation:{organisation.id}",
    )


def take_over(session: Session, organisation_id: str, account: Account) -> None:
    """Hold an organisation that one was asked to hold. Taking it over twice changes nothing."""
    make_steward(session, account, organisation_id, actor=account_actor(account.id))


def let_go(session: Session, organisation_id: str, account: Account) -> None:
    """Stop holding an organisation. Raises LastStewardError where nobody else would."""
    wait_for_turn(session)
    if [one.id for one in stewards_of(session, organisation_id)] == [account.id]:
        raise LastStewardError("Ask somebody else to hold it first.")
    session.execute(
        delete(Steward).where(
            Steward.account_id == account.id, Steward.organisation_id == organisation_id
        )
    )
    note_event(
        session,
        actor=account_actor(account.id),
        action="organisation:let_go",
        record=f"organisation:{organisation_id}",
    )


def _move(
    session: Session,
    offer_id: str,
    status: Status,
    actor: str,
    action: str,
    day: date | None = None,
) -> None:
    """``day`` is the last one of what ends, and the one on which what goes on was said to be right."""
    wait_for_turn(session)
    entry = entry_in_catalogue(session, offer_id)
    if status not in MOVES[Status(entry["status"])]:
        raise IllegalStatusError(f"{offer_id} is {entry['status']} already.")
    if find_moved_to(session, offer_id) is not None:
        raise IllegalStatusError(f"{offer_id} stands for another offer now.")
    entry = {key: value for key, value in entry.items() if key != "ended_on"}
    entry["status"] = status.value
    if day is not None and status is Status.ENDED:
        entry["ended_on"] = day
    if day is not None and status is Status.PUBLISHED:
        entry = confirmed(entry, day, ConfirmedBy.ORGANISATION)
        if stewards_of(session, entry["organisation"]):
            begin_rhythm(session, offer_id, day)
    write_entry(session, entry)
    note_event(session, actor=actor, action=action, record=f"offer:{offer_id}")
