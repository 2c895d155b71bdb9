"""Every caveat by its code and value, in three languages, to read a sentence back by.

Written down here once more and by hand, like the sentences of ``tests.support.sentences``.
"""

import re
from typing import Final

LANGUAGES = ("nb", "nn", "en")
# Code, value, and the sentence in bokmål, nynorsk and English.
CAVEATS: Final = (
    (
        "not_your_wish", None,
        "Dette er noe annet enn det du ser etter, men kan passe likevel.",
        "Dette er noko anna enn det du ser etter, men kan passe likevel.",
        "This is not what you are looking for, but it may suit you all the same.",
    ),
    (
        "sobriety_rule_unknown", None,
        "Vi vet ikke om de krever at du er rusfri. Spør først.",
        "Vi veit ikkje om dei krev at du er rusfri. Spør først.",
        "We do not know if they ask you to be drug-free. Ask first.",
    ),
    (
        "sober_there", None,
        "Du må være rusfri mens du er der.",
        "Du må vere rusfri medan du er der.",
        "You need to be sober while you are there.",
    ),
    (
        "alcohol_served", None,
        "Det serveres alkohol på stedet.",
        "Det blir servert alkohol på staden.",
        "Alcohol is served there.",
    ),
    (
        "silent", None,
        "Ingen har bekreftet dette på over ett år. Ta kontakt før du går.",
        "Ingen har stadfesta dette på over eitt år. Ta kontakt før du går.",
        "Nobody has confirmed this for more than a year. Get in touch before you go.",
    ),
    ("waiting_list", None, "Det er venteliste.", "Det er venteliste.", "There is a waiting list."),
    (
        "full", None,
        "Det er fullt nå. Spør når det blir plass.",
        "Det er fullt no. Spør når det blir plass.",
        "It is full right now. Ask when there will be room.",
    ),
    (
        "day_unknown", None,
        "Vi vet ikke hvilken dag det er. Spør først.",
        "Vi veit ikkje kva dag det er. Spør først.",
        "We do not know which day it is. Ask first.",
    ),
    (
        "time_unknown", None,
        "Vi vet ikke når på dagen det er. Spør først.",
        "Vi veit ikkje når på dagen det er. Spør først.",
        "We do not know what time of day it is. Ask first.",
    ),
    (
        "holiday", None,
        "Neste gang er på en helligdag eller en aften. Spør om det blir noe av.",
        "Neste gong er på ein heilagdag eller ein aftan. Spør om det blir noko av.",
        "The next time falls on a public holiday or the eve of one. Ask if it is on.",
    ),
    (
        "place_approximate", None,
        "Vi vet bare omtrent hvor det er. Spør om veien.",
        "Vi veit berre omtrent kvar det er. Spør om vegen.",
        "We only know roughly where it is. Ask for directions.",
    ),
    (
        "age_limit_unknown", None,
        "Vi vet ikke om det er en aldersgrense.",
        "Vi veit ikkje om det er ei aldersgrense.",
        "We do not know if there is an age limit.",
    ),
    (
        "cost_unknown", None,
        "Vi vet ikke sikkert hva det koster.",
        "Vi veit ikkje sikkert kva det kostar.",
        "We do not know for sure what it costs.",
    ),
    (
        "unconfirmed", None,
        "Vi vet ikke når dette sist ble bekreftet. Sjekk om det stemmer.",
        "Vi veit ikkje når dette sist vart stadfesta. Sjekk om det stemmer.",
        "We do not know when this was last confirmed. Check that it is right.",
    ),
    (
        "must_unknown", "free",
        "Vi vet ikke om det er gratis.",
        "Vi veit ikkje om det er gratis.",
        "We do not know if it is free.",
    ),
    (
        "must_unknown", "no_referral",
        "Vi vet ikke om du trenger henvisning.",
        "Vi veit ikkje om du treng tilvising.",
        "We do not know if you need a referral.",
    ),
    (
        "must_unknown", "drop_in",
        "Vi vet ikke om du bare kan møte opp.",
        "Vi veit ikkje om du berre kan møte opp.",
        "We do not know if you can just turn up.",
    ),
    (
        "must_unknown", "anonymous",
        "Vi vet ikke om du kan være anonym.",
        "Vi veit ikkje om du kan vere anonym.",
        "We do not know if you can be anonymous.",
    ),
    (
        "must_unknown", "step_free",
        "Vi vet ikke om det er trinnfritt.",
        "Vi veit ikkje om det er trinnfritt.",
        "We do not know if it is step-free.",
    ),
    (
        "must_unknown", "alcohol_free",
        "Vi vet ikke om stedet er uten alkohol.",
        "Vi veit ikkje om staden er utan alkohol.",
        "We do not know if the place is alcohol-free.",
    ),
    (
        "must_unknown", "no_sharing",
        "Vi vet ikke om du bare kan lytte.",
        "Vi veit ikkje om du berre kan lytte.",
        "We do not know if you can just listen.",
    ),
    (
        "must_unknown", "companion",
        "Vi vet ikke om noen kan møte deg første gang.",
        "Vi veit ikkje om nokon kan møte deg første gong.",
        "We do not know if someone can meet you the first time.",
    ),
    (
        "must_unknown", "beginners",
        "Vi vet ikke om det passer for nybegynnere.",
        "Vi veit ikkje om det passar for nybyrjarar.",
        "We do not know if it suits beginners.",
    ),
    (
        "must_unknown", "online",
        "Vi vet ikke om du kan være med på nett.",
        "Vi veit ikkje om du kan vere med på nett.",
        "We do not know if you can join online.",
    ),
    (
        "must_unknown", "in_person",
        "Vi vet ikke om dere møtes ansikt til ansikt.",
        "Vi veit ikkje om de møtest ansikt til ansikt.",
        "We do not know if you meet face to face.",
    ),
    (
        "must_unknown", "women",
        "Vi vet ikke om det er bare for kvinner.",
        "Vi veit ikkje om det er berre for kvinner.",
        "We do not know if it is only for women.",
    ),
    (
        "must_unknown", "men",
        "Vi vet ikke om det er bare for menn.",
        "Vi veit ikkje om det er berre for menn.",
        "We do not know if it is only for men.",
    ),
    (
        "must_unknown", "medication_ok",
        "Vi vet ikke hva de sier om medisiner, som LAR.",
        "Vi veit ikkje kva dei seier om medisinar, som LAR.",
        "We do not know what they say about medication, such as opioid substitution.",
    ),
    (
        "must_unknown", "twelve_step",
        "Vi vet ikke om de følger de tolv trinnene.",
        "Vi veit ikkje om dei følgjer dei tolv trinna.",
        "We do not know if they follow the twelve steps.",
    ),
    (
        "must_unknown", "faith_based",
        "Vi vet ikke om det er trosbasert.",
        "Vi veit ikkje om det er trusbasert.",
        "We do not know if it is faith-based.",
    ),
    (
        "must_unknown", "one_to_one",
        "Vi vet ikke om dere bare er to.",
        "Vi veit ikkje om de berre er to.",
        "We do not know if there are just two of you.",
    ),
    (
        "must_unknown", "hard",
        "Vi vet ikke hvor hardt det er.",
        "Vi veit ikkje kor hardt det er.",
        "We do not know how hard it is.",
    ),
    (
        "must_unknown", "talk_about_drugs",
        "Vi vet ikke om de venter at du snakker om rus.",
        "Vi veit ikkje om dei ventar at du snakkar om rus.",
        "We do not know if they expect you to talk about drugs or alcohol.",
    ),
)  # fmt: skip
CONFIRMED = {
    "nb": r"Sist bekreftet i (\w+) (\d{4})\. Sjekk om det stemmer\.",
    "nn": r"Sist stadfesta i (\w+) (\d{4})\. Sjekk om det stemmer\.",
    "en": r"Last confirmed in (\w+) (\d{4})\. Check that it is still right\.",
}
DUE = {
    "nb": r"Dette skulle vært bekreftet i (\w+) (\d{4})\. Sjekk om det stemmer\.",
    "nn": r"Dette skulle vore stadfesta i (\w+) (\d{4})\. Sjekk om det stemmer\.",
    "en": r"This should have been confirmed in (\w+) (\d{4})\. Check that it is still right\.",
}


def caveat_read_back(said: str, language: str) -> tuple[str, str | None]:
    """Return the code and the value; for what has a day the month and the year as they were said.

    Raises KeyError for a sentence that nobody knows.
    """
    for code, patterns in (("unconfirmed", CONFIRMED), ("overdue", DUE)):
        month = re.fullmatch(patterns[language], said)
        if month is not None:
            return code, f"{month[1]} {month[2]}"
    place = LANGUAGES.index(language) + 2
    known = {one[place]: (one[0], one[1]) for one in CAVEATS}
    return known[said]
