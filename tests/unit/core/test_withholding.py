"""No number below five can be read out of the wishes that are shown, nor worked out from them."""

from collections.abc import Mapping
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from core.withholding import FEWEST_SHOWN, shown_parts, shown_sum
from finder.age_bands import AgeBand

counts = st.fixed_dictionaries({band: st.integers(0, 12) for band in AgeBand})


def seen(parts: Mapping[AgeBand, int]) -> tuple[int | None, dict[AgeBand, int]]:
    """Return everything that is told of ``parts``."""
    together = shown_sum(parts)
    return together, {} if together is None else shown_parts(parts)


def others_that_look_the_same(parts: Mapping[AgeBand, int]) -> list[dict[AgeBand, int]]:
    """Return counts of which exactly the same is told: what is held back, in every other order."""
    told = seen(parts)
    hidden = [band for band in parts if band not in told[1]]
    orders = set(permutations([parts[band] for band in hidden]))
    others = [{**parts, **dict(zip(hidden, order, strict=True))} for order in orders]
    return [other for other in others if seen(other) == told]


@given(counts)
def test_no_number_below_five_is_shown(parts: dict[AgeBand, int]) -> None:
    together, shown = seen(parts)

    assert together is None or together >= FEWEST_SHOWN
    assert all(count >= FEWEST_SHOWN for count in shown.values())


@given(counts)
def test_whatever_is_held_back_beside_a_sum_could_as_well_be_large(
    parts: dict[AgeBand, int],
) -> None:
    """Somebody who knows how we withhold, and sees all that is shown, can tell no small number."""
    together, shown = seen(parts)
    hidden = [band for band in parts if band not in shown]
    if together is None or not hidden:
        return
    possible = {band: {one[band] for one in others_that_look_the_same(parts)} for band in hidden}
    if max(parts[band] for band in hidden) < FEWEST_SHOWN:
        # Nothing is shown but the sum, and one age alone may have all of it.
        lone = [{**dict.fromkeys(parts, 0), band: together} for band in hidden]
        assert shown == {}
        assert all(seen(one) == (together, {}) for one in lone)
    else:
        assert all(max(values) >= FEWEST_SHOWN for values in possible.values())


@given(counts)
def test_what_is_left_of_the_sum_is_never_small_where_anything_is_held_back(
    parts: dict[AgeBand, int],
) -> None:
    together, shown = seen(parts)

    if together is not None and len(shown) < len(parts):
        assert together - sum(shown.values()) >= FEWEST_SHOWN


def test_all_ages_are_shown_where_all_are_wished_for_by_enough() -> None:
    parts = dict.fromkeys(AgeBand, FEWEST_SHOWN)

    assert seen(parts) == (30, parts)


def test_the_smallest_of_the_large_numbers_is_held_back_with_the_small_ones() -> None:
    parts = dict.fromkeys(AgeBand, 0) | {
        AgeBand.UNDER_18: 9,
        AgeBand.FROM_18: 6,
        AgeBand.FROM_26: 2,
    }

    assert seen(parts) == (17, {AgeBand.UNDER_18: 9})


def test_four_wishes_are_not_told_of_at_all() -> None:
    assert seen({AgeBand.UNKNOWN: 4}) == (None, {})
