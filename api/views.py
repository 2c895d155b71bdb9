"""``POST /api/v1/match``: a person in, an answer out, in the shapes of the contract."""

from flask import Blueprint, Response, jsonify, request

from core.db import db
from finder import answering, catalogue
from finder.question_file import parse_question
from finder.shapes import shape_of
from web.access import public

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.post("/match")
@public
def match() -> Response:
    vocabulary = catalogue.current(db.session()).vocabulary
    question = parse_question(request.get_data(), vocabulary)
    return jsonify(shape_of(answering.answer(db.session(), question)))


@bp.after_request
def keep_nowhere(response: Response) -> Response:
    """An answer, and a refusal too, repeats what somebody said of themselves."""
    response.headers["Cache-Control"] = "no-store"
    return response
