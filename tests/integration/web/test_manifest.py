"""The site on a phone's own screen: it says its name, and nothing of what it is for."""

from typing import Any

import pytest

from directory.neutral_titles import tells
from tests.support.client import PageClient
from tests.support.databases import ROOT

LANGUAGES = {"": ("nb", "/"), "/nn": ("nn", "/nn/"), "/en": ("en-GB", "/en/")}


def manifest(client: PageClient, front: str = "") -> dict[str, Any]:
    response = client.get(f"{front}/manifest.webmanifest")
    assert response.mimetype == "application/manifest+json"
    assert isinstance(response.json, dict)
    return response.json


@pytest.mark.parametrize("front", LANGUAGES)
def test_it_opens_in_the_language_it_was_put_there_in(client: PageClient, front: str) -> None:
    told = manifest(client, front)

    assert (told["lang"], told["start_url"]) == LANGUAGES[front]
    assert client.page(told["start_url"]).html["lang"] == told["lang"]  # type: ignore[index]  # a page has html


def test_every_page_leads_to_the_manifest_of_its_language(client: PageClient) -> None:
    link = client.page("/en/hjelp").select_one("link[rel=manifest]")

    assert link and link["href"] == "/en/manifest.webmanifest"


@pytest.mark.parametrize("front", LANGUAGES)
def test_nothing_in_it_says_what_the_site_is_for(client: PageClient, front: str) -> None:
    told = manifest(client, front)

    assert told["name"] == told["short_name"] == "Noe å gå til"
    assert not tells(f"{told['name']} {told['description']}")


def test_its_icons_are_there_and_as_large_as_it_says(client: PageClient) -> None:
    for icon in manifest(client)["icons"]:
        answer = client.get(icon["src"])
        width, height = (int.from_bytes(answer.data[at : at + 4]) for at in (16, 20))

        assert answer.mimetype == icon["type"]
        assert f"{width}x{height}" == icon["sizes"]


def test_its_colours_are_those_of_the_site(client: PageClient) -> None:
    theme = (ROOT / "static" / "css" / "theme.css").read_text(encoding="utf-8")
    by_day = theme.partition("@media")[0]

    told = manifest(client)

    assert f"--dawn: {told['theme_color']};" in by_day
    assert f"--paper: {told['background_color']};" in by_day
