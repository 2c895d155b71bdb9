"""The language stands in front of an address, and everything a page leads to is in it too."""

import re
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER

SPOKEN = {"": "nb", "/nn": "nn", "/en": "en-GB"}
PAGES = ("/", "/finn", "/hjelp", "/sprekk", "/hvorfor", "/personvern", "/kommune/5001")


def ways_on(page: BeautifulSoup) -> set[str]:
    """Return where a page leads to on our own site, the choice of language left out."""
    links = page.select("a[href^='/']:not([hreflang]), form[action^='/']")
    return {str(tag.get("href") or tag.get("action")) for tag in links}


@pytest.mark.parametrize("front", SPOKEN)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_in_the_language_of_its_address(
    client: PageClient, front: str, path: str
) -> None:
    page = client.page(front + path)

    root = page.select_one("html")
    assert root
    assert root["lang"] == SPOKEN[front]


@pytest.mark.parametrize("front", ["/nn", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_whatever_a_page_leads_to_is_in_its_language(
    client: PageClient, front: str, path: str
) -> None:
    assert {way for way in ways_on(client.page(front + path)) if not way.startswith(front)} == set()


@pytest.mark.parametrize("front", SPOKEN)
def test_answers_stay_in_the_language_they_were_asked_in(
    client: PageClient, session: Session, front: str
) -> None:
    save(session, SAMPLE_OFFER)

    answer = client.submit(f"{front}/", text="tur")

    assert answer.status_code == 303
    assert answer.location.startswith(f"{front}/treff/")


@pytest.mark.parametrize("front", SPOKEN)
def test_every_page_leads_to_itself_in_the_other_languages(client: PageClient, front: str) -> None:
    page = client.page(f"{front}/kommune/5001?side=1")

    links = {tag.text.strip(): tag["href"] for tag in page.select("nav a[hreflang]")}
    shown = [tag["hreflang"] for tag in page.select("nav a[aria-current]")]
    assert links == {
        "Bokmål": "/kommune/5001?side=1",
        "Nynorsk": "/nn/kommune/5001?side=1",
        "English": "/en/kommune/5001?side=1",
    }
    assert shown == [SPOKEN[front][:2]]


def test_searchers_are_told_of_every_language_by_whole_addresses(client: PageClient) -> None:
    page = client.page("/nn/hjelp")

    found = {tag["hreflang"]: tag["href"] for tag in page.select("link[rel=alternate]")}
    assert found == {
        "nb": "https://example.org/hjelp",
        "nn": "https://example.org/nn/hjelp",
        "en": "https://example.org/en/hjelp",
    }


@pytest.mark.parametrize("path", ["/nb/", "/nnn/", "/no/", "/en/api/v1/match", "/nn/static/x.css"])
def test_there_is_no_page_in_a_language_that_is_not_ours(client: PageClient, path: str) -> None:
    client.page(path, status=404)


def test_the_front_page_needs_no_slash_after_its_language(client: PageClient) -> None:
    page = client.page("/nn")

    assert re.search("Kva har du lyst til", page.text)


def test_what_went_wrong_is_said_in_the_language_of_the_address(client: PageClient) -> None:
    page = client.page("/en/missing", status=404)

    assert page.select_one("html[lang=en-GB]")
    assert "Siden finnes ikke" not in page.text


@pytest.mark.parametrize("path", ["/%5Celsewhere.example/", "/%09/elsewhere.example", "/a%3Fb%23c"])
def test_no_address_leads_away_from_us_however_it_was_written(
    client: PageClient, path: str
) -> None:
    page = client.page(path, status=404)

    links = [str(tag["href"]) for tag in page.select("a[hreflang], link[rel=canonical]")]
    ours = {link.removeprefix("https://example.org") for link in links}
    assert ours == {f"{front}{quote(unquote(path))}" for front in SPOKEN}


def test_what_others_hang_on_an_address_is_not_carried_on(client: PageClient) -> None:
    page = client.page("/kommune/5001?utm_source=x&side=1")

    [canonical] = page.select("link[rel=canonical]")
    assert canonical["href"] == "https://example.org/kommune/5001?side=1"
    assert "utm_source" not in str(page)


def test_an_address_with_a_slash_too_many_is_not_repeated_in_a_redirect(client: PageClient) -> None:
    answer = client.get("/treff//abc", headers={"Host": "elsewhere.example"})

    assert answer.status_code == 404
    assert "Location" not in answer.headers
