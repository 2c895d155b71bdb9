"""What can be chosen on the screen, from lists alone, in the words one says about a third person."""

from collections.abc import Mapping
from typing import Final

from finder.age_bands import BAND_WORDS, YEARS, AgeBand
from web.languages import lazy_gettext as _l

Choices = Mapping[str, object]

NOT_SAID: Final = ""

# By the names that stand in an address: «18-25», «under-18».
AGE_BANDS: Final[Mapping[str, AgeBand]] = {band.replace("_", "-"): band for band in YEARS}
AGES: Final[Choices] = {
    **{name: BAND_WORDS[band] for name, band in AGE_BANDS.items()},
    NOT_SAID: _l("Vet ikke"),
}
SITUATIONS: Final[Choices] = {
    NOT_SAID: _l("Ikke spurt"),
    "drug_free": _l("Er rusfri"),
    "wants_to_stop": _l("Har lyst til å slutte"),
    "uses_now": _l("Bruker rusmidler nå"),
}
MUSTS: Final[Choices] = {
    "free": _l("Gratis"),
    "companion": _l("Noen kan møte"),
    "no_referral": _l("Uten henvisning"),
    "step_free": _l("Trinnfritt"),
    "medication_ok": _l("LAR-medisin er greit"),
    "no_sharing": _l("Greit å bare lytte"),
    "anonymous": _l("Kan være anonym"),
    "online": _l("På nett"),
    "women": _l("Bare kvinner"),
    "men": _l("Bare menn"),
}
ONE_OF_THEM: Final = frozenset({"women", "men"})


def age_as_asked(name: str) -> str | None:
    """Return a band as a question has it («18-25»); None for no band."""
    band = AGE_BANDS.get(name)
    return None if band is None else "-".join(str(end) for end in YEARS[band])


def age_as_named(age: object) -> str:
    """Return the name of the band that a question's age is, NOT_SAID where it is none."""
    return next((name for name in AGE_BANDS if age_as_asked(name) == age), NOT_SAID)
