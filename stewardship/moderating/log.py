"""What has happened, the newest first: events in words. Nothing here changes or removes any."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from accounts.queries import addresses_by_id
from core.events import BY_LINK, OF_ACCOUNT, SYSTEM, VISITOR, Event, account_actor, newest_events
from stewardship.moderating.log_words import action_in_words
from stewardship.visitors.first_contact import ANSWERED_BY_LINK
from stewardship.wording.version_words import moment_in_words
from web.languages import gettext as _
from web.sides import Side

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


def lines_of_log(
    session: Session, record: str | None, number: int
) -> tuple[tuple[LogLine, ...], Side]:
    """Return one part of the log, the newest first; of one record alone where it is given."""
    number = max(1, min(number, 10**6))
    events = newest_events(session, record, skipping=(number - 1) * LINES, most=LINES + 1)
    shown = events[:LINES]
    names = _names(session, (event.actor for event in shown))
    side = Side(
        number,
        before=number - 1 if number > 1 else None,
        after=number + 1 if len(events) > LINES else None,
    )
    return tuple(_line(event, names) for event in shown), side


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
    accounts = addresses_by_id(session, [int(one) for one in ids if one.isdecimal()])
    names = {account_actor(number): address for number, address in accounts.items()}
    return names | {
        VISITOR: _("En besøkende"),
        SYSTEM: _("Nettstedet selv"),
        BY_LINK: _("Den som fikk lenken på e-post"),
        ANSWERED_BY_LINK: _("Den som fikk lenken på e-post"),
    }
