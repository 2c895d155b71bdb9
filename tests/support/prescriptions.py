"""Sheets with codes, and the offers on them, for the faces that the page of a code has."""

from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from directory.entries import Entry
from prescribing.choices import Counted, Heading, PracticeKind
from prescribing.codes.code import with_check
from prescribing.codes.validity import end_of_month, expiry_from
from prescribing.models import Practice, PrescribingCount, Prescription
from tests.support.factories import offer_entry

FRESH: Final = with_check("A2C3D4E")
ENDED_ON_IT: Final = with_check("F5G6H7J")
ALL_GONE: Final = with_check("K8M9N2P")
EXPIRED: Final = with_check("Q3R4T6V")
PRESSED: Final = with_check("T6W7C8D")
NOBODYS: Final = with_check("W7X8Y9A")
# Written as no code is: its check character is another one.
MISTYPED: Final = FRESH[:-1] + ("2" if FRESH[-1] != "2" else "3")
TRONDHEIM: Final = "5001"
NOBODYS_PRACTICE: Final = "999999999"


def practice(session: Session, orgnr: str = NOBODYS_PRACTICE) -> Practice:
    """Return the practice with a number, made where there is none."""
    found = session.scalar(select(Practice).where(Practice.orgnr == orgnr))
    if found is None:
        found = Practice(kind=PracticeKind.GP, municipality="1804", orgnr=orgnr)
        session.add(found)
        session.commit()
    return found


def save_prescription(session: Session, code: str, *offers: str, **told: Any) -> Prescription:
    """Keep a sheet made this month; ``told`` takes the place of what its columns hold."""
    values: dict[str, Any] = {
        "practice_id": practice(session).id,
        "heading": Heading.SOMETHING_TO_GO_TO,
        "items": [{"offer": one, "line": None} for one in offers],
        "reasons": [],
        "municipality": TRONDHEIM,
        "month": f"{now_in_norway():%Y-%m}",
        "expires_on": expiry_from(now_in_norway().date()),
    }
    made = Prescription(code=code, **values | told)
    session.add(made)
    session.commit()
    return made


def months_ago(months: int) -> date:
    """Return the last day of an earlier month."""
    return end_of_month(now_in_norway().date(), -months)


def gone_offer(**changes: Any) -> Entry:
    """Return an offer that has ended."""
    entry = offer_entry(id="kveldsklatring", name="Kveldsklatring", ended_on=date(2026, 1, 31))
    return entry | {"status": "ended"} | changes


def save_every_face(session: Session, *offers: str, ended: str) -> None:
    """Keep a sheet for each face of the page; ``ended`` is an offer that has something like it near by."""
    save_prescription(session, FRESH, *offers)
    save_prescription(session, PRESSED, *offers)
    save_prescription(session, ENDED_ON_IT, ended)
    save_prescription(session, ALL_GONE, "finnes-ikke", municipality=None)
    save_prescription(session, EXPIRED, *offers, expires_on=months_ago(1))


def counts(session: Session) -> dict[tuple[Counted, str], int]:
    """Return what has been counted, by event and kind."""
    session.expire_all()
    return {(one.event, one.kind): one.count for one in session.scalars(select(PrescribingCount))}
