"""What is true of an offer and better known beforehand, one function per code, for some rows at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from matching.answer import Caveat
from matching.columns import Marks
from matching.rows import Rows
from matching.rules import told_about

Value = Callable[[Rows, int], str | None]


@dataclass(frozen=True)
class Check:
    """``holds`` says of which rows the caveat is true; ``value`` what it is about."""

    code: str
    holds: Callable[[Rows], Marks]
    value: Value | None = None


def _not_your_wish(rows: Rows) -> Marks:
    if not (rows.person.interests or rows.person.used_to_like):
        return np.zeros(len(rows), dtype=np.bool_)
    return ~rows.meets_a_wish


def _untold(field: str, rows: Rows) -> Marks:
    return ~rows.has(field)


def _tells(field: str, word: str, rows: Rows) -> Marks:
    return rows.has(field, word)


def _must_unknown(word: str, rows: Rows) -> Marks:
    unknown: Marks = (rows.facts & np.uint64(told_about(word))) == 0
    return unknown


def _day_unknown(rows: Rows) -> Marks:
    return rows.day.agenda.day_unknown[rows.timetable]


def _time_unknown(rows: Rows) -> Marks:
    return rows.day.agenda.time_unknown[rows.timetable]


def _holiday(rows: Rows) -> Marks:
    return rows.day.agenda.on_holiday[rows.timetable]


def _place_approximate(rows: Rows) -> Marks:
    return rows.to_go_to & ~rows.has("is", "exact")


def _age_limit_unknown(rows: Rows) -> Marks:
    return ~rows.has("has", "age_limit")


def _unconfirmed(rows: Rows) -> Marks:
    old: Marks = rows.columns.confirmed_on[rows.index] < rows.day.agenda.a_year_ago
    return old


def _silent(rows: Rows) -> Marks:
    return rows.is_silent


def _overdue(rows: Rows) -> Marks:
    late: Marks = rows.columns.due_on[rows.index] < rows.day.agenda.today
    return late & ~rows.is_silent


def _due_on(rows: Rows, number: int) -> str:
    return date.fromordinal(int(rows.columns.due_on[rows.index[number]])).isoformat()


def _confirmed_on(rows: Rows, number: int) -> str | None:
    day = int(rows.columns.confirmed_on[rows.index[number]])
    return date.fromordinal(day).isoformat() if day else None


# In the order in which they matter to somebody who is about to go.
BEFORE_MUSTS: Final = (
    Check("not_your_wish", _not_your_wish),
    Check("sobriety_rule_unknown", partial(_untold, "sobriety_rule")),
    Check("sober_there", partial(_tells, "sobriety_rule", "sober_there")),
    Check("alcohol_served", partial(_tells, "alcohol_free", "no")),
    Check("silent", _silent),
)
AFTER_MUSTS: Final = (
    Check("waiting_list", partial(_tells, "capacity", "waiting_list")),
    Check("full", partial(_tells, "capacity", "full")),
    Check("day_unknown", _day_unknown),
    Check("time_unknown", _time_unknown),
    Check("holiday", _holiday),
    Check("place_approximate", _place_approximate),
    Check("age_limit_unknown", _age_limit_unknown),
    Check("cost_unknown", partial(_untold, "free")),
    Check("overdue", _overdue, _due_on),
    Check("unconfirmed", _unconfirmed, _confirmed_on),
)
MUST_UNKNOWN: Final = "must_unknown"
CODES: Final = (
    *(check.code for check in BEFORE_MUSTS),
    MUST_UNKNOWN,
    *(check.code for check in AFTER_MUSTS),
)


def caveats_of(rows: Rows) -> list[tuple[Caveat, ...]]:
    """Return, for each row, every caveat that is true of it."""
    checks = (*BEFORE_MUSTS, *_checks_of_musts(rows), *AFTER_MUSTS)
    holds = np.array([check.holds(rows) for check in checks]).reshape(len(checks), len(rows)).T
    found: list[list[Caveat]] = [[] for _ in range(len(rows))]
    for number, place in np.argwhere(holds).tolist():
        check = checks[place]
        value = check.value(rows, number) if check.value else None
        found[number].append(Caveat(check.code, value))
    return [tuple(caveats) for caveats in found]


def _checks_of_musts(rows: Rows) -> Iterator[Check]:
    for word in (*rows.person.musts, *rows.person.avoid):
        yield Check(MUST_UNKNOWN, partial(_must_unknown, word), partial(_word, word))


def _word(word: str, _rows: Rows, _number: int) -> str:
    return word
