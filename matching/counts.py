"""How many offers were left out, each counted once, under the first rule that kept it out."""

import numpy as np

from matching.facts import bit
from matching.rows import Rows
from matching.rules import Rules


def count_ruled_out(rules: Rules, allowed: Rows, ruled_out: Rows) -> dict[str, int]:
    """Return offers by rule; ``place`` counts those out of reach. Signposts are not counted."""
    columns = allowed.columns
    left = ruled_out.pick((ruled_out.facts & np.uint64(bit("is", "signpost"))) == 0)
    seen = np.zeros(len(columns.ids), dtype=np.bool_)
    seen[allowed.offer] = True
    known = int(np.count_nonzero(seen))
    counts: dict[str, int] = {}
    for name, breaks in rules.named_checks():
        seen[left.offer[breaks(left)]] = True
        known, before = int(np.count_nonzero(seen)), known
        if known > before:
            counts[name] = known - before
    out_of_reach = columns.offers_to_go_to - known
    if out_of_reach:
        counts["place"] = out_of_reach
    return counts
