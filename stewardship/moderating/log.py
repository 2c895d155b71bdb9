"""What has happened, the newest first: events in words. Nothing here changes or removes any."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account
from core.events import SYSTEM, VISITOR, Event
from stewardship.moderating.log_words import action_in_words
from stewardship.own.version_words import OF_ACCOUNT, moment_in_words
from web.languages import gettext as _

LINES: Final = 50
OF_OFFER: Final = "offer:"


@dataclass(frozen=True)
class LogLine:
    """One event. ``offer_id`` is the offer it is about, None where it is about something else."""

    moment: str
    actor: str
    action: str
    record: str
    offer_id: str | None
    details: str


@dataclass(frozen=True)
class Stretch:
    """Which part of a long list is shown; ``before`` and ``after`` are its neighbours, None at the ends."""

    number: int
    before: int | None
    after: int | None


def lines_of_log(
    session: Session, record: str | None, number: int
) -> tuple[tuple[LogLine, ...], Stretch]:
    """Return one part of the log, the newest first; of one record alone where it is given."""
    number = max(1, min(number, 10**6))
    found = select(Event).order_by(Event.id.desc())
    if record is not None:
        found = found.where(Event.record == record)
    events = session.scalars(found.offset((number - 1) * LINES).limit(LINES + 1)).all()
    shown = events[:LINES]
    names = _names(session, (event.actor for event in shown))
    stretch = Stretch(
        number,
        before=number - 1 if number > 1 else None,
        after=number + 1 if len(events) > LINES else None,
    )
    return tuple(_line(event, names) for event in shown), stretch


def _line(event: Event, names: dict[str, str]) -> LogLine:
    is_about_offer = event.record.startswith(OF_OFFER)
    return LogLine(
        moment=moment_in_words(event.happened_at),
        actor=names.get(event.actor, event.actor),
        action=action_in_words(event.action),
        record=event.record,
        offer_id=event.record.removeprefix(OF_OFFER) if is_about_offer else None,
        details=", ".join(f"{key}: {value}" for key, value in event.details.items()),
    )


def _names(session: Session, actors: Iterable[str]) -> dict[str, str]:
    """Return what moderators call each actor: an account by its mail address."""
    told = set(actors)
    ids = [one.removeprefix(OF_ACCOUNT) for one in told if one.startswith(OF_ACCOUNT)]
    wanted = [int(one) for one in ids if one.isdecimal()]
    found = select(Account.id, Account.email).where(Account.id.in_(wanted))
    names = {f"{OF_ACCOUNT}{row.id}": row.email for row in session.execute(found)}
    return names | {
        VISITOR: _("En besøkende"),
        SYSTEM: _("Nettstedet selv"),
        "link:confirm": _("Den som fikk lenken på e-post"),
    }
