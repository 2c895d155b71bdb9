"""The figures: how much of what is relevant is shown, by ours and by the baselines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Final, Protocol

from bench.quality.baselines import PlainFts5, PlainWhoosh
from bench.quality.judgements import QUERIES, Judgements, Query, read_judgements
from bench.quality.measures import ndcg, recall
from bench.quality.ours import Ours, catalogue_opened, published_texts

KINDS_TOLD: Final = ("typo", "compound", "nynorsk", "english", "sentence")
TYPOS_HELD_OUT: Final = "typo held out"
PARTS: Final = ("all", "tuned", "held out", *KINDS_TOLD, TYPOS_HELD_OUT)


class Asker(Protocol):
    """Something that answers what people type with offers, best first."""

    @property
    def name(self) -> str: ...

    def ask(self, text: str) -> list[str]: ...


@dataclass(frozen=True)
class Figure:
    """The means over one part of the queries, each 0 to 1, at the first ten."""

    who: str
    part: str
    queries: int
    recall: float
    ndcg: float


@dataclass(frozen=True)
class Miss:
    """A query whose first ten lack something relevant."""

    query: Query
    shown: tuple[str, ...]

    @property
    def missing(self) -> list[str]:
        """The relevant offers that are not shown, the best first."""
        lacking = self.query.relevant.keys() - set(self.shown)
        return sorted(lacking, key=lambda offer: (-self.query.relevant[offer], offer))


def run(results: Path, *, tells_misses: bool = False) -> None:
    """Measure, keep the figures in ``results``, and print them; the misses before them where wanted."""
    figures, misses = measure()
    keep(figures, results)
    if tells_misses:
        print_misses(misses)
        print()
    print_figures(figures)


def measure() -> tuple[list[Figure], list[Miss]]:
    """Ask everybody everything. The misses are ours, and only of the part that may be tuned by."""
    with catalogue_opened() as (session, vocabulary):
        texts = published_texts(session, vocabulary)
        judgements = read_judgements(QUERIES, {text.id for text in texts})
        ours = Ours(session, vocabulary, judgements.today)
        askers: Sequence[Asker] = (ours, PlainFts5(texts), PlainWhoosh(texts))
        shown = {asker.name: _asked(asker, judgements) for asker in askers}
    figures = [
        figure for name, lists in shown.items() for figure in figures_of(name, judgements, lists)
    ]
    return figures, list(misses_of(judgements, shown[ours.name]))


def _asked(asker: Asker, judgements: Judgements) -> list[list[str]]:
    return [asker.ask(query.text) for query in judgements.queries]


def figures_of(
    who: str, judgements: Judgements, shown: Sequence[Sequence[str]]
) -> Iterator[Figure]:
    """Yield one figure for each part that has queries. ``shown``: a list for each query, in order."""
    pairs = list(zip(judgements.queries, shown, strict=True))
    for part in PARTS:
        chosen = [(query, offers) for query, offers in pairs if part in _parts_of(query)]
        if chosen:
            found = fmean(recall(offers, query.relevant) for query, offers in chosen)
            gain = fmean(ndcg(offers, query.relevant) for query, offers in chosen)
            yield Figure(who, part, len(chosen), round(found, 4), round(gain, 4))


def _parts_of(query: Query) -> tuple[str, ...]:
    parts = ("all", "held out" if query.is_held_out else "tuned", *query.kinds)
    return (*parts, TYPOS_HELD_OUT) if query.is_held_out and "typo" in query.kinds else parts


def misses_of(judgements: Judgements, shown: Sequence[Sequence[str]]) -> Iterator[Miss]:
    """Yield the misses, but never a query that is held out."""
    for query, offers in zip(judgements.queries, shown, strict=True):
        if not query.is_held_out and recall(offers, query.relevant) < 1:
            yield Miss(query, tuple(offers))


def print_figures(figures: Iterable[Figure]) -> None:
    print(f"{'who':<16}{'queries':<15}{'number':>8}{'recall@10':>12}{'nDCG@10':>10}")
    for figure in figures:
        head = f"{figure.who:<16}{figure.part:<15}{figure.queries:>8}"
        print(f"{head}{figure.recall:>12.3f}{figure.ndcg:>10.3f}")


def print_misses(misses: Iterable[Miss]) -> None:
    for miss in misses:
        grades = miss.query.relevant
        print(f"\n{miss.query.text}  ({', '.join(miss.query.kinds)})")
        print("  shown:   " + " ".join(f"{one}={grades.get(one, 0)}" for one in miss.shown))
        print("  missing: " + " ".join(f"{one}={grades[one]}" for one in miss.missing))


def keep(figures: Iterable[Figure], results: Path) -> None:
    """Put the figures into the file of results, and leave what else stands there."""
    kept = json.loads(results.read_text(encoding="utf-8")) if results.is_file() else {}
    kept["quality"] = [asdict(figure) for figure in figures]
    results.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
