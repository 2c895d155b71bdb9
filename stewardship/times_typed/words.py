"""The words of times, bokmål and nynorsk, and what each stands for. Spelling is folded (``places.folding``).

A word that is not here is not understood, and is asked about. So a word is only passed over
(FILLER) where it can change nothing.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from itertools import product
from typing import Any, Final

from places.folding import fold

WORKING_WEEK: Final = frozenset(range(5))
WEEKEND: Final = frozenset({5, 6})
EVERY_DAY: Final = frozenset(range(7))


class Kind(Enum):
    NUMBER = auto()  # digits, or a word such as "seks"
    ORDINAL = auto()
    DAY = auto()  # value: the weekday
    DAYS = auto()  # several weekdays at once: "hverdager"
    PART = auto()  # of the day: "kveld"
    MONTH = auto()
    EVERY = auto()
    EVERY_OTHER = auto()
    DAY_UNIT = auto()
    WEEK = auto()
    MONTH_UNIT = auto()
    YEAR = auto()
    OF_MONTH = auto()  # "i måneden", which says nothing by itself
    EACH_MONTH = auto()
    EACH_WEEK = auto()  # "hver uke"
    PARITY = auto()  # 0: weeks with an even number
    FROM = auto()
    TO = auto()
    BETWEEN = auto()
    THROUGHOUT = auto()  # "ut mai"
    CLOCK = auto()
    HALF = auto()
    QUARTER = auto()  # minutes from the hour
    ALWAYS = auto()
    TIMES = auto()  # "ganger"
    ONCE = auto()
    HOURS_LONG = auto()
    MINUTES_LONG = auto()
    LASTING = auto()  # minutes: "halvannen time"
    APPOINTMENT = auto()
    NOT = auto()
    ONLY = auto()
    ALSO = auto()
    ASK = auto()
    HOLIDAYS = auto()
    SUMMER_BREAK = auto()
    VAGUE = auto()  # value: the question it raises
    THE = auto()
    RELATIVE_DAY = auto()  # days from today
    PREPOSITION = auto()
    FILLER = auto()
    AND = auto()
    COMMA = auto()
    DOT = auto()
    COLON = auto()
    DASH = auto()
    SLASH = auto()
    BREAK = auto()  # a new line or a semicolon
    UNKNOWN = auto()
    END = auto()


Meaning = tuple[tuple[Kind, Any], ...]

WEEKDAY_NAMES: Final = (
    "mandag maandag", "tirsdag tysdag", "onsdag", "torsdag", "fredag",
    "lørdag loerdag laurdag", "søndag soendag sundag",
)  # fmt: skip
_SHORT_WEEKDAYS: Final = ("man", "tir tirs tys", "ons", "tor tors", "fre", "lør lau", "søn sun")
_ENDINGS: Final = ("", "en", "er", "ar", "ene", "ane")
_MONTHS: Final = (
    "januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli",
    "august aug", "september sep sept", "oktober okt", "november nov", "desember des",
)  # fmt: skip
_PARTS: Final = {
    "morning": "morgen morgon",
    "forenoon": "formiddag føremiddag",
    "afternoon": "ettermiddag",
    "evening": "kveld",
    "night": "natt",
}
_NUMBERS: Final = (
    "en ett ein ei", "to", "tre", "fire", "fem", "seks", "sju syv", "åtte", "ni", "ti", "elleve",
    "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue",
)  # fmt: skip
_ORDINALS: Final = {
    1: "første fyrste", 2: "andre", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette",
    8: "åttende", 14: "fjortende",
    -1: "siste", -2: "nest_siste",
}  # fmt: skip
# Words of more than one word are joined by _ here.
_SIGNS: Final = {
    Kind.COMMA: ", ( ) ! • * « »", Kind.DOT: ".", Kind.COLON: ":", Kind.DASH: "- – — − ‐ ‑", Kind.SLASH: "/",
    Kind.BREAK: "; \n",
}  # fmt: skip
_PLAIN: Final = {
    Kind.AND: "og & +",
    Kind.EVERY: "hver hvert kvar kvart_einaste hver_eneste alle",
    Kind.EVERY_OTHER: "annenhver annenhvert annankvar annakvar anna_kvar annan_kvar annen_hver"
    " hver_annen kvar_annan annahver annanhver",
    Kind.DAY_UNIT: "dag dager dagar",
    Kind.WEEK: "uke uka uken uker veke veka veker",
    Kind.MONTH_UNIT: "måned måneder månad månader mnd mnd_.",
    Kind.YEAR: "år året",
    Kind.OF_MONTH: "i_måneden i_månaden i_mnd i_mnd_. månedens månadens",
    Kind.EACH_MONTH: "hver_måned kvar_månad i_hver_måned i_kvar_månad per_måned pr_måned pr_._måned"
    " hver_mnd hver_mnd_. månedlig månadleg en_gang_i_måneden ein_gong_i_månaden 1_gang_i_måneden",
    Kind.EACH_WEEK: "hver_uke kvar_veke kvar_uke ukentlig en_gang_i_uka en_gang_i_uken"
    " 1_gang_i_uka 1_gang_i_uken ein_gong_i_veka",
    Kind.FROM: "fra frå fra_og_med frå_og_med f_._o_._m_. f_._o_._m fom begynner starter startar"
    " byrjar oppstart med_start med_oppstart første_gang fyrste_gong",
    Kind.TO: "til til_og_med t_._o_._m_. t_._o_._m tom frem_til fram_til inntil varer_til"
    " siste_gang siste_gong slutter sluttar",
    Kind.BETWEEN: "mellom",
    Kind.THROUGHOUT: "ut",
    Kind.CLOCK: "kl kl_. klokka klokken",
    Kind.HALF: "halv",
    Kind.ALWAYS: "døgnet_rundt døgnåpent døgnåpen døgnope døgnopent hele_døgnet heile_døgnet"
    " 24_timer_i_døgnet 24_/_7",
    Kind.TIMES: "ganger gonger ganger_i_alt gonger_i_alt samlinger samlingar",
    Kind.ONCE: "en_gang ein_gong",
    Kind.HOURS_LONG: "time timer timar",
    Kind.MINUTES_LONG: "minutt minutter min min_.",
    Kind.NOT: "ikke ikkje men_ikke men_ikkje unntatt untatt unnateke utenom utanom bortsett_fra"
    " bortsett_frå stengt stengd med_unntak_av med_unntak_for",
    Kind.ONLY: "bare kun berre",
    Kind.ALSO: "også inkludert som_vanlig som_vanleg",
    Kind.ASK: "spør_om spør_om_det_er_som_vanlig spør_om_det_er_som_vanleg",
    Kind.HOLIDAYS: "helligdager helligdagene helligdag heilagdagar heilagdagane heilagdag"
    " røde_dager røde_dagene raude_dagar raude_dagane",
    Kind.SUMMER_BREAK: "fellesferien fellesferie fellesferia",
    Kind.THE: "den",
    Kind.PREPOSITION: "i på om",
    Kind.FILLER: "vi møtes møtest møter møte møtet treffes treffast samles samlast har har_vi er det"
    " åpent åpen ope open opent gruppa gruppen treff holder_åpent held_ope varer"
    " hele_året heile_året året_rundt åpningstid åpningstider opningstid opningstider møtetid møtetider",
}
_VALUED: Final = (
    (Kind.QUARTER, 15, "kvart_over kvarter_over"),
    (Kind.QUARTER, -15, "kvart_på kvarter_på"),
    (Kind.LASTING, 90, "halvannen_time halvannan_time en_og_en_halv_time ein_og_ein_halv_time"),
    (Kind.LASTING, 30, "en_halv_time ein_halv_time"),
    (Kind.DAYS, WORKING_WEEK, "hverdag hverdager hverdagene kvardag kvardagar kvardagane"),
    (Kind.DAYS, WEEKEND, "helg helger helgene helgar helgane helgedager"),
    (Kind.DAYS, EVERY_DAY, "daglig dagleg hver_dag kvar_dag alle_dager alle_dagar hver_eneste_dag"
     " alle_dager_i_uka alle_dager_i_uken alle_dagar_i_veka sju_dager_i_uka hele_uka hele_uken"),
    (Kind.PARITY, 0, "partallsuker partallsuke partalsveker partalsveke"),
    (Kind.PARITY, 1, "oddetallsuker oddetallsuke oddetalsveker oddetalsveke"),
    (Kind.RELATIVE_DAY, 0, "i_dag"),
    (Kind.RELATIVE_DAY, 1, "i_morgen i_morgon"),
    (Kind.APPOINTMENT, True, "etter_avtale etter_nærmere_avtale etter_nærare_avtale ring_først"
     " ring_fyrst ring_oss_først ring_på_forhånd ring_for_avtale ta_kontakt_først"
     " ta_kontakt_på_forhånd kontakt_oss_først avtal_tid avtal_først bestill_time timebestilling"
     " du_må_avtale_før_du_kommer"),
    (Kind.APPOINTMENT, False, "uten_avtale utan_avtale drop_-_in drop_in dropin bare_møt_opp"
     " bare_å_møte_opp berre_møt_opp du_trenger_ikke_avtale"),
    (Kind.VAGUE, "summer", "sommeren sommer sommaren sommar"),
    (Kind.VAGUE, "school_holidays", "skoleferien skoleferiene skoleferier skuleferien skuleferiane"
     " ferier feriene ferien feriane ferie vinterferien høstferien haustferien sommerferien"
     " sommarferien juleferien påskeferien påsken påske påska jula julen jul romjula romjulen"),
    (Kind.VAGUE, "which_weekdays", "ukedag ukedager vekedag vekedagar virkedag virkedager yrkedag"
     " yrkedager yrkedagar"),
    (Kind.VAGUE, "which_hour", "dagtid kveldstid"),
    (Kind.VAGUE, "once_or_every", "helga helgen"),
    (Kind.VAGUE, "which_days", "når_du_vil når_som_helst kva_tid_som_helst når_det_passer"),
)  # fmt: skip


def _entries() -> Iterator[tuple[str, Meaning]]:
    for kind, words in (_SIGNS | _PLAIN).items():
        for word in words.split(" "):
            yield word, ((kind, None),)
    for kind, value, words in _VALUED:
        for word in words.split():
            yield word, ((kind, value),)
    for kind, table in _NUMBERED.items():
        for number, words in table.items():
            for word in words.split():
                yield word, ((kind, number),)
    yield from _months()
    yield from _days_and_parts()


_NUMBERED: Final[dict[Kind, Mapping[int, str]]] = {
    Kind.NUMBER: dict(enumerate(_NUMBERS, start=1)),
    Kind.ORDINAL: _ORDINALS,
}


def _months() -> Iterator[tuple[str, Meaning]]:
    for number, words in enumerate(_MONTHS, start=1):
        full, *short = words.split()
        for word in (full, *short, *(f"{one}_." for one in short)):
            yield word, ((Kind.MONTH, number),)


def _days_and_parts() -> Iterator[tuple[str, Meaning]]:
    parts = [
        (part + ending, value)
        for value, words in _PARTS.items()
        for part in words.split()
        for ending in (*_ENDINGS, "a")
    ]
    for part, value in parts:
        yield part, ((Kind.PART, value),)
    for day, (names, short) in enumerate(zip(WEEKDAY_NAMES, _SHORT_WEEKDAYS, strict=True)):
        for name, ending in product(names.split(), _ENDINGS):
            yield name + ending, ((Kind.DAY, day),)
        for name in short.split():
            yield name, ((Kind.DAY, day),)
            yield f"{name}_.", ((Kind.DAY, day),)
        for name, (part, value) in product(names.split(), parts):
            yield f"{name}s{part}", ((Kind.DAY, day), (Kind.PART, value))


def folded(word: str) -> str:
    """Return how a word is looked up; a sign stands for itself."""
    return fold(word) or word


LEXICON: Final[Mapping[tuple[str, ...], Meaning]] = {
    tuple(folded(part) for part in words.split("_")): meaning for words, meaning in _entries()
}
LONGEST_PHRASE: Final = max(len(words) for words in LEXICON)
