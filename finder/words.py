"""Sentences for what the matching found: the same for pages, paper and programs."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from directory.timetable import TimeState
from finder.caveat_words import caveat_sentence
from finder.reason_words import reason_sentence
from finder.regular_words import regular_in_words
from finder.telling import Telling, telling_of
from finder.way_words import way_in_words
from finder.wish_words import wish_in_words
from matching.answer import Match
from web.languages import gettext as _

__all__ = [
    "Telling",
    "caveat_sentence",
    "explanation",
    "reason_sentence",
    "telling_of",
]

LONGEST: Final = 140
# What the wish, the time and the way do not tell already, the most telling first. A reason that is
# not here is no reason one would give a friend.
FURTHER: Final = (
    *("companion", "peers", "ordinary", "goal", "intensity", "format", "made_for_your_age"),
    *("drop_in", "free", "beginners", "when", "topic", "typical_age", "no_referral", "language"),
    *("places_free", "rule_told"),
)


def explanation(match: Match, telling: Telling) -> str:
    """Return the weightiest true things about a match, as a person would say them.

    A few short sentences in the language spoken, together at most LONGEST characters.
    """
    wish = wish_in_words(match, telling)
    timetable = telling.timetables[match.timetable]
    is_doubtful = any(caveat.code == "holiday" for caveat in match.caveats)
    when = regular_in_words(timetable, match.next, telling.moment, next_is_doubtful=is_doubtful)
    way = way_in_words(match, telling)
    first = [one for one in (wish, when, way) if one]
    # Who wishes for nothing in particular is told a little more instead.
    further = list(islice(_further(match, telling), 1 if wish else 2))
    if not wish and not further:
        further = _about_the_text(match, telling)
    return _within_reach([*first, *further]) or _("Ta kontakt og spør når og hvor.")


def _further(match: Match, telling: Telling) -> Iterator[str]:
    given = {reason.code: reason for reason in match.reasons}
    timetable = telling.timetables[match.timetable]
    if timetable.by_appointment:
        given.pop("drop_in", None)
        if timetable.state is not TimeState.BY_APPOINTMENT:
            yield _("Du må avtale før du kommer.")
    for code in FURTHER:
        if code in given:
            yield reason_sentence(given[code], telling.vocabulary)


def _about_the_text(match: Match, telling: Telling) -> list[str]:
    """Words that merely turn up in an offer say so little that they are the last thing to tell."""
    found = [reason for reason in match.reasons if reason.code == "text"]
    return [reason_sentence(reason, telling.vocabulary) for reason in found]


def _within_reach(sentences: Iterable[str]) -> str:
    """Join what there is room for; a sentence that is too long leaves its place to the next."""
    told = ""
    for sentence in sentences:
        longer = f"{told} {sentence}" if told else sentence
        if len(longer) <= LONGEST:
            told = longer
    return told
