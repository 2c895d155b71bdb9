"""A first message to a group, forwarded without showing anybody the group's address.

What was written, and where an answer goes, stands in the one mail to the group and nowhere else; the
mail is emptied when it is delivered. What stays behind is that somebody waits, and until when.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from flask import current_app
from sqlalchemy.orm import Session

from core import tokens
from core.clock import now_in_utc
from core.events import SYSTEM, note_event
from core.outbox import OutgoingMail
from core.seal import BrokenSealError, Seal
from directory.models import Offer
from stewardship.models import ContactPoint, FirstContact
from stewardship.visitors.letters import FirstContactLetter
from stewardship.visitors.next_best import next_best_letter
from stewardship.visitors.queries import contacts_waiting, dead_mails, language_at
from web.letters import address_of

ANSWERED_PAGE: Final = "visitors.show_answered"
# A group may press the button late; by then nobody waits, and it does no harm.
WORD_LASTS: Final = timedelta(days=60)
ANSWERED_BY_LINK: Final = "link:answered"
KEY_BEGINS: Final = "first_contact:"


@dataclass(frozen=True)
class Message:
    """What somebody writes, and either a mail address or a telephone number to answer."""

    text: str
    email: str | None
    phone: str | None
    wants_company: bool


def send_first_contact(
    session: Session, offer: Offer, point: ContactPoint, message: Message, language: str
) -> None:
    """Forward a message, and remember that somebody waits. ``language`` is the sender's."""
    promised_by = now_in_utc() + timedelta(days=point.answers_within_days)
    sealed = _seal().close({"email": message.email}) if message.email else None
    waiting = FirstContact(
        offer_id=offer.id, sealed_reply_to=sealed, language=language, promised_by=promised_by
    )
    session.add(waiting)
    session.flush()
    key = _key_of(waiting)
    word = tokens.give(session, tokens.Purpose.ANSWERED, WORD_LASTS, contact=waiting.id, key=key)
    theirs = language_at(session, point.email)
    FirstContactLetter(
        name=offer.name,
        lines=tuple(message.text.splitlines()),
        reply_to=message.email or message.phone or "",
        wants_company=message.wants_company,
        days=point.answers_within_days,
        answered_address=address_of(ANSWERED_PAGE, theirs, word=word),
    ).queue(session, key=key, recipient=point.email, language=theirs, about=f"offer:{offer.id}")


def note_answered(session: Session, word: str) -> None:
    """Say that a group has answered, so that nobody waits any more. Raises UsedUpError."""
    subject = tokens.use_up(session, tokens.Purpose.ANSWERED, word)
    waiting = session.get(FirstContact, subject["contact"])
    # Its number may have been given to another message since then.
    if waiting is None or _key_of(waiting) != subject["key"]:
        return
    session.delete(waiting)
    note_event(
        session,
        actor=ANSWERED_BY_LINK,
        action="contact:answered",
        record=f"offer:{waiting.offer_id}",
    )


def overdue_first_contacts(session: Session, now: datetime) -> None:
    """Tell those who wait in vain what else there is, also where the group's mail did not arrive."""
    dead = dead_mails(session, KEY_BEGINS)
    for waiting in contacts_waiting(session, now, [_number_in(key) for key in dead]):
        mail = dead.get(_key_of(waiting))
        if mail is not None or waiting.promised_by <= now:
            _give_up(session, waiting, now)
    for mail in dead.values():
        _empty(mail)


def _give_up(session: Session, waiting: FirstContact, now: datetime) -> None:
    offer = session.get_one(Offer, waiting.offer_id)
    email = _reply_to(waiting)
    if email is not None:
        next_best_letter(session, offer, waiting.language, now).queue(
            session,
            key=f"next_best:{_key_of(waiting)}",
            recipient=email,
            language=waiting.language,
        )
    note_event(session, actor=SYSTEM, action="contact:unanswered", record=f"offer:{offer.id}")
    session.delete(waiting)


def _reply_to(waiting: FirstContact) -> str | None:
    if waiting.sealed_reply_to is None:
        return None
    try:
        return str(_seal().open(waiting.sealed_reply_to)["email"])
    except BrokenSealError:
        # The keys were replaced and the old ones thrown away: then nobody can be told.
        return None


def _empty(mail: OutgoingMail) -> None:
    """Take the words out of a mail that will never arrive; that it did not stays to be seen."""
    mail.text = ""


def _key_of(waiting: FirstContact) -> str:
    """Numbers are given again when their rows have gone; together with the moment they are not."""
    return f"{KEY_BEGINS}{waiting.id}:{waiting.promised_by.timestamp():.6f}"


def _number_in(key: str) -> int:
    return int(key.split(":")[1])


def _seal() -> Seal:
    seal: Seal = current_app.extensions["seal"]
    return seal
