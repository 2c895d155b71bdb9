"""A sheet without a code for the record: it stands in its address, and nothing of it is kept."""

from flask import Blueprint, Response, current_app

from core.clock import now_in_norway
from core.db import db
from places.gazetteer import gazetteer
from prescribing.draft import Draft, open_draft
from prescribing.record.fhir import bundle_of
from prescribing.record.responses import fhir_response, journal_page, journal_response
from prescribing.sheet import Sheet
from prescribing.sheets.building import sheet_of
from web.access import public

bp = Blueprint("record", __name__)


@bp.get("/resept/<sealed>/journal")
@public
def show_journal(sealed: str) -> Response:
    return journal_page(_sheet(sealed)).respond()


@bp.get("/resept/<sealed>/journal.txt")
@public
def download_journal(sealed: str) -> Response:
    return journal_response(_sheet(sealed))


@bp.get("/resept/<sealed>/fhir.json")
@public
def download_fhir(sealed: str) -> Response:
    draft = _draft(sealed)
    return fhir_response(
        bundle_of(
            db.session(),
            draft.items,
            reasons=draft.reasons,
            municipality=_municipality(draft),
            code=None,
            now=now_in_norway(),
        )
    )


def _draft(sealed: str) -> Draft:
    """Raises BrokenSealError where the address was never ours."""
    return open_draft(sealed, current_app.extensions["seal"])


def _municipality(draft: Draft) -> str | None:
    """Return where the sheet is for, None where nobody has told, or it is no municipality of today."""
    number = draft.question.get("municipality")
    is_known = isinstance(number, str) and gazetteer().municipality(number) is not None
    return number if is_known else None


def _sheet(sealed: str) -> Sheet:
    draft = _draft(sealed)
    return sheet_of(
        db.session(),
        draft.items,
        heading=draft.heading,
        now=now_in_norway(),
        plan_from=draft.plan_from,
    )
