"""Decides for whom something is looked for, where the words only tell of somebody else.

For whom it is, is a hard rule. "For pårørende" asks for it outright, and so does who names a group
for those left behind. "Mistet bestevennen min i fjor, vil klatre" asks for climbing: groups for the
bereaved would keep the person out of it, so nothing is set.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from search.found import Found, Kind, Sentence
from search.negation import names_only_a_problem
from search.wishes import GROUPS_FOR
from search.words import word_set

# Groups for one's own use: who names one is not looking for a group for those close to somebody.
_FOR_ONES_OWN_USE = "twelve_step"
# "Foreldrene mine ruser seg og jeg vil ha noe annet å gjøre" asks for an activity, whichever it is.
_SOMETHING_TO_DO = re.compile(
    r"\b(?:noe|noko|something|ting) (?:\w+ )?(?:å|to) (?:gjøre|gjere|finne på|finna på|drive med|do)\b"
)
_ANYTHING = "anything"
# Beside a loss these wide words tell what is missed, "være sammen med noen", and choose no activity.
_TOO_WIDE_BESIDE_A_LOSS = frozenset({"social", "talk", "calm", "physical", _ANYTHING})
# "Sønnen min ruser seg og spiller dataspill" goes on about him, as long as nobody wishes.
_GOING_ON = word_set("og and når mens while")
_WISHING = word_set(
    """
    jeg eg vi i me we meg oss vil ønsker ønskjer trenger treng ser leter leitar søker søkjer liker likar
    want wants need needs looking noe noko
    """
)
# Of the words for such a group, those that name it: "sorg" and "døde" only tell.
_NAMING = (
    "gruppe",
    "group",
    "møte",
    "meeting",
    "treff",
    "støtte",
    "senter",
    "kaf",
    "anon",
    "alateen",
)


def beside(whom: str, above: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the interests that somebody who looks for groups for ``whom`` may ask for with them.

    ``above`` has for every interest all that it lies under. They are those groups, and what lies
    under the same top: somebody to talk with.
    """
    groups = {group for group in GROUPS_FOR[whom] if group in above}
    tops = {(group, *above[group])[-1] for group in groups}
    return frozenset(
        one
        for one, line in above.items()
        if not tops.isdisjoint((one, *line)) and _FOR_ONES_OWN_USE not in (one, *line)
    )


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom something is looked for, None where nothing says it.

    ``beside``: the interests beside which that is meant; None where it is asked for outright.
    """

    value: str | None = None
    beside: frozenset[str] | None = None


def told_where_meant(
    sentence: Sentence,
    found: Sequence[Found],
    others: Sequence[Found],
    above: Mapping[str, Collection[str]],
) -> list[Found]:
    """Return ``others``, told of somebody close, as asides where the words ask for something else."""
    asked = {each.values[0] for each in found if _is_asked_for(sentence, each, others)}
    if _SOMETHING_TO_DO.search(sentence.joined.text):
        asked.add(_ANYTHING)
    return [
        replace(each, kind=Kind.ASIDE)
        if each.kind is Kind.FOR_WHOM and not _is_beside(asked, each.values[0], above)
        else each
        for each in others
    ]


def whom_of(
    sentence: Sentence, found: Sequence[Found], above: Mapping[str, Collection[str]]
) -> Whom:
    """Return for whom ``found`` says that something is looked for.

    What is asked for outright stands before what is told of others, and that before the groups
    that are wished for: who asks for a group for the bereaved is not turned away from it.
    """
    said = [each for each in found if each.kind is Kind.FOR_WHOM]
    outright = next((each.values[0] for each in said if each.exact), None)
    if outright is not None:
        return Whom(outright)
    told = next((each.values[0] for each in said), None) or _by_groups(sentence, found, above)
    return Whom(told, beside(told, above)) if told else Whom()


def _by_groups(
    sentence: Sentence, found: Sequence[Found], above: Mapping[str, Collection[str]]
) -> str | None:
    """Return whom the wished-for groups are for; one that is not named is no wish beside others."""
    asked = {each.values[0] for each in found if _is_asked_for(sentence, each, ())}
    for each in found:
        if each.kind is Kind.INTEREST:
            words = " ".join(sentence.lower[each.first : each.after])
            is_named = any(naming in words for naming in _NAMING)
            for whom, groups in GROUPS_FOR.items():
                if each.values[0] in groups and (is_named or _is_beside(asked, whom, above)):
                    return whom
    return None


def _is_beside(asked: Collection[str], whom: str, above: Mapping[str, Collection[str]]) -> bool:
    """Tell whether all that is ``asked`` for may be meant together with groups for ``whom``."""
    wide = _TOO_WIDE_BESIDE_A_LOSS if whom == "bereaved" else frozenset()
    return beside(whom, above).union(wide).issuperset(asked)


def _is_asked_for(sentence: Sentence, found: Found, others: Sequence[Found]) -> bool:
    """Tell an interest that somebody asks for from one that is told of another."""
    if found.kind not in {Kind.INTEREST, Kind.USED_TO_LIKE} or names_only_a_problem(
        sentence, found
    ):
        return False
    return not any(
        told.first <= found.first < told.after or _goes_on(sentence, told, found) for told in others
    )


def _goes_on(sentence: Sentence, told: Found, found: Found) -> bool:
    between = sentence.lower[told.after : found.first]
    return (
        bool(between)
        and between[0] in _GOING_ON
        and sentence.clause_ends[told.after - 1] == sentence.clause_ends[found.first]
        and _WISHING.isdisjoint(between)
    )
