"""Every word that can be chosen has a sentence of its own, and the sobriety rules are never mixed up."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import pytest

from directory import choice_words
from directory.choices import (
    Approach,
    Audience,
    Capacity,
    Format,
    Gender,
    Intensity,
    LedBy,
    OfferKind,
    Participants,
    SobrietyRule,
    Topic,
)

LABELS = ("misbruk", "narkoman", "rusavhengig", "alkoholiker", "klient", "pasient")
WORDS: list[tuple[type[StrEnum], Callable[[Any], str]]] = [
    (OfferKind, choice_words.kind_in_words),
    (OfferKind, choice_words.kinds_in_words),
    (SobrietyRule, choice_words.sobriety_in_short),
    (SobrietyRule, choice_words.sobriety_in_words),
    (Gender, choice_words.gender_in_words),
    (Participants, choice_words.participants_in_words),
    (LedBy, choice_words.leaders_in_words),
    (Approach, choice_words.approach_in_words),
    (Format, choice_words.format_in_words),
    (Intensity, choice_words.intensity_in_words),
    (Capacity, choice_words.capacity_in_words),
    (Audience, choice_words.audience_in_words),
    (Topic, choice_words.topic_in_words),
]


def said(choices: Iterable[StrEnum], say: Callable[[Any], str]) -> list[str]:
    return [say(choice) for choice in choices]


@pytest.mark.parametrize(("choices", "say"), WORDS, ids=[say.__name__ for _, say in WORDS])
def test_every_choice_is_said_in_its_own_words(
    choices: type[StrEnum], say: Callable[[Any], str]
) -> None:
    words = said(choices, say)

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("choices", "say"), WORDS, ids=[say.__name__ for _, say in WORDS])
def test_no_choice_puts_a_label_on_people(
    choices: type[StrEnum], say: Callable[[Any], str]
) -> None:
    labelled = [one for one in said(choices, say) if any(word in one.lower() for word in LABELS)]

    assert not labelled


def test_drug_free_is_asked_elsewhere_too_and_promised_of_nobody() -> None:
    words = choice_words.sobriety_in_words(SobrietyRule.DRUG_FREE)

    assert words == "Alle som er med, skal være rusfrie, også ellers."
    assert choice_words.sobriety_in_short(SobrietyRule.DRUG_FREE) == "Alle skal være rusfrie"


def test_sober_there_asks_nothing_of_the_rest_of_the_day() -> None:
    words = choice_words.sobriety_in_words(SobrietyRule.SOBER_THERE)

    assert "mens du er der" in words
    assert "ikke krav om at du er rusfri ellers" in words


def test_a_wish_to_stop_is_enough_where_that_is_the_rule() -> None:
    words = choice_words.sobriety_in_words(SobrietyRule.WISH_TO_STOP)

    assert "ønske om å slutte" in words
    assert "ikke ha klart det ennå" in words


def test_a_place_for_people_who_use_now_is_not_called_drug_free() -> None:
    words = choice_words.sobriety_in_words(SobrietyRule.ACTIVE_USE)

    assert "ikke et rusfritt sted" in words


@pytest.mark.parametrize("say", [choice_words.sobriety_in_words, choice_words.sobriety_in_short])
def test_an_untold_rule_is_none_of_the_five_and_asks_one_to_ask(
    say: Callable[[SobrietyRule | None], str],
) -> None:
    words = say(None)

    assert "spør" in words.lower()
    assert words not in said(SobrietyRule, say)
