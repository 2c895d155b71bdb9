"""From what people write to a place, and from numbers to names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.distance import distance_km
from places.folding import spellings
from places.gazetteer import Gazetteer, Place, gazetteer

COUNTS = {
    "03": 1, "11": 23, "15": 27, "18": 41, "31": 12, "32": 21, "33": 18, "34": 46,
    "39": 6, "40": 17, "42": 25, "46": 43, "50": 38, "55": 21, "56": 18,
}  # fmt: skip


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


def found(places: Gazetteer, text: str) -> Place:
    place = places.find(text)
    assert place is not None, text
    return place


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Trondheim", "5001"),
        ("Stjørdal", "5035"),
        ("Oslo", "0301"),
        ("Narvik", "1806"),
        ("Engerdal", "3425"),
        ("Elverum", "3420"),
        ("Levanger", "5037"),
        ("Kristiansund", "1505"),
        ("Molde", "1506"),
        ("Stavanger", "1103"),
        ("7041", "5001"),
        ("6509", "1505"),
        ("7041 Trondheim", "5001"),
        ("trondheim kommune", "5001"),
        ("Oslo sentrum", "0301"),
        ("i Molde", "1506"),
        ("Molde, Norge", "1506"),
        ("Mo i Rana", "1833"),
        ("Heimdal", "5001"),
        ("Grünerløkka", "0301"),
        ("bydel St Hanshaugen", "0301"),
        ("Guovdageaidnu", "5612"),
        ("Kautokeino", "5612"),
        ("Romsa", "5501"),
        ("Romssa", "5501"),
        ("Kárášjohka", "5610"),
        ("karasjohka", "5610"),
        ("Áltá", "5601"),
        ("Snåase", "5041"),
        ("snaase", "5041"),
        ("Deatnu", "5628"),
        ("Unjárga", "5636"),
        ("Gáivuotna", "5540"),
        ("gaivuotna", "5540"),
        ("Loabák", "5518"),
        ("Porsáŋgu", "5622"),
        ("porsangu", "5622"),
        ("Dielddanuorri", "5512"),
        ("Hábmer", "1875"),
        ("Aarborte", "1826"),
        ("Raarvihke", "5043"),
        ("Divtasvuotna", "1875"),
        ("Leavdnja", "5622"),
        ("Mussere", "1824"),
        ("aalesund", "1508"),
        ("tromsoe", "5501"),
        ("BAERUM", "3201"),
        ("kaafjord", "5540"),
        ("Hafrsfjord", "1103"),
        ("Kristiansund N", "1505"),
    ],
)
def test_what_people_write_finds_the_municipality(
    places: Gazetteer, text: str, municipality: str
) -> None:
    assert found(places, text).municipality == municipality


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Re", "3905"),
        ("Sørum", "3205"),
        ("Skedsmo", "3205"),
        ("Stokke", "3907"),
        ("Klæbu", "5001"),
        ("Leksvik", "5054"),
        ("Rissa", "5054"),
        ("Nøtterøy", "3911"),
        ("Fræna", "1579"),
        ("Songdalen", "4204"),
        ("Oppegård", "3207"),
        ("Spydeberg", "3118"),
        ("Nedre Eiker", "3301"),
        ("Ørskog", "1508"),
        ("Haram", "1580"),
        ("Finnøy", "1103"),
        ("Forsand", "1108"),
        ("Radøy", "4631"),
        ("Vågsøy", "4602"),
        ("Jølster", "4647"),
    ],
)
def test_a_municipality_that_is_gone_leads_to_the_one_that_holds_it(
    places: Gazetteer, text: str, municipality: str
) -> None:
    assert found(places, text).municipality == municipality


@pytest.mark.parametrize(
    "text",
    [
        "Ingenstedby",
        "",
        "   ",
        "…",
        "0000",
        "9170",
        "Nordland",
        "kommune",
        "Molde, Trøndelag",
        "et ord " * 20,
    ],
)
def test_what_is_no_known_place_finds_nothing(places: Gazetteer, text: str) -> None:
    assert places.find(text) is None
    assert places.others(text) == ()


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Trondheim", 63.43, 10.40),
        ("Stjørdal", 63.47, 10.92),
        ("Bærum", 59.89, 10.53),
        ("Time", 58.74, 5.65),
    ],
)
def test_a_municipality_lies_at_its_town(
    places: Gazetteer, text: str, lat: float, lon: float
) -> None:
    place = found(places, text)

    assert (place.name, place.precision) == (text, "municipality")
    assert distance_km(place.lat, place.lon, lat, lon) < 1


def test_a_settlement_is_known_better_than_its_municipality(places: Gazetteer) -> None:
    hell = found(places, "Hell")

    assert (hell.municipality, hell.precision) == ("5035", "postcode")


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Herøy", "1515"),
        ("Herøy, Nordland", "1818"),
        ("Herøy (Nordland)", "1818"),
        ("Herøy i Nordland", "1818"),
        ("heroy nordland", "1818"),
        ("Våler", "3114"),
        ("Våler, Hedmark", "3419"),
        ("Nes Akershus", "3228"),
        ("Nes, Ringsaker", "3411"),
        ("Os", "4624"),
        ("Os, Innlandet", "3430"),
        ("Frogner", "0301"),
        ("Frogner, Lillestrøm", "3205"),
        ("Sandvika", "3201"),
        ("Sula", "1531"),
    ],
)
def test_a_county_or_municipality_after_the_name_tells_namesakes_apart(
    places: Gazetteer, text: str, municipality: str
) -> None:
    assert found(places, text).municipality == municipality


def test_the_other_bearers_of_a_name_are_told_with_their_county(places: Gazetteer) -> None:
    assert [place.name for place in places.others("Herøy")] == ["Herøy (Nordland)"]
    assert [place.name for place in places.others("Våler")] == ["Våler (Innlandet)"]
    assert [place.name for place in places.others("Frogner")] == ["Frogner (Akershus)"]
    assert places.others("Herøy, Nordland") == ()


def test_every_other_bearer_is_found_by_the_name_it_is_told_with(places: Gazetteer) -> None:
    names = {name for _, name in every_name(places)}

    for name in sorted(names):
        for other in places.others(name):
            again = found(places, other.name)
            assert (again.municipality, again.lat, again.lon) == (
                other.municipality,
                other.lat,
                other.lon,
            )


def test_a_name_borne_by_several_gives_the_most_populous(places: Gazetteer) -> None:
    for _, name in every_name(places):
        first = found(places, name)
        for other in places.others(name):
            assert (other.population or 0) <= (first.population or 0)


def every_name(places: Gazetteer) -> list[tuple[str, str]]:
    """Return every municipality's and settlement's name with its municipality."""
    municipalities = [(each.number, each.name) for each in places.municipalities()]
    weighted = [(place.municipality, place.name) for place, _ in places.places_weighted()]
    return sorted({*municipalities, *weighted})


def test_there_are_357_municipalities_in_15_counties(places: Gazetteer) -> None:
    municipalities = places.municipalities()
    numbers = [each.number for each in municipalities]

    assert len(numbers) == len(set(numbers)) == 357
    assert numbers == sorted(numbers)
    assert {county.number: 0 for county in places.counties()}.keys() == COUNTS.keys()
    for county, count in COUNTS.items():
        assert sum(number.startswith(county) for number in numbers) == count


def test_every_municipality_is_found_by_its_name_in_every_spelling(places: Gazetteer) -> None:
    for municipality in places.municipalities():
        for spelling in spellings(municipality.name):
            place = found(places, spelling)
            namesakes = (place, *places.others(spelling))
            assert municipality.number in {each.municipality for each in namesakes}, (
                municipality.name
            )


def test_every_municipality_is_found_by_its_other_names(places: Gazetteer) -> None:
    for municipality in places.municipalities():
        for name in municipality.also_called:
            numbers = {each.municipality for each in (found(places, name), *places.others(name))}
            assert municipality.number in numbers, name


def test_municipality_names_differ(places: Gazetteer) -> None:
    names = [each.name for each in places.municipalities()]

    assert len(set(names)) == 357
    assert "Herøy (Nordland)" in names


def test_5138_postcodes_reach_a_municipality_and_all_357_are_reached(places: Gazetteer) -> None:
    postcodes = [places.postcode(code) for code in places.postcodes()]

    assert len(postcodes) == 5138
    reached = {place.municipality for place in postcodes if place}
    assert reached == {each.number for each in places.municipalities()}


def test_about_sixty_in_a_hundred_postcodes_are_known_better_than_their_municipality(
    places: Gazetteer,
) -> None:
    known = [places.postcode(code) for code in places.postcodes()]

    assert 3000 < sum(place.precision == "postcode" for place in known if place) < 3300


def test_a_postcode_bears_its_number_and_town(places: Gazetteer) -> None:
    place = places.postcode("7041")

    assert place is not None
    assert place.name == "7041 Trondheim"
    assert place == places.find("7041")
    assert places.postcode("0000") is None


def test_a_postcode_in_oslo_lies_in_its_part_of_the_city(places: Gazetteer) -> None:
    holmlia, roa = found(places, "1255"), found(places, "0752")

    assert distance_km(holmlia.lat, holmlia.lon, roa.lat, roa.lon) > 10
    assert holmlia.municipality == roa.municipality == "0301"


def test_everything_lies_in_norway(places: Gazetteer) -> None:
    coded = [places.postcode(code) for code in places.postcodes()]
    weighted = [place for place, _ in places.places_weighted()]

    for place in [*weighted, *(each for each in coded if each)]:
        assert 57.9 < place.lat < 71.3, place
        assert 4.4 < place.lon < 31.3, place


def test_codes_have_names(places: Gazetteer) -> None:
    assert places.name_of("5001") == "Trondheim"
    assert places.name_of("50") == "Trøndelag"
    assert places.name_of("NO") == "Norge"
    assert places.name_of("9999") is None
    assert places.municipality("9999") is None
    assert places.county("99") is None


def test_a_municipality_knows_its_county(places: Gazetteer) -> None:
    levanger = places.municipality("5037")

    assert levanger is not None
    assert levanger.county == places.county("50")


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (63.42, 10.42, "Trondheim"),
        (63.46, 10.93, "Stjørdal"),
        (69.65, 18.96, "Tromsø"),
        (59.87, 10.8, "Oslo"),
    ],
)
def test_a_point_has_a_nearest_municipality(
    places: Gazetteer, lat: float, lon: float, name: str
) -> None:
    assert places.nearest_municipality(lat, lon).name == name


def test_a_point_that_is_no_number_is_refused(places: Gazetteer) -> None:
    with pytest.raises(ValueError, match="finite"):
        places.nearest_municipality(float("nan"), 10)


def test_every_municipality_is_nearest_to_its_own_town(places: Gazetteer) -> None:
    for municipality in places.municipalities():
        assert places.nearest_municipality(municipality.lat, municipality.lon) == municipality


def test_weights_are_people_and_leave_no_municipality_out(places: Gazetteer) -> None:
    weighted = places.places_weighted()
    of_trondheim = sum(weight for place, weight in weighted if place.municipality == "5001")

    assert all(weight > 0 for _, weight in weighted)
    assert {place.municipality for place, _ in weighted} == {
        each.number for each in places.municipalities()
    }
    assert 200_000 < of_trondheim < 230_000
    assert 4_000_000 < sum(weight for _, weight in weighted) < 5_700_000


def test_the_credits_name_geonames_and_the_postal_register(places: Gazetteer) -> None:
    sources = {credit.source: credit for credit in places.credits}

    assert sources["GeoNames"].licence == "CC BY 4.0"
    assert any("Posten" in source for source in sources)


def test_the_gazetteer_is_read_once() -> None:
    assert gazetteer() is gazetteer()


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    places = gazetteer()
    place = places.find(text)

    assert place is None or places.municipality(place.municipality) is not None
    assert len(places.near_names(text)) <= 3
    assert place is not None or places.others(text) == ()


@given(
    st.sampled_from([name for _, name in every_name(gazetteer())]),
    st.sampled_from(["", " ", ", ", "."]),
)
def test_case_and_what_stands_around_a_name_make_no_difference(name: str, around: str) -> None:
    places = gazetteer()

    assert places.find(around + name.upper() + around) == places.find(name)
