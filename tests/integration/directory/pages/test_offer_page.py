"""The page of an offer, as a visitor without script sees it."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy.orm import Session

from directory.models import ConfirmationRhythm
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry


def shown(client: PageClient, session: Session, **told: Any) -> BeautifulSoup:
    save(session, offer_entry(**told))
    return client.page(f"/tilbud/{told.get('id', 'klatrekveld')}")


def main_of(page: BeautifulSoup) -> str:
    main = page.select_one("main")
    assert main
    return as_read(main.text)


def text_of(page: BeautifulSoup, selector: str) -> str:
    found = page.select_one(selector)
    assert found, selector
    return as_read(found.text)


# What stands first


def test_the_page_says_first_what_you_do_then_when_then_where(
    client: PageClient, session: Session
) -> None:
    page = shown(client, session)

    lines = [
        main_of(page).index(words)
        for words in (
            "Klatrekveld",
            "Klatre sammen med andre.",
            "I dag, onsdag 25. november kl. 18.00–20.00",
            "Klatrehallen, Trondheim",
            "Første gang",
        )
    ]
    assert lines == sorted(lines)


def test_the_sobriety_rule_stands_at_the_top_told_or_not(
    client: PageClient, session: Session
) -> None:
    drug_free = shown(client, session)
    untold = shown(client, session, id="et-annet", sobriety_rule=None)

    assert "Alle som er med, skal være rusfrie, også ellers." in text_of(drug_free, ".at-a-glance")
    assert "Vi vet ikke om det er krav om å være rusfri." in text_of(untold, ".at-a-glance")


def test_what_happens_the_first_time_is_said_or_said_to_be_untold(
    client: PageClient, session: Session
) -> None:
    told = shown(client, session, first_visit={"nb": "Kari møter deg i døra."})
    untold = shown(client, session, id="et-annet")

    assert "Kari møter deg i døra." in main_of(told)
    assert "Hva som skjer første gang, er ikke oppgitt – spør." in main_of(untold)


def test_each_place_has_its_times_and_the_next_three_dates(
    client: PageClient, session: Session
) -> None:
    online = schedule_entry(attendance="online", venue=None, rrule="FREQ=WEEKLY;BYDAY=TH")

    page = shown(client, session, schedules=[schedule_entry(), online])

    places = [heading.text for heading in page.select(".meeting h3")]
    dates = [item.text for item in page.select(".meeting:first-of-type .dates li")]
    assert places == ["Klatrehallen", "På nett"]
    assert dates == [
        "I dag, onsdag 25. november kl. 18.00–20.00",
        "Onsdag 2. desember kl. 18.00–20.00",
        "Onsdag 9. desember kl. 18.00–20.00",
    ]


# What is told and what is not


def test_what_nobody_has_told_is_folded_as_questions(client: PageClient, session: Session) -> None:
    page = shown(client, session)

    questions = [item.text for item in page.select("section[aria-labelledby=unknown] details li")]
    assert "Kan noen møte meg første gang?" in questions
    assert "Hva koster det?" in questions
    assert page.select_one("section[aria-labelledby=unknown] details:not([open])")


def test_whom_it_is_kept_for_is_said_at_once_and_the_rest_is_folded(
    client: PageClient, session: Session
) -> None:
    page = shown(
        client,
        session,
        age={"min": 18, "max": None},
        gender="women",
        led_by="peers",
        format="group",
    )

    assert "Du må være 18 år eller eldre. For kvinner." in text_of(page, ".at-a-glance")
    folded = [text_of_tag.text.strip() for text_of_tag in page.select(".fact-groups details h2")]
    assert folded == ["Slik er det", "Hvem det er for"]
    assert not page.select(".fact-groups details[open]")


def test_where_no_limit_is_told_none_is_said(client: PageClient, session: Session) -> None:
    page = shown(client, session, age={}, gender="any")

    assert "Hvem" not in text_of(page, ".at-a-glance")


def test_what_is_told_is_not_asked(client: PageClient, session: Session) -> None:
    page = shown(client, session, access={"companion_first_time": True})

    assert "Noen kan møte deg første gang." in main_of(page)
    assert "Kan noen møte meg første gang?" not in main_of(page)


def test_a_long_note_on_the_price_is_folded(client: PageClient, session: Session) -> None:
    page = shown(client, session, cost={"per_time": 30, "note": {"nb": "Du betaler i døra. " * 6}})

    [folded] = page.select(".at-a-glance details")
    assert "Du betaler i døra." in folded.text


def test_the_price_has_its_note(client: PageClient, session: Session) -> None:
    page = shown(client, session, cost={"per_time": 30, "note": {"nb": "Første gang er gratis."}})

    assert "30 kr hver gang. Første gang er gratis." in text_of(page, ".at-a-glance")


def test_a_text_in_another_language_says_which(client: PageClient, session: Session) -> None:
    page = shown(client, session, summary={"en": "Climb with others."})

    passage = page.select_one('.heading [lang="en"]')
    assert passage
    assert passage.text == "Climb with others."


def test_a_text_in_bokmal_needs_no_mark(client: PageClient, session: Session) -> None:
    page = shown(client, session, summary={"nb": "Klatre.", "en": "Climb."})

    assert not page.select("main [lang]")


def test_markup_in_a_text_is_shown_as_it_is_written(client: PageClient, session: Session) -> None:
    page = shown(client, session, summary={"nb": "<script>alert(1)</script> & <b>mer</b>"})

    assert "<script>alert(1)</script> & <b>mer</b>" in main_of(page)
    assert not page.select("main script, main b")


# Getting in touch


def test_every_way_to_reach_somebody_is_a_link(client: PageClient, session: Session) -> None:
    contact = {
        "name": "Kari",
        "role": "turleder",
        "phone": "900 00 001",
        "sms": "900 00 002",
        "email": "kari@example.org",
        "url": "https://example.org/tur",
    }

    page = shown(client, session, contacts=[contact])

    links = {link["href"]: link.get("rel") for link in page.select(".contact a")}
    assert links == {
        "tel:90000001": None,
        "sms:90000002": None,
        "mailto:kari@example.org": None,
        "https://example.org/tur": ["noreferrer", "noopener"],
    }
    assert "Kari, turleder" in main_of(page)


def test_what_is_no_web_address_is_not_followed(client: PageClient, session: Session) -> None:
    page = shown(client, session, contacts=[{"chat": "javascript:alert(1)"}])

    assert "javascript:alert(1)" in main_of(page)
    assert not page.select('main a[href^="javascript"]')


def test_every_link_that_leads_away_tells_nobody_where_from(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        organisation_entry(url="https://example.org/"),
        offer_entry(sources=[{"title": "Kilden", "url": "https://example.org/kilde"}]),
    )

    page = client.page("/tilbud/klatrekveld")

    away = page.select('main a[href^="http"]')
    assert len(away) == 2
    assert all(link["rel"] == ["noreferrer", "noopener"] for link in away)


def test_without_any_contact_the_page_says_where_to_turn(
    client: PageClient, session: Session
) -> None:
    page = shown(client, session)

    assert "Vi har ingen kontaktopplysninger ennå." in main_of(page)
    assert page.select('main a[href="/hjelp"]')


# Who said so


def test_the_page_says_when_it_was_confirmed_and_from_what(
    client: PageClient, session: Session
) -> None:
    page = shown(
        client,
        session,
        confirmed_on=date(2026, 10, 1),
        confirmed_by="organisation",
        sources=[{"title": "Årsmeldingen", "year": 2025}],
    )

    origin = text_of(page, "section[aria-labelledby=origin]")
    assert "Bekreftet 1. oktober 2026 av dem som driver det." in origin
    assert "Årsmeldingen (2025)" in origin
    assert "Ta kontakt først" not in origin


def test_an_old_entry_asks_one_to_call_first(client: PageClient, session: Session) -> None:
    page = shown(client, session, confirmed_on=date(2019, 5, 1), confirmed_by="document")

    origin = text_of(page, "section[aria-labelledby=origin]")
    assert "Fra en kilde som gjelder 1. mai 2019." in origin
    assert "Ta kontakt først" in origin


# Kinds of pages


def test_a_made_up_offer_says_so_before_anything_else(client: PageClient, session: Session) -> None:
    page = shown(client, session, id="eksempel-klatring")

    first = page.select_one("main > :not(.heading, .age)")
    assert first
    assert "Dette er et eksempel." in first.text


def test_a_signpost_has_a_page_without_a_first_time(client: PageClient, session: Session) -> None:
    page = shown(client, session, kind="signpost", contacts=[{"phone": "915 08 588"}])

    assert "Første gang" not in main_of(page)
    assert page.select('main a[href="tel:91508588"]')


def test_an_offer_that_has_ended_says_so_and_leads_on(client: PageClient, session: Session) -> None:
    page = shown(client, session, status="ended", ended_on=date(2018, 12, 31))

    text = main_of(page)
    assert "Dette tilbudet er slutt. Det varte til 31. desember 2018." in text
    assert "Når og hvor" not in text
    links = {link["href"] for link in page.select("main a")}
    assert {"/finn", "/interesse/climbing", "/kommune/5001"} <= links


def test_a_last_day_in_the_past_ends_an_offer_whatever_its_status(
    client: PageClient, session: Session
) -> None:
    page = shown(client, session, status="published", ended_on=date(2026, 11, 24))

    assert "Dette tilbudet er slutt." in main_of(page)


def test_a_last_day_ahead_ends_the_times_and_says_until_when_they_last(
    client: PageClient, session: Session
) -> None:
    page = shown(client, session, ended_on=date(2026, 12, 3))

    text = main_of(page)
    assert "Varer til 2. desember 2026." in text
    assert "Onsdag 2. desember" in text and "Onsdag 9. desember" not in text


def test_a_last_day_before_the_next_time_leaves_none(client: PageClient, session: Session) -> None:
    page = shown(
        client,
        session,
        ended_on=date(2026, 11, 26),
        schedules=[schedule_entry(rrule="FREQ=WEEKLY;BYDAY=TH")],
    )

    assert "Alle tidene vi kjenner til, er over." in text_of(page, ".ds-alert")


def test_an_offer_whose_times_are_all_over_says_so_and_leads_on(
    client: PageClient, session: Session
) -> None:
    page = shown(client, session, schedules=[schedule_entry(until=date(2026, 6, 17))])

    assert "Alle tidene vi kjenner til, er over." in text_of(page, ".ds-alert")
    assert "Ingen nye tider er oppgitt – spør" in text_of(page, ".at-a-glance")
    assert page.select('.ds-alert a[href="/"]')


@pytest.mark.parametrize("rule", ["drug_free", "sober_there"])
def test_where_one_must_be_sober_there_is_a_way_on_after_a_slip(
    client: PageClient, session: Session, rule: str
) -> None:
    page = shown(client, session, sobriety_rule=rule)

    assert page.select('main a[href="/sprekk"]')


@pytest.mark.parametrize("status", ["paused", None])
def test_a_paused_offer_and_one_that_never_was_look_the_same(
    client: PageClient, session: Session, status: str | None
) -> None:
    if status:
        save(session, offer_entry(status=status))

    response = client.get("/tilbud/klatrekveld")

    assert response.status_code == 404
    assert "Klatrekveld" not in response.text


def test_the_page_is_kept_by_no_shared_cache(client: PageClient, session: Session) -> None:
    save(session, offer_entry())

    response = client.get("/tilbud/klatrekveld")

    assert response.headers["Cache-Control"] == "private, no-cache"


def test_the_page_shows_the_way_to_more_of_the_same(client: PageClient, session: Session) -> None:
    page = shown(client, session, interests=["bouldering"], effects=["get_tired"])

    assert page.select('main a[href="/interesse/bouldering"]')
    assert page.select_one("section[aria-labelledby=effects] li")


@pytest.mark.parametrize(("name", "kept"), [("Klatring", "private, no-cache"), ("AA", "no-store")])
def test_a_page_whose_name_tells_lies_in_no_cache(
    client: PageClient, session: Session, name: str, kept: str
) -> None:
    shown(client, session, id="et-tilbud", name=name)

    assert client.get("/tilbud/et-tilbud").headers["Cache-Control"] == kept


# What nobody has answered for


def shown_due(client: PageClient, session: Session, days_ago: int) -> BeautifulSoup:
    save(session, offer_entry(confirmed_on=date(2026, 1, 1), confirmed_by="organisation"))
    due_on = date(2026, 11, 25) - timedelta(days_ago)
    session.add(ConfirmationRhythm(offer_id="klatrekveld", due_on=due_on))
    session.commit()
    return client.page("/tilbud/klatrekveld")


def test_a_late_answer_is_told_where_it_says_who_confirmed_it(
    client: PageClient, session: Session
) -> None:
    in_time = shown_due(client, session, 0)
    assert "skulle ha bekreftet det" not in main_of(in_time)

    session.get_one(ConfirmationRhythm, "klatrekveld").due_on -= timedelta(1)
    session.commit()
    late = client.page("/tilbud/klatrekveld")

    origin = text_of(late, "section[aria-labelledby=origin]")
    assert "De som driver det, skulle ha bekreftet det innen" in origin
    assert "Ta kontakt først" in origin
    assert not late.select("main .ds-alert")


def test_what_nobody_has_answered_for_in_a_year_says_so_before_anything_else(
    client: PageClient, session: Session
) -> None:
    page = shown_due(client, session, 400)

    assert "Vi har ikke fått svar fra dem som driver det, på over ett år." in text_of(
        page, "main > .ds-alert"
    )
    assert page.select_one("main > .ds-alert a[href='/']")
