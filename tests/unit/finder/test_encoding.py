"""Offers as rows: every fact that was told, nothing that was not, and a place where one is known."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from directory.models import Offer, Schedule
from finder.encoding import Row, is_free
from matching.columns import NEVER, NO_LIMIT
from matching.facts import BITS, CHOICES, bit, bits, told
from matching.grid import NOWHERE, cell_of
from places.gazetteer import gazetteer
from tests.support.catalogue import ENCODER, TRONDHEIM, offer, schedule, venue, venue_at
from tests.support.reference import ANSWERS, meets, position_of, schedules_of, touches
from tests.support.strategies import catalogues, examples

YES_OR_NO = [field for field, words in CHOICES.items() if words == ("yes", "no")]


def rows(one: Offer) -> list[Row]:
    return list(ENCODER.rows(one))


def row_of(its: Schedule | None = None, **told_: Any) -> Row:
    (found,) = rows(offer("one", *([its] if its else []), **told_))
    return found


def has(row: Row, field: str, word: str) -> bool:
    return bool(row.facts & bit(field, word))


@examples(80)
@given(catalogues())
def test_each_answer_is_yes_or_no_or_nothing_as_it_was_told(offers: list[Offer]) -> None:
    for one in offers:
        for its, row in zip(schedules_of(one), rows(one), strict=True):
            for field in YES_OR_NO:
                answer = meets(field, one, its)
                if field == "talk_about_drugs":  # told the other way round than it is avoided
                    answer = None if answer is None else not answer
                expected = {None: None, True: "yes", False: "no"}[answer]
                assert told(row.facts, field) == expected, field


@examples(80)
@given(catalogues())
def test_each_choice_is_the_one_that_was_made(offers: list[Offer]) -> None:
    fields = (
        "sobriety_rule",
        "gender",
        "participants",
        "approach",
        "format",
        "intensity",
        "capacity",
    )
    for one in offers:
        for its, row in zip(schedules_of(one), rows(one), strict=True):
            for field in fields:
                assert told(row.facts, field) == getattr(one, field)
            assert told(row.facts, "attendance") == (its.attendance if its else None)
            audience = {word for word in CHOICES["audience"] if has(row, "audience", word)}
            assert audience == set(one.audience or ["self"])
            assert has(row, "is", "signpost") == (one.kind == "signpost")
            assert has(row, "has", "twelve_step_interest") == touches(
                one.interests, ["twelve_step"]
            )
            assert has(row, "has", "peers_in_the_lead") == (one.led_by == "peers")
            assert not has(row, "is", "over"), "that is for the day to say"


@examples(80)
@given(catalogues())
def test_a_row_lies_where_its_venue_is_known_to_be(offers: list[Offer]) -> None:
    for one in offers:
        for its, row in zip(schedules_of(one), rows(one), strict=True):
            place = position_of(its)
            assert (row.lat, row.lon) == (place or (None, None))
            assert has(row, "is", "placed") == (place is not None)
            is_hidden = one.kind == "signpost" or has(row, "is", "fenced")
            assert row.cell == (NOWHERE if place is None or is_hidden else cell_of(*place))
            is_exact = bool(its and its.venue and its.venue.precision == "exact")
            assert has(row, "is", "exact") == is_exact


@examples(60)
@given(catalogues())
def test_an_area_fences_what_works_there_and_what_has_nothing_else(offers: list[Offer]) -> None:
    for one in offers:
        for its, row in zip(schedules_of(one), rows(one), strict=True):
            works_there = one.kind in {"outreach", "signpost"}
            is_elsewhere = position_of(its) is not None or (its and its.attendance != "in_person")
            expected = bool(one.serves) and (works_there or not is_elsewhere)
            assert has(row, "is", "fenced") == expected


def test_every_schedule_is_a_row_and_no_schedule_is_one_too() -> None:
    three = offer("one", schedule(), schedule("online"), schedule("phone"))

    assert [row.position for row in rows(three)] == [0, 1, 2]
    assert [row.position for row in rows(offer("none"))] == [0]


@pytest.mark.parametrize(
    ("per_time", "per_year", "expected"),
    [
        (0, 0, True), (0, None, None), (None, 0, None), (None, None, None),
        (50, None, False), (None, 200, False), (0, 200, False), (50, 0, False), (0.5, 0, False),
    ],
)  # fmt: skip
def test_only_two_prices_of_nothing_are_free(
    per_time: float | None, per_year: float | None, expected: bool | None
) -> None:
    assert is_free(per_time, per_year) is expected


@pytest.mark.parametrize(
    ("attendance", "of_venue", "of_offer", "expected"),
    [
        ("in_person", True, False, "yes"),
        ("in_person", False, True, "no"),
        ("in_person", None, True, "yes"),
        ("in_person", None, None, None),
        ("hybrid", False, None, "no"),
        ("online", False, False, "yes"),
        ("phone", None, None, "yes"),
    ],
)
def test_steps_are_those_of_the_venue_or_else_of_the_offer_and_none_at_home(
    attendance: str, of_venue: bool | None, of_offer: bool | None, expected: str | None
) -> None:
    access = {} if of_offer is None else {"step_free": of_offer}

    row = row_of(schedule(attendance, venue(step_free=of_venue)), access=access)

    assert told(row.facts, "step_free") == expected


@pytest.mark.parametrize(
    ("served", "alcohol_free", "expected"),
    [
        (True, None, "no"), (False, None, "yes"), (None, None, None),
        (True, True, "yes"), (False, False, "no"), (None, True, "yes"),
    ],
)  # fmt: skip
def test_what_the_offer_tells_of_alcohol_stands_before_what_the_venue_serves(
    served: bool | None, alcohol_free: bool | None, expected: str | None
) -> None:
    access = {} if alcohol_free is None else {"alcohol_free_venue": alcohol_free}

    row = row_of(schedule(venue=venue(alcohol_served=served)), access=access)

    assert told(row.facts, "alcohol_free") == expected


@pytest.mark.parametrize(
    ("told_", "municipality"),
    [
        ({"municipality": "1806"}, "1806"),
        ({"municipality": "1806", "postcode": "7041"}, "1806"),
        ({"postcode": "7041"}, "5001"),
        ({"lat": TRONDHEIM[0], "lon": TRONDHEIM[1]}, "5001"),
        ({}, None),
    ],
)
def test_the_municipality_is_told_or_found_by_what_is(
    told_: dict[str, Any], municipality: str | None
) -> None:
    assert row_of(schedule(venue=venue(**told_))).municipality == municipality


def test_a_place_is_its_own_or_the_postcodes_or_the_municipalitys() -> None:
    postcode, town = gazetteer().postcode("7041"), gazetteer().municipality_place("1806")
    assert postcode is not None and town is not None

    own = row_of(schedule(venue=venue_at(62.0, 10.0, municipality="1806", postcode="7041")))
    by_postcode = row_of(schedule(venue=venue(municipality="1806", postcode="7041")))
    by_town = row_of(schedule(venue=venue(municipality="1806", postcode="0000")))

    assert (own.lat, own.lon) == (62.0, 10.0)
    assert (by_postcode.lat, by_postcode.lon) == (postcode.lat, postcode.lon)
    assert (by_town.lat, by_town.lon) == (town.lat, town.lon)


@pytest.mark.parametrize("place", [(0.0, 0.0), (62.0, 0.0), (0.0, 10.0), (-90.0, -180.0)])
def test_nought_degrees_are_degrees(place: tuple[float, float]) -> None:
    row = row_of(schedule(venue=venue_at(*place, municipality="5001")))

    assert (row.lat, row.lon, row.cell) == (*place, cell_of(*place))


def test_ages_days_and_languages_that_nobody_told() -> None:
    row = row_of()

    assert row.ages == (0, NO_LIMIT, 0, NO_LIMIT)
    assert (row.confirmed_on, row.ended_on) == (0, NEVER)
    assert (row.languages, row.serves, row.interests, row.effects) == (frozenset(), (), 0, 0)
    assert row.facts & ~bits("audience") == 0


def test_what_was_told_is_kept() -> None:
    (row,) = rows(
        offer("one", age_min=18, age_max=25, age_typical_min=19, age_typical_max=24,
              languages=["nb-NO", "EN", "se"], ended_on=date(2027, 1, 1),
              confirmed_on=date(2026, 1, 1), effects=["find_calm", "meet_people"], serves=["NO"])
    )  # fmt: skip

    assert row.ages == (18, 25, 19, 24)
    assert row.languages == {"nb", "en", "se"}
    assert (row.ended_on, row.confirmed_on) == (
        date(2027, 1, 1).toordinal(),
        date(2026, 1, 1).toordinal(),
    )
    assert (row.effects, row.serves) == (0b101, ("NO",))
    assert has(row, "has", "age_limit")


def test_a_limit_of_nought_years_is_a_limit_that_was_told() -> None:
    assert has(row_of(age_min=0), "has", "age_limit")
    assert not has(row_of(age_typical_min=20), "has", "age_limit")


def test_every_fact_has_a_bit_of_its_own_in_one_word() -> None:
    every = [one for words in BITS.values() for one in words.values()]

    assert len(set(every)) == len(every)
    assert all(one.bit_count() == 1 for one in every)
    assert sum(every) < 2**64


def test_each_must_of_the_contract_is_a_field_of_the_facts() -> None:
    assert set(ANSWERS) <= set(YES_OR_NO)
