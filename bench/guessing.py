"""How far somebody gets who tries codes: 100,000 tries over the loopback, and what time gives away.

Run it by itself: ``.venv/bin/python -m bench.guessing``. It ends within ten minutes on a slow machine too.
"""

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from bench.served import Site, served
from core.clock import now_in_norway
from directory.choices import Status
from directory.models import Offer
from prescribing.choices import Heading, PracticeKind
from prescribing.codes.code import ALPHABET, new_code, with_check
from prescribing.codes.validity import expiry_from
from prescribing.draft import MOST_ITEMS
from prescribing.models import CODE_LENGTH, Practice, Prescription

TRIES: Final = 100_000
LONGEST_SECONDS: Final = 420.0
CALLERS: Final = 50
AT_ONCE: Final = 8
LIVE_CODES: Final = 50
TIMED: Final = 220
LARGEST_DIFFERENCE: Final = 0.05
FOUND, NOT_THERE, ASKED_TO_WAIT = 200, 404, 429


@dataclass
class Guesser:
    """Tries one code after the other, each from the next of several made-up addresses."""

    host: str
    until: float
    left: int = TRIES
    statuses: Counter[int] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def guess(self, number: int) -> None:
        chance = random.Random(number)
        lines: dict[str, HTTPConnection] = {}
        while self._takes_one():
            caller = f"127.9.{number}.{chance.randrange(1, 1 + CALLERS // AT_ONCE)}"
            status = self._tried(lines, caller, guessed(chance))
            with self._lock:
                self.statuses[status] += 1

    def _tried(self, lines: dict[str, HTTPConnection], caller: str, code: str) -> int:
        line = lines.setdefault(caller, connection(self.host, caller))
        try:
            return status_of(line, code)
        except (HTTPException, OSError):
            # A line that lay still for long is closed by the site.
            line.close()
            return status_of(line, code)

    def _takes_one(self) -> bool:
        with self._lock:
            self.left -= 1
            return self.left >= 0 and time.monotonic() < self.until


def guessed(chance: random.Random) -> str:
    return with_check("".join(chance.choices(ALPHABET, k=CODE_LENGTH - 1)))


def connection(host: str, caller: str) -> HTTPConnection:
    return HTTPConnection(host, timeout=60, source_address=(caller, 0))


def status_of(line: HTTPConnection, code: str) -> int:
    line.request("GET", f"/r/{code}")
    answer = line.getresponse()
    answer.read()
    return answer.status


def kept_codes(site: Site) -> list[str]:
    """Keep sheets with five offers each, as full as they may be, and return their codes."""
    engine = create_engine(f"sqlite:///{Path(site.environment['INSTANCE_PATH']) / 'site.sqlite'}")
    today = now_in_norway().date()
    with Session(engine) as session:
        practice = Practice(kind=PracticeKind.GP, municipality="0301")
        session.add(practice)
        session.flush()
        ids = session.scalars(select(Offer.id).where(Offer.status == Status.PUBLISHED)).all()
        codes = [new_code() for _ in range(LIVE_CODES)]
        for number, code in enumerate(codes):
            first = number * MOST_ITEMS % (len(ids) - MOST_ITEMS)
            session.add(
                Prescription(
                    code=code,
                    practice_id=practice.id,
                    heading=Heading.SOMETHING_TO_GO_TO,
                    items=[{"offer": one, "line": None} for one in ids[first : first + MOST_ITEMS]],
                    reasons=[],
                    municipality="0301",
                    month=f"{today:%Y-%m}",
                    expires_on=expiry_from(today),
                )
            )
        session.commit()
    engine.dispose()
    return codes


def timed(host: str, codes: list[str]) -> tuple[list[float], list[float]]:
    """Return the seconds that right codes took and that wrong ones took, by turns."""
    chance = random.Random(1)
    took: dict[int, list[float]] = {FOUND: [], NOT_THERE: []}
    for number, caller in zip(range(2 * TIMED + 10), callers(), strict=False):
        is_right = number % 2 == 0
        code = codes[number // 2 % len(codes)] if is_right else guessed(chance)
        start = time.perf_counter()
        status = status_of(connection(host, caller), code)
        seconds = time.perf_counter() - start
        # The first few have the templates to read, which nobody has looked at yet.
        if number >= 10:
            took[status].append(seconds)
    return took[FOUND], took[NOT_THERE]


def callers() -> Iterator[str]:
    """Yield addresses of this machine, each of which is somebody else to the site."""
    for number in count():
        yield f"127.8.{number // 200}.{number % 200 + 1}"


def main() -> int:
    with served() as site:
        host = urlsplit(site.address).netloc
        codes = kept_codes(site)
        right, wrong = timed(host, codes)
        began = time.monotonic()
        guesser = Guesser(host, began + LONGEST_SECONDS)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(guesser.guess, range(AT_ONCE)))
        seconds = time.monotonic() - began
    return report(guesser.statuses, seconds, right, wrong)


def report(statuses: Counter[int], seconds: float, right: list[float], wrong: list[float]) -> int:
    """Print what was found. Returns 1 where it is more than it may be."""
    tries, found = sum(statuses.values()), statuses[FOUND]
    ratio = statistics.median(right) / statistics.median(wrong)
    print(f"tries                  {tries:,} in {seconds:.0f} s, {tries / seconds:.0f} a second")
    print(f"codes found            {found} of {LIVE_CODES}")
    print(f"looked up              {statuses[NOT_THERE] + found:,}")
    print(f"asked to wait          {statuses[ASKED_TO_WAIT] / tries:.1%}")
    print(f"anything else          {tries - sum(statuses[one] for one in (200, 404, 429))}")
    for name, times in (("a right code", right), ("a wrong code", wrong)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name:<22} {statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms,"
            f" of {len(times)}"
        )
    print(f"right over wrong       {ratio:.3f}")
    return 1 if found or abs(ratio - 1) > LARGEST_DIFFERENCE else 0


if __name__ == "__main__":
    sys.exit(main())
