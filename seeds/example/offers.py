"""One made-up offer in the form of an offer file."""

from datetime import date
from random import Random
from typing import Any, Final

from places.gazetteer import Place
from seeds.example.draw import Lot, chance
from seeds.example.kinds import USUAL
from seeds.example.names import example_id, house, offer_name, without_evening
from seeds.example.plan import Plan
from seeds.example.schedules import WITHOUT_VENUE, by_day, draw_schedules, make_agree
from seeds.example.terms import draw_terms
from seeds.example.texts import draw_languages, first_visit, joined, sentences, summary
from seeds.example.where import Country
from seeds.example.whom import draw_whom, words_for_whom

Entry = dict[str, Any]

_NEARBY: Final = Lot[int]((1, 50), (2, 20), (3, 15), (4, 15))
_ALSO_SERVES: Final = 0.05
_MOST_EFFECTS: Final = (1, 2, 2, 2, 3)
_FOR_DRUG_FREE_PLACES: Final = "new_drug_free_friends"
_DRUG_FREE_PLACES: Final = frozenset({"drug_free", "sober_there", "wish_to_stop"})


def draw_offer(
    dice: Random, plan: Plan, place: Place, organisation: str, country: Country, today: date
) -> Entry:
    """Return the entry of one offer, ready to be validated."""
    usual, theme, at = USUAL[plan.kind], plan.theme, house(dice)
    whom = draw_whom(dice, usual, theme)
    schedules = draw_schedules(dice, plan, place, at, country, today)
    word = dice.choice(theme.names)
    word = without_evening(word) if by_day(schedules) else word
    name = offer_name(dice, word, place, at, words_for_whom(whom))
    identifier = example_id(name, plan.number)
    entry: Entry = {
        "id": identifier,
        "organisation": organisation,
        "name": name,
        "kind": plan.kind,
        **whom,
        **draw_terms(dice, plan.kind, theme, identifier, today),
        "interests": [one.interest for one in plan.themes],
        "effects": _effects(dice, plan, whom["sobriety_rule"]),
        "format": _told(dice, usual.format or theme.family.format),
        "intensity": _told(dice, theme.family.intensity),
        "serves": _serves(dice, plan, place, country),
        "schedules": schedules,
        "status": "published",
        "sources": [{"title": "Oppdiktet eksempel"}],
    }
    make_agree(schedules, entry)
    _add_texts(dice, plan, entry)
    return entry


def _told(dice: Random, value: str | None) -> str | None:
    return value if chance(dice, 0.8) else None


def _effects(dice: Random, plan: Plan, rule: str | None) -> list[str]:
    gives = [
        effect
        for effect in plan.theme.family.gives
        if effect != _FOR_DRUG_FREE_PLACES or rule in _DRUG_FREE_PLACES
    ]
    return dice.sample(gives, min(dice.choice(_MOST_EFFECTS), len(gives)))


def _serves(dice: Random, plan: Plan, place: Place, country: Country) -> list[str]:
    if plan.far is not None:
        return ["NO"]
    if plan.kind in WITHOUT_VENUE or chance(dice, _ALSO_SERVES):
        return list(country.neighbours(place.municipality, _NEARBY.draw(dice)))
    return []


def _add_texts(dice: Random, plan: Plan, entry: Entry) -> None:
    languages = draw_languages(dice)
    entry["summary"] = summary(dice, entry, plan, languages)
    if chance(dice, 0.5):
        entry["first_visit"] = first_visit(dice, entry, plan, languages)
    for schedule in entry["schedules"]:
        if schedule.get("rrule") == "FREQ=WEEKLY":
            schedule["note"] = joined([sentences()["day_untold"]], languages)
