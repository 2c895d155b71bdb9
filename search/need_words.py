"""What people write about what they need, where they do not name it: "tør ikke å gå alene".

Each row is put together of what may stand first, next and last, since people vary all three.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from search.found import Kind

Row = tuple[tuple[Kind, str], str, tuple[str, ...]]

_MEDICINES = "metadon|subutex|suboxone|buvidal|buprenorfin|lar|lar medisin|substitusjonsbehandling"
_TALKING = "snakke|prate|si noe|dele|dele noe|fortelle noe|prate med noen|snakke med noen"
_GO_ALONE = "gå|gå dit|dra|dra dit|komme|møte opp|reise|stille opp"
_WITH_ME = "møte meg|møte meg der|bli med meg|bli med|følge meg|følge meg dit|gå sammen med meg"
_MY_NAME = "hva jeg heter|navnet|navnet mitt|navn|hvem jeg er"
_MY_NAME_NN = "kva eg heiter|namnet|namnet mitt|namn|kven eg er"
_RELIGIOUS = "kristent|kirkelig|kyrkjeleg|religiøst|religiøs|religion|gud|bibel"

_ROWS: Final[tuple[Row, ...]] = (
    ((Kind.MUST, "medication_ok"), "nb", ("går på|er på|på|bruker|brukar|får|er i|i", _MEDICINES)),
    ((Kind.MUST, "medication_ok"), "en", ("on|take|taking", "methadone|suboxone|subutex")),
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
    ((Kind.LANGUAGE, "en"), "en", ("english only|only english|only speak english",)),
    # Said in passing.
    (
        (Kind.ASIDE, "little_norwegian"),
        "nb",
        ("dårlig|dårleg|lite|litt|ikke|ikkje|snakker ikke|snakker dårlig|snakker lite|kan ikke|kan lite|"
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
         "å drikke|å ruse meg|å gamble|å spille|å spele|med rus|med alkohol|med pengespill"),
    ),
    ((Kind.ASIDE, "stopped"), "en", ("i|have|ive|just", "stopped|quit", "drinking|using|gambling")),
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


def need_phrases() -> Iterator[tuple[tuple[Kind, str], str, str]]:
    """Yield each meaning with its language and one of the ways to write it."""
    for meaning, language, parts in _ROWS:
        for words in product(*(part.split("|") for part in parts)):
            yield meaning, language, " ".join(words)
