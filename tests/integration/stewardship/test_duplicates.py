"""What is in the catalogue already is found while somebody types, and pairs are found at night."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from stewardship.duplicates.likely import Likely, Sought, Where, likely_duplicates
from stewardship.duplicates.likeness import Why
from stewardship.duplicates.nightly import find_duplicates
from stewardship.duplicates.words import why_in_words
from stewardship.flags import close_flag, open_flags
from stewardship.models import FlagKind
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry

NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
DAY = timedelta(days=1)
LAT, LON = 63.4305, 10.3951
NEAR, FAR = LAT + 0.002, LAT + 0.004  # 220 and 440 metres


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def at(lat: float | None = None, municipality: str = "5001", **changes: Any) -> dict[str, Any]:
    """Return an offer at an exact place, or somewhere in a municipality."""
    venue: dict[str, Any] = {"municipality": municipality}
    if lat is not None:
        venue |= {"lat": lat, "lon": LON, "precision": "exact"}
    return offer_entry(schedules=[schedule_entry(venue=venue)], **changes)


def online(**changes: Any) -> dict[str, Any]:
    schedule = schedule_entry(attendance="online", venue=None)
    return offer_entry(schedules=[schedule], **changes)


def find(session: Session, name: str = "Klatrekveld", **told: Any) -> list[Likely]:
    return likely_duplicates(session, Sought(name=name, **told))


def ids(found: list[Likely]) -> list[str]:
    return [likely.offer for likely in found]


def test_the_same_name_in_the_same_municipality_is_found_and_told(session: Session) -> None:
    save(session, organisation_entry(name="Klatreklubben"), at())

    [found] = find(session, "KLATRE­KVELD", municipality="5001")

    assert found == Likely(
        "klatrekveld",
        "Klatrekveld",
        "Klatreklubben",
        "5001",
        Why.SAME_NAME,
        Where.SAME_MUNICIPALITY,
    )
    assert why_in_words(found) == "Samme navn, i Trondheim."


def test_another_name_or_another_municipality_is_not(session: Session) -> None:
    save(session, at())

    assert find(session, "Strikkekafé", municipality="5001") == []
    assert find(session, municipality="0301") == []


def test_names_that_only_look_the_same_are_found(session: Session) -> None:
    save(session, at())

    assert ids(find(session, "Kl\u0430trekveld", municipality="5001")) == ["klatrekveld"]


def test_aliases_count_on_both_sides(session: Session) -> None:
    save(session, at(aliases=["Buldrekveld"]))

    assert ids(find(session, "Buldrekveld", municipality="5001")) == ["klatrekveld"]
    assert ids(find(session, "X", aliases=("Buldrekveld",), municipality="5001")) == ["klatrekveld"]


def test_exact_places_have_to_be_within_300_metres(session: Session) -> None:
    save(session, at(NEAR), at(FAR, id="langt-unna"))

    [found] = find(session, municipality="5001", lat=LAT, lon=LON)

    assert (found.offer, found.where) == ("klatrekveld", Where.SAME_PLACE)


def test_a_place_that_is_only_roughly_known_counts_by_its_municipality(session: Session) -> None:
    save(session, at())

    assert ids(find(session, municipality="5001", lat=LAT, lon=LON)) == ["klatrekveld"]


def test_without_a_place_it_is_found_online_and_by_its_very_name_anywhere(
    session: Session,
) -> None:
    save(session, at(), online(id="paa-nett"), online(id="nesten", name="Klatrekveld på nett"))

    found = {one.offer: (one.why, one.where) for one in find(session)}

    assert found == {
        "klatrekveld": (Why.SAME_NAME, Where.ANYWHERE),
        "paa-nett": (Why.SAME_NAME, Where.FROM_HOME),
        "nesten": (Why.SIMILAR_NAME, Where.FROM_HOME),
    }


def test_what_is_not_published_is_not_told(session: Session) -> None:
    save(session, at(status="paused"), at(id="over", status="ended", ended_on=date(2020, 1, 1)))

    assert find(session, municipality="5001") == []


def test_a_change_is_seen_at_once(session: Session) -> None:
    save(session, at())
    assert ids(find(session, municipality="5001")) == ["klatrekveld"]

    save(session, at(name="Strikkekafé"), at(id="ny"))

    assert ids(find(session, municipality="5001")) == ["ny"]


def test_an_offer_is_no_double_of_itself(session: Session) -> None:
    save(session, at())

    assert find(session, municipality="5001", besides="klatrekveld") == []


def test_ones_own_come_first_and_five_are_enough(session: Session) -> None:
    others = [at(id=f"a{number}") for number in range(6)]
    save(session, *others, at(id="vaar", organisation="var"))

    found = find(session, municipality="5001", organisation="var")

    assert ids(found) == ["vaar", "a0", "a1", "a2", "a3"]


@pytest.mark.parametrize("name", ["", "  ", "!?", "\u200b"])
def test_a_name_of_nothing_finds_nothing(session: Session, name: str) -> None:
    save(session, at())

    assert find(session, name, municipality="5001") == []


def pairs(session: Session) -> list[tuple[str, str]]:
    return [(flag.offer_id, flag.detail) for flag in open_flags(session, FlagKind.DUPLICATE)]


def test_a_pair_is_flagged_once_a_night(session: Session) -> None:
    save(session, at(NEAR), at(LAT, id="a-samme"), at(FAR + 1, id="langt-unna"))

    find_duplicates(session, NIGHT)

    assert pairs(session) == [("a-samme", "klatrekveld")]


def test_a_pair_that_was_looked_at_is_never_flagged_again(session: Session) -> None:
    save(session, at(), at(id="a-samme"))
    find_duplicates(session, NIGHT)
    close_flag(session, open_flags(session)[0], "account:1")
    save(session, at(name="Klatrekvelden"))

    find_duplicates(session, NIGHT + DAY)

    assert pairs(session) == []


def test_it_is_looked_for_once_a_night_among_what_is_new(session: Session) -> None:
    save(session, at())
    find_duplicates(session, NIGHT)
    save(session, at(id="a-samme"))

    find_duplicates(session, NIGHT + DAY / 2)
    assert pairs(session) == []
    find_duplicates(session, NIGHT + DAY)
    assert pairs(session) == [("a-samme", "klatrekveld")]


def test_the_same_name_elsewhere_in_the_country_is_no_pair(session: Session) -> None:
    save(session, at(), at(id="i-oslo", municipality="0301"), online(id="paa-nett"))

    find_duplicates(session, NIGHT)

    assert pairs(session) == []


def test_made_up_offers_are_left_alone(session: Session) -> None:
    save(session, at(id="eksempel-1"), at(id="eksempel-2"))

    find_duplicates(session, NIGHT)

    assert pairs(session) == []


def test_the_flag_goes_when_one_of_them_does(session: Session) -> None:
    save(session, at(), at(id="a-samme"))
    find_duplicates(session, NIGHT)
    save(session, at(id="a-samme", status="ended", ended_on=date(2026, 11, 24)))

    find_duplicates(session, NIGHT + DAY)

    assert pairs(session) == []
