"""Drafts as somebody might seal them who had the key: with anything in any place."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from prescribing.choices import AddedLine, Heading, Reason
from prescribing.draft import Draft, Item
from tests.support.personal import PERSONAL


def personal() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(PERSONAL.values())) | st.text(max_size=40)


def values() -> st.SearchStrategy[Any]:
    numbers = st.integers(-5, 10**11) | st.floats(allow_nan=False) | st.none() | st.booleans()
    simple = personal() | numbers | st.sampled_from(["5001", "Trondheim", "18-25", "peers"])
    return simple | st.lists(simple, max_size=3) | st.dictionaries(personal(), simple, max_size=2)


def questions() -> st.SearchStrategy[dict[str, Any]]:
    keys = (
        *("age", "place", "municipality", "interests", "not_this", "text", "language", "max_km"),
        *("situation", "when", "lat", "lon", "today", "limit", "gender", "musts"),
    )
    return st.dictionaries(st.sampled_from(keys) | personal(), values(), max_size=4)


def drafts() -> st.SearchStrategy[Draft]:
    offers = st.sampled_from(["klatrekveld", "turgruppa"]) | personal()
    lines = st.none() | st.sampled_from(AddedLine)
    return st.builds(
        Draft,
        reasons=st.lists(st.sampled_from(Reason), max_size=2).map(tuple),
        question=questions(),
        items=st.lists(st.builds(Item, offers, lines), max_size=5).map(tuple),
        heading=st.sampled_from(Heading),
        plan_from=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    )
