"""What is done with the sheet: put on it, taken off it, moved, given a line, a heading, or begun anew."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from core.errors import DomainError
from directory.offer_page import has_ended, is_all_over
from directory.queries import published_by_ids
from finder.week_outlooks import are_kept_apart
from prescribing.choices import AddedLine, Heading
from prescribing.draft import MOST_ITEMS, Draft


class Change(StrEnum):
    """The buttons, by the values they are sent with."""

    ADD = "add"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
    LINE = "line"
    HEADING = "heading"
    SUGGEST = "suggest"


class ChangeError(DomainError):
    """A change that cannot be made. Nothing of it is done."""

    code = "refused_change"
    status = 422


class NoSuchChangeError(ChangeError):
    """No button, or something that is in no list, or an offer that is not published."""

    code = "no_such_change"


class FullSheetError(ChangeError):
    """The sheet holds as many offers as it may."""

    code = "full_sheet"


class NotTogetherError(ChangeError):
    """One is only for those who are drug-free, the other for those who use: never on one sheet."""

    code = "not_together"

    def __init__(self, name: str, other: str) -> None:
        super().__init__("A drug-free offer and one for active use never stand on one sheet.")
        self.name, self.other = name, other


def changed(session: Session, draft: Draft, sent: MultiDict[str, str], today: date) -> Draft:
    """Return ``draft`` after what was pressed. Raises a ChangeError where that cannot be done.

    What is on the sheet is from then on what somebody chose.
    """
    try:
        change = Change(sent.get("change", ""))
    except ValueError as error:
        raise NoSuchChangeError("There is no such button.") from error
    if change is Change.SUGGEST:
        return replace(draft, items=(), is_by_hand=False)
    if change is Change.HEADING:
        return replace(draft, heading=_heading(sent.get("heading", "")))
    after = _with_offer(session, draft, change, sent, today)
    return replace(after, is_by_hand=True)


def _with_offer(
    session: Session, draft: Draft, change: Change, sent: MultiDict[str, str], today: date
) -> Draft:
    offer = sent.get("offer", "")
    if change is Change.ADD:
        return _added(session, draft, offer, today)
    if all(item.offer != offer for item in draft.items):
        raise NoSuchChangeError("The offer is not on the sheet.")
    match change:
        case Change.REMOVE:
            return draft.without_item(offer)
        case Change.UP:
            return draft.moved(offer, -1)
        case Change.DOWN:
            return draft.moved(offer, 1)
        case _:
            return draft.with_line(offer, _line(sent.get("line", "")))


def _added(session: Session, draft: Draft, offer: str, today: date) -> Draft:
    on_sheet = [item.offer for item in draft.items]
    if offer in on_sheet:
        return draft
    # No id holds a control sign, and there is one that PostgreSQL refuses to look for.
    found = published_by_ids(session, [offer, *on_sheet]) if offer.isprintable() else {}
    added = found.get(offer)
    if added is None or has_ended(added, today) or is_all_over(added, today):
        raise NoSuchChangeError("There is no such offer.")
    if len(on_sheet) >= MOST_ITEMS:
        raise FullSheetError("The sheet is full.")
    for one in on_sheet:
        if one in found and are_kept_apart(added.sobriety_rule, found[one].sobriety_rule):
            raise NotTogetherError(added.name, found[one].name)
    return draft.with_item(offer)


def _heading(value: str) -> Heading:
    try:
        return Heading(value)
    except ValueError as error:
        raise NoSuchChangeError("There is no such heading.") from error


def _line(value: str) -> AddedLine | None:
    try:
        return AddedLine(value) if value else None
    except ValueError as error:
        raise NoSuchChangeError("There is no such line.") from error
