"""The moderators' queue, the log of who did what, and mail that did not arrive."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires, signed_in
from accounts.permissions import Permission
from core.clock import now_in_norway, now_in_utc
from core.db import db
from core.errors import NotFoundError
from core.events import account_actor, note_event
from core.outbox import MailState, OutgoingMail
from stewardship.done import Done, go_to, just_done
from stewardship.moderating.log import OF_OFFER, LogLine, lines_of_log
from stewardship.moderating.queue import Item, ItemKind, kind_of_letter, waiting
from stewardship.moderating.queue_words import kind_in_words, letter_in_words, waited_in_words
from stewardship.visitors.fields import one_line
from stewardship.wording.version_words import moment_in_words
from web.pages import Page
from web.sides import Side

bp = Blueprint("moderating", __name__, url_prefix="/moderering")

# As many as one can look through without losing one's place.
SHOWN: Final = 50
LONGEST_RECORD: Final = 160


class NoSuchLetterError(NotFoundError):
    """No mail of this number has failed."""


@dataclass(frozen=True)
class Waiting:
    """One line of the queue: why it waits, whose it is, for how long, and where one decides."""

    kind: str
    name: str
    waited: str
    address: str


@dataclass(frozen=True)
class Count:
    """How many of one kind wait, or of all; ``value`` stands in the address, empty for all."""

    value: str
    words: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class QueuePage(Page):
    """All that waits, or one kind of it, the longest waiting first. ``more`` were too many to show."""

    template: ClassVar[str] = "stewardship/moderation/queue.html"
    is_private: ClassVar[bool] = True

    done: str | None
    counts: tuple[Count, ...]
    items: tuple[Waiting, ...]
    more: int


@dataclass(frozen=True)
class LogPage(Page):
    """Who did what to which record, and when. ``record`` is the only one shown, empty for all."""

    template: ClassVar[str] = "stewardship/moderation/log.html"
    is_private: ClassVar[bool] = True

    record: str
    lines: tuple[LogLine, ...]
    side: Side


@dataclass(frozen=True)
class LetterPage(Page):
    """A mail that was not delivered: what kind, when and why, and nothing of what it says or to whom."""

    template: ClassVar[str] = "stewardship/moderation/letter.html"
    is_private: ClassVar[bool] = True

    mail_id: int
    kind: str
    written: str
    failure: str | None
    attempts: int
    about: str | None
    can_be_sent: bool


@bp.get("")
@requires(Permission.MODERATE)
def show_queue() -> Response:
    today = now_in_norway().date()
    items = waiting(db.session(), today)
    told = request.args.get("slag", "")
    kind = ItemKind(told) if told in set(ItemKind) else None
    chosen = [item for item in items if kind in (None, item.kind)]
    return QueuePage(
        done=just_done(),
        counts=_counts(items, kind),
        items=tuple(_waiting(item, today) for item in chosen[:SHOWN]),
        more=max(0, len(chosen) - SHOWN),
    ).respond()


@bp.get("/logg")
@requires(Permission.MODERATE)
def show_log() -> Response:
    record = one_line(request.args.get("om"))[:LONGEST_RECORD]
    side = request.args.get("side", 1, type=int)
    return LogPage(record, *lines_of_log(db.session(), record or None, side)).respond()


@bp.get("/brev/<int:mail_id>")
@requires(Permission.MODERATE)
def show_letter(mail_id: int) -> Response:
    mail = _dead_mail(mail_id)
    return LetterPage(
        mail_id=mail.id,
        kind=letter_in_words(kind_of_letter(mail.key)),
        written=moment_in_words(mail.created_at),
        failure=mail.failure,
        attempts=mail.attempts,
        about=_offer_about(mail),
        can_be_sent=bool(mail.text),
    ).respond()


@bp.post("/brev/<int:mail_id>/igjen")
@requires(Permission.MODERATE)
def send_again(mail_id: int) -> AnyResponse:
    mail = _dead_mail(mail_id)
    if not mail.revive(now_in_utc()):
        return go_to(".show_letter", mail_id=mail_id)
    _note(mail, "mail:tried_again")
    return go_to(".show_queue", Done.MAIL_AGAIN)


@bp.post("/brev/<int:mail_id>/ferdig")
@requires(Permission.MODERATE)
def set_aside(mail_id: int) -> AnyResponse:
    mail = _dead_mail(mail_id)
    mail.set_aside(now_in_utc())
    _note(mail, "mail:set_aside")
    return go_to(".show_queue", Done.MAIL_SEEN)


def _counts(items: list[Item], chosen: ItemKind | None) -> tuple[Count, ...]:
    numbers = Counter(item.kind for item in items)
    of_kinds = [
        Count(kind.value, kind_in_words(kind), numbers[kind], kind is chosen)
        for kind in ItemKind
        if numbers[kind] or kind is chosen
    ]
    return (Count("", "", len(items), chosen is None), *of_kinds)


def _waiting(item: Item, today: date) -> Waiting:
    name = letter_in_words(item.name) if item.kind is ItemKind.LETTER else item.name
    waited = waited_in_words(item.since, today)
    return Waiting(kind_in_words(item.kind), name, waited, _address(item))


def _address(item: Item) -> str:
    """Return where one decides about an item."""
    proposal = ("deciding.show_proposal", {"offer_id": item.offer_id, "version": item.number})
    flag = ("looking_after.show_flag", {"flag_id": item.number})
    pair = {"ett": item.offer_id, "annet": item.other}
    places: dict[ItemKind, tuple[str, dict[str, Any]]] = {
        ItemKind.NEW: proposal,
        ItemKind.CHANGED: proposal,
        ItemKind.CLAIM: ("deciding.show_claim", {"claim_id": item.number}),
        ItemKind.HARM: ("looking_after.show_report", {"report_id": item.number}),
        ItemKind.REPORT: ("looking_after.show_report", {"report_id": item.number}),
        ItemKind.DUPLICATE: ("looking_after.show_pair", pair),
        ItemKind.UNREACHABLE: flag,
        ItemKind.SAMPLE: flag,
        ItemKind.SILENT: ("looking_after.show_offer", {"offer_id": item.offer_id}),
        ItemKind.LETTER: (".show_letter", {"mail_id": item.number}),
    }
    endpoint, values = places[item.kind]
    return url_for(endpoint, **values)


def _dead_mail(mail_id: int) -> OutgoingMail:
    mail = db.session.get(OutgoingMail, mail_id)
    if mail is None or mail.state is not MailState.DEAD:
        raise NoSuchLetterError(f"No mail {mail_id} has failed.")
    return mail


def _offer_about(mail: OutgoingMail) -> str | None:
    """Return the offer that a mail is about, None where it is about something else."""
    about = mail.about or ""
    return about.removeprefix(OF_OFFER) if about.startswith(OF_OFFER) else None


def _note(mail: OutgoingMail, action: str) -> None:
    note_event(
        db.session(),
        actor=account_actor(signed_in().id),
        action=action,
        record=mail.about or f"mail:{mail.id}",
        kind=kind_of_letter(mail.key),
    )
