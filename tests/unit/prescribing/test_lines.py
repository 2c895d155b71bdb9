"""Which lines fit an offer: none that says more than what is told of it."""

from typing import Any

import pytest

from directory.choices import OfferKind
from directory.models import Offer, Schedule
from prescribing.choices import AddedLine, Heading
from prescribing.sheets.lines import lines_that_fit
from prescribing.sheets.words import heading_in_words, line_in_words
from web.languages import LANGUAGES, speaking

PHONE = [{"phone": "12 34 56 78"}]


def offer(**told: Any) -> Offer:
    usual: dict[str, Any] = {"kind": OfferKind.ACTIVITY, "access": {}, "contacts": PHONE}
    return Offer(**usual | {"schedules": []} | told)


def test_where_nothing_is_told_no_line_says_that_it_is_so() -> None:
    says_so = {AddedLine.JUST_TURN_UP, AddedLine.JUST_LISTEN}
    assert set(lines_that_fit(offer())) == set(AddedLine) - says_so


def test_where_all_is_told_every_line_fits() -> None:
    told = dict.fromkeys(("drop_in", "listening_ok", "companion_first_time"), True)
    assert lines_that_fit(offer(access=told)) == tuple(AddedLine)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (AddedLine.JUST_TURN_UP, {"access": {"drop_in": False}}),
        (AddedLine.JUST_TURN_UP, {"access": {"drop_in": True, "sign_up": True}}),
        (AddedLine.JUST_TURN_UP, {"access": {"drop_in": True, "referral_needed": True}}),
        (
            AddedLine.JUST_TURN_UP,
            {"access": {"drop_in": True}, "schedules": [Schedule(by_appointment=True)]},
        ),
        (AddedLine.JUST_LISTEN, {"access": {"listening_ok": False}}),
        (AddedLine.ASK_FOR_COMPANY, {"access": {"companion_first_time": False}}),
        (AddedLine.ASK_FOR_COMPANY, {"kind": OfferKind.SIGNPOST}),
        (AddedLine.RING_AND_SAY, {"contacts": []}),
        (AddedLine.RING_TOGETHER, {"contacts": [{"email": "hei@example.org"}]}),
    ],
)
def test_a_line_that_goes_against_what_is_told_does_not_fit(
    line: AddedLine, told: dict[str, Any]
) -> None:
    assert line not in lines_that_fit(offer(**told))
    assert AddedLine.GO_ONCE in lines_that_fit(offer(**told))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_and_line_has_words(language: str) -> None:
    with speaking(language):
        headings = {heading_in_words(one) for one in Heading}
        lines = {line_in_words(one) for one in AddedLine}
    assert all(headings | lines)
    assert (len(headings), len(lines)) == (len(Heading), len(AddedLine))
