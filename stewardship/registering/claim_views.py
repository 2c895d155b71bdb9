"""Where somebody says that a group in the catalogue is theirs."""

from http import HTTPStatus

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import signed_in_or_none
from core.db import db
from directory.models import Offer
from directory.queries import shown_by_id
from stewardship.registering.claim_form import ClaimForm
from stewardship.registering.pages import ClaimPage, MailedPage
from stewardship.registering.sending import LASTS, Claimed, ask_to_verify_claim
from web.access import public
from web.languages import current_locale
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("claiming", __name__)


@bp.get("/tilbud/<offer_id>/ta-over")
@public
def show_claim(offer_id: str) -> Response:
    account = signed_in_or_none()
    form = ClaimForm(data={"email": account.email if account else ""})
    return _page(shown_by_id(db.session(), offer_id), form).respond()


@bp.post("/tilbud/<offer_id>/ta-over")
@limiter.limit("10 per hour")
@public
def send_claim(offer_id: str) -> AnyResponse:
    offer, form = shown_by_id(db.session(), offer_id), ClaimForm(request.form)
    if not form.validate():
        return _page(offer, form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    claimed = Claimed(
        offer_id=offer.id,
        name=offer.name,
        email=form.email.data.lower(),
        way=form.chosen_way,
        whom=form.whom.data,
        language=str(current_locale().language),
    )
    ask_to_verify_claim(db.session(), claimed)
    return go_on_to(url_for("claiming.show_claim_mailed", offer_id=offer.id))


@bp.get("/tilbud/<offer_id>/ta-over/sendt")
@public
def show_claim_mailed(offer_id: str) -> Response:
    """Who asked is not repeated: whoever opens this address sees the same."""
    offer = shown_by_id(db.session(), offer_id)
    back = url_for("claiming.show_claim", offer_id=offer.id)
    return MailedPage("", LASTS.days, back).respond()


def _page(offer: Offer, form: ClaimForm) -> ClaimPage:
    return ClaimPage(offer.id, offer.name, offer.organisation.name, form)
