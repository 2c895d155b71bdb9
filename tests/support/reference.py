"""The rules of the contract read once more: slow, plain, of one offer at a time, and nothing shared.

None is "nobody has told us" here too.
"""

from collections.abc import Iterable
from datetime import datetime

from geopy.distance import great_circle

from directory.models import Offer, Schedule, Venue
from directory.occurrences import is_over
from directory.timetables import timetable_of
from matching.person import Person
from places.gazetteer import gazetteer
from tests.support.catalogue import PARENTS, RELATED

SHOWN = {
    None: {"drug_free", "sober_there", "wish_to_stop", "none"},
    "drug_free": {"drug_free", "sober_there", "wish_to_stop", "none"},
    "wants_to_stop": {"wish_to_stop", "sober_there", "none"},
    "uses_now": {"active_use", "none", "sober_there"},
}
ANSWERS = {
    "no_referral": ("referral_needed", False),
    "drop_in": ("drop_in", True),
    "anonymous": ("anonymous_ok", True),
    "no_sharing": ("listening_ok", True),
    "companion": ("companion_first_time", True),
    "beginners": ("beginners_welcome", True),
    "medication_ok": ("medication_ok", True),
    "talk_about_drugs": ("talk_about_drugs_expected", False),
}


def schedules_of(offer: Offer) -> list[Schedule | None]:
    return list(offer.schedules) or [None]


# What is known of one schedule


def meets(word: str, offer: Offer, schedule: Schedule | None) -> bool | None:
    """Tell whether a must is met, or what is to be avoided is absent."""
    if word in ANSWERS:
        key, wanted = ANSWERS[word]
        told = offer.access.get(key)
        return None if told is None else told == wanted
    if word in {"online", "in_person"}:
        return None if schedule is None else schedule.attendance in {word, "hybrid"}
    if word in {"women", "men"}:
        return None if offer.gender is None else offer.gender == word
    if word == "free":
        return is_free(offer)
    if word in {"step_free", "alcohol_free"}:
        return _at_the_place(word, offer, schedule)
    return _is_not(word, offer)


def is_free(offer: Offer) -> bool | None:
    prices = [offer.cost_per_time, offer.cost_per_year]
    if any(price for price in prices):
        return False
    return None if None in prices else True


def _at_the_place(word: str, offer: Offer, schedule: Schedule | None) -> bool | None:
    if schedule is not None and schedule.attendance in {"online", "phone"}:
        return True
    place = schedule.venue if schedule else None
    if word == "step_free":
        if place is not None and place.step_free is not None:
            return place.step_free
        return offer.access.get("step_free")
    if offer.access.get("alcohol_free_venue") is not None:
        return bool(offer.access["alcohol_free_venue"])
    return None if place is None or place.alcohol_served is None else not place.alcohol_served


def _is_not(word: str, offer: Offer) -> bool | None:
    if word == "twelve_step" and touches(offer.interests, ["twelve_step"]):
        return False
    told = {"one_to_one": offer.format, "hard": offer.intensity}.get(word, offer.approach)
    if word in {"one_to_one", "hard"}:
        return None if told is None else told != word
    return None if offer.approach is None else offer.approach != word


def line_above(interest: str) -> list[str]:
    parent = PARENTS[interest]
    return [interest] if parent is None else [interest, *line_above(parent)]


def touches(interests: Iterable[str], wishes: Iterable[str]) -> bool:
    wished = set(wishes)
    return any(wished & set(line_above(interest)) for interest in interests)


def is_near(interest: str, wishes: Iterable[str]) -> bool:
    """Tell whether an interest is a wish's parent, or in or under what is beside or related to it."""
    line = line_above(interest)
    for wish in wishes:
        parent = PARENTS[wish]
        beside = {one for one, above in PARENTS.items() if parent and above == parent}
        beside |= {other for one, other in RELATED if one == wish}
        if interest == parent or beside & set(line):
            return not touches([interest], wishes)
    return False


# Where it is


def position_of(schedule: Schedule | None) -> tuple[float, float] | None:
    place = schedule.venue if schedule else None
    if place is None:
        return None
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return _known_position(place)


def _known_position(place: Venue) -> tuple[float, float] | None:
    known = gazetteer()
    found = known.postcode(place.postcode) if place.postcode else None
    found = found or (known.municipality_place(place.municipality) if place.municipality else None)
    return (found.lat, found.lon) if found else None


def km_to(schedule: Schedule | None, person: Person) -> float | None:
    """Return how far one has to go, where one goes and both places are known."""
    there = position_of(schedule)
    if schedule is None or schedule.attendance not in {"in_person", "hybrid"}:
        return None
    if there is None or person.position is None:
        return None
    return float(great_circle((person.position.lat, person.position.lon), there).kilometers)


def serves(offer: Offer, person: Person) -> bool:
    if person.municipality is None:
        return False
    return bool({person.municipality, person.municipality[:2], "NO"} & set(offer.serves))


def is_reached(offer: Offer, schedule: Schedule | None, person: Person) -> bool:
    """Tell whether a schedule is for those where the person is, however far they would go."""
    if person.position is None or serves(offer, person):
        return True
    if offer.serves and offer.kind in {"outreach", "signpost"}:
        return False
    from_home = schedule is not None and schedule.attendance != "in_person"
    return from_home or position_of(schedule) is not None


# What may be shown


def may_be_shown(offer: Offer, schedule: Schedule | None, person: Person, moment: datetime) -> bool:
    """Tell whether the hard rules let a schedule be a match, wherever it is."""
    words = (*person.musts, *person.avoid)
    return (
        offer.kind != "signpost"
        and _goes_on(offer, schedule, moment)
        and offer.sobriety_rule in {None, *SHOWN[person.situation]}
        and _gender_fits(offer, person)
        and fits_person(offer, person)
        and all(meets(word, offer, schedule) is not False for word in words)
    )


def may_be_signpost(
    offer: Offer, schedule: Schedule | None, person: Person, moment: datetime
) -> bool:
    barred = {"drug_free", "active_use"} - SHOWN[person.situation]
    return (
        offer.kind == "signpost"
        and _goes_on(offer, schedule, moment)
        and offer.sobriety_rule not in barred
        and fits_person(offer, person)
        and (not offer.serves or person.position is None or serves(offer, person))
    )


def fits_person(offer: Offer, person: Person) -> bool:
    wanted = {"self": "self", "relative": "relatives", "bereaved": "bereaved"}[person.for_whom]
    return (
        wanted in (offer.audience or ["self"])
        and not touches(offer.interests, person.not_this)
        and _ages_fit(offer, person)
    )


def _ages_fit(offer: Offer, person: Person) -> bool:
    if person.ages is None:
        return True
    too_young = offer.age_min is not None and person.ages[1] < offer.age_min
    too_old = offer.age_max is not None and person.ages[0] > offer.age_max
    return not (too_young or too_old)


def _gender_fits(offer: Offer, person: Person) -> bool:
    if offer.gender not in {"women", "men"}:
        return True
    whose = "woman" if offer.gender == "women" else "man"
    return person.gender == whose or offer.gender in person.musts


def _goes_on(offer: Offer, schedule: Schedule | None, moment: datetime) -> bool:
    if offer.ended_on is not None and offer.ended_on <= moment.date():
        return False
    return schedule is None or not is_over(timetable_of(schedule, offer.ended_on), moment.date())
