"""Where a moderator decides who may prescribe."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires, signed_in
from accounts.permissions import Permission
from core.clock import NORWAY
from core.db import db
from core.events import account_actor
from places.gazetteer import gazetteer
from prescribing.choices import PrescriberState
from prescribing.practices.deciding import DecidedOtherwiseError, Decision, Seen, decide
from prescribing.practices.kind_words import KIND_WORDS
from prescribing.practices.pages import AskingShown, PrescribersPage
from prescribing.practices.queries import Asking, count_colleagues, in_state
from web.languages import day_in_words
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.redirects import go_on_to

bp = Blueprint("prescribers", __name__, url_prefix="/moderering/praksiser")

# The name in the address of what was done, and the field that says what the moderator has seen.
ANSWER: Final = "gjort"
SEEN: Final = "sett"
DAY: Final = "d. MMMM y"
SENTENCES: Final[Mapping[Decision, object]] = {
    Decision.APPROVE: _l("De kan lage ark med kode nå. De får en e-post om det."),
    Decision.REFUSE: _l("De får en e-post om at det ikke går nå."),
    Decision.END: _l("De kan ikke lage flere koder. De får en e-post om det."),
}


@bp.get("")
@requires(Permission.MODERATE)
def show_prescribers() -> Response:
    told = request.args.get(ANSWER)
    done = str(SENTENCES[Decision(told)]) if told in set(Decision) else None
    return _page(done=done).respond()


@bp.post("/<int:account_id>/godkjenn")
@requires(Permission.MODERATE)
def approve(account_id: int) -> AnyResponse:
    return _decide(account_id, Decision.APPROVE)


@bp.post("/<int:account_id>/avvis")
@requires(Permission.MODERATE)
def refuse(account_id: int) -> AnyResponse:
    return _decide(account_id, Decision.REFUSE)


@bp.post("/<int:account_id>/avslutt")
@requires(Permission.MODERATE)
def end(account_id: int) -> AnyResponse:
    return _decide(account_id, Decision.END)


def _decide(account_id: int, decision: Decision) -> AnyResponse:
    try:
        actor = account_actor(signed_in().id)
        decide(db.session(), account_id, decision, seen=_seen(), actor=actor)
    except DecidedOtherwiseError as error:
        db.session.rollback()
        refusal = _("Noe er endret siden du åpnet siden. Se på det en gang til.")
        return _page(refusal=refusal).respond(error.status)
    return go_on_to(url_for(".show_prescribers", gjort=decision.value))


def _seen() -> Seen | None:
    """Return what the moderator has seen; None for what cannot be read."""
    try:
        return Seen.read(request.form.get(SEEN, ""))
    except ValueError:
        return None


def _page(*, done: str | None = None, refusal: str | None = None) -> PrescribersPage:
    session = db.session()
    return PrescribersPage(
        done=done,
        refusal=refusal,
        waiting=tuple(_shown(one) for one in in_state(session, PrescriberState.ASKED)),
        approved=tuple(
            _shown(one, is_approved=True) for one in in_state(session, PrescriberState.APPROVED)
        ),
    )


def _shown(one: Asking, *, is_approved: bool = False) -> AskingShown:
    practice = one.practice
    return AskingShown(
        account_id=one.account_id,
        seen=Seen(one.asked_at, practice.kind, practice.municipality, practice.orgnr).written(),
        email=one.email,
        kind=str(KIND_WORDS[practice.kind]),
        municipality=gazetteer().name_of(practice.municipality) or practice.municipality,
        orgnr=practice.orgnr,
        since=day_in_words(one.asked_at.astimezone(NORWAY).date(), DAY),
        is_authorised=one.is_authorised,
        told_on=None if one.told_on is None else day_in_words(one.told_on, DAY),
        others=count_colleagues(db.session(), practice) - int(is_approved),
    )
