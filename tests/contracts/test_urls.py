"""Addresses that others have written down stay. Taking one away is a decision, and adding one a promise."""

from flask import Flask

from tests.support.routes import our_rules

PROMISED = {
    "GET /meld-inn",
    "POST /meld-inn",
    "GET /meld-inn/ligner",
    "POST /meld-inn/tips",
    "GET /meld-inn/<word>",
    "GET /meld-inn/<word>/<slug>",
    "POST /meld-inn/<word>/<slug>",
    "GET /meld-inn/<word>/tider",
    "POST /meld-inn/<word>/tider",
    "GET /meld-inn/<word>/lenke",
    "POST /meld-inn/<word>/lenke",
    "GET /meld-inn/<word>/sjekk",
    "POST /meld-inn/<word>/sjekk",
    "GET /meld-inn/<word>/sendt",
    "POST /meld-inn/<word>/flett",
    "GET /meld-inn/bekreft/<word>",
    "POST /meld-inn/bekreft/<word>",
    "GET /meld-inn/takk/<kind>",
    "GET /tilbud/<offer_id>/ta-over",
    "POST /tilbud/<offer_id>/ta-over",
    "GET /tilbud/<offer_id>/ta-over/sendt",
    "GET /",
    "GET /finn",
    "POST /finn",
    "GET /finn/<sealed>",
    "GET /treff/<sealed>",
    "POST /treff/<sealed>",
    "GET /uke/<sealed>",
    "POST /uke/<sealed>",
    "GET /uke/<sealed>.ics",
    "GET /tilbud/<offer_id>",
    "GET /tilbud/<offer_id>.ics",
    "GET /kommune/<number>",
    "GET /interesse/<interest>",
    "GET /sprekk",
    "GET /hjelp",
    "GET /hvorfor",
    "GET /personvern",
    "GET /les-i-fred",
    "GET /tilgjengelighet",
    "GET /steder.json",
    "GET /uten-nett",
    "GET /manifest.webmanifest",
    "GET /worker.js",
    "GET /inn",
    "POST /inn",
    "GET /inn/sendt",
    "GET /inn/<word>",
    "POST /inn/<word>",
    "GET /konto",
    "POST /konto",
    "POST /konto/ut",
    "POST /konto/ut-overalt",
    "GET /konto/nokkel",
    "POST /konto/nokkel/lag",
    "POST /konto/nokkel/bruk",
    "POST /konto/nokkel/sporsmal/lag",
    "POST /konto/nokkel/sporsmal/bruk",
    "POST /konto/nokkel/<int:key_id>/fjern",
    "GET /rett-opp/<offer_id>",
    "POST /rett-opp/<offer_id>",
    "GET /rett-opp/<offer_id>/takk",
    "GET /onske",
    "POST /onske",
    "GET /onske/<number>",
    "GET /kontakt/<offer_id>",
    "POST /kontakt/<offer_id>",
    "GET /kontakt/<offer_id>/sendt",
    "GET /kontakt/svart/<word>",
    "POST /kontakt/svart/<word>",
    "GET /takk-for-svaret",
    "GET /kommune/<number>/oversikt",
    "GET /om",
    "GET /bekreft/<word>",
    "POST /bekreft/<word>",
    "GET /bekreft/<word>/endre",
    "POST /bekreft/<word>/endre",
    "GET /bekreft/<word>/ferie",
    "POST /bekreft/<word>/ferie",
    "GET /moderering",
    "GET /moderering/logg",
    "GET /moderering/brev/<int:mail_id>",
    "POST /moderering/brev/<int:mail_id>/igjen",
    "POST /moderering/brev/<int:mail_id>/ferdig",
    "GET /moderering/forslag/<offer_id>/<int:version>",
    "POST /moderering/forslag/<offer_id>/<int:version>/godta",
    "POST /moderering/forslag/<offer_id>/<int:version>/spor",
    "POST /moderering/forslag/<offer_id>/<int:version>/avvis",
    "GET /moderering/overtakelser/<int:claim_id>",
    "POST /moderering/overtakelser/<int:claim_id>/godta",
    "POST /moderering/overtakelser/<int:claim_id>/avvis",
    "GET /moderering/meldinger/<int:report_id>",
    "POST /moderering/meldinger/<int:report_id>",
    "GET /moderering/merker/<int:flag_id>",
    "POST /moderering/merker/<int:flag_id>",
    "GET /moderering/sla-sammen",
    "POST /moderering/sla-sammen",
    "GET /moderering/tilbud/<offer_id>",
    "POST /moderering/tilbud/<offer_id>/arkiver",
    "POST /moderering/tilbud/<offer_id>/skill",
    "POST /moderering/tilbud/<offer_id>/tillit",
    "GET /mine",
    "GET /mine/<offer_id>",
    "POST /mine/<offer_id>/bekreft",
    "POST /mine/<offer_id>/endre",
    "POST /mine/<offer_id>/pause",
    "POST /mine/<offer_id>/vis",
    "POST /mine/<offer_id>/avslutt",
    "POST /mine/<offer_id>/adresse",
    "POST /mine/<offer_id>/meldinger",
    "POST /mine/<offer_id>/ingen-meldinger",
    "POST /mine/<offer_id>/rytme",
    "POST /mine/<offer_id>/feil/<int:report_id>",
    "GET /mine/<offer_id>/versjoner",
    "GET /mine/<offer_id>/versjoner/<int:version>",
    "POST /mine/<offer_id>/versjoner/<int:version>",
    "GET /mine/organisasjon/<organisation_id>",
    "POST /mine/organisasjon/<organisation_id>/inviter",
    "POST /mine/organisasjon/<organisation_id>/slipp",
    "POST /mine/organisasjon/<organisation_id>/nytt",
    "GET /overta/<word>",
    "POST /overta/<word>",
    "GET /overtatt",
    "POST /api/v1/match",
}


def registered(app: Flask) -> set[str]:
    return {
        f"{method} {rule.rule}"
        for rule in our_rules(app)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_no_address_has_gone(app: Flask) -> None:
    assert PROMISED - registered(app) == set()


def test_a_new_address_is_written_down_here(app: Flask) -> None:
    assert registered(app) - PROMISED == set()


def test_addresses_are_lower_case_and_end_in_no_slash(app: Flask) -> None:
    rules = {rule.rule for rule in our_rules(app)} - {"/"}

    assert all(rule == rule.lower() and not rule.endswith("/") for rule in rules)
