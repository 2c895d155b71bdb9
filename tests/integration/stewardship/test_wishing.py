"""The wish box: one press is counted, and nothing else is kept or told."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from finder.age_bands import AgeBand
from stewardship.models import Wish
from stewardship.visitors.wishing import WishCount, wish, wishes_for, wishes_in
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save
from web.limits import limiter

TRONDHEIM, MOLDE = "5001", "1506"


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def kept(session: Session) -> set[tuple[str, str, str, int]]:
    session.expire_all()
    rows = session.scalars(select(Wish))
    return {(row.interest, row.municipality, row.age_band, row.count) for row in rows}


def answers_to(client: PageClient, text: str) -> str:
    location: str = client.post("/finn", data={"text": text}).location
    return location


def test_one_press_on_the_page_of_answers_counts_the_wish(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    address = answers_to(client, "sjakk i Trondheim, 19 år")
    form = client.page(address).select_one("form[action='/onske']")
    assert form
    sent = {
        name: [str(one["value"]) for one in form.select(f"[name={name}]")]
        for name in {str(one["name"]) for one in form.select("[name]")}
    }

    response = client.post("/onske", data=sent)

    assert set(sent) == {"interests", "municipality", "age_band"}
    assert kept(session) == {("board_games", TRONDHEIM, "18_25", 1)}
    assert response.status_code == 303
    assert "Takk, ønsket ditt er talt med" in client.page(response.location).text


@pytest.mark.parametrize(
    "text",
    ["klatring i Trondheim", "Trondheim", "sjakk", "jeg vil ta livet mitt, sjakk i Trondheim"],
    ids=["it is there", "no wish", "no place", "danger"],
)
def test_nobody_is_asked_to_wish_for_what_is_there_or_was_not_told(
    client: PageClient, session: Session, text: str
) -> None:
    save(session, offer_entry())

    page = client.page(answers_to(client, text))

    assert page.select("form[action='/onske']") == []


def test_the_same_can_be_wished_for_in_a_form(client: PageClient, session: Session) -> None:
    client.submit("/onske", interests="music", place="Molde", age_band="under_18")
    client.submit("/onske", interests="music", place="6413", age_band="under_18")

    assert kept(session) == {("music", MOLDE, "under_18", 2)}


def test_a_place_that_is_typed_stands_before_where_somebody_looked(
    client: PageClient, session: Session
) -> None:
    typed = {"interests": "music", "municipality": TRONDHEIM, "place": "Molde"}

    client.post("/onske", data=typed | {"age_band": "unknown"})

    assert kept(session) == {("music", MOLDE, "unknown", 1)}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"place": "Molde"}, "Velg noe du skulle ønske fantes."),
        ({"interests": "", "place": "Molde"}, "Velg noe du skulle ønske fantes."),
        ({"interests": "gull", "place": "Molde"}, "Velg noe du skulle ønske fantes."),
        ({"interests": "music", "place": "Ingenstedby"}, "Vi kjenner ikke stedet."),
        ({"interests": "music", "municipality": "9999"}, "Vi kjenner ikke stedet."),
        ({"interests": "music", "place": "x" * 300}, "Skriv høyst 200."),
        ({"interests": "music", "place": "Molde", "age_band": "19"}, "Velg en av disse."),
    ],
)
def test_what_cannot_be_counted_is_sent_back_and_counts_nothing(
    client: PageClient, session: Session, typed: dict[str, str], said: str
) -> None:
    response = client.post("/onske", data=typed)

    assert response.status_code == 422
    assert said in response.text
    assert typed.get("place", "") in response.text
    assert kept(session) == set()


def test_at_most_five_wishes_are_counted_at_once(client: PageClient, session: Session) -> None:
    many = ["music", "board_games", "climbing", "football", "handball", "bouldering"]

    response = client.post("/onske", data={"interests": many, "place": "Molde"})

    assert response.status_code == 422
    assert "Velg høyst 5 ting om gangen." in response.text
    assert kept(session) == set()


@on_both_databases
def test_everybody_who_wishes_at_once_is_counted(database_url: str) -> None:
    writers, each = 4, 10
    engine, start = create_engine(database_url), Barrier(writers)

    def wish_often(number: int) -> None:
        # Each names them in another order, which would let them wait for each other for ever.
        interests = ["music", "board_games"][:: 1 if number % 2 else -1]
        start.wait()
        for _time in range(each):
            with Session(engine) as session:
                wish(session, interests, MOLDE, AgeBand.UNKNOWN)
                session.commit()

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(wish_often, range(writers)))

    with Session(engine) as session:
        assert kept(session) == {
            ("board_games", MOLDE, "unknown", writers * each),
            ("music", MOLDE, "unknown", writers * each),
        }
    engine.dispose()


WISHES = st.lists(
    st.tuples(st.sampled_from(["music", "board_games"]), st.sampled_from(list(AgeBand))),
    max_size=60,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WISHES)
def test_counts_only_grow_and_small_ones_are_never_told(
    session: Session, wishes: list[tuple[str, AgeBand]]
) -> None:
    before: dict[tuple[str, str], int] = {}
    for interest, band in wishes:
        wish(session, [interest], MOLDE, band)
        session.expire_all()
        now = {(row.interest, row.age_band): row.count for row in session.scalars(select(Wish))}
        assert all(now[one] >= number for one, number in before.items())
        assert sum(now.values()) == sum(before.values()) + 1
        before = now
    told = wishes_in(session, MOLDE)
    session.rollback()

    assert all(one.number >= 5 for one in told)
    for interest in ("music", "board_games"):
        together = sum(one == interest for one, _band in wishes)
        sums = [one.number for one in told if one.interest == interest and one.age_band is None]
        assert sums == ([together] if together >= 5 else [])


def test_stewards_see_the_wishes_of_each_of_their_municipalities(session: Session) -> None:
    for _time in range(7):
        wish(session, ["music"], MOLDE, AgeBand.FROM_18)
    for _time in range(4):
        wish(session, ["board_games"], MOLDE, AgeBand.FROM_18)

    assert wishes_for(session, [MOLDE, TRONDHEIM]) == {
        MOLDE: [WishCount("music", None, 7)],
        TRONDHEIM: [],
    }


def test_no_municipality_is_thanked_for_that_is_none(client: PageClient) -> None:
    assert client.get("/onske/9999").status_code == 404
