"""Where visitors speak: what is wrong, what they wish for, and a first message to a group."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Flask, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.holding import stewards_of
from core.clock import now_in_norway
from core.db import db
from core.tokens import Purpose, UsedUpError, look
from directory.models import Offer
from finder import catalogue
from finder.age_bands import AgeBand
from places.gazetteer import gazetteer
from stewardship.visitors import first_contact, reporting, wishing
from stewardship.visitors.forms import FirstContactForm, ReportForm, Typed, WishForm
from stewardship.visitors.pages import (
    AnsweredPage,
    AnswerNotedPage,
    FirstContactPage,
    FirstContactSentPage,
    ReportPage,
    ReportSentPage,
    WishedPage,
    WishPage,
)
from stewardship.visitors.queries import (
    NoSuchMunicipalityError,
    contact_point_of,
    offer_shown,
    takes_messages,
)
from web.access import public, with_key
from web.languages import current_locale
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("visitors", __name__)


def _was_taken(response: Response) -> bool:
    """Tell whether a form was taken: one that was sent back to be put right counts against nobody."""
    return response.status_code == HTTPStatus.SEE_OTHER


# Who reads a report, in the address of the page that thanks for it (``?til=oss``).
US: Final = "oss"


def _group_written_to() -> str:
    """Many callers together must not fill the mail box of one group either."""
    return str((request.view_args or {}).get("offer_id"))


def init_app(app: Flask) -> None:
    """Let the page of an offer ask whether one can write to its group; it knows nothing of us."""
    app.jinja_env.globals["takes_messages"] = lambda offer_id: takes_messages(
        db.session(), offer_id
    )


@bp.get("/rett-opp/<offer_id>")
@public
def show_report(offer_id: str) -> Response:
    offer = _offer(offer_id)
    return ReportPage(offer.id, offer.name, ReportForm()).respond()


@bp.post("/rett-opp/<offer_id>")
@limiter.limit("10 per hour", deduct_when=_was_taken)
@limiter.limit("40 per hour; 100 per day", key_func=_group_written_to, deduct_when=_was_taken)
@public
def report(offer_id: str) -> AnyResponse:
    offer, form = _offer(offer_id), ReportForm(request.form)
    if not form.validate():
        page = ReportPage(offer.id, offer.name, form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    told = form.told()
    reporting.report(db.session(), offer, told, _language())
    reader = US if told.is_for_us_alone else None
    return go_on_to(url_for("visitors.show_report_sent", offer_id=offer.id, til=reader))


@bp.get("/rett-opp/<offer_id>/takk")
@public
def show_report_sent(offer_id: str) -> Response:
    offer = _offer(offer_id)
    is_for_us_alone = request.args.get("til") == US
    has_steward = bool(stewards_of(db.session(), offer.organisation_id))
    return ReportSentPage(offer.id, has_steward, is_for_us_alone).respond()


@bp.get("/onske")
@public
def show_wish() -> Response:
    return WishPage(_wish_form(None)).respond()


@bp.post("/onske")
@limiter.limit("20 per hour", deduct_when=_was_taken)
@public
def wish() -> AnyResponse:
    form = _wish_form(request.form)
    municipality = form.municipality_meant
    if not form.validate() or municipality is None:
        return WishPage(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    band = AgeBand(form.age_band.data)
    wishing.wish(db.session(), form.interests.data, municipality, band)
    return go_on_to(url_for("visitors.show_wished", number=municipality))


@bp.get("/onske/<number>")
@public
def show_wished(number: str) -> Response:
    municipality = gazetteer().municipality(number)
    if municipality is None:
        raise NoSuchMunicipalityError(f"There is no municipality {number}.")
    return WishedPage(number, municipality.name).respond()


@bp.get("/kontakt/<offer_id>")
@public
def show_first_contact(offer_id: str) -> Response:
    return _first_contact_page(_offer(offer_id), FirstContactForm()).respond()


@bp.post("/kontakt/<offer_id>")
@limiter.limit("10 per hour", deduct_when=_was_taken)
@limiter.limit("40 per hour; 100 per day", key_func=_group_written_to, deduct_when=_was_taken)
@public
def send_first_contact(offer_id: str) -> AnyResponse:
    session, offer = db.session(), _offer(offer_id)
    point = contact_point_of(session, offer)
    form = FirstContactForm(request.form)
    if not form.validate():
        page = _first_contact_page(offer, form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    first_contact.send_first_contact(session, offer, point, form.message(), _language())
    return go_on_to(url_for("visitors.show_first_contact_sent", offer_id=offer.id))


@bp.get("/kontakt/<offer_id>/sendt")
@public
def show_first_contact_sent(offer_id: str) -> Response:
    offer = _offer(offer_id)
    point = contact_point_of(db.session(), offer)
    return FirstContactSentPage(offer.id, point.answers_within_days).respond()


@bp.get("/kontakt/svart/<word>")
@with_key
def show_answered(word: str) -> Response:
    try:
        look(db.session(), Purpose.ANSWERED, word)
    except UsedUpError:
        return AnsweredPage(None).respond(HTTPStatus.GONE)
    return AnsweredPage(url_for("visitors.note_answered", word=word)).respond()


@bp.post("/kontakt/svart/<word>")
@with_key
def note_answered(word: str) -> AnyResponse:
    try:
        first_contact.note_answered(db.session(), word)
    except UsedUpError:
        return AnsweredPage(None).respond(HTTPStatus.GONE)
    return go_on_to(url_for("visitors.show_answer_noted"))


@bp.get("/takk-for-svaret")
@public
def show_answer_noted() -> Response:
    return AnswerNotedPage().respond()


def _offer(offer_id: str) -> Offer:
    return offer_shown(db.session(), offer_id, now_in_norway().date())


def _first_contact_page(offer: Offer, form: FirstContactForm) -> FirstContactPage:
    days = contact_point_of(db.session(), offer).answers_within_days
    return FirstContactPage(offer.id, offer.name, days, form)


def _wish_form(typed: Typed | None) -> WishForm:
    return WishForm(typed, catalogue.current(db.session()).vocabulary)


def _language() -> str:
    return str(current_locale().language)
