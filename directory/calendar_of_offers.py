"""The times of offers for one's own calendar: the same file for one offer and for a whole week."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from flask import url_for

from directory.calendar_file import Series, calendar_file
from directory.models import Offer
from directory.offer_page import schedules_to_keep
from directory.place_words import place_in_short
from directory.timetables import timetable_of
from directory.wording import with_capital


def calendar_of(offers: Iterable[Offer], base_url: str, now: datetime) -> bytes | None:
    """Return an .ics file, None where there is no time that a calendar could keep.

    ``base_url`` is the address of the site, ``now`` an aware moment.
    """
    series = [one for offer in offers for one in _series_of(offer, base_url, now)]
    if not series:
        return None
    return calendar_file(series, uid_host=urlsplit(base_url).hostname or "localhost", now=now)


def _series_of(offer: Offer, base_url: str, now: datetime) -> Iterator[Series]:
    url = base_url.rstrip("/") + url_for("directory.show_offer", offer_id=offer.id)
    for schedule in schedules_to_keep(offer, now):
        yield Series(
            url=url,
            number=schedule.position,
            title=offer.name,
            location=with_capital(place_in_short(schedule)),
            timetable=timetable_of(schedule, offer.ended_on),
        )
