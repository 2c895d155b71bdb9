"""Hints say in a plain sentence what a group could write better, and refuse nothing."""

import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stewardship.hints.giving import MOST_MISSING, Hint, hints_for
from stewardship.hints.label_words import LABELS, PROMISES
from tests.support.databases import ROOT
from tests.support.readability import sentences_in, words_in
from web.languages import speaking

LONG = "Dette " + " ".join(["ord"] * 20)
HEAVY = "Informasjonsmateriell distribueres regelmessig gjennom kommunikasjonsavdelingen. " * 6


def whole(**changes: Any) -> dict[str, Any]:
    """Return an entry that has answered everything that newcomers ask for first."""
    keys = ("drop_in", "companion_first_time", "come_alone_ok", "anonymous_ok", "listening_ok")
    more = (
        "medication_ok",
        "welcome_after_slip",
        "beginners_welcome",
        "equipment_lent",
        "step_free",
    )
    entry: dict[str, Any] = {
        "name": "Klatrekveld",
        "kind": "activity",
        "interests": ["climbing"],
        "summary": {"nb": "Vi klatrer sammen."},
        "first_visit": {"nb": "Kari møter deg i døra."},
        "cost": {"per_time": 0},
        "access": dict.fromkeys((*keys, *more), False),
    }
    return entry | changes


def said(entry: dict[str, Any], language: str = "nb", **names: Any) -> list[str]:
    return [hint.sentence for hint in hints_for(entry, language, **names)]


def about(text: str, language: str = "nb", **names: Any) -> list[str]:
    return said(whole(summary={language: text}), language, **names)


def test_a_good_entry_has_no_hints() -> None:
    assert hints_for(whole(), "nb") == []


def test_an_empty_entry_gets_a_few_questions_and_not_all_of_them() -> None:
    hints = hints_for({}, "nb")

    assert [hint.field for hint in hints][:3] == ["first_visit", "cost", "access.drop_in"]
    assert len(hints) == MOST_MISSING
    assert hints[1].sentence == "Mange lurer på dette: «Hva koster det?» Skriv gjerne svaret."


def test_what_is_found_by_no_interest_is_asked_for_one() -> None:
    assert [hint.field for hint in hints_for(whole(interests=[]), "nb")] == ["interests"]


def test_a_telephone_to_ring_is_asked_for_less() -> None:
    entry = whole(kind="signpost", access={}, first_visit={})

    assert [hint.field for hint in hints_for(entry, "nb")] == ["access.anonymous_ok"]


def test_stairs_are_asked_about_where_one_goes_and_no_place_has_told() -> None:
    access = {key: value for key, value in whole()["access"].items() if key != "step_free"}
    told = {"attendance": "in_person", "venue": {"step_free": True}}
    untold = {"attendance": "in_person", "venue": {}}

    assert hints_for(whole(access=access, schedules=[told]), "nb") == []
    assert [
        one.field for one in hints_for(whole(access=access, schedules=[told, untold]), "nb")
    ] == ["access.step_free"]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("nb", "rusmisbrukere"),
        ("nb", "Alkoholiker"),
        ("nb", "klienter"),
        ("nb", "svake grupper"),
        ("nn", "brukarane"),
        ("en", "addicts"),
        ("en", "relapse"),
    ],
)
def test_a_word_that_labels_people_is_named_with_another(language: str, word: str) -> None:
    [sentence] = about(f"For {word}.", language)

    assert sentence.startswith(f"«{word}» kan kjennes som en merkelapp. Skriv heller ")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "garantert"), ("nb", "Du blir rusfri"), ("nn", "gjer deg frisk"), ("en", "guarantees")],
)
def test_a_promise_is_named_with_what_can_be_said(language: str, words: str) -> None:
    [sentence] = about(f"{words}.", language)

    assert sentence.startswith(f"«{words}» lover mer enn noen kan holde.")


def test_names_are_names() -> None:
    text = "Anonyme Narkomane møtes hos Misbrukerkafeen og Brukerne i Moss."

    assert about(text, names=["Misbrukerkafeen", "Brukerne i Moss"]) == []


def test_each_language_has_its_own_words() -> None:
    assert about("For brukarane.", "nb") == []
    entry = whole(summary={"nn": "For brukarane."})
    assert len(said(entry, "nb")) == 1


def test_a_long_sentence_is_shown_by_how_it_begins() -> None:
    assert about(f"Kort. {LONG}.") == [
        "Setningen som begynner med «Dette ord ord ord», er lang. Del den gjerne i to."
    ]


def test_a_heavy_text_is_told_in_norwegian_alone() -> None:
    assert about(HEAVY) == ["Teksten er litt tung å lese. Bytt gjerne ut lange ord med korte."]
    assert about(HEAVY, "en") == []


@pytest.mark.parametrize("number", ["91234567", "+47 412 34 567", "0047 91 23 45 67"])
def test_a_mobile_number_may_be_private(number: str) -> None:
    [hint] = hints_for(whole(contacts=[{"name": "Kari"}, {"phone": number}]), "nb")

    assert hint.field == "contacts.1.phone"
    assert hint.sentence.startswith("Er dette et privat nummer?")


@pytest.mark.parametrize("number", ["22 33 44 55", "116 117", "815 00 000", "+46 91 234 567 89"])
def test_other_numbers_are_taken_as_they_are(number: str) -> None:
    assert hints_for(whole(contacts=[{"phone": number, "sms": number}]), "nb") == []


def test_numbers_and_mail_addresses_in_texts_are_asked_to_move() -> None:
    assert about("Ring 912 34 567.")[0].startswith("Er dette et privat nummer?")
    assert about("Ring 22 33 44 55.")[0].startswith("Skriv telefonnummeret under kontakt")
    assert about("Skriv til a.b@gruppe.example.")[0].startswith("Skriv e-postadressen under")


@pytest.mark.parametrize(
    "text",
    ["991 825 827", "25. november 2026", "kl. 18.00–20.00", "Ring 113 eller 116 117.", "1531 Moss"],
)
def test_other_figures_are_no_telephone_numbers(text: str) -> None:
    assert about(text) == []


@pytest.mark.parametrize("letters", ["DPS", "LAR", "FACT"])
def test_letters_that_stand_for_words_want_the_words(letters: str) -> None:
    assert about(f"Vi er på {letters}.") == [
        f"Ikke alle vet hva «{letters}» er. Skriv gjerne hele navnet."
    ]
    assert about(f"Vi er på {letters} (et sted).") == []
    assert about(f"Vi er på et sted ({letters}).") == []


def test_what_everybody_knows_and_the_groups_own_name_want_no_words() -> None:
    assert about("AA og NAV møtes hos MFK.", names=["MFK"]) == []


def test_shouting_is_heard() -> None:
    assert about("Det er GRATIS her.") == ["«GRATIS» er lettere å lese med små bokstaver."]
    assert about("ALLE ER VELKOMNE TIL OSS!") == [
        "Store bokstaver er tunge å lese. Skriv gjerne med små."
    ]


def test_every_text_is_looked_at() -> None:
    entry = whole(
        first_visit={"nb": "Det er GRATIS."},
        cost={"per_time": 0, "note": {"nb": "Helt GRATIS."}},
        schedules=[{"attendance": "online"}, {"attendance": "online", "note": {"nb": "GRATIS"}}],
    )

    assert [hint.field for hint in hints_for(entry, "nb")] == [
        "first_visit",
        "cost.note",
        "schedules.1.note",
    ]


def test_the_sentences_come_in_the_language_spoken() -> None:
    with speaking("nb"):
        assert hints_for({}, "en")[0] == Hint(
            "first_visit", "Mange lurer på dette: «Hva skjer første gang?» Skriv gjerne svaret."
        )


@given(st.text(), st.sampled_from(["nb", "nn", "en", "ar"]))
def test_no_text_is_too_strange_to_be_looked_at(text: str, language: str) -> None:
    hints = hints_for({"name": text, "summary": {language: text}}, language, [text])

    assert all(len(words_in(one)) <= 20 for hint in hints for one in sentences_in(hint.sentence))


@pytest.mark.parametrize("language", LABELS)
def test_the_words_are_those_of_our_own_page_on_writing(language: str) -> None:
    page = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
    table = page[page.index("| language | we do not write |") :].split("\n\n")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith(f"| {language} |")]
    written = {word for row in rows for word in re.findall(r"`([^`]+)`", row[2])}

    ours = {
        word
        for words, _instead in (*LABELS[language], *PROMISES[language])
        for word in words.split(", ")
    }

    # The others are about heavy words, and about what a page says to whoever fills in a form.
    others = {"nb": "benytt* vedrørende samt dersom forespørs* ugyldig* påkrevd obligatorisk*"}
    others |= {"nn": "begynn* spørsmålsstilling* henvis* anbefal*", "en": "invalid"}
    assert written - ours == set(others[language].split())
    assert ours <= written


@pytest.mark.parametrize("sign", [".", ".»", "a", "a.", "a@", "AB", "1 ", "»", "misbruk"])
def test_hints_on_the_longest_text_are_there_at_once(sign: str) -> None:
    text = (sign * 4000)[:4000] + "a"

    started = time.perf_counter()
    hints_for(whole(summary={"nb": text}), "nb")

    assert time.perf_counter() - started < 0.5
