"""``python -m bench.quality``: measure how well the site finds, and nothing else.

With ``--misses`` it prints what each query of the tuned part misses, and asks no personas.
"""

import argparse
from pathlib import Path
from typing import Final

from bench.quality import personas, report

RESULTS: Final = Path(__file__).parent.parent / "results.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="what the tuned part misses")
    wanted = parser.parse_args()
    report.run(RESULTS, tells_misses=wanted.misses)
    if not wanted.misses:
        personas.print_verdict()


if __name__ == "__main__":
    main()
