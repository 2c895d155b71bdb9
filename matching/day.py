"""The columns as they stand at one moment: what is over by then is marked."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.agenda import Agenda
from matching.columns import Columns, Marks, Words
from matching.facts import bit
from matching.tree import Tree


@dataclass(frozen=True)
class Day:
    columns: Columns
    agenda: Agenda
    tree: Tree

    @cached_property
    def facts(self) -> Words:
        """The facts of every row, with what is over marked as such."""
        columns = self.columns
        over = self.agenda.is_over[columns.timetable] | (columns.ended_on <= self.agenda.today)
        return columns.facts | np.where(over, np.uint64(bit("is", "over")), np.uint64(0))

    @cached_property
    def is_silent(self) -> Marks:
        """Which rows' stewards have not answered for twelve months after they should have."""
        silent: Marks = self.columns.due_on < self.agenda.a_year_ago
        return silent

    @cached_property
    def has_silent(self) -> bool:
        return bool(self.is_silent.any())
