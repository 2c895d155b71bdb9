"""Mail is sent once, tried again for a while where it must be, and given up with a word of why."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from itertools import pairwise

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from core.clock import now_in_utc
from core.delivery import Delivered, Outcome, Sender, deliver
from core.mail_transport import NoServerError, NotNowError, RefusedError, UndeliveredError
from core.outbox import MailState, OutgoingMail, Written, queue_mail
from tests.support.databases import on_both_databases

NOW = now_in_utc()
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Pigeons:
    """A way out that fails as a test wants: once for each fault, or always."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.faults: dict[str, Exception] = {}
        self.is_open = False

    def send(self, message: EmailMessage, name: str) -> None:
        self.is_open = True
        recipient = message["To"].addresses[0].addr_spec
        if recipient in self.faults:
            raise self.faults[recipient]
        self.sent.append(recipient)

    def close(self) -> None:
        self.is_open = False


@pytest.fixture
def pigeons() -> Pigeons:
    return Pigeons()


def queue(session: Session, *names: str, recipient: str | None = None) -> None:
    for name in names:
        queue_mail(
            session,
            key=name,
            recipient=recipient or f"{name}@example.org",
            written=Written("Hei", f"Til {name}\n", "nb"),
            about=f"offer:{name}",
        )
    # However long ago this file was read in, and NOW with it.
    these = update(OutgoingMail).where(OutgoingMail.key.in_(names))
    session.execute(these.values(created_at=NOW, due_at=NOW))
    session.commit()


def go(
    session: Session,
    pigeons: Pigeons,
    now: datetime = NOW + MINUTE,
    **more: Callable[..., object],
) -> Delivered:
    sender = Sender("hei@example.org", "Noe å gå til", pigeons)
    delivered = deliver(session, sender, now, **more)  # type: ignore[arg-type]
    assert not pigeons.is_open
    return delivered


def mail(session: Session, key: str) -> OutgoingMail:
    session.expire_all()
    return session.scalars(select(OutgoingMail).where(OutgoingMail.key == key)).one()


@on_both_databases
def test_a_mail_is_sent_once_and_then_cleared(session: Session, pigeons: Pigeons) -> None:
    queue(session, "kari", "ola")

    delivered = go(session, pigeons)
    go(session, pigeons)

    assert delivered.counts == {Outcome.SENT: 2}
    assert pigeons.sent == ["kari@example.org", "ola@example.org"]
    kept = mail(session, "kari")
    assert (kept.recipient, kept.subject, kept.text) == ("", "", "")
    assert (kept.state, kept.settled_at, kept.about) == (
        MailState.SENT,
        NOW + MINUTE,
        "offer:kari",
    )


@on_both_databases
def test_one_faulty_mail_does_not_stop_the_rest(session: Session, pigeons: Pigeons) -> None:
    queue(session, "refused", "busy", "crash", "fine")
    queue(session, "trick", recipient="a@example.org\nBcc: b@example.org")
    pigeons.faults = {
        "refused@example.org": RefusedError("550"),
        "busy@example.org": NotNowError("451"),
        "crash@example.org": KeyError("kari@example.org"),
    }

    delivered = go(session, pigeons)

    assert pigeons.sent == ["fine@example.org"]
    assert delivered.counts == {Outcome.SENT: 1, Outcome.DEAD: 2, Outcome.PUT_OFF: 2}
    assert (mail(session, "refused").state, mail(session, "refused").failure) == (
        MailState.DEAD,
        "550",
    )
    assert (mail(session, "trick").state, mail(session, "trick").failure) == (
        MailState.DEAD,
        "no address",
    )
    assert (mail(session, "busy").state, mail(session, "busy").failure) == (
        MailState.WAITING,
        "451",
    )
    assert mail(session, "crash").failure == "KeyError"


def test_a_mail_that_is_not_taken_waits_longer_each_time_and_is_given_up_after_a_week(
    session: Session, pigeons: Pigeons
) -> None:
    queue(session, "busy")
    begun = mail(session, "busy").created_at
    pigeons.faults = {"busy@example.org": NotNowError("451")}
    tried = []

    while mail(session, "busy").state is MailState.WAITING:
        tried.append(mail(session, "busy").due_at)
        assert not go(session, pigeons, tried[-1] - timedelta(seconds=1)).counts
        assert go(session, pigeons, tried[-1]).counts
    waits = [later - earlier for earlier, later in pairwise(tried)]

    assert waits[:5] == [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR]
    assert set(waits[5:]) == {DAY}
    assert 7 * DAY <= tried[-1] - begun < 8 * DAY
    assert mail(session, "busy").failure == "451"


@on_both_databases
def test_without_a_server_the_round_ends_and_nobody_waits_long_afterwards(
    session: Session, pigeons: Pigeons
) -> None:
    queue(session, "kari", "ola")
    pigeons.faults = {"kari@example.org": NoServerError("no connection")}

    delivered = go(session, pigeons)

    assert pigeons.sent == []
    assert delivered.no_server == "no connection"
    assert delivered.counts == {Outcome.PUT_OFF: 2}
    for _ in range(8):
        last = max(mail(session, name).due_at for name in ("kari", "ola"))
        go(session, pigeons, last)
        assert mail(session, "ola").due_at - last <= 15 * MINUTE

    pigeons.faults = {}
    go(session, pigeons, mail(session, "kari").due_at)
    assert sorted(pigeons.sent) == ["kari@example.org", "ola@example.org"]


def test_a_mail_that_is_given_up_is_told_of_in_the_same_transaction(
    session: Session, pigeons: Pigeons, engine: Engine
) -> None:
    queue(session, "refused")
    pigeons.faults = {"refused@example.org": RefusedError("550")}
    told: list[tuple[str | None, str | None, MailState]] = []

    def on_dead(_session: Session, dead: OutgoingMail) -> None:
        with Session(engine) as other:
            told.append((dead.about, dead.failure, mail(other, "refused").state))

    go(session, pigeons, on_dead=on_dead)
    go(session, pigeons, on_dead=on_dead)

    assert told == [("offer:refused", "550", MailState.WAITING)]
    assert mail(session, "refused").state is MailState.DEAD


def test_a_fault_in_what_else_is_to_be_done_stops_no_mail_for_good(
    session: Session, pigeons: Pigeons
) -> None:
    queue(session, "refused", "ola")
    pigeons.faults = {"refused@example.org": RefusedError("550")}

    def on_dead(_session: Session, _dead: OutgoingMail) -> None:
        raise KeyError("no such offer")

    with pytest.raises(KeyError):
        go(session, pigeons, on_dead=on_dead)
    go(session, pigeons, on_dead=on_dead)

    assert mail(session, "refused").state is MailState.DEAD
    assert pigeons.sent == ["ola@example.org"]


@pytest.mark.parametrize(
    ("fault", "is_theirs"), [(NotNowError("451"), True), (NoServerError("no connection"), False)]
)
def test_what_our_own_server_ails_is_nobodys_bounce(
    session: Session, pigeons: Pigeons, fault: UndeliveredError, is_theirs: bool
) -> None:
    queue(session, "kari")
    pigeons.faults = {"kari@example.org": fault}
    told: list[str | None] = []

    go(session, pigeons, NOW + 8 * DAY, on_dead=lambda _session, dead: told.append(dead.about))

    assert mail(session, "kari").state is MailState.DEAD
    assert told == (["offer:kari"] if is_theirs else [])


def test_who_is_asked_to_end_finishes_the_mail_at_hand(session: Session, pigeons: Pigeons) -> None:
    queue(session, "kari", "ola", "per")

    go(session, pigeons, is_stopped=lambda: len(pigeons.sent) == 2)

    assert mail(session, "ola").state is MailState.SENT
    assert mail(session, "per").state is MailState.WAITING


@pytest.fixture
def busy(engine: Engine) -> Iterator[list[str]]:
    """A database that refuses as many changes to mail as there are words in the list."""
    words: list[str] = []

    def refuse(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("UPDATE outgoing_mail") and words:
            raise OperationalError(statement, {}, Exception(words.pop()))

    event.listen(engine, "before_cursor_execute", refuse)
    yield words
    event.remove(engine, "before_cursor_execute", refuse)


def test_a_busy_database_is_waited_for_so_that_what_was_sent_is_not_sent_again(
    session: Session, pigeons: Pigeons, busy: list[str]
) -> None:
    queue(session, "kari")
    busy += ["database is locked"] * 5

    delivered = go(session, pigeons)

    assert delivered.counts == {Outcome.SENT: 1}
    assert mail(session, "kari").state is MailState.SENT
