"""What a person wishes for, worked out once as the masks and numbers that columns are compared with."""

from dataclasses import dataclass
from functools import cached_property

from matching.agenda import bits_of_wish
from matching.day import Day
from matching.person import Person

Masks = tuple[int, ...]


@dataclass(frozen=True)
class Wishes:
    """Masks have one word of 64 bits for each column of interests."""

    day: Day
    person: Person

    @cached_property
    def interests(self) -> Masks:
        return self.day.columns.masks_of(self.day.tree.under(self.person.interests))

    @cached_property
    def used_to_like(self) -> Masks:
        return self.day.columns.masks_of(self.day.tree.under(self.person.used_to_like))

    @cached_property
    def near(self) -> Masks:
        wishes = self.person.interests + self.person.used_to_like
        return self.day.columns.masks_of(self.day.tree.near(wishes))

    @cached_property
    def effects(self) -> int:
        places = self.day.columns.effect_ids
        return sum(1 << places.index(goal) for goal in self.person.goal)

    @cached_property
    def times(self) -> int:
        together = 0
        for wish in self.person.when:
            together |= bits_of_wish(wish)
        return together
