"""Looking over one's answers and sending them; bringing two changes of the same entry together."""

from http import HTTPStatus

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import may, signed_in
from accounts.permissions import Permission
from core.clock import now_in_norway
from core.db import db
from core.errors import NotFoundError
from core.tokens import UsedUpError
from stewardship.hints.giving import hints_for
from stewardship.models import Draft, RevisionState
from stewardship.proposing import ConflictError
from stewardship.publishing import AddressToldError, FaultyEntryError
from stewardship.queries import find_accepted
from stewardship.refusal_words import refusal_in_words
from stewardship.registering.check_rows import check_parts
from stewardship.registering.drafts import answers_of
from stewardship.registering.pages import CheckPage, MailedPage, MergePage, ThanksPage, VerifyPage
from stewardship.registering.requirements import missing_from
from stewardship.registering.sending import (
    LASTS,
    IncompleteError,
    ask_to_verify,
    send_change,
    send_waiting,
    waiting_behind,
)
from stewardship.registering.two_changes import chosen, merge_rows, take_chosen
from stewardship.registering.way import address_of_page, draft_at, draft_to_write, resume_form
from web.access import public, with_key
from web.languages import gettext as _
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("sending", __name__)

NEW, CHANGED, PUBLISHED, CLAIMED = KINDS = ("ny", "endring", "ute", "eier")


class NoSuchThanksError(NotFoundError):
    """Nobody is thanked for that."""


@bp.get("/meld-inn/<word>/sjekk")
@with_key
def show_check(word: str) -> Response:
    return _check_page(word, draft_at(word), is_refused=False).respond()


@bp.post("/meld-inn/<word>/sjekk")
@limiter.limit("20 per hour")
@with_key
def send(word: str) -> AnyResponse:
    draft = draft_to_write(word)
    try:
        if draft.offer_id is not None:
            return _sent_change(draft)
        ask_to_verify(db.session(), draft)
    except (IncompleteError, FaultyEntryError) as error:
        page = _check_page(word, draft, is_refused=True, refusal=_in_words(error))
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    except ConflictError as error:
        return _merge_page(word, error, {}).respond(HTTPStatus.CONFLICT)
    return go_on_to(url_for("sending.show_mailed", word=word))


@bp.get("/meld-inn/<word>/sendt")
@with_key
def show_mailed(word: str) -> Response:
    draft = draft_at(word)
    return MailedPage(draft.email or "", LASTS.days, address_of_page(word, "deg")).respond()


@bp.post("/meld-inn/<word>/flett")
@with_key
def bring_together(word: str) -> AnyResponse:
    """Send a change together with another's, of the fields that differ each as it was chosen."""
    draft = draft_to_write(word)
    try:
        return _sent_change(draft)
    except ConflictError as error:
        conflict = error
    choices = chosen(conflict, request.form)
    if request.form.get("head") != str(conflict.head):
        return _merge_page(word, conflict, choices).respond(HTTPStatus.CONFLICT)
    take_chosen(draft, conflict, choices)
    return _sent_change(draft)


@bp.get("/meld-inn/bekreft/<word>")
@with_key
def show_verify(word: str) -> Response:
    return _verified(word, HTTPStatus.OK)


@bp.post("/meld-inn/bekreft/<word>")
@limiter.limit("30 per hour")
@with_key
def verify(word: str) -> AnyResponse:
    try:
        is_claim = send_waiting(db.session(), word)
    except UsedUpError:
        return _used_up()
    except (IncompleteError, FaultyEntryError) as error:
        db.session.rollback()
        return _verified(word, HTTPStatus.UNPROCESSABLE_ENTITY, _in_words(error))
    return go_on_to(url_for("sending.show_thanks", kind=CLAIMED if is_claim else NEW))


@bp.get("/meld-inn/takk/<kind>")
@public
def show_thanks(kind: str) -> Response:
    if kind not in KINDS:
        raise NoSuchThanksError("There is no such page.")
    return ThanksPage(kind).respond()


def _sent_change(draft: Draft) -> AnyResponse:
    may_publish = may(Permission.MODERATE)
    version = send_change(db.session(), draft, signed_in(), may_publish=may_publish)
    if version.state is RevisionState.ACCEPTED:
        return go_on_to(url_for("sending.show_thanks", kind=PUBLISHED))
    # An answer to what a moderator asked of a new one: there is no page yet that it would change.
    is_new = find_accepted(db.session(), version.offer_id) is None
    return go_on_to(url_for("sending.show_thanks", kind=NEW if is_new else CHANGED))


def _check_page(
    word: str, draft: Draft, *, is_refused: bool, refusal: str | None = None
) -> CheckPage:
    answers = answers_of(draft)
    hints = hints_for(answers.entry, answers.language)
    return CheckPage(
        draft=word,
        parts=check_parts(db.session(), answers, hints, now_in_norway().date()),
        missing=missing_from(answers),
        is_refused=is_refused,
        refusal=refusal,
        is_change=answers.is_change,
        resume=resume_form(draft),
    )


def _merge_page(word: str, conflict: ConflictError, choices: dict[str, str]) -> MergePage:
    return MergePage(
        action=url_for("sending.bring_together", word=word),
        head=conflict.head,
        rows=merge_rows(conflict, choices),
    )


def _verified(word: str, status: HTTPStatus, refusal: str | None = None) -> Response:
    try:
        waiting = waiting_behind(db.session(), word)
    except UsedUpError:
        return _used_up()
    page = VerifyPage(
        action=url_for("sending.verify", word=word),
        name=waiting.name,
        is_claim=waiting.draft is None,
        missing=waiting.missing,
        refusal=refusal,
    )
    return page.respond(status)


def _used_up() -> Response:
    page = VerifyPage(action=None, name="", is_claim=False, missing=[], refusal=None)
    return page.respond(HTTPStatus.GONE)


def _in_words(error: IncompleteError | FaultyEntryError) -> str | None:
    """Return why it cannot be sent; None where what is missing says it."""
    if isinstance(error, AddressToldError):
        return refusal_in_words(error)
    if isinstance(error, FaultyEntryError):
        return _("Noe i svarene kan ikke lagres slik det er skrevet. Se over dem en gang til.")
    return None
