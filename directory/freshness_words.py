"""What a page says where somebody was asked whether an entry is right, and has not answered."""

from datetime import date

from directory.freshness import Stage
from directory.wording import date_in_words
from web.languages import gettext as _


def lateness_in_words(due_on: date, stage: Stage) -> str | None:
    """Return that an answer is late, and by when it should have come; None where none is."""
    if stage is Stage.OVERDUE:
        return _(
            "De som driver det, skulle ha bekreftet det innen %(day)s. Det har de ikke gjort ennå.",
            day=date_in_words(due_on),
        )
    if stage is Stage.SILENT:
        return _(
            "Vi har ikke fått svar fra dem som driver det, på over ett år. Det kan være nedlagt."
        )
    return None
