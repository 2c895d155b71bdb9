"""The three places of a sheet (rusfag R79): something to do, people who know, somebody to go with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from finder.answering import Answered
from matching.answer import Match
from matching.match import match
from prescribing.choices import Slot
from prescribing.minute.traits import OF_PEERS, TO_GO_WITH, Trait, offers_of_kind, traits_of

# So far one may be sent for what the best few do not hold; what is farther away is no suggestion.
REACH_KM: Final = 100.0
LOOKED_AT: Final = 5


@dataclass(frozen=True)
class Filled:
    """One place of a sheet, with the offer that fills it; None where none does.

    ``is_shared``: that offer stands in another place too, as where a climbing group meets one at the door.
    """

    slot: Slot
    offer: str | None
    is_shared: bool = False


FITS: Final[Mapping[Slot, Callable[[Trait], bool]]] = {
    Slot.ACTIVITY: lambda trait: trait.is_to_do,
    Slot.PEERS: lambda trait: trait.is_a_group_of_peers,
    Slot.COMPANY: lambda trait: trait.is_to_go_with,
}
# What a place is for above all; among things to do none stands before another.
KINDS_FOR: Final[Mapping[Slot, str]] = {Slot.PEERS: OF_PEERS, Slot.COMPANY: TO_GO_WITH}


def filled(offers: Sequence[str], traits: Mapping[str, Trait]) -> tuple[Filled, ...]:
    """Return which of ``offers`` fills which place. Company alone shares its offer with another place."""
    taken: dict[Slot, str] = {}
    for slot in (Slot.ACTIVITY, Slot.PEERS):
        free = (one for one in offers if one not in taken.values())
        found = _first(free, traits, FITS[slot])
        if found is not None:
            taken[slot] = found
    company = _company(offers, traits, set(taken.values()))
    return (
        Filled(Slot.ACTIVITY, taken.get(Slot.ACTIVITY)),
        Filled(Slot.PEERS, taken.get(Slot.PEERS)),
        Filled(Slot.COMPANY, company, is_shared=company in taken.values()),
    )


def suggested(answered: Answered, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return what the sheet begins with: three of what fits, if there are so many, one for each place.

    Somebody to go with is not looked for where one of the first two meets newcomers at the door: then
    the next best is there to choose from.
    """
    columns = answered.snapshot.table.columns
    traits = dict(traits_of((one.offer for one in matches), columns))
    chosen: list[Match] = []
    for slot in Slot:
        if slot is Slot.COMPANY and any(traits[one.offer].is_to_go_with for one in chosen):
            continue
        found = _best(slot, _others(matches, chosen), traits) or _look_for(slot, answered)
        if found is not None and found not in chosen:
            traits |= traits_of([found.offer], columns)
            chosen.append(found)
    for one in _others(matches, chosen):
        if len(chosen) < len(Slot) and not _is_on_a_day_of(chosen, one):
            chosen.append(one)
    return tuple(chosen)


def _is_on_a_day_of(chosen: Sequence[Match], one: Match) -> bool:
    """Tell whether two would be next on the same day: of what merely also fits, another is as good."""
    days = {_day(other) for other in chosen} - {None}
    return _day(one) in days


def _day(one: Match) -> date | None:
    return one.next.date() if isinstance(one.next, datetime) else one.next


def _others(matches: Sequence[Match], chosen: Sequence[Match]) -> list[Match]:
    ids = {one.offer for one in chosen}
    return [one for one in matches if one.offer not in ids]


def _best(slot: Slot, matches: Sequence[Match], traits: Mapping[str, Trait]) -> Match | None:
    """Return the first of the very kind that a place is for, else the first that serves as well."""
    fitting = [one for one in matches if FITS[slot](traits[one.offer])]
    of_the_kind = (one for one in fitting if traits[one.offer].kind == KINDS_FOR.get(slot))
    return next(of_the_kind, next(iter(fitting), None))


def _company(offers: Sequence[str], traits: Mapping[str, Trait], taken: set[str]) -> str | None:
    """Return who goes along: a scheme for just that, else an offer that is there for another place."""
    scheme = _first(offers, traits, lambda trait: trait.kind == TO_GO_WITH)
    shared = _first((one for one in offers if one in taken), traits, FITS[Slot.COMPANY])
    return scheme or shared or _first(offers, traits, FITS[Slot.COMPANY])


def _look_for(slot: Slot, answered: Answered) -> Match | None:
    """Return the best of the kind that a place is for, within reach, that the hard rules allow."""
    kind = KINDS_FOR.get(slot)
    if kind is None:
        return None
    person = replace(answered.understood.person, limit=LOOKED_AT)
    columns = answered.snapshot.table.columns
    prepared = answered.snapshot.prepared(answered.moment)
    found = match(person, prepared, among=offers_of_kind(kind, columns)).matches
    return next((one for one in found if _is_within_reach(one)), None)


def _is_within_reach(one: Match) -> bool:
    serves = any(reason.code == "serves_you" for reason in one.reasons)
    return serves or one.distance_km is None or one.distance_km <= REACH_KM


def _first(
    offers: Iterable[str], traits: Mapping[str, Trait], fits: Callable[[Trait], bool]
) -> str | None:
    return next((one for one in offers if one in traits and fits(traits[one])), None)
