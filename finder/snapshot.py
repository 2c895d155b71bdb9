"""The catalogue in memory at one change number: immutable, shared by all requests of a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

import numpy as np

from directory.vocabulary import Vocabulary
from finder.almanac import Almanac
from finder.columns import Table
from finder.encoding import Encoder
from matching.match import Prepared, prepare

MOMENTS_KEPT: Final = 16
ALMANACS_KEPT: Final = 4  # each holds every meeting of more than a year


@dataclass
class Snapshot:
    """``names`` has the name of every published offer by its id."""

    number: int
    vocabulary: Vocabulary
    encoder: Encoder
    table: Table
    names: Mapping[str, str]
    _almanacs: list[Almanac] = field(default_factory=list)
    # By moment and by which of the two it is, in the hour that an autumn night has twice.
    _prepared: dict[tuple[datetime, int], Prepared] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def changed(self, number: int, table: Table, names: Mapping[str, str]) -> "Snapshot":
        """Return the catalogue after a change; ``table`` still begins with the timetables of this one."""
        almanacs = [one.with_more(table.timetables) for one in self._almanacs]
        return replace(
            self, number=number, table=table, names=names, _almanacs=almanacs, _prepared={}
        )

    def prepared(self, moment: datetime) -> Prepared:
        """Return the catalogue as it stands at ``moment``, local time in Norway without a zone."""
        found = self._prepared.get((moment, moment.fold))
        if found is None:
            with self._lock:
                found = self._prepared.get((moment, moment.fold)) or self._prepare(moment)
        return found

    def _prepare(self, moment: datetime) -> Prepared:
        agenda = self._almanac(moment).agenda(moment)
        for other in reversed(self._prepared.values()):
            before = other.day.agenda
            # Between two meetings nothing changes, so what was added up then still holds.
            if before.today == agenda.today and np.array_equal(before.next_day, agenda.next_day):
                prepared = other
                break
        else:
            prepared = prepare(self.table.columns, agenda, self.vocabulary)
        while len(self._prepared) >= MOMENTS_KEPT:
            self._prepared.pop(next(iter(self._prepared)))
        self._prepared[moment, moment.fold] = prepared
        return prepared

    def _almanac(self, moment: datetime) -> Almanac:
        for almanac in self._almanacs:
            if almanac.serves(moment):
                return almanac
        almanac = Almanac(self.table.timetables, moment.date() - timedelta(days=1))
        self._almanacs[:] = [almanac, *self._almanacs[: ALMANACS_KEPT - 1]]
        return almanac
