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
from tests.support.as_read import as_read
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
    """Return the words as they are read: what only keeps a line from ending there is left out."""
    return [as_read(tag.text) for tag in page.select(selector)]


def follow(client: PageClient, page: BeautifulSoup, link: str) -> BeautifulSoup:
    found = next(tag for tag in page.select("main a") if tag.text.strip() == link)
    return client.page(str(found["href"]))


def chips_of(page: BeautifulSoup) -> list[str]:
    return words(page, ".chips .chip-pair > .chip")


def taken_away(client: PageClient, page: BeautifulSoup, chip: str) -> BeautifulSoup:
    links = page.select(".chip-remove")
    found = next(link for link in links if f"Ta bort {chip}" == as_read(link.text)[:-2])
    return client.page(str(found["href"]))


def press(client: PageClient, page: BeautifulSoup, name: str, value: str) -> BeautifulSoup:
    """Press a button the way a browser does, and follow to where it leads."""
    button = page.select_one(f"button[name={name}][value='{value}']")
    assert button and button.parent, f"there is no button {name} for {value}"
    form = button.find_parent("form")
    assert form
    answer = client.post(str(form["action"]), data={name: value})
    return client.page(str(answer.location).partition("#")[0])


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

    chips = page.select(".chips a.chip")
    assert words(page, ".chips a.chip")[:5] == ["Buldring", "19 år", "Trondheim", "kveld", "Gratis"]
    assert str(chips[0]["href"]).endswith("#text")
    assert str(chips[4]["href"]).endswith("#musts")
    target = client.page(str(chips[4]["href"]).partition("#")[0])
    assert target.select_one("#musts") and target.select_one("#text")


@pytest.mark.parametrize("gone", ["Buldring", "19 år", "Trondheim", "kveld", "Gratis"])
def test_each_thing_can_be_taken_away_and_all_else_stays(
    client: PageClient, app: Flask, session: Session, gone: str
) -> None:
    save(session, offer_entry())
    page = asked(client, app, text="buldring i Trondheim, 19 år, kveld", musts=["free"])

    left = taken_away(client, page, gone)

    assert set(chips_of(page)) - set(chips_of(left)) == {gone}
    assert set(chips_of(left)) <= set(chips_of(page))


def test_words_that_were_not_understood_can_be_taken_away(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())
    page = asked(client, app, text="saksofonkvartett i Oslo")

    left = taken_away(client, page, "søkeord: saksofonkvartett")

    assert chips_of(left) == ["Oslo"]


def test_a_misspelt_word_says_what_it_was_read_as_and_can_be_taken_away(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())
    page = asked(client, app, text="fotbal, 19 år")

    assert chips_of(page) == ["Fotball – du skrev «fotbal»", "19 år"]
    assert chips_of(taken_away(client, page, "Fotball – du skrev «fotbal»")) == ["19 år"]


def test_what_is_put_into_the_week_stays_there_when_a_thing_is_taken_away(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())
    page = asked(client, app, text="buldring, 19 år", week=["klatrekveld"])

    left = taken_away(client, page, "19 år")

    assert "Uka mi: 1 valgt" in words(left, "main a")


def test_what_the_text_says_of_the_person_is_changed_in_the_text(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    chips = asked(client, app, text="for jente 16").select(".chips a.chip")

    told = {chip.text.strip(): str(chip["href"]).partition("#")[2] for chip in chips}
    assert told["16 år"] == "text"
    assert told["jente"] == "text"


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
        "kl. 18.00–20.00",
        "Klatrehallen, Trondheim",
        "30 kr hver gang, 200 kr i året",
        "Klatring, som du ser etter.",
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

    assert words(asked(client, app), ".card .ds-tag[data-color=warm]") == ["Eksempel, finnes ikke"]


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
    assert "Trondheim" in words(more, ".chips a.chip")


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

    notices = words(asked(client, app, place="Trondheim"), ".ds-alert")

    assert notices == ["Vi fant ingenting å gå til innen 25 km. Vi så i hele landet."]


def test_an_unknown_place_is_said_to_be_unknown(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, place="Ingenstedby")

    assert words(page, ".ds-alert")[0] == (
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
    assert "19 år" in words(right, ".chips a.chip")


def test_the_nearest_beyond_the_distance_is_told_and_can_be_seen(
    client: PageClient, app: Flask, session: Session
) -> None:
    online = schedule_entry(attendance="online", venue=None)
    save(session, offer_entry(schedules=[schedule_entry(venue=OSLO)]))
    save(session, offer_entry(id="nett", name="På nett", schedules=[online]))

    page = asked(client, app, place="Trondheim", max_km=5)

    assert any("innen 5 km" in notice for notice in words(page, ".ds-alert"))
    farther = follow(client, page, "Se lenger bort")
    assert "Klatrekveld" in words(farther, ".card h3")


def test_it_is_said_where_nearly_all_of_it_is_joined_from_home(
    client: PageClient, app: Flask, session: Session
) -> None:
    online = schedule_entry(attendance="online", venue=None)
    save(session, *many(6, schedules=[online], serves=["NO"]))

    page = asked(client, app, place="Engerdal")

    assert words(page, ".card h3")
    assert any("lite som passer nær Engerdal" in notice for notice in words(page, ".ds-alert"))


def test_stray_words_beside_a_loss_are_not_said_to_be_missing(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(audience=["bereaved"]))

    page = asked(client, app, text="qwertyuiop", for_whom="bereaved")

    assert words(page, ".card h3")
    assert not [one for one in words(page, ".ds-alert") if "Vi fant ikke" in one]


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

    assert words(page, ".ds-alert") == [
        "Vi fant ikke noe med «seiling» som passer med svarene dine. Her er noe annet å gå til."
    ]
    assert not [one for one in words(page, ".card .caveats li") if "annet" in one]


def test_what_is_not_known_to_be_the_wish_stands_under_a_heading_of_its_own(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(), *many(2, interests=["knitting"]))

    page = asked(client, app, interests=["climbing"], place="Trondheim")

    order = [as_read(tag.text) for tag in page.select("#forslag h2:not(#kart-title), #forslag h3")]
    assert order[:3] == ["Forslag", "Klatrekveld", "Noe annet å gå til"]
    assert sorted(order[3:]) == ["Kveld 0", "Kveld 1"]
    assert not [one for one in words(page, ".card .caveats li") if "annet" in one]


def test_nothing_is_parted_where_the_wish_stands_among_other_things(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session,
        offer_entry(id="a", name="Nær klatring"),
        offer_entry(id="b", name="Kafé Strek", interests=["knitting"]),
        offer_entry(id="c", name="Fjern klatring", schedules=[schedule_entry(venue=OSLO)]),
    )

    page = asked(client, app, interests=["climbing"], place="Trondheim", text="Kafé")

    assert words(page, ".card h3") == ["Nær klatring", "Kafé Strek", "Fjern klatring"]
    assert words(page, "#forslag h2:not(#kart-title)") == ["Forslag"]
    assert "Dette er noe annet enn det du ser etter, men kan passe likevel." in words(
        page, ".card:has(#tilbud-b) .caveats li"
    )


def test_something_else_is_said_on_the_card_where_nothing_above_says_it(
    client: PageClient, app: Flask, session: Session
) -> None:
    named = offer_entry(id="kafe", name="Kafé Solstrek", interests=["knitting"])
    save(session, named, offer_entry())

    page = asked(client, app, text="klatring Kafé Solstrek", place="Trondheim")

    assert words(page, ".card h3") == ["Kafé Solstrek", "Klatrekveld"]
    assert "Dette er noe annet enn det du ser etter, men kan passe likevel." in words(
        page, ".card:has(#tilbud-kafe) .caveats li"
    )


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


def test_words_that_may_have_been_meant_are_asked_for_without_losing_the_rest(
    client: PageClient, app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry(name="Solstrekhuset", audience=["relatives"]))
    index = app.extensions["offer_index"]
    monkeypatch.setattr(index, "did_you_mean", lambda _text: "solstrekhuset")

    page = asked(client, app, text="qwrtzpsdf i Trondheim for pårørende, 19 år, på kvelden")

    right = follow(client, page, "solstrekhuset")
    before, after = chips_of(page), chips_of(right)
    assert [one for one in after if one not in before] == ["søkeord: solstrekhuset"]
    assert [one for one in before if one not in after] == ["søkeord: qwrtzpsdf"]
    assert "Solstrekhuset" in words(right, ".card h3")


def test_a_misspelt_name_finds_the_offer_at_once(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry(name="Solstrekhuset"), *many(6))

    page = asked(client, app, text="solstrekhust i Trondheim")

    assert "Solstrekhuset" in words(page, ".card h3")
    assert not page.select(".ds-alert a.chip")


def test_another_place_of_the_same_name_is_one_press_away(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="klatring i Herøy")

    other = follow(client, page, "Herøy (Nordland)")
    assert "Herøy (Nordland)" not in chips_of(page)
    assert chips_of(other) == ["Klatring", "Herøy (Nordland)"]
    assert "Herøy (Nordland)" not in words(other, ".ds-alert a.chip")


def test_what_is_not_for_them_is_said_to_be_gone_and_can_be_had_back(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(3))

    gone = press(client, asked(client, app, place="Trondheim"), "not_for_me", "kveld-1")

    assert "Kveld 1" not in words(gone, ".card h3")
    assert words(gone, "form.ds-alert")[0].startswith("Vi tok bort Kveld 1. Angre")
    back = press(client, gone, "again", "kveld-1")
    assert "Kveld 1" in words(back, ".card h3")
    assert not back.select("form.ds-alert")


def test_of_several_that_are_gone_the_newest_is_named_and_the_others_are_folded(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(3))
    first = press(client, asked(client, app), "not_for_me", "kveld-1")

    both = press(client, first, "not_for_me", "kveld-2")

    assert [one[:19] for one in words(both, ".taken-away")] == [
        "Vi tok bort Kveld 2", "Vi tok bort Kveld 1",
    ]  # fmt: skip
    assert words(both, "details .taken-away")[0].startswith("Vi tok bort Kveld 1.")


def test_what_is_gone_from_the_catalogue_cannot_be_had_back(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(1))

    page = asked(client, app, not_for_me=["nedlagt"])

    assert not page.select("form.ds-alert")


def test_an_offer_is_put_into_the_week_and_taken_out_again(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(2))

    chosen = press(client, asked(client, app), "to_week", "kveld-1")

    assert "Uka mi: 1 valgt" in words(chosen, "main a")
    assert follow(client, chosen, "Uka mi: 1 valgt")
    assert not chosen.select("button[name=to_week][value=kveld-1]")
    back = press(client, chosen, "from_week", "kveld-1")
    assert back.select("button[name=to_week][value=kveld-1]")
    assert not [one for one in words(back, "main a") if "Uka mi" in one]


def test_what_one_lands_on_after_a_choice_is_there(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(2))
    page = asked(client, app)

    for name in ("not_for_me", "to_week"):
        answer = client.post(str(page.select_one("form.card-choices")["action"]),  # type: ignore[index]
                             data={name: "kveld-1"})  # fmt: skip
        address, _hash, place = str(answer.location).partition("#")
        assert client.page(address).select_one(f"#{place}")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("kameraten min våkner ikke", ["113"]),
        ("my flatmate is unconscious", ["113"]),
        ("jeg tok noe rart, hjertet banker fort", ["113", "22591300", "116117"]),
        ("orker ikke mer, vil ikke leve", ["113", "116123", "116111"]),
        ("jeg er redd hjemme", ["112", "116006", "116111"]),
        ("han slår meg og jeg vil ikke leve", ["113", "112", "116006", "116123", "116111"]),
    ],
)
def test_words_of_danger_are_answered_first_with_the_numbers_that_fit(
    client: PageClient, app: Flask, session: Session, text: str, numbers: list[str]
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text=text)

    assert page.select("main h2, main article")[0]["id"] == "first-of-all"
    assert [link["href"] for link in page.select("main .first-of-all a[href^='tel:']")] == [
        f"tel:{number}" for number in numbers
    ]


@pytest.mark.parametrize(
    "text",
    ["kameraten min våkner ikke. klatring i Trondheim", "har tatt ghb og er kvalm, klatring i Trondheim",
     "vil ikke leve. klatring i Trondheim"],
)  # fmt: skip
def test_in_danger_to_life_there_is_nothing_to_go_to_but_a_way_on_to_it(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry(), *many(2))

    page = asked(client, app, text=text)
    onward = follow(client, page, "se etter noe å gå til")

    assert not page.select("article, .map, .chip-pair")
    assert words(page, "main a.ds-button")[0] == "Ring 113 nå"
    assert onward.select("article")
    assert "Trondheim" in chips_of(onward)
    assert not onward.select(".first-of-all")


def test_who_was_hurt_by_another_may_ask_for_something_besides(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    assert asked(client, app, text="ble voldtatt, klatring").select("article")
    assert not asked(client, app, text="blir slått hjemme, bor i Trondheim").select("article")


@pytest.mark.parametrize("text", ["redd", "hjelp", "kan ikke være hjemme i natt"])
def test_fear_is_answered_with_somebody_to_talk_to_and_no_alarm(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text=text)

    assert page.select("main h2")[0]["id"] == "talk-first"
    assert page.select_one("main .talk-first a[href='tel:116123']")
    assert page.select_one("main .talk-first a[href='tel:116111']")
    assert not page.select(".first-of-all")
    assert not page.select("main a[href='tel:113']")


def test_words_of_a_slip_lead_to_what_helps_and_the_answers_follow(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="jeg sprakk i går, bor i Trondheim")

    assert len(page.select("main a[href='/sprekk']")) == 1
    assert page.select_one("main .first-of-all a[href='/sprekk']")
    assert page.select(".card")


@pytest.mark.parametrize("text", ["klatring", "", "rusfri i tre år"])
def test_nothing_comes_first_where_nothing_speaks_of_it(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry())

    assert not asked(client, app, text=text).select(".first-of-all")


def test_words_that_are_found_far_away_only_are_said_to_be_missing_near_by(
    client: PageClient, app: Flask, session: Session
) -> None:
    far = offer_entry(
        id="fjernt", name="Saksofonkvartetten", schedules=[schedule_entry(venue=OSLO)]
    )
    save(session, far, *many(6))

    page = asked(client, app, text="saksofonkvartetten", place="Trondheim")

    assert words(page, ".ds-alert") == [
        "Vi fant ikke «saksofonkvartetten» i nærheten. Her er noe annet som kan passe."
    ]


def test_words_that_no_offer_has_are_said_not_to_be_found(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text="saksofonkvartett")

    assert "Vi fant ikke «saksofonkvartett». Her er noe annet som kan passe." in words(
        page, ".ds-alert"
    )


def test_words_of_use_are_a_reason_to_ask_and_one_press_answers(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session,
        offer_entry(id="rusfritt", name="Rusfri kveld", sobriety_rule="drug_free"),
        offer_entry(id="apent", name="Åpen kveld", sobriety_rule="active_use"),
    )

    page = asked(client, app, text="jeg drikker for mye")
    using = follow(client, page, "Jeg bruker rusmidler nå")

    assert "Rusfri kveld" in words(page, "h3")  # nothing was guessed
    assert words(using, "h3") == ["Åpen kveld"]
    assert "Jeg bruker rusmidler nå" in chips_of(using)
    assert "Vil du si om du er rusfri nå" not in using.text


@pytest.mark.parametrize(
    "question",
    [
        {"text": "klatring"},
        {"text": "sønnen min ruser seg"},
        {"text": "rus", "situation": "drug_free"},
        {"text": "har tatt en overdose heroin"},
    ],
)
def test_nobody_is_asked_without_a_reason(
    client: PageClient, app: Flask, session: Session, question: dict[str, Any]
) -> None:
    save(session, *many(2))

    assert "Vil du si om du er rusfri nå" not in asked(client, app, **question).text


@pytest.mark.parametrize(
    "text", ["vil ikke leve", "blir slått hjemme", "jeg sprakk i går", "hjelp", "redd"]
)
def test_nobody_who_wrote_something_is_told_that_they_answered_nothing(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text=text)

    assert "litt av hvert" not in page.text
    assert "Vi fant ikke" not in page.text
    assert [link for link in page.select("main a") if link.text.strip() == "Endre svarene"] or (
        chips_of(page)
    )


def test_who_answered_nothing_is_told_so(client: PageClient, app: Flask, session: Session) -> None:
    save(session, offer_entry())

    assert words(asked(client, app), ".ds-alert") == [
        "Du har ikke svart på noe ennå. Her er litt av hvert."
    ]


@pytest.mark.parametrize(
    "text", ["er det noen der", "kan jeg snakke på chat anonymt", "krisetelefon"]
)
def test_who_asks_for_somebody_is_told_whom_to_ring_before_the_answers(
    client: PageClient, app: Flask, session: Session, text: str
) -> None:
    save(session, offer_entry())

    page = asked(client, app, text=text)

    assert not page.select(".first-of-all")
    assert page.select("main h2, .card")[0]["id"] == "talk-first"
    assert "116 123" in words(page, ".talk-first")[0]


def test_who_speaks_of_nothing_but_danger_is_shown_no_evening_of_song(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, *many(3))

    alone = asked(client, app, text="jeg orker ikke leve mer")

    assert "116 123" in alone.text
    assert not alone.select("article")
    assert "Vi fant ikke" not in alone.text
    assert alone.select("main a[href='/finn']")
