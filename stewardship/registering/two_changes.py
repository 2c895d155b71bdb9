"""Two people have changed one entry: what stands against each other in words, and as it is chosen."""

from collections.abc import Mapping
from typing import Final

from stewardship.differences import entry_of_leaves, leaves_of
from stewardship.models import Draft
from stewardship.proposing import ConflictError
from stewardship.registering.pages import MergeRow
from stewardship.wording.field_words import difference_in_words, field_name

THEIRS: Final = "theirs"
MINE: Final = "mine"
CHOICE: Final = "choice:"


def merge_rows(conflict: ConflictError, choices: Mapping[str, str]) -> list[MergeRow]:
    """Return each field that both have changed. What is there now stands, unless something is chosen."""
    return [
        MergeRow(
            key=f"{CHOICE}{one.key}",
            name=field_name(one.key),
            theirs=difference_in_words(one.key, one.theirs),
            mine=difference_in_words(one.key, one.mine),
            chosen=choices.get(one.key, THEIRS),
        )
        for one in conflict.merge.conflicts
    ]


def chosen(conflict: ConflictError, form: Mapping[str, str]) -> dict[str, str]:
    """Return what is chosen for each field; what is no choice is that which is there now."""
    keys = [one.key for one in conflict.merge.conflicts]
    return {key: MINE if form.get(f"{CHOICE}{key}") == MINE else THEIRS for key in keys}


def take_chosen(draft: Draft, conflict: ConflictError, choices: Mapping[str, str]) -> None:
    """Make the draft both changes in one, built upon what is there now."""
    leaves = leaves_of(conflict.merge.entry)
    for one in conflict.merge.conflicts:
        leaves[one.key] = one.mine if choices[one.key] == MINE else one.theirs
    draft.entry = entry_of_leaves(leaves)
    draft.based_on = conflict.head
    draft.hides_address = conflict.hides_address
