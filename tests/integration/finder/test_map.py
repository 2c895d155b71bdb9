"""The map is offered where the list has places, and the list says where they are."""

from dataclasses import replace
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from core.settings import Settings
from core.tiles import Tiles
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry

TILES = Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "© OpenStreetMap")


def in_hall(**changes: Any) -> dict[str, Any]:
    venue = {"name": "Hallen", "municipality": "5001", "lat": 63.43, "lon": 10.4}
    return schedule_entry(venue=venue | {"precision": "exact"} | changes)


def placed(client: PageClient, url: str) -> dict[str, tuple[str | None, bool]]:
    """Return what each entry of the list says of its place, by the entry's anchor."""
    page = client.page(url)
    found = {}
    for card in page.select("article.card, li.listed"):
        anchor = card.get("id") or card.select_one("h3")["id"]
        found[anchor] = card.get("data-place"), card.has_attr("data-place-is-exact")
    return found


def test_a_list_says_where_each_thing_is_and_how_well_that_is_known(
    client: PageClient, session: Session
) -> None:
    near = schedule_entry(venue={"municipality": "5001", "precision": "municipality"})
    save(
        session,
        offer_entry(id="presist", schedules=[in_hall()]),
        offer_entry(id="omtrent", schedules=[near]),
        offer_entry(id="ukjent", schedules=[schedule_entry(venue=None)], serves=["5001"]),
    )

    found = placed(client, "/kommune/5001")

    assert found["tilbud-presist"] == ("63.43,10.4", True)
    assert found["tilbud-omtrent"][0] is not None
    assert found["tilbud-omtrent"][1] is False
    assert found["tilbud-ukjent"] == (None, False)


def test_answers_say_where_each_thing_is(client: PageClient, session: Session) -> None:
    save(session, offer_entry(schedules=[in_hall()]))
    address = client.post("/finn", data={"text": "klatre i Trondheim"}).headers["Location"]

    assert placed(client, address) == {"tilbud-klatrekveld": ("63.43,10.4", True)}


def test_what_reaches_a_municipality_from_elsewhere_is_in_its_list_alone(
    client: PageClient, session: Session
) -> None:
    both = in_hall() | {"attendance": "hybrid"}
    save(session, offer_entry(schedules=[both], serves=["NO"]))

    assert placed(client, "/kommune/0301") == {"tilbud-klatrekveld": (None, False)}
    assert placed(client, "/kommune/5001") == {"tilbud-klatrekveld": ("63.43,10.4", True)}


def test_the_map_is_offered_only_where_something_is_on_it(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry(schedules=[in_hall()]))

    assert client.page("/kommune/5001").select('[data-module="map"][hidden]')
    assert not client.page("/kommune/0301").select('[data-module="map"]')


def test_streets_are_offered_only_where_the_operator_named_some(
    app: Flask, client: PageClient, session: Session, settings: Settings
) -> None:
    save(session, offer_entry(schedules=[in_hall()]))
    with_streets = create_app(replace(settings, tiles=TILES))
    with_streets.test_client_class = PageClient

    page = with_streets.test_client().page("/kommune/5001")

    assert "kommer fra tiles.example.org" in page.get_text()
    assert page.select_one("[data-map-streets]")["data-tiles"] == TILES.url
    assert not client.page("/kommune/5001").select("[data-map-streets]")
