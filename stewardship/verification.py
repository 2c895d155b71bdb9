"""How we can know that somebody speaks for a group: three ways, of which they choose one."""

from enum import StrEnum
from typing import Any


class Way(StrEnum):
    """How a moderator makes sure. Groups without an organisation number have the last two."""

    # A mail to the address that the organisation has in the public register.
    REGISTER = "register"
    # The fellowship's own contact says that the group is theirs.
    FELLOWSHIP = "fellowship"
    # A moderator calls.
    CALL = "call"


def verification(way: Way, whom: str) -> dict[str, Any]:
    """Return what a moderator is told: the way, and whom to ask or ring."""
    return {"way": way.value, "whom": whom}
