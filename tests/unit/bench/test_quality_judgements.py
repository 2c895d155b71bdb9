"""The judged queries are sound, and faulty ones are refused with one sentence."""

from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.quality.judgements import (
    KINDS,
    QUERIES,
    FaultyJudgementsError,
    Judgements,
    read_judgements,
)
from bench.quality.ours import CATALOGUE
from directory.offer_files import read_offer_files
from directory.safe_yaml import read_yaml
from tests.support.databases import references

LEAST = {"typo": 35, "compound": 30, "nynorsk": 35, "english": 35, "place": 40, "sentence": 25}
GOOD = {"id": "kor", "text": "kor", "kinds": ["plain"], "relevant": {"q-kor": 3}}


def records(part: str) -> list[dict[str, Any]]:
    documents: list[Any] = [read_yaml(file) for file in sorted(CATALOGUE.glob("*.yaml"))]
    return [record for document in documents for record in document.get(part, [])]


@pytest.fixture(scope="module")
def offers() -> dict[str, dict[str, Any]]:
    return {offer["id"]: offer for offer in records("offers")}


@pytest.fixture(scope="module")
def judgements(offers: dict[str, dict[str, Any]]) -> Judgements:
    shown = {
        name for name, offer in offers.items()
        if offer["status"] == "published" and offer.get("ended_on") is None
    }  # fmt: skip
    return read_judgements(QUERIES, shown)


def written(folder: Path, *entries: dict[str, Any], **changes: Any) -> Path:
    document = {"format": "queries/1", "queries": [deepcopy(entry) for entry in entries], **changes}
    file = folder / "queries.yaml"
    today = "" if "today" in changes else "today: 2026-11-25\n"
    file.write_text(today + yaml.safe_dump(document), encoding="utf-8")
    return file


def test_there_are_enough_queries_of_every_kind(judgements):
    counts = Counter(kind for query in judgements.queries for kind in query.kinds)

    assert len(judgements.queries) >= 210
    assert {kind: counts[kind] for kind, least in LEAST.items() if counts[kind] < least} == {}
    assert set(counts) == set(KINDS)


def test_a_third_of_every_kind_is_held_out(judgements):
    every = Counter(kind for query in judgements.queries for kind in query.kinds)
    held = Counter(
        kind for query in judgements.queries if query.is_held_out for kind in query.kinds
    )

    assert {kind: held[kind] for kind in every if abs(held[kind] - every[kind] / 3) > 1} == {}


def test_no_relevant_offer_is_for_those_who_use(judgements, offers):
    for query in judgements.queries:
        rules = {offers[offer].get("sobriety_rule") for offer in query.relevant}
        assert "active_use" not in rules, query.id


def test_what_is_not_for_somebody_without_a_word_about_it_is_not_relevant(judgements, offers):
    """An offer for relatives or the bereaved alone needs a query that is of the kind ``need``."""
    for query in judgements.queries:
        if "need" not in query.kinds and "name" not in query.kinds:
            told = [offers[offer].get("audience") or ["self"] for offer in query.relevant]
            assert all("self" in audience for audience in told), query.id


def test_a_query_is_answered_for_one_kind_of_people(judgements, offers):
    """Nobody asks as a relative and as bereaved at once; what is relevant shares one audience."""
    for query in judgements.queries:
        audiences = [set(offers[offer].get("audience") or ["self"]) for offer in query.relevant]
        assert set.intersection(*audiences), query.id


def test_every_record_of_the_catalogue_says_that_it_is_an_example(offers):
    ids = [*offers, *(organisation["id"] for organisation in records("organisations"))]
    summaries = [text for offer in offers.values() for text in offer["summary"].values()]

    assert all(one.startswith("q-") for one in ids)
    assert all(text.startswith("Eksempel: ") for text in summaries)


def test_the_site_takes_the_catalogue_in_without_a_fault(offers):
    batch = read_offer_files(CATALOGUE, references(), set())

    assert batch.offers.keys() == offers.keys()
    assert len(batch.offers) >= 150
    assert len(batch.organisations) >= 40


def test_good_judgements_are_read(tmp_path):
    held = GOOD | {"id": "korsang", "text": "korsang", "holdout": True}

    first, second = read_judgements(written(tmp_path, GOOD, held), {"q-kor"}).queries

    assert (first.id, first.text, first.kinds, first.relevant) == (
        "kor", "kor", ("plain",), {"q-kor": 3},
    )  # fmt: skip
    assert (first.is_held_out, second.is_held_out) == (False, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"relevant": {"q-annet": 3}}, "Query kor names an offer that is not shown, q-annet."),
        ({"relevant": {"q-kor": 4}}, "the grade 4, which is none of 1, 2, 3."),
        ({"relevant": {"q-kor": 0}}, "the grade 0, which is none of 1, 2, 3."),
        ({"relevant": {"q-kor": True}}, "the grade True, which is none of 1, 2, 3."),
        ({"relevant": {}}, "Query kor needs 1 to 8 relevant offers."),
        ({"relevant": {f"q-{n}": 1 for n in range(9)}}, "needs 1 to 8 relevant offers."),
        ({"kinds": ["rhyme"]}, "Query kor is of a kind that is not known, rhyme."),
        ({"kinds": []}, "Query kor is of no kind."),
        ({"text": " "}, "Query kor has no text."),
        ({"holdout": "ja"}, "Query kor says neither true nor false of holdout."),
        ({"answer": 1}, "Query kor has a key that is not known, answer."),
    ],
)
def test_a_faulty_query_is_refused_with_one_sentence(tmp_path, change, sentence):
    with pytest.raises(FaultyJudgementsError) as refused:
        read_judgements(written(tmp_path, GOOD | change), {"q-kor"})

    assert str(refused.value).endswith(sentence)


def test_two_queries_with_one_text_are_refused(tmp_path):
    with pytest.raises(FaultyJudgementsError, match="or its text stands twice"):
        read_judgements(written(tmp_path, GOOD, GOOD | {"id": "kor-igjen"}), {"q-kor"})


@pytest.mark.parametrize("changes", [{"format": "queries/2"}, {"today": "snart"}, {"queries": []}])
def test_a_file_of_another_form_is_refused(tmp_path, changes):
    with pytest.raises(FaultyJudgementsError, match=r"queries\.yaml"):
        read_judgements(written(tmp_path, GOOD, **changes), {"q-kor"})
