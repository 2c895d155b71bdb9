"""The regular work, again and again: mail every few seconds, the other tasks more seldom.

Whoever asked to sign in waits for a mail, so it does not wait for the tasks, of which some take long.
The work is safe to break off anywhere, and several may watch: each round is done by one of them.
"""

import os
import signal
from collections.abc import Callable
from threading import Event, Thread
from typing import Final

from flask import Flask

from core.clock import now_in_utc
from core.db import db
from core.one_at_a_time import one_at_a_time
from upkeep.post import deliver_mail, in_words
from upkeep.round import TASKS, do_tasks
from web.logs import log, log_crash

MAIL_EVERY_SECONDS: Final = 3.0
TASKS_EVERY_SECONDS: Final = 20.0


class Watch:
    """Works until it is asked to end, or, with ``parent``, until that process is gone."""

    def __init__(self, app: Flask, parent: int | None = None) -> None:
        self._app = app
        self._parent = parent
        self._asked_to_end = Event()

    def run(self) -> None:
        """Work until the end; what is being mailed then is finished first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._asked_to_end.set())
        # A task that takes long is broken off with the process: nothing of it is kept.
        Thread(target=self._repeat, args=(self._do_tasks, TASKS_EVERY_SECONDS), daemon=True).start()
        self._repeat(self._deliver, MAIL_EVERY_SECONDS)

    def _repeat(self, work: Callable[[], None], every_seconds: float) -> None:
        while not self._is_over():
            with self._app.app_context():
                try:
                    work()
                except Exception as error:
                    # The database may be away for a while; the next round finds out.
                    log_crash(error)
            self._asked_to_end.wait(every_seconds)

    def _is_over(self) -> bool:
        is_alone = self._parent is not None and os.getppid() != self._parent
        return is_alone or self._asked_to_end.is_set()

    def _deliver(self) -> None:
        with one_at_a_time(db.engine, "mail") as is_ours, db.session() as session:
            if is_ours:
                delivered = deliver_mail(session, now_in_utc(), self._is_over)
                if delivered.counts:
                    log.info("%s", in_words(delivered))

    def _do_tasks(self) -> None:
        with one_at_a_time(db.engine, "tasks") as is_ours:
            if is_ours:
                do_tasks(db.session.session_factory, now_in_utc(), TASKS, is_stopped=self._is_over)
