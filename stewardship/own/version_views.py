"""Every version there was of an offer's words, what changed in each, and old words put back."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Response
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import may, requires, signed_in
from accounts.permissions import Permission
from core.db import db
from directory.queries import any_by_id
from stewardship import queries
from stewardship.access import holds_offer
from stewardship.done import Done, go_to
from stewardship.models import Revision, RevisionState
from stewardship.own.offer_page import VersionLine, history_lines
from stewardship.proposing import Proposal, propose_change
from stewardship.publishing import FaultyEntryError
from stewardship.refusal_words import refusal_in_words
from stewardship.versions import current_head
from stewardship.wording.rows import Row, Side, rows_between, rows_of
from web.pages import Page

bp = Blueprint("versions", __name__, url_prefix="/mine")


@dataclass(frozen=True)
class VersionsPage(Page):
    """All versions, the newest first. What was never published and is rejected has no page of its own."""

    template: ClassVar[str] = "stewardship/mine/versions.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    has_own_page: bool
    lines: tuple[VersionLine, ...]


@dataclass(frozen=True)
class VersionPage(Page):
    """One version beside the one before it. ``before`` is that one's number, None where it is the first.

    ``reason`` is what a moderator asked or answered. ``can_restore`` tells that other words are the
    newest now.
    """

    template: ClassVar[str] = "stewardship/mine/version.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    line: VersionLine
    before: int | None
    rows: tuple[Row, ...]
    whole_rows: tuple[Row, ...]
    reason: str | None
    can_restore: bool
    refusal: str | None


@bp.get("/<offer_id>/versjoner")
@requires(Permission.HOLD_OFFER, holds_offer)
def show_versions(offer_id: str) -> Response:
    found = queries.history(db.session(), offer_id)
    name = found[0].entry["name"] if found else any_by_id(db.session(), offer_id).name
    has_own_page = not found or queries.find_head(db.session(), offer_id) is not None
    lines = history_lines(db.session(), found, signed_in())
    return VersionsPage(offer_id, name, has_own_page, lines).respond()


@bp.get("/<offer_id>/versjoner/<int:version>")
@requires(Permission.HOLD_OFFER, holds_offer)
def show_version(offer_id: str, version: int) -> Response:
    return _version_page(queries.revision(db.session(), offer_id, version)).respond()


@bp.post("/<offer_id>/versjoner/<int:version>")
@requires(Permission.HOLD_OFFER, holds_offer)
def restore(offer_id: str, version: int) -> AnyResponse:
    """Propose the old words anew. What has been hidden since stays hidden."""
    old, account = queries.revision(db.session(), offer_id, version), signed_in()
    head = current_head(db.session(), offer_id)
    hides = head.hides_address or old.hides_address
    may_publish = may(Permission.MODERATE)
    try:
        made = propose_change(
            db.session(),
            offer_id,
            Proposal(old.entry, hides, head.number),
            account,
            may_publish=may_publish,
        )
    except FaultyEntryError as error:
        db.session.rollback()
        return _version_page(old, refusal_in_words(error)).respond(error.status)
    if made.number == head.number:
        done = Done.SAME
    else:
        done = Done.RESTORED if made.state is RevisionState.ACCEPTED else Done.WAITS
    return go_to("stewarding.show_offer", done, offer_id=offer_id)


def _version_page(found: Revision, refusal: str | None = None) -> VersionPage:
    history = queries.history(db.session(), found.offer_id)
    before = next((one for one in history if one.number < found.number), None)
    head = queries.find_head(db.session(), found.offer_id)
    return VersionPage(
        offer_id=found.offer_id,
        name=found.entry["name"],
        line=history_lines(db.session(), [found], signed_in())[0],
        before=before.number if before else None,
        rows=rows_between(_side(before), _side(found)) if before else (),
        whole_rows=rows_of(_side(found)),
        reason=found.reason,
        can_restore=head is None or head.entry != found.entry,
        refusal=refusal,
    )


def _side(version: Revision) -> Side:
    return Side(version.entry, version.hides_address)
