"""What a draft finds: what there is to go to, in the order in which it is suggested for these reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from finder import catalogue
from finder.answering import Answered, answer
from finder.question_file import Question, read_question
from matching.answer import Match
from matching.match import match
from prescribing.choices import Reason
from prescribing.draft import Draft, Item
from prescribing.minute.queries import welcome_after_slip
from prescribing.minute.reasons import question_of
from prescribing.minute.slots import suggested

# Of so many the places of a sheet are filled; a few of them are shown.
LOOKED_THROUGH: Final = 40
WELCOME_ORDER: Final[Mapping[bool | None, int]] = {True: 0, None: 1, False: 2}


@dataclass(frozen=True)
class Found:
    """``draft`` has the sheet filled in, where nobody has chosen what is on it.

    ``chosen`` are the matches of its offers by id; one that the answers now rule out has none.
    """

    draft: Draft
    question: Question
    answered: Answered
    matches: tuple[Match, ...]
    chosen: dict[str, Match]
    is_suggested: bool


def find(session: Session, draft: Draft) -> Found:
    """Raises FaultyQuestionError where the draft holds no question of today's vocabulary."""
    vocabulary = catalogue.current(session).vocabulary
    question = read_question(question_of(draft, vocabulary) | {"limit": LOOKED_THROUGH}, vocabulary)
    answered = answer(session, question)
    matches = answered.answer.matches
    if Reason.AFTER_A_SLIP in draft.reasons:
        matches = _welcoming_first(session, matches)
    is_suggested = not (draft.items or draft.is_by_hand)
    if is_suggested:
        best = _suggested(session, draft, answered, matches)
        draft = replace(draft, items=tuple(Item(one.offer) for one in best))
        chosen = {one.offer: one for one in best}
    else:
        chosen = _chosen(draft, answered, matches)
    return Found(draft, question, answered, matches, chosen, is_suggested)


def _suggested(
    session: Session, draft: Draft, answered: Answered, matches: Sequence[Match]
) -> Sequence[Match]:
    """Return what the sheet begins with; after a slip nothing that is known to turn away whoever had one."""
    if Reason.AFTER_A_SLIP not in draft.reasons:
        return suggested(answered, matches)
    told = welcome_after_slip(session, (one.offer for one in matches))
    best = suggested(answered, [one for one in matches if told.get(one.offer) is not False])
    # Some of them were looked for farther away, and are not among the matches.
    told = welcome_after_slip(session, (one.offer for one in best))
    return [one for one in best if told.get(one.offer) is not False]


def _chosen(draft: Draft, answered: Answered, matches: Sequence[Match]) -> dict[str, Match]:
    """Return the matches of what is on the sheet, wherever it is, as far as the hard rules allow."""
    chosen = {one.offer: one for one in matches}
    wanted = [item.offer for item in draft.items]
    missing = [one for one in wanted if one not in chosen]
    if missing:
        prepared = answered.snapshot.prepared(answered.moment)
        person = replace(answered.understood.person, limit=len(missing))
        chosen |= {one.offer: one for one in match(person, prepared, among=missing).matches}
    return {one: chosen[one] for one in wanted if one in chosen}


def _welcoming_first(session: Session, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Let those known to welcome one after a slip stand first, and those known not to last.

    What nobody has told stands between, as it was.
    """
    told = welcome_after_slip(session, (one.offer for one in matches))
    return tuple(sorted(matches, key=lambda one: WELCOME_ORDER[told.get(one.offer)]))
