"""Where something takes place, or whom it reaches, in plain words."""

from collections.abc import Iterable, Iterator, Sequence

from directory.access_words import access_in_words
from directory.choices import Attendance, Precision
from directory.fields import COUNTRY
from directory.models import Offer, Schedule, Venue
from directory.wording import listed
from places.gazetteer import gazetteer
from web.languages import gettext as _


def place_in_short(schedule: Schedule) -> str:
    """Return «Utehallen, Trondheim», «på nett» or «på telefon», in as few words as will do."""
    if schedule.attendance is Attendance.PHONE:
        return _("på telefon")
    if schedule.attendance is Attendance.ONLINE:
        return _("på nett")
    venue = schedule.venue
    if venue is None:
        return _("stedet er ikke oppgitt – spør")
    name, area = venue.name or venue.address, area_of(venue)
    if name and area and area not in name:
        return _("%(name)s, %(area)s", name=name, area=area)
    return name or area or _("stedet er ikke oppgitt – spør")


def places_in_short(offer: Offer, first: Schedule | None) -> str:
    """Return the place of ``first``, how many more there are, or whom the offer reaches instead."""
    if first is None:
        first = next(iter(offer.schedules), None)
    if first is None:
        return reach_in_words(offer.serves) or _("stedet er ikke oppgitt – spør")
    here = place_in_short(first)
    others = {place_in_short(schedule) for schedule in offer.schedules} - {here}
    if not others:
        return here
    if len(others) == 1:
        return _("%(place)s, og ett sted til", place=here)
    return _("%(place)s, og %(number)d steder til", place=here, number=len(others))


def reach_in_words(areas: Sequence[str]) -> str | None:
    """Return «hele landet» or the names of the areas an offer serves; None where none is told."""
    if COUNTRY in areas:
        return _("hele landet")
    return listed(_area_name(area) for area in areas) if areas else None


def area_of(venue: Venue) -> str | None:
    """Return the name of the venue's municipality, None where it is not told and cannot be known."""
    number = venue.municipality
    if number is None and venue.postcode is not None:
        place = gazetteer().postcode(venue.postcode)
        number = place.municipality if place else None
    return gazetteer().name_of(number) if number else None


def address_lines(venue: Venue) -> tuple[str, ...]:
    """Return the street and the postcode with its town, each where it is told."""
    town = gazetteer().postcode(venue.postcode) if venue.postcode else None
    lines = (venue.address, town.name if town else venue.postcode)
    return tuple(line for line in lines if line)


def venue_facts(venue: Venue) -> tuple[str, ...]:
    """Return what is told of the place itself, and that its position is not exact where it is not."""
    return tuple(_venue_facts(venue))


def _venue_facts(venue: Venue) -> Iterator[str]:
    if venue.indoor is not None:
        yield _("Innendørs.") if venue.indoor else _("Utendørs.")
    if venue.step_free is not None:
        yield access_in_words("step_free").sentence(venue.step_free)
    if venue.alcohol_served is not None:
        yield access_in_words("alcohol_free_venue").sentence(not venue.alcohol_served)
    if venue.address is None and venue.precision is not Precision.EXACT:
        yield _("Adressen står ikke her – spør.")
    if (basis := _distance_basis(venue)) is not None:
        yield basis


def _distance_basis(venue: Venue) -> str | None:
    """Say from where distances are reckoned, None where the position is exact or there is none."""
    if venue.precision is Precision.EXACT:
        return None
    if venue.precision is Precision.POSTCODE or (venue.precision is None and venue.postcode):
        return _("Avstanden er omtrentlig. Vi måler fra postnummeret.")
    if venue.municipality is None:
        return None
    return _("Avstanden er omtrentlig. Vi måler fra midten av kommunen.")


def _area_name(area: str) -> str:
    name = gazetteer().name_of(area) or area
    is_county = gazetteer().county(area) is not None
    return _("%(county)s fylke", county=name) if is_county else name


def has_place_to_go(schedules: Iterable[Schedule]) -> bool:
    """Tell whether any of them asks one to go somewhere."""
    going = (Attendance.IN_PERSON, Attendance.HYBRID)
    return any(schedule.attendance in going for schedule in schedules)
