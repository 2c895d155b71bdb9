"""Whom an offer is for, what it is like and how one comes to it, as codes of ours with their sentences."""

from collections.abc import Iterator
from typing import Final

from directory import choice_words
from directory.access_words import access_in_words
from directory.choices import ACCESS, Audience
from directory.models import Offer
from directory.offer_words import ages_in_words
from prescribing.record.fhir_parts import Resource, concept, our_system
from web.languages import gettext as _

# Those of ``access`` that tell how one comes to it, with the code for yes and the one for no.
COMING: Final = (
    ("drop_in", "drop-in", "contact-first"),
    ("sign_up", "sign-up", "no-sign-up"),
    ("referral_needed", "referral", "self-referral"),
)


def eligibilities(offer: Offer, base_url: str) -> list[Resource]:
    """Return ages, gender and whom it is for. An audience that nobody told is left out."""
    system = our_system(base_url, "eligibility")
    return [
        {"code": concept(system, code), "comment": comment}
        for code, comment in _whom_it_is_for(offer)
    ]


def characteristics(offer: Offer, base_url: str) -> list[Resource]:
    system = our_system(base_url, "characteristic")
    return [concept(system, code, text=text) for code, text in _what_it_is_like(offer)]


def ways_in(offer: Offer, base_url: str) -> list[Resource]:
    system = our_system(base_url, "referral-method")
    return [
        concept(system, yes if offer.access[key] else no, text=_access(key, offer.access[key]))
        for key, yes, no in COMING
        if offer.access.get(key) is not None
    ]


def _whom_it_is_for(offer: Offer) -> Iterator[tuple[str, str]]:
    if ages := " ".join(ages_in_words(offer)):
        yield "ages", ages
    if offer.gender is not None:
        yield f"gender-{offer.gender}", choice_words.gender_in_words(offer.gender)
    for one in offer.audience:
        people = choice_words.audience_in_words(Audience(one))
        yield f"audience-{one}", _("For %(people)s.", people=people)


def _what_it_is_like(offer: Offer) -> Iterator[tuple[str, str]]:
    """Yield each code with its sentence. A known no has a code of its own: left out would be unknown."""
    coming = {key for key, _yes, _no in COMING}
    told = {key: offer.access.get(key) for key in ACCESS if key not in coming}
    told["step_free"] = _step_free(offer)
    for key, answer in told.items():
        if answer is not None:
            yield (key if answer else f"no-{key}"), _access(key, answer)
    yield from _choices(offer)


def _choices(offer: Offer) -> Iterator[tuple[str, str]]:
    words = choice_words
    if (rule := offer.sobriety_rule) is not None:
        yield f"sobriety_rule-{rule}", words.sobriety_in_words(rule)
    if (people := offer.participants) is not None:
        yield f"participants-{people}", words.participants_in_words(people)
    if (led_by := offer.led_by) is not None:
        yield f"led_by-{led_by}", words.leaders_in_words(led_by)
    if (approach := offer.approach) is not None:
        yield f"approach-{approach}", words.approach_in_words(approach)
    if (shape := offer.format) is not None:
        yield f"format-{shape}", words.format_in_words(shape)
    if (intensity := offer.intensity) is not None:
        yield f"intensity-{intensity}", words.intensity_in_words(intensity)
    if (capacity := offer.capacity) is not None:
        yield f"capacity-{capacity}", words.capacity_in_words(capacity)


def _step_free(offer: Offer) -> bool | None:
    """Return what is told of the places, where they are alike, else of the offer."""
    places = {one.venue.step_free for one in offer.schedules if one.venue} - {None}
    if not places:
        return offer.access.get("step_free")
    return places.pop() if len(places) == 1 else None


def _access(key: str, answer: bool) -> str:
    return access_in_words(key).sentence(answer)
