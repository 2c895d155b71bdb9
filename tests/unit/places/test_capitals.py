"""Names from registers lose their capitals where people would write none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.capitals import without_capitals


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("NORDRE FOLLO", "Nordre Follo"),
        ("MO I RANA", "Mo i Rana"),
        ("ÅS", "Ås"),
        ("AURSKOG-HØLAND", "Aurskog-Høland"),
        ("Oslo", "Oslo"),
        ("OSLO s", "OSLO s"),
        ("", ""),
    ],
)
def test_a_place_is_written_as_people_write_it(name: str, written: str) -> None:
    assert without_capitals(name) == written


def test_short_words_of_an_organisation_stay_letters() -> None:
    assert without_capitals("NKS OG AA OSLO AS", kept_up_to=3) == "NKS og AA Oslo AS"


@given(st.text())
def test_doing_it_twice_changes_nothing_more(name: str) -> None:
    once = without_capitals(name)

    assert without_capitals(once) == once or once.isupper()
