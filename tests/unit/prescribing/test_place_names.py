"""The name that a sheet has for a place leads back to it."""

from places.gazetteer import gazetteer
from prescribing.minute.place_names import telling_name


def test_every_name_leads_back_to_its_municipality() -> None:
    places = [place for place, _people in gazetteer().places_weighted()]
    places += [gazetteer().municipality_place(one.number) for one in gazetteer().municipalities()]

    for place in places:
        found = gazetteer().find(telling_name(place))
        assert found is not None
        assert found.municipality == place.municipality


def test_a_name_of_one_place_stays_as_it_is() -> None:
    assert telling_name(gazetteer().find("trondheim")) == "Trondheim"
    assert telling_name(gazetteer().find("7030")) == "7030 Trondheim"
