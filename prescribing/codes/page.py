"""The pages of a code: what is on the sheet today, and what is said where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from flask import url_for
from sqlalchemy.orm import Session

from core.clock import NORWAY
from core.seal import Seal
from directory.helplines import Line, fixed_lines
from directory.offer_page import schedules_to_keep
from directory.wording import date_in_words
from finder.asked import Asked, close
from prescribing.codes.asking import Asking, Thanks, question_for, thanks_for
from prescribing.codes.code import in_groups
from prescribing.codes.forms import CodeForm
from prescribing.codes.today import Gone, Standing, standing_today
from prescribing.codes.validity import can_be_renewed
from prescribing.models import Prescription
from prescribing.sheet import Sheet, SheetOffer
from prescribing.sheets.building import sheet_of
from web.addresses import full_address
from web.languages import gettext as _
from web.pages import Page

# Only they can be asked for who goes along the first time (CONTRACTS 4).
COMPANY: Final = "companion"


@dataclass(frozen=True)
class TypeCodePage(Page):
    """A field for a code from paper; with what was typed, where there is no such code."""

    template: ClassVar[str] = "prescribing/type_code.html"
    is_private: ClassVar[bool] = True

    form: CodeForm


@dataclass(frozen=True)
class WaysOn:
    """Where else to look: other suggestions, somebody to go with, and the offers as a week.

    ``change`` and ``week`` are None where nothing is on the sheet, or no address has room for it.
    """

    more: str
    company: str
    change: str | None
    week: str | None


@dataclass(frozen=True)
class CodePage(Page):
    """The sheet as it is today, for whoever holds it. ``heading`` is neutral: it is the title too.

    ``gone`` are sentences about offers that are not there any more. ``asking`` is None where all is
    answered, or an answer has just been given, which ``thanks`` is for. ``counts`` tells that it has not
    been counted yet that somebody looks at the sheet, and that it is not one who prescribes.
    """

    template: ClassVar[str] = "prescribing/code.html"
    is_private: ClassVar[bool] = True

    code: str
    code_in_groups: str
    heading: str
    offers: tuple[SheetOffer, ...]
    gone: tuple[str, ...]
    remarks: tuple[str, ...]
    lines: tuple[Line, ...]
    valid_until: str
    is_renewable: bool
    has_calendar: bool
    ways_on: WaysOn
    asking: Asking | None
    thanks: Thanks | None
    counts: bool


@dataclass(frozen=True)
class ExpiredPage(Page):
    """A sheet that is older than it says, with the way to let it be valid again."""

    template: ClassVar[str] = "prescribing/code_expired.html"
    is_private: ClassVar[bool] = True

    code: str
    valid_until: str
    more: str
    lines: tuple[Line, ...]


def sheet_today(
    session: Session, prescription: Prescription, now: datetime
) -> tuple[Sheet, Standing]:
    """Return the sheet of a code as it is today, and what it is made of."""
    standing = standing_today(session, prescription, now)
    sheet = sheet_of(
        session,
        standing.items,
        heading=prescription.heading,
        now=now,
        code=in_groups(prescription.code),
        address=full_address(url_for("codes.show_code", code=prescription.code)),
        expires_on=prescription.expires_on,
    )
    return sheet, standing


def code_page(
    session: Session, prescription: Prescription, now: datetime, *, seal: Seal, thanked_for: str
) -> CodePage:
    """``now`` is an aware moment, ``thanked_for`` what the address says was answered just now."""
    sheet, standing = sheet_today(session, prescription, now)
    thanks = thanks_for(thanked_for)
    today = now.astimezone(NORWAY).date()
    return CodePage(
        code=prescription.code,
        code_in_groups=in_groups(prescription.code),
        heading=sheet.heading,
        offers=sheet.offers,
        gone=tuple(gone_in_words(one) for one in standing.gone),
        remarks=sheet.remarks,
        lines=sheet.lines,
        valid_until=date_in_words(prescription.expires_on),
        is_renewable=can_be_renewed(prescription.expires_on, today),
        has_calendar=any(schedules_to_keep(one, now) for one in standing.offers),
        ways_on=ways_on(prescription, [one.offer_id for one in sheet.offers], seal),
        asking=None if thanks else question_for(prescription),
        thanks=thanks,
        counts=not prescription.opened,
    )


def expired_page(prescription: Prescription, seal: Seal) -> ExpiredPage:
    return ExpiredPage(
        code=prescription.code,
        valid_until=date_in_words(prescription.expires_on),
        more=ways_on(prescription, (), seal).more,
        lines=fixed_lines(),
    )


def gone_in_words(gone: Gone) -> str:
    if gone.by is None:
        return (
            _("«%(name)s» er slutt. Vi fant ikke noe som ligner i nærheten.", name=gone.name)
            if gone.name
            else _("Noe som sto på arket, er ikke oppført lenger.")
        )
    return (
        _("«%(name)s» er slutt. Vi foreslår «%(other)s» i stedet.", name=gone.name, other=gone.by)
        if gone.name
        else _(
            "Noe som sto på arket, er ikke oppført lenger. Vi foreslår «%(other)s» i stedet.",
            other=gone.by,
        )
    )


def ways_on(prescription: Prescription, offers: Iterable[str], seal: Seal) -> WaysOn:
    """Return the ways to the finder. They carry where it is and what is on the sheet, and nothing else."""
    near = {"municipality": prescription.municipality} if prescription.municipality else {}
    week = tuple(offers)
    together = close(Asked(near, week=week), seal) if week else None
    return WaysOn(
        more=_finder("finder.show_answers" if near else "finder.show_questions", Asked(near), seal),
        company=_finder("finder.show_answers", Asked({**near, "musts": [COMPANY]}), seal),
        change=url_for("finder.show_answers", sealed=together) if together else None,
        week=url_for("finder.show_week", sealed=together) if together else None,
    )


def _finder(endpoint: str, asked: Asked, seal: Seal) -> str:
    """Return the address of a question that always has room in one; the empty form for none."""
    if not asked.question:
        return url_for(endpoint)
    return url_for(endpoint, sealed=close(asked, seal))
