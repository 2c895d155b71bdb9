"""Hints on a text while it is being written, for a page with script. Nothing of it is kept."""

from typing import Final

from flask import Blueprint, Response, jsonify, request

from directory.entries import Entry
from directory.fields import LONGEST_TEXT
from stewardship.hints.giving import hints_for
from stewardship.registering.questions.fields import several_lines
from web.access import public
from web.languages import current_locale
from web.limits import limiter
from web.pages import keep_to_oneself

bp = Blueprint("tips", __name__)

TEXTS: Final = ("summary", "first_visit")
PHONE: Final = "phone"


@bp.post("/meld-inn/tips")
@limiter.limit("120 per minute")
@public
def give_tips() -> Response:
    field = request.form.get("field", "")
    text = several_lines(request.form.get("text", "")[:LONGEST_TEXT])
    language = str(current_locale().language)
    response = jsonify(_sentences(field, text, language) if text else [])
    keep_to_oneself(response)
    return response


def _sentences(field: str, text: str, language: str) -> list[str]:
    """Return what could be said better in one field; nothing for a field that has no hints."""
    entry: Entry = {}
    if field in TEXTS:
        entry = {field: {language: text}}
    elif field == PHONE:
        entry = {"contacts": [{field: text}]}
        field = f"contacts.0.{PHONE}"
    return [hint.sentence for hint in hints_for(entry, language) if hint.field == field]
