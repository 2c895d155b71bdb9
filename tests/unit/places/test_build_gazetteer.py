"""The script that builds the gazetteer's file, on made-up packages, and the file it wrote."""

import json
from pathlib import Path

import pytest

from places.gazetteer import read_gazetteer
from seeds import gazetteer_facts
from seeds.build_gazetteer import (
    OUTPUT,
    Inputs,
    as_text,
    find_settlements,
    gazetteer,
    municipality_of_postcode,
    ordinary_capitals,
    post_town_rows,
    read_inputs,
)

INPUTS = Inputs(
    cities=[
        {"name": "Molde", "lat": "62.73752", "lng": "7.15912", "admin2": "1506"},
        {"name": "Os", "lat": "62.49647", "lng": "11.22326", "admin2": "3430"},
    ],
    municipality_names={"1506": "Molde", "3430": "Os"},
    geonames=[
        {
            "name": "Molde",
            "latitude": 62.73752,
            "longitude": 7.15912,
            "population": 22410,
            "admin1code": "08",
        },
        {
            "name": "Hjelset",
            "latitude": 62.7805,
            "longitude": 7.49277,
            "population": 0,
            "admin1code": "08",
        },
        {
            "name": "Ukjent",
            "latitude": 62.0,
            "longitude": 7.0,
            "population": 700,
            "admin1code": "08",
        },
    ],
    postcodes=[
        ("6411", "MOLDE", "MOLDE"),
        ("6450", "HJELSET", "MOLDE"),
        ("6470", "ERESFJORD", "MOLDE"),
        ("2550", "OS I ØSTERDALEN", "OS"),
        ("9170", "LONGYEARBYEN", "SVALBARD"),
    ],
)


@pytest.mark.parametrize(
    ("register", "ordinary"),
    [
        ("MO I RANA", "Mo i Rana"),
        ("VANG PÅ HEDMARKEN", "Vang på Hedmarken"),
        ("ÅNA-SIRA", "Åna-Sira"),
        ("BÆRUMS VERK", "Bærums Verk"),
        ("KARDEMOMME BY", "Kardemomme by"),
    ],
)
def test_the_registers_capitals_become_ordinary(register: str, ordinary: str) -> None:
    assert ordinary_capitals(register) == ordinary


def test_a_postcode_outside_the_municipalities_is_left_out() -> None:
    assert municipality_of_postcode(INPUTS) == {
        "6411": "1506",
        "6450": "1506",
        "6470": "1506",
        "2550": "3430",
    }


def test_a_place_without_municipality_takes_its_post_towns_or_is_left_out() -> None:
    settlements = list(find_settlements(INPUTS, municipality_of_postcode(INPUTS)))
    known = {place.name: (place.municipality, place.population) for place in settlements}

    assert known["Molde"] == ("1506", 22410)
    assert known["Hjelset"] == ("1506", None)
    assert "Ukjent" not in known


def test_a_post_town_lies_at_the_place_of_its_name_if_there_is_one() -> None:
    codes = municipality_of_postcode(INPUTS)
    settlements = list(find_settlements(INPUTS, codes))

    rows = {row[0]: row[1:] for row in post_town_rows(INPUTS, codes, settlements)}

    assert rows["Hjelset"] == ["1506", 62.7805, 7.4928, "6450"]
    assert rows["Os i Østerdalen"] == ["3430", 62.4965, 11.2233, "2550"]
    assert rows["Eresfjord"] == ["1506", None, None, "6470"]


def test_the_same_inputs_give_the_same_file() -> None:
    content = gazetteer(INPUTS)

    assert as_text(content) == as_text(gazetteer(INPUTS))
    assert json.loads(as_text(content)) == content


def test_a_folder_without_the_packages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"cities\.json"):
        read_inputs(tmp_path)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"format": "gazetteer/2"}', encoding="utf-8")

    with pytest.raises(ValueError, match="gazetteer/1"):
        read_gazetteer(other)


def test_the_file_that_is_kept_is_small_and_written_by_the_script() -> None:
    text = OUTPUT.read_text(encoding="utf-8")

    assert len(text.encode()) < 500_000
    assert as_text(json.loads(text)) == text


def test_no_former_municipality_is_one_of_todays_or_stands_twice_in_a_county() -> None:
    content = json.loads(OUTPUT.read_text(encoding="utf-8"))
    today = {number: name for number, name, *_ in content["municipalities"]}
    former = content["former_municipalities"]

    assert all(number in today for _, number in former)
    assert all(today[number] != name for name, number in former)
    counties = [(name, number[:2]) for name, number in former]
    assert len(counties) == len(set(counties))


def test_every_fact_is_about_a_municipality_that_exists() -> None:
    today = {row[0] for row in json.loads(OUTPUT.read_text(encoding="utf-8"))["municipalities"]}
    blocks = [
        gazetteer_facts.ALSO_CALLED,
        gazetteer_facts.MUNICIPALITY_NAMES,
        gazetteer_facts.POSTAL_MUNICIPALITIES,
        gazetteer_facts.SEATS,
        gazetteer_facts.SETTLEMENTS_OF,
    ]

    for block in blocks:
        assert gazetteer_facts.by_number(block).keys() <= today
    assert gazetteer_facts.THOUSANDS.keys() | gazetteer_facts.COUNTED_WHOLE <= today
