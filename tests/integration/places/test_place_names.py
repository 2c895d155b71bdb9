"""The file with all names of places: one for everybody, kept by the browser, small enough for a phone."""

import pytest
from flask import Flask

from places.gazetteer import gazetteer
from tests.support.client import PageClient

ADDRESS = "/steder.json"
MOST_BYTES = 15_000


def test_it_holds_every_name_once_and_the_most_populous_first(client: PageClient) -> None:
    names = client.get(ADDRESS).json

    assert names[:3] == ["Oslo", "Bergen", "Trondheim"]
    assert len(names) == len(set(names)) > 1000
    assert {"Stjørdal", "Mo i Rana", "Kárášjohka", "Herøy (Nordland)", "Atrå"} <= set(names)


def test_every_name_is_understood_as_a_place(client: PageClient) -> None:
    names = client.get(ADDRESS).json

    assert [name for name in names if gazetteer().find(name) is None] == []


def test_every_municipality_is_there(client: PageClient) -> None:
    names = set(client.get(ADDRESS).json)

    assert {one.name for one in gazetteer().municipalities()} <= names


def test_a_browser_keeps_it_for_a_day_and_then_asks_whether_it_has_changed(
    client: PageClient,
) -> None:
    first = client.get(ADDRESS)

    again = client.get(ADDRESS, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, max-age=86400"
    assert (again.status_code, again.data) == (304, b"")


def test_it_is_small_where_the_line_is_poor(client: PageClient) -> None:
    packed = {"Accept-Encoding": "br"}
    first = client.get(ADDRESS, headers=packed)

    again = client.get(ADDRESS, headers=packed | {"If-None-Match": first.headers["ETag"]})

    assert first.headers["Content-Encoding"] == "br"
    assert len(first.data) <= MOST_BYTES
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("language", ["nn", "en"])
def test_it_is_there_once_for_all_languages(client: PageClient, language: str) -> None:
    assert client.get(f"/{language}{ADDRESS}").status_code == 404


@pytest.mark.parametrize("front", ["", "/nn", "/en"])
def test_the_form_knows_where_it_lies_in_every_language(
    client: PageClient, app: Flask, front: str
) -> None:
    field = client.page(f"{front}/").select_one("[name=place]")

    assert field and field["autocomplete"] == "off"
    assert client.get(str(field["data-names"])).status_code == 200
