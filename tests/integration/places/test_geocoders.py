"""An address that somebody typed becomes points on the map, from a service or from the gazetteer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from core.look_ups import LookUp
from places.geocoders import GeocoderSilentError, Position, positions_of
from places.kartverket import Connection
from tests.support.answering import Answer, OtherSite, other_site

# As Kartverket's register answered on 2024-01-01, shortened.
RECORD = {
    "adressenavn": "Myrvollveien",
    "adressetekst": "Myrvollveien 5C",
    "kommunenummer": "3207",
    "kommunenavn": "NORDRE FOLLO",
    "objtype": "Vegadresse",
    "poststed": "OPPEGÅRD",
    "postnummer": "1415",
    "representasjonspunkt": {"epsg": "EPSG:4258", "lat": 59.785, "lon": 10.799},
}
HOUSE = {
    "lat": "59.4340",
    "lon": "10.6577",
    "display_name": "12, Storgata, Moss",
    "class": "building",
    "address": {"house_number": "12", "postcode": "1531"},
}


@pytest.fixture
def site() -> Iterator[OtherSite]:
    with other_site() as site:
        yield site


def use(app: Flask, site: OtherSite, service: str) -> None:
    look_up = LookUp(service, site.address)
    app.extensions["settings"] = replace(app.extensions["settings"], geocoder=look_up)


def say(site: OtherSite, path: str, answer: Any) -> None:
    site.answers[path] = Answer(parts=(json.dumps(answer).encode(),))


def asked(site: OtherSite, number: int = 0) -> dict[str, list[str]]:
    return parse_qs(urlsplit(site.asked[number][1]).query)


def positions(app: Flask, address: str, **area: str) -> list[Position]:
    with app.app_context():
        return positions_of(address, area.get("postcode"), area.get("municipality"))


def test_without_a_geocoder_it_is_the_postcode(app: Flask) -> None:
    [found] = positions(app, "Storgata 1", postcode="1531", municipality="3103")

    assert (found.precision, found.municipality, found.label) == ("postcode", "3103", "1531 Moss")


def test_without_a_geocoder_or_a_postcode_it_is_the_municipality(app: Flask) -> None:
    [found] = positions(app, "Storgata 1", municipality="3103")

    assert (found.precision, found.label) == ("municipality", "Moss")


def test_where_nothing_is_known_there_is_nothing(app: Flask) -> None:
    assert positions(app, "Storgata 1", postcode="0000", municipality="9999") == []


def test_the_register_gives_exact_points_with_names_as_people_write_them(
    app: Flask, site: OtherSite
) -> None:
    use(app, site, "kartverket")
    say(site, "/sok", {"metadata": {}, "adresser": [RECORD]})

    [found] = positions(app, "  Myrvollveien   5C ", municipality="3207")

    assert found == Position(
        59.785, 10.799, "Myrvollveien 5C, 1415 Oppegård", "exact", "3207", "1415"
    )
    assert asked(site)["sok"] == ["Myrvollveien 5C"]
    assert asked(site)["kommunenummer"] == ["3207"]
    assert "postnummer" not in asked(site)


def test_a_misspelt_address_is_asked_for_once_more_roughly(app: Flask, site: OtherSite) -> None:
    use(app, site, "kartverket")
    say(site, "/sok", {"adresser": []})

    [found] = positions(app, "Myrvolveien 5C", municipality="3207")

    assert "fuzzy" not in asked(site, 0)
    assert asked(site, 1)["fuzzy"] == ["true"]
    assert found.precision == "municipality"


def test_at_most_five_are_told_and_none_without_a_point_or_outside_of_norway(
    app: Flask, site: OtherSite
) -> None:
    use(app, site, "kartverket")
    abroad = RECORD | {"representasjonspunkt": {"lat": 48.8, "lon": 2.3}}
    pointless = RECORD | {"representasjonspunkt": None}
    say(site, "/sok", {"adresser": [abroad, pointless, *[RECORD] * 7]})

    assert len(positions(app, "Myrvollveien")) == 5


def test_a_map_gives_a_house_exactly(app: Flask, site: OtherSite) -> None:
    use(app, site, "nominatim")
    say(site, "/search", [HOUSE])

    [found] = positions(app, "Storgata 12", postcode="1531", municipality="3103")

    assert (found.lat, found.lon, found.precision) == (59.434, 10.6577, "exact")
    assert found.municipality == "3103"
    assert asked(site)["q"] == ["Storgata 12, 1531, Moss"]
    assert asked(site)["countrycodes"] == ["no"]


@pytest.mark.parametrize(
    ("kind", "precision"), [("highway", "postcode"), ("place", "municipality")]
)
def test_a_road_or_a_town_on_a_map_is_not_exact(
    app: Flask, site: OtherSite, kind: str, precision: str
) -> None:
    use(app, site, "nominatim")
    say(site, "/search", [HOUSE | {"class": kind, "address": {}}])

    [found] = positions(app, "Storgata")

    assert found.precision == precision
    assert found.municipality == "3103"


@pytest.mark.parametrize(
    "answer",
    [
        Answer("500 Internal Server Error"),
        Answer("429 Too Many Requests"),
        Answer(parts=(b"<html>",)),
        Answer(parts=(b"[]",)),
        Answer(parts=(b'{"adresser": [{"representasjonspunkt": {"lat": "x"}}]}',)),
        Answer(parts=(b"null",)),
    ],
    ids=["broken", "too often", "a page", "another shape", "half a record", "nothing"],
)
def test_any_failure_is_one_plain_sentence(app: Flask, site: OtherSite, answer: Answer) -> None:
    use(app, site, "kartverket")
    site.answers["/sok"] = answer

    with pytest.raises(GeocoderSilentError, match=r"^Adressetjenesten svarer ikke nå\.$"):
        positions(app, "Storgata 1")


def test_an_address_of_nothing_is_asked_of_nobody(app: Flask, site: OtherSite) -> None:
    use(app, site, "kartverket")

    assert positions(app, "   ", municipality="3103")[0].label == "Moss"
    assert site.asked == []


def test_the_connection_reads_nothing_but_json() -> None:
    connection = Connection(proxies=None, ssl_context=None)

    with pytest.raises(NotImplementedError):
        connection.get_text("https://example.org", timeout=1, headers={})
