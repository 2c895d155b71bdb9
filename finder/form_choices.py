"""What can be chosen in the questions, by the words of CONTRACTS 4, with the words people read."""

from collections.abc import Mapping
from typing import Final

from web.languages import lazy_gettext as _l

Choices = Mapping[str, object]

NOT_SAID: Final = ""

SITUATIONS: Final[Choices] = {
    NOT_SAID: _l("Vil ikke si"),
    "drug_free": _l("Jeg er rusfri"),
    "wants_to_stop": _l("Jeg har lyst til å slutte"),
    "uses_now": _l("Jeg bruker rusmidler nå"),
}
FOR_WHOM: Final[Choices] = {
    NOT_SAID: _l("For meg selv"),
    "relative": _l("Jeg er pårørende"),
    "bereaved": _l("Jeg har mistet noen"),
}
PEERS: Final[Choices] = {
    NOT_SAID: _l("Det spiller ingen rolle"),
    "peers": _l("Gjerne folk som har vært gjennom noe av det samme"),
    "ordinary": _l("Helst en vanlig gjeng"),
}
# The first two only add groups that are otherwise left out; the last two leave out all others.
COMPANY: Final[Choices] = {
    NOT_SAID: _l("Grupper for alle"),
    "woman": _l("Ta med grupper for kvinner"),
    "man": _l("Ta med grupper for menn"),
    "women": _l("Bare grupper for kvinner"),
    "men": _l("Bare grupper for menn"),
}
GENDERS: Final = ("woman", "man")
# What somebody is taken to have said of themselves, grown up and under age.
GENDERS_SAID: Final[Choices] = {"woman": _l("kvinne"), "man": _l("mann")}
YOUNG_GENDERS_SAID: Final[Choices] = {"woman": _l("jente"), "man": _l("gutt")}
TIMES: Final[Choices] = {
    "this_week": _l("Denne uka"),
    "any-day": _l("Dagtid"),
    "any-evening": _l("Kveld"),
    "weekday": _l("Hverdag"),
    "weekend": _l("Helg"),
}
DISTANCES: Final[Choices] = {
    NOT_SAID: _l("Det spiller ingen rolle"),
    "5": _l("Høyst 5 km"),
    "15": _l("Høyst 15 km"),
    "40": _l("Høyst 40 km"),
    "100": _l("Høyst 100 km"),
}
MUSTS: Final[Choices] = {
    "free": _l("Gratis"),
    "companion": _l("Noen kan møte meg første gang"),
    "drop_in": _l("Bare å møte opp"),
    "no_referral": _l("Uten henvisning"),
    "beginners": _l("For nybegynnere"),
    "no_sharing": _l("Greit å bare lytte"),
    "anonymous": _l("Kan være anonym"),
    "in_person": _l("Møtes ansikt til ansikt"),
    "online": _l("På nett"),
    "step_free": _l("Trinnfritt for rullestol"),
    "alcohol_free": _l("Sted uten alkohol"),
    "medication_ok": _l("Greit med medisiner, som LAR"),
}
AVOID: Final[Choices] = {
    "faith_based": _l("Trosbasert"),
    "twelve_step": _l("De tolv trinnene"),
    "talk_about_drugs": _l("Å måtte snakke om rus"),
    "one_to_one": _l("Å være bare to"),
    "hard": _l("Hard trening"),
}
