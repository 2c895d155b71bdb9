"""How far a match is, or how else one takes part, in one short sentence."""

from collections.abc import Mapping
from typing import Final

from directory.wording import with_capital
from finder.distance_words import distance_in_words
from finder.place_words import LONGEST_OUTING_KM, says_nothing
from finder.telling import Telling
from matching.answer import Match
from places.gazetteer import gazetteer
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

FOR_YOUR_AREA: Final = "serves_you"
FROM_HOME: Final[Mapping[str, object]] = {
    "online": _l("På nett, hjemmefra."),
    "phone": _l("På telefon, hjemmefra."),
}


def way_in_words(match: Match, telling: Telling) -> str | None:
    """Return such as «Ca. 31 km unna.» or «På nett, hjemmefra.», None where nobody has told where."""
    from_home = FROM_HOME.get(match.attendance or "")
    if from_home is not None:
        return str(from_home)
    if match.distance_km is not None and not says_nothing(match):
        return with_capital(_distance(match, telling, match.distance_km))
    if match.attendance == "hybrid":
        return _("På nett hjemmefra, eller der de er.")
    if _is_for_their_area(match) and telling.municipality:
        return _("Også for folk i %(municipality)s kommune.", municipality=telling.municipality)
    return _area(match)


def _area(match: Match) -> str | None:
    name = gazetteer().name_of(match.municipality) if match.municipality else None
    return _("I %(municipality)s kommune.", municipality=name) if name else None


def _distance(match: Match, telling: Telling, km: float) -> str:
    distance = distance_in_words(km, is_exact=telling.distance_is_exact(match))
    if match.attendance == "hybrid" and km > LONGEST_OUTING_KM:
        return _("På nett hjemmefra, eller %(distance)s unna.", distance=distance)
    if match.attendance == "hybrid":
        return _("%(distance)s unna, eller på nett hjemmefra.", distance=distance)
    if _is_for_their_area(match) and telling.municipality:
        return _(
            "%(distance)s unna, men også for folk i %(municipality)s kommune.",
            distance=distance,
            municipality=telling.municipality,
        )
    return _("%(distance)s unna.", distance=distance)


def _is_for_their_area(match: Match) -> bool:
    return any(reason.code == FOR_YOUR_AREA for reason in match.reasons)
