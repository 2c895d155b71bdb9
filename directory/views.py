"""The pages about one offer, and the pages that stand still: help, why, privacy."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, url_for

from core.clock import now_in_norway
from core.db import db
from core.settings import Settings
from directory.calendar_file import calendar_file
from directory.helplines import HelpPage, help_page
from directory.models import Offer
from directory.offer_page import ended_page, has_ended, offer_page, timetables_to_keep
from directory.place_words import place_in_short
from directory.queries import NoSuchOfferError, shown_by_id
from directory.still_pages import PrivacyPage, WhyPage, figures
from directory.wording import with_capital
from web.access import public

bp = Blueprint("directory", __name__)

# Files lie in a list of downloads for all to see, so the name says nothing.
CALENDAR_NAME = "tid.ics"


@bp.get("/tilbud/<offer_id>")
@public
def show_offer(offer_id: str) -> Response:
    offer, now = shown_by_id(db.session(), offer_id), now_in_norway()
    if has_ended(offer, now.date()):
        return ended_page(db.session(), offer, now).respond()
    return offer_page(db.session(), offer, now).respond()


@bp.get("/tilbud/<offer_id>.ics")
@public
def download_calendar(offer_id: str) -> Response:
    offer, now = shown_by_id(db.session(), offer_id), now_in_norway()
    timetables = () if has_ended(offer, now.date()) else timetables_to_keep(offer, now)
    if not timetables:
        raise NoSuchOfferError(f"{offer_id} has no time that a calendar could keep.")
    settings: Settings = current_app.extensions["settings"]
    content = calendar_file(
        uid_host=urlsplit(settings.base_url).hostname or "localhost",
        title=offer.name,
        # What it is about is nobody's business who looks over a shoulder.
        description="",
        location=_only_place(offer),
        url=settings.base_url.rstrip("/") + url_for("directory.show_offer", offer_id=offer.id),
        timetables=timetables,
        now=now,
    )
    response = Response(content, mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{CALENDAR_NAME}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@bp.get("/hjelp")
@public
def show_help() -> Response:
    page: HelpPage = help_page(db.session(), now_in_norway())
    return page.respond()


@bp.get("/hvorfor")
@public
def show_why() -> Response:
    return WhyPage(figures()).respond()


@bp.get("/personvern")
@public
def show_privacy() -> Response:
    return PrivacyPage().respond()


def _only_place(offer: Offer) -> str | None:
    """Return the place where there is one; an event that names the wrong one would be worse than none."""
    places = {place_in_short(schedule) for schedule in offer.schedules}
    return with_capital(places.pop()) if len(places) == 1 else None
