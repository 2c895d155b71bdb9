"""Writes how the matching works: ``python -m matching.described`` prints docs/matching.md."""

import sys
from collections.abc import Iterator
from typing import Final

from matching.ladder import ENOUGH, ENOUGH_OF_A_WISH, FIRST_RADIUS_KM, WIDER_KM, WISH_KM
from matching.signals import HALF_WAY_KM, SIGNALS, Signal
from matching.variety import FIRST, MOST_OF_ONE_ORGANISATION

FOR_EVERYBODY: Final = "everybody"
PAGE: Final = """\
# How the matching works

Written by `make docs` from the code in `matching/`; change it there.

1. **Reach.** First what lies within {first:g} km, what one can attend from home, and what serves the
   person's area. With fewer than {enough} offers to show, the circle widens: to {wider} km, then the
   county, then the country. With fewer than {of_a_wish} that meet a wish, one looks on for the wish alone, no
   farther than {wish:g} km. A distance the person named is never widened. Every step is named in the answer.
2. **Rules.** What is known to be wrong for the person is left out and counted under the rule's name:
   sobriety, audience, age, women's and men's groups, musts, what to avoid, "not this", "not for me".
   A rule asks for a known "no"; what nobody has told is never one.
3. **Signals.** What is left gets points from the table below: each signal sees from 0 to 1 how well an
   offer fits, times its weight. What nobody has told gives no points and takes none. The points of the
   reasons shown are the score.
4. **Rank.** Each offer by the schedule that suits best; equals in order of their ids.
5. **Variety.** Among the first {few}: at least two kinds, a group of people who have been through it
   unless ordinary company was asked for, and at most {most} offers of one organisation, where there are
   others. An offer waved away as "not for me" counts as shown for its organisation. Who asks for an offer
   by its name is given it.

6. **Ageing.** An entry whose steward should have confirmed it, and has not, gets nothing for having been
   confirmed before. Twelve months after the day it is silent: it stands after everything else, carries a
   mark, and does not count as enough, so that one looks farther. What nobody holds is not asked about, and
   so is never late.

Evidence: requirements of the magazine Rusfag, of a master's thesis, and of theses on aftercare, by their
numbers; DESIGN and CONTRACTS are this project's own rules. Nearness counts half at {half:g} km.

| signal | weight | it is true that | for one who | evidence |
|---|---|---|---|---|
{table}
"""


def page() -> str:
    """Return the page, in Markdown; signals in order of weight, equals in order of the table."""
    return PAGE.format(
        first=FIRST_RADIUS_KM,
        wider=" and ".join(f"{km:g}" for km in WIDER_KM),
        wish=WISH_KM,
        of_a_wish=ENOUGH_OF_A_WISH,
        enough=ENOUGH,
        few=FIRST,
        most=MOST_OF_ONE_ORGANISATION,
        half=HALF_WAY_KM,
        table="\n".join(_lines()),
    )


def _lines() -> Iterator[str]:
    for signal in sorted(SIGNALS, key=lambda signal: -signal.weight):
        who = signal.who or FOR_EVERYBODY
        yield f"| `{signal.code}` | {signal.weight:.2f} | {meaning(signal)} | {who} | {signal.evidence} |"


def meaning(signal: Signal) -> str:
    """Return what is true of an offer that gets points by ``signal``: its function's first sentence."""
    return (signal.share.__doc__ or "").partition("\n")[0]


if __name__ == "__main__":
    sys.stdout.write(page())
