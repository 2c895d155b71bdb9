"""A title over somebody's shoulder says nothing of what they struggle with."""

import pytest

from directory.choices import OfferKind
from directory.models import Offer, Schedule, Venue
from directory.neutral_titles import tells, title_of_interest, title_of_offer
from web.languages import speaking


def offer(name: str, kind: OfferKind, *municipalities: str) -> Offer:
    schedules = [Schedule(venue=Venue(municipality=number)) for number in municipalities]
    return Offer(name=name, kind=kind, schedules=schedules)


@pytest.mark.parametrize(
    "name",
    [
        "AA Sentrum",
        "NA-møter",
        "Rusfri klatring",
        "Tolvtrinnsgruppa",
        "12-trinn i Moss",
        "Gruppe mot spilleavhengighet",
        "Sorggruppe",
        "Psykisk helse i fjellet",
        "Recovery-kurs",
        "A.A. Sentrum",
        "N A Moss",
        "Al‑Anon",
        "ＡＡ Moss",
        "Hasjavvenning",
        "Kurs i bedring for kvinner",
        "Selv-hjelp Moss",
        "Pårørendegruppe",
        "Spiseforstyrrelser",
    ],
)
def test_a_telling_name_is_known(name: str) -> None:
    assert tells(name)


@pytest.mark.parametrize(
    "name", ["FIRE klatring", "Café Exit", "Turgruppa", "Kor for alle", "Nabokaffe"]
)
def test_a_name_that_tells_nothing_is_its_own_title(name: str) -> None:
    assert title_of_offer(offer(name, OfferKind.ACTIVITY, "5001")) == name


@pytest.mark.parametrize("kind", [OfferKind.SELF_HELP_GROUP, OfferKind.MENTOR_SCHEME])
def test_a_group_is_named_by_where_it_is(kind: OfferKind) -> None:
    assert title_of_offer(offer("Fredagsgjengen", kind, "5001")) == "Noe å gå til i Trondheim"


def test_a_telling_activity_is_named_by_where_it_is_in_the_language_of_the_page() -> None:
    with speaking("en"):
        title = title_of_offer(offer("Rusfri klatring", OfferKind.ACTIVITY, "5001", "5001"))

    assert title == "Something to go to in Trondheim"


@pytest.mark.parametrize("municipalities", [(), ("5001", "0301")])
def test_what_is_nowhere_or_in_several_places_is_named_by_neither(
    municipalities: tuple[str, ...],
) -> None:
    assert title_of_offer(offer("AA", OfferKind.SELF_HELP_GROUP, *municipalities)) == "Om et tilbud"


def test_whom_to_ring_is_named_by_that() -> None:
    assert title_of_offer(offer("RUSinfo", OfferKind.SIGNPOST)) == "Noen å snakke med"


def test_an_interest_keeps_its_name_unless_the_name_tells() -> None:
    assert title_of_interest("Klatring") == "Klatring"
    assert title_of_interest("AA-møter") == "Forslag fra hele landet"
