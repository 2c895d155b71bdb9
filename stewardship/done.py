"""What has just been done, said at the top of the page one comes to; it travels in the address."""

from enum import StrEnum
from typing import Any, Final

from flask import request, url_for
from werkzeug.wrappers import Response as AnyResponse

from web.languages import lazy_gettext as _l
from web.redirects import go_on_to

# The name in the address, and the place on the page.
ANSWER: Final = "gjort"


class Done(StrEnum):
    PUBLISHED = "publisert"
    ASKED = "spurt"
    REJECTED = "avvist"
    CLAIM_ACCEPTED = "overtatt"
    CLAIM_REJECTED = "ikke-overtatt"
    REPORT_CLOSED = "lukket"
    FLAG_CLOSED = "sett"
    MERGED = "slatt-sammen"
    APART = "delt"
    ARCHIVED = "arkivert"
    TRUSTED = "tillit"
    TRUSTED_NO_MORE = "ikke-tillit"
    MAIL_AGAIN = "igjen"
    MAIL_SEEN = "ferdig"
    CONFIRMED = "bekreftet"
    PAUSED = "pause"
    RESUMED = "vises"
    ENDED = "avsluttet"
    HIDDEN = "skjult"
    SHOWN = "synlig"
    WAITS = "venter"
    MESSAGES_ON = "meldinger"
    MESSAGES_OFF = "ingen-meldinger"
    RHYTHM = "rytme"
    RESTORED = "hentet"
    SAME = "like"
    INVITED = "invitert"
    LET_GO = "sluppet"


SENTENCES: Final = {
    Done.PUBLISHED: _l("Det er publisert. De får en e-post om det."),
    Done.ASKED: _l("Spørsmålet er sendt. Det kommer tilbake hit når de har svart."),
    Done.REJECTED: _l("Det blir ikke publisert. De får en e-post om hvorfor."),
    Done.CLAIM_ACCEPTED: _l("De har ansvaret for tilbudene nå. De får en e-post om det."),
    Done.CLAIM_REJECTED: _l("De får en e-post om hvorfor ikke."),
    Done.REPORT_CLOSED: _l("Meldingen er lukket, og det som sto i den, er slettet."),
    Done.FLAG_CLOSED: _l("Da er det sett på."),
    Done.MERGED: _l("De to er slått sammen. Den gamle adressen fører til den nye."),
    Done.APART: _l("De to er skilt igjen. Det ene er avsluttet til noen viser det på nytt."),
    Done.ARCHIVED: _l("Tilbudet er arkivert. Siden sier at det er slutt."),
    Done.TRUSTED: _l("Det organisasjonen endrer, blir publisert med en gang."),
    Done.TRUSTED_NO_MORE: _l("Det organisasjonen endrer, venter på dere igjen."),
    Done.MAIL_AGAIN: _l("Vi prøver å sende den på nytt."),
    Done.MAIL_SEEN: _l("Den er lagt til side, og det som sto i den, er slettet."),
    Done.CONFIRMED: _l("Takk. Nå vet folk at dette stemmer i dag."),
    Done.PAUSED: _l("Tilbudet har pause. Ingen finner det før du viser det igjen."),
    Done.RESUMED: _l("Tilbudet vises igjen."),
    Done.ENDED: _l("Tilbudet er avsluttet. Siden sier at det er slutt, og viser veien videre."),
    Done.HIDDEN: _l("Gateadressen er skjult nå. Bare kommunen vises."),
    Done.SHOWN: _l("Gateadressen vises nå."),
    Done.WAITS: _l("Takk. Vi ser på det, og du får en e-post når det er publisert."),
    Done.MESSAGES_ON: _l("Folk kan skrive til dere nå. De ser ikke adressen."),
    Done.MESSAGES_OFF: _l("Ingen kan skrive til dere gjennom oss nå."),
    Done.RHYTHM: _l("Da vet vi hvor ofte vi skal spørre."),
    Done.RESTORED: _l("De gamle ordene er på plass igjen."),
    Done.SAME: _l("Det sto slik fra før. Ingenting er endret."),
    Done.INVITED: _l("Vi har sendt en lenke. Den virker i to uker."),
    Done.LET_GO: _l("Du holder ikke organisasjonen lenger."),
}


def go_to(endpoint: str, done: Done | None = None, **values: Any) -> AnyResponse:
    """Lead on to a page after something was done, and have it said there."""
    if done is not None:
        values[ANSWER] = done.value
    return go_on_to(url_for(endpoint, **values))


def just_done() -> str | None:
    """Return what the address says was done just now, in a sentence; None for anything else."""
    told = request.args.get(ANSWER)
    return str(SENTENCES[Done(told)]) if told in set(Done) else None
