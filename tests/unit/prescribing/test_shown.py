"""Nothing that is told of the counts lets anybody work out a small number, or somebody's answer.

The tests read like an attacker: they know the rules, and how many sheets were made where and when.
They go through all counts there could be, and look at which of them the same would be told of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from core.withholding import FEWEST_SHOWN
from prescribing.choices import Counted
from prescribing.models import ANY_KIND
from prescribing.practices.shown import Shown, Span, shown, shown_to_all
from prescribing.practices.tallies import CountRow

MADE, WENT = Counted.MADE, Counted.WENT_YES
OURS, THEIRS, A_THIRD = 1, 2, 3
MOSS, OSLO, HALDEN = "3103", "0301", "3101"
MONTHS: Final = ("2026-01", "2026-02", "2026-03")
LATER: Final = "2026-04"
Numbers = tuple[int, ...]


def row(
    number: int,
    event: Counted = MADE,
    *,
    month: str = MONTHS[0],
    place: str = MOSS,
    kind: str = ANY_KIND,
    practice: int = OURS,
) -> CountRow:
    return CountRow(practice, month, place, kind, event, number)


def by_month(numbers: Sequence[int], event: Counted, practice: int = OURS) -> list[CountRow]:
    pairs = zip(MONTHS, numbers, strict=False)
    return [row(number, event, month=month, practice=practice) for month, number in pairs if number]


def by_place(numbers: Sequence[int], event: Counted) -> list[CountRow]:
    pairs = zip((MOSS, OSLO, HALDEN), numbers, strict=False)
    return [row(number, event, place=place) for place, number in pairs if number]


def told(rows: Iterable[CountRow], event: Counted = MADE) -> Shown:
    return shown(rows, event, LATER)


def told_all(rows: Iterable[CountRow], event: Counted = MADE) -> Shown:
    return shown_to_all(rows, event, LATER)


def could_be(made: Sequence[int], went: Sequence[int]) -> bool:
    """Tell whether nobody went more often than there were sheets by then."""
    return all(sum(went[:n]) <= sum(made[:n]) for n in range(1, len(made) + 1))


def sums_up_to(most: int, length: int) -> Iterator[Numbers]:
    """Yield everything that ``length`` numbers could be, with no sum above ``most``."""
    for numbers in product(range(most + 1), repeat=length):
        if sum(numbers) <= most:
            yield numbers


def is_cut_off(same: Sequence[Numbers]) -> bool:
    """Tell whether there are others alike beyond what was gone through: what follows a span adds to it."""
    return max(sum(numbers) for numbers in same) > FEWEST_SHOWN * 2


def as_seen(one: Shown) -> tuple[object, ...]:
    return one.number, one.spans, tuple(one.municipalities.items()), tuple(one.kinds.items())


def months_hidden(one: Shown) -> list[int]:
    """Return the months of which no number of their own is told."""
    alone = {span.first for span in one.spans if span.first == span.last}
    return [number for number, month in enumerate(MONTHS) if month not in alone]


def unclear(
    seen: dict[tuple[object, ...], list[Numbers]],
    possible: Sequence[Numbers],
    sheets: Sequence[int],
) -> None:
    """Fail where what is told leaves one number only that says something of a single person.

    That is a small number, or one that leaves few of the ``sheets``; unless nothing else was possible.
    """
    before = [set(values) for values in zip(*possible, strict=True)]
    for same in seen.values():
        places = zip(zip(*same, strict=True), before, sheets, strict=True)
        for values, any_value, of_sheets in places:
            is_large = FEWEST_SHOWN <= min(values) <= of_sheets - FEWEST_SHOWN
            assert len(set(values)) > 1 or is_large or len(any_value) == 1, same


@given(st.lists(st.integers(0, 40), min_size=3, max_size=3))
def test_no_number_below_five_is_told_of_any_month_or_sum(made: list[int]) -> None:
    one = told(by_month(made, MADE))

    assert all(span.number >= FEWEST_SHOWN for span in one.spans)
    assert one.number == (sum(span.number for span in one.spans) or None)


def test_no_month_that_is_hidden_can_be_worked_out_from_the_spans() -> None:
    seen = defaultdict(list)
    for made in sums_up_to(FEWEST_SHOWN * 3, 3):
        seen[as_seen(told(by_month(made, MADE)))].append(made)

    for spans, same in seen.items():
        for month in months_hidden(told(by_month(same[0], MADE))):
            values = {made[month] for made in same}
            is_before_the_first = values == {0}
            assert len(values) > 1 or is_before_the_first or is_cut_off(same), spans


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 8), min_size=3, max_size=3).filter(any))
def test_whoever_knows_the_sheets_cannot_work_out_how_many_went_until_a_month(
    made: list[int],
) -> None:
    possible = [
        went
        for went in product(*(range(sum(made[: n + 1]) + 1) for n in range(3)))
        if could_be(made, went)
    ]
    seen = defaultdict(list)
    for went in possible:
        rows = by_month(made, MADE) + by_month(went, WENT)
        seen[as_seen(told(rows, WENT))].append(tuple(accumulate(went)))

    unclear(seen, [tuple(accumulate(went)) for went in possible], list(accumulate(made)))


@given(st.lists(st.integers(0, 30), min_size=3, max_size=3), st.data())
def test_of_every_number_told_at_least_as_many_sheets_are_left(
    made: list[int], data: st.DataObject
) -> None:
    went = data.draw(st.tuples(*(st.integers(0, sum(made[: n + 1])) for n in range(3))))
    one = told(by_month(made, MADE) + by_month(went, WENT), WENT)

    for span in one.spans:
        within = [n for n, month in enumerate(MONTHS) if span.first <= month <= span.last]
        assert span.number == sum(went[n] for n in within)
        assert sum(made[n] for n in within) - span.number >= FEWEST_SHOWN


@given(st.lists(st.integers(0, 16), min_size=3, max_size=3))
def test_no_municipality_that_is_hidden_can_be_worked_out_from_the_others(made: list[int]) -> None:
    mine = as_seen(told(by_place(made, MADE)))
    together = sum(made)
    same = [
        (moss, oslo, together - moss - oslo)
        for moss in range(together + 1)
        for oslo in range(together - moss + 1)
        if as_seen(told(by_place((moss, oslo, together - moss - oslo), MADE))) == mine
    ]

    values = [set(of_place) for of_place in zip(*same, strict=True)]
    for number, possible in zip(made, values, strict=True):
        assert len(possible) > 1 or number >= FEWEST_SHOWN or number == 0


@given(st.lists(st.integers(0, 18), min_size=3, max_size=3), st.integers(5, 30))
def test_whoever_knows_the_sheets_cannot_work_out_how_many_went_from_a_municipality(
    made: list[int], together: int
) -> None:
    possible = [
        went
        for moss in range(made[0] + 1)
        for oslo in range(made[1] + 1)
        if 0 <= (halden := together - moss - oslo) <= made[2] and (went := (moss, oslo, halden))
    ]
    seen = defaultdict(list)
    for went in possible:
        one = told(by_place(made, MADE) + by_place(went, WENT), WENT)
        if one.spans:
            seen[as_seen(one)].append(went)

    unclear(seen, possible, made)
    for same in seen.values():
        for sheets, values in zip(made, zip(*same, strict=True), strict=True):
            # Neither that all of them went is certain, nor that none did.
            assert not sheets or set(values) not in ({sheets}, {0}), same


@settings(max_examples=25, deadline=None)
@given(st.tuples(st.integers(0, 12), st.integers(0, 12)))
def test_a_practice_cannot_work_out_what_another_has_made_by_taking_away_its_own(
    own: tuple[int, int],
) -> None:
    seen = defaultdict(list)
    for others in sums_up_to(FEWEST_SHOWN * 3, 2):
        rows = by_month(own, MADE) + by_month(others, MADE, THEIRS)
        seen[as_seen(told_all(rows))].append(others)

    for spans, same in seen.items():
        for values in map(set, zip(*same, strict=True)):
            is_large_or_nothing = values == {0} or min(values) >= FEWEST_SHOWN
            assert len(values) > 1 or is_large_or_nothing or is_cut_off(same), spans


@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=3, max_size=3),
    st.sampled_from([OURS, THEIRS, A_THIRD]),
)
def test_what_is_left_of_a_public_number_without_one_practice_is_large_or_nothing(
    of_practices: list[tuple[int, int]], one: int
) -> None:
    rows = [
        counted
        for practice, (made, went) in enumerate(of_practices, start=OURS)
        for counted in (row(made, practice=practice), row(min(went, made), WENT, practice=practice))
        if counted.number
    ]

    for event in (MADE, WENT):
        span = told_all(rows, event).number
        others = sum(r.number for r in rows if r.practice_id != one and r.event is event)
        sheets = sum(r.number for r in rows if r.practice_id != one and r.event is MADE)
        if span is None:
            continue
        if event is MADE:
            assert others == 0 or others >= FEWEST_SHOWN
        else:
            assert sheets == 0 or FEWEST_SHOWN <= others <= sheets - FEWEST_SHOWN


def test_all_five_of_a_practice_that_went_are_told_of_nowhere() -> None:
    rows = [row(5), row(5, WENT)]

    assert told(rows, MADE).number == 5
    assert told(rows, WENT) == Shown(None, (), {}, {})


def test_a_month_that_is_too_small_goes_together_with_those_after_it() -> None:
    one = told(by_month((3, 0, 4), MADE))

    assert one.spans == (Span(MONTHS[0], MONTHS[2], 7),)


def test_a_month_that_has_not_ended_is_told_of_to_nobody() -> None:
    assert told([row(50, month=LATER)]).number is None


def test_what_was_told_last_month_is_still_told_and_never_changed() -> None:
    rows = by_month((6, 2, 9), MADE)

    before = shown(rows, MADE, MONTHS[2]).spans

    assert told(rows).spans[: len(before)] == before == (Span(MONTHS[0], MONTHS[0], 6),)


def test_a_small_municipality_hides_with_the_smallest_large_one() -> None:
    assert told(by_place((9, 6, 2), MADE)).municipalities == {MOSS: 9}


def test_two_municipalities_are_told_of_where_both_are_large() -> None:
    rows = by_place((20, 12), MADE) + by_place((8, 6), WENT)

    assert told(rows, WENT).municipalities == {MOSS: 8, OSLO: 6}


def test_answers_from_municipalities_are_not_told_where_one_of_them_is_small() -> None:
    rows = by_place((20, 12), MADE) + by_place((8, 2), WENT)

    assert told(rows, WENT).number == 10
    assert told(rows, WENT).municipalities == {}


def test_a_kind_is_told_of_where_so_many_are_without_it_or_none() -> None:
    kinds = {"activity": 12, "course": 9, "self_help_group": 7, "outreach": 4}
    rows = [row(12), *(row(number, kind=kind) for kind, number in kinds.items())]

    assert told(rows).kinds == {"activity": 12, "self_help_group": 7}


def test_kinds_of_answers_are_not_told_since_they_overlap() -> None:
    kinds = [row(20, kind="activity"), row(9, WENT, kind="activity")]

    assert told([row(20), row(9, WENT), *kinds], WENT).kinds == {}


@given(
    st.lists(st.integers(0, 30), min_size=3, max_size=3),
    st.lists(st.integers(0, 15), min_size=3, max_size=3),
)
def test_every_span_of_answers_is_made_of_whole_spans_of_sheets(
    made: list[int], went: list[int]
) -> None:
    rows = by_month(made, MADE) + by_month(went, WENT)
    sheets = told(rows).spans

    for span in told(rows, WENT).spans:
        # Otherwise the five that are left would say how many sheets a part of a span had.
        assert span.first in {one.first for one in sheets}
        assert span.last in {one.last for one in sheets}


def test_the_span_after_december_begins_in_january() -> None:
    rows = [row(6, month="2025-12"), row(6, month="2026-02")]

    assert [span.first for span in told(rows).spans] == ["2025-12", "2026-01"]
