"""What a draft finds: what there is to go to, in the order in which it is suggested for these reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from finder import catalogue
from finder.answering import Answered, answer
from finder.cards import ALCOHOL
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
WITHOUT_ALCOHOL: Final = frozenset(
    {
        Reason.DRUG_FREE_COMPANY,
        Reason.AFTER_A_SLIP,
        Reason.AFTER_DISCHARGE,
        Reason.WAITING_FOR_TREATMENT,
    }
)
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
    """Return what the sheet begins with, without what would be a wrong door for these reasons.

    Whoever wishes to be among people without drugs, or has just slipped or come out, is not sent where
    alcohol is known to be served; after a slip not where one is known to be turned away for it.
    """

    def without_wrong_doors(some: Sequence[Match]) -> list[Match]:
        if WITHOUT_ALCOHOL.intersection(draft.reasons):
            some = [one for one in some if not _serves_alcohol(one)]
        if Reason.AFTER_A_SLIP in draft.reasons:
            told = welcome_after_slip(session, (one.offer for one in some))
            some = [one for one in some if told.get(one.offer) is not False]
        return list(some)

    # Some of them are looked for farther away, and are not among the matches.
    return without_wrong_doors(suggested(answered, without_wrong_doors(matches)))


def _serves_alcohol(match: Match) -> bool:
    return any(caveat.code == ALCOHOL for caveat in match.caveats)


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
