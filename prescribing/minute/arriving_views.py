"""Ways to a sheet from what somebody has already: the answers they were given, or the week they chose."""

from http import HTTPStatus

from flask import Blueprint, Response

from core.clock import now_in_norway
from core.db import db
from core.seal import BrokenSealError
from finder import catalogue
from finder.answering import reader_of
from finder.asked import Asked, open_sealed
from finder.question_file import FaultyQuestionError, read_question
from finder.understanding import Understood, understand
from finder.week_offers import chosen_offers
from places.gazetteer import gazetteer
from prescribing.draft import MOST_ITEMS, Draft, Item
from prescribing.minute.coarse import coarse_draft
from prescribing.minute.pages import BrokenSheetPage
from prescribing.minute.showing import seal, show
from web.access import public

bp = Blueprint("arriving", __name__)


@bp.get("/resept/fra/<sealed>")
@public
def begin_with_answers(sealed: str) -> Response:
    """Begin a sheet for the same answers, as coarse as a sheet has them."""
    try:
        return show(coarse_draft(_understood(open_sealed(sealed, seal()))))
    except (BrokenSealError, FaultyQuestionError):
        return BrokenSheetPage().respond(HTTPStatus.NOT_FOUND)


@bp.get("/resept/uke/<sealed>")
@public
def begin_with_week(sealed: str) -> Response:
    """Begin a sheet with the offers of a week, as many as a sheet holds, and nothing else of it."""
    try:
        asked = open_sealed(sealed, seal())
    except BrokenSealError:
        return BrokenSheetPage().respond(HTTPStatus.NOT_FOUND)
    chosen = chosen_offers(db.session(), asked, now_in_norway().date()).offers
    items = tuple(Item(offer.id) for offer in chosen[:MOST_ITEMS])
    return show(Draft(items=items, is_by_hand=bool(items)))


def _understood(asked: Asked) -> Understood:
    """Raises FaultyQuestionError where it holds no question of today's vocabulary."""
    snapshot = catalogue.current(db.session())
    question = read_question(dict(asked.question), snapshot.vocabulary)
    return understand(question, reader_of(snapshot), gazetteer(), now_in_norway().date())
