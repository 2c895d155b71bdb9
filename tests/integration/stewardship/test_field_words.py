"""Every field of every entry has a name and words, in every language."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.entries import Entry, entry_of_record
from directory.offer_file import OfferRecord
from stewardship.differences import differences, leaves_of
from stewardship.publishing import words_of
from stewardship.wording.field_words import difference_in_words, field_name
from tests.support.databases import references
from tests.support.entries import offer_entries
from tests.support.factories import offer_entry, schedule_entry
from web.languages import LANGUAGES, speaking

TRICKY = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
entries = offer_entries(st.just("en-forening"))


def kept(entry: Entry) -> Entry:
    """Return an entry as versions keep it."""
    record = OfferRecord.model_validate(entry, context=references())
    return words_of(entry_of_record(record))


@pytest.mark.parametrize("language", LANGUAGES)
@given(entry=entries)
@TRICKY
def test_whatever_is_told_has_a_name_and_words(app: Flask, language: str, entry: Entry) -> None:
    with app.test_request_context(), speaking(language):
        for key, value in leaves_of(kept(entry)).items():
            assert field_name(key)
            assert difference_in_words(key, value).strip()


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("name", "Klatrekveld", "Klatrekveld"),
        ("cost.per_time", 50, "50 kr"),
        ("cost.per_time", 0, "0 kr"),
        ("age.min", 18, "18 år"),
        ("access.drop_in", True, "Du kan bare møte opp."),
        ("access.drop_in", False, "Ta kontakt før du møter opp."),
        ("access.drop_in", None, "Ikke oppgitt"),
        ("aliases", ["FIRE", "Fire"], "FIRE\nFire"),
        ("serves", ["NO"], "Hele landet"),
        ("audience", ["self", "relatives"], "Deg selv og pårørende"),
        ("contacts", [{"name": "Kari", "phone": "73 00 00 00"}], "Kari\nRing: 73 00 00 00"),
        ("contacts", [{"name": "Kari", "role": "leder"}], "Kari\nleder"),
        ("hides_address", True, "Ja"),
        ("interests", ["climbing"], "Klatring"),
    ],
)
def test_a_value_is_said_as_people_say_it(app: Flask, key: str, value: object, words: str) -> None:
    with app.test_request_context():
        assert difference_in_words(key, value) == words


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("summary.nb", "Kort om tilbudet"),
        ("summary.nn", "Kort om tilbudet (Nynorsk)"),
        ("first_visit.se", "Første gang (se)"),
        ("access.step_free", "Kommer jeg inn uten trapper eller trinn?"),
        ("cost.note.en", "Mer om prisen (English)"),
    ],
)
def test_a_field_is_called_what_it_is(app: Flask, key: str, name: str) -> None:
    with app.test_request_context():
        assert field_name(key) == name


@pytest.mark.parametrize(
    "change",
    [
        {"start_time": "18:30"},
        {"duration_minutes": 90},
        {"rrule": "FREQ=WEEKLY;BYDAY=TH"},
        {"except": ["2030-12-24"]},
        {"until": "2030-06-01"},
        {"holidays": "closed"},
        {"by_appointment": True},
        {"note": {"nb": "Ta med sko."}},
        {"attendance": "hybrid"},
        {"online_url": "https://example.org/mote"},
        {"venue": {"name": "Klatrehallen", "address": "Storgata 1", "municipality": "5001"}},
        {"venue": {"name": "Klatrehallen", "municipality": "0301"}},
        {"venue": {"name": "Klatrehallen", "municipality": "5001", "step_free": False}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_no_change_of_time_or_place_looks_like_none(app: Flask, change: Entry) -> None:
    before = {"schedules": [schedule_entry()]}
    after = {"schedules": [schedule_entry(**change)]}

    with app.test_request_context():
        for one in differences(before, after):
            words = [difference_in_words(one.key, value) for value in (one.before, one.after)]
            assert words[0] != words[1]


def test_what_is_the_same_has_no_difference() -> None:
    assert differences(kept(offer_entry()), kept(offer_entry())) == ()


def test_contacts_of_whom_nothing_is_told_are_not_told(app: Flask) -> None:
    with app.test_request_context():
        assert difference_in_words("contacts", [{}, {}]) == "Ikke oppgitt"
