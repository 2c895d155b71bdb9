"""Not for me, into the week, and back: taken into the address whole or not at all, and kept nowhere else."""

from datetime import date
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from finder.asked import MOST_IN_WEEK, Asked, close, open_sealed
from tests.support.as_read import as_read
from tests.support.client import PageClient, already_filled_in
from tests.support.factories import offer_entry, save, schedule_entry

QUESTION = {"place": "Trondheim", "age": 19}


def sealed(app: Flask, asked: Asked) -> str:
    word = close(asked, app.extensions["seal"])
    assert word
    return word


def press(
    client: PageClient, app: Flask, asked: Asked, *, page: str = "treff", **sent: str | list[str]
) -> TestResponse:
    return client.post(f"/{page}/{sealed(app, asked)}", data=sent)


def led_to(response: TestResponse, app: Flask) -> tuple[Asked, str]:
    assert response.status_code == 303, response.text
    address = urlsplit(response.headers["Location"])
    return open_sealed(address.path.rpartition("/")[2], app.extensions["seal"]), address.fragment


def notices(response: TestResponse) -> str:
    page = BeautifulSoup(response.text, "html.parser")
    return " ".join(as_read(tag.text) for tag in page.select("main .ds-alert"))


def several(number: int) -> list[dict[str, Any]]:
    return [offer_entry(id=f"kveld-{one}", name=f"Kveld {one}") for one in range(number)]


def test_what_is_not_for_me_is_gone_from_the_answers_until_it_is_taken_back(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *several(2))

    response = press(client, app, Asked(QUESTION, week=("kveld-0",)), not_for_me="kveld-0")

    asked, place = led_to(response, app)
    assert asked == Asked(QUESTION, ("kveld-0",), ())
    assert place == "forslag"
    assert "Kveld 0" not in str(client.page(f"/treff/{sealed(app, asked)}").select(".card"))
    back, place = led_to(press(client, app, asked, again="kveld-0"), app)
    assert back == Asked(QUESTION)
    assert place == "tilbud-kveld-0"
    assert "Kveld 0" in str(client.page(f"/treff/{sealed(app, back)}").select(".card"))


def test_what_is_chosen_stands_in_the_week_and_one_stays_where_one_was(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *several(2))

    response = press(client, app, Asked(QUESTION, ("kveld-1",), ("kveld-0",)), to_week="kveld-1")

    asked, place = led_to(response, app)
    assert asked == Asked(QUESTION, (), ("kveld-0", "kveld-1"))
    assert place == "valg-kveld-1"
    without, _place = led_to(press(client, app, asked, from_week="kveld-0"), app)
    assert without == Asked(QUESTION, (), ("kveld-1",))


def test_pressing_twice_changes_nothing_more(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *several(2))
    asked = Asked(QUESTION, ("kveld-1",), ("kveld-0",))

    for sent in (
        {"to_week": "kveld-0"},
        {"not_for_me": "kveld-1"},
        {"from_week": "kveld-1"},
        {"again": "kveld-0"},
    ):
        assert led_to(press(client, app, asked, **sent), app)[0] == asked


@pytest.mark.parametrize("page", ["treff", "uke"])
@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"to_week": "finnes-ikke"},
        {"to_week": ""},
        {"not_for_me": "finnes-ikke"},
        {"again": "finnes-ikke"},
        {"from_week": "finnes-ikke"},
        {"to_week": "skjult"},
        {"not_for_me": "sluttet"},
        {"to_week": "over"},
        {"to_week": "uten-tider-igjen"},
        {"to_week": ["kveld-0", "kveld-1"]},
        {"to_week": "kveld-0", "not_for_me": "kveld-1"},
        {"to_week": "<script>"},
        {"to_week": "kveld-0\x00"},
        {"noe-annet": "kveld-0"},
    ],
    ids=str,
)
def test_what_cannot_be_followed_is_said_on_the_same_page_and_nothing_is_done(
    client: PageClient, app: Flask, session: Session, page: str, sent: dict[str, Any]
) -> None:
    save(
        session,
        *several(2),
        offer_entry(id="skjult", status="paused"),
        offer_entry(id="sluttet", status="ended"),
        offer_entry(id="over", ended_on=date(2020, 1, 1)),
        offer_entry(
            id="uten-tider-igjen",
            schedules=[schedule_entry(until=date(2020, 1, 1)) for _ in range(2)],
        ),
    )

    response = press(client, app, Asked(QUESTION, (), ("kveld-1",)), page=page, **sent)

    assert response.status_code == 422
    assert "ingenting er endret" in notices(response)
    assert "Kveld 1" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_what_has_ended_since_can_still_be_taken_back(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(id="sluttet", status="ended"))

    from_week = press(client, app, Asked(week=("sluttet", "borte")), from_week="borte", page="uke")
    again = press(client, app, Asked(not_for_me=("sluttet",)), again="sluttet")

    assert led_to(from_week, app)[0] == Asked(week=("sluttet",))
    assert led_to(again, app)[0] == Asked()


def test_drug_free_and_active_use_never_come_into_one_week(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session,
        offer_entry(id="en", name="Turlaget", sobriety_rule="drug_free"),
        offer_entry(id="to", name="Kafeen", sobriety_rule="active_use"),
    )

    for chosen, other in (("en", "to"), ("to", "en")):
        response = press(client, app, Asked(QUESTION, (), (chosen,)), to_week=other)

        assert response.status_code == 422
        said = notices(response)
        assert "På «Turlaget» skal alle være rusfrie, og" in said
        assert "«Kafeen» er for folk som bruker rusmidler nå" in said


@pytest.mark.parametrize("rule", ["sober_there", "wish_to_stop", "none", "active_use", None])
def test_every_other_pair_may_stand_together(
    client: PageClient, app: Flask, session: Session, rule: str | None
) -> None:
    save(
        session,
        offer_entry(id="en", sobriety_rule="none"),
        offer_entry(id="to", sobriety_rule=rule),
    )

    asked, _place = led_to(press(client, app, Asked(week=("en",)), to_week="to"), app)

    assert asked.week == ("en", "to")


def test_a_full_week_says_so(client: PageClient, app: Flask, session: Session) -> None:
    save(session, *several(MOST_IN_WEEK + 1))
    full = Asked(week=tuple(f"kveld-{one}" for one in range(MOST_IN_WEEK)))

    response = press(client, app, full, to_week=f"kveld-{MOST_IN_WEEK}")

    assert response.status_code == 422
    assert f"Det er plass til {MOST_IN_WEEK} tilbud i uka" in notices(response)


@pytest.mark.parametrize(
    "withdrawn",
    [{"status": "ended"}, {"status": "paused"}, {"ended_on": date(2020, 1, 1)}],
    ids=str,
)
def test_what_is_not_listed_any_more_takes_no_room_and_makes_way(
    client: PageClient, app: Flask, session: Session, withdrawn: dict[str, Any]
) -> None:
    offers = several(MOST_IN_WEEK + 2)
    for number in (3, 5):
        offers[number] |= withdrawn
    save(session, *offers)
    chosen = [f"kveld-{one}" for one in range(MOST_IN_WEEK + 2)]
    full = Asked(week=tuple(chosen[:MOST_IN_WEEK]))

    once, _place = led_to(press(client, app, full, to_week=chosen[-2]), app)
    twice, _place = led_to(press(client, app, once, to_week=chosen[-1]), app)

    chosen.remove("kveld-3")
    assert once.week == tuple(chosen[:-1])
    chosen.remove("kveld-5")
    assert twice.week == tuple(chosen)
    save(session, offer_entry(id="en-til"))
    assert press(client, app, twice, to_week="en-til").status_code == 422


def test_what_is_too_much_for_an_address_is_said_plainly(
    client: PageClient, app: Flask, session: Session
) -> None:
    longest = token_hex(60)
    save(session, *several(1), offer_entry(id=longest))
    nearly = Asked(not_for_me=tuple(token_hex(100) for _ in range(20)))
    while close(nearly.with_in_week(longest), app.extensions["seal"]):
        nearly = nearly.without_offer(token_hex(45))

    response = press(client, app, nearly, to_week=longest)

    assert response.status_code == 422
    assert "Det ble for mye å huske på én gang" in notices(response)


def test_changed_answers_keep_both_lists(client: PageClient, app: Flask, session: Session) -> None:
    save(session, *several(3))
    asked = Asked(QUESTION, ("kveld-0",), ("kveld-1",))

    response = client.submit(f"/finn/{sealed(app, asked)}", place="Oslo")

    assert led_to(response, app)[0] == Asked(
        {"place": "Oslo", "age": 19}, ("kveld-0",), ("kveld-1",)
    )


def test_where_nothing_is_found_the_form_keeps_both_lists_too(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *several(2))
    asked = Asked({"not_this": ["climbing"]}, ("kveld-0",), ("kveld-1",))

    page = client.page(f"/treff/{sealed(app, asked)}")
    form = page.select_one("form[action='/finn']")
    assert form
    response = client.post("/finn", data=dict(already_filled_in(form)) | {"not_this": ""})

    assert led_to(response, app)[0] == Asked({}, ("kveld-0",), ("kveld-1",))


@pytest.mark.parametrize("before", ["", "damaged", "<b>"])
def test_answers_whose_lists_cannot_be_read_are_followed_all_the_same(
    client: PageClient, app: Flask, before: str
) -> None:
    response = client.post("/finn", data={"sealed": before, "place": "Oslo"})

    assert led_to(response, app)[0] == Asked({"place": "Oslo"})


def test_a_faulty_answer_does_not_lose_the_lists(client: PageClient, app: Flask) -> None:
    word = sealed(app, Asked(QUESTION, ("a",), ("b",)))

    response = client.post("/finn", data={"sealed": word, "age": "nitten og litt"})

    assert response.status_code == 422
    assert word in response.text


@pytest.mark.parametrize("page", ["treff", "uke"])
def test_a_damaged_address_says_so_whatever_was_pressed(client: PageClient, page: str) -> None:
    response = client.post(f"/{page}/damaged", data={"to_week": "kveld-0"})

    assert response.status_code == 404
    assert "Denne lenken virker ikke" in response.text


def test_the_way_from_a_press_to_the_answers_is_kept_nowhere(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(id="kveld", name="Kveld"))
    sealed = app.extensions["seal"].close({"text": "kveld"})

    asked = client.post("/finn", data={"text": "klatring"})
    pressed = client.post(f"/treff/{sealed}", data={"to_week": "kveld"})

    for response in (asked, pressed):
        assert response.status_code == 303
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
