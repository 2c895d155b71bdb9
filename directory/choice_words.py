"""The words chosen from a list, each as a sentence a visitor reads. What is not told has none."""

from directory.choices import (
    Approach,
    Audience,
    Capacity,
    Format,
    Gender,
    Intensity,
    LedBy,
    OfferKind,
    Participants,
    SobrietyRule,
    Topic,
)
from web.languages import gettext as _


def kind_in_words(kind: OfferKind) -> str:
    return {
        OfferKind.ACTIVITY: _("Aktivitet"),
        OfferKind.SELF_HELP_GROUP: _("Selvhjelpsgruppe"),
        OfferKind.MENTOR_SCHEME: _("Mentorordning"),
        OfferKind.MEETING_PLACE: _("Møteplass"),
        OfferKind.COURSE: _("Kurs"),
        OfferKind.FOLLOW_UP_GROUP: _("Oppfølgingsgruppe"),
        OfferKind.OUTREACH: _("Folk som møter deg der du er"),
        OfferKind.SIGNPOST: _("Veiviser"),
    }[kind]


def kinds_in_words(kind: OfferKind) -> str:
    """Return the heading over several offers of one kind."""
    return {
        OfferKind.ACTIVITY: _("Aktiviteter"),
        OfferKind.SELF_HELP_GROUP: _("Selvhjelpsgrupper"),
        OfferKind.MENTOR_SCHEME: _("Mentorordninger"),
        OfferKind.MEETING_PLACE: _("Møteplasser"),
        OfferKind.COURSE: _("Kurs"),
        OfferKind.FOLLOW_UP_GROUP: _("Oppfølgingsgrupper"),
        OfferKind.OUTREACH: _("Folk som møter deg der du er"),
        OfferKind.SIGNPOST: _("Hjelp og råd"),
    }[kind]


def sobriety_in_short(rule: SobrietyRule | None) -> str:
    """Return the rule in a few words, for a list. Untold, it is never taken for any of the five."""
    if rule is None:
        return _("Ikke oppgitt om du må være rusfri – spør")
    return {
        SobrietyRule.DRUG_FREE: _("Alle skal være rusfrie"),
        SobrietyRule.SOBER_THERE: _("Rusfri mens du er der"),
        SobrietyRule.WISH_TO_STOP: _("For deg som vil slutte"),
        SobrietyRule.NONE: _("Du trenger ikke være rusfri"),
        SobrietyRule.ACTIVE_USE: _("For deg som bruker rusmidler nå"),
    }[rule]


def sobriety_in_words(rule: SobrietyRule | None) -> str:
    """Return what is asked of those who come, as a person needs to know it before the first time."""
    if rule is None:
        return _("Vi vet ikke om det er krav om å være rusfri. Spør før du går.")
    return {
        SobrietyRule.DRUG_FREE: _("Alle som er med, skal være rusfrie, også ellers."),
        SobrietyRule.SOBER_THERE: _(
            "Du må være rusfri mens du er der. De stiller ikke krav om at du er rusfri ellers."
        ),
        SobrietyRule.WISH_TO_STOP: _(
            "Du må ha et ønske om å slutte. Du trenger ikke ha klart det ennå."
        ),
        SobrietyRule.NONE: _("Det er ikke noe krav om å være rusfri."),
        SobrietyRule.ACTIVE_USE: _(
            "Det er for personer som bruker rusmidler nå. Det er ikke et rusfritt sted."
        ),
    }[rule]


def gender_in_words(gender: Gender) -> str:
    return {
        Gender.ANY: _("For alle kjønn."),
        Gender.WOMEN: _("For kvinner."),
        Gender.MEN: _("For menn."),
    }[gender]


def participants_in_words(participants: Participants) -> str:
    return {
        Participants.LIVED_EXPERIENCE: _("De andre har selv erfaring med det samme."),
        Participants.MIXED: _("Noen har selv erfaring med det samme, andre ikke."),
        Participants.OPEN_TO_ALL: _("Et vanlig tilbud, åpent for alle."),
    }[participants]


def leaders_in_words(led_by: LedBy) -> str:
    return {
        LedBy.PEERS: _("De som leder det, har selv erfaring."),
        LedBy.PROFESSIONALS: _("Fagfolk leder det."),
        LedBy.VOLUNTEERS: _("Frivillige leder det."),
    }[led_by]


def approach_in_words(approach: Approach) -> str:
    return {
        Approach.TWELVE_STEP: _("Det bygger på de tolv trinnene."),
        Approach.FAITH_BASED: _("Det bygger på tro."),
        Approach.HARM_REDUCTION: _("Målet er å gjøre skadene av rus mindre."),
        Approach.NEUTRAL: _("Det bygger verken på tro eller på en bestemt metode."),
    }[approach]


def format_in_words(shape: Format) -> str:
    return {
        Format.ONE_TO_ONE: _("Du møter én person."),
        Format.SMALL_GROUP: _("Det er en liten gruppe."),
        Format.GROUP: _("Det er en gruppe."),
        Format.OPEN_HOUSE: _("Åpent hus: Du kommer og går som du vil."),
    }[shape]


def intensity_in_words(intensity: Intensity) -> str:
    return {
        Intensity.CALM: _("Det er rolig."),
        Intensity.MODERATE: _("Du blir litt sliten."),
        Intensity.HARD: _("Det er hardt. Du blir sliten."),
    }[intensity]


def capacity_in_words(capacity: Capacity) -> str:
    return {
        Capacity.OPEN: _("Det er plass til flere."),
        Capacity.FEW_PLACES: _("Det er få plasser igjen."),
        Capacity.WAITING_LIST: _("Det er venteliste."),
        Capacity.FULL: _("Det er fullt nå. Spør når det blir plass."),
    }[capacity]


def audience_in_words(audience: Audience) -> str:
    return {
        Audience.SELF: _("deg selv"),
        Audience.RELATIVES: _("pårørende"),
        Audience.BEREAVED: _("etterlatte"),
    }[audience]


def topic_in_words(topic: Topic) -> str:
    return {
        Topic.DRUGS: _("rus"),
        Topic.ALCOHOL: _("alkohol"),
        Topic.MENTAL_HEALTH: _("psykisk helse"),
        Topic.LONELINESS: _("ensomhet"),
        Topic.GAMBLING: _("pengespill"),
    }[topic]
