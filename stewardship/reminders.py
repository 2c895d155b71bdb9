"""Asking in time: one mail to each person for all that is due, and a short one before the holidays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import NORWAY
from core.events import SYSTEM, note_event
from directory.freshness import ASKED_BEFOREHAND
from directory.models import Offer
from stewardship.closing import meets_again_and_again
from stewardship.confirm_letters import due_letter, season_letter
from stewardship.confirm_queries import (
    accounts_mail_does_not_reach,
    due_by,
    holders_of,
    not_asked_about,
)
from stewardship.seasons import Season, season_to_ask_about

MOST_MAILS: Final = 500
ASKED_LAST: Final = timedelta(days=30)
REMINDERS: Final = 3
DUE, SEASON = "due", "season"


@dataclass(frozen=True)
class Round:
    """What is asked now: the offers, and of each person all that they are asked about."""

    offers: tuple[Offer, ...]
    people: dict[int, Account]
    asked: dict[int, list[Offer]]


def send_reminders(session: Session, now: datetime) -> int:
    """Ask about all that has come a stage nearer to its day, or past it. Returns how many mails that is.

    Each stage is asked at most once: 30 days before, on the day, and 30 days after. Where rounds
    were missed, one mail stands for all the stages that have passed.
    """
    moment = now.astimezone(NORWAY)
    today = moment.date()
    due = due_by(session, today + ASKED_BEFOREHAND)
    of_today = _round(session, due, [one for one in due if _is_to_remind(one, today)])
    sent = 0
    for number, account in of_today.people.items():
        offers = of_today.asked[number]
        letter = due_letter(
            session, account, offers, moment, is_last=all(_stage(one, today) == REMINDERS for one in offers)
        )
        sent += letter.queue(
            session,
            key=f"{DUE}:{number}:{today.isoformat()}",
            recipient=account.email,
            language=account.language,
            about=f"offer:{offers[0].id}",
        )
    for offer in of_today.offers:
        if offer.rhythm is not None:
            offer.rhythm.reminders = _stage(offer, today)
            _note(session, offer, "offer:reminded", stage=offer.rhythm.reminders)
    return sent


def send_seasonal(session: Session, now: datetime) -> int:
    """Ask, a few weeks ahead, who is open in the summer and at Christmas. Returns how many mails that is."""
    season = season_to_ask_about(now.astimezone(NORWAY).date())
    if season is None:
        return 0
    unasked = [one for one in not_asked_about(session, season.id) if _may_close(one, season)]
    of_now = _round(session, unasked, unasked)
    sent = 0
    for number, account in of_now.people.items():
        offers = of_now.asked[number]
        sent += season_letter(session, account, offers, season).queue(
            session,
            key=f"{SEASON}:{number}:{season.id}",
            recipient=account.email,
            language=account.language,
            about=f"offer:{offers[0].id}",
        )
    for offer in of_now.offers:
        if offer.rhythm is not None:
            offer.rhythm.season_asked = season.id
            _note(session, offer, "offer:season_asked", season=season.id)
    return sent


def _round(session: Session, due: Sequence[Offer], to_ask: Iterable[Offer]) -> Round:
    """Take as many offers as have all their people within the number of mails of one round.

    People whose mail has come back for good are not written to again; a moderator knows.
    """
    holders = holders_of(session, {one.organisation_id for one in due})
    unreached = accounts_mail_does_not_reach(session, (DUE, SEASON))
    people: dict[int, Account] = {}
    taken: list[Offer] = []
    for offer in to_ask:
        its = {one.id: one for one in holders.get(offer.organisation_id, ()) if one.id not in unreached}
        if people and len(people | its) > MOST_MAILS:
            break
        people |= its
        taken.append(offer)
    asked = {
        number: [one for one in due if account in holders.get(one.organisation_id, ())]
        for number, account in people.items()
    }
    return Round(tuple(taken), people, asked)


def _is_to_remind(offer: Offer, today: date) -> bool:
    return offer.rhythm is not None and offer.rhythm.reminders < _stage(offer, today)


def _stage(offer: Offer, today: date) -> int:
    """Return how many reminders an offer should have had by today."""
    if offer.rhythm is None:
        return 0
    due_on = offer.rhythm.due_on
    days = (due_on - ASKED_BEFOREHAND, due_on, due_on + ASKED_LAST)
    return sum(day <= today for day in days)


def _may_close(offer: Offer, season: Season) -> bool:
    return meets_again_and_again(offer, season.first, season.last)


def _note(session: Session, offer: Offer, action: str, **details: object) -> None:
    note_event(session, actor=SYSTEM, action=action, record=f"offer:{offer.id}", **details)
