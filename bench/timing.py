"""Taking times, and telling them."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """One line of the table. ``target`` is what was aimed at, in the same unit as ``p95``."""

    name: str
    unit: str
    p50: float
    p95: float
    target: float | None = None
    note: str = ""


def percentile(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def measure_ms(work: Callable[[T], object], inputs: Iterable[T], warm_up: int = 5) -> list[float]:
    """Return the milliseconds of each call, after a few that do not count."""
    given = list(inputs)
    for one in given[:warm_up]:
        work(one)
    times = []
    for one in given:
        start = time.perf_counter()
        work(one)
        times.append((time.perf_counter() - start) * 1000)
    return times


def line_of(name: str, times: list[float], target: float | None = None, note: str = "") -> Line:
    return Line(
        name,
        "ms",
        round(percentile(times, 0.5), 2),
        round(percentile(times, 0.95), 2),
        target,
        note,
    )


def print_table(lines: Iterable[Line]) -> None:
    print(f"{'what':<58}{'p50':>10}{'p95':>10}{'target':>10}  unit  note")
    for line in lines:
        target = "" if line.target is None else f"{line.target:g}"
        print(
            f"{line.name:<58}{line.p50:>10g}{line.p95:>10g}{target:>10}  {line.unit:<5} {line.note}"
        )
