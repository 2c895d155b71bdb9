"""What those who connect a GP's system are told is what the site does."""

import re
from typing import Any, Final

from hypothesis import given

from directory.choices import OfferKind, OrganisationKind
from prescribing.choices import Reason
from prescribing.minute.choices import AGE_BANDS
from prescribing.minute.links import KNOWN, MOST_INTERESTS
from prescribing.minute.ready import Ready
from prescribing.reason_words import REASON_WORDS
from prescribing.record.fhir import Handed, Site, bundle
from prescribing.record.fhir_request import TaskStatus
from tests.support.databases import ROOT
from tests.support.fhir_made_up import sheets
from tests.support.strategies import A_YEAR_AGO, examples

PAGE: Final = (ROOT / "docs" / "prescribing.md").read_text(encoding="utf-8")

OURS: Final = "https://example.org/fhir/CodeSystem/"


def section(heading: str) -> str:
    """Return what stands under a heading that begins so, up to the next one."""
    found = re.search(rf"^#+ {heading}.*?\n(.*?)(?=^#+ |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def first_cells(text: str) -> list[set[str]]:
    """Return the words in code of the first cell of each row."""
    cells = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    return [set(re.findall(r"`([^`]+)`", cell)) for cell in cells]


def test_every_key_of_the_link_is_told_and_no_other() -> None:
    told = {word for cell in first_cells(section("The link")) for word in cell}

    assert told - {"grunn"} - set(Reason) == set(KNOWN) - {"grunn"}


def test_every_value_of_the_link_is_told() -> None:
    link = section("The link")

    assert all(f"`{one}`" in link for one in (*AGE_BANDS, *Ready))
    assert f"up to {MOST_INTERESTS}" in link
    for reason, words in REASON_WORDS.items():
        assert f"| `{reason}` | {words} |" in link


def test_every_list_of_ours_is_told() -> None:
    assert all(f"`{one}`" in PAGE for one in (*OfferKind, *OrganisationKind, *TaskStatus))


@given(sheets())
@examples(60)
def test_every_field_of_the_file_is_told(made_up: Handed) -> None:
    made = bundle(made_up, Site("https://example.org", "Noe å gå til"), {}, A_YEAR_AGO)

    for entry in made["entry"]:
        resource: dict[str, Any] = entry["resource"]
        kind = resource["resourceType"]
        told = {word for cell in first_cells(section(kind)) for word in cell}
        assert set(resource) - {"resourceType"} <= told, kind
        assert told_lists(resource) <= set(re.findall(r"`cs:([a-z-]+)`", PAGE)), kind


def told_lists(element: Any) -> set[str]:
    """Return the names of the lists of ours that any code in it is from."""
    if isinstance(element, list):
        return set().union(*map(told_lists, element))
    if not isinstance(element, dict):
        return set()
    system = str(element.get("system", ""))
    ours = {system.removeprefix(OURS)} if system.startswith(OURS) else set()
    return ours | set().union(*map(told_lists, element.values()))
