"""A sheet as FHIR R4 (4.0.1): one Bundle of type collection, which a GP's system can read in.

Field by field it stands in docs/prescribing.md. Nothing in it is about the person: where FHIR must
have somebody, there is a Patient with nothing inside.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import current_app
from sqlalchemy.orm import Session

from core.clock import NORWAY
from core.settings import Settings
from directory.models import Offer
from directory.page_queries import interest_labels
from finder.asked import Asked
from finder.week_offers import chosen_offers
from prescribing.choices import AddedLine, Reason
from prescribing.draft import Item
from prescribing.record.fhir_offers import service_of, service_urn
from prescribing.record.fhir_parts import Resource, urn_of
from prescribing.record.fhir_places import locations_of, organisation_of, the_site
from prescribing.record.fhir_request import Request, Suggested, service_request, task
from prescribing.record.queries import find_month
from prescribing.sheets.lines import fits
from prescribing.sheets.words import line_in_words
from web.languages import current_locale


@dataclass(frozen=True)
class Site:
    """Whose addresses stand in the bundle, without a slash at the end, and what the site is called."""

    base_url: str
    name: str


@dataclass(frozen=True)
class Handed:
    """What was handed over: offers in order with what was added, and what is told beside them.

    ``month`` is such as 2026-11: a day might point to somebody.
    """

    offers: tuple[tuple[Offer, AddedLine | None], ...]
    reasons: tuple[Reason, ...]
    municipality: str | None
    code: str | None
    month: str


def bundle_of(
    session: Session,
    items: Sequence[Item],
    *,
    reasons: Iterable[str],
    municipality: str | None,
    code: str | None,
    now: datetime,
) -> Resource:
    """Return the sheet in the language spoken, with the offers that would be on paper at ``now``.

    ``now`` is an aware moment. A sheet with a code says the month in which it was made, another one
    that of ``now``. The same sheet gives the same bundle, as long as its offers stay as they are.
    """
    settings: Settings = current_app.extensions["settings"]
    today = now.astimezone(NORWAY).date()
    made_in = None if code is None else find_month(session, code)
    chosen = chosen_offers(session, Asked(week=tuple(item.offer for item in items)), today)
    lines = {item.offer: item.line for item in items}
    likes = {one for offer in chosen.offers for one in offer.interests}
    return bundle(
        Handed(
            tuple((one, lines[one.id]) for one in chosen.offers),
            tuple(Reason(one) for one in reasons),
            municipality,
            code,
            made_in or f"{today:%Y-%m}",
        ),
        Site(settings.base_url.rstrip("/"), settings.site_name),
        _in_language_spoken(interest_labels(session, likes)),
        today,
    )


def bundle(handed: Handed, site: Site, interests: Mapping[str, str], today: date) -> Resource:
    """Return the bundle. ``interests`` are the names of interests by their ids."""
    entries = dict(_entries(handed, site, interests, today))
    return {
        "resourceType": "Bundle",
        "language": current_locale().language,
        "type": "collection",
        "entry": [{"fullUrl": urn, "resource": one} for urn, one in entries.items()],
    }


def _entries(
    handed: Handed, site: Site, interests: Mapping[str, str], today: date
) -> Iterator[tuple[str, Resource]]:
    """Yield each resource with its name, the request first. What two offers share comes twice."""
    asked_by = the_site(site.base_url, site.name)
    request = Request(
        site.base_url,
        handed.month,
        asked_by[0],
        handed.code,
        handed.municipality,
        handed.reasons,
    )
    suggested = [_suggested(offer, line, site) for offer, line in handed.offers]
    request_urn = urn_of(_name_of(handed, request))
    yield request_urn, service_request(request, suggested)
    for one in suggested:
        yield urn_of(f"{request_urn} {one.service}"), task(request, request_urn, one)
    for offer, _line in handed.offers:
        yield from _entries_of(offer, site, interests, today)
    yield asked_by


def _entries_of(
    offer: Offer, site: Site, interests: Mapping[str, str], today: date
) -> Iterator[tuple[str, Resource]]:
    places = locations_of(offer, site.base_url)
    organisation = organisation_of(offer.organisation, site.base_url)
    service = service_of(
        offer,
        site.base_url,
        today,
        provided_by=organisation[0],
        places=places,
        interests=interests,
    )
    yield service_urn(offer.id, site.base_url), service
    yield from places.items()
    yield organisation


def _suggested(offer: Offer, line: AddedLine | None, site: Site) -> Suggested:
    return Suggested(
        service_urn(offer.id, site.base_url),
        organisation_of(offer.organisation, site.base_url)[0],
        line_in_words(line) if line is not None and fits(line, offer) else None,
    )


def _name_of(handed: Handed, request: Request) -> str:
    """Return what tells this sheet from others: its code, else all that is on it."""
    if handed.code is not None:
        return f"{request.base_url}/r/{handed.code}"
    offers = [f"{offer.id} {line or ''}" for offer, line in handed.offers]
    told = (request.month, handed.municipality or "", *handed.reasons, *offers)
    return f"{request.base_url}/resept#{'|'.join(told)}"


def _in_language_spoken(labels: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    language = current_locale().language
    return {one: names.get(language) or names["nb"] for one, names in labels.items()}
