"""The outbox takes each thing once, keeps no more than it has to, and forgets in time."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.clock import now_in_utc
from core.outbox import (
    MailState,
    OutgoingMail,
    Written,
    due_mail,
    purge_mail,
    queue_mail,
)
from tests.support.databases import on_both_databases


def queue(session: Session, key: str, subject: str = "Hei") -> bool:
    return queue_mail(
        session,
        key=key,
        recipient="kari@example.org",
        written=Written(subject, "Hei\n", "nb"),
        about="offer:klatrekveld",
    )


def kept(session: Session) -> list[OutgoingMail]:
    return list(session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


@on_both_databases
def test_the_same_thing_is_queued_once(session: Session) -> None:
    assert queue(session, "one")
    assert not queue(session, "one", subject="Hei igjen")
    assert queue(session, "two")

    mails = kept(session)
    assert [(mail.key, mail.subject) for mail in mails] == [("one", "Hei"), ("two", "Hei")]
    assert {mail.state for mail in mails} == {MailState.WAITING}
    assert due_mail(session, now_in_utc()) == [mail.id for mail in mails]


@on_both_databases
def test_what_is_rolled_back_is_not_mailed(session: Session, engine: Engine) -> None:
    queue(session, "one")
    session.rollback()

    with Session(engine) as other:
        assert due_mail(other, now_in_utc()) == []
        assert queue(other, "one")


@on_both_databases
def test_two_who_queue_the_same_at_once_queue_one(session: Session, engine: Engine) -> None:
    queue(session, "one")
    session.commit()

    with Session(engine) as other:
        assert not queue(other, "one")


@on_both_databases
def test_old_mail_goes_and_the_words_of_dead_mail_before_it(session: Session) -> None:
    now = now_in_utc()
    for key in ("sent", "dead", "waiting"):
        queue(session, key)
    sent, dead, waiting = kept(session)
    sent.note_sent(now)
    dead.give_up(now, "550")
    waiting.created_at = now - timedelta(days=100)
    session.commit()

    purge_mail(session, now + timedelta(days=13))
    assert dead.state is MailState.DEAD
    assert dead.text == "Hei\n"

    purge_mail(session, now + timedelta(days=15))
    assert (dead.recipient, dead.subject, dead.text) == ("", "", "")
    assert (dead.failure, dead.about) == ("550", "offer:klatrekveld")

    purge_mail(session, now + timedelta(days=91))
    assert kept(session) == [waiting]


@on_both_databases
def test_whom_a_dead_mail_was_for_goes_also_where_its_words_went_before(session: Session) -> None:
    now = now_in_utc()
    queue(session, "one")
    (mail,) = kept(session)
    mail.give_up(now, "550")
    mail.text = ""
    session.commit()

    purge_mail(session, now + timedelta(days=15))

    session.refresh(mail)
    assert (mail.recipient, mail.subject, mail.text) == ("", "", "")


def test_a_dead_mail_can_be_tried_again_as_long_as_its_words_are_there(session: Session) -> None:
    now = now_in_utc()
    queue(session, "one")
    (mail,) = kept(session)

    assert not mail.revive(now)
    mail.give_up(now, "550")
    assert mail.revive(now + timedelta(days=1))
    assert (mail.state, mail.attempts, mail.failure) == (MailState.WAITING, 0, None)
    assert due_mail(session, now + timedelta(days=1)) == [mail.id]

    mail.give_up(now, "550")
    mail.text = ""
    assert not mail.revive(now)
