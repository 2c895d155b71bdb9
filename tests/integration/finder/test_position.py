"""Where one is, as the browser tells it: rounded, only in the address, shown again, and taken away."""

from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry

HERE = {"lat": "63.43", "lon": "10.4"}
EXACT = {
    "name": "Hallen", "municipality": "5001", "lat": 63.4565, "lon": 10.4, "precision": "exact",
}  # fmt: skip


def sent(client: PageClient, **answers: str) -> TestResponse:
    """Send the form as a script has filled it in."""
    return client.submit("/finn", **answers)


def question_of(app: Flask, response: TestResponse) -> dict[str, Any]:
    assert response.status_code == 303, response.text
    opened: dict[str, Any] = app.extensions["seal"].open(
        response.headers["Location"].split("/")[-1]
    )
    return opened


def asked(client: PageClient, app: Flask, **question: Any) -> BeautifulSoup:
    return client.page(f"/treff/{app.extensions['seal'].close(question)}")


def asked_again(client: PageClient, app: Flask, **question: Any) -> tuple[str, BeautifulSoup]:
    url = f"/finn/{app.extensions['seal'].close(question)}"
    return url, client.page(url)


def hidden(page: BeautifulSoup) -> dict[str, str]:
    return {str(one["name"]): str(one["value"]) for one in page.select("[name=lat], [name=lon]")}


def status(page: BeautifulSoup) -> str:
    found = page.select_one("[data-position-status]")
    assert found and found["role"] == "status"
    return found.text


def test_nobody_is_somewhere_before_they_ask_for_it(client: PageClient) -> None:
    page = client.page("/")

    assert hidden(page) == {"lat": "", "lon": ""}
    assert status(page) == ""
    assert all(button.has_attr("hidden") for button in page.select(".position button"))
    assert not page.select("[name=without_position]")


@given(
    lat=st.decimals(-90, 90, places=6),
    lon=st.decimals(-180, 180, places=6),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_what_is_sealed_has_two_decimals_at_most_wherever_one_is(
    client: PageClient, app: Flask, lat: Decimal, lon: Decimal
) -> None:
    response = client.post("/finn", data={"lat": f"{lat:f}", "lon": f"{lon:f}"})

    question = question_of(app, response)
    assert question.keys() == {"lat", "lon"}
    for degrees, told in ((question["lat"], lat), (question["lon"], lon)):
        assert Decimal(repr(degrees)) % Decimal("0.01") == 0
        assert abs(Decimal(repr(degrees)) - told) <= Decimal("0.005")


def test_a_position_stands_before_the_place(client: PageClient, app: Flask) -> None:
    question = question_of(app, sent(client, **HERE, place="Oslo", age="19"))

    assert question == {"lat": 63.43, "lon": 10.4, "age": 19}


@pytest.mark.parametrize(
    "faulty",
    [
        {"lat": "63.43"},
        {"lon": "10.4"},
        {"lat": "91", "lon": "10.4"},
        {"lat": "nan", "lon": "10.4"},
        {"lat": "nord", "lon": "øst"},
    ],
)
def test_half_a_position_is_refused_by_the_question_and_what_was_typed_stays(
    client: PageClient, app: Flask, faulty: dict[str, str]
) -> None:
    response = sent(client, **faulty, place="Molde", text="buldring")

    assert response.status_code == 422
    page = BeautifulSoup(response.text, "html.parser")
    fault = page.select_one("#place-fault")
    assert fault and "posisjonen" in fault.text
    assert page.select_one("#place")["value"] == "Molde"  # type: ignore[index]
    assert page.select_one("#text")["value"] == "buldring"  # type: ignore[index]
    # What cannot be used is not sent a second time.
    assert hidden(page) == {"lat": "", "lon": ""}


def test_a_fault_elsewhere_leaves_the_position_where_it_is(client: PageClient) -> None:
    response = sent(client, lat="63.4305", lon="10.3951", age="nitten")

    page = BeautifulSoup(response.text, "html.parser")
    assert response.status_code == 422
    assert hidden(page) == HERE
    assert "63.4305" not in response.text


def test_the_heading_and_what_was_understood_name_no_place(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, lat=63.43, lon=10.4)

    assert page.h1 and page.h1.text == "Noe å gå til nær deg"
    assert [chip.text for chip in page.select(".chip-pair > .chip")] == ["Der du er"]
    assert "63.4" not in page.text


@pytest.mark.parametrize("text", ["", "buldring", "buldring i Oslo"])
def test_where_one_is_is_taken_away_and_nothing_else_is(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry())
    question = {"lat": 63.43, "lon": 10.4, "age": 19} | ({"text": text} if text else {})

    link = next(
        one
        for one in asked(client, app, **question).select(".chip-remove")
        if "Der du er" in one.text
    )

    opened = app.extensions["seal"].open(urlsplit(str(link["href"])).path.split("/")[-1])
    assert opened == {"age": 19} | ({"text": "buldring"} if text else {})


def test_zero_degrees_is_somewhere_too(client: PageClient, app: Flask, session: Session) -> None:
    save(session, offer_entry())
    assert question_of(app, sent(client, lat="0", lon="-0.001")) == {"lat": 0.0, "lon": 0.0}

    page = asked(client, app, lat=0.0, lon=0.0, text="buldring i Oslo")

    link = next(one for one in page.select(".chip-remove") if "Der du er" in one.text)
    opened = app.extensions["seal"].open(urlsplit(str(link["href"])).path.split("/")[-1])
    assert opened == {"text": "buldring"}


def test_it_is_there_again_when_the_answers_are_changed(client: PageClient, app: Flask) -> None:
    url, page = asked_again(client, app, lat=63.43, lon=10.4)

    assert hidden(page) == HERE
    assert status(page).startswith("Vi foreslår noe nær deg.")
    assert question_of(app, client.submit(url, age="20")) == {"lat": 63.43, "lon": 10.4, "age": 20}


def test_it_is_taken_away_without_script(client: PageClient, app: Flask) -> None:
    url, _page = asked_again(client, app, lat=63.43, lon=10.4)

    response = client.submit(url, without_position="y", place="Oslo")

    assert question_of(app, response) == {"place": "Oslo"}


@pytest.mark.parametrize("finest", [{"lat": 63.43051, "lon": 10.39512}, {"lat": 63, "lon": 10}])
def test_an_address_of_another_making_is_shown_rounded(
    client: PageClient, app: Flask, finest: dict[str, float]
) -> None:
    _url, page = asked_again(client, app, **finest)

    assert hidden(page) == {key: str(round(float(value), 2)) for key, value in finest.items()}


def test_a_way_from_a_rounded_position_is_not_said_to_be_exact(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(schedules=[schedule_entry(venue=EXACT)]))

    rounded = asked(client, app, lat=63.43, lon=10.4).select_one("article")
    found = client.post("/api/v1/match", json={"lat": 63.43, "lon": 10.4}).json["matches"][0]

    assert rounded
    words = as_read(rounded.text)
    assert "a. 3 km unna" in words
    # What programs are told is what the contract says, and the words say what is known.
    assert found["distance_is_exact"] is True
    assert "ca. 3 km" in found["in_words"]["nb"]["why"].lower()


def test_a_finer_position_of_a_program_gives_an_exact_way(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry(schedules=[schedule_entry(venue=EXACT)]))

    found = client.post("/api/v1/match", json={"lat": 63.4301, "lon": 10.4001}).json["matches"][0]

    assert "ca." not in found["in_words"]["nb"]["why"].lower()


def test_where_there_is_little_near_no_place_is_named(
    client: PageClient, app: Flask, session: Session
) -> None:
    online = schedule_entry(venue=None, attendance="online")
    save(
        session, *(offer_entry(id=f"nett-{n}", schedules=[online]) for n in range(5)), offer_entry()
    )

    page = asked(client, app, lat=63.43, lon=10.4)

    assert "Vi fant lite som passer nær deg." in as_read(page.text)
    assert "nær Trondheim" not in page.text
