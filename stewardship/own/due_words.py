"""When those who hold an offer are asked next whether it is right, and that an answer is late."""

from datetime import date

from directory.freshness import LATE, Stage, stage_of_offer
from directory.models import Offer
from directory.wording import date_in_words
from web.languages import gettext as _


def due_in_words(offer: Offer, today: date) -> str | None:
    """Return when the next answer is due; None where nobody is asked."""
    if offer.rhythm is None:
        return None
    day = date_in_words(offer.rhythm.due_on)
    return {
        Stage.UNASKED: None,
        Stage.CONFIRMED: _("Vi spør dere igjen før %(day)s.", day=day),
        Stage.SOON_DUE: _("Bekreft innen %(day)s.", day=day),
        Stage.OVERDUE: _("Skulle vært bekreftet innen %(day)s.", day=day),
        Stage.SILENT: _("Ingen har svart på over ett år. Snart tar vi det bort."),
    }[stage_of_offer(offer, today)]


def is_late(offer: Offer, today: date) -> bool:
    return stage_of_offer(offer, today) in LATE
