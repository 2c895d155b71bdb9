"""Danger and slips are marked, and nothing of a person's situation is chosen by them."""

import time

import pytest

from search.found import Sentence
from search.marks import asks_for_help, dangers, has_nowhere_to_be, slips
from search.reading import MOST_LETTERS, Reader, Reading

READER = Reader({}, {}, None)
MOST_SECONDS = 0.02


@pytest.mark.parametrize(
    "text",
    [
        "vil ikke leve",
        "orker ikke leve lenger",
        "eg orkar ikkje leve meir",
        "ta livet mitt",
        "vil ta livet av meg",
        "vil bare dø",
        "orker ikke mer",
        "orker ikke mer, vil ha hjelp",
        "I can't take it anymore",
        "selvmordstanker",
        "jeg tenker på selvmord",
        "suicidal",
        "I want to die",
        "I don't want to live",
        "kutter meg selv",
        "overdose",
        "har tatt en overdose",
        "tatt for mye piller",
        "vennen min puster ikke",
        "he is not breathing",
        "selvmrodstanker",
        "vil henge meg",
        "vil henge meg selv",
        "vil henge meg på loftet",
        "orker ikke leve mer",
        "vil dø av sorg",
        "vil dø for å slippe",
        "vil dø for alle er slemme",
        "want to die to escape",
        "han våkner ikke av at jeg roper",
        "har tatt for mye",
        "min venn har sluttet å puste",
        "venninna mi slutta å puste",
        "my friend stopped breathing",
        "har planlagt å avslutte alt",
        "vil ende alt",
        "vil gjøre slutt på alt",
        "eg vil gjere slutt på alt",
        "i want to end it all",
        "har tatt for mange piller",
        "har tatt 30 paracet",
        "har svelget 30 paracet",
        "eg har svelgt ein heil boks med piller",
        "har tatt alle pillene mine",
        "swallowed pills",
        "took all my pills",
        "eg vil døy",
        "æ vil bare dø",
        "æ orke itj meir",
        "æ vil itj leve",
        "vil ikke være her lenger",
        "eg vil ikkje vere her meir",
        "vil ikke våkne igjen",
        "alle hadde hatt det bedre uten meg",
        "dei hadde hatt det betre utan meg",
        "everyone would be better off without me",
        "vil forsvinne",
        "jeg vil bare forsvinne, orker ingenting",
        "eg vil berre forsvinne no",
        "I want to disappear",
        "ser ingen vei ut",
        "eg ser ingen utveg",
        "I see no way out",
        "livet har ingen mening",
        "livet er meningsløst",
        "livet har inga meining",
        "life is not worth living",
        "er farlig for meg selv",
        "eg er farleg for meg sjølv",
        "vil sove for alltid",
        "want to sleep forever",
        "har abstinenser og skjelver",
        "skjelver og har abstinenser",
        "shaking from withdrawal",
        "krampe etter alkohol",
        "fikk krampeanfall",
        "ser ting som ikke er der",
        "eg ser ting som ikkje finst",
        "ikkje vere her meir",
        "I don't wanna live anymore",
        "kunne ønske jeg var død",
        "ønsker jeg ikke fantes",
        "ingen vil savne meg",
        "alt er meningsløst",
        "får ikke puste",
        "han er blå i leppene",
        "hører stemmer",
    ],
)
def test_words_of_acute_danger_are_marked(text: str) -> None:
    assert READER.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "ta livet med ro",
        "orker ikke mer fotball",
        "broren min døde av overdose",
        "jeg mistet søstera mi i overdose",
        "sorggruppe etter selvmord",
        "overdoseforebygging",
        "livredning",
        "kan jeg henge meg på en tur",
        "vil henge meg på",
        "vil ikke henge meg opp i det",
        "vil dø av latter",
        "dør av kjedsomhet",
        "jeg dør etter å klatre",
        "drep meg hvis jeg må spille fotball igjen",
        "cake to die for",
        "I want to die laughing",
        "tar for mye plass",
        "våkner ikke før tolv",
        "vil ikke leve alene lenger, men klatre",
        "førstehjelp overdose kurs",
        "kurs i førstehjelp ved overdose",
        "forebygge selvmord frivillig",
        "vil forsvinne i en bok",
        "vil forsvinne litt inn i naturen",
        "dø av latter",
        "henge meg på en tur",
        "drepe tida",
        "avslutte alt med en fest",
        "har tatt for mange valg",
        "har tatt to paracet",
        "vil ikke være her lenger enn en time",
        "vil ikke være alene lenger",
        "krampe i leggen",
        "laget fant ingen vei ut av skogen",
        "lære å puste rolig",
        "broren min tok en overdose og døde i fjor",
        "not breathing exercises",
        "de klarer seg bedre uten meg på laget",
        "kan ikke være her lenger enn til åtte",
        "vil ikke leve usunt",
        "jeg var dødssliten",
        "hører stemmer i koret",
        "x\u0301overdose",
        "",
    ],
)
def test_other_words_are_no_danger(text: str) -> None:
    assert not READER.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "blir slått hjemme",
        "eg blir slått heime",
        "jeg blir slått",
        "blir slått av faren min",
        "han slår meg",
        "min samboer slår",
        "kjæresten min slår meg",
        "pappa slår meg og mamma",
        "jeg ble voldtatt",
        "eg vart valdteken",
        "voldtekt",
        "krisesenter",
        "redd for kjæresten",
        "redd for eksen min",
        "utsatt for vold",
        "mannen min truer meg",
        "my boyfriend hits me",
        "I was raped",
        "domestic violence",
        "scared of my husband",
    ],
)
def test_words_of_violence_are_marked_as_danger(text: str) -> None:
    assert READER.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "han slår meg i sjakk",
        "broren min slår meg alltid i fifa",
        "ble slått i sjakk",
        "laget vårt ble slått ut",
        "my brother beat me at chess",
        "redd for kjæresten som ruser seg",
        "redd for hunder",
        "slå på tromme",
    ],
)
def test_being_beaten_in_a_game_is_no_violence(text: str) -> None:
    assert not READER.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "jeg sprakk i går",
        "har sprukket",
        "fikk en sprekk",
        "hatt tilbakefall",
        "drakk igjen",
        "har begynt å drikke igjen",
        "I relapsed",
        "falt tilbake",
        "eg fall tilbake",
        "røyka igjen",
        "røykte hasj igjen",
        "på kjøret igjen",
        "er på'n igjen",
        "på\u2019n igjen",
        "datt av lasset",
        "tryna",
        "tryna i helga",
        "skled ut",
        "brøt avholdet",
        "var edru 2 år, drakk i helga",
        "har vært rusfri i tre år men drakk i går",
        "used again last night",
        "smoked weed again",
        "back on the drugs",
        "er tilbake på heroin",
        "falt tilbake på hasj",
        "gikk på en smell",
        "klarte ikke holde meg edru",
        "sprekk",
    ],
)
def test_a_slip_is_marked(text: str) -> None:
    assert READER.read(text).slip


@pytest.mark.parametrize(
    "text",
    [
        "har ikke sprukket",
        "redd for å sprekke",
        "relapse prevention",
        "sprekk i veggen",
        "tryna på ski",
        "falt tilbake på tabellen",
        "har aldri falt tilbake",
        "skled ut av svingen",
        "var edru i går, drakk kaffe",
        "pån igjen med trening",
        "tok igjen toget",
        "redd for å falle tilbake",
        "edru i to år",
    ],
)
def test_what_is_no_slip_is_not_marked(text: str) -> None:
    assert not READER.read(text).slip


@pytest.mark.parametrize("text", ["jeg sprakk i går", "vil ikke leve", "overdose"])
def test_a_mark_chooses_nothing_and_is_not_searched_for(text: str) -> None:
    reading = READER.read(text)

    assert reading == Reading(dangers=reading.dangers, slip=reading.slip)


@pytest.mark.parametrize(
    "text",
    [
        "er det noen der",
        "er det nokon der?",
        "hjelp",
        "Hjelp!!",
        "trenger hjelp nå",
        "eg treng hjelp no",
        "noen å snakke med nå",
        "nokon å prate med no",
        "noen å snakke med",
        "kan jeg snakke på chat anonymt",
        "kan eg chatte med nokon",
        "krisetelefon",
        "vil snakke med noen",
        "kan noen hjelpe meg",
        "hvem kan jeg ringe",
        "is anyone there",
        "help me",
        "need help now",
        "someone to talk to",
    ],
)
def test_who_asks_for_help_is_heard_and_is_not_in_danger_for_that(text: str) -> None:
    assert asks_for_help(text)
    assert not READER.read(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "",
        "klatring",
        "vil hjelpe andre",
        "hjelp til leksene",
        "noen å trene med",
        "leksehjelp",
        "noen å snakke med etter at broren min døde",
        "trenger hjelp til å komme i gang med trening",
    ],
)
def test_who_asks_for_other_things_is_not_taken_to_ask_for_help(text: str) -> None:
    assert not asks_for_help(text)


@pytest.mark.parametrize(
    "word",
    ["vil ", "har tatt ", "edru ", "var edru ", "redd for ", "abstinens ", "krampe ", "bedre ",
     "svelget en ", "livet er ", "han slår ", "overdose ", "noen å ", "a ", "ikke ", "puste . ",
     "min venn tok ", "tok noe ", "kvalm ", "tatt alkohol og ", "slutta å drikke ", "skjelver ",
     "får ikke ", "jeg er redd "],
)  # fmt: skip
def test_no_text_takes_long_to_look_through(word: str) -> None:
    text = (word * MOST_LETTERS)[:MOST_LETTERS]
    sentence = Sentence(text)
    assert sentence.joined.text

    def took() -> float:
        start = time.perf_counter()
        found = [*dangers(sentence), *slips(sentence)]
        asks_for_help(text)
        has_nowhere_to_be(text)
        assert len(found) <= len(sentence.words)
        return time.perf_counter() - start

    assert min(took() for _ in range(3)) <= MOST_SECONDS
