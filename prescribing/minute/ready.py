"""Two sheets that are nearly made: for who waits for treatment (R16), and for who has just come out (R55)."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from prescribing.choices import Heading, Reason
from prescribing.draft import Draft


class Ready(StrEnum):
    """By the names that they have in an address."""

    WAITING = "vente"
    DISCHARGE = "utskriving"


def made_ready(draft: Draft, ready: Ready, today: date) -> Draft:
    """Return ``draft`` with what the ready form adds to it; what it says already stays."""
    if ready is Ready.WAITING:
        return _with(draft, Reason.WAITING_FOR_TREATMENT, Heading.WHILE_YOU_WAIT)
    planned = replace(draft, plan_from=draft.plan_from or today)
    return _with(planned, Reason.AFTER_DISCHARGE, Heading.THE_FIRST_TWO_WEEKS)


def _with(draft: Draft, reason: Reason, heading: Heading) -> Draft:
    reasons = tuple(dict.fromkeys((*draft.reasons, reason)))
    return replace(draft, reasons=reasons, heading=heading)
