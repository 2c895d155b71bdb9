"""How many offers were left out, each counted once, under the first rule that kept it out."""

import numpy as np

from matching.day import Day
from matching.facts import bit
from matching.rows import Index, Rows
from matching.rules import Rules


def count_ruled_out(day: Day, rules: Rules, candidates: Index, allowed: Rows) -> dict[str, int]:
    """Return offers by rule; ``place`` counts those that lie out of reach. Signposts are not counted."""
    columns = day.columns
    seen = np.zeros(len(columns.ids), dtype=np.bool_)
    seen[allowed.offer] = True
    facts = day.facts[candidates]
    going = (facts & np.uint64(bit("is", "signpost"))) == 0
    offers = columns.offer[candidates]
    counts: dict[str, int] = {}
    before = int(np.count_nonzero(seen))
    for name, broken in rules.broken(day, candidates, facts):
        seen[offers[broken & going]] = True
        after = int(np.count_nonzero(seen))
        if after > before:
            counts[name] = after - before
        before = after
    out_of_reach = columns.offers_to_go_to - before
    if out_of_reach:
        counts["place"] = out_of_reach
    return counts
