"""Matching over columns placed as people live, beside the bare floor on the same rows."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bench.floor import Bare
from bench.placed_rows import people, placed_columns
from bench.timing import Line, line_of, measure_ms, percentile
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import read_vocabulary_file
from finder.almanac import Almanac
from matching.columns import Columns, Floats
from matching.match import match, prepare
from places.gazetteer import gazetteer

SIZES: Final = {10_000: (1000, 2.0), 100_000: (500, 5.0), 1_000_000: (200, 40.0)}
TIMES_THE_FLOOR: Final = 4.0
VOCABULARY = Path(__file__).parent.parent / "seeds" / "vocabulary.yaml"


def measure() -> Iterator[Line]:
    vocabulary = read_vocabulary_file(VOCABULARY)
    moment = datetime.fromisoformat("2026-11-25T12:00")
    for rows, (askers, target) in SIZES.items():
        columns, timetables = placed_columns(rows, 1, vocabulary, gazetteer())
        almanac = Almanac(timetables, date(2026, 11, 24))
        prepared = prepare(columns, almanac.agenda(moment), vocabulary)
        asked = people(askers, 2, vocabulary, gazetteer())
        times = measure_ms(partial(match, prepared=prepared), asked)
        placed = [person for person in asked if person.position is not None]
        floor = measure_ms(Bare(columns).answer, placed)
        ratio = percentile(times, 0.95) / percentile(floor, 0.95)
        note = f"{ratio:.1f} times the floor (target {TIMES_THE_FLOOR:g})"
        yield line_of(f"match, {rows:,} rows, top 20 with reasons", times, target, note)
        yield line_of(f"bare NumPy filter and score, {rows:,} rows", floor)
        moments = [moment + timedelta(minutes=n) for n in range(40)]
        agendas = measure_ms(partial(_standing_at, columns, almanac, vocabulary), moments)
        yield line_of(f"the catalogue at another moment, {rows:,} rows", agendas)


def _standing_at(
    columns: Columns, almanac: Almanac, vocabulary: Vocabulary, moment: datetime
) -> Floats:
    return prepare(columns, almanac.agenda(moment), vocabulary).standing
