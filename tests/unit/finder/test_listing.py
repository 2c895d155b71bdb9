"""Public lists: what stands on them, what never does, and in which order."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.choices import SobrietyRule
from directory.examples import EXAMPLE_PREFIX, is_example
from directory.models import Offer, Schedule
from finder.listing import (
    municipalities_with_offers,
    offers_in,
    offers_reaching,
    offers_with,
)
from finder.snapshot import Snapshot
from tests.support.catalogue import (
    ENCODER,
    MOMENT,
    VOCABULARY,
    WELL_KNOWN,
    offer,
    schedule,
    table_of,
    venue,
)
from tests.support.strategies import generators, made_up_offer

TRONDHEIM, STJORDAL, OSLO = "5001", "5035", "0301"


def snapshot_of(*offers: Offer) -> Snapshot:
    names = {one.id: one.name for one in offers}
    return Snapshot(1, VOCABULARY, ENCODER, table_of(offers), names)


def held_in(municipality: str, weekday: str = "WE", **told: Any) -> Schedule:
    times: dict[str, Any] = {"rrule": f"FREQ=WEEKLY;BYDAY={weekday}", "start_time": time(18)}
    return schedule(venue=venue(municipality=municipality), **times | told)


def in_trondheim(*offers: Offer) -> tuple[str, ...]:
    return offers_in(snapshot_of(*offers), TRONDHEIM, MOMENT)


def reaching_trondheim(*offers: Offer) -> tuple[str, ...]:
    return offers_reaching(snapshot_of(*offers), TRONDHEIM, MOMENT)


# In a municipality


def test_a_municipality_has_what_takes_place_there_and_what_serves_it_by_name() -> None:
    here = offer("her", held_in(TRONDHEIM))
    for_it = offer("for-den", serves=[TRONDHEIM, OSLO])
    elsewhere = offer("annensteds", held_in(OSLO))

    assert set(in_trondheim(here, for_it, elsewhere)) == {"her", "for-den"}


def test_what_happens_soonest_comes_first_and_what_has_no_date_last() -> None:
    # The moment is a Tuesday at noon.
    offers = [
        offer("a-uten-dato", held_in(TRONDHEIM, rrule="FREQ=WEEKLY")),
        offer("b-mandag", held_in(TRONDHEIM, "MO")),
        offer("c-tirsdag", held_in(TRONDHEIM, "TU")),
        offer("d-tirsdag", held_in(TRONDHEIM, "TU")),
    ]

    assert in_trondheim(*offers) == ("c-tirsdag", "d-tirsdag", "b-mandag", "a-uten-dato")


def test_an_offer_is_as_soon_as_its_soonest_time_there() -> None:
    often = offer("ofte", held_in(TRONDHEIM, "MO"), held_in(TRONDHEIM, "WE"))
    elsewhere_sooner = offer("annensteds-foerst", held_in(TRONDHEIM, "SU"), held_in(OSLO, "TU"))
    thursday = offer("torsdag", held_in(TRONDHEIM, "TH"))

    assert in_trondheim(elsewhere_sooner, thursday, often) == (
        "ofte",
        "torsdag",
        "annensteds-foerst",
    )


def test_real_offers_come_before_made_up_ones() -> None:
    made_up = offer(f"{EXAMPLE_PREFIX}snart", held_in(TRONDHEIM, "TU"))
    real = offer("senere", held_in(TRONDHEIM, "MO"))

    assert in_trondheim(made_up, real) == ("senere", f"{EXAMPLE_PREFIX}snart")


def test_what_nobody_has_answered_for_in_a_year_comes_after_what_somebody_has() -> None:
    silent = offer("a-stille", held_in(TRONDHEIM, "TU"), due_on=date(2025, 11, 23))
    late = offer("b-sen", held_in(TRONDHEIM, "MO"), due_on=date(2025, 11, 24))
    made_up = offer(f"{EXAMPLE_PREFIX}snart", held_in(TRONDHEIM, "TU"))

    assert in_trondheim(made_up, silent, late) == ("b-sen", "a-stille", f"{EXAMPLE_PREFIX}snart")


def test_what_is_over_or_has_ended_is_not_listed() -> None:
    over = offer("over", held_in(TRONDHEIM, until=date(2026, 11, 1)))
    ended = offer("slutt", held_in(TRONDHEIM), ended_on=date(2026, 11, 1))

    assert in_trondheim(over, ended) == ()


def test_an_offer_for_people_who_use_now_stands_on_no_list() -> None:
    apart = offer("for-seg", held_in(TRONDHEIM), sobriety_rule="active_use", interests=["climbing"])
    drug_free = offer(
        "rusfritt", held_in(TRONDHEIM), sobriety_rule="drug_free", interests=["climbing"]
    )

    assert in_trondheim(apart, drug_free) == ("rusfritt",)
    assert offers_with(snapshot_of(apart, drug_free), "climbing", MOMENT) == ("rusfritt",)
    assert reaching_trondheim(offer("for-seg", serves=["NO"], sobriety_rule="active_use")) == ()


def test_an_office_is_listed_where_it_works_and_not_where_it_lies() -> None:
    office = offer("kontor", held_in(TRONDHEIM), kind="signpost", serves=[STJORDAL])

    assert in_trondheim(office) == ()
    assert offers_in(snapshot_of(office), STJORDAL, MOMENT) == ("kontor",)


def test_a_municipality_without_anything_has_an_empty_list() -> None:
    assert offers_in(snapshot_of(), TRONDHEIM, MOMENT) == ()
    assert in_trondheim(offer("annensteds", held_in(OSLO))) == ()


# What reaches it


def test_the_county_the_country_and_the_screen_reach_a_municipality() -> None:
    found = reaching_trondheim(
        offer("her", held_in(TRONDHEIM)),
        offer("fylket", serves=["50"]),
        offer("landet", serves=["NO"]),
        offer("paa-nett", schedule("online")),
        offer("paa-telefon", schedule("phone")),
        offer("annet-fylke", serves=["03"]),
        offer("annensteds", held_in(OSLO)),
    )

    assert set(found) == {"fylket", "landet", "paa-nett", "paa-telefon"}


def test_helplines_of_the_country_have_a_page_of_their_own() -> None:
    helpline = offer("telefon", schedule("phone"), kind="signpost", serves=["NO"])
    advice = offer("raad", kind="signpost", serves=["50"])

    assert reaching_trondheim(helpline, advice) == ("raad",)


def test_what_is_here_already_is_not_said_again() -> None:
    both = offer("begge", held_in(TRONDHEIM), schedule("online"))

    assert in_trondheim(both) == ("begge",)
    assert reaching_trondheim(both) == ()


# Of an interest


def test_an_interest_has_what_lies_under_it() -> None:
    snapshot = snapshot_of(
        offer("buldring", held_in(OSLO), interests=["bouldering"]),
        offer("klatring", held_in(TRONDHEIM), interests=["climbing"]),
        offer("kor", held_in(OSLO), interests=["choir"]),
        offer("en-hobby", interests=["hobby_57"]),
    )

    assert set(offers_with(snapshot, "climbing", MOMENT)) == {"buldring", "klatring"}
    assert offers_with(snapshot, "bouldering", MOMENT) == ("buldring",)
    assert offers_with(snapshot, "hobbies", MOMENT) == ("en-hobby",)
    assert offers_with(snapshot, "running", MOMENT) == ()


def test_an_unknown_interest_is_refused() -> None:
    with pytest.raises(KeyError):
        offers_with(snapshot_of(), "stratospheric_ballooning", MOMENT)


# Municipalities that have anything


def test_a_municipality_counts_where_something_to_go_to_takes_place() -> None:
    snapshot = snapshot_of(
        offer("her", held_in(TRONDHEIM)),
        offer("slutt", held_in(OSLO), ended_on=date(2020, 1, 1)),
        offer("kontor", held_in(STJORDAL), kind="signpost"),
        offer("paa-nett", schedule("online")),
    )

    assert municipalities_with_offers(snapshot, MOMENT) == {TRONDHEIM}


# For every catalogue. Building one takes a while on a busy machine, so there is no deadline.

EVERY_CATALOGUE = settings(deadline=None, max_examples=40)


def made_up(random: Any, count: int) -> list[Offer]:
    names = [f"{random.choice(['', EXAMPLE_PREFIX])}{number}" for number in range(count)]
    return [made_up_offer(random, name) for name in names]


def kept(offers: Iterable[Offer], ids: Iterable[str]) -> list[Offer]:
    by_id = {one.id: one for one in offers}
    return [by_id[one] for one in ids]


@EVERY_CATALOGUE
@given(generators(), st.integers(0, 30))
def test_a_list_names_each_offer_once_and_none_that_stands_apart(random: Any, count: int) -> None:
    offers = made_up(random, count)
    snapshot = snapshot_of(*offers)

    here = offers_in(snapshot, TRONDHEIM, MOMENT)
    reaching = offers_reaching(snapshot, TRONDHEIM, MOMENT)

    assert len({*here, *reaching}) == len(here) + len(reaching)
    for listed in kept(offers, (*here, *reaching)):
        assert listed.sobriety_rule is not SobrietyRule.ACTIVE_USE
        assert listed.ended_on is None or listed.ended_on > MOMENT.date()


@EVERY_CATALOGUE
@given(generators(), st.integers(0, 30), st.sampled_from(WELL_KNOWN))
def test_real_offers_come_first_on_every_list(random: Any, count: int, interest: str) -> None:
    offers = made_up(random, count)

    found = offers_with(snapshot_of(*offers), interest, MOMENT)

    examples = [is_example(one) for one in found]
    assert examples == sorted(examples)
    wanted = VOCABULARY.under([interest])
    assert all(wanted & set(one.interests) for one in kept(offers, found))


@EVERY_CATALOGUE
@given(generators(), st.integers(0, 30))
def test_the_order_in_which_offers_were_read_changes_no_list(random: Any, count: int) -> None:
    offers = made_up(random, count)

    shuffled = random.sample(offers, k=len(offers))

    assert in_trondheim(*offers) == in_trondheim(*shuffled)
    assert reaching_trondheim(*offers) == reaching_trondheim(*shuffled)


@EVERY_CATALOGUE
@given(generators(), st.integers(0, 30))
def test_a_municipality_with_something_to_go_to_has_a_list(random: Any, count: int) -> None:
    snapshot = snapshot_of(*made_up(random, count))

    found = municipalities_with_offers(snapshot, MOMENT)

    assert all(offers_in(snapshot, number, MOMENT) for number in found)
