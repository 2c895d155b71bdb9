"""A sentence for each caveat: what is better known before going. It asks, it does not warn off."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from matching.answer import Caveat
from web.languages import day_in_words
from web.languages import gettext as _
from web.languages import lazy_gettext as _l


def caveat_sentence(caveat: Caveat) -> str:
    """Return one or two short sentences in the page's language. KeyError for a code that is none."""
    if caveat.code == "must_unknown":
        return str(MUST_UNKNOWN[str(caveat.value)])
    if caveat.code == "unconfirmed" and caveat.value is not None:
        return _("Sist bekreftet i %(month)s. Sjekk om det stemmer.", month=_month(caveat.value))
    if caveat.code == "overdue":
        month = _month(str(caveat.value))
        return _("Dette skulle vært bekreftet i %(month)s. Sjekk om det stemmer.", month=month)
    return str(CAVEATS[caveat.code])


def _month(day: str) -> str:
    return day_in_words(date.fromisoformat(day), "MMMM y")


CAVEATS: Final[Mapping[str, object]] = {
    "not_your_wish": _l("Dette er noe annet enn det du ser etter, men kan passe likevel."),
    "sobriety_rule_unknown": _l("Vi vet ikke om de krever at du er rusfri. Spør først."),
    "sober_there": _l("Du må være rusfri mens du er der."),
    "alcohol_served": _l("Det serveres alkohol på stedet."),
    "silent": _l("Ingen har bekreftet dette på over ett år. Ta kontakt før du går."),
    "waiting_list": _l("Det er venteliste."),
    "full": _l("Det er fullt nå. Spør når det blir plass."),
    "day_unknown": _l("Vi vet ikke hvilken dag det er. Spør først."),
    "time_unknown": _l("Vi vet ikke når på dagen det er. Spør først."),
    "holiday": _l("Neste gang er på en helligdag eller en aften. Spør om det blir noe av."),
    "place_approximate": _l("Vi vet bare omtrent hvor det er. Spør om veien."),
    "age_limit_unknown": _l("Vi vet ikke om det er en aldersgrense."),
    "cost_unknown": _l("Vi vet ikke sikkert hva det koster."),
    "unconfirmed": _l("Vi vet ikke når dette sist ble bekreftet. Sjekk om det stemmer."),
}
# One whole sentence for each must and each thing to avoid: joined parts cannot be translated.
MUST_UNKNOWN: Final[Mapping[str, object]] = {
    "free": _l("Vi vet ikke om det er gratis."),
    "no_referral": _l("Vi vet ikke om du trenger henvisning."),
    "drop_in": _l("Vi vet ikke om du bare kan møte opp."),
    "anonymous": _l("Vi vet ikke om du kan være anonym."),
    "step_free": _l("Vi vet ikke om det er trinnfritt."),
    "alcohol_free": _l("Vi vet ikke om stedet er uten alkohol."),
    "no_sharing": _l("Vi vet ikke om du bare kan lytte."),
    "companion": _l("Vi vet ikke om noen kan møte deg første gang."),
    "beginners": _l("Vi vet ikke om det passer for nybegynnere."),
    "online": _l("Vi vet ikke om du kan være med på nett."),
    "in_person": _l("Vi vet ikke om dere møtes ansikt til ansikt."),
    "women": _l("Vi vet ikke om det er bare for kvinner."),
    "men": _l("Vi vet ikke om det er bare for menn."),
    "medication_ok": _l("Vi vet ikke hva de sier om medisiner, som LAR."),
    "twelve_step": _l("Vi vet ikke om de følger de tolv trinnene."),
    "faith_based": _l("Vi vet ikke om det er trosbasert."),
    "one_to_one": _l("Vi vet ikke om dere bare er to."),
    "hard": _l("Vi vet ikke hvor hardt det er."),
    "talk_about_drugs": _l("Vi vet ikke om de venter at du snakker om rus."),
}
