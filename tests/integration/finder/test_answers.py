"""The answers page: what is said of what was understood, of each offer, and where there is little."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from core.db import db
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry

OSLO = {"name": "Huset", "municipality": "0301", "precision": "municipality"}
HELPLINE = offer_entry(
    id="hjelpetelefonen",
    name="Hjelpetelefonen",
    kind="signpost",
    summary={"nb": "Noen å snakke med."},
    sobriety_rule="none",
    serves=["NO"],
    contacts=[{"phone": "116 123"}],
    schedules=[],
    interests=[],
)


def asked(client: PageClient, app: Flask, **question: Any) -> BeautifulSoup:
    return client.page(f"/treff/{app.extensions['seal'].close(question)}")


def words(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(tag.text.split()) for tag in page.select(selector)]


def follow(client: PageClient, page: BeautifulSoup, link: str) -> BeautifulSoup:
    found = next(tag for tag in page.select("main a") if tag.text.strip() == link)
    return client.page(str(found["href"]))


def many(number: int, **changes: Any) -> list[dict[str, Any]]:
    return [
        offer_entry(id=f"kveld-{one}", name=f"Kveld {one}", organisation=f"org-{one}", **changes)
        for one in range(number)
    ]


@contextmanager
def counted(app: Flask, table: str) -> Iterator[list[str]]:
    """Gather the statements that read ``table``."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if f"FROM {table}" in statement.replace("\n", " "):
            seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_what_was_understood_is_said_and_leads_to_where_it_can_be_changed(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="buldring i Trondheim, 19 år, kveld", musts=["free"])

    assert words(page, ".chips a")[:5] == ["Buldring", "19 år", "Trondheim", "kveld", "Gratis"]
    chips = page.select(".chips a")
    assert str(chips[0]["href"]).endswith("#text")
    assert str(chips[4]["href"]).endswith("#musts")
    target = client.page(str(chips[4]["href"]).partition("#")[0])
    assert target.select_one("#musts") and target.select_one("#text")


def test_what_the_text_says_of_the_person_is_changed_in_the_text(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    chips = asked(client, app, text="for jente 16").select(".chips a")

    told = {chip.text.strip(): str(chip["href"]).partition("#")[2] for chip in chips}
    assert told["16 år"] == "text"
    assert told["Ta med grupper for kvinner"] == "text"


def test_the_title_names_the_place_and_nothing_else(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    assert words(asked(client, app, place="Trondheim"), "h1") == ["Noe å gå til nær Trondheim"]
    assert words(asked(client, app), "h1") == ["Forslag til deg"]


def test_a_card_tells_what_when_where_what_it_costs_and_why(
    client: PageClient, app: Flask, session: Session
) -> None:
    cost = {"per_time": 30, "per_year": 200}
    save(session, offer_entry(cost=cost, access={"companion_first_time": True}))

    page = asked(client, app, interests=["climbing"], place="Trondheim")

    card = " ".join(words(page, ".card"))
    for told in (
        "Klatrekveld",
        "Klatre sammen med andre.",
        "kl. 18.00",
        "Klatrehallen, Trondheim",
        "30 kr hver gang, 200 kr i året",
        "Passer med det du ser etter: klatring.",
        "Noen kan møte deg første gang.",
        "Vi vet ikke om det er en aldersgrense.",
    ):
        assert told in card
    assert page.select_one(".card h3 a[href='/tilbud/klatrekveld']")


def test_what_nobody_has_told_is_said_to_be_untold(
    client: PageClient, app: Flask, session: Session
) -> None:
    untold = schedule_entry(rrule=None, start_time=None, duration_minutes=None)
    save(session, offer_entry(schedules=[untold], sobriety_rule=None))

    card = " ".join(words(asked(client, app), ".card"))

    assert "Tidspunktet er ikke oppgitt – spør" in card
    assert "Ikke oppgitt – spør" in card
    assert "Vi vet ikke om de krever at du er rusfri. Spør først." in card


def test_at_most_three_caveats_are_in_sight_and_the_rest_is_folded(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(sobriety_rule=None, capacity="waiting_list"))

    page = asked(client, app, musts=["free", "companion", "step_free"])

    card = page.select_one(".card")
    assert card
    in_sight = card.select(".caveats:not(details .caveats) li")
    assert len(in_sight) == 3
    assert "Det er venteliste." in words(page, ".card details li")


def test_an_example_says_that_it_is_one(client: PageClient, app: Flask, session: Session) -> None:
    save(session, offer_entry(id="eksempel-1"))

    assert words(asked(client, app), ".card .tag-example") == ["Eksempel, finnes ikke"]


def test_a_text_in_another_language_is_marked(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(summary={"en": "Climb with others."}))

    assert words(asked(client, app), ".card [lang=en]") == ["Climb with others."]


def test_markup_in_an_offer_is_shown_as_it_was_written(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(name="<b>Fet</b> & <script>alert(1)</script>"))

    assert words(asked(client, app), ".card h3") == ["<b>Fet</b> & <script>alert(1)</script>"]


def test_five_are_shown_first_and_more_when_asked(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(8))

    page = asked(client, app, place="Trondheim")

    assert len(page.select(".card")) == 5
    more = follow(client, page, "Vis flere")
    assert len(more.select(".card")) == 8
    assert "Vis flere" not in words(more, "main a")
    assert "Trondheim" in words(more, ".chips a")


def test_the_offers_shown_are_read_in_one_query(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(5), HELPLINE)
    asked(client, app, place="Trondheim")

    with counted(app, "offer") as statements:
        asked(client, app, place="Trondheim", situation="uses_now")

    assert len(statements) <= 1


def test_looking_farther_is_said_in_words(client: PageClient, app: Flask, session: Session) -> None:
    save(session, offer_entry(schedules=[schedule_entry(venue=OSLO)]))

    notices = words(asked(client, app, place="Trondheim"), ".notice")

    assert notices == ["Vi fant lite innen 25 km, så vi så i hele landet."]


def test_an_unknown_place_is_said_to_be_unknown(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, place="Ingenstedby")

    assert words(page, ".notice")[0] == (
        "Vi kjenner ikke stedet «Ingenstedby». Svarene gjelder hele landet."
    )
    assert page.select(".card")


def test_a_misspelt_place_can_be_put_right_with_one_press(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, place="Trondheimm", age=19)

    right = follow(client, page, "Trondheim")
    assert words(right, "h1") == ["Noe å gå til nær Trondheim"]
    assert "19 år" in words(right, ".chips a")


def test_the_nearest_beyond_the_distance_is_told_and_can_be_seen(
    client: PageClient, app: Flask, session: Session
) -> None:
    online = schedule_entry(attendance="online", venue=None)
    save(session, offer_entry(schedules=[schedule_entry(venue=OSLO)]))
    save(session, offer_entry(id="nett", name="På nett", schedules=[online]))

    page = asked(client, app, place="Trondheim", max_km=5)

    assert any("innen 5 km" in notice for notice in words(page, ".notice"))
    farther = follow(client, page, "Se lenger bort")
    assert "Klatrekveld" in words(farther, ".card h3")


def test_it_is_said_where_nearly_all_of_it_is_joined_from_home(
    client: PageClient, app: Flask, session: Session
) -> None:
    online = schedule_entry(attendance="online", venue=None)
    save(session, *many(6, schedules=[online], serves=["NO"]))

    page = asked(client, app, place="Engerdal")

    assert words(page, ".card h3")
    assert any("lite som passer nær Engerdal" in notice for notice in words(page, ".notice"))


def test_stray_words_beside_a_loss_are_not_said_to_be_missing(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(audience=["bereaved"]))

    page = asked(client, app, text="qwertyuiop", for_whom="bereaved")

    assert words(page, ".card h3")
    assert not [one for one in words(page, ".notice") if "Vi fant ikke" in one]


def test_there_is_always_a_way_to_somebody_to_talk_to(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="klatring")

    assert page.select_one("main a[href='/hjelp']")
    assert page.select_one("main a[href='/sprekk']")


def test_nothing_of_what_was_wished_for_is_said_once(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(2, interests=["knitting"]))

    page = asked(client, app, interests=["sailing"], place="Trondheim")

    assert "Vi fant ikke «Seiling» i nærheten. Her er noe annet som kan passe." in words(
        page, ".notice"
    )
    assert not [one for one in words(page, ".card .caveats:not(details *) li") if "annet" in one]


@pytest.mark.parametrize("situation", ["uses_now", "wants_to_stop"])
def test_somebody_to_talk_to_stands_after_the_matches(
    client: PageClient, app: Flask, session: Session, situation: str
) -> None:
    save(session, *many(5, sobriety_rule="none"), HELPLINE)

    page = asked(client, app, situation=situation)

    order = [tag.name for tag in page.select("main article, main #signposts")]
    assert order == [*["article"] * 5, "h2"]
    assert page.select_one("main .signposts a[href='tel:116123']")


def test_no_match_is_no_dead_end(client: PageClient, app: Flask, session: Session) -> None:
    save(session, offer_entry(cost={"per_time": 100}), HELPLINE)

    page = asked(client, app, musts=["free"], place="Trondheim")

    assert not page.select(".card")
    assert "Klatrekveld" in words(follow(client, page, "Se uten kravene"), ".card h3")
    assert page.select_one("main a[href='/hjelp']")
    assert page.select_one("main .signposts a[href='tel:116123']")
    assert page.select_one("main form input[name=musts][value=free][checked]")


def test_an_empty_catalogue_still_leads_on(client: PageClient, app: Flask) -> None:
    page = asked(client, app)

    assert page.select_one("main a[href='/hjelp']")
    assert page.select_one("main form[action='/finn']")


def test_an_offer_that_was_withdrawn_meanwhile_is_left_out(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(2))
    asked(client, app)

    save(session, *[one | {"status": "paused"} for one in many(1)])

    assert words(asked(client, app), ".card h3") == ["Kveld 1"]


def test_misspelt_words_can_be_put_right_without_losing_the_rest(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(name="Sjakklubben", audience=["relatives"]))

    page = asked(client, app, text="sjakkluben i Trondheim for pårørende, 19 år, på kvelden")

    meant = next(tag for tag in page.select(".notice a"))
    right = client.page(str(meant["href"]))
    said = words(right, ".chips a")
    assert {"19 år", "Trondheim", "kveld", "Jeg er pårørende"} <= set(said)
    assert "Klatre sammen med andre." in " ".join(words(right, ".card"))


def test_words_that_no_offer_has_are_said_not_to_be_found(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="saksofonkvartett")

    assert "Vi fant ikke «saksofonkvartett». Her er noe annet som kan passe." in words(
        page, ".notice"
    )
