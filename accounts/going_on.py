"""Where somebody was going when they were asked to sign in: a path of ours, and nothing else."""

import re
from typing import Final

# The name of the answer in an address and in a form.
ANSWER: Final = "til"
LONGEST: Final = 300
# One stroke, then no second one and nothing that a browser would read as one: that leads elsewhere.
OUR_PATH: Final = re.compile(r"/(?![/\\])[A-Za-z0-9/_.~%?=&-]*")


def path_to_go_on_to(path: str | None) -> str | None:
    """Return ``path`` where it is one of ours; None otherwise, and for none."""
    path = (path or "").removesuffix("?")
    is_ours = len(path) <= LONGEST and OUR_PATH.fullmatch(path) is not None
    return path if is_ours else None
