"""What makes the site a thing to take along: on the phone's own screen, on paper, without a network."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Flask, Response, current_app, jsonify

from core.clock import now_in_norway
from web.access import public
from web.assets import BUILT
from web.manifest import manifest
from web.pages import Page
from web.qr import qr_of_page

bp = Blueprint("web", __name__)


@dataclass(frozen=True)
class OfflinePage(Page):
    """What is shown instead of a page that needs a network: what was kept, and whom to ring."""

    template: ClassVar[str] = "web/offline.html"


def init_app(app: Flask) -> None:
    app.jinja_env.globals["qr_of_page"] = qr_of_page
    # A page says when it was made: one that was kept may be old.
    app.jinja_env.globals["now_in_norway"] = now_in_norway


@bp.get("/manifest.webmanifest")
@public
def show_manifest() -> Response:
    response = jsonify(manifest())
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@bp.get("/worker.js")
@public
def send_worker() -> Response:
    """Send the worker from the root, since it answers only for what lies beneath it."""
    name = current_app.extensions["assets"].names["js/worker.js"]
    response = Response((BUILT / name).read_bytes(), mimetype="text/javascript")
    # Always asked for anew: a worker that stayed too long would go on with files that are gone.
    response.headers["Cache-Control"] = "no-cache"
    return response


@bp.get("/uten-nett")
@public
def show_offline() -> Response:
    return OfflinePage().respond()
