"""A sentence for each reason: what is true of the offer and of the person, and no more than that.

No promises: an offer can suit and can help. No labels: nobody is called anything.
"""

from collections.abc import Callable, Mapping
from typing import Final

from directory.choice_words import format_in_words, intensity_in_words
from directory.choices import Format, Intensity
from directory.vocabulary import Vocabulary
from finder.distance_words import distance_in_words
from finder.labels import effect_label, inside_sentence, interest_label
from matching.answer import Reason
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.languages import ngettext

Value = str | float | None
SHORTEST_TOLD_KM: Final = 2

Sentence = Callable[[Value, Vocabulary], str]


def reason_sentence(reason: Reason, vocabulary: Vocabulary) -> str:
    """Return one sentence in the page's language. KeyError for a code that is none."""
    if reason.code in WITH_VALUE:
        return WITH_VALUE[reason.code](reason.value, vocabulary)
    return str(PLAIN[reason.code])


def _interest(value: Value, vocabulary: Vocabulary) -> str:
    return _("Passer med det du ser etter: %(interest)s.", interest=_named(value, vocabulary))


def _interest_near(value: Value, vocabulary: Vocabulary) -> str:
    return _(
        "Ikke akkurat det du ser etter, men noe som ligner: %(interest)s.",
        interest=_named(value, vocabulary),
    )


def _used_to_like(value: Value, vocabulary: Vocabulary) -> str:
    return _("Passer med det du likte før: %(interest)s.", interest=_named(value, vocabulary))


def _goal(value: Value, vocabulary: Vocabulary) -> str:
    effect = inside_sentence(effect_label(vocabulary, str(value)))
    return _("Her kan du %(effect)s.", effect=effect)


def _distance(value: Value, _vocabulary: Vocabulary) -> str:
    km = _number(value)
    # Many places are known by their municipality only, so a very short way is not put in numbers.
    if km < SHORTEST_TOLD_KM:
        return _("Det er i nærheten.")
    return _("Det er %(distance)s dit.", distance=distance_in_words(km))


def _soon(value: Value, _vocabulary: Vocabulary) -> str:
    days = int(_number(value))
    if days == 0:
        return _("Neste gang er i dag.")
    if days == 1:
        return _("Neste gang er i morgen.")
    return ngettext("Neste gang er om %(num)s dag.", "Neste gang er om %(num)s dager.", days)


def _intensity(value: Value, _vocabulary: Vocabulary) -> str:
    return intensity_in_words(Intensity(str(value)))


def _format(value: Value, _vocabulary: Vocabulary) -> str:
    return format_in_words(Format(str(value)))


def _audience(value: Value, _vocabulary: Vocabulary) -> str:
    return str(AUDIENCES[str(value)])


def _rule_told(value: Value, _vocabulary: Vocabulary) -> str:
    return str(RULES[str(value)])


def _named(value: Value, vocabulary: Vocabulary) -> str:
    return inside_sentence(interest_label(vocabulary, str(value)))


def _number(value: Value) -> float:
    return float(value or 0)


RULES: Final[Mapping[str, object]] = {
    "drug_free": _l("Kravet er at du er rusfri."),
    "sober_there": _l("Kravet er at du er rusfri mens du er der."),
    "wish_to_stop": _l("Det holder at du ønsker å slutte."),
    "none": _l("Ingen krever at du er rusfri."),
    "active_use": _l("Du kan komme selv om du bruker rusmidler nå."),
}
AUDIENCES: Final[Mapping[str, object]] = {
    "relatives": _l("Det er for pårørende."),
    "bereaved": _l("Det er for etterlatte."),
}
WITH_VALUE: Final[Mapping[str, Sentence]] = {
    "interest": _interest,
    "interest_near": _interest_near,
    "used_to_like": _used_to_like,
    "goal": _goal,
    "distance": _distance,
    "soon": _soon,
    "intensity": _intensity,
    "format": _format,
    "audience": _audience,
    "rule_told": _rule_told,
}
PLAIN: Final[Mapping[str, object]] = {
    "text": _l("Noe av det du skrev, står også i det vi vet om tilbudet."),
    "serves_you": _l("Det er også for folk der du er."),
    "online": _l("Du kan være med uten å reise noe sted."),
    "regular": _l("Det er fast, så du kan komme flere ganger."),
    "typical_age": _l("De som kommer, er ofte omtrent på din alder."),
    "made_for_your_age": _l("Det er laget for din aldersgruppe."),
    "companion": _l("Noen kan møte deg første gang."),
    "beginners": _l("Du er velkommen selv om alt er nytt for deg."),
    "peers": _l("Noen der har selv vært gjennom noe av det samme."),
    "ordinary": _l("Du møter ikke bare folk med egen erfaring."),
    # Also met where the day is told and the hour is not, so it does not say that it fits.
    "when": _l("Det kan passe med tida du ønsker."),
    "to_try": _l("Det er lett å prøve."),
    "topic": _l("Rus er noe av det de kjenner til her."),
    "on_topic": _l("Det handler ikke bare om pengespill."),
    "no_alcohol_told": _l("Ingen har fortalt oss at det serveres alkohol der."),
    "free": _l("Det koster ingenting."),
    "no_referral": _l("Du trenger ingen henvisning."),
    "drop_in": _l("Du kan bare møte opp."),
    "language": _l("Her bruker de et språk du ønsker."),
    "confirmed": _l("Opplysningene er bekreftet det siste året."),
    "places_free": _l("Det er plass til flere."),
    "must_met": _l("Minst én av tingene du ba om, er på plass."),
}
