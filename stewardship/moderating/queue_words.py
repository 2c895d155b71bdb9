"""The moderators' queue in words: why something waits, and for how long."""

from datetime import date, datetime

from core.clock import NORWAY
from stewardship.moderating.queue import ItemKind
from web.languages import gettext as _
from web.languages import ngettext


def kind_in_words(kind: ItemKind) -> str:
    return {
        ItemKind.HARM: _("Noen kan være skadet"),
        ItemKind.NEW: _("Nytt tilbud"),
        ItemKind.CHANGED: _("Endring"),
        ItemKind.CLAIM: _("Vil ta over"),
        ItemKind.REPORT: _("Melding om feil"),
        ItemKind.DUPLICATE: _("Kan være det samme"),
        ItemKind.UNREACHABLE: _("Når ikke fram"),
        ItemKind.SAMPLE: _("Stikkprøve"),
        ItemKind.SILENT: _("Stille i over ett år"),
        ItemKind.LETTER: _("E-post som ikke kom fram"),
    }[kind]


def letter_in_words(kind: str) -> str:
    """Return what a mail was about; its key's own word where we have no other for it."""
    return {
        "accepted": _("Svar: publisert"),
        "asked_back": _("Svar: et spørsmål"),
        "rejected": _("Svar: ikke publisert"),
        "claim_accepted": _("Svar: kan ta over"),
        "claim_rejected": _("Svar: kan ikke ta over"),
        "hand_over": _("Invitasjon til å ta ansvar for tilbud"),
        "report": _("Melding om feil til gruppa"),
        "report_closed": _("Svar til den som meldte en feil"),
        "first_contact": _("Første melding til gruppa"),
        "next_best": _("Forslag da gruppa ikke svarte"),
        "sign_in": _("Lenke for å logge inn"),
        "prescribe": _("Lenke for å bli med"),
        "prescriber_approved": _("Svar: kan lage ark med kode"),
        "prescriber_refused": _("Svar: kan ikke lage ark med kode"),
        "prescriber_ended": _("Beskjed: kan ikke lage ark med kode lenger"),
        "prescriber_unused": _("Beskjed: har ikke vært her på et år"),
        "reminder": _("Spørsmål om alt stemmer"),
        "due": _("Spørsmål om alt stemmer"),
        "season": _("Spørsmål om ferien"),
        "resume": _("Lenke til et påbegynt skjema"),
        "verify": _("Lenke for å bekrefte e-postadressen"),
    }.get(kind, kind)


def waited_in_words(since: datetime, today: date) -> str:
    days = (today - since.astimezone(NORWAY).date()).days
    if days <= 0:
        return _("Kom i dag")
    return ngettext("Har ventet i %(num)s dag", "Har ventet i %(num)s dager", days)
