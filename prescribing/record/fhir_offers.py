"""An offer as a HealthcareService of FHIR: what is told of it, and nothing for what is not."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from directory.choice_words import kind_in_words
from directory.contact_words import WEB
from directory.cost_words import cost_in_short
from directory.examples import is_example
from directory.models import Offer
from directory.occurrences import is_over
from directory.passages import Passage, passage
from directory.place_words import place_in_short
from directory.time_words import remarks_on, when_in_words
from directory.timetable import Timetable
from directory.timetables import timetable_of
from directory.wording import with_capital
from prescribing.record.fhir_parts import (
    LANGUAGE_TAGS,
    MADE_UP,
    Resource,
    concept,
    markdown,
    our_system,
    reference,
    resource,
    urn_of,
)
from prescribing.record.fhir_terms import characteristics, eligibilities, ways_in
from prescribing.record.fhir_times import available_times, days_without
from web.languages import current_locale
from web.languages import gettext as _

# How somebody is reached: what it is called with us, and in FHIR.
WAYS: Final = (
    ("phone", "phone"),
    ("sms", "sms"),
    ("email", "email"),
    ("chat", "url"),
    ("url", "url"),
)


def service_urn(offer_id: str, base_url: str) -> str:
    return urn_of(f"{base_url}/tilbud/{offer_id}")


def service_of(
    offer: Offer,
    base_url: str,
    today: date,
    *,
    provided_by: str,
    places: Iterable[str],
    interests: Mapping[str, str],
) -> Resource:
    """Return the offer. ``interests`` are the names of its interests by their ids."""
    kinds, likes = our_system(base_url, "offer-kind"), our_system(base_url, "interest")
    return resource(
        "HealthcareService",
        meta={"tag": [MADE_UP]} if is_example(offer.id) else None,
        identifier=[{"system": f"{base_url}/tilbud", "value": offer.id}],
        active=True,
        providedBy=reference(provided_by),
        category=[concept(kinds, offer.kind, kind_in_words(offer.kind))],
        type=[concept(likes, one, interests.get(one)) for one in offer.interests],
        location=[reference(place) for place in places],
        name=offer.name,
        comment=_in_one_line(passage(offer.summary, current_locale().language)),
        extraDetails=markdown("\n\n".join(_details(offer, today))),
        telecom=_ways_to_reach(offer.contacts),
        eligibility=eligibilities(offer, base_url),
        characteristic=characteristics(offer, base_url),
        communication=[concept(LANGUAGE_TAGS, one) for one in offer.languages],
        referralMethod=ways_in(offer, base_url),
        appointmentRequired=needs_appointment(offer),
        **_times(offer, today),
    )


def _times(offer: Offer, today: date) -> Resource:
    """Return when one can come. Days without are told where the offer has one time: they are of that one."""
    told = [timetable_of(schedule, offer.ended_on) for schedule in offer.schedules]
    going_on = [one for one in told if not is_over(one, today)]
    only = going_on[0] if len(going_on) == 1 else None
    return {
        "availableTime": available_times(going_on, today),
        "notAvailable": days_without(only, today) if only else None,
        "availabilityExceptions": " ".join(remarks_on(only, today)) if only else None,
    }


def needs_appointment(offer: Offer) -> bool | None:
    """Tell whether one has to get in touch first; None where nobody has told, or told both."""
    just_come = offer.access.get("drop_in")
    has_to = [offer.access.get("sign_up"), None if just_come is None else not just_come]
    answers = {one for one in has_to if one is not None}
    if not answers and offer.schedules:
        # By appointment alone, and each time: what only some times ask for is told in words.
        answers = {True} if all(one.by_appointment for one in offer.schedules) else set()
    return answers.pop() if len(answers) == 1 else None


def _details(offer: Offer, today: date) -> Iterator[str]:
    """Yield the paragraphs: what it is, the first time, when and where in full, what it costs."""
    language = current_locale().language
    for text in (offer.summary, offer.first_visit):
        if (words := passage(text, language)) is not None:
            yield words.words.strip()
    for schedule in offer.schedules:
        timetable = timetable_of(schedule, offer.ended_on)
        if not is_over(timetable, today):
            yield _time_and_place(timetable, with_capital(place_in_short(schedule)), today)
    if (offer.cost_per_time, offer.cost_per_year) != (None, None):
        yield _("Pris: %(cost)s.", cost=cost_in_short(offer.cost_per_time, offer.cost_per_year))
    if (words := passage(offer.cost_note, language)) is not None:
        yield words.words.strip()


def _time_and_place(timetable: Timetable, place: str, today: date) -> str:
    when = _("%(place)s: %(when)s.", place=place, when=when_in_words(timetable))
    return " ".join((when, *remarks_on(timetable, today)))


def _in_one_line(words: Passage | None) -> str | None:
    return " ".join(words.words.split()) if words else None


def _ways_to_reach(contacts: Iterable[Mapping[str, Any]]) -> list[Resource]:
    """Return the ways to get in touch, each once, without the names of those who answer.

    Who answers for a group has often been there oneself. A name is on the sheet, where the group
    has put it, and is not handed from system to system.
    """
    found: list[Resource] = []
    for contact in contacts:
        for ours, theirs in WAYS:
            value = (contact.get(ours) or "").strip()
            is_address = theirs != "url" or value.lower().startswith(WEB)
            one = {"system": theirs if is_address else "other", "value": value}
            found += [one] if value and one not in found else []
    return found
