"""What everybody may know of all sheets with a code, worked out once for each process and month."""

from collections.abc import Mapping
from typing import Final

from flask import Flask, current_app
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from prescribing.choices import Counted
from prescribing.practices.counts_told import TOLD
from prescribing.practices.queries import counts_of_all, state_of_counts
from prescribing.practices.shown import Shown, shown_to_all

EXTENSION: Final = "public_counts"

State = tuple[str, int, int]


class PublicCounts:
    """One for each process. What it keeps has no words, and so no language."""

    def __init__(self) -> None:
        self._kept: tuple[State, Mapping[Counted, Shown]] | None = None

    def current(self, session: Session) -> Mapping[Counted, Shown]:
        """Return what may be told today.

        Months that have ended do not change. They are looked at all the same, which costs little: an
        older copy of the database may have been put back, and two processes must not tell different
        things.
        """
        this_month = f"{now_in_norway():%Y-%m}"
        state = (this_month, *state_of_counts(session, this_month))
        kept = self._kept
        if kept is None or kept[0] != state:
            rows = counts_of_all(session)
            kept = state, {event: shown_to_all(rows, event, this_month) for event in TOLD}
            self._kept = kept
        return kept[1]


def init_app(app: Flask) -> None:
    app.extensions[EXTENSION] = PublicCounts()


def public_counts(session: Session) -> Mapping[Counted, Shown]:
    kept: PublicCounts = current_app.extensions[EXTENSION]
    return kept.current(session)
