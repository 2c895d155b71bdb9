"""Where one goes for a match, and how far that is."""

from typing import Final

from directory.models import Offer, Schedule
from directory.place_words import place_in_short, reach_in_words
from finder.distance_words import distance_in_words
from matching.answer import Match
from web.languages import gettext as _

SHORTEST_ROUGH_KM: Final = 2
LONGEST_OUTING_KM: Final = 40  # the top of the third band in DESIGN 6: beyond it one stays at home


def where_in_words(match: Match, schedule: Schedule | None, offer: Offer) -> str:
    """Return such as «Utehallen, Trondheim – ca. 3 km unna», «på nett», or whom the offer is for."""
    place = _place(schedule) or _reach(offer)
    if match.distance_km is not None and not says_nothing(match):
        distance = distance_in_words(match.distance_km, is_exact=match.distance_is_exact)
        place = _("%(place)s – %(distance)s unna", place=place, distance=distance)
    if match.attendance == "hybrid" and (match.distance_km or 0) > LONGEST_OUTING_KM:
        return _("på nett, eller %(place)s", place=place)
    if match.attendance == "hybrid":
        return _("%(place)s – eller på nett", place=place)
    return place


def says_nothing(match: Match) -> bool:
    """Tell whether a short distance is only that from the middle of the municipality to itself."""
    is_rough = any(caveat.code == "place_approximate" for caveat in match.caveats)
    return is_rough and (match.distance_km or 0) < SHORTEST_ROUGH_KM


def _place(schedule: Schedule | None) -> str | None:
    """Return None where one goes somewhere that is agreed upon, or nobody has told where."""
    needs_no_venue = schedule is not None and schedule.attendance in {"online", "phone"}
    if schedule is None or (schedule.venue is None and not needs_no_venue):
        return None
    return place_in_short(schedule)


def _reach(offer: Offer) -> str:
    reach = reach_in_words(offer.serves)
    if reach is None:
        return _("stedet er ikke oppgitt – spør")
    return _("sted etter avtale: %(areas)s", areas=reach)
