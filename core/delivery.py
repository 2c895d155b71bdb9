"""Delivers the mail that is due: sends each, and then says so in a transaction of its own.

Whoever is stopped between the two sends one mail again, under the same Message-ID; no mail is lost.
``one_at_a_time`` stands around this where several processes could do it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from core.mail_message import NoAddressError, compose, name_of
from core.mail_transport import (
    NoServerError,
    NotNowError,
    RefusedError,
    Transport,
    UndeliveredError,
)
from core.outbox import OutgoingMail, due_mail, waiting_mail

HOUR: Final = timedelta(hours=1)
WAITS: Final = (HOUR / 60, HOUR / 12, HOUR / 4, HOUR, 6 * HOUR, 24 * HOUR)
# Where nothing at all can be handed over, nobody has to wait for long once that is mended.
LONGEST_WAIT_FOR_SERVER: Final = HOUR / 4
GIVEN_UP_AFTER: Final = timedelta(days=7)
# A database may be busy for longer than a connection waits, and by then the mail has been sent.
TRIES_TO_NOTE: Final = 6

OnDead = Callable[[Session, OutgoingMail], None]


@dataclass(frozen=True)
class Sender:
    """Whom mail is from, and how it leaves."""

    address: str
    name: str
    transport: Transport


class Outcome(StrEnum):
    SENT = "sent"
    PUT_OFF = "put off"
    DEAD = "dead"


@dataclass
class Delivered:
    """How a round went. ``no_server``: why nothing at all could be handed over."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    no_server: str | None = None

    def __add__(self, other: "Delivered") -> "Delivered":
        return Delivered(self.counts + other.counts, other.no_server or self.no_server)


def do_nothing(_session: Session, _mail: OutgoingMail) -> None:
    """What else there is to do about a dead mail: nothing."""


def never() -> bool:
    return False


def deliver(
    session: Session,
    sender: Sender,
    now: datetime,
    *,
    on_dead: OnDead = do_nothing,
    is_stopped: Callable[[], bool] = never,
) -> Delivered:
    """Deliver what is due.

    ``on_dead`` is called, in the transaction in which a mail is given up, where the reason lies
    with whom it is for and not with our own server.
    """
    round_ = _Round(session, now, on_dead)
    due = due_mail(session, now)
    session.rollback()
    try:
        for place, mail_id in enumerate(due):
            if is_stopped():
                break
            if (mail := waiting_mail(session, mail_id)) is None:
                continue
            failure = _send(mail, sender)
            if isinstance(failure, NoServerError):
                round_.note(due[place:], failure)
                break
            round_.note([mail_id], failure)
    finally:
        sender.transport.close()
    return round_.delivered


def _send(mail: OutgoingMail, sender: Sender) -> UndeliveredError | None:
    """Return why the mail could not be handed over, None where it could."""
    try:
        message = compose(mail, sender.address, sender.name)
        sender.transport.send(message, name_of(mail))
    except NoAddressError:
        return RefusedError("no address")
    except UndeliveredError as error:
        return error
    except Exception as error:
        # The mails after it must not wait until a program is mended; the kind of fault is kept.
        return NotNowError(type(error).__name__)
    return None


class _Round:
    """Writes down how each mail went, and counts."""

    def __init__(self, session: Session, now: datetime, on_dead: OnDead) -> None:
        self.delivered = Delivered()
        self._session = session
        self._now = now
        self._on_dead = on_dead

    def note(self, mail_ids: Sequence[int], failure: UndeliveredError | None) -> None:
        """Write down at once how these went."""
        try:
            self._stay_at_it(mail_ids, failure)
        except OperationalError:
            raise
        except Exception:
            # What else was to be done has failed. The mail is settled all the same, or it would be
            # sent again and again, and those after it never.
            self._session.rollback()
            self._on_dead = do_nothing
            self._stay_at_it(mail_ids, failure)
            raise

    def _stay_at_it(self, mail_ids: Sequence[int], failure: UndeliveredError | None) -> None:
        """Write down how these went, again where the database is busy."""
        for tries_left in reversed(range(TRIES_TO_NOTE)):
            try:
                outcomes = [self._write_down(one, failure) for one in mail_ids]
                self._session.commit()
            except OperationalError:
                self._session.rollback()
                if not tries_left:
                    raise
            else:
                break
        self.delivered.counts.update(one for one in outcomes if one is not None)
        if isinstance(failure, NoServerError):
            self.delivered.no_server = failure.failure

    def _write_down(self, mail_id: int, failure: UndeliveredError | None) -> Outcome | None:
        mail = waiting_mail(self._session, mail_id)
        if mail is None:
            return None
        if failure is None:
            mail.note_sent(self._now)
            return Outcome.SENT
        is_too_old = self._now - mail.created_at >= GIVEN_UP_AFTER
        if is_too_old or isinstance(failure, RefusedError):
            mail.give_up(self._now, failure.failure)
            if not isinstance(failure, NoServerError):
                self._on_dead(self._session, mail)
            return Outcome.DEAD
        mail.put_off(self._now + _wait(mail.attempts, failure), failure.failure)
        return Outcome.PUT_OFF


def _wait(attempts: int, failure: UndeliveredError) -> timedelta:
    wait = WAITS[min(attempts, len(WAITS) - 1)]
    return min(wait, LONGEST_WAIT_FOR_SERVER) if isinstance(failure, NoServerError) else wait
