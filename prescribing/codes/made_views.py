"""Giving a sheet a code, and what whoever made it can do with it. Only for those who prescribe."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Response, current_app, url_for
from flask.typing import ResponseReturnValue

from accounts.access import requires, signed_in, signed_in_or_none
from accounts.permissions import Permission
from core.clock import now_in_norway
from core.db import db
from core.seal import Seal
from directory.wording import date_in_words
from prescribing.choices import Reason
from prescribing.codes import actions
from prescribing.codes.code import in_groups
from prescribing.codes.page import sheet_today
from prescribing.codes.queries import NoSuchCodeError, prescription_by_code
from prescribing.codes.today import standing_today
from prescribing.draft import open_draft
from prescribing.models import Practice, Prescription
from prescribing.practices.access import find_practice, prescribes
from prescribing.record.fhir import bundle_of
from prescribing.record.responses import fhir_response, journal_page, journal_response
from prescribing.sheet import SheetOffer
from web.addresses import full_address
from web.limits import caller, limiter
from web.pages import Page
from web.redirects import go_on_to

bp = Blueprint("made", __name__)


@dataclass(frozen=True)
class MadePage(Page):
    """The code of a sheet that was just made, and the ways to hand it over and to note it down."""

    template: ClassVar[str] = "prescribing/code_made.html"
    is_private: ClassVar[bool] = True

    code: str
    code_in_groups: str
    address: str
    offers: tuple[SheetOffer, ...]
    valid_until: str


def _who_makes_it() -> str:
    """Return what is counted: the account, since many surgeries may come from one address."""
    account = signed_in_or_none()
    return f"account:{account.id}" if account else caller()


@bp.post("/resept/<sealed>/kode")
@limiter.limit("120 per hour", key_func=_who_makes_it)
@requires(Permission.PRESCRIBE, prescribes)
def prescribe(sealed: str) -> ResponseReturnValue:
    """Raises BrokenSealError where the address was never ours, and EmptySheetError."""
    seal: Seal = current_app.extensions["seal"]
    draft = open_draft(sealed, seal)
    made = actions.prescribe(db.session(), _practice(), draft, now_in_norway())
    return go_on_to(url_for("made.show_made", code=made.code))


@bp.get("/resept/kode/<code>")
@requires(Permission.PRESCRIBE, prescribes)
def show_made(code: str) -> ResponseReturnValue:
    prescription = _own(code)
    sheet, _standing = sheet_today(db.session(), prescription, now_in_norway())
    return MadePage(
        code=prescription.code,
        code_in_groups=in_groups(prescription.code),
        address=full_address(url_for("codes.show_code", code=prescription.code)),
        offers=sheet.offers,
        valid_until=date_in_words(prescription.expires_on),
    ).respond()


@bp.get("/resept/kode/<code>/journal")
@requires(Permission.PRESCRIBE, prescribes)
def show_journal(code: str) -> ResponseReturnValue:
    sheet, _standing = sheet_today(db.session(), _own(code), now_in_norway())
    return journal_page(sheet).respond()


@bp.get("/resept/kode/<code>/journal.txt")
@requires(Permission.PRESCRIBE, prescribes)
def download_journal(code: str) -> Response:
    sheet, _standing = sheet_today(db.session(), _own(code), now_in_norway())
    return journal_response(sheet)


@bp.get("/resept/kode/<code>/fhir.json")
@requires(Permission.PRESCRIBE, prescribes)
def download_fhir(code: str) -> Response:
    prescription, now = _own(code), now_in_norway()
    return fhir_response(
        bundle_of(
            db.session(),
            standing_today(db.session(), prescription, now).items,
            reasons=tuple(Reason(one) for one in prescription.reasons),
            municipality=prescription.municipality,
            code=prescription.code,
            now=now,
        )
    )


def _practice() -> Practice:
    """Return the practice of whoever asks; the guard of the view lets in nobody without one."""
    found = find_practice(db.session(), signed_in())
    if found is None:
        raise NoSuchCodeError(might_exist=False)
    return found


def _own(code: str) -> Prescription:
    """Return a sheet of one's own practice. Others' look as if they were not there."""
    return prescription_by_code(db.session(), code, now_in_norway().date(), practice=_practice())
