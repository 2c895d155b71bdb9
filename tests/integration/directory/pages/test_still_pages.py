"""The pages that are the same for everybody: why, and privacy."""

from bs4 import BeautifulSoup

from tests.support.client import PageClient

# N1-N8 of the demands paper: the number, and words that must stand beside it.
FIGURES = {
    "6 %": "hadde søkt hjelp",
    "1,2 millioner": "kan tenke seg å bruke en selvhjelpsgruppe",
    "31 %": "hvis de fikk problemer",
    "10 %": "kjenner noen som har gått i en selvhjelpsgruppe",
    "37 %": "ville anbefalt selvhjelpsgrupper",
    "11 %": "ville ikke anbefalt",
    "51 %": "vet ikke om de ville anbefalt",
    "3 år": "etter behandling",
}


def words_of(page: BeautifulSoup) -> str:
    main = page.select_one("main")
    assert main
    return " ".join(main.text.split())


def test_the_figures_on_the_page_are_exactly_those_of_the_source(client: PageClient) -> None:
    page = client.page("/hvorfor")

    shown = {}
    for figure in page.select(".figure"):
        number = figure.select_one(".figure-number")
        assert number
        shown[number.text.strip()] = " ".join(figure.text.split())
    assert shown.keys() == FIGURES.keys()
    assert all(FIGURES[number] in words for number, words in shown.items())


def test_the_page_says_where_the_figures_are_from_and_that_they_have_no_date(
    client: PageClient,
) -> None:
    words = words_of(client.page("/hvorfor"))

    assert "Opinion AS" in words
    assert "Selvhjelp Norge" in words
    assert "«Krav om ettervern hos behandlingsstedene»" in words
    assert "Dokumentet har ingen dato." in words


def test_the_sum_of_99_is_left_as_it_is_and_spoken_of(client: PageClient) -> None:
    words = words_of(client.page("/hvorfor"))

    assert "99 til sammen" in words
    assert "100 %" not in words


def test_the_guideline_is_retold_with_its_source_and_not_quoted(client: PageClient) -> None:
    page = client.page("/hvorfor")

    section = page.select_one("section[aria-labelledby=guideline]")
    assert section
    assert "helsepersonell bør" in section.text
    assert "Helsedirektoratet" in section.text
    assert "ikke et sitat" in section.text
    assert section.select_one('a[href^="https://www.helsedirektoratet.no"]')


def test_the_page_promises_no_cure(client: PageClient) -> None:
    words = words_of(client.page("/hvorfor"))

    assert "Vi lover ikke" in words
    assert "gjør deg rusfri" not in words


def test_the_privacy_page_says_what_is_never_kept(client: PageClient) -> None:
    page = client.page("/personvern")

    never = page.select_one("section[aria-labelledby=never]")
    assert never
    for word in ("svarer", "søker", "IP-adressen", "navnet", "diagnoser"):
        assert word in never.text


def test_the_privacy_page_says_what_the_quick_exit_does_not_do(client: PageClient) -> None:
    words = words_of(client.page("/personvern"))

    assert "Den sletter ikke historikken." in words
    assert "privat vindu" in words
    assert "Svarene ligger i adressen" in words
