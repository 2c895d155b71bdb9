"""The reasons that moderators give most often, ready in every language that a mail is written in."""

from enum import StrEnum
from typing import Final

from web.languages import lazy_gettext as _l
from web.languages import speaking


class ReadyReason(StrEnum):
    NOT_CONFIRMED = "not_confirmed"
    THERE_ALREADY = "there_already"
    NOTHING_TO_GO_TO = "nothing_to_go_to"
    NO_PLACE_OR_TIME = "no_place_or_time"
    ABOUT_SOMEBODY = "about_somebody"
    ADVERTISING = "advertising"


SENTENCES: Final = {
    ReadyReason.NOT_CONFIRMED: _l("Vi fikk ikke bekreftet at du kan snakke for dem det gjelder."),
    ReadyReason.THERE_ALREADY: _l("Tilbudet står her fra før. Du kan be om å få ta det over."),
    ReadyReason.NOTHING_TO_GO_TO: _l(
        "Vi tar bare med noe man kan gå til, være med på eller ringe til."
    ),
    ReadyReason.NO_PLACE_OR_TIME: _l("Det mangler hvor eller når det er, så ingen kan finne fram."),
    ReadyReason.ABOUT_SOMEBODY: _l("Det står noe om en person som ikke bør ligge åpent på nettet."),
    ReadyReason.ADVERTISING: _l("Vi tar ikke med reklame."),
}
OF_CLAIMS: Final = (ReadyReason.NOT_CONFIRMED,)


def reason_in(language: str, ready: ReadyReason | None, own_words: str) -> str:
    """Return the whole reason as it is mailed: the ready sentence in ``language``, then the own words."""
    with speaking(language):
        sentence = "" if ready is None else str(SENTENCES[ready])
    return "\n\n".join(part for part in (sentence, own_words) if part)
