"""Where moderators decide: about what is proposed, and about who says they speak for an organisation."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form

from accounts.access import requires, signed_in
from accounts.models import Account
from accounts.permissions import Permission
from core.db import db
from core.events import account_actor
from stewardship import claiming, deciding, queries
from stewardship.done import Done, go_to
from stewardship.models import Claim, Revision
from stewardship.moderating.claim_page import (
    ClaimForms,
    claim_forms,
    claim_page,
    claimant,
)
from stewardship.moderating.forms import RejectForm
from stewardship.moderating.proposal_page import Forms, forms_for, proposal_page, proposer_of
from stewardship.moderating.ready_reasons import reason_in
from stewardship.publishing import FaultyEntryError
from stewardship.refusal_words import refusal_in_words
from web.languages import SOURCE_LANGUAGE

bp = Blueprint("deciding", __name__, url_prefix="/moderering")

QUEUE: Final = "moderating.show_queue"
REFUSALS: Final = (
    deciding.IllegalMoveError,
    deciding.StaleProposalError,
    deciding.NotVerifiedError,
    FaultyEntryError,
)


@bp.get("/forslag/<offer_id>/<int:version>")
@requires(Permission.MODERATE)
def show_proposal(offer_id: str, version: int) -> Response:
    found = queries.revision(db.session(), offer_id, version)
    forms = forms_for(proposer_of(db.session(), found))
    return proposal_page(db.session(), found, forms).respond()


@bp.post("/forslag/<offer_id>/<int:version>/godta")
@requires(Permission.MODERATE)
def accept(offer_id: str, version: int) -> AnyResponse:
    found, forms = _proposal_sent(offer_id, version)

    def publish() -> None:
        deciding.accept(db.session(), found, _actor(), forms.accept.way)

    return _decide(found, forms, forms.accept, publish, Done.PUBLISHED)


@bp.post("/forslag/<offer_id>/<int:version>/spor")
@requires(Permission.MODERATE)
def ask_back(offer_id: str, version: int) -> AnyResponse:
    found, forms = _proposal_sent(offer_id, version)

    def ask() -> None:
        deciding.ask_back(db.session(), found, _actor(), forms.ask.question.data)

    return _decide(found, forms, forms.ask, ask, Done.ASKED)


@bp.post("/forslag/<offer_id>/<int:version>/avvis")
@requires(Permission.MODERATE)
def reject(offer_id: str, version: int) -> AnyResponse:
    found, forms = _proposal_sent(offer_id, version)

    def refuse() -> None:
        account = None if found.account_id is None else db.session.get(Account, found.account_id)
        language = account.language if account else SOURCE_LANGUAGE
        deciding.reject(db.session(), found, _actor(), _reason(forms.reject, language))

    return _decide(found, forms, forms.reject, refuse, Done.REJECTED)


@bp.get("/overtakelser/<int:claim_id>")
@requires(Permission.MODERATE)
def show_claim(claim_id: int) -> Response:
    made = queries.claim_by_id(db.session(), claim_id)
    return claim_page(db.session(), made, claim_forms()).respond()


@bp.post("/overtakelser/<int:claim_id>/godta")
@requires(Permission.MODERATE)
def accept_claim(claim_id: int) -> AnyResponse:
    made, forms = queries.claim_by_id(db.session(), claim_id), claim_forms(request.form)
    way = forms.accept.way if forms.accept.validate() else None
    if way is None:
        return _claim_again(made, forms)
    try:
        claiming.accept_claim(db.session(), made, _actor(), way)
    except deciding.IllegalMoveError as error:
        return _claim_again(made, forms, error)
    return go_to(QUEUE, Done.CLAIM_ACCEPTED)


@bp.post("/overtakelser/<int:claim_id>/avvis")
@requires(Permission.MODERATE)
def reject_claim(claim_id: int) -> AnyResponse:
    made, forms = queries.claim_by_id(db.session(), claim_id), claim_forms(request.form)
    if not forms.reject.validate():
        return _claim_again(made, forms)
    reason = _reason(forms.reject, claimant(db.session(), made).language)
    try:
        claiming.reject_claim(db.session(), made, _actor(), reason)
    except deciding.IllegalMoveError as error:
        return _claim_again(made, forms, error)
    return go_to(QUEUE, Done.CLAIM_REJECTED)


def _proposal_sent(offer_id: str, version: int) -> tuple[Revision, Forms]:
    found = queries.revision(db.session(), offer_id, version)
    return found, forms_for(proposer_of(db.session(), found), request.form)


def _decide(
    found: Revision, forms: Forms, form: Form, act: Callable[[], None], done: Done
) -> AnyResponse:
    """Do what was decided, or show the page again with what was typed and why it could not be done."""
    if not form.validate():
        page = proposal_page(db.session(), found, forms)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        act()
    except REFUSALS as error:
        # Nothing is left half done, and the page shows how things stand.
        db.session.rollback()
        page = proposal_page(db.session(), found, forms, refusal_in_words(error))
        return page.respond(error.status)
    return go_to(QUEUE, done)


def _claim_again(
    made: Claim, forms: ClaimForms, error: deciding.IllegalMoveError | None = None
) -> Response:
    db.session.rollback()
    refusal = None if error is None else refusal_in_words(error)
    page = claim_page(db.session(), made, forms, refusal)
    return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY if error is None else error.status)


def _reason(form: RejectForm, language: str) -> str:
    return reason_in(language, form.reason, form.own_words.data)


def _actor() -> str:
    return account_actor(signed_in().id)
