"""What becomes public of an entry: a hidden place is gone, whatever else is told."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stewardship.publishing import AddressToldError, public_words, refuse_told_address
from tests.support.factories import offer_entry, schedule_entry

SECRETS = st.text("hemlig", min_size=6, max_size=12).map(lambda text: f"§{text}")


def hidden_place(secret: str, **more: Any) -> dict[str, Any]:
    return {
        "name": secret,
        "address": f"{secret} 4",
        "postcode": "7042",
        "municipality": "5001",
        "lat": 63.4427123,
        "lon": 10.4424123,
        "precision": "exact",
        **more,
    }


@given(SECRETS, st.integers(1, 3))
def test_nothing_of_a_hidden_place_is_left_but_the_municipality(secret: str, places: int) -> None:
    schedules = [schedule_entry(venue=hidden_place(secret, step_free=True)) for _ in range(places)]

    public = public_words(offer_entry(schedules=schedules), hides_address=True)

    written = json.dumps(public)
    assert not any(told in written for told in (secret, "7042", "63.4427", "10.4424"))
    for schedule in public["schedules"]:
        assert schedule["venue"]["municipality"] == "5001"
        assert schedule["venue"]["precision"] == "municipality"
        assert schedule["venue"]["step_free"] is True


def test_a_place_that_is_not_hidden_stays_as_it_is() -> None:
    entry = offer_entry(schedules=[schedule_entry(venue=hidden_place("Klatrehallen"))])

    assert public_words(entry, hides_address=False) == entry


def test_hiding_takes_nothing_from_the_words_it_was_given() -> None:
    entry = offer_entry(schedules=[schedule_entry(venue=hidden_place("Klatrehallen"))])

    public_words(entry, hides_address=True)

    assert entry["schedules"][0]["venue"]["name"] == "Klatrehallen"


def test_what_one_attends_from_home_has_no_place_to_hide() -> None:
    online = schedule_entry(attendance="online", venue=None)

    public = public_words(offer_entry(schedules=[online]), hides_address=True)

    assert public["schedules"] == [online]


@pytest.mark.parametrize(
    "changes",
    [
        {"summary": {"nb": "Vi møtes i STORGATA 4, andre etasje."}},
        {"first_visit": {"en": "Come to Storgata  4."}},
        {"contacts": [{"role": "Storgata 4"}]},
    ],
    ids=["summary", "first visit", "contact"],
)
def test_an_address_that_is_to_be_hidden_may_not_stand_in_a_text(changes: dict[str, Any]) -> None:
    entry = offer_entry(schedules=[schedule_entry(venue=hidden_place("Storgata"))], **changes)

    with pytest.raises(AddressToldError):
        refuse_told_address(entry)


def test_a_street_in_a_text_that_is_not_the_hidden_one_is_nobodys_business() -> None:
    hidden = schedule_entry(venue=hidden_place("Storgata"))
    entry = offer_entry(schedules=[hidden], summary={"nb": "Vi møtes ved Storgata 44."})

    refuse_told_address(entry)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("Storgata 4, 2. etasje", "Vi møtes i Storgata 4."),
        ("Storgata 4 B", "Inngang i Storgata 4b."),
        ("Storgata 4b", "Inngang i Storgata 4 B, ring på."),
        ("Storgata 4", "Storgata 4 i bakgården"),
        ("Øvre gate 12 (bakgården)", "Øvre gate 12"),
    ],
)
def test_street_and_number_are_enough_to_tell_an_address(address: str, text: str) -> None:
    venue = hidden_place("Klatrehallen", address=address)
    entry = offer_entry(schedules=[schedule_entry(venue=venue)], summary={"nb": text})

    with pytest.raises(AddressToldError):
        refuse_told_address(entry)


@pytest.mark.parametrize("text", ["Vi er 4 i Storgata.", "Storgata 40", "Kl. 4 hver dag."])
def test_what_only_looks_like_the_address_tells_nothing(text: str) -> None:
    venue = hidden_place("Klatrehallen", address="Storgata 4, 2. etasje")

    refuse_told_address(offer_entry(schedules=[schedule_entry(venue=venue)], summary={"nb": text}))
