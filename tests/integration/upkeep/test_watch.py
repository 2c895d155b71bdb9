"""The watch sends mail soon after it is queued, and ends when it is asked to, or is left alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from select import select

from sqlalchemy.orm import Session

from core.outbox import Written, queue_mail
from tests.support.databases import ROOT

FLASK = [sys.executable, "-m", "flask", "--app", "app", "upkeep", "--watch"]
PATIENCE_SECONDS = 60
PARENT = """
import os, subprocess, sys
child = subprocess.Popen([*sys.argv[1:], "--parent", str(os.getpid())])
print(child.pid, flush=True)
sys.stdin.read()
"""


def environment(tmp_path: Path, database_url: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "ENV": "test",
        "INSTANCE_PATH": str(tmp_path),
        "DATABASE_URL": database_url,
    }


def soon(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def mails(tmp_path: Path) -> int:
    return len(list((tmp_path / "mail").glob("*.eml")))


def queue(session: Session, key: str) -> None:
    queue_mail(
        session,
        key=key,
        recipient="kari@example.org",
        written=Written("Hei", "Hei\n", "nb"),
    )
    session.commit()


def test_mail_goes_out_while_it_watches_and_a_polite_end_is_a_good_one(
    session: Session, tmp_path: Path, database_url: str
) -> None:
    own = environment(tmp_path, database_url)
    with subprocess.Popen(FLASK, cwd=ROOT, env=own, stderr=subprocess.PIPE, text=True) as watch:
        for number, key in enumerate(("one", "two"), start=1):
            queue(session, key)
            assert soon(lambda number=number: mails(tmp_path) == number)
        watch.send_signal(signal.SIGTERM)

        assert watch.wait(10) == 0
        assert watch.stderr
        said = watch.stderr.read()

    assert "1 mails sent" in said
    assert "kari" not in said


def test_it_ends_with_the_process_that_began_it(
    session: Session, tmp_path: Path, database_url: str
) -> None:
    own = environment(tmp_path, database_url)
    begin = [sys.executable, "-c", PARENT, *FLASK]
    with subprocess.Popen(
        begin, cwd=ROOT, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        assert parent.stdout.readline()
        queue(session, "one")
        assert soon(lambda: mails(tmp_path) == 1)
        parent.kill()

        # The last to hold the other end of the line is the watch.
        ended, _, _ = select([parent.stdout], [], [], PATIENCE_SECONDS)
    assert ended
