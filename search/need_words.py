"""What people write about what they need, where they do not name it: "tør ikke å gå alene".

Each row is put together of what may stand first, next and last, since people vary all three.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from search.found import Kind

Row = tuple[tuple[Kind, str], str | None, tuple[str, ...]]

_MEDICINES = "metadon|subutex|suboxone|buvidal|buprenorfin|lar|lar medisin|substitusjonsbehandling"
_TALKING = "snakke|prate|si noe|dele|dele noe|fortelle noe|prate med noen|snakke med noen"
_GO_ALONE = "gå|gå dit|dra|dra dit|komme|møte opp|reise|stille opp"
_WITH_ME = "møte meg|møte meg der|bli med meg|bli med|følge meg|følge meg dit|gå sammen med meg"
_MY_NAME = "hva jeg heter|navnet|navnet mitt|navn|hvem jeg er"
_MY_NAME_NN = "kva eg heiter|namnet|namnet mitt|namn|kven eg er"
_RELIGIOUS = "kristent|kirkelig|kyrkjeleg|religiøst|religiøs|religion|gud|bibel"

_DRINK_NOTHING = "drikker|drikkar|drikk"
_HARMLESS = "kaffe|kaffi|te|brus|cola|vann|vatn|melk|mjølk|saft|energidrikk"
_BE_SOBER = "edru|rusfri|nykter|rusfrie|edrue"

_ROWS: Final[tuple[Row, ...]] = (
    ((Kind.MUST, "medication_ok"), "nb", ("går på|er på|på|bruker|brukar|får|er i|i", _MEDICINES)),
    ((Kind.MUST, "medication_ok"), "en", ("on|take|taking", "methadone|suboxone|subutex")),
    # Doing without drink: a place without it is asked for, whatever the situation is.
    # Not inflected: "slutte å drikke" is a wish for help with it.
    (
        (Kind.MUST, "alcohol_free"),
        None,
        ("sluttet|slutta|har sluttet|har slutta|har slutta heilt|har sluttet helt|har akkurat sluttet|"
         "har nettopp sluttet|etter at jeg sluttet|da jeg sluttet|jeg sluttet|eg slutta|sluttet jeg|"
         "slutta eg", "å drikke|med alkohol|å drikke alkohol|med å drikke"),
    ),
    (
        (Kind.MUST, "alcohol_free"),
        "nb",
        ("annet enn|anna enn|noe annet enn|noko anna enn|noe anna enn|uten|utan|unngå|slippe|sleppe|"
         "i stedet for|i staden for|istedenfor", "å drikke|å drikke alkohol|å måtte drikke|drikking"),
    ),
    ((Kind.MUST, "alcohol_free"), "nb", (_DRINK_NOTHING, "ikke|ikkje|aldri", "alkohol|lenger|mer|meir")),
    ((Kind.MUST, "alcohol_free"), "nb", (_DRINK_NOTHING, "ikke|ikkje|aldri")),
    ((Kind.MUST, "alcohol_free"), "nb", ("ikke|ikkje|aldri", "drikker|drikkar|drikk|drikke")),
    (
        (Kind.MUST, "alcohol_free"),
        "en",
        ("not|stopped|quit|other than|something other than|anything other than|something else than|"
         "anything but|instead of|without|no|gave up|given up", "drinking"),
    ),
    ((Kind.MUST, "alcohol_free"), "en", ("dont|do not|cant|cannot|never|not|no longer", "drink")),
    # ... and what only sounds like it.
    (
        (Kind.ASIDE, "drinks_other_things"),
        "nb",
        (_DRINK_NOTHING, "ikke|ikkje|aldri",
         f"{_HARMLESS}|så mye|så mykje|for mye|for mykje|mye|mykje|så ofte|ofte|hver dag|kvar dag|"
         "bare|berre"),
    ),
    ((Kind.ASIDE, "drinks_other_things"), "nb", ("ikke|ikkje", "drikker|drikkar|drikk|drikke", _HARMLESS)),
    (
        (Kind.ASIDE, "drinks_other_things"),
        "en",
        ("dont|do not|cant|cannot|never|not|no longer", "drink|drinking",
         "coffee|tea|soda|milk|water|much|so much|enough|too much|often|every day"),
    ),
    (
        (Kind.ASIDE, "has_to_be_sober"),
        "nb",
        ("må jeg være|må man være|må en være|må du være|må vi være|må eg vere|må ein vere|må vi vere",
         _BE_SOBER),
    ),
    (
        (Kind.ASIDE, "has_to_be_sober"),
        "en",
        ("do i have to be|do you have to be|do i need to be|have to be|need to be|must i be",
         "sober|drug free|clean"),
    ),
    # Who does not smoke asks for nothing that is called so.
    (
        (Kind.ASIDE, "smokes_nothing"),
        "nb",
        ("ikke røyker|ikke røyke|ikke røyking|røyker ikke|ikkje røykjer|ikkje røyker|røykjer ikkje|"
         "røyker ikkje|røykfri|røykfritt",),
    ),
    ((Kind.ASIDE, "smokes_nothing"), "en", ("dont smoke|do not smoke|doesnt smoke|non smoker|no smoking",)),
    (
        (Kind.MUST, "no_sharing"),
        "nb",
        ("uten å|utan å|uten å måtte|utan å måtte|slippe å|sleppe å|slipper å", _TALKING),
    ),
    (
        (Kind.MUST, "companion"),
        "nb",
        ("tør ikke|tør ikke å|torer ikkje|torer ikkje å|tør ikkje|tør ikkje å", _GO_ALONE,
         "alene|aleine|åleine"),
    ),
    (
        (Kind.MUST, "companion"),
        "nb",
        ("kan noen|noen som kan|kan nokon|nokon som kan|kan dere|kan dykk|kan en av dere", _WITH_ME),
    ),
    (
        (Kind.MUST, "companion"),
        "en",
        ("can someone|could someone|can somebody|someone who can", "meet me|come with me|go with me"),
    ),
    (
        (Kind.MUST, "anonymous"),
        "nb",
        ("vil ikke|ønsker ikke å|slippe å|slipper å|uten å|tør ikke|tør ikke å", "si|oppgi|fortelle",
         _MY_NAME),
    ),
    (
        (Kind.MUST, "anonymous"),
        "nn",
        ("vil ikkje|sleppe å|utan å|torer ikkje", "seie|oppgi|fortelje", _MY_NAME_NN),
    ),
    (
        (Kind.MUST, "anonymous"),
        "en",
        ("dont want to|do not want to|not have to|dont have to", "say|give|tell",
         "my name|who i am"),
    ),
    (
        (Kind.MUST, "step_free"),
        "nb",
        ("rullator|gåstol|krykker|trapper er vanskelig|trapper er vanskelege|vanskelig med trapper|"
         "problemer med trapper|sliter med trapper|klarer ikke trapper|klarer ikke å gå i trapper|"
         "kan ikke gå i trapper|kommer ikke opp trapper|jeg går dårlig|eg går dårleg|som går dårlig|"
         "går dårlig til beins|dårlig til beins|dårleg til beins|vondt for å gå",),
    ),
    ((Kind.MUST, "step_free"), "en", ("cant do|cannot do|cant climb|trouble with", "stairs|steps")),
    (
        (Kind.MUST, "online"),
        "nb",
        ("gjøre|gjøre noe|gjere|gjere noko|noe|noko|delta|være med|vere med|trene|møte",
         "hjemmefra|heimefrå|heimefra|fra sofaen|frå sofaen|fra senga|frå senga"),
    ),
    ((Kind.MUST, "online"), "nb", ("fra sofaen|frå sofaen|fra egen sofa",)),
    (
        (Kind.MUST, "online"),
        "en",
        ("something|do|done|join|take part|meet", "from home|from my couch|from my sofa|from bed"),
    ),
    (
        (Kind.AVOID, "faith_based"),
        "nb",
        ("uten|utan|uten noe|utan noko|ikke|ikkje|ikke noe|ikkje noko|uten at det blir|utan at det blir|"
         "uten at det er|utan at det er", _RELIGIOUS),
    ),
    ((Kind.LANGUAGE, "en"), "nb", ("bare|kun|berre", "engelsk")),
    (
        (Kind.LANGUAGE, "en"),
        "en",
        ("dont|do not|cant|cannot|not", "speak|understand|know", "norwegian|any norwegian|much norwegian"),
    ),
    ((Kind.LANGUAGE, "en"), "en", ("english only|only english|only speak english",)),
    # Said in passing.
    (
        (Kind.ASIDE, "little_norwegian"),
        "nb",
        ("dårlig|dårleg|lite|litt|ikke|ikkje|snakker ikke|forstår ikke|skjønner ikke|forstår ikkje|"
         "snakkar ikkje|snakker dårlig|snakker lite|kan ikke|kan lite|"
         "kan ikke så mye", "norsk"),
    ),
    ((Kind.ASIDE, "little_norwegian"), "en", ("no|bad|little|not much|poor", "norwegian")),
    ((Kind.ASIDE, "help"), "nb", ("trenger|treng|litt|få|får|søker|ønsker|noe|noko|vil ha", "hjelp til")),
    # What is done already, and when something else is done, is no wish.
    (
        (Kind.ASIDE, "stopped"),
        "nb",
        ("har sluttet|har slutta|har slutta heilt|har sluttet helt|har akkurat sluttet|har nettopp sluttet|"
         "etter at jeg sluttet|da jeg sluttet",
         "å ruse meg|å gamble|å spille|å spele|med rus|med pengespill"),
    ),
    ((Kind.ASIDE, "stopped"), "en", ("i|have|ive|just", "stopped|quit", "using|gambling")),
    (
        (Kind.ASIDE, "use_at_times"),
        "nb",
        ("drikker|drikkar|drikk|ruser meg|rusar meg|fester|festar|røyker",
         "i|på|for mye i|for mye på|for mykje i|mye i|bare i|berre i|mest i|hasj i",
         "helgene|helgen|helga|helgane|kveldene|kvelden|ukedagene|ukene"),
    ),
    ((Kind.ASIDE, "help"), "nb", ("hjelp til å|hjelp til det",)),
    ((Kind.ASIDE, "instead"), "nb", ("i stedet for|i staden for|istedenfor|i stedet",)),
)  # fmt: skip


def need_phrases() -> Iterator[tuple[tuple[Kind, str], str | None, str]]:
    """Yield each meaning with its language and one of the ways to write it.

    Without a language it is found only just as it stands.
    """
    for meaning, language, parts in _ROWS:
        for words in product(*(part.split("|") for part in parts)):
            yield meaning, language, " ".join(words)
