"""The figures of the page that says why are those of the source, to the digit."""

import re

from directory.still_pages import figures


def test_the_figures_are_exactly_those_of_the_source() -> None:
    shown = figures()

    assert shown.told.number == "6 %"
    assert [one.number for one in shown.wishes] == ["1,2 millioner", "31 %", "10 %"]
    assert [one.number for one in shown.recommending] == ["37 %", "11 %", "51 %"]
    assert shown.time_after.number == "3 år"


def test_each_figure_is_about_what_the_source_says_it_is_about() -> None:
    shown = figures()
    said = {one.number: one.says for one in (shown.told, *shown.wishes, *shown.recommending)}

    assert "hadde søkt hjelp" in said["6 %"]
    assert "selvhjelp der" in said["6 %"]
    assert "kan tenke seg" in said["1,2 millioner"]
    assert "hvis de fikk problemer" in said["31 %"]
    assert said["10 %"].startswith("kjenner noen")
    assert said["37 %"].startswith("ville anbefalt")
    assert said["11 %"].startswith("ville ikke anbefalt")
    assert said["51 %"].startswith("vet ikke")
    assert "etter behandling" in shown.time_after.says


def test_three_figures_that_add_up_to_99_are_not_corrected() -> None:
    numbers = [int(re.sub(r"\D", "", one.number)) for one in figures().recommending]

    assert sum(numbers) == 99
