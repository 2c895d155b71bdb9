"""What is known of an offer's row, one bit for each thing that somebody has told.

A question that nobody has answered has no bit set, neither for yes nor for no, so a rule that asks
for a known "no" can never catch what is unknown.
"""

from collections.abc import Iterable
from typing import Final

CHOICES: Final = {
    "sobriety_rule": ("drug_free", "sober_there", "wish_to_stop", "none", "active_use"),
    "audience": ("self", "relatives", "bereaved"),
    "gender": ("any", "women", "men"),
    "participants": ("lived_experience", "mixed", "open_to_all"),
    "approach": ("twelve_step", "faith_based", "harm_reduction", "neutral"),
    "format": ("one_to_one", "small_group", "group", "open_house"),
    "intensity": ("calm", "moderate", "hard"),
    "capacity": ("open", "few_places", "waiting_list", "full"),
    "attendance": ("in_person", "online", "hybrid", "phone"),
    # Yes or no to what a person may need; see CONTRACTS on how each is told.
    "free": ("yes", "no"),
    "no_referral": ("yes", "no"),
    "drop_in": ("yes", "no"),
    "anonymous": ("yes", "no"),
    "step_free": ("yes", "no"),
    "alcohol_free": ("yes", "no"),
    "no_sharing": ("yes", "no"),
    "companion": ("yes", "no"),
    "beginners": ("yes", "no"),
    "medication_ok": ("yes", "no"),
    "talk_about_drugs": ("yes", "no"),
    # What follows from the record as a whole.
    "is": ("signpost", "placed", "exact", "fenced", "over"),
    "has": ("age_limit", "twelve_step_interest", "peers_in_the_lead", "drug_topic"),
}


def _number_bits() -> dict[str, dict[str, int]]:
    place = 0
    numbered: dict[str, dict[str, int]] = {}
    for field, words in CHOICES.items():
        numbered[field] = {}
        for word in words:
            numbered[field][word] = 1 << place
            place += 1
    if place > 64:  # noqa: PLR2004 -- the bits of one unsigned integer
        raise ValueError("there are more facts than bits")
    return numbered


BITS: Final = _number_bits()


MASKS: Final = {field: sum(words.values()) for field, words in BITS.items()}
_WORDS: Final = {field: {one: word for word, one in words.items()} for field, words in BITS.items()}


def bit(field: str, word: str) -> int:
    return BITS[field][word]


def bits(field: str, words: Iterable[str] | None = None) -> int:
    """Return the bits of ``words`` of ``field`` together; of all its words where None."""
    return MASKS[field] if words is None else sum(BITS[field][word] for word in set(words))


def told(facts: int, field: str) -> str | None:
    """Return the one word that was told for ``field``, or None where nobody has told."""
    return _WORDS[field].get(facts & MASKS[field])
