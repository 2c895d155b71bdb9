"""The pages about one offer, and the pages that stand still: help, why, privacy and their kin."""

from http import HTTPStatus

from flask import Blueprint, Response, current_app, make_response, redirect, url_for

from core.clock import now_in_norway
from core.db import db
from core.settings import Settings
from directory.about_page import about_page
from directory.calendar_of_offers import calendar_of
from directory.helplines import HelpPage, help_page
from directory.offer_page import EndedPage, OfferPage, ended_page, has_ended, offer_page
from directory.queries import NoSuchOfferError, find_moved_to, shown_by_id
from directory.still_pages import (
    ACCESSIBILITY_TESTED_ON,
    AccessibilityPage,
    PrivacyPage,
    SafeUsePage,
    WhyPage,
    browsers,
    figures,
)
from web.access import public

bp = Blueprint("directory", __name__)

# Files lie in a list of downloads for all to see, so the name says nothing.
CALENDAR_NAME = "tid.ics"


@bp.get("/tilbud/<offer_id>")
@public
def show_offer(offer_id: str) -> Response:
    offer, now = shown_by_id(db.session(), offer_id), now_in_norway()
    if has_ended(offer, now.date()):
        moved_to = find_moved_to(db.session(), offer_id)
        if moved_to is not None:
            return _moved(url_for(".show_offer", offer_id=moved_to))
        return _shown(ended_page(db.session(), offer, now))
    return _shown(offer_page(db.session(), offer, now))


def _moved(address: str) -> Response:
    """Lead on for good: two entries of one thing have become one."""
    response = make_response(redirect(address, HTTPStatus.MOVED_PERMANENTLY))
    # Should it prove to be a mistake, a browser must not remember it.
    response.headers["Cache-Control"] = "no-store"
    return response


def _shown(page: OfferPage | EndedPage) -> Response:
    response = page.respond()
    # A name that may not stand in a title may not lie in a browser's cache either.
    if page.title != page.name:
        response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/tilbud/<offer_id>.ics")
@public
def download_calendar(offer_id: str) -> Response:
    offer, now = shown_by_id(db.session(), offer_id), now_in_norway()
    moved_to = find_moved_to(db.session(), offer_id)
    if moved_to is not None:
        return _moved(url_for(".download_calendar", offer_id=moved_to))
    settings: Settings = current_app.extensions["settings"]
    offers = () if has_ended(offer, now.date()) else (offer,)
    content = calendar_of(offers, settings.base_url, now)
    if content is None:
        raise NoSuchOfferError(f"{offer_id} has no time that a calendar could keep.")
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


@bp.get("/om")
@public
def show_about() -> Response:
    return about_page(db.session(), now_in_norway().date()).respond()


@bp.get("/personvern")
@public
def show_privacy() -> Response:
    return PrivacyPage().respond()


@bp.get("/les-i-fred")
@public
def show_safe_use() -> Response:
    return SafeUsePage(browsers()).respond()


@bp.get("/tilgjengelighet")
@public
def show_accessibility() -> Response:
    return AccessibilityPage(ACCESSIBILITY_TESTED_ON).respond()
