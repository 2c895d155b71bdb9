"""Somebody's own answers as a draft: only what a list could have said, and nothing of what they wrote."""

from typing import Any, Final

from finder.age_bands import YEARS, band_of
from finder.understanding import Understood
from places.gazetteer import Place, gazetteer
from prescribing.choices import Reason
from prescribing.draft import Draft
from prescribing.minute.choices import MUSTS
from prescribing.minute.place_names import telling_name

REASONS: Final = {"relative": Reason.RELATIVE, "bereaved": Reason.BEREAVED}


def coarse_draft(understood: Understood) -> Draft:
    """Return what was understood of answers: ages as a band, a position as its municipality.

    What somebody does not want comes along, for it is never relaxed. Words that were written are not in it,
    only the interests that were read out of them.
    """
    person = understood.person
    ages = YEARS.get(band_of(person.ages))
    question: dict[str, Any] = {
        "age": None if ages is None else f"{ages[0]}-{ages[1]}",
        "interests": list(dict.fromkeys((*person.used_to_like, *person.interests))),
        "not_this": list(person.not_this),
        "avoid": list(person.avoid),
        "musts": [must for must in person.musts if must in MUSTS],
        "situation": person.situation,
        **_where(understood),
    }
    reason = REASONS.get(person.for_whom)
    return Draft(
        reasons=(reason,) if reason else (),
        question={key: value for key, value in question.items() if value},
    )


def _where(understood: Understood) -> dict[str, str]:
    place: Place | None = understood.place
    if place is None:
        return {}
    if understood.is_where_they_are:
        place = gazetteer().municipality_place(place.municipality) or place
    return {"municipality": place.municipality, "place": telling_name(place)}
