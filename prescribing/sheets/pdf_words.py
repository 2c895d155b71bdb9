"""The words that stand on every sheet drawn as PDF; most of them stand on the print page too."""

from typing import Final

from prescribing.sheet import Sheet
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

LABELS: Final = {
    "to": _l("Til"),
    "when": _l("Når"),
    "where": _l("Hvor"),
    "cost": _l("Pris"),
    "first_visit": _l("Første gang"),
    "nobody_to_ring": _l(
        "Vi vet ikke hvem du kan ringe. Se nettsiden, eller spør den som ga deg arket."
    ),
    "warnings": _l("Krav"),
    "caveats": _l("Greit å vite"),
    "more": _l("Les mer:"),
    "example": _l("Dette er et eksempel."),
    "of_example": _l("Tilbudet er oppdiktet. Du kan ikke møte opp."),
    "no_offers": _l("Det er ingen tilbud på arket nå"),
    "no_offers_now": _l("De kan ha sluttet eller tatt en pause. Det finnes andre steder å gå til."),
    "or_ring": _l("Du kan også ringe et av numrene her."),
    "remarks": _l("Greit å vite"),
    "plan": _l("Dag for dag"),
    "as_you_like": _l("Velg det som passer. Du trenger ikke gå på alt."),
    "day": _l("Dag"),
    "on": _l("Hva du kan gå til"),
    "nothing": _l("Ingen kjent tid"),
    "lines": _l("Noen å ringe til"),
    "code": _l("Kode"),
    "hold_over": _l("Hold kameraet på telefonen over ruta. Da ser du tidene slik de er nå."),
}


def labels_of(sheet: Sheet) -> dict[str, str]:
    """Return the words by what they are for; an empty one is not drawn."""
    labels = {key: str(words) for key, words in LABELS.items()}
    labels["made"] = _("Laget %(day)s.", day=sheet.made_on)
    if sheet.offers:
        labels["made"] += " " + _("Tider og steder kan endre seg. Ring gjerne før du går.")
    if sheet.plan and not any(day.times for day in sheet.plan):
        labels["as_you_like"] = _(
            "Vi kjenner ingen faste tider disse dagene. Skriv inn det du avtaler."
        )
    labels["until"] = _("Gjelder til %(day)s.", day=sheet.valid_until) if sheet.valid_until else ""
    labels["credit"] = (
        _(
            "Kart: Natural Earth, GeoNames. En stiplet ring betyr at vi bare vet omtrent hvor det er."
        )
        if any(offer.place for offer in sheet.offers)
        else ""
    )
    # The pages are counted where they are drawn.
    labels["page"] = _("Side %(number)s av %(count)s", number="{number}", count="{count}")
    return labels
