"""What the fields of an entry are called, and what stands in them, as those read it who write entries."""

from collections.abc import Callable
from typing import Any, Final

from directory.access_words import access_in_words
from stewardship.wording import value_words
from web.languages import LANGUAGES, SOURCE_LANGUAGE
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

NAMES: Final = {
    "id": _l("Adressen til siden"),
    "organisation": _l("Organisasjon"),
    "name": _l("Navn"),
    "aliases": _l("Andre navn"),
    "kind": _l("Hva slags tilbud det er"),
    "summary": _l("Kort om tilbudet"),
    "first_visit": _l("Første gang"),
    "interests": _l("Interesser"),
    "effects": _l("Hva det kan gi"),
    "audience": _l("Hvem det er for"),
    "topics": _l("Temaer"),
    "sobriety_rule": _l("Krav om å være rusfri"),
    "age.min": _l("Yngste alder"),
    "age.max": _l("Høyeste alder"),
    "age.typical_min": _l("De fleste er minst"),
    "age.typical_max": _l("De fleste er høyst"),
    "gender": _l("Kjønn"),
    "participants": _l("De andre som kommer"),
    "led_by": _l("Hvem som leder det"),
    "approach": _l("Hva det bygger på"),
    "format": _l("Hvordan dere møtes"),
    "intensity": _l("Hvor hardt det er"),
    "languages": _l("Språk"),
    "cost.per_time": _l("Pris per gang"),
    "cost.per_year": _l("Pris per år"),
    "cost.note": _l("Mer om prisen"),
    "capacity": _l("Plass"),
    "contacts": _l("Kontakt"),
    "serves": _l("Hvor det gjelder"),
    "schedules": _l("Tid og sted"),
    "sources": _l("Kilder"),
    "hides_address": _l("Skjult adresse"),
}
TEXTS: Final = ("summary", "first_visit", "cost.note")
ACCESS: Final = "access."

Words = Callable[[Any], str]
VALUES: Final[dict[str, Words]] = {
    "aliases": value_words.lines,
    "kind": value_words.kind,
    "interests": value_words.interests,
    "effects": value_words.effects,
    "audience": value_words.audience,
    "topics": value_words.topics,
    "sobriety_rule": value_words.sobriety_rule,
    "age.min": value_words.years,
    "age.max": value_words.years,
    "age.typical_min": value_words.years,
    "age.typical_max": value_words.years,
    "gender": value_words.gender,
    "participants": value_words.participants,
    "led_by": value_words.led_by,
    "approach": value_words.approach,
    "format": value_words.shape,
    "intensity": value_words.intensity,
    "languages": value_words.languages,
    "cost.per_time": value_words.kroner,
    "cost.per_year": value_words.kroner,
    "capacity": value_words.capacity,
    "contacts": value_words.contacts,
    "serves": value_words.areas,
    "schedules": value_words.schedules,
    "sources": value_words.sources,
    "hides_address": value_words.yes_or_no,
}


def field_name(key: str) -> str:
    """Return what a leaf of an entry (see ``stewardship.differences``) is called.

    What one may or must do to come is named by the question it answers. A text in another language
    than bokmål says which.
    """
    if key.startswith(ACCESS):
        return access_in_words(key.removeprefix(ACCESS)).question
    field, _dot, language = key.rpartition(".")
    if field not in TEXTS:
        return str(NAMES[key])
    name = str(NAMES[field])
    if language == SOURCE_LANGUAGE:
        return name
    told = LANGUAGES[language].name if language in LANGUAGES else language
    return _("%(field)s (%(language)s)", field=name, language=told)


def difference_in_words(key: str, value: Any) -> str:
    """Return what stands in a leaf, which may be several lines; that nobody has told where it is None."""
    if value is None:
        return _("Ikke oppgitt")
    if key.startswith(ACCESS):
        return access_in_words(key.removeprefix(ACCESS)).sentence(bool(value))
    return VALUES.get(key, str)(value) or _("Ikke oppgitt")


def language_of_field(key: str) -> str | None:
    """Return which language a leaf's text is in, None where it is in the page's own."""
    field, _dot, language = key.rpartition(".")
    return language if field in TEXTS else None
