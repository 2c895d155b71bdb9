"""``GET /steder.json``: every name of a place that we know, most populous first, for completing it.

It is one file, the same for everybody, so that what somebody types stays with them.
"""

import json
from functools import cache
from typing import Final

from flask import Blueprint, Response, request

from places.gazetteer import gazetteer
from web.access import public

bp = Blueprint("places", __name__)

ONE_DAY: Final = 24 * 60 * 60  # seconds


@bp.get("/steder.json")
@public
def list_names() -> Response:
    response = Response(_names(), mimetype="application/json")
    response.cache_control.public = True
    response.cache_control.max_age = ONE_DAY
    response.add_etag()
    response.make_conditional(request)
    return response


@cache
def _names() -> str:
    return json.dumps(gazetteer().all_names(), ensure_ascii=False, separators=(",", ":"))
