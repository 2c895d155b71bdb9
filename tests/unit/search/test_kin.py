"""What is said of somebody close, and of nobody else, tells for whom something is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Kind, Sentence
from search.kin import said_of_others
from search.reading import Reader

READER = Reader({}, {}, None)


def whom(text: str) -> set[str]:
    others = said_of_others(Sentence(text))
    return {each.values[0] for each in others if each.kind is Kind.FOR_WHOM}


@pytest.mark.parametrize(
    "text",
    [
        "sønnen min ruser seg",
        "sonen min rusar seg",
        "mannen min drikker",
        "mamma ruser seg",
        "min bror sliter med rus",
        "min eldste sønn er rusavhengig",
        "datter 16 år ruser seg",
        "jenta mi er 15 og ruser seg",
        "barnet mitt på 14 har begynt med hasj",
        "faren min har alkoholproblemer",
        "kjæresten min gambler",
        "gift med en mann som drikker",
        "har en datter som bruker hasj",
        "mor til en rusavhengig",
        "søsken av rusavhengige",
        "er mor til en gutt på 17 som ruser seg",
        "bekymret for datteren min",
        "noen i familien drikker",
        "pappa drikker øl hver kveld",
        "mannen min drikker vin til maten",
        "pappa drikker lite annet enn sprit",
        "mannen min drikker og jeg vil ikke mer",
        "sønnen min drikker ikke bare i helgene",
        "sønnen min klarer ikke å slutte å ruse seg",
        "my son can't stop using",
        "broren min er avhengig av heroin",
        "datteren min bruker tunge stoffer",
        "my wife drinks a lot",
        "mannen min drikker, ikke bra",
        "mannen min drikker ikke hver dag",
        "mannen min drikker ikke, men gambler",
        "sønnen min går ikke på skolen, ruser seg",
        "sønnen min går ikke på skolen og ruser seg",
        "kona drikker aldri mindre enn en flaske",
        "mannen min drikk no",
        "my brother uses drugs",
        "my wife is an alcoholic",
        "worried about my son",
    ],
)
def test_who_tells_of_somebody_close_who_uses_is_a_relative(text: str) -> None:
    assert whom(text) == {"relative"}


@pytest.mark.parametrize(
    "text",
    [
        "etter at broren min døde",
        "jeg mistet søstera mi i overdose",
        "vi mistet sønnen vår",
        "mista bestevennen min",
        "mistet et barn",
        "mistet noen",
        "mistet noen i overdose",
        "mistet noen jeg er glad i",
        "mistet en som sto meg nær",
        "mistet en venn",
        "lost someone",
        "faren min gikk bort i fjor",
        "broren min tok livet sitt",
        "lost my brother",
        "my dad died",
    ],
)
def test_who_tells_of_somebody_close_who_died_is_bereaved(text: str) -> None:
    assert whom(text) == {"bereaved"}


@pytest.mark.parametrize(
    "text",
    [
        "jeg drikker for mye",
        "I drink too much",
        "jeg er en mann som drikker for mye",
        "jeg er mamma til to og drikker for mye",
        "er mor, drikker for mye",
        "mamma 34 drikker for mye",
        "kompisen og jeg drikker",
        "mannen min drikker kaffe",
        "mannen min liker fotball. jeg drikker for mye",
        "mistet jobben",
        "mistet førerkortet",
        "mistet lappen",
        "mistet lysten",
        "mistet motet",
        "mistet håpet",
        "mistet kontakten med sønnen min",
        "mistet treningslysten",
        "mistet en tann",
        "mistet en fot",
        "mistet noen kilo",
        "mistet en nærkamp",
        "har mistet alle vennene mine",
        "mistet barna mine til barnevernet",
        "hunden min døde",
        "mistet hunden min",
        "telefonen min døde",
        "mannen min drikker ikke",
        "min venn drikker ikke alkohol",
        "mannen min drikk ikkje",
        "mannen min drikker nesten aldri",
        "mannen min drikker og ruser seg ikke",
        "sønnen min ruser seg ikke",
        "kjæresten min gambler aldri",
        "kona mi har sluttet å drikke",
        "broren min har slutta å ruse seg",
        "my wife drinks no alcohol",
        "broren min har aldri ruset seg",
        "sønnen min vil ikke være med noen som ruser seg",
        "my husband doesn't drink",
        "my husband drinks only water",
        "pappa drikker saft",
        "pappa drikker mye kaffe",
        "mannen min drikker en kopp te",
        "mamma drikker alkoholfritt øl",
        "mora mi er avhengig av rullestol",
        "mannen min tar tunge løft",
        "sønnen min har begynt på russisk",
        "help my son find football",
        "hjelpe barna med lekser",
        "en aktivitet for sønnen min",
        "datteren min på 15 vil danse",
        "redd for å miste noen",
        "har aldri ruset meg",
        "vil ikke være med noen som ruser seg",
        "klatring med sønnen min",
    ],
)
def test_what_is_said_of_oneself_or_of_other_things_tells_of_nobody_else(text: str) -> None:
    assert whom(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "sønnen min på 16 ruser seg",
        "mannen min er 45 og drikker",
        "er mor til en gutt på 17 som ruser seg",
    ],
)
def test_the_age_of_somebody_else_is_not_the_persons_own(text: str) -> None:
    reading = READER.read(text)

    assert (reading.age, reading.gender) == (None, None)


DRINKING = st.sampled_from(["drikker", "drikk", "ruser seg", "rusar seg", "gambler"])
SOMEBODY = st.sampled_from(["mannen min", "min bror", "mamma", "datteren min", "kompisen min"])
NOT = st.sampled_from(["ikke", "ikkje", "aldri", "nesten aldri", "sjelden", "ikke lenger"])


@given(SOMEBODY, DRINKING, NOT, st.sampled_from(["", ", vi vil på tur", " og har det fint"]))
def test_whoever_it_is_and_whatever_it_is_a_not_after_it_is_a_not(
    somebody: str, drinking: str, negation: str, more: str
) -> None:
    assert whom(f"{somebody} {drinking}") == {"relative"}
    assert whom(f"{somebody} {drinking} {negation}{more}") == set()


WORDS = st.sampled_from(
    [
        *("jeg", "min", "sønnen", "mamma", "bror", "som", "ruser", "seg", "drikker", "døde"),
        *("mistet", "en", "til", "har", "er", "og", ",", ".", "16"),
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_what_is_found_lies_within_the_text(text: str) -> None:
    sentence = Sentence(text)

    for each in said_of_others(sentence):
        assert 0 <= each.first < each.after <= len(sentence.words)
        assert set(each.values) <= {"relative", "bereaved"}
