"""The catalogue in memory: prepared once for a stretch of time in which nothing changes."""

from datetime import date, datetime, time, timedelta
from random import Random
from threading import Thread

import pytest
from hypothesis import given

from directory.models import Offer
from finder.almanac import STRETCH_DAYS
from finder.columns import replace_offers
from finder.snapshot import ALMANACS_KEPT, MOMENTS_KEPT, Snapshot
from matching.match import Prepared, match
from tests.support.catalogue import (
    ENCODER,
    MOMENT,
    VOCABULARY,
    as_told,
    offer,
    prepared,
    schedule,
    table_of,
)
from tests.support.strategies import (
    catalogues,
    examples,
    generators,
    made_up_moment,
    made_up_offer,
    made_up_person,
)

NOON, SIX = time(12), time(18)
DAILY = offer("daily", schedule(rrule="FREQ=DAILY", start_time=SIX))


def snapshot(*offers: Offer) -> Snapshot:
    return Snapshot(1, VOCABULARY, ENCODER, table_of(offers), {one.id: one.name for one in offers})


@pytest.mark.parametrize(
    ("later", "is_same"),
    [("12:01", True), ("18:00", True), ("18:01", False), ("23:59", False)],
)
def test_between_two_meetings_what_was_added_up_still_holds(later: str, is_same: bool) -> None:
    catalogue = snapshot(DAILY)
    first = catalogue.prepared(MOMENT)

    second = catalogue.prepared(datetime.combine(MOMENT.date(), time.fromisoformat(later)))

    assert (second is first) == is_same


def test_a_new_day_is_prepared_anew() -> None:
    catalogue = snapshot(offer("never"))

    assert catalogue.prepared(MOMENT) is not catalogue.prepared(MOMENT + timedelta(days=1))


@examples(40)
@given(catalogues(), generators())
def test_an_answer_is_that_of_a_catalogue_prepared_for_the_moment_alone(
    offers: list[Offer], random: Random
) -> None:
    catalogue = snapshot(*offers)

    for _ in range(5):
        moment = made_up_moment(random)
        person = made_up_person(random, is_somewhere=random.random() < 0.5)
        assert match(person, catalogue.prepared(moment)) == match(person, prepared(offers, moment))


@examples(40)
@given(generators())
def test_after_a_change_it_is_the_catalogue_that_would_be_built(random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{n}") for n in range(6)]
    new = made_up_offer(random, "offer-3")
    catalogue = snapshot(*offers)
    catalogue.prepared(MOMENT)

    table = replace_offers(
        catalogue.table, {"offer-3", "offer-5"}, list(ENCODER.rows(new)), ENCODER
    )
    changed = catalogue.changed(2, table, {})

    left = [one for one in offers if one.id not in {"offer-3", "offer-5"}]
    person = made_up_person(random, is_somewhere=True)
    joined, built = changed.prepared(MOMENT), prepared([*left, new])
    assert as_told(match(person, joined)) == as_told(match(person, built))
    assert changed.number == 2
    assert match(person, catalogue.prepared(MOMENT)) == match(person, prepared(offers))


def test_only_so_many_moments_and_almanacs_are_kept() -> None:
    catalogue = snapshot(DAILY)

    for number in range(3 * MOMENTS_KEPT):
        catalogue.prepared(MOMENT + timedelta(days=number * STRETCH_DAYS))

    assert len(catalogue._prepared) == MOMENTS_KEPT
    assert len(catalogue._almanacs) == ALMANACS_KEPT


def test_the_hour_that_an_autumn_night_has_twice_is_two_hours() -> None:
    at_half_past_two = offer("one", schedule(rrule="FREQ=DAILY", start_time=time(2, 30)))
    catalogue = snapshot(at_half_past_two)
    autumn = date(2026, 10, 25)

    first = catalogue.prepared(datetime.combine(autumn, time(2, 10)))
    second = catalogue.prepared(datetime.combine(autumn, time(2, 10, fold=1)))

    days = [one.day.agenda.days_until[0] for one in (first, second)]
    assert days == [0, 1]


def test_those_who_ask_at_the_same_time_share_what_is_prepared() -> None:
    catalogue = snapshot(*(made_up_offer(Random(n), str(n)) for n in range(20)))
    found: list[Prepared] = []
    asking = [Thread(target=lambda: found.append(catalogue.prepared(MOMENT))) for _ in range(8)]

    for one in asking:
        one.start()
    for one in asking:
        one.join()

    assert len(found) == 8
    assert len({id(one) for one in found}) == 1
