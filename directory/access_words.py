"""What one may or must do to come: a sentence for yes, one for no, and a question where neither is told."""

from typing import NamedTuple

from web.languages import gettext as _


class Answers(NamedTuple):
    """The sentence for yes, the sentence for no, and what to ask where nobody has told."""

    yes: str
    no: str
    question: str

    def sentence(self, told: bool) -> str:
        return self.yes if told else self.no


def access_in_words(key: str) -> Answers:
    """Return the words for one key of ``choices.ACCESS``; KeyError for any other."""
    return {**_coming(), **_being_there(), **_rules()}[key]


def _coming() -> dict[str, Answers]:
    return {
        "referral_needed": Answers(
            _("Du trenger henvisning."),
            _("Du trenger ikke henvisning."),
            _("Trenger jeg henvisning?"),
        ),
        "sign_up": Answers(
            _("Du må melde deg på først."),
            _("Du trenger ikke melde deg på."),
            _("Må jeg melde meg på?"),
        ),
        "drop_in": Answers(
            _("Du kan bare møte opp."),
            _("Ta kontakt før du møter opp."),
            _("Kan jeg bare møte opp?"),
        ),
        "companion_first_time": Answers(
            _("Noen kan møte deg første gang."),
            _("De har ingen som kan møte deg første gang."),
            _("Kan noen møte meg første gang?"),
        ),
        "come_alone_ok": Answers(
            _("Det er fint å komme alene."),
            _("Du kommer sammen med noen."),
            _("Kan jeg komme alene?"),
        ),
        "anonymous_ok": Answers(
            _("Du kan være anonym."),
            _("Du kan ikke være anonym."),
            _("Kan jeg være anonym?"),
        ),
        "step_free": Answers(
            _("Du kommer inn uten trapper eller trinn."),
            _("Det er trapp eller trinn på veien inn."),
            _("Kommer jeg inn uten trapper eller trinn?"),
        ),
    }


def _being_there() -> dict[str, Answers]:
    return {
        "beginners_welcome": Answers(
            _("Det passer for nybegynnere."),
            _("Det er for deg som kan litt fra før."),
            _("Passer det for nybegynnere?"),
        ),
        "equipment_lent": Answers(
            _("Du kan låne utstyr."),
            _("Du må ha utstyr selv."),
            _("Kan jeg låne utstyr?"),
        ),
        "listening_ok": Answers(
            _("Du kan bare lytte. Du trenger ikke si noe."),
            _("De venter at du sier noe selv også."),
            _("Kan jeg bare lytte?"),
        ),
        "talk_about_drugs_expected": Answers(
            _("Dere snakker om rus."),
            _("Du trenger ikke snakke om rus."),
            _("Må jeg snakke om rus?"),
        ),
    }


def _rules() -> dict[str, Answers]:
    return {
        "alcohol_free_venue": Answers(
            _("Det serveres ikke alkohol der."),
            _("Det serveres alkohol på stedet."),
            _("Serveres det alkohol der?"),
        ),
        "medication_ok": Answers(
            _("Medisiner du har fått av legen, er greit."),
            _("Medisiner fra legen er ikke alltid greit der. Spør hva som gjelder for deg."),
            _("Er det greit at jeg bruker medisiner jeg har fått av legen?"),
        ),
        "welcome_after_slip": Answers(
            _("Du er velkommen tilbake etter en sprekk."),
            _("Etter en sprekk kan du ikke komme tilbake hit. Andre steder tar imot deg."),
            _("Er jeg velkommen tilbake etter en sprekk?"),
        ),
    }
