"""Hard rules: what may never be shown to a person. Each rules out a known "no", never an unknown.

All rules but age and interests are bits, so a row is asked about all of them in one step; which of
them it was is only looked at for those that were ruled out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Final

import numpy as np

from matching.columns import Marks
from matching.day import Day
from matching.facts import CHOICES, bit, bits
from matching.person import Person
from matching.rows import Rows

# Rows: the situation. What may be shown. CONTRACTS, "Sobriety, the hardest rule"; rusfag R1-R5.
SOBRIETY: Final[dict[str | None, tuple[str, ...]]] = {
    "drug_free": ("drug_free", "sober_there", "wish_to_stop", "none"),
    "wants_to_stop": ("wish_to_stop", "sober_there", "none"),
    "uses_now": ("active_use", "none", "sober_there"),
    None: ("drug_free", "sober_there", "wish_to_stop", "none"),
}
# Whom a place where alcohol is served may harm.
DOING_WITHOUT: Final = frozenset({"drug_free", "wants_to_stop"})
AUDIENCE: Final = {"self": "self", "relative": "relatives", "bereaved": "bereaved"}
GROUPS_FOR: Final = {"women": "woman", "men": "man"}
# Sobriety rules that bind a signpost too: it may send people on, but not into the wrong room.
BINDS_SIGNPOSTS: Final = ("drug_free", "active_use")

MUST_BITS: Final = {
    "online": bits("attendance", ("in_person", "phone")),
    "in_person": bits("attendance", ("online", "phone")),
    "women": bits("gender", ("any", "men")),
    "men": bits("gender", ("any", "women")),
}
AVOID_BITS: Final = {
    "twelve_step": bit("approach", "twelve_step") | bit("has", "twelve_step_interest"),
    "faith_based": bit("approach", "faith_based"),
    "one_to_one": bit("format", "one_to_one"),
    "hard": bit("intensity", "hard"),
    "talk_about_drugs": bit("talk_about_drugs", "yes"),
}
# What answers a must or an avoid one way or the other; without any of these it is unknown.
TOLD_BITS: Final = {
    "online": bits("attendance"),
    "in_person": bits("attendance"),
    "women": bits("gender"),
    "men": bits("gender"),
    "twelve_step": bits("approach") | bit("has", "twelve_step_interest"),
    "faith_based": bits("approach"),
    "one_to_one": bits("format"),
    "hard": bits("intensity"),
    "talk_about_drugs": bits("talk_about_drugs"),
}


def forbidden_by_must(must: str) -> int:
    return MUST_BITS[must] if must in MUST_BITS else bit(must, "no")


@cache
def told_about(word: str) -> int:
    """Return the bits of which one is set where somebody has told about a must or an avoid."""
    return TOLD_BITS[word] if word in TOLD_BITS else bits(word)


@dataclass(frozen=True)
class Rules:
    """The rules as they are for one person. ``named`` are forbidden bits in the order they are counted.

    ``not_for_me`` are numbers of offers that the person has waved away.
    """

    named: tuple[tuple[str, int], ...]
    required: int
    ages: tuple[int, int] | None
    not_this: tuple[int, ...]
    not_for_me: frozenset[int] = frozenset()

    @cached_property
    def forbidden(self) -> int:
        together = 0
        for _name, mask in self.named:
            together |= mask
        return together

    def allow(self, rows: Rows) -> Marks:
        """Return which rows may be shown."""
        facts = rows.facts
        allowed: Marks = (facts & np.uint64(self.forbidden)) == 0
        allowed &= (facts & np.uint64(self.required)) != 0
        if self.ages is not None:
            allowed &= ages_fit(rows, self.ages)
        if any(self.not_this):
            allowed &= ~rows.touch(self.not_this)
        if self.not_for_me:
            allowed &= ~_are_of(self.not_for_me, rows)
        return allowed

    def named_checks(self) -> Iterator[tuple[str, Callable[[Rows], Marks]]]:
        """Yield each rule's name with what tells the rows that break it, in the order of counting."""
        if self.not_for_me:
            yield "not_for_me", partial(_are_of, self.not_for_me)
        for name, mask in self.named:
            yield name, partial(_has_any, mask)
        yield "audience", partial(_has_none, self.required)
        if self.ages is not None:
            yield "age", partial(_ages_do_not_fit, self.ages)
        if any(self.not_this):
            yield "not_this", partial(_touches, self.not_this)


def _has_any(mask: int, rows: Rows) -> Marks:
    found: Marks = (rows.facts & np.uint64(mask)) != 0
    return found


def _has_none(mask: int, rows: Rows) -> Marks:
    return ~_has_any(mask, rows)


def _ages_do_not_fit(ages: tuple[int, int], rows: Rows) -> Marks:
    return ~ages_fit(rows, ages)


def _touches(masks: tuple[int, ...], rows: Rows) -> Marks:
    return rows.touch(masks)


def _are_of(offers: frozenset[int], rows: Rows) -> Marks:
    return np.isin(rows.offer, list(offers))


def ages_fit(rows: Rows, ages: tuple[int, int]) -> Marks:
    """A band of ages is outside a limit only if all of it is."""
    youngest, oldest = ages
    fit: Marks = rows.columns.age_min[rows.index] <= oldest
    fit &= rows.columns.age_max[rows.index] >= youngest
    return fit


def rules_for(person: Person, day: Day) -> Rules:
    """Return every rule that binds a match for this person."""
    allowed_rules = SOBRIETY[person.situation]
    barred = [word for word in CHOICES["sobriety_rule"] if word not in allowed_rules]
    numbers = day.columns.offer_numbers
    return Rules(
        named=(
            ("signpost", bit("is", "signpost")),
            ("over", bit("is", "over")),
            ("sobriety", bits("sobriety_rule", barred)),
            ("gender", _closed_groups(person)),
            *((must, forbidden_by_must(must)) for must in person.musts),
            *((word, AVOID_BITS[word]) for word in person.avoid),
        ),
        required=bit("audience", AUDIENCE[person.for_whom]),
        ages=person.ages,
        not_this=day.columns.masks_of(day.tree.under(person.not_this)),
        not_for_me=frozenset(numbers[one] for one in person.not_for_me if one in numbers),
    )


def signpost_rules_for(person: Person, day: Day) -> Rules:
    """Return the fewer rules that bind a signpost; musts do not."""
    allowed_rules = SOBRIETY[person.situation]
    barred = [word for word in BINDS_SIGNPOSTS if word not in allowed_rules]
    return Rules(
        named=(("over", bit("is", "over")), ("sobriety", bits("sobriety_rule", barred))),
        required=bit("audience", AUDIENCE[person.for_whom]),
        ages=person.ages,
        not_this=day.columns.masks_of(day.tree.under(person.not_this)),
    )


def _closed_groups(person: Person) -> int:
    """Women's and men's groups are shown to those they are for, or by the must of that name."""
    closed = [
        group
        for group, gender in GROUPS_FOR.items()
        if person.gender != gender and group not in person.musts
    ]
    return bits("gender", closed)
