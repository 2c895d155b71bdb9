"""Who holds an organisation: asking somebody to join, saying yes to that, letting go, adding an offer."""

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import ClassVar, Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires, signed_in
from accounts.holding import organisations_of, stewards_of
from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import account_for
from core import tokens
from core.db import db
from core.errors import NotFoundError
from core.tokens import Purpose
from directory.models import Organisation
from stewardship import holding
from stewardship.access import holds_organisation
from stewardship.done import Done, go_to, just_done
from stewardship.own.forms import InviteForm
from stewardship.refusal_words import refusal_in_words
from stewardship.registering import drafts
from web.access import public, with_key
from web.languages import current_locale
from web.limits import limiter
from web.pages import Page

bp = Blueprint("handing_over", __name__)

HIDDEN: Final = "•••@…"


class NoSuchOrganisationError(NotFoundError):
    """No organisation has this id."""


@dataclass(frozen=True)
class Holder:
    """Somebody who holds an organisation. Of others than oneself only the first letter is shown."""

    email: str
    is_reader: bool


@dataclass(frozen=True)
class OrganisationPage(Page):
    """Who holds an organisation, and a form to ask one more. ``holds`` tells that the reader does."""

    template: ClassVar[str] = "stewardship/mine/organisation.html"
    is_private: ClassVar[bool] = True

    organisation_id: str
    name: str
    holders: tuple[Holder, ...]
    holds: bool
    form: InviteForm
    done: str | None
    refusal: str | None


@dataclass(frozen=True)
class TakeOverPage(Page):
    """Somebody was asked to hold an organisation; the button says yes."""

    template: ClassVar[str] = "stewardship/mine/take_over.html"
    is_private: ClassVar[bool] = True

    word: str
    organisation: str


@dataclass(frozen=True)
class UsedInvitationPage(Page):
    """The link is used, or too old: how to get another."""

    template: ClassVar[str] = "stewardship/mine/used_invitation.html"
    is_private: ClassVar[bool] = True


@dataclass(frozen=True)
class TakenOverPage(Page):
    """It is theirs too now; where they sign in."""

    template: ClassVar[str] = "stewardship/mine/taken_over.html"
    is_private: ClassVar[bool] = True


@bp.get("/mine/organisasjon/<organisation_id>")
@requires(Permission.HOLD_OFFER, holds_organisation)
def show_organisation(organisation_id: str) -> Response:
    return _page(organisation_id, InviteForm()).respond()


@bp.post("/mine/organisasjon/<organisation_id>/inviter")
@limiter.limit("20 per hour")
@requires(Permission.HOLD_OFFER, holds_organisation)
def invite(organisation_id: str) -> AnyResponse:
    organisation, form = _organisation(organisation_id), InviteForm(request.form)
    if not form.validate():
        return _page(organisation_id, form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    holding.hand_over(db.session(), organisation, form.email.data, signed_in())
    return go_to(".show_organisation", Done.INVITED, organisation_id=organisation_id)


@bp.post("/mine/organisasjon/<organisation_id>/slipp")
@requires(Permission.HOLD_OFFER, holds_organisation)
def let_go(organisation_id: str) -> AnyResponse:
    if organisation_id not in organisations_of(db.session(), signed_in()):
        raise NoSuchOrganisationError(f"{organisation_id} is not held by whoever asks.")
    try:
        holding.let_go(db.session(), organisation_id, signed_in())
    except holding.LastStewardError as error:
        db.session.rollback()
        page = replace(_page(organisation_id, InviteForm()), refusal=refusal_in_words(error))
        return page.respond(error.status)
    return go_to("stewarding.show_mine", Done.LET_GO)


@bp.post("/mine/organisasjon/<organisation_id>/nytt")
@requires(Permission.HOLD_OFFER, holds_organisation)
def add_offer(organisation_id: str) -> AnyResponse:
    """Begin with another offer, of which it is told already who stands behind it."""
    organisation, account = _organisation(organisation_id), signed_in()
    word = drafts.start_draft(db.session(), current_locale().language)
    draft = drafts.open_draft(db.session(), word, account.id)
    draft.account_id = account.id
    answers = drafts.answers_of(draft)
    told = {"id": organisation.id}
    drafts.keep_answers(draft, replace(answers, organisation=told, email=account.email))
    return go_to("registering.resume", word=word)


@bp.get("/overta/<word>")
@with_key
def show_take_over(word: str) -> Response:
    try:
        subject = tokens.look(db.session(), Purpose.HAND_OVER, word)
    except tokens.UsedUpError as error:
        return UsedInvitationPage().respond(error.status)
    return TakeOverPage(word, _organisation(subject["organisation"]).name).respond()


@bp.post("/overta/<word>")
@limiter.limit("60 per hour")
@with_key
def take_over(word: str) -> AnyResponse:
    try:
        subject = tokens.use_up(db.session(), Purpose.HAND_OVER, word)
    except tokens.UsedUpError as error:
        return UsedInvitationPage().respond(error.status)
    organisation = _organisation(subject["organisation"])
    account = account_for(db.session(), subject["email"])
    db.session.flush()
    holding.take_over(db.session(), organisation.id, account)
    return go_to(".show_taken_over")


@bp.get("/overtatt")
@public
def show_taken_over() -> Response:
    return TakenOverPage().respond()


def _page(organisation_id: str, form: InviteForm) -> OrganisationPage:
    organisation, reader = _organisation(organisation_id), signed_in()
    stewards = stewards_of(db.session(), organisation_id)
    return OrganisationPage(
        organisation_id=organisation.id,
        name=organisation.name,
        holders=tuple(_holder(one, reader) for one in stewards),
        holds=any(one.id == reader.id for one in stewards),
        form=form,
        done=just_done(),
        refusal=None,
    )


def _holder(account: Account, reader: Account) -> Holder:
    is_reader = account.id == reader.id
    return Holder(account.email if is_reader else f"{account.email[:1]}{HIDDEN}", is_reader)


def _organisation(organisation_id: str) -> Organisation:
    found = db.session.get(Organisation, organisation_id)
    if found is None:
        raise NoSuchOrganisationError(f"There is no organisation {organisation_id}.")
    return found
