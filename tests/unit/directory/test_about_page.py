"""How fresh the catalogue is, in numbers that claim no more than somebody has said."""

from datetime import date, timedelta
from statistics import median_high

from hypothesis import given
from hypothesis import strategies as st

from directory.about_page import Age, freshness_of
from directory.choices import ConfirmedBy

TODAY = date(2026, 11, 25)
DAYS = st.one_of(st.none(), st.integers(0, 2000).map(lambda days: TODAY - timedelta(days)))
AGES = st.lists(
    st.builds(Age, st.integers(1, 5), DAYS, st.sampled_from([None, *ConfirmedBy]), DAYS),
    max_size=12,
)


@given(AGES)
def test_the_median_is_that_of_every_single_offer_that_people_have_confirmed(
    ages: list[Age],
) -> None:
    by_people = [
        (TODAY - one.confirmed_on).days
        for one in ages
        for _ in range(one.offers)
        if one.confirmed_on and one.confirmed_by in {"organisation", "moderator"}
    ]

    found = freshness_of(ages, TODAY)

    assert found.by_groups == len(by_people)
    assert found.median_days == (median_high(by_people) if by_people else None)


def test_what_a_document_tells_is_confirmed_by_nobody() -> None:
    found = freshness_of([Age(7, TODAY, ConfirmedBy.DOCUMENT, None)], TODAY)

    assert (found.offers, found.by_groups, found.median_days) == (7, 0, None)
    assert found.from_documents == 7


def test_who_has_not_answered_is_counted_late_or_silent() -> None:
    late = Age(2, None, None, TODAY - timedelta(1))
    silent = Age(3, None, None, TODAY - timedelta(400))

    found = freshness_of([late, silent, Age(4, None, None, None)], TODAY)

    assert (found.overdue, found.silent) == (2, 3)
