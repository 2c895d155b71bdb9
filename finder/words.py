"""Sentences for what the matching found: the same for pages, paper and programs."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from directory.timetable import TimeState, Timetable
from finder.reason_words import reason_sentence
from finder.regular_words import regular_in_words
from finder.telling import Telling
from finder.way_words import way_in_words
from finder.wish_words import what_is_met_in_words
from matching.answer import Match
from web.languages import gettext as _

LONGEST: Final = 140
# What the wish, the time and the way do not tell already, the most telling first. A reason that is
# not here is no reason one would give a friend.
FURTHER: Final = (
    *(
        "companion",
        "audience",
        "peers",
        "ordinary",
        "goal",
        "intensity",
        "format",
        "made_for_your_age",
    ),
    *("drop_in", "free", "beginners", "when", "topic", "typical_age", "no_referral", "language"),
    *("places_free", "rule_told"),
)


def explanation(match: Match, telling: Telling) -> str:
    """Return the weightiest true things about a match, as a person would say them.

    A few short sentences in the language spoken, together at most LONGEST characters.
    """
    return " ".join(explained(match, telling))


def explained(match: Match, telling: Telling) -> list[str]:
    """Return the sentences of an explanation, at least one."""
    wish, way = what_is_met_in_words(match, telling), way_in_words(match, telling)
    when, agree = _regular(match, telling), _to_be_agreed(telling.timetable_of(match))
    first = [one for one in (wish, when, agree, way) if one]
    # Who wishes for nothing in particular is told a little more instead.
    further = list(islice(_further(match, telling), 1 if wish else 2))
    if not wish and not further:
        further = _about_the_text(match, telling)
    told = _within_reach([*first, *further], most_needed=agree)
    return told or [_("Ta kontakt og spør når og hvor.")]


def _regular(match: Match, telling: Telling) -> str | None:
    timetable = telling.timetable_of(match)
    return regular_in_words(
        timetable,
        match.next,
        telling.moment,
        next_is_doubtful=any(caveat.code == "holiday" for caveat in match.caveats),
        is_the_only_one=timetable.rrule is None and telling.has_no_other_time(match),
    )


def _to_be_agreed(timetable: Timetable) -> str | None:
    """Nobody may go in vain: said wherever it is true and the time itself does not say it."""
    if timetable.by_appointment and timetable.state is not TimeState.BY_APPOINTMENT:
        return _("Du må avtale før du kommer.")
    return None


def _further(match: Match, telling: Telling) -> Iterator[str]:
    given = {reason.code: reason for reason in match.reasons}
    if telling.timetable_of(match).by_appointment or _has_no_room(match):
        given.pop("drop_in", None)
    if "typical_age" in given and not telling.is_for_about_one_age(match):
        del given["typical_age"]
    for code in FURTHER:
        if code in given:
            yield reason_sentence(given[code], telling.vocabulary)


def _has_no_room(match: Match) -> bool:
    return any(caveat.code in {"full", "waiting_list"} for caveat in match.caveats)


def _about_the_text(match: Match, telling: Telling) -> list[str]:
    """Words that merely turn up in an offer say so little that they are the last thing to tell."""
    found = [reason for reason in match.reasons if reason.code == "text"]
    return [reason_sentence(reason, telling.vocabulary) for reason in found]


def _within_reach(sentences: Sequence[str], most_needed: str | None) -> list[str]:
    """Return what there is room for; a sentence that is too long leaves its place to the next."""
    told: list[str] = []
    for sentence in sorted(sentences, key=lambda one: one != most_needed):
        if len(" ".join([*told, sentence])) <= LONGEST:
            told.append(sentence)
    return [one for one in sentences if one in told]
