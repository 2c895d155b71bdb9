"""Files and folders of offers: all faults are found before anything is taken in."""

from pathlib import Path

import pytest
import yaml

from directory.offer_files import MOST_OFFERS, Batch, OfferFileError, read_offer_files
from tests.support.databases import references
from tests.support.factories import offer_entry, organisation_entry


def write(file: Path, **parts: object) -> Path:
    file.write_text(yaml.safe_dump({"format": "offers/1", **parts}), encoding="utf-8")
    return file


def read(path: Path, *known: str) -> Batch:
    return read_offer_files(path, references(), known)


def faults_of(path: Path, *known: str) -> list[str]:
    with pytest.raises(OfferFileError) as refusal:
        read(path, *known)
    return refusal.value.faults


def test_one_file_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", organisations=[organisation_entry()], offers=[offer_entry()])

    batch = read(file)

    assert list(batch.organisations) == ["en-forening"]
    assert list(batch.offers) == ["klatrekveld"]


def test_an_offer_may_name_an_organisation_of_a_later_file(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", offers=[offer_entry()])
    write(tmp_path / "b.yaml", organisations=[organisation_entry()])

    assert list(read(tmp_path).offers) == ["klatrekveld"]


def test_an_offer_may_name_an_organisation_that_is_kept_already(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", offers=[offer_entry()])

    assert list(read(file, "en-forening").offers) == ["klatrekveld"]


def test_only_yaml_files_of_the_folder_itself_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", organisations=[organisation_entry()])
    (tmp_path / "notes.txt").write_text("not: [an offer file")
    (tmp_path / "more").mkdir()
    write(tmp_path / "more" / "b.yaml", nonsense=1)

    assert list(read(tmp_path).organisations) == ["en-forening"]


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.yaml"):
        write(tmp_path / name, organisations=[organisation_entry(id=name[0])])

    assert list(read(tmp_path).organisations) == ["a", "b", "c"]


def test_an_organisation_that_nobody_knows_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", offers=[offer_entry()])

    assert faults_of(tmp_path) == [
        "a.yaml: offer klatrekveld: organisation: en-forening is not known"
    ]


def test_an_offer_of_a_faulty_organisation_is_not_blamed_for_it(tmp_path: Path) -> None:
    faulty = organisation_entry(kind="club")
    write(tmp_path / "a.yaml", organisations=[faulty], offers=[offer_entry()])

    (fault,) = faults_of(tmp_path)

    assert fault.startswith("a.yaml: organisation en-forening: kind: ")


def test_an_id_that_stands_twice_is_a_fault_of_the_second_file(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        write(tmp_path / name, organisations=[organisation_entry()], offers=[offer_entry()])

    assert faults_of(tmp_path) == [
        "b.yaml: organisation en-forening: id: stands twice",
        "b.yaml: offer klatrekveld: id: stands twice",
    ]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path / "a.yaml", offers=[offer_entry(gender="x", intensity="x", organisation="nobody")]
    )
    (tmp_path / "b.yaml").write_text("[")
    write(tmp_path / "c.yaml", nonsense=1, organisations=[organisation_entry(orgnr="1")])
    write(tmp_path / "d.yaml", offers=[{"id": "Ikke En Id"}, "text"])

    faults = [fault.split(": ")[:3] for fault in faults_of(tmp_path)]

    assert faults == [
        ["a.yaml", "offer klatrekveld", "gender"],
        ["a.yaml", "offer klatrekveld", "intensity"],
        ["b.yaml", "line 2", "did not find expected node content"],
        ["c.yaml", "nonsense", "is no key of the format"],
        ["c.yaml", "organisation en-forening", "orgnr"],
        ["d.yaml", "offer number 1", "id"],
        ["d.yaml", "offer number 1", "organisation"],
        ["d.yaml", "offer number 1", "name"],
        ["d.yaml", "offer number 1", "kind"],
        ["d.yaml", "offer number 1", "status"],
        ["d.yaml", "offer number 2", "is no map of keys and values"],
        ["a.yaml", "offer klatrekveld", "organisation"],
    ]


def test_no_fault_runs_over_several_lines(tmp_path: Path) -> None:
    name = "a\nb\u2028c" * 1000
    entry = offer_entry(id=name, organisation=name, name=name, interests=[name]) | {name: 1}
    write(tmp_path / "a.yaml", offers=[entry], **{name: 1})

    faults = faults_of(tmp_path)

    assert len(faults) == 6
    assert all(fault.isprintable() and len(fault) < 500 for fault in faults)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is no offer file; it begins with format: offers/1"),
        ("- format: offers/1", "is no offer file; it begins with format: offers/1"),
        ("organisations: []", "format is None, not 'offers/1'"),
        ("format: offers/2", "format is 'offers/2', not 'offers/1'"),
        ("{format: offers/1, offers: {}}", "offers: is no list"),
        ("{format: offers/1, 1: x}", "1: is no key of the format"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text)

    assert faults_of(file) == [f"a.yaml: {fault}"]


@pytest.mark.parametrize("text", ["format: offers/1", "{format: offers/1, offers: null}"])
def test_a_file_may_hold_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text)

    assert read(file) == Batch()


def test_too_many_offers_are_refused_before_any_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("format: offers/1\noffers:\n" + "- x\n" * (MOST_OFFERS + 1))

    assert faults_of(file) == ["a.yaml: offers: has 20001 entries, 20000 are allowed"]


def test_a_folder_without_offer_files_is_refused(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [f"{tmp_path}: holds no offer file (*.yaml)"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "a.yaml") == ["a.yaml: cannot be opened: No such file or directory"]
