"""Reads the explicit words for musts, for whom something is, and in which language."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from search.found import Kind
from search.need_words import need_phrases
from search.phrases import Phrase

Meaning = TypeVar("Meaning")

# Interests that only somebody close to a person who uses drugs, or who has lost one, asks for.
GROUPS_FOR: Final[Mapping[str, frozenset[str]]] = {
    "relative": frozenset({"relatives_group", "al_anon"}),
    "bereaved": frozenset({"grief_group"}),
}

# An aside is said in passing and is no wish: who has no car does not ask for cars, nor against them.
_PHRASES: dict[tuple[Kind, str], dict[str, str]] = {
    (Kind.MUST, "free"): {
        "nb": "gratis|koster ingenting|kostnadsfri|kostnadsfritt|uten å betale|ikke koste noe|"
        "koster ikke noe|har ikke råd|har ikke penger|ingen penger|uten penger",
        "nn": "kostar ingenting|utan å betale|ikkje koste noko|har ikkje råd|har ikkje pengar|ingen pengar",
        "en": "free|free of charge|for free|no cost|costs nothing|no money|cant afford",
    },
    (Kind.MUST, "women"): {
        "nb": "kvinnegruppe|kvinnekveld|kvinnetreff|damegruppe|jentegruppe|jentekveld",
        "en": "womens group",
    },
    (Kind.MUST, "men"): {
        "nb": "mannegruppe|mannekveld|mannetreff|mannfolkgruppe|guttegruppe",
        "nn": "gutegruppe",
        "en": "mens group",
    },
    (Kind.MUST, "step_free"): {
        "nb": "rullestol|rullestolbruker|trinnfri|trinnfritt|uten trapper|rullestolvennlig|"
        "universelt utformet|universell utforming|med rullator",
        "nn": "rullestol|rullestolbrukar|trinnfri|trinnfritt|utan trapper|universelt utforma|"
        "universell utforming|med rullator",
        "en": "wheelchair|wheelchair user|wheelchair accessible|step free|step-free|no stairs|"
        "without stairs",
    },
    (Kind.MUST, "online"): {
        "nb": "på nett|på nettet|over nett|via nett|nettmøte|nettbasert|på zoom|på teams|online|"
        "på internett|digitalt møte|videomøte",
        "nn": "på nett|på nettet|over nett|nettmøte|på zoom|på teams|online|på internett|videomøte",
        "en": "online|on zoom|via zoom|over zoom|on the internet|video call",
    },
    (Kind.MUST, "in_person"): {
        "nb": "fysisk oppmøte|ansikt til ansikt|ikke på nett|ikke online|i virkeligheten",
        "nn": "fysisk oppmøte|andlet til andlet|ikkje på nett|ikkje online",
        "en": "in person|face to face|in real life|not online",
    },
    (Kind.MUST, "alcohol_free"): {
        "nb": "alkoholfri|alkoholfritt|uten alkohol|ikke alkohol|ingen alkohol|ikke servert alkohol|"
        "ikke serveres alkohol|edru|edrue|nykter|rusfri|rusfritt|rusfrie|rus fri|rus fritt|rus frie",
        "nn": "alkoholfri|alkoholfritt|utan alkohol|ikkje alkohol|ingen alkohol|edru|edrue|rusfri|rusfritt|"
        "rusfrie",
        "en": "alcohol free|alcohol-free|no alcohol|without alcohol|sober|drug free|drug-free",
    },
    (Kind.MUST, "beginners"): {
        "nb": "nybegynner|for nybegynnere|for begynnere|begynnerkurs|nybegynnerkurs|helt fersk|uerfaren",
        "nn": "nybyrjar|for nybyrjarar|byrjarkurs|nybyrjarkurs",
        "en": "beginner|for beginners|beginner friendly|novice|absolute beginner",
    },
    (Kind.MUST, "anonymous"): {
        "nb": "anonym|anonymt|være anonym|uten navn|uten å oppgi navn",
        "nn": "anonym|anonymt|vere anonym|utan namn|utan å oppgi namn",
        "en": "anonymous|anonymously|anonymity|without giving my name",
    },
    (Kind.MUST, "drop_in"): {
        "nb": "drop in|drop-in|dropin|uten påmelding|uten avtale|uten timebestilling|bare møte opp|"
        "bare å møte opp|bare dukke opp|uten å melde meg på",
        "nn": "drop in|drop-in|dropin|utan påmelding|utan avtale|utan timebestilling|berre møte opp|"
        "berre å møte opp|berre dukke opp",
        "en": "drop in|drop-in|without booking|no booking|no sign-up|just turn up|just show up|"
        "without signing up",
    },
    (Kind.MUST, "no_referral"): {
        "nb": "uten henvisning|ikke henvisning|slippe henvisning",
        "nn": "utan tilvising|ikkje tilvising|utan henvising",
        "en": "without referral|without a referral|no referral",
    },
    (Kind.MUST, "companion"): {
        "nb": "noen som blir med meg|noen som kan bli med|noen som kan bli med meg|noen å gå med|"
        "noen å gå sammen med|noen som går med meg|noen som følger meg|følge første gang|"
        "bli med meg første gang|tør ikke gå alene|tør ikke dra alene|tør ikke gå dit alene|"
        "tør ikke komme alene|tør ikke alene|redd for å gå alene|redd for å komme alene|"
        "gruer meg til å gå alene|vil ikke gå alene|slippe å gå alene",
        "nn": "nokon som blir med meg|nokon som kan bli med|nokon å gå med|nokon å gå saman med|"
        "nokon som følgjer meg|tør ikkje gå åleine|torer ikkje gå åleine|vil ikkje gå åleine|"
        "tør ikkje gå aleine|redd for å gå åleine|sleppe å gå åleine",
        "en": "someone to go with|somebody to go with|someone to come with me|someone to go with me|"
        "someone who comes with me|come with me the first time|scared to go alone|"
        "afraid to go alone|dont want to go alone|dont dare go alone|cant go alone",
    },
    (Kind.MUST, "no_sharing"): {
        "nb": "bare lytte|bare høre på|bare sitte og høre|bare sitte og lytte|slippe å snakke|"
        "slippe å si noe|uten å snakke|uten å si noe|uten å måtte snakke|uten å måtte si noe|"
        "trenger ikke si noe|trenger ikke å si noe|trenger ikke snakke|ikke si noe",
        "nn": "berre lytte|berre høyre på|sleppe å snakke|sleppe å seie noko|utan å snakke|"
        "utan å seie noko|treng ikkje seie noko|treng ikkje å seie noko",
        "en": "just listen|only listen|just listening|without talking|without speaking|"
        "dont have to talk|dont have to speak|not have to talk|not have to speak|without sharing",
    },
    (Kind.AVOID, "faith_based"): {
        "nb": "uten religion|ikke religiøst|ikke religiøs|ikke noe religiøst|ikke kristent|ikke kristen|"
        "ikke noe kristent|uten gud|ikke noe med gud|slippe religion|slipper religion|livssynsnøytralt",
        "nn": "utan religion|ikkje religiøst|ikkje religiøs|ikkje noko religiøst|ikkje kristent|"
        "ikkje noko kristent|utan gud|sleppe religion|livssynsnøytralt",
        "en": "not religious|no religion|without religion|non religious|nonreligious|nothing religious|"
        "not christian|secular",
    },
    (Kind.AVOID, "hard"): {
        "nb": "ikke hard trening|ikke hardt|ikke for hardt|ikke så hardt|ikke noe hardt|ikke slitsomt|"
        "ikke for slitsomt|ikke noe slitsomt",
        "nn": "ikkje hard trening|ikkje hardt|ikkje for hardt|ikkje så hardt|ikkje noko hardt|ikkje slitsamt",
        "en": "not hard|not too hard|nothing hard|nothing too hard|not strenuous|nothing strenuous",
    },
    (Kind.AVOID, "talk_about_drugs"): {
        "nb": "ikke snakke om rus|ikke prate om rus|slippe å snakke om rus|slipper å snakke om rus|"
        "slippe å prate om rus|uten å snakke om rus|uten å prate om rus",
        "nn": "ikkje snakke om rus|ikkje prate om rus|sleppe å snakke om rus|utan å snakke om rus",
        "en": "not talk about drugs|without talking about drugs|not have to talk about drugs|"
        "dont want to talk about drugs",
    },
    (Kind.ASIDE, "where"): {
        "nn": "kor kan|kor er|kor e|kor finn|kor finst|kor går|kor skal|kor får|kor mange|kor mykje|"
        "kor langt|kor ofte|kor lenge|kor tid|kor ligg",
    },
    (Kind.ASIDE, "everybody"): {
        "nb": "for kvinner og menn|for menn og kvinner|for begge kjønn|for damer og herrer|"
        "for jenter og gutter|for gutter og jenter",
        "nn": "for kvinner og menn|for menn og kvinner|for begge kjønn|for jenter og gutar",
        "en": "for women and men|for men and women",
    },
    (Kind.ASIDE, "afraid"): {
        "nb": "redd for kvinner|redd for menn|redd for jenter|redd for gutter",
        "nn": "redd for gutar",
        "en": "afraid of women|afraid of men|scared of women|scared of men",
    },
    (Kind.ASIDE, "free_of_something"): {
        "en": "smoke free|sugar free|gluten free|stress free|free time|feel free|free from"
    },
    (Kind.ASIDE, "price"): {
        "nb": "billig|billige|rimelig|lav pris|ikke dyr|ikke dyrt|ikke dyre|"
        "ikke så dyr|ikke så dyrt|ikke for dyr|ikke for dyrt|"
        "for dyrt|for dyr|ikke altfor dyrt|dyrt|råd til",
        "nn": "billeg|rimeleg|ikkje dyr|ikkje dyrt|"
        "ikkje dyre|ikkje så dyr|ikkje så dyrt|ikkje for dyrt|for dyrt|"
        "dyrt|råd til",
        "en": "not expensive|not too expensive|cheap|affordable",
    },
    (Kind.ASIDE, "no_car"): {
        "nb": "har ikke bil|ikke har bil|uten bil|mangler bil|disponerer ikke bil|ikke tilgang til bil",
        "nn": "har ikkje bil|ikkje har bil|utan bil|manglar bil",
        "en": "no car|without a car|dont have a car|do not have a car|dont drive",
    },
}  # fmt: skip

# Only just as they stand: "for jente 16" tells who is looking, not what kind of group she wants.
_COMPANY = {
    "women": "for kvinner|bare kvinner|kun kvinner|berre kvinner|bare for kvinner|kun for kvinner|"
    "berre for kvinner|med andre kvinner|for damer|bare damer|kun damer|berre damer|bare for damer|"
    "for jenter|bare jenter|kun jenter|berre jenter|bare for jenter|for women|women only|only women|"
    "with other women|for ladies|ladies only|for girls|girls only",
    "men": "for menn|bare menn|kun menn|berre menn|bare for menn|kun for menn|berre for menn|"
    "med andre menn|for gutter|bare gutter|kun gutter|bare for gutter|for gutar|berre gutar|"
    "for men|men only|only men|with other men|for boys|boys only",
}

_FOR_WHOM: dict[str, dict[str, str]] = {
    "relative": {
        "nb": "pårørende|for pårørende|som pårørende|nærstående",
        "nn": "pårørande|for pårørande|som pårørande|nærståande",
        "en": "relative|for relatives|as a relative|next of kin",
    },
    "bereaved": {
        "nb": "etterlatt|etterlatte|for etterlatte",
        "nn": "etterlaten|etterlatne|attlaten|attlatne|for etterlatne",
        "en": "bereaved|for the bereaved|bereavement",
    },
    "self": {
        "nb": "for meg selv|til meg selv|for min egen del",
        "nn": "for meg sjølv|til meg sjølv|for min eigen del",
        "en": "for myself",
    },
}  # fmt: skip

# Only those people may name in Norwegian or English for themselves; ISO 639 codes.
_LANGUAGES = {
    "nb": "norsk|norwegian|bokmål", "nn": "nynorsk", "en": "engelsk|english",
    "se": "samisk|nordsamisk|sámi|sami", "ar": "arabisk|arabic", "pl": "polsk|polish",
    "uk": "ukrainsk|ukrainian", "ru": "russisk|russian", "so": "somali|somalisk",
    "ti": "tigrinja|tigrinya", "am": "amharisk|amharic", "fa": "farsi|persisk|persian",
    "prs": "dari", "ps": "pashto", "ur": "urdu", "tr": "tyrkisk|turkish", "ku": "kurdisk|kurdish",
    "lt": "litauisk|lithuanian", "lv": "latvisk|latvian", "ro": "rumensk|romanian",
    "es": "spansk|spanish", "fr": "fransk|french", "de": "tysk|german", "pt": "portugisisk|portuguese",
    "it": "italiensk|italian", "sv": "svensk|swedish", "da": "dansk|danish", "fi": "finsk|finnish",
    "nl": "nederlandsk|dutch", "vi": "vietnamesisk|vietnamese", "th": "thai|thailandsk",
    "zh": "kinesisk|chinese", "nsl": "tegnspråk|teiknspråk|sign language",
}  # fmt: skip
# A language alone may be something to learn; after these words it is spoken.
_SPOKEN = ("på", "snakker", "snakkar", "snakke", "kan", "in", "speak", "speaks", "speaking")


# Alone these are part of a name more often than a wish: "Anonyme ...".
ONLY_EXACT = frozenset({"anonyme"})


def phrases() -> Iterator[Phrase[tuple[Kind, str]]]:
    """Yield the phrases for musts and languages, and what is only said in passing."""
    yield from _spread(_PHRASES)
    yield from (Phrase(text, language, meaning) for meaning, language, text in need_phrases())
    for company, texts in _COMPANY.items():
        yield from (Phrase(text, None, (Kind.MUST, company)) for text in texts.split("|"))
    for code, names in _LANGUAGES.items():
        meaning = (Kind.LANGUAGE, code)
        for name in names.split("|"):
            yield from (Phrase(f"{before} {name}", "nb", meaning) for before in _SPOKEN)
            yield Phrase(f"{name}språklig", "nb", meaning)
            yield Phrase(f"{name}-speaking", "en", meaning)


def for_whom_phrases() -> Iterator[Phrase[str]]:
    """Yield the phrases that tell for whom something is looked for."""
    yield from _spread(_FOR_WHOM)


def _spread(
    table: Mapping[Meaning, Mapping[str, str]],
) -> Iterator[Phrase[Meaning]]:
    for meaning, languages in table.items():
        for language, texts in languages.items():
            yield from (Phrase(text, language, meaning) for text in texts.split("|"))
