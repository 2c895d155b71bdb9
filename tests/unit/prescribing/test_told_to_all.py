"""Nothing that everybody is told of a part lets anybody work out a small number, or somebody's answer.

The tests read like an attacker who is one of the practices, or none of them. They know the rules, all
that is told, and what they have added themselves. They go through everything that the others could have
added, and look at which of it the same would be told of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations, pairwise, product
from typing import Final

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from core.withholding import FEWEST_SHOWN
from places.gazetteer import gazetteer
from prescribing.choices import Counted
from prescribing.models import ANY_KIND
from prescribing.practices.dividing_places import EVERYWHERE, Stretch, rank_of
from prescribing.practices.shown import Shown, shown_to_all
from prescribing.practices.tallies import CountRow

MADE, WENT = Counted.MADE, Counted.WENT_YES
OURS, THEIRS, A_THIRD = 1, 2, 3
OSLO, BERGEN, TRONDHEIM, STAVANGER = "0301", "4601", "5001", "1103"
PLACES: Final = (OSLO, BERGEN, TRONDHEIM, STAVANGER)
KINDS: Final = ("activity", "course", "outreach")
MONTHS: Final = ("2026-01", "2026-02")
LATER: Final = "2026-03"
Numbers = tuple[int, ...]

few_or_many = st.integers(0, 4) | st.integers(0, 30)


def by_place(
    numbers: Sequence[int], event: Counted = MADE, practice: int = OURS, month: str = MONTHS[0]
) -> list[CountRow]:
    pairs = zip(PLACES, numbers, strict=False)
    return [CountRow(practice, month, place, ANY_KIND, event, n) for place, n in pairs if n]


def by_kind(made: int, numbers: Sequence[int], practice: int = OURS) -> list[CountRow]:
    kinds = zip(KINDS, numbers, strict=False)
    return [
        *by_place((made,), MADE, practice),
        *(CountRow(practice, MONTHS[0], "", kind, MADE, n) for kind, n in kinds if n),
    ]


def told(rows: Iterable[CountRow], event: Counted = MADE) -> Shown:
    return shown_to_all(rows, event, LATER)


def as_seen(one: Shown) -> tuple[object, ...]:
    return one.number, one.spans, tuple(one.municipalities.items()), tuple(one.kinds.items())


def ways_to_part(together: int, length: int) -> Iterator[Numbers]:
    """Yield everything that ``length`` numbers could be that add up to ``together``."""
    for cuts in combinations(range(together + length - 1), length - 1):
        edges = (-1, *cuts, together + length - 1)
        yield tuple(after - before - 1 for before, after in pairwise(edges))


def hides_what_is_small(same: Sequence[Numbers]) -> None:
    """Fail where one number, or the sum of some, can only be one that is small."""
    length = len(same[0])
    for some in range(1, length + 1):
        for chosen in combinations(range(length), some):
            values = {sum(numbers[one] for one in chosen) for numbers in same}
            (least, *others) = sorted(values)
            assert others or least == 0 or least >= FEWEST_SHOWN, (chosen, same)


@settings(max_examples=12, deadline=None)
@example((20, 20, 20, 20), 14)
@given(st.tuples(*[few_or_many] * 4), st.integers(FEWEST_SHOWN, 14))
def test_a_practice_cannot_work_out_how_many_sheets_another_has_made_for_a_municipality(
    own: Numbers, together: int
) -> None:
    seen = defaultdict(list)
    for others in ways_to_part(together, 4):
        one = told(by_place(own) + by_place(others, practice=THEIRS))
        if one.number:
            seen[as_seen(one)].append(others)

    for same in seen.values():
        hides_what_is_small(same)


@settings(max_examples=12, deadline=None)
@given(st.tuples(*[few_or_many] * 3), st.integers(FEWEST_SHOWN, 8))
def test_a_practice_cannot_work_out_how_many_two_others_have_made_together(
    own: Numbers, together: int
) -> None:
    seen = defaultdict(list)
    for numbers in ways_to_part(together, 6):
        theirs, a_thirds = numbers[:3], numbers[3:]
        rows = by_place(own) + by_place(theirs, practice=THEIRS)
        one = told(rows + by_place(a_thirds, practice=A_THIRD))
        if one.number:
            of_both = tuple(map(sum, zip(theirs, a_thirds, strict=True)))
            seen[as_seen(one)].append(of_both)

    for same in seen.values():
        hides_what_is_small(same)


@settings(max_examples=12, deadline=None)
@given(
    st.tuples(*[st.integers(0, 25)] * 3),
    st.tuples(*[st.integers(0, 18)] * 3),
    st.data(),
)
def test_a_practice_cannot_work_out_how_many_went_with_the_sheets_of_another(
    own: Numbers, sheets: Numbers, data: st.DataObject
) -> None:
    own_went = tuple(data.draw(st.integers(0, made)) for made in own)
    made = by_place(own) + by_place(sheets, practice=THEIRS)
    assume(sum(sheets) >= 2 * FEWEST_SHOWN)
    together = data.draw(st.integers(FEWEST_SHOWN, sum(sheets) - FEWEST_SHOWN))
    possible = [
        (*went, last)
        for went in product(*(range(number + 1) for number in sheets[:2]))
        if 0 <= (last := together - sum(went)) <= sheets[2]
    ]
    seen = defaultdict(list)
    for went in possible:
        one = told(made + by_place(own_went, WENT) + by_place(went, WENT, THEIRS), WENT)
        if one.number:
            seen[as_seen(one)].append(went)

    for same in seen.values():
        for values, of_sheets in zip(map(set, zip(*same, strict=True)), sheets, strict=True):
            is_large = FEWEST_SHOWN <= min(values) <= max(values) <= of_sheets - FEWEST_SHOWN
            assert len(values) > 1 or is_large or not of_sheets, same


matrices = st.lists(st.tuples(*[few_or_many] * 4), min_size=1, max_size=3)


@settings(max_examples=100, deadline=None)
@given(matrices, st.data())
def test_what_is_told_of_places_and_what_is_left_is_large_or_nothing_without_any_practice(
    of_practices: list[Numbers], data: st.DataObject
) -> None:
    rows = [row for n, made in enumerate(of_practices) for row in by_place(made, practice=n)]
    rows += [
        row._replace(event=WENT, number=data.draw(st.integers(0, row.number))) for row in list(rows)
    ]
    for event in (MADE, WENT):
        one = told(rows, event)
        hidden = set(PLACES) - set(one.municipalities) if one.number else set()
        for but in (None, *range(len(of_practices))):
            for group in [*({place} for place in one.municipalities), hidden]:
                left = [r for r in rows if r.municipality in group and r.practice_id != but]
                number = sum(row.number for row in left if row.event is event)
                made = sum(row.number for row in left if row.event is MADE)
                if event is MADE:
                    assert number == 0 or number >= FEWEST_SHOWN
                else:
                    assert made == 0 or FEWEST_SHOWN <= number <= made - FEWEST_SHOWN
        for place, told_number in one.municipalities.items():
            of_place = [r.number for r in rows if r.municipality == place and r.event is event]
            assert told_number == sum(of_place) >= FEWEST_SHOWN


@settings(max_examples=60, deadline=None)
@given(matrices, matrices, st.data())
def test_answers_are_told_of_a_municipality_only_where_its_sheets_are_in_each_span(
    first: list[Numbers], second: list[Numbers], data: st.DataObject
) -> None:
    rows = [
        row
        for month, of_practices in zip(MONTHS, (first, second), strict=True)
        for n, made in enumerate(of_practices)
        for row in by_place(made, practice=n, month=month)
    ]
    went = [row._replace(event=WENT, number=data.draw(st.integers(0, row.number))) for row in rows]
    answers = told(rows + went, WENT)
    assume(len(answers.spans) == 1)
    for span in told(rows).spans:
        if span.last <= answers.spans[0].last:
            within = [row for row in rows if span.first <= row.month <= span.last]
            there = {row.municipality for row in within} & set(answers.municipalities)
            assert there <= set(told(within).municipalities)


def test_answers_are_not_told_of_municipalities_whose_sheets_are_hidden_in_one_of_the_months() -> (
    None
):
    made = by_place((20, 2)) + by_place((0, 20), month=MONTHS[1])
    went = by_place((1,), WENT) + by_place((8, 8), WENT, month=MONTHS[1])

    # The sheets of the first month are hidden, and nine answers with five left would say how many.
    assert told(made + went, WENT).number == 17
    assert told(made + went, WENT).municipalities == {}


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 20), st.tuples(st.integers(0, 20), st.integers(0, 20)), st.integers(5, 16))
def test_a_practice_cannot_work_out_how_many_sheets_of_another_have_a_kind(
    own_made: int, own_kinds: Numbers, together: int
) -> None:
    own = by_kind(own_made, [min(own_made, number) for number in own_kinds])
    seen = defaultdict(list)
    for kinds in product(range(together + 1), repeat=2):
        # Every sheet has something on it.
        if sum(kinds) >= together:
            seen[as_seen(told(own + by_kind(together, kinds, THEIRS)))].append(kinds)

    for same in seen.values():
        for values in map(set, zip(*same, strict=True)):
            least = min(values)
            is_large = FEWEST_SHOWN <= least <= together - FEWEST_SHOWN
            assert len(values) > 1 or is_large or least in {0, together}, same


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(few_or_many, few_or_many, few_or_many), min_size=1, max_size=3))
def test_of_a_kind_that_is_told_those_with_and_without_are_large_or_nothing_without_any_practice(
    of_practices: list[Numbers],
) -> None:
    practices = [(made, min(made, one), min(made, two)) for made, one, two in of_practices]
    rows = [row for n, (made, *kinds) in enumerate(practices) for row in by_kind(made, kinds, n)]

    for kind, number in told(rows).kinds.items():
        assert number >= FEWEST_SHOWN
        place = 1 + KINDS.index(kind)
        for but in (None, *range(len(practices))):
            left = [one for n, one in enumerate(practices) if n != but]
            having = sum(one[place] for one in left)
            without = sum(one[0] for one in left) - having
            assert all(some == 0 or some >= FEWEST_SHOWN for some in (having, without))


def test_municipalities_are_told_where_all_of_several_practices_are_large() -> None:
    rows = by_place((20, 9, 7)) + by_place((8, 6, 0), practice=THEIRS)

    assert told(rows).municipalities == {OSLO: 28, BERGEN: 15, TRONDHEIM: 7}


def test_a_municipality_where_one_practice_has_few_hides_with_its_neighbour_in_size() -> None:
    rows = by_place((30, 9, 7)) + by_place((30, 2, 6), practice=THEIRS)

    assert told(rows).number == 84
    assert told(rows).municipalities == {OSLO: 60}


def test_answers_of_several_practices_are_told_of_municipalities_where_all_are_large() -> None:
    made = by_place((40, 30)) + by_place((30, 40), practice=THEIRS)
    went = by_place((10, 9), WENT) + by_place((8, 7), WENT, THEIRS)

    assert told(made + went, WENT).municipalities == {OSLO: 18, BERGEN: 16}


def test_kinds_of_several_practices_are_told_of_sheets_and_never_of_answers() -> None:
    rows = by_kind(20, (12, 9)) + by_kind(20, (10, 2), THEIRS)
    went = [row._replace(event=WENT, number=row.number // 2) for row in rows]

    assert told(rows).kinds == {"activity": 22}
    assert told(rows + went, WENT).number == 20
    assert told(rows + went, WENT).kinds == {}


def test_where_there_is_one_practice_as_yet_no_more_is_told_than_when_there_are_two() -> None:
    alone = by_place((9, 6, 2))
    later = by_place((9, 9, 9), practice=THEIRS, month=MONTHS[1])

    before = shown_to_all(alone, MADE, MONTHS[1]).municipalities

    assert before == shown_to_all(alone + later, MADE, MONTHS[1]).municipalities == {OSLO: 9}


def test_every_municipality_comes_to_stand_alone_when_places_are_divided_often_enough() -> None:
    def parts(stretch: Stretch) -> Iterator[Stretch]:
        if stretch.is_one:
            yield stretch
        else:
            for half in stretch.halves():
                yield from parts(half)

    found = list(parts(EVERYWHERE))

    assert found == [Stretch(rank, rank + 1) for rank in EVERYWHERE.ranks]
    ranks = [rank_of(one.number) for one in gazetteer().municipalities()]
    assert len(set(ranks)) == len(ranks)
    assert rank_of("") not in ranks
    assert rank_of("9999") not in {*ranks, rank_of("")}


def test_the_way_of_dividing_places_is_never_changed() -> None:
    """What was told of months that have ended could be held against what would be told of them now."""
    ranks = sorted((rank_of(f"{number:04}"), number) for number in range(10_000))
    known = [number for rank, number in ranks if rank < rank_of("")]

    assert sha256(repr(known).encode()).hexdigest()[:16] == "0c72aefc6ad65470"
