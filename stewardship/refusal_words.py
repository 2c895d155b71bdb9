"""Why something could not be done, said on the page where it was tried."""

from core.errors import DomainError
from web.languages import gettext as _


def refusal_in_words(error: DomainError) -> str:
    """Return a plain sentence for what may be refused here, by the code of the refusal."""
    return {
        "illegal_move": _("Noen har avgjort dette i mellomtida. Ingenting er endret nå."),
        "stale_proposal": _(
            "Det som står om tilbudet, er endret siden dette ble foreslått. "
            "Rett det selv, så ser du begge deler."
        ),
        "not_verified": _("Velg hvordan dere har forsikret dere. Da kan vi stå inne for det."),
        "faulty_entry": _("Noe av det som står, passer ikke lenger. Be dem se på det en gang til."),
        "address_told": _(
            "Adressen står også i teksten. Ta den bort der, så kan den skjules helt."
        ),
        "illegal_status": _("Det er gjort allerede, eller tilbudet er slått sammen med et annet."),
        "cannot_merge": _(
            "De to kan ikke slås sammen nå. Avgjør først det som venter på svar. "
            "Det som skal bli stående, kan ikke være avsluttet."
        ),
        "not_in_catalogue": _("Tilbudet er ikke publisert ennå."),
        "conflict": _("Noen har endret tilbudet i mellomtida. Åpne siden på nytt og prøv igjen."),
        "last_steward": _("Du er den eneste som har dette. Inviter en annen først."),
    }.get(error.code, _("Det gikk ikke nå. Åpne siden på nytt og prøv igjen."))
