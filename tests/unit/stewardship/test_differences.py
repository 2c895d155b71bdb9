"""Two changes to one entry: nothing that either has written is lost, and nothing is chosen for them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stewardship.differences import differences, entry_of_leaves, leaves_of, merge

TEXTS = st.sampled_from(["a", "b", "c"])
ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "capacity": TEXTS,
        "summary": st.dictionaries(st.sampled_from(["nb", "nn", "en"]), TEXTS, min_size=1),
        "access": st.dictionaries(
            st.sampled_from(["drop_in", "step_free"]), st.booleans(), min_size=1
        ),
        "cost": st.fixed_dictionaries(
            {"per_time": st.integers(0, 2)}, optional={"note": st.just({"nb": "a"})}
        ),
        "schedules": st.lists(st.fixed_dictionaries({"rrule": TEXTS}), min_size=1, max_size=2),
    },
)


@given(ENTRIES)
def test_an_entry_is_the_same_after_being_taken_apart(entry: dict[str, Any]) -> None:
    assert entry_of_leaves(leaves_of(entry)) == entry


@given(ENTRIES, ENTRIES)
def test_differences_name_every_leaf_that_is_not_the_same(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    old, new = leaves_of(before), leaves_of(after)

    found = differences(before, after)

    assert {one.key for one in found} == {
        key for key in {*old, *new} if old.get(key) != new.get(key)
    }
    assert all((one.before, one.after) == (old.get(one.key), new.get(one.key)) for one in found)


@given(ENTRIES, ENTRIES, ENTRIES)
def test_whatever_one_of_two_has_changed_is_in_the_merge_or_in_a_conflict(
    base: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any]
) -> None:
    was, they, me = leaves_of(base), leaves_of(theirs), leaves_of(mine)

    found = merge(base, theirs, mine)

    merged = leaves_of(found.entry)
    conflicts = {one.key: one for one in found.conflicts}
    for key in {*was, *they, *me}:
        changed = {repr(side.get(key)) for side in (they, me) if side.get(key) != was.get(key)} or {
            repr(was.get(key))
        }
        if len(changed) == 1:
            assert repr(merged.get(key)) in changed
            assert key not in conflicts
        else:
            assert (conflicts[key].theirs, conflicts[key].mine) == (they.get(key), me.get(key))


@given(ENTRIES, ENTRIES)
def test_a_change_that_nobody_else_has_touched_goes_through_whole(
    base: dict[str, Any], mine: dict[str, Any]
) -> None:
    found = merge(base, base, mine)

    assert found.conflicts == ()
    assert leaves_of(found.entry) == leaves_of(mine)


@given(ENTRIES, ENTRIES, ENTRIES)
def test_who_was_first_makes_no_difference_to_what_is_in_conflict(
    base: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any]
) -> None:
    one, other = merge(base, theirs, mine), merge(base, mine, theirs)

    assert {c.key for c in one.conflicts} == {c.key for c in other.conflicts}
