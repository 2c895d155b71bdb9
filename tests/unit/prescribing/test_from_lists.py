"""What may be kept of a draft stands in a list, and a list has nobody's name in it."""

from typing import Any

import pytest
from hypothesis import given

from places.gazetteer import gazetteer
from prescribing.draft import Draft
from prescribing.from_lists import is_from_lists
from prescribing.minute.place_names import telling_name
from tests.support.any_draft import drafts
from tests.support.databases import vocabulary
from tests.support.personal import ALL_AT_ONCE, PERSONAL, found_in


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"age": "18-25", "municipality": "5001", "place": "Trondheim"},
        {"interests": ["climbing"], "musts": ["free"], "situation": "uses_now"},
        {"place": "Herøy (Nordland)"},
    ],
)
def test_choices_from_lists_are_known(question: dict[str, Any]) -> None:
    assert is_from_lists(question, vocabulary())


@pytest.mark.parametrize("value", [*PERSONAL.values(), ALL_AT_ONCE])
@pytest.mark.parametrize("key", ["place", "age", "municipality", "situation", "text", "language"])
def test_what_is_about_somebody_is_in_no_list(key: str, value: str) -> None:
    assert not is_from_lists({key: value}, vocabulary())
    assert not is_from_lists({value: "5001"}, vocabulary())


@pytest.mark.parametrize(
    "name", ["Trondheim 17037612348", "Trondheim, Torbjørg", "Trondheim (Torbjørg)", "trondheim"]
)
def test_a_place_is_named_as_the_gazetteer_has_it_and_with_nothing_beside_it(name: str) -> None:
    assert not is_from_lists({"place": name}, vocabulary())


def test_every_place_that_the_screen_writes_can_be_kept() -> None:
    found = [gazetteer().find(name) for name in gazetteer().all_names()]
    names = [telling_name(one) for one in found if one]

    refused = [name for name in names if not is_from_lists({"place": name}, vocabulary())]

    assert refused == []


@given(drafts())
def test_whatever_is_in_a_question_nothing_personal_passes(draft: Draft) -> None:
    if is_from_lists(draft.question, vocabulary()):
        assert found_in(str(draft.question)) == []
