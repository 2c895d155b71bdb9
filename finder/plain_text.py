"""An answer as plain lines for a terminal, in the words of the pages."""

from collections.abc import Iterator

from finder.answering import Answered
from finder.caveat_words import caveat_sentence
from finder.telling import Telling, telling_of
from finder.words import explanation
from matching.answer import Match
from places.gazetteer import gazetteer
from web.languages import gettext as _


def as_text(answered: Answered) -> str:
    """Return the matches one under the other, and after them who else there is to turn to."""
    names, telling = answered.snapshot.names, telling_of(answered)
    lines: list[str] = []
    for number, match in enumerate(answered.answer.matches, start=1):
        lines.append(f"{number}. {names[match.offer]} ({match.offer})")
        lines.extend(f"   {line}" for line in _lines(match, telling))
    if not answered.answer.matches:
        lines.append(_("Vi fant ingenting som passer."))
    if answered.did_you_mean:
        lines.append(_("Mente du %(names)s?", names=", ".join(answered.did_you_mean)))
    lines.extend(
        _("Noen å snakke med: %(name)s", name=names[signpost.offer])
        for signpost in answered.answer.signposts
    )
    return "\n".join(lines)


def _lines(match: Match, telling: Telling) -> Iterator[str]:
    where = gazetteer().name_of(match.municipality) if match.municipality else None
    if where is not None:
        yield where
    yield explanation(match, telling)
    for caveat in match.caveats:
        yield "– " + caveat_sentence(caveat)
