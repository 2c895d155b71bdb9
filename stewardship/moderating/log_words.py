"""What was done, in words, for the log. What has no words here is shown as it was written down."""

from web.languages import gettext as _


def action_in_words(action: str) -> str:
    return {**_with_offers(), **_with_organisations(), **_with_people()}.get(action, action)


def _with_offers() -> dict[str, str]:
    return {
        "offer:proposed": _("Foreslo nye ord"),
        "offer:accepted": _("Publiserte"),
        "offer:returned": _("Spurte tilbake"),
        "offer:rejected": _("Sa nei"),
        "offer:replaced": _("Erstattet"),
        "offer:paused": _("Satte på pause"),
        "offer:resumed": _("Viste igjen"),
        "offer:ended": _("Avsluttet"),
        "offer:archived": _("Arkiverte"),
        "offer:merged": _("Slo sammen to"),
        "offer:taken_apart": _("Skilte to som var slått sammen"),
        "offer:confirmed": _("Bekreftet at alt stemmer"),
        "offer:reminded": _("Spurte om alt stemmer"),
        "offer:season_asked": _("Spurte om ferien"),
        "offer:season_answered": _("Svarte om ferien"),
        "offer:rhythm_set": _("Valgte hvor ofte vi spør"),
        "offer:messages_on": _("Slo på meldinger til gruppa"),
        "offer:messages_off": _("Slo av meldinger til gruppa"),
    }


def _with_organisations() -> dict[str, str]:
    return {
        "organisation:claimed": _("Ba om å ta over"),
        "organisation:claim_accepted": _("Lot noen ta over"),
        "organisation:claim_rejected": _("Sa nei til at noen tok over"),
        "organisation:handed_over": _("Inviterte noen til å ha ansvaret"),
        "organisation:taken_over": _("Sa ja til å ha ansvaret"),
        "organisation:let_go": _("Har ikke ansvaret lenger"),
        "organisation:steward_added": _("Fikk en ny som har ansvaret"),
        "organisation:trusted": _("Fikk publisere med en gang"),
        "organisation:trusted_no_more": _("Må vente på moderator igjen"),
    }


def _with_people() -> dict[str, str]:
    return {
        "report:made": _("Meldte en feil"),
        "report:closed": _("Lukket en melding om feil"),
        "report:expired": _("Ryddet bort en gammel melding"),
        "flag:raised": _("Fant noe å se på"),
        "flag:closed": _("Så på det"),
        "contact:answered": _("Svarte på en første melding"),
        "contact:unanswered": _("Svarte ikke på en første melding"),
        "duplicates:searched": _("Lette etter like tilbud"),
        "mail:tried_again": _("Sendte e-post på nytt"),
        "mail:set_aside": _("La e-post til side"),
        "prescriber:approved": _("Lot noen lage ark med kode"),
        "prescriber:refused": _("Sa nei til at noen lager ark med kode"),
        "prescriber:ended": _("Stoppet noen fra å lage ark med kode"),
        "prescriber:unused": _("Har ikke vært her på et år, og lager ikke ark lenger"),
        "account:added": _("Fikk en konto"),
        "account:signed_in": _("Logget inn"),
        "account:signed_out_everywhere": _("Logget ut alle steder"),
        "account:role_changed": _("Fikk en annen rolle"),
        "account:key_made": _("Laget en nøkkel"),
        "account:key_shown": _("Viste nøkkelen"),
        "account:key_removed": _("Tok bort en nøkkel"),
        "account:keys_removed": _("Tok bort nøklene"),
        "account:identity_linked": _("Kan logge inn fra et annet sted"),
        "account:identity_removed": _("Tok bort en innlogging fra et annet sted"),
    }
