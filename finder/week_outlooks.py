"""Where the offers of a week see things differently, told from what they say of themselves alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from directory.choices import Approach, SobrietyRule
from directory.models import Offer


class Topic(StrEnum):
    """What they see differently."""

    MEDICINES = "medicines"
    STOPPING = "stopping"


@dataclass(frozen=True)
class Outlooks:
    """``ones`` see ``topic`` differently from ``others``; both are offers in the order of the week."""

    topic: Topic
    ones: tuple[Offer, ...]
    others: tuple[Offer, ...]


def are_kept_apart(one: SobrietyRule | None, other: SobrietyRule | None) -> bool:
    """Tell whether two rules may never stand in one week. An untold one keeps nothing apart."""
    return {one, other} == {SobrietyRule.DRUG_FREE, SobrietyRule.ACTIVE_USE}


def outlooks_on(offers: Sequence[Offer]) -> tuple[Outlooks, ...]:
    """Return what the offers see differently, medicines first: to stop those can do most harm.

    An offer that has told nothing of a matter, or both, takes no side in it.
    """
    sides = (
        (Topic.MEDICINES, _on_medicines),
        (Topic.STOPPING, _on_stopping),
    )
    found = []
    for topic, side in sides:
        ones = tuple(offer for offer in offers if side(offer) is False)
        others = tuple(offer for offer in offers if side(offer) is True)
        if ones and others:
            found.append(Outlooks(topic, ones, others))
    return tuple(found)


def _on_medicines(offer: Offer) -> bool | None:
    """Tell whether medicines from a doctor are all right there; None where nobody has told."""
    told = offer.access.get("medication_ok")
    return told if isinstance(told, bool) else None


def _on_stopping(offer: Offer) -> bool | None:
    """Tell whether there is another aim than to stop; None where neither or both is told.

    A rule about who may come is no view on the matter: a choir may ask that one is drug-free, or
    ask nothing. Only to ask for a wish to stop is.
    """
    wants_a_stop = (
        offer.approach is Approach.TWELVE_STEP or offer.sobriety_rule is SobrietyRule.WISH_TO_STOP
    )
    has_another_aim = offer.approach is Approach.HARM_REDUCTION
    return None if wants_a_stop == has_another_aim else has_another_aim
