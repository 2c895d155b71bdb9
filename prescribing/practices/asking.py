"""Asking to prescribe: a link in a mail shows whose address it is, and a moderator then decides."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from accounts.actions import SignedInNow, begin
from accounts.models import Account
from accounts.queries import account_for, address_kept, find_account
from core import tokens
from core.adding import add_once
from core.clock import now_in_utc
from core.tokens import Purpose
from directory.fields import has_right_check_digit
from places.gazetteer import gazetteer
from prescribing.choices import PracticeKind, PrescriberState
from prescribing.models import Practice, Prescriber, PrescribingCount, Prescription, UsualChoice
from prescribing.practices.letters import AskToPrescribeLetter
from web.letters import address_of

LINK_LASTS: Final = timedelta(hours=24)
# So that nobody's mail box is filled by somebody else.
MOST_LINKS: Final = 3


@dataclass(frozen=True)
class Workplace:
    """Where somebody works: a kind from the list, a municipality, and a number in the public register."""

    kind: PracticeKind
    municipality: str
    orgnr: str | None

    def __post_init__(self) -> None:
        """Raises ValueError for what is in no list: it would be kept, and could be about anybody."""
        has_number = self.orgnr is None or has_right_check_digit(self.orgnr)
        if gazetteer().municipality(self.municipality) is None or not has_number:
            raise ValueError("A workplace is in a municipality, and its number is a right one.")


def ask_by_mail(session: Session, email: str, workplace: Workplace, language: str) -> None:
    """Mail a link. The same is done for every address, whether anybody has an account by it or not."""
    email = address_kept(email)
    if tokens.count_mailed(session, Purpose.PRESCRIBE, email) >= MOST_LINKS:
        return
    told = {
        "kind": workplace.kind.value,
        "municipality": workplace.municipality,
        "orgnr": workplace.orgnr,
        "language": language,
    }
    word = tokens.give(session, Purpose.PRESCRIBE, LINK_LASTS, email=email, **told)
    address = address_of("practices.show_link", language, word=word)
    AskToPrescribeLetter(address, LINK_LASTS // timedelta(hours=1)).queue(
        session,
        key=f"prescribe:{tokens.digest_of(word)}",
        recipient=email,
        language=language,
    )


def look_at_link(session: Session, word: str) -> Workplace:
    """Return what somebody has told of where they work. Raises UsedUpError."""
    return _workplace(tokens.look(session, Purpose.PRESCRIBE, word))


def ask_by_link(session: Session, word: str, goes_to: str) -> SignedInNow:
    """Use a link up: its reader has an account, has asked, and is signed in. Raises UsedUpError."""
    told = tokens.use_up(session, Purpose.PRESCRIBE, word)
    is_new = find_account(session, told["email"]) is None
    account = account_for(session, told["email"])
    if is_new:
        account.language = told["language"]
    session.flush()
    ask(session, account, _workplace(told))
    return begin(session, account, goes_to)


def ask(session: Session, account: Account, workplace: Workplace) -> None:
    """Let a moderator decide whether ``account`` may prescribe for a place.

    Nothing changes for who may already: to prescribe for another place one has to stop here first.
    """
    before = session.get(Prescriber, account.id, with_for_update=True)
    if before is not None and before.state is PrescriberState.APPROVED:
        return
    practice_id = _practice_for(session, workplace, before)
    values = {"practice_id": practice_id, "state": PrescriberState.ASKED}
    if before is None and add_once(session, Prescriber, account_id=account.id, **values):
        return
    mine = before or session.get_one(Prescriber, account.id)
    mine.practice_id, mine.state = practice_id, PrescriberState.ASKED
    mine.asked_at, mine.decided_at, mine.decided_by = now_in_utc(), None, None


def stop(session: Session, account: Account) -> None:
    """Let ``account`` prescribe no more, nor ask to. What it has made stays, and is nobody's."""
    mine = session.get(Prescriber, account.id)
    if mine is not None:
        session.delete(mine)


def _practice_for(session: Session, workplace: Workplace, before: Prescriber | None) -> int:
    """Return the practice of a workplace. As long as nobody may prescribe there, the newest words count."""
    if workplace.orgnr is not None:
        values = {"kind": workplace.kind, "municipality": workplace.municipality}
        add_once(session, Practice, orgnr=workplace.orgnr, **values)
        practice = session.scalars(select(Practice).where(Practice.orgnr == workplace.orgnr)).one()
    elif before is not None and _is_unused_but_by_one(session, before.practice_id):
        practice = session.get_one(Practice, before.practice_id)
        practice.orgnr = None
    else:
        practice = Practice(kind=workplace.kind, municipality=workplace.municipality)
        session.add(practice)
        session.flush()
    if not _count(session, practice.id, PrescriberState.APPROVED):
        practice.kind, practice.municipality = workplace.kind, workplace.municipality
    return practice.id


def _is_unused_but_by_one(session: Session, practice_id: int) -> bool:
    """Tell whether nobody else is there, and nobody has left anything that is for colleagues alone."""
    kept = (Prescription, PrescribingCount, UsualChoice)
    is_used = any(
        session.scalar(select(exists().where(table.practice_id == practice_id))) for table in kept
    )
    return not is_used and _count(session, practice_id, *PrescriberState) == 1


def _count(session: Session, practice_id: int, *states: PrescriberState) -> int:
    found = select(func.count()).where(
        Prescriber.practice_id == practice_id, Prescriber.state.in_(states)
    )
    return session.scalar(found) or 0


def _workplace(told: dict[str, Any]) -> Workplace:
    return Workplace(PracticeKind(told["kind"]), told["municipality"], told["orgnr"])
