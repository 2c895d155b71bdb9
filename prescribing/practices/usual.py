"""What a practice often chooses: kept so that a colleague starts there, and named by what is in it."""

from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.errors import DomainError, NotFoundError
from places.gazetteer import gazetteer
from prescribing.draft import Draft, as_plain
from prescribing.from_lists import only_from_lists
from prescribing.models import Practice, UsualChoice
from prescribing.reason_words import REASON_WORDS
from web.languages import gettext as _
from web.languages import ngettext

MOST_USUAL: Final = 12
"""More would take longer to read through than to choose anew."""
BETWEEN: Final = " · "


class TooManyUsualError(DomainError):
    """The practice has as many usual choices as there is room for; what colleagues kept is not thrown out."""

    code = "too_many_usual"
    status = 409


def usual_choices(session: Session, practice: Practice) -> tuple[UsualChoice, ...]:
    """Return the usual choices of a practice, the oldest first."""
    kept = select(UsualChoice).where(UsualChoice.practice_id == practice.id)
    return tuple(session.scalars(kept.order_by(UsualChoice.id)))


def keep_usual(session: Session, practice: Practice, draft: Draft) -> None:
    """Keep a draft as usual, without its date; one that is kept already is not kept twice.

    Raises TooManyUsualError, and NotFromListsError for a draft that was not made on the screen.
    """
    kept = as_plain(only_from_lists(session, draft))
    others = usual_choices(session, practice)
    if any(one.draft == kept for one in others):
        return
    if len(others) >= MOST_USUAL:
        raise TooManyUsualError("There is no room for another usual choice.")
    session.add(UsualChoice(practice_id=practice.id, draft=kept))


def forget_usual(session: Session, practice: Practice, usual_id: int) -> None:
    """Raises NotFoundError where the practice has no such choice."""
    removed = session.execute(
        delete(UsualChoice)
        .where(UsualChoice.id == usual_id, UsualChoice.practice_id == practice.id)
        .returning(UsualChoice.id)
    )
    if removed.one_or_none() is None:
        raise NotFoundError("There is no such usual choice.")


def name_of(draft: Draft) -> str:
    """Return such as «Ensomhet · 18–25 år · Moss»; how many offers there are where it tells none of that."""
    told = [str(REASON_WORDS[reason]) for reason in draft.reasons]
    told += [words for words in (_ages(draft), _where(draft)) if words]
    number = len(draft.items)
    return BETWEEN.join(told) or ngettext("%(num)s tilbud", "%(num)s tilbud", number)


def _ages(draft: Draft) -> str | None:
    ages = draft.question.get("age")
    return None if ages is None else _("%(age)s år", age=str(ages).replace("-", "–"))


def _where(draft: Draft) -> str | None:
    municipality = draft.question.get("municipality")
    name: str | None = draft.question.get("place")
    return name or (gazetteer().name_of(municipality) if municipality else None)
