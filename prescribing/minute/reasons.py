"""What the reasons for a sheet ask of the matching, each with what the sources say of it.

A reason is a part of a person (CONTRACTS 4) and is kept apart from what the form asks, so that it can
be taken away again. No reason says how somebody lives: only the question about drugs does, and only
where it was answered. What a reason asks for softly counts; hard is only what would do harm otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from directory.vocabulary import Vocabulary
from prescribing.choices import Reason
from prescribing.draft import Draft


@dataclass(frozen=True)
class Part:
    """What one reason adds to a question, and the evidence for it."""

    evidence: str
    goal: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()
    for_whom: str | None = None


PARTS: Final[Mapping[Reason, Part]] = {
    # R78: general practitioners suggest a group to who is lonely and finds life empty of meaning. That
    # somebody can come along counts for everybody (R21), and is the third place of the sheet.
    Reason.LONELINESS: Part(
        "rusfag R78, R21, R39", goal=("meet_people", "talk_with_someone_who_understands")
    ),
    # R54, R78: what fills a day meets by day and again and again, most of all on working days.
    Reason.EMPTY_DAYS: Part(
        "rusfag R54, R78", goal=("structure_in_the_day", "contribute"), when=("weekday-day",)
    ),
    # R2, R78: who wants company without drugs may use them today. So this is a hope, and says nothing
    # of how they live.
    Reason.DRUG_FREE_COMPANY: Part("rusfag R2, R78", goal=("new_drug_free_friends",)),
    # R55, R58: it is hardest when one comes out, and many sit alone. So what meets within the week counts.
    Reason.AFTER_DISCHARGE: Part(
        "rusfag R55, R58, R13", goal=("structure_in_the_day", "meet_people"), when=("this_week",)
    ),
    # R16, R17: what needs a referral is one more queue to stand in.
    Reason.WAITING_FOR_TREATMENT: Part(
        "rusfag R16, R13", when=("this_week",), musts=("no_referral",)
    ),
    # R91, R92: a group for those close to somebody is another one than for the person themselves.
    Reason.RELATIVE: Part(
        "rusfag R91, R92", goal=("talk_with_someone_who_understands",), for_whom="relative"
    ),
    Reason.BEREAVED: Part(
        "rusfag R92; aftercare R22",
        goal=("talk_with_someone_who_understands",),
        for_whom="bereaved",
    ),
    # R10, R11: who is turned away after a slip has nowhere to go. Who is known to welcome one then
    # stands first (prescribing.minute.order), and nothing else is asked.
    Reason.AFTER_A_SLIP: Part("rusfag R10, R11", when=("this_week",)),
}


def question_of(draft: Draft, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return what the form asks and the reasons together, as a person in CONTRACTS 4.

    What the form asks stands first, and where it has said the same thing it is not changed. Nobody
    is both close to somebody and bereaved in one question: who has lost somebody is asked about that.
    What the vocabulary has lost since the draft was kept is left out.
    """
    parts = [PARTS[reason] for reason in draft.reasons]
    asked = dict(draft.question)
    goals = _together(asked.get("goal"), *(part.goal for part in parts))
    whom = {part.for_whom for part in parts if part.for_whom}
    joined = {
        "interests": [one for one in asked.get("interests", ()) if one in vocabulary.interests],
        "not_this": [one for one in asked.get("not_this", ()) if one in vocabulary.interests],
        "goal": [one for one in goals if one in vocabulary.effects],
        "when": _together(asked.get("when"), *(part.when for part in parts)),
        "musts": _together(asked.get("musts"), *(part.musts for part in parts)),
        "for_whom": asked.get("for_whom") or ("bereaved" if "bereaved" in whom else _any(whom)),
    }
    return {key: value for key, value in (asked | joined).items() if value}


def _together(*lists: Iterable[str] | None) -> list[str]:
    """Return what stands in any of them, once each, in the order in which it first turns up."""
    return list(dict.fromkeys(one for some in lists for one in some or ()))


def _any(whom: set[str]) -> str | None:
    return next(iter(whom), None)
