"""What Lighthouse says of the pages on a slow phone, and why where it is not content.

It asks nothing of the network: neither the browser nor Lighthouse itself looks for anything newer.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from typing import Any, Final

from bench import chromium
from bench.served import ROOT, Site, served
from bench.timing import Line, print_table

TARGETS: Final = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
# How fast a page is varies from run to run; the one in the middle counts.
RUNS: Final = 3
# Now and then the browser loses the beginning of a recording, and Lighthouse asks to be run again.
TRIES: Final = 3
ASKED: Final = "buldring i Trondheim, 19 år"
Report = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """One page in one category: a score from 0 to 100 of each run, and what failed in the middle one."""

    page: str
    category: str
    scores: tuple[int, ...]
    failed: tuple[str, ...]

    @property
    def score(self) -> int:
        return median_low(self.scores)

    @property
    def target(self) -> int:
        return TARGETS[self.category]


def measure(site: Site) -> list[Verdict]:
    """Look at each page ``RUNS`` times; return the verdicts, page by page."""
    pages = {
        "home": f"{site.address}/",
        "answers": site.answers_to(ASKED),
        "offer": f"{site.address}/tilbud/fire-klatring-trondheim",
        "municipality": f"{site.address}/kommune/5001",
    }
    browser = chromium.path()
    return [
        verdict
        for page, address in pages.items()
        for verdict in verdicts_on(page, [_report_on(address, browser) for _ in range(RUNS)])
    ]


def _report_on(address: str, browser: str) -> Report:
    """Run Lighthouse, which makes a profile for the browser and throws it away."""
    with tempfile.TemporaryDirectory(prefix="bench-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        command = [
            *("bin/node", "node_modules/lighthouse/cli/index.js", address, "--quiet"),
            *("--output=json", f"--output-path={report}", "--no-enable-error-reporting"),
            f"--only-categories={','.join(TARGETS)}",
            f"--chrome-flags={' '.join(('--headless', *chromium.FLAGS))}",
        ]
        for _ in range(TRIES):
            environment = os.environ | {"CHROME_PATH": browser}
            subprocess.run(command, cwd=ROOT, env=environment, check=False)  # noqa: S603 -- all ours
            told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
            if told and "runtimeError" not in told:
                return told
    raise RuntimeError(f"Lighthouse could not look at {address}.")


def verdicts_on(page: str, reports: Sequence[Report]) -> Iterator[Verdict]:
    for category in TARGETS:
        scores = tuple(round(report["categories"][category]["score"] * 100) for report in reports)
        middle = reports[scores.index(median_low(scores))]
        yield Verdict(page, category, scores, tuple(failed(middle, category)))


def failed(report: Report, category: str) -> Iterator[str]:
    """Yield what keeps a category from 100 in words, the heaviest first."""
    refs = report["categories"][category]["auditRefs"]
    for ref in sorted(refs, key=lambda ref: -ref["weight"]):
        audit = report["audits"][ref["id"]]
        if audit["score"] is not None and audit["score"] < 1:
            measured = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
            yield f"{ref['id']}: {audit['title']}{measured}"


def lines_of(verdicts: Iterable[Verdict]) -> Iterator[Line]:
    """Yield a line for each verdict; what stands for p95 is the worst of the runs."""
    for verdict in verdicts:
        name = f"Lighthouse, {verdict.page}: {verdict.category}"
        yield Line(name, "score", verdict.score, min(verdict.scores), verdict.target)


def print_failed(verdicts: Iterable[Verdict]) -> None:
    """Print, for each verdict that misses its target, why."""
    for verdict in verdicts:
        if verdict.score < verdict.target:
            print(f"\nLighthouse, {verdict.page}: {verdict.category} is {verdict.score}")
            print("".join(f"  {one}\n" for one in verdict.failed), end="")


def main() -> None:
    with served() as site:
        verdicts = measure(site)
    print_table(lines_of(verdicts))
    print_failed(verdicts)


if __name__ == "__main__":
    main()
