"""The report: means over the right queries, nothing held out shown, and other figures left alone."""

import json
from datetime import date

import pytest

from bench.quality import personas
from bench.quality.judgements import Judgements, Query
from bench.quality.report import Figure, figures_of, keep, misses_of, print_misses

TYPO = Query("kro", "kro i bodø", ("typo", "place"), is_held_out=False, relevant={"q-kor": 3})
PLAIN = Query("kor", "kor", ("plain",), is_held_out=True, relevant={"q-kor": 3, "q-allsang": 1})
JUDGEMENTS = Judgements(date(2026, 11, 25), (TYPO, PLAIN))


def test_each_part_is_the_mean_of_its_own_queries():
    figures = {figure.part: figure for figure in figures_of("x", JUDGEMENTS, [[], ["q-kor"]])}

    assert {part: (one.queries, one.recall) for part, one in figures.items()} == {
        "all": (2, 0.25), "tuned": (1, 0), "held out": (1, 0.5), "typo": (1, 0),
    }  # fmt: skip


def test_a_list_for_every_query_is_needed():
    with pytest.raises(ValueError, match="zip"):
        list(figures_of("x", JUDGEMENTS, [["q-kor"]]))


def test_a_query_that_is_held_out_is_never_among_the_misses(capsys):
    misses = list(misses_of(JUDGEMENTS, [["q-annet"], ["q-annet"]]))

    print_misses(misses)

    printed = capsys.readouterr().out
    assert [miss.query for miss in misses] == [TYPO]
    assert "kro i bodø" in printed
    assert "q-annet=0" in printed
    assert "q-kor=3" in printed
    assert "q-allsang" not in printed


def test_a_query_that_misses_nothing_is_no_miss():
    assert list(misses_of(JUDGEMENTS, [["q-kor"], []])) == []


def test_the_other_figures_of_the_file_are_kept(tmp_path):
    results = tmp_path / "results.json"
    results.write_text('{"lines": [1], "quality": []}', encoding="utf-8")

    keep([Figure("ours", "all", 2, 0.5, 0.25)], results)

    kept = json.loads(results.read_text(encoding="utf-8"))
    assert kept["lines"] == [1]
    assert kept["quality"] == [
        {"who": "ours", "part": "all", "queries": 2, "recall": 0.5, "ndcg": 0.25}
    ]


def test_a_checker_that_is_not_there_says_nothing(tmp_path):
    assert personas.last_line(tmp_path / "check.py") is None


def test_the_last_thing_that_the_checker_says_is_told(tmp_path):
    checker = tmp_path / "check.py"
    checker.write_text("print('one thing')\nprint('3 passed, 1 failed')\n", encoding="utf-8")

    assert personas.last_line(checker) == "3 passed, 1 failed"
