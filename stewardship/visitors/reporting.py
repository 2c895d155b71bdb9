"""«Noe er feil»: what a visitor says is wrong with an offer goes to those who can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from accounts.holding import stewards_of
from core.clock import now_in_utc
from core.events import SYSTEM, VISITOR, note_event
from directory.models import Offer
from stewardship.letters import OFFER_PAGE, OWN_OFFER_PAGE
from stewardship.models import OpenOrClosed, Report
from stewardship.visitors.letters import ReportClosedLetter, ReportLetter
from stewardship.visitors.queries import reports_open_since
from web.languages import lazy_gettext as _l
from web.languages import speaking
from web.letters import address_of

# What nobody has looked at for a year is hardly true any more, and its words have lain long enough.
OPEN_AT_MOST: Final = timedelta(days=365)


class Wrong(StrEnum):
    """What can be wrong with an entry."""

    TIME = "time"
    PLACE = "place"
    CLOSED = "closed"
    CONTACT = "contact"
    PRICE = "price"
    WHO = "who"
    WORDS = "words"
    HARM = "harm"
    OTHER = "other"


WRONG_WORDS: Final = {
    Wrong.TIME: _l("Tida stemmer ikke"),
    Wrong.PLACE: _l("Stedet stemmer ikke"),
    Wrong.CLOSED: _l("Det er stengt eller slutt"),
    Wrong.CONTACT: _l("Jeg får ikke kontakt"),
    Wrong.PRICE: _l("Prisen stemmer ikke"),
    Wrong.WHO: _l("Det står feil om hvem som kan komme"),
    Wrong.WORDS: _l("Det står ord som kan såre"),
    Wrong.HARM: _l("Noen der har skremt eller skadet noen"),
    Wrong.OTHER: _l("Noe annet"),
}


@dataclass(frozen=True)
class Told:
    """What a visitor tells. ``reply_to`` is a mail address, None where they want no answer."""

    wrong: tuple[Wrong, ...]
    text: str | None = None
    reply_to: str | None = None

    @property
    def is_for_us_alone(self) -> bool:
        """Whether those who hold the offer may be whom it is about."""
        return Wrong.HARM in self.wrong


def report(session: Session, offer: Offer, told: Told, language: str) -> Report:
    """Put a report in the queue, and mail it to everybody who holds the offer.

    One that says that somebody was hurt is mailed to nobody: moderators alone see it. ``language``
    is the visitor's, for an answer. Their address is in no letter but ours to them.
    """
    made = Report(
        offer_id=offer.id,
        wrong=[one.value for one in told.wrong],
        text=told.text,
        reply_to=told.reply_to,
        is_for_us_alone=told.is_for_us_alone,
        language=language,
    )
    session.add(made)
    session.flush()
    note_event(
        session, actor=VISITOR, action="report:made", record=f"offer:{offer.id}", report=made.id
    )
    readers = [] if told.is_for_us_alone else stewards_of(session, offer.organisation_id)
    for account in readers:
        _letter(offer, told, account.language).queue(
            session,
            key=f"report:{made.id}:{account.id}",
            recipient=account.email,
            language=account.language,
            about=f"offer:{offer.id}",
        )
    return made


def close_report(
    session: Session, report: Report, *, actor: str, answer: str | None = None
) -> bool:
    """Say that a report has been seen to, and mail whoever left an address for it.

    Their address and all words go at once. Returns False where somebody else was first.
    """
    reply_to = report.reply_to
    if not _close(session, report):
        return False
    session.refresh(report)
    note_event(
        session, actor=actor, action="report:closed", record=f"offer:{report.offer_id}",
        report=report.id,
    )  # fmt: skip
    if reply_to is not None:
        offer = session.get_one(Offer, report.offer_id)
        ReportClosedLetter(
            name=offer.name,
            address=address_of(OFFER_PAGE, report.language, offer_id=offer.id),
            answer=tuple((answer or "").splitlines()),
        ).queue(
            session,
            key=f"report_closed:{report.id}",
            recipient=reply_to,
            language=report.language,
        )
    return True


def purge_reports(session: Session, now: datetime) -> None:
    """Close what has lain open for a year, and remove its words. Closed ones have none."""
    for stale in reports_open_since(session, now - OPEN_AT_MOST):
        if _close(session, stale):
            note_event(
                session, actor=SYSTEM, action="report:expired", record=f"offer:{stale.offer_id}",
                report=stale.id,
            )  # fmt: skip


def wrong_in_words(wrong: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(WRONG_WORDS[Wrong(one)]) for one in wrong)


def _close(session: Session, report: Report) -> bool:
    """The change of the row decides who was first where two close it at once."""
    closed = session.execute(
        update(Report)
        .where(Report.id == report.id, Report.state == OpenOrClosed.OPEN)
        .values(state=OpenOrClosed.CLOSED, closed_at=now_in_utc(), text=None, reply_to=None)
        .returning(Report.id)
    ).one_or_none()
    return closed is not None


def _letter(offer: Offer, told: Told, language: str) -> ReportLetter:
    with speaking(language):
        wrong = wrong_in_words(told.wrong)
    return ReportLetter(
        name=offer.name,
        address=address_of(OFFER_PAGE, language, offer_id=offer.id),
        own_address=address_of(OWN_OFFER_PAGE, language, offer_id=offer.id),
        wrong=wrong,
        lines=tuple((told.text or "").splitlines()),
        wants_answer=told.reply_to is not None,
    )
