"""What is made of Lighthouse's reports: the run in the middle, and why it failed."""

from bench.lighthouse import TARGETS, Verdict, failed, lines_of, print_failed, verdicts_on

AUDITS = {
    "is-crawlable": {"title": "Page is blocked from indexing", "score": 0},
    "link-text": {"title": "Links have descriptive text", "score": 1},
    "slow": {"title": "Something is slow", "score": 0.5, "displayValue": "150 ms"},
    "does-not-apply": {"title": "Nothing of this is here", "score": None},
}


def report(score, **weights):
    refs = [{"id": name.replace("_", "-"), "weight": weight} for name, weight in weights.items()]
    category = {"score": score, "auditRefs": refs}
    return {"audits": AUDITS, "categories": dict.fromkeys(TARGETS, category)}


def test_the_score_is_that_of_the_run_in_the_middle():
    reports = [report(0.9), report(1), report(0.95)]

    verdicts = {verdict.category: verdict for verdict in verdicts_on("home", reports)}

    assert verdicts.keys() == TARGETS.keys()
    assert verdicts["performance"].score == 95
    assert verdicts["performance"].scores == (90, 100, 95)


def test_what_failed_is_told_the_heaviest_first_and_nothing_else():
    told = failed(report(0.5, slow=0, is_crawlable=4, link_text=1, does_not_apply=1), "seo")

    assert list(told) == [
        "is-crawlable: Page is blocked from indexing",
        "slow: Something is slow (150 ms)",
    ]


def test_a_line_tells_the_middle_and_the_worst_run():
    (line,) = lines_of([Verdict("home", "performance", (99, 97, 98), ())])

    assert (line.p50, line.p95, line.target) == (98, 97, 98)


def test_only_what_misses_its_target_is_explained(capsys):
    print_failed([
        Verdict("home", "seo", (90,), ("link-text: Links",)),
        Verdict("offer", "performance", (98,), ("slow: Slow",)),
    ])  # fmt: skip

    printed = capsys.readouterr().out
    assert "home: seo is 90\n  link-text: Links\n" in printed
    assert "offer" not in printed
