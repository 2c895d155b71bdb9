"""Two names are alike to whoever wonders whether they name the same thing, and else not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stewardship.duplicates.homographs import looks_like
from stewardship.duplicates.likeness import Likeness, Why

NAMES = st.text(st.sampled_from("abdefgklmor æøå12"), max_size=20).map(looks_like).filter(bool)


def alike(one: str, other: str, **given: object) -> Why | None:
    return Likeness([looks_like(one)]).to({looks_like(other)}, **given)


def test_the_same_name_is_the_same_however_it_is_written() -> None:
    assert alike("KAFÉ Ålesund", "kafe  ålesund") is Why.SAME_NAME


def test_any_of_several_names_will_do() -> None:
    assert Likeness(["en", "to"]).to({"tre", "to"}) is Why.SAME_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turgruppa", "Turgruppe"),
        ("Klatrekveld", "Klatrekvled"),
        ("Klatrekveld for unge", "Klatrekveld"),
        ("Tur gruppe", "Turgruppe"),
        ("Åpen kafé", "Åpent kafé"),
        ("Kafé Kontakt", "Kafe Kontakten"),
        ("Sykkelverksted på Torshov", "Sykkelverkstedet Torshov"),
    ],
)
def test_a_slip_an_ending_or_a_word_more_is_similar(one: str, other: str) -> None:
    assert alike(one, other) is Why.SIMILAR_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turgruppa", "Korgruppa"),
        ("AA Sentrum", "NA Sentrum"),
        ("AA Sentrum", "AA Grønland"),
        ("Mandagsgruppa", "Onsdagsgruppa"),
        ("Laurdagskafé", "Søndagskafé"),
        ("Gruppe 1", "Gruppe 2"),
        ("Selvhjelpsgruppe for kvinner", "Selvhjelpsgruppe for menn"),
        ("Onsdagskafe", "Klatrekveld"),
        ("Kafé", "Kor"),
    ],
)
def test_what_tells_two_things_apart_is_heard(one: str, other: str) -> None:
    assert alike(one, other) is None


def test_words_that_say_nothing_here_do_not_count() -> None:
    assert alike("Klatring i Moss", "Klatring") is Why.SIMILAR_NAME
    assert alike("Moss kirke kor", "Moss kirke kafé", ignored={"moss", "kirke"}) is None


def test_a_name_of_nothing_else_keeps_its_words() -> None:
    assert alike("Moss", "Moss kirke", ignored={"moss", "kirke"}) is not Why.SAME_NAME


def test_of_ones_own_in_the_same_house_two_words_may_differ() -> None:
    assert alike("Kafeen på hjørnet", "Kafeen ute") is None
    assert alike("Kafeen på hjørnet", "Kafeen ute", may_differ_more=True) is Why.SIMILAR_NAME


@given(NAMES, NAMES)
def test_it_is_the_same_both_ways(one: str, other: str) -> None:
    assert Likeness([one]).to({other}) == Likeness([other]).to({one})


@given(NAMES)
def test_every_name_is_like_itself(name: str) -> None:
    assert Likeness([name]).to({name}) is Why.SAME_NAME
