"""Killed at any moment of delivery, the regular work loses no mail, and doubles what it had to at most."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.clock import now_in_utc
from core.outbox import MailState, OutgoingMail, Written, queue_mail
from tests.support.mail_server import MailHouse, mail_server
from tests.support.short_lives import Mother, mother

SEED = 20261126
WAITING_BEFORE_EACH_KILL = 200


class Letterbox:
    """Counts what comes, by life of the process that brings it."""

    def __init__(self) -> None:
        self.came: list[list[str]] = [[]]
        self.enough_came = Event()
        self._enough = 1

    def hear(self, message: EmailMessage) -> None:
        self.came[-1].append(str(message["Message-ID"]))
        if len(self.came[-1]) >= self._enough:
            self.enough_came.set()

    def begin_life(self, enough: int = 1) -> None:
        self.came.append([])
        self._enough = enough
        self.enough_came.clear()


@pytest.fixture
def house() -> Iterator[MailHouse]:
    with mail_server() as house:
        yield house


@pytest.fixture
def runner(house: MailHouse, database_url: str, tmp_path: Path) -> Iterator[Mother]:
    own = {
        "ENV": "test",
        "INSTANCE_PATH": str(tmp_path),
        "DATABASE_URL": database_url,
        "MAIL_URL": f"smtp://127.0.0.1:{house.port}",
        "LOG_LEVEL": "ERROR",
    }
    with mother(own) as runner:
        yield runner


def fill_up(session: Session) -> None:
    """Let so many mails wait that they are not all gone before the next kill."""
    session.rollback()
    found = select(OutgoingMail.state, func.count().label("number")).group_by(OutgoingMail.state)
    there = {row.state: row.number for row in session.execute(found)}
    queued = sum(there.values())
    for one in range(queued, queued + WAITING_BEFORE_EACH_KILL - there.get(MailState.WAITING, 0)):
        queue_mail(
            session,
            key=f"mail:{one}",
            recipient=f"person-{one}@example.org",
            written=Written("Om oppføringen din", f"Til nummer {one}\n", "nb"),
        )
    session.commit()


def killed(runner: Mother, letterbox: Letterbox, chance: random.Random) -> None:
    """Begin a round and kill it a moment after one of its first mails, or any time after its start."""
    letterbox.begin_life(enough=chance.randint(1, 4))
    child = runner.begin("upkeep")
    if chance.random() < 0.8:
        assert letterbox.enough_came.wait(60)
        time.sleep(chance.uniform(0, 0.01))
    else:
        time.sleep(chance.uniform(0, 0.5))
    os.kill(child, signal.SIGKILL)
    assert runner.ended() == -signal.SIGKILL
    # What it had said last may still be on its way to the server.
    time.sleep(0.02)


@pytest.mark.parametrize(
    ("database_url", "kills"), [("sqlite", 50), ("postgresql", 10)], indirect=["database_url"]
)
def test_no_mail_is_lost_and_only_what_was_taken_before_a_kill_comes_twice(
    runner: Mother, house: MailHouse, session: Session, kills: int
) -> None:
    letterbox, chance = Letterbox(), random.Random(SEED)
    house.heard = letterbox.hear
    for _ in range(kills):
        fill_up(session)
        killed(runner, letterbox, chance)
    letterbox.begin_life()
    runner.begin("upkeep")
    assert runner.ended() == 0

    came = Counter(one for life in letterbox.came for one in life)
    session.rollback()
    mails = session.scalars(select(OutgoingMail)).all()
    assert len(came) == len(mails), "a mail was lost"
    before: set[str] = set()
    for life in letterbox.came:
        assert len(life) == len(set(life)), "one round sent a mail twice"
        twice = before & set(life)
        assert len(twice) <= 1, "more came twice than one for each kill"
        assert not twice or life[0] in twice
        before |= set(life)
    assert sum(bool(life) for life in letterbox.came) > kills / 2, "few were killed at work"
    assert {(mail.state, mail.recipient, mail.text) for mail in mails} == {(MailState.SENT, "", "")}
    assert all(
        now_in_utc() - mail.settled_at < timedelta(hours=1) for mail in mails if mail.settled_at
    )
