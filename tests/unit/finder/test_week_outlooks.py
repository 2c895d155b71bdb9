"""What may never stand together does not, and who sees things differently is said from data alone."""

from itertools import product
from typing import Any

import pytest

from directory.choices import Approach, SobrietyRule
from finder.week_outlooks import Topic, are_kept_apart, outlooks_on
from finder.week_words import outlooks_in_words
from tests.support.catalogue import offer

RULES = (*SobrietyRule, None)


def topics(one: dict[str, Any], other: dict[str, Any]) -> list[Topic]:
    return [found.topic for found in outlooks_on([offer("a", **one), offer("b", **other)])]


@pytest.mark.parametrize(("one", "other"), list(product(RULES, RULES)), ids=str)
def test_only_drug_free_and_active_use_are_kept_apart(
    one: SobrietyRule | None, other: SobrietyRule | None
) -> None:
    apart = sorted((str(one), str(other))) == ["active_use", "drug_free"]

    assert are_kept_apart(one, other) is apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"approach": "twelve_step"}, {"approach": "harm_reduction"}),
        ({"sobriety_rule": "wish_to_stop"}, {"approach": "harm_reduction"}),
        ({"approach": "twelve_step", "sobriety_rule": "none"}, {"approach": "harm_reduction"}),
        (
            {"sobriety_rule": "wish_to_stop"},
            {"approach": "harm_reduction", "sobriety_rule": "drug_free"},
        ),
    ],
    ids=str,
)
def test_whether_the_aim_is_to_stop_is_seen_differently(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert topics(one, other) == topics(other, one) == [Topic.STOPPING]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"approach": "harm_reduction"}),
        ({"approach": "twelve_step"}, {"sobriety_rule": "none"}),
        ({"sobriety_rule": "drug_free"}, {"sobriety_rule": "none"}),
        ({"sobriety_rule": "drug_free"}, {"sobriety_rule": "sober_there"}),
        ({"approach": "twelve_step"}, {"approach": "faith_based"}),
        ({"approach": "neutral"}, {"approach": "harm_reduction"}),
        (
            {"sobriety_rule": "wish_to_stop", "approach": "harm_reduction"},
            {"approach": "twelve_step"},
        ),
        ({"sobriety_rule": "drug_free"}, {"approach": "harm_reduction"}),
        ({"sobriety_rule": "wish_to_stop"}, {"sobriety_rule": "active_use"}),
        ({"approach": "twelve_step"}, {"sobriety_rule": "active_use"}),
        ({"access": {"medication_ok": False}}, {}),
        ({"access": {"medication_ok": True}}, {"access": {"medication_ok": True}}),
    ],
    ids=str,
)
def test_what_is_not_told_or_no_view_says_nothing(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert topics(one, other) == topics(other, one) == []


def test_medicines_come_first() -> None:
    strict = {"approach": "twelve_step", "access": {"medication_ok": False}}
    other = {"approach": "harm_reduction", "access": {"medication_ok": True}}

    assert topics(strict, other) == [Topic.MEDICINES, Topic.STOPPING]


def test_every_offer_of_a_side_is_named_in_one_sentence() -> None:
    offers = [
        offer("NA", access={"medication_ok": False}),
        offer("Kafeen", access={"medication_ok": True}),
        offer("AA", access={"medication_ok": False}),
        offer("Koret"),
    ]

    (found,) = outlooks_on(offers)

    assert outlooks_in_words(found).startswith(
        "«NA» og «AA» ser annerledes på medisiner fra legen enn «Kafeen». Spør dem gjerne."
    )


@pytest.mark.parametrize("approach", list(Approach))
def test_an_offer_alone_sees_nothing_differently(approach: Approach) -> None:
    assert outlooks_on([offer("a", approach=approach)]) == ()
