"""Danger and slips are marked, and nothing of a person's situation is chosen by them."""

import pytest

from search.reading import Reader, Reading

READER = Reader({}, {}, None)


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
        "x\u0301overdose",
        "",
    ],
)
def test_other_words_are_no_danger(text: str) -> None:
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
        "sprekk",
    ],
)
def test_a_slip_is_marked(text: str) -> None:
    assert READER.read(text).slip


@pytest.mark.parametrize(
    "text", ["har ikke sprukket", "redd for å sprekke", "relapse prevention", "sprekk i veggen"]
)
def test_what_is_no_slip_is_not_marked(text: str) -> None:
    assert not READER.read(text).slip


@pytest.mark.parametrize("text", ["jeg sprakk i går", "vil ikke leve", "overdose"])
def test_a_mark_chooses_nothing_and_is_not_searched_for(text: str) -> None:
    reading = READER.read(text)

    assert reading == Reading(danger=reading.danger, slip=reading.slip)
