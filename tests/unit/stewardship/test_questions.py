"""Whatever is answered, the entry can be kept; and looking at a page changes nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from core.errors import DomainError
from directory.entries import Entry, entry_of_record, with_days
from directory.offer_file import OfferRecord
from places.geocoders import Position
from stewardship.publishing import words_of
from stewardship.registering.answers import Answers
from stewardship.registering.entity_register import Entity
from stewardship.registering.questions.order import QUESTIONS, form_of
from stewardship.registering.questions.places import Where
from stewardship.registering.questions.question import Known, Question
from stewardship.registering.requirements import missing_from
from tests.support.databases import references, vocabulary
from tests.support.entries import offer_entries

KNOWN = Known(
    vocabulary=vocabulary(),
    today=date(2026, 11, 25),
    organisation=lambda _typed: None,
    registered=lambda _number: None,
    positions=lambda _address, _postcode, _municipality: [],
)
SLUGS = [question.slug for question in QUESTIONS]
# What people type where a line of text is asked for, and what they do not.
LINES = st.sampled_from(
    [
        "", " ", "Klatring", "18", "120", "7011", "0150", "30", "30,50", "Trondheim", "Utopia",
        "hver onsdag 18–20", "etter avtale", "onsdag 8", "kari@example.org", "22 00 00 00",
        "example.org", "https://example.org/a", "javascript:alert(1)", "<b>hei</b>", "x" * 5000,
        "\x00\x1b", "9" * 5000, "Klаtring", "986 105 174", "-1", "1e9", "63.4", "10.4",
        "\N{ZERO WIDTH SPACE}",
    ]
)  # fmt: skip


def sent_untouched(form: Question) -> MultiDict[str, str]:
    """Return what a browser sends of a page on which nothing is touched."""
    sent: list[tuple[str, str]] = []
    for field in form:
        values = field.data if isinstance(field.data, list) else [field.data]
        # A box that is not ticked sends nothing.
        sent += [
            (field.name, "y" if one is True else str(one))
            for one in values
            if one not in (None, False)
        ]
    return MultiDict(sent)


def anything_sent(draw: st.DrawFn, form: Question) -> MultiDict[str, str]:
    sent: list[tuple[str, str]] = []
    for field in form:
        choices = [choice.value for choice in getattr(field, "choices", None) or ()]
        if not choices:
            sent.append((field.name, draw(LINES)))
        elif draw(st.booleans()):
            sent.append((field.name, draw(st.sampled_from([*choices[:8], "something else"]))))
    return MultiDict(sent)


def kept_words(entry: Entry) -> Entry:
    record = OfferRecord.model_validate(entry, context=references())
    return words_of(entry_of_record(record))


@given(offer_entries(st.just("en-forening")))
def test_a_page_that_is_sent_as_it_was_shown_changes_nothing(entry: Entry) -> None:
    answers = Answers(entry=kept_words(entry), is_change=True)

    for slug in SLUGS[:-1]:
        form = form_of(slug, answers, KNOWN)
        again = form_of(slug, answers, KNOWN, sent_untouched(form))
        if again.validate():
            assert again.new_answers().entry == answers.entry, slug


@given(st.data())
def test_any_answers_give_an_entry_that_can_be_kept_or_something_is_missing(
    data: st.DataObject,
) -> None:
    answers = Answers()
    for slug in data.draw(st.lists(st.sampled_from(SLUGS), min_size=1, max_size=12)):
        empty = form_of(slug, answers, KNOWN)
        form = form_of(slug, answers, KNOWN, anything_sent(data.draw, empty))
        if form.validate():
            answers = form.new_answers()

    told: Entry = answers.entry | {"id": "a", "organisation": "b", "status": "published"}
    if "name" in told and "kind" in told:
        OfferRecord.model_validate(with_days(told), context=references())
    else:
        assert missing_from(answers)


@given(st.text(max_size=300), st.sampled_from(SLUGS))
def test_no_text_breaks_a_page(text: str, slug: str) -> None:
    answers = Answers(entry={"schedules": [{"attendance": "online"}]})
    form = form_of(slug, answers, KNOWN)
    sent = MultiDict([(field.name, text) for field in form])

    again = form_of(slug, answers, KNOWN, sent)

    assert again.validate() in (True, False)


def answered(slug: str, answers: Answers, **sent: Any) -> Question:
    pairs = [(k, one) for k, v in sent.items() for one in (v if isinstance(v, list) else [v])]
    return form_of(slug, answers, KNOWN, MultiDict(pairs))


def test_what_is_left_open_stays_untold() -> None:
    form = answered("forste-gang", Answers(), first_visit="Hei", drop_in="no", sign_up="")

    assert form.validate()
    assert form.changed().entry["access"] == {"drop_in": False}


def test_free_is_both_prices_told() -> None:
    form = answered("pris", Answers(), is_free="free", per_time="", per_year="", note="")

    assert form.validate()
    assert form.changed().entry["cost"] == {"per_time": 0, "per_year": 0}


def test_a_price_that_nobody_told_stays_untold() -> None:
    form = answered("pris", Answers(), is_free="costs", per_time="30 kr", per_year="", note="")

    assert form.validate()
    assert form.changed().entry["cost"] == {"per_time": 30}


@pytest.mark.parametrize(
    ("typed", "kept"), [("30", 30), ("30,50", 30.5), ("1 200 kr", 1200), ("30,-", 30), ("0", 0)]
)
def test_prices_are_read_as_people_write_them(typed: str, kept: float) -> None:
    form = answered("pris", Answers(), is_free="costs", per_time=typed, per_year="", note="")

    assert form.validate(), form.errors
    assert form.changed().entry["cost"] == {"per_time": kept}


def test_a_personal_number_needs_a_yes() -> None:
    sent = {"phone": "41 00 00 00", "belongs": "person", "relay_days": "3"}
    without, given_yes = (
        answered("kontakt", Answers(), **sent),
        answered("kontakt", Answers(), **sent, consent="y"),
    )

    assert not without.validate()
    assert "consent" in without.errors
    assert given_yes.validate()


def test_moving_a_place_takes_its_old_point_off_the_map() -> None:
    venue = {
        "address": "Storgata 1", "postcode": "7011", "municipality": "5001",
        "lat": 63.4, "lon": 10.4, "precision": "exact",
    }  # fmt: skip
    answers = Answers(entry={"schedules": [{"attendance": "in_person", "venue": venue}]})
    sent = {
        "attendance": "in_person",
        "address": "Lillegata 2",
        "postcode": "7011",
        "lat": "63.4",
        "lon": "10.4",
    }

    form = answered("sted", answers, **sent)

    assert form.validate()
    assert "lat" not in form.changed().entry["schedules"][0]["venue"]


@pytest.mark.parametrize(("told", "kept"), [("exact", "exact"), ("", "postcode")])
def test_a_point_is_as_exact_as_the_map_it_was_pointed_at_on(told: str, kept: str) -> None:
    point = {"lat": "63.43051", "lon": "10.39506", "precision": told}

    form = answered("sted", Answers(), attendance="in_person", postcode="7011", **point)

    assert form.validate()
    venue = form.changed().entry["schedules"][0]["venue"]
    assert (venue["lat"], venue["lon"], venue["precision"]) == (63.43051, 10.39506, kept)


@pytest.mark.parametrize(("lat", "lon"), [("0", "0"), ("63.4", "nan"), ("x", "10")])
def test_a_point_outside_of_norway_is_told(lat: str, lon: str) -> None:
    form = answered("sted", Answers(), attendance="in_person", postcode="7011", lat=lat, lon=lon)

    assert not form.validate()
    assert "lat" in form.errors


@pytest.mark.parametrize(
    ("slug", "field", "value", "key"),
    [
        ("navn", "name", "Et nytt navn", "name"),
        ("hva", "summary", "Noe nytt", "summary"),
        ("sted", "venue_name", "Et nytt sted", "schedules"),
        ("hvem", "gender", "any", "gender"),
        ("regler", "sobriety_rule", "none", "sobriety_rule"),
        ("pris", "note", "Noe nytt", "cost"),
        ("forste-gang", "first_visit", "Noe nytt", "first_visit"),
        ("kontakt", "role", "En ny", "contacts"),
    ],
)
@given(entry=offer_entries(st.just("en-forening")))
def test_one_answer_changes_nothing_else(
    slug: str, field: str, value: str, key: str, entry: Entry
) -> None:
    answers = Answers(entry=kept_words(entry), is_change=True)
    sent = sent_untouched(form_of(slug, answers, KNOWN))
    sent.setlist(field, [value])
    form = form_of(slug, answers, KNOWN, sent)

    if form.validate():
        before, after = dict(answers.entry), dict(form.new_answers().entry)
        assert leaves_beside(before, key) == leaves_beside(after, key)


def leaves_beside(entry: Entry, key: str) -> Any:
    """Return ``entry`` without the text under ``key`` that may have been changed."""
    rest = {name: told for name, told in entry.items() if name != key}
    under = entry.get(key)
    if isinstance(under, list):
        rest[key] = [without(one) for one in under]
    if isinstance(under, dict):
        rest[key] = without(under)
    return {name: told for name, told in rest.items() if told not in ({}, [{}], [])}


def without(told: Any) -> Any:
    """Return a map without the texts that may have been changed, and without what a postcode tells."""
    texts = {"nb", "nn", "en", "pt-BR", "name", "role", "note"}
    if told.get("postcode"):
        texts.add("municipality")
    rest = {
        name: without(one) if isinstance(one, dict) else one
        for name, one in told.items()
        if name not in texts
    }
    return {name: one for name, one in rest.items() if one not in ({}, None)}


def test_a_yes_means_what_the_question_asks() -> None:
    """«Serveres det alkohol der?» is what visitors ask; a yes to it would be kept as its opposite."""
    form = answered("forste-gang", Answers(), first_visit="Hei", alcohol_free_venue="yes")

    assert form.validate()
    assert form["alcohol_free_venue"].label.text == "Er det et sted uten alkohol?"
    assert form.changed().entry["access"] == {"alcohol_free_venue": True}


def position(lat: float, lon: float, precision: str) -> Position:
    return Position(lat, lon, "Storgata 1, 7011 Trondheim", precision, "5001", "7011")


def looked_up(positions: Any) -> Where:
    sent = MultiDict({"attendance": "in_person", "address": "Storgata 1", "postcode": "7011"})
    form = Where(Answers(), replace(KNOWN, positions=positions), sent)
    form.look_for_address()
    return form


def test_an_address_that_is_found_can_be_chosen() -> None:
    form = looked_up(lambda *_sought: [position(63.43, 10.39, "exact")])

    assert [choice.value for choice in form.found] == ["63.43,10.39"]

    sent = {"attendance": "in_person", "postcode": "7011", "position": form.found[0].value}
    chosen = answered("sted", Answers(), **sent)

    assert chosen.validate()
    venue = chosen.changed().entry["schedules"][0]["venue"]
    assert (venue["lat"], venue["lon"], venue["precision"]) == (63.43, 10.39, "exact")


def test_what_is_found_only_roughly_is_no_address() -> None:
    form = looked_up(lambda *_sought: [position(63.43, 10.39, "postcode")])

    assert form.found == []
    assert "Vi fant ikke adressen" in form.address.errors[0]


def silent(*_sought: object) -> list[Position]:
    raise DomainError("Adressetjenesten svarer ikke nå.")


def test_a_geocoder_that_is_silent_keeps_nobody_from_going_on() -> None:
    form = looked_up(silent)

    assert "Du kan gå videre" in form.address.errors[0]


def by_number(*, is_closed: bool) -> Question:
    entity = Entity("986105174", "Tauet", "https://tauet.example.org", "5001", is_closed)
    sent = MultiDict({"name": "Klatring", "behind": "organisation", "orgnr": "986 105 174"})
    known = replace(KNOWN, registered=lambda _number: entity)
    return form_of("navn", Answers(), known, sent)


def test_a_number_fills_in_what_the_register_knows() -> None:
    form = by_number(is_closed=False)

    assert form.validate(), form.errors
    assert form.changed().organisation == {
        "name": "Tauet",
        "orgnr": "986105174",
        "url": "https://tauet.example.org",
    }


def test_an_organisation_that_is_closed_down_is_told() -> None:
    form = by_number(is_closed=True)

    assert not form.validate()
    assert "lagt ned" in form.errors["orgnr"][0]


def test_a_name_is_no_advertisement() -> None:
    form = answered("navn", Answers(), name="Besøk www.example.com", behind="group")

    assert not form.validate()
    assert "name" in form.errors
