"""What is done with a sheet that has a code: it is made, opened, answered about and renewed.

None of it is an event: no row says which account made which sheet, or who opened one.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import String, cast, select, update
from sqlalchemy.orm import Session

from core.adding import add_once
from core.clock import NORWAY, now_in_norway
from core.errors import DomainError
from directory.queries import published_by_ids
from places.gazetteer import gazetteer
from prescribing.choices import Counted, Question
from prescribing.codes.code import new_code
from prescribing.codes.queries import kinds_of
from prescribing.codes.validity import can_be_renewed, expiry_from
from prescribing.draft import Draft, Item
from prescribing.models import Practice, Prescription
from prescribing.practices.counting import count

# That even two in a row are taken is a sign of something else than chance.
MOST_TRIES: Final = 5


class Answer(StrEnum):
    """What can be answered to each question. «Not yet» leaves it open."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


COUNTED: Final = {
    (Question.CONTACT, Answer.YES): Counted.CONTACT_YES,
    (Question.CONTACT, Answer.NO): Counted.CONTACT_NO,
    (Question.WENT, Answer.YES): Counted.WENT_YES,
    (Question.WENT, Answer.NO): Counted.WENT_NO,
    (Question.AGAIN, Answer.YES): Counted.AGAIN_YES,
    (Question.AGAIN, Answer.NO): Counted.AGAIN_NO,
}


class EmptySheetError(DomainError):
    """There is nothing on the sheet that one could go to."""

    code = "empty_sheet"
    status = 422


class NotRenewableError(DomainError):
    """It is too early to renew the code, or too late."""

    code = "not_renewable"
    status = 409


def prescribe(session: Session, practice: Practice, draft: Draft, now: datetime) -> Prescription:
    """Keep what is on the sheet under a new code, and count that it was made. ``now`` is aware.

    Raises EmptySheetError.
    """
    today = now.astimezone(NORWAY).date()
    published = published_by_ids(session, [item.offer for item in draft.items])
    items = [item for item in draft.items if item.offer in published]
    if not items:
        raise EmptySheetError("There is no offer on the sheet.")
    code = _add(
        session,
        practice_id=practice.id,
        heading=draft.heading,
        items=as_rows(items),
        reasons=[str(reason) for reason in dict.fromkeys(draft.reasons)],
        municipality=_municipality_of(draft),
        month=f"{today:%Y-%m}",
        expires_on=expiry_from(today),
    )
    made = session.scalars(select(Prescription).where(Prescription.code == code)).one()
    _count(session, made, Counted.MADE)
    return made


def as_rows(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Return items as a prescription keeps them."""
    return [{"offer": item.offer, "line": item.line and str(item.line)} for item in items]


def note_opened(session: Session, prescription: Prescription) -> bool:
    """Count that a sheet is looked at, once. Returns False where it has been counted already.

    The change of the row decides who was first where two do it at once.
    """
    noted = session.execute(
        update(Prescription)
        .where(Prescription.id == prescription.id, Prescription.opened.is_(False))
        .values(opened=True)
        .returning(Prescription.id)
    ).one_or_none()
    if noted is None:
        return False
    _count(session, prescription, Counted.OPENED)
    return True


def answer(
    session: Session, prescription: Prescription, question: Question, answered: Answer
) -> bool:
    """Count an answer, once for each question. Returns False where nothing was counted.

    What was answered is kept nowhere but in the sum.
    """
    if answered is Answer.NOT_YET or not _close(session, prescription, question):
        return False
    _count(session, prescription, COUNTED[question, answered])
    return True


def renew(session: Session, prescription: Prescription, today: date) -> None:
    """Let the code be valid as long as a new one. Raises NotRenewableError."""
    if not can_be_renewed(prescription.expires_on, today):
        raise NotRenewableError("The code cannot be renewed today.")
    prescription.expires_on = expiry_from(today)
    session.flush()


def _add(session: Session, **values: object) -> str:
    for _attempt in range(MOST_TRIES):
        code = new_code()
        if add_once(session, Prescription, code=code, **values):
            return code
    raise RuntimeError("No code was free.")


def _close(session: Session, prescription: Prescription, question: Question) -> bool:
    """Note that a question is answered. Returns False where it was already.

    The row changes only where it still is as it was read: of two at once the second reads it anew.
    """
    while True:
        session.refresh(prescription)
        before = list(prescription.answered)
        if question in before:
            return False
        noted = session.execute(
            update(Prescription)
            .where(
                Prescription.id == prescription.id,
                # As text, which both databases can compare.
                cast(Prescription.answered, String) == json.dumps(before),
            )
            .values(answered=[*before, str(question)])
            .returning(Prescription.id)
        ).one_or_none()
        if noted is not None:
            return True


def _count(session: Session, prescription: Prescription, event: Counted) -> None:
    # What happens belongs to the month in which it does: one that has ended never changes any more.
    month = prescription.month if event is Counted.MADE else f"{now_in_norway():%Y-%m}"
    count(
        session,
        practice_id=prescription.practice_id,
        month=month,
        municipality=prescription.municipality,
        kinds=kinds_of(session, (item["offer"] for item in prescription.items)),
        event=event,
    )


def _municipality_of(draft: Draft) -> str | None:
    """Return where the sheet is for, None where nobody has told."""
    number, name = draft.question.get("municipality"), draft.question.get("place")
    if isinstance(number, str) and gazetteer().municipality(number) is not None:
        return number
    place = gazetteer().find(name) if isinstance(name, str) else None
    return place.municipality if place is not None else None
