"""A vocabulary file is a whole tree or is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from directory.offer_files import OfferFileError
from directory.vocabulary_file import read_vocabulary_file


def word(id_: str, **changes: Any) -> dict[str, Any]:
    return {"id": id_, "labels": {"nb": id_}, "synonyms": {"nb": [id_]}} | changes


def interest(id_: str, parent: str | None = None, related: tuple[str, ...] = ()) -> dict[str, Any]:
    return word(id_, parent=parent, related=list(related))


def write(folder: Path, *interests: dict[str, Any], **parts: Any) -> Path:
    file = folder / "vocabulary.yaml"
    document = {"format": "vocabulary/1", "interests": list(interests), "effects": []} | parts
    file.write_text(yaml.safe_dump(document), encoding="utf-8")
    return file


def faults_of(file: Path) -> list[str]:
    with pytest.raises(OfferFileError) as refusal:
        read_vocabulary_file(file)
    return refusal.value.faults


def test_interests_keep_the_order_of_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, interest("b"), interest("a"), interest("c", parent="b"))

    vocabulary = read_vocabulary_file(file)

    assert list(vocabulary.interests) == ["b", "a", "c"]
    assert vocabulary.children(None) == ("b", "a")


def test_what_is_related_is_so_both_ways(tmp_path: Path) -> None:
    file = write(tmp_path, interest("a", related=("b",)), interest("b"))

    vocabulary = read_vocabulary_file(file)

    assert vocabulary.interests["a"].related == ("b",)
    assert vocabulary.interests["b"].related == ("a",)


def test_all_loose_ends_are_told_at_once(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        interest("a", parent="b"),
        interest("b", related=("c",)),
        interest("b"),
        effects=[word("calm"), word("calm")],
    )

    assert faults_of(file) == [
        "vocabulary.yaml: interest a: parent: b does not stand above",
        "vocabulary.yaml: interest b: related: c is not known",
        "vocabulary.yaml: interest b: id: stands twice",
        "vocabulary.yaml: effect calm: id: stands twice",
    ]


def test_a_tree_that_bites_its_tail_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, interest("a", parent="b"), interest("b", parent="a"))

    assert faults_of(file) == ["vocabulary.yaml: interest a: parent: b does not stand above"]


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"format": "vocabulary/2"}, "format: 'vocabulary/2' is none of vocabulary/1"),
        ({"more": 1}, "more: is no key of the format"),
        ({"interests": [word("a", parent=None)]}, "interests[0].related: is missing"),
        (
            {"effects": [word("Å")]},
            "effects[0].id: 'Å' is not an id of a-z, 0-9 and single hyphens",
        ),
    ],
)
def test_a_file_of_another_form_is_refused(
    tmp_path: Path, parts: dict[str, Any], fault: str
) -> None:
    assert faults_of(write(tmp_path, **parts)) == [f"vocabulary.yaml: {fault}"]


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.yaml"
    file.write_text("a: &x [*x]")

    assert faults_of(file) == ["vocabulary.yaml: line 1: anchors and aliases are not allowed"]
