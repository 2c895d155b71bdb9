"""The home page and the questions: what may be left open, what is refused, and what the address holds."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from core.seal import LONGEST_ADDRESS
from finder.form_choices import (
    AVOID,
    COMPANY,
    DISTANCES,
    FOR_WHOM,
    MUSTS,
    PEERS,
    SITUATIONS,
    TIMES,
)
from finder.question_file import LONGEST_TEXT, read_question
from tests.support.client import PageClient
from tests.support.databases import vocabulary

WITH_ONE_CHOICE = {
    "situation": SITUATIONS,
    "for_whom": FOR_WHOM,
    "peers": PEERS,
    "company": COMPANY,
    "max_km": DISTANCES,
}
WITH_SEVERAL = {
    "interests": vocabulary().interests,
    "goal": vocabulary().effects,
    "when": TIMES,
    "musts": MUSTS,
    "avoid": AVOID,
}
one_choice = {name: st.sampled_from(list(choices)) for name, choices in WITH_ONE_CHOICE.items()}
several = {
    name: st.lists(st.sampled_from(list(choices)), unique=True, max_size=4)
    for name, choices in WITH_SEVERAL.items()
}
typed = {
    "text": st.text(max_size=60),
    "age": st.sampled_from(["", "0", "19", "18-25", "19 år", "120"]),
    "place": st.text(max_size=20),
    "not_this": st.sampled_from(["", "fotball", "ikke fotball", "fotball, dans"]),
    "used_to_like": st.sampled_from(["", "fiske", "tegning og sang"]),
}
whatever = st.fixed_dictionaries(one_choice | several | typed)


def sealed_in(response: TestResponse) -> str:
    assert response.status_code == 303, response.text
    return urlsplit(response.headers["Location"]).path.removeprefix("/treff/")


def question_of(app: Flask, response: TestResponse) -> dict[str, Any]:
    opened: dict[str, Any] = app.extensions["seal"].open(sealed_in(response))
    return opened


def values(page: BeautifulSoup, name: str) -> list[str]:
    return [str(box["value"]) for box in page.select(f"[name={name}][checked]")]


def test_the_home_page_asks_for_nothing_that_must_be_answered(client: PageClient) -> None:
    page = client.page("/")

    assert not page.select("[required]")
    assert page.select_one("input[name=text]")
    for name in ("interests", "age", "place", "situation"):
        assert page.select(f"main [name={name}]"), name


def test_nothing_is_said_about_situation_before_somebody_says_it(client: PageClient) -> None:
    assert values(client.page("/"), "situation") == [""]


def test_the_title_says_nothing_about_drugs(client: PageClient) -> None:
    for url in ("/", "/finn", "/treff/tull"):
        title = BeautifulSoup(client.get(url).text, "html.parser").title

        assert title and "rus" not in title.text.lower()


def test_no_answers_at_all_lead_to_suggestions(client: PageClient, app: Flask) -> None:
    response = client.submit("/")

    assert question_of(app, response) == {}


def test_only_what_was_answered_is_in_the_address(client: PageClient, app: Flask) -> None:
    response = client.submit("/", text=" buldring ", age="19", interests=["climbing"])

    assert question_of(app, response) == {
        "text": "buldring",
        "age": 19,
        "interests": ["climbing"],
    }


@pytest.mark.parametrize("age", ["19", " 19 år", "١٩"])
def test_an_age_is_understood_however_it_is_written(
    client: PageClient, app: Flask, age: str
) -> None:
    assert question_of(app, client.submit("/", age=age)) == {"age": 19}


def test_an_age_of_0_is_an_answer(client: PageClient, app: Flask) -> None:
    assert question_of(app, client.submit("/", age="0")) == {"age": 0}


@pytest.mark.parametrize(
    ("chosen", "question"),
    [
        ("woman", {"gender": "woman"}),
        ("man", {"gender": "man"}),
        ("women", {"musts": ["women"]}),
        ("men", {"musts": ["men"]}),
    ],
)
def test_groups_for_women_or_men_can_be_added_or_be_the_only_ones(
    client: PageClient, app: Flask, chosen: str, question: dict[str, Any]
) -> None:
    assert question_of(app, client.submit("/", company=chosen)) == question


def test_what_somebody_does_not_want_can_be_written_in_words(
    client: PageClient, app: Flask
) -> None:
    response = client.submit("/", not_this="fotball og dans", used_to_like="fiske")

    assert question_of(app, response) == {
        "not_this": ["football", "dance"],
        "used_to_like": ["fishing"],
    }


def test_words_that_name_nothing_are_not_silently_dropped(client: PageClient) -> None:
    response = client.submit("/", not_this="fotball, qwertyuiop")

    assert response.status_code == 422
    assert "«qwertyuiop»" in response.text


@pytest.mark.parametrize("age", ["abc", "-1", "121", "25-18", "19,5", "1e2"])
def test_an_age_that_is_none_is_refused_in_plain_words(client: PageClient, age: str) -> None:
    response = client.submit("/", age=age)

    page = BeautifulSoup(response.text, "html.parser")
    assert response.status_code == 422
    assert page.select_one(".ds-error-summary a[href='#age']")
    field = page.select_one("#age")
    assert field and field["value"] == age
    assert field["aria-invalid"] == "true"
    assert "age-fault" in str(field["aria-describedby"]).split()


def test_a_text_that_is_too_long_is_kept_and_refused(client: PageClient) -> None:
    text = "å" * 3000

    response = client.submit("/", text=text, age="abc")

    page = BeautifulSoup(response.text, "html.parser")
    field = page.select_one("#text")
    assert response.status_code == 422
    assert field and field["value"] == text
    assert len(page.select(".ds-error-summary li")) == 2


def test_answers_that_no_address_can_hold_are_refused(client: PageClient) -> None:
    # Letters that cannot be packed: as many as allowed, of four bytes each, none like the last.
    text = "".join(chr(0x20000 + number * 7) for number in range(LONGEST_TEXT))

    response = client.submit("/", text=text)

    assert response.status_code == 422
    assert "kortere" in response.text


def test_a_choice_that_was_never_offered_is_refused(client: PageClient) -> None:
    response = client.post("/finn", data={"interests": "no_such_thing", "situation": "rich"})

    assert response.status_code == 422


def test_an_unknown_place_is_no_fault(client: PageClient, app: Flask) -> None:
    assert question_of(app, client.submit("/", place="Ingenstedby")) == {"place": "Ingenstedby"}


def test_what_was_answered_can_be_changed(client: PageClient) -> None:
    sealed = sealed_in(
        client.submit(
            "/",
            text="noe fint",
            interests=["climbing", "bouldering"],
            age="18-25",
            place="Oslo",
            situation="wants_to_stop",
            musts=["free", "companion"],
            company="women",
            max_km="15",
            not_this="fotball",
        )
    )

    page = client.page(f"/finn/{sealed}")

    assert values(page, "interests") == ["climbing", "bouldering"]
    assert values(page, "situation") == ["wants_to_stop"]
    assert values(page, "musts") == ["free", "companion"]
    assert values(page, "company") == ["women"]
    assert [str(box["value"]) for box in page.select("#age, #place, #not_this")] == [
        "18-25", "Oslo", "Fotball",
    ]  # fmt: skip
    assert page.select_one("#max_km option[selected][value='15']")
    assert page.select_one("details#flere-valg[open]")


def test_the_same_answers_sent_again_are_the_same_question(client: PageClient, app: Flask) -> None:
    first = client.submit("/", text="noe", age="18-25", not_this="fotball", company="men")

    again = client.submit(f"/finn/{sealed_in(first)}")

    assert question_of(app, again) == question_of(app, first)


def test_a_municipality_is_shown_by_its_name(client: PageClient, app: Flask) -> None:
    sealed = app.extensions["seal"].close({"municipality": "5001"})

    place = client.page(f"/finn/{sealed}").select_one("#place")

    assert place and place["value"] == "Trondheim"


@pytest.mark.parametrize("url", ["/finn/tull", "/treff/tull", "/treff/" + "a" * 5000])
def test_a_damaged_address_leads_back_to_the_questions(client: PageClient, url: str) -> None:
    page = client.page(url, status=404)

    assert page.select_one("main form[action='/finn']")


@pytest.mark.parametrize("question", [{"interests": ["gone"]}, {"age": "old"}, {"unknown": 1}])
def test_a_question_of_another_time_leads_back_to_the_questions(
    client: PageClient, app: Flask, question: dict[str, Any]
) -> None:
    sealed = app.extensions["seal"].close(question)

    for url in (f"/treff/{sealed}", f"/finn/{sealed}"):
        assert client.page(url, status=404).select_one("main form")


def test_pages_with_answers_are_kept_by_no_cache(client: PageClient) -> None:
    sealed = sealed_in(client.submit("/", age="19"))

    for url in (f"/treff/{sealed}", f"/finn/{sealed}", "/treff/tull"):
        assert client.get(url).headers["Cache-Control"] == "no-store"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answers=whatever)
def test_whatever_is_answered_makes_a_question_with_an_answer(
    client: PageClient, app: Flask, answers: dict[str, Any]
) -> None:
    response = client.post("/finn", data=answers)

    question = question_of(app, response)
    read_question(question, vocabulary())
    assert "today" not in question
    assert len(sealed_in(response)) <= LONGEST_ADDRESS
    client.page(f"/treff/{sealed_in(response)}")
