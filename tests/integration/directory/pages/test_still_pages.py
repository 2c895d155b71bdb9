"""The pages that are the same for everybody: why, privacy, safe use and accessibility."""

from hashlib import sha256

from babel.dates import format_date
from bs4 import BeautifulSoup

from directory.still_pages import ACCESSIBILITY_TESTED_ON
from tests.support.as_read import as_read
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
    return as_read(main.text)


def test_the_figures_on_the_page_are_exactly_those_of_the_source(client: PageClient) -> None:
    page = client.page("/hvorfor")

    shown = {}
    for figure in page.select(".figure"):
        number = figure.select_one(".figure-number")
        assert number
        shown[number.text.strip()] = as_read(figure.text)
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


def test_the_privacy_page_says_that_answers_lie_in_the_address_and_leads_on(
    client: PageClient,
) -> None:
    page = client.page("/personvern")

    assert "Svarene ligger i adressen" in words_of(page)
    assert page.select_one('main a[href="/les-i-fred"]')


def test_the_page_on_safe_use_says_what_the_quick_exit_does_and_does_not_do(
    client: PageClient,
) -> None:
    section = client.page("/les-i-fred").select_one("section[aria-labelledby=leaving]")

    assert section
    does, does_not = (as_read(one.text) for one in section.select("ul"))
    assert "værside med en gang" in does
    assert "tar plassen til siden du var på" in does
    assert "sletter ikke historikken" in does_not
    assert "lastet ned" in does_not
    assert "kalenderen" in does_not


def test_the_page_on_safe_use_leads_to_a_private_window_in_each_common_browser(
    client: PageClient,
) -> None:
    page = client.page("/les-i-fred")

    ways = page.select("section[aria-labelledby=private-window] details")
    assert [way.select_one("summary").text.split()[0] for way in ways] == [
        "iPhone",
        "Android",
        "Samsung",
        "PC",
    ]
    assert all(len(way.select("li")) >= 2 for way in ways)


def test_the_page_on_safe_use_does_not_advise_to_delete_when_somebody_is_watching(
    client: PageClient,
) -> None:
    section = client.page("/les-i-fred").select_one("section[aria-labelledby=watched]")

    assert section
    assert "Vent med å slette" in section.text
    assert "på biblioteket" in section.text
    assert section.select_one('a[href="tel:116006"]')
    assert section.select_one('a[href="tel:112"]')


def test_no_cache_keeps_the_page_on_safe_use_and_its_title_tells_nothing(
    client: PageClient,
) -> None:
    answer = client.get("/les-i-fred")

    assert answer.headers["Cache-Control"] == "no-store"
    assert "<title>Les i fred – " in answer.text


def test_every_page_leads_to_safe_use_and_to_the_accessibility_statement(
    client: PageClient,
) -> None:
    footer = client.page("/").select_one("footer")

    assert footer
    assert footer.select_one('a[href="/les-i-fred"]')
    assert footer.select_one('a[href="/tilgjengelighet"]')


def test_the_accessibility_statement_is_honest_about_what_nobody_has_tried(
    client: PageClient,
) -> None:
    page = client.page("/tilgjengelighet")

    untested = page.select_one("section[aria-labelledby=untested]")
    assert untested
    assert "skjermleser" in untested.text
    assert "WCAG 2.2" in words_of(page)
    assert page.select_one('a[href^="https://www.diskrimineringsnemnda.no"]')


def test_the_accessibility_statement_is_not_edited_without_its_day(client: PageClient) -> None:
    """Whoever changes the statement tries again what it says, and puts in the day and the print."""
    day = format_date(ACCESSIBILITY_TESTED_ON, "d. MMMM y", locale="nb")
    sections = client.page("/tilgjengelighet").select("main section")
    statement = " ".join(as_read(one.text) for one in sections)

    assert day in statement
    assert (ACCESSIBILITY_TESTED_ON.isoformat(), print_of(statement)) == (
        "2026-11-25",
        "0a9dc0f59d7e",
    )


def print_of(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:12]
