"""Where moderators decide: about what is proposed, and about who says they speak for an organisation."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form

from accounts.access import requires, signed_in
from accounts.permissions import Permission
from core.db import db
from core.errors import DomainError
from core.events import account_actor
from stewardship import claiming, deciding, queries
from stewardship.claim_page import ClaimPage, claim_by_id, claim_forms, claim_page, claimant
from stewardship.done import Done, go_to_queue
from stewardship.models import Revision
from stewardship.proposal_page import Forms, ProposalPage, forms_for, proposal_page, proposer_of
from stewardship.ready_reasons import reason_in
from stewardship.refusal_words import refusal_in_words
from web.languages import SOURCE_LANGUAGE

bp = Blueprint("deciding", __name__, url_prefix="/moderering")


@bp.get("/forslag/<offer_id>/<int:version>")
@requires(Permission.MODERATE)
def show_proposal(offer_id: str, version: int) -> Response:
    return _proposal(offer_id, version).respond()


@bp.post("/forslag/<offer_id>/<int:version>/godta")
@requires(Permission.MODERATE)
def accept(offer_id: str, version: int) -> AnyResponse:
    found, forms = _sent(offer_id, version)
    return _decide(
        (offer_id, version),
        forms.accept,
        lambda: deciding.accept(db.session(), found, _me(), forms.accept.way),
        Done.PUBLISHED,
    )


@bp.post("/forslag/<offer_id>/<int:version>/spor")
@requires(Permission.MODERATE)
def ask_back(offer_id: str, version: int) -> AnyResponse:
    found, forms = _sent(offer_id, version)
    return _decide(
        (offer_id, version),
        forms.ask,
        lambda: deciding.ask_back(db.session(), found, _me(), forms.ask.question.data),
        Done.ASKED,
    )


@bp.post("/forslag/<offer_id>/<int:version>/avvis")
@requires(Permission.MODERATE)
def reject(offer_id: str, version: int) -> AnyResponse:
    found, forms = _sent(offer_id, version)
    return _decide(
        (offer_id, version),
        forms.reject,
        lambda: deciding.reject(db.session(), found, _me(), _reason(found, forms)),
        Done.REJECTED,
    )


@bp.get("/overtakelser/<int:claim_id>")
@requires(Permission.MODERATE)
def show_claim(claim_id: int) -> Response:
    return _claim(claim_id).respond()


@bp.post("/overtakelser/<int:claim_id>/godta")
@requires(Permission.MODERATE)
def accept_claim(claim_id: int) -> AnyResponse:
    made, forms = claim_by_id(db.session(), claim_id), claim_forms(request.form)
    if not forms.accept.validate() or forms.accept.way is None:
        return _claim(claim_id, request.form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        claiming.accept_claim(db.session(), made, _me(), forms.accept.way)
    except DomainError as error:
        return _claim_refused(claim_id, error)
    return go_to_queue(Done.CLAIM_ACCEPTED)


@bp.post("/overtakelser/<int:claim_id>/avvis")
@requires(Permission.MODERATE)
def reject_claim(claim_id: int) -> AnyResponse:
    made, forms = claim_by_id(db.session(), claim_id), claim_forms(request.form)
    if not forms.reject.validate():
        return _claim(claim_id, request.form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    form = forms.reject
    language = claimant(db.session(), made).language
    try:
        reason = reason_in(language, form.reason, form.own_words.data)
        claiming.reject_claim(db.session(), made, _me(), reason)
    except DomainError as error:
        return _claim_refused(claim_id, error)
    return go_to_queue(Done.CLAIM_REJECTED)
