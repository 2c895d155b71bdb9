"""The paper of a sheet that has no code: it stands in its address, and nothing of it is kept."""

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from core.clock import now_in_norway
from core.db import db
from core.seal import Seal
from finder import asked
from prescribing.draft import Draft, open_draft
from prescribing.sheet import Sheet
from prescribing.sheets.building import sheet_of
from prescribing.sheets.paper import paper_asked_for
from prescribing.sheets.responses import few_pdfs, pdf_response, print_response
from web.access import public
from web.addresses import full_address
from web.qr import LONGEST

bp = Blueprint("paper", __name__)


@bp.get("/resept/<sealed>/ark")
@public
def show_sheet(sealed: str) -> Response:
    return print_response(_sheet(sealed), paper_asked_for(request.args))


@bp.get("/resept/<sealed>/ark.pdf")
@few_pdfs
@public
def download_pdf(sealed: str) -> AnyResponse:
    return pdf_response(_sheet(sealed), paper_asked_for(request.args))


def _sheet(sealed: str) -> Sheet:
    """Raises BrokenSealError where the address was never ours."""
    seal: Seal = current_app.extensions["seal"]
    draft = open_draft(sealed, seal)
    return sheet_of(
        db.session(),
        draft.items,
        heading=draft.heading,
        now=now_in_norway(),
        plan_from=draft.plan_from,
        address=_address_of_week(draft, seal),
    )


def _address_of_week(draft: Draft, seal: Seal) -> str | None:
    """Return where the same offers stand as a week; None where that is too long for a square code."""
    week = asked.close(asked.Asked(week=tuple(item.offer for item in draft.items)), seal)
    if week is None or not draft.items:
        return None
    address = full_address(url_for("finder.show_week", sealed=week))
    return address if len(address) <= LONGEST else None
