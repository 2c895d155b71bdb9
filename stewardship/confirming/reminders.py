"""Asking in time: one mail to each person for all that is due, and a short one before the holidays."""

import hashlib
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
from stewardship.confirming.closing import meets_again_and_again
from stewardship.confirming.letters import due_letter, season_letter
from stewardship.confirming.queries import (
    accounts_mail_does_not_reach,
    due_by,
    holders_of,
    not_asked_about,
    to_remind,
)
from stewardship.confirming.seasons import season_to_ask_about

MOST_MAILS: Final = 500
# When the first, the second and the last reminder come, counted from the day an answer is due.
REMINDED: Final = (-ASKED_BEFOREHAND, timedelta(0), timedelta(days=30))
DUE, SEASON = "due", "season"


@dataclass(frozen=True)
class Round:
    """What is asked now: the offers, and of each person all that they are asked about."""

    offers: tuple[Offer, ...]
    asked: tuple[tuple[Account, list[Offer]], ...]


def send_reminders(session: Session, now: datetime) -> int:
    """Ask about all that has come a stage nearer to its day, or past it. Returns how many mails that is.

    Each stage is asked at most once. Where rounds were missed, one mail stands for all the stages
    that have passed.
    """
    moment = now.astimezone(NORWAY)
    today = moment.date()
    to_ask = to_remind(session, [today - after for after in REMINDED])
    if not to_ask:
        return 0
    asking = _round(session, to_ask, due_by(session, today + ASKED_BEFOREHAND))
    sent = 0
    for account, offers in asking.asked:
        is_last = all(_stage(one, today) == len(REMINDED) for one in offers)
        sent += due_letter(session, account, offers, moment, is_last=is_last).queue(
            session,
            key=f"{DUE}:{account.id}:{_digest(offers, today)}",
            recipient=account.email,
            language=account.language,
            about=f"offer:{offers[0].id}",
        )
    for offer in asking.offers:
        if offer.rhythm is not None:
            offer.rhythm.reminders = _stage(offer, today)
            _note(session, offer, "offer:reminded", stage=offer.rhythm.reminders)
    return sent


def send_seasonal(session: Session, now: datetime) -> int:
    """Ask, a few weeks ahead, who is open in the summer and at Christmas. Returns how many mails that is."""
    season = season_to_ask_about(now.astimezone(NORWAY).date())
    if season is None:
        return 0
    unasked = not_asked_about(session, season.id)
    may_close = [one for one in unasked if meets_again_and_again(one, season.first, season.last)]
    asking = _round(session, may_close, may_close)
    sent = 0
    for account, offers in asking.asked:
        sent += season_letter(session, account, offers, season).queue(
            session,
            key=f"{SEASON}:{account.id}:{season.id}",
            recipient=account.email,
            language=account.language,
            about=f"offer:{offers[0].id}",
        )
    for offer in asking.offers:
        _note(session, offer, "offer:season_asked", season=season.id)
    # What does not meet in the holiday anyway is not looked at again and again.
    waiting = {one.id for one in may_close} - {one.id for one in asking.offers}
    for offer in unasked:
        if offer.rhythm is not None and offer.id not in waiting:
            offer.rhythm.season_asked = season.id
    return sent


def _round(session: Session, to_ask: Iterable[Offer], due: Sequence[Offer]) -> Round:
    """Take as many offers as have all their people within the number of mails of one round.

    People whose mail has come back for good are not written to again; a moderator knows.
    """
    holders = holders_of(session, {one.organisation_id for one in due})
    unreached = accounts_mail_does_not_reach(session, (DUE, SEASON))
    people: dict[int, Account] = {}
    taken: list[Offer] = []
    for offer in to_ask:
        held_by = holders.get(offer.organisation_id, ())
        its = {one.id: one for one in held_by if one.id not in unreached}
        if not people or len(people | its) <= MOST_MAILS:
            people |= its
            taken.append(offer)
    asked = tuple(
        (one, [offer for offer in due if one in holders.get(offer.organisation_id, ())])
        for one in people.values()
    )
    return Round(tuple(taken), asked)


def _stage(offer: Offer, today: date) -> int:
    """Return how many reminders an offer should have had by today."""
    if offer.rhythm is None:
        return 0
    return sum(offer.rhythm.due_on + after <= today for after in REMINDED)


def _digest(offers: Iterable[Offer], today: date) -> str:
    """Return what tells one mail from the next: a new one has something in it that has come nearer."""
    told = [f"{one.id}:{one.rhythm.due_on}:{_stage(one, today)}" for one in offers if one.rhythm]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def _note(session: Session, offer: Offer, action: str, **details: object) -> None:
    note_event(session, actor=SYSTEM, action=action, record=f"offer:{offer.id}", **details)
