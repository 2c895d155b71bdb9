"""What stands sealed in an address: a question, what the person said "not for me" to, and their week."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from core.seal import LONGEST_ADDRESS, BrokenSealError, Seal

NOT_FOR_ME: Final = "not_for_me"
WEEK: Final = "week"
# A page with more shows nobody their week any more, and an address has an end.
MOST_IN_WEEK: Final = 20
# The oldest go when there are more: an address has an end, and one can say it again.
MOST_NOT_FOR_ME: Final = 40


@dataclass(frozen=True)
class Asked:
    """``question`` is a person as in CONTRACTS 4, unchecked. The lists hold ids of offers, once each.

    ``not_for_me`` are offers the person does not want to see again, ``week`` those they chose, both
    in the order in which they were named; no offer is in both. Nothing of it is kept anywhere but
    in the address.
    """

    question: Mapping[str, Any] = field(default_factory=dict)
    not_for_me: tuple[str, ...] = ()
    week: tuple[str, ...] = ()

    def with_answers(self, **changed: object) -> Self:
        """Return the same with some answers changed; None takes an answer away."""
        answers = {**self.question, **changed}
        kept = {key: value for key, value in answers.items() if value is not None}
        return replace(self, question=kept)

    def without_offer(self, offer: str) -> Self:
        """Return the same after "not for me": out of the answer, and out of the week."""
        not_for_me = (*_without(self.not_for_me, offer), offer)[-MOST_NOT_FOR_ME:]
        return replace(self, not_for_me=not_for_me, week=_without(self.week, offer))

    def with_offer_again(self, offer: str) -> Self:
        """Return the same where "not for me" is taken back."""
        return replace(self, not_for_me=_without(self.not_for_me, offer))

    def with_in_week(self, offer: str) -> Self:
        """Return the same with the offer last in the week, where it keeps its place if it is there.

        Whether there is room for it is for the caller to ask (``MOST_IN_WEEK``).
        """
        week = self.week if offer in self.week else (*self.week, offer)
        return replace(self, week=week, not_for_me=_without(self.not_for_me, offer))

    def without_in_week(self, offer: str) -> Self:
        return replace(self, week=_without(self.week, offer))


def close(asked: Asked, seal: Seal) -> str | None:
    """Return it as one word for an address, or None where it is too much for one."""
    lists = {NOT_FOR_ME: list(asked.not_for_me), WEEK: list(asked.week)}
    word = seal.close({**asked.question, **{key: ids for key, ids in lists.items() if ids}})
    return word if len(word) <= LONGEST_ADDRESS else None


def open_sealed(word: str, seal: Seal) -> Asked:
    """Return what was sealed. What is more than a list may hold is dropped.

    Raises BrokenSealError where the word was never ours.
    """
    value = seal.open(word)
    not_for_me, week = _ids(value.pop(NOT_FOR_ME, [])), _ids(value.pop(WEEK, []))
    return Asked(value, not_for_me[-MOST_NOT_FOR_ME:], week[:MOST_IN_WEEK])


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BrokenSealError("The address is not one of ours.")
    return tuple(dict.fromkeys(value))


def _without(offers: tuple[str, ...], offer: str) -> tuple[str, ...]:
    return tuple(one for one in offers if one != offer)
