"""``make bench``: measure everything, print a table, and keep the figures in bench/results.json."""

import json
import os
import platform
import resource
from dataclasses import asdict
from pathlib import Path

from bench import lighthouse, matching, minute, pdf, site, stewardship, weight
from bench.quality import personas, report
from bench.served import served
from bench.timing import Line, print_table

RESULTS = Path(__file__).parent / "results.json"


def main() -> None:
    with served() as seen:
        weights = list(weight.measure(seen))
        verdicts = lighthouse.measure(seen)
    lines = [*site.measure(), *matching.measure(), *stewardship.measure(), *pdf.measure()]
    lines += minute.measure()
    lines += [peak_memory(), *weights, *lighthouse.lines_of(verdicts)]
    print_table(lines)
    lighthouse.print_failed(verdicts)
    machine = {"processor": platform.processor() or platform.machine(), "cores": os.cpu_count()}
    figures = {"machine": machine, "lines": [asdict(line) for line in lines]}
    RESULTS.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print()
    report.run(RESULTS)
    personas.print_verdict()


def peak_memory() -> Line:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Line("peak memory of this process", "MB", round(peak), round(peak))


main()
