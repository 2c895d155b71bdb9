"""The screen for a consultation: what is chosen becomes a sheet, and nothing that was typed is in it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from prescribing.choices import AddedLine, Heading, Reason
from prescribing.draft import MOST_ITEMS, Draft, Item, close, open_draft
from tests.support.client import PageClient
from tests.support.factories import offer_entry, organisation_entry, save

CLIMBING = offer_entry(id="klatring", name="Klatrekveld", sobriety_rule="none")
GROUP = offer_entry(
    id="gruppe",
    name="Samtalegruppa",
    kind="self_help_group",
    interests=[],
    participants="lived_experience",
    sobriety_rule="none",
    access={"welcome_after_slip": True, "referral_needed": False},
)
SCHEME = offer_entry(
    id="folge", name="Følge på vei", kind="mentor_scheme", interests=[], sobriety_rule="none"
)
USING = offer_entry(id="bruk", name="Treffstedet", kind="meeting_place", sobriety_rule="active_use")
FREE = offer_entry(id="fri", name="Rusfri tur", sobriety_rule="drug_free", interests=["hiking"])


@pytest.fixture(autouse=True)
def _offers(session: Session) -> None:
    save(session, organisation_entry(), CLIMBING, GROUP, SCHEME, USING, FREE)


def sealed_of(location: str) -> str:
    found = re.search(r"/resept/([\w-]+)", location)
    assert found, location
    return found[1]


def draft_of(app: Flask, location: str) -> Draft:
    return open_draft(sealed_of(location), app.extensions["seal"])


def draft_on(app: Flask, page: BeautifulSoup) -> Draft:
    sealed = page.select_one("#minute [name=sealed]")
    assert sealed
    return open_draft(str(sealed["value"]), app.extensions["seal"])


def address_of(app: Flask, draft: Draft) -> str:
    return f"/resept/{close(draft, app.extensions['seal'])}"


def on_sheet(page: BeautifulSoup) -> list[str]:
    return [tag.text.strip() for tag in page.select(".minute-entries h3 a")]


def suggested(page: BeautifulSoup) -> list[str]:
    return [tag.text.strip() for tag in page.select(".minute-list h3 a")]


def with_items(*offers: str) -> Draft:
    return Draft(items=tuple(Item(one) for one in offers), is_by_hand=True)


def test_what_is_chosen_stands_in_the_address_as_list_values(
    app: Flask, client: PageClient
) -> None:
    answer = client.submit(
        "/resept",
        reasons=["loneliness", "after_a_slip"],
        age="18-25",
        place="trondheim",
        interests=["physical"],
        words="klatring",
        musts=["free"],
        situation="wants_to_stop",
    )

    assert answer.status_code == 303
    draft = draft_of(app, answer.headers["Location"])
    assert draft.reasons == (Reason.LONELINESS, Reason.AFTER_A_SLIP)
    assert draft.question == {
        "age": "18-25",
        "municipality": "5001",
        "place": "Trondheim",
        "interests": ["physical", "climbing"],
        "musts": ["free"],
        "situation": "wants_to_stop",
    }
    assert draft.items == ()


def test_the_first_answer_is_a_sheet_with_something_in_each_place(client: PageClient) -> None:
    answer = client.submit("/resept", reasons="loneliness", place="Trondheim")
    page = client.page(answer.headers["Location"])

    assert len(on_sheet(page)) == 3
    assert {"Samtalegruppa", "Følge på vei"} < set(on_sheet(page))
    assert len(page.select(".minute-places .is-filled")) == 3
    assert page.find("a", string=re.compile("PDF"))


def test_the_paper_of_the_first_answer_has_what_the_screen_shows(
    app: Flask, client: PageClient
) -> None:
    answer = client.submit("/resept", reasons="loneliness", place="Trondheim")
    page = client.page(answer.headers["Location"])
    paper = page.select_one('a[href$="/ark.pdf"]')

    assert paper
    draft = draft_of(app, str(paper["href"]))
    assert len(draft.items) == len(on_sheet(page)) == 3


def test_the_answers_can_be_changed_and_the_suggestion_follows(
    app: Flask, client: PageClient
) -> None:
    first = client.submit("/resept", reasons="loneliness", place="Trondheim")
    second = client.submit(first.headers["Location"], place="Oslo", situation="uses_now")

    assert draft_of(app, second.headers["Location"]).question["place"] == "Oslo"
    page = client.page(second.headers["Location"])
    assert "Rusfri tur" not in on_sheet(page) + suggested(page)


def test_what_was_put_on_the_sheet_by_hand_stays_when_the_answers_change(
    app: Flask, client: PageClient
) -> None:
    address = address_of(app, with_items("klatring"))

    answer = client.submit(address, reasons="empty_days")

    assert draft_of(app, answer.headers["Location"]).items == (Item("klatring"),)


def test_one_is_put_on_moved_given_a_line_and_taken_off(app: Flask, client: PageClient) -> None:
    address = address_of(app, replace(with_items("klatring"), reasons=(Reason.LONELINESS,)))

    def press(change: str, **sent: str) -> Draft:
        nonlocal address
        answer = client.post(address, data={"change": change, **sent})
        assert answer.status_code == 303
        address = f"/resept/{sealed_of(answer.headers['Location'])}"
        return draft_of(app, address)

    assert press("add", offer="gruppe").items == (Item("klatring"), Item("gruppe"))
    assert press("up", offer="gruppe").items == (Item("gruppe"), Item("klatring"))
    assert press("down", offer="gruppe").items == (Item("klatring"), Item("gruppe"))
    line = AddedLine.RING_AND_SAY
    assert press("line", offer="gruppe", line=line).items[1] == Item("gruppe", line)
    assert press("line", offer="gruppe", line="").items[1] == Item("gruppe")
    assert press("heading", heading="suggestions").heading is Heading.SUGGESTIONS
    assert press("remove", offer="gruppe").items == (Item("klatring"),)
    emptied = press("remove", offer="klatring")
    assert (emptied.items, emptied.is_by_hand) == ((), True)
    assert on_sheet(client.page(address)) == []
    press("suggest")
    assert len(on_sheet(client.page(address))) == 3


def test_the_sixth_is_refused_with_a_sentence_and_nothing_is_changed(
    app: Flask, client: PageClient, session: Session
) -> None:
    more = [offer_entry(id=f"nr-{n}", name=f"Tur {n}") for n in range(MOST_ITEMS)]
    save(session, *more)
    address = address_of(app, with_items(*(one["id"] for one in more)))

    answer = client.post(address, data={"change": "add", "offer": "gruppe"})

    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 422
    assert "Det er plass til 5 tilbud" in page.select_one("[role=alert]").text
    assert len(on_sheet(page)) == MOST_ITEMS


def test_drug_free_and_active_use_never_stand_on_one_sheet(app: Flask, client: PageClient) -> None:
    address = address_of(app, with_items("fri"))

    answer = client.post(address, data={"change": "add", "offer": "bruk"})

    assert answer.status_code == 422
    assert "står aldri på samme ark" in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"change": "burn", "offer": "klatring"},
        {"change": "add", "offer": "finnes-ikke"},
        {"change": "add", "offer": "\x00"},
        {"change": "up", "offer": "gruppe"},
        {"change": "line", "offer": "klatring", "line": "Kari er best"},
        {"change": "heading", "heading": "Til Kari"},
    ],
)
def test_what_is_in_no_list_is_refused(
    app: Flask, client: PageClient, sent: dict[str, str]
) -> None:
    answer = client.post(address_of(app, with_items("klatring")), data=sent)

    assert answer.status_code == 422
    assert "ingenting er endret" in answer.text


def test_an_offer_that_the_answers_rule_out_is_marked_and_may_be_taken_off(
    app: Flask, client: PageClient
) -> None:
    draft = Draft(
        question={"situation": "uses_now"}, items=(Item("fri"), Item("gruppe")), is_by_hand=True
    )

    page = client.page(address_of(app, draft))

    assert page.find(string=re.compile("passer ikke med det som er valgt"))


def test_one_that_is_gone_is_said_to_be(app: Flask, client: PageClient) -> None:
    page = client.page(address_of(app, with_items("borte", "klatring")))

    assert page.find(string=re.compile("ikke lenger oppført"))
    assert on_sheet(page) == ["Klatrekveld"]


def test_who_welcomes_one_after_a_slip_stands_first(app: Flask, client: PageClient) -> None:
    draft = Draft(
        reasons=(Reason.AFTER_A_SLIP,), question={"municipality": "5001"}, is_by_hand=True
    )

    page = client.page(address_of(app, draft))

    assert suggested(page)[0] == "Samtalegruppa"
    assert page.select_one('main a[href="/sprekk"]')
    assert page.select_one('main a[href="/hjelp"]')


def test_an_empty_place_says_what_to_do(app: Flask, client: PageClient) -> None:
    page = client.page(address_of(app, with_items("klatring")))

    empty = [tag for tag in page.select(".minute-places > li") if "is-filled" not in tag["class"]]
    assert len(empty) == 2
    assert empty[0].select_one('a[href="/hjelp"]')
    assert "Ring og spør" in empty[1].text


def test_where_nothing_fits_there_is_a_way_on(app: Flask, client: PageClient) -> None:
    draft = Draft(reasons=(Reason.BEREAVED,), question={"municipality": "5001"})

    page = client.page(address_of(app, draft))

    assert on_sheet(page) == suggested(page) == []
    assert page.select_one('main a[href="/onske"]')
    assert page.select_one('main a[href="/hjelp"]')


@pytest.mark.parametrize(
    ("ready", "reason", "heading"),
    [
        ("vente", Reason.WAITING_FOR_TREATMENT, Heading.WHILE_YOU_WAIT),
        ("utskriving", Reason.AFTER_DISCHARGE, Heading.THE_FIRST_TWO_WEEKS),
    ],
)
def test_a_ready_sheet_takes_one_press(
    app: Flask, client: PageClient, ready: str, reason: Reason, heading: Heading
) -> None:
    answer = client.post("/resept", data={"ready": ready, "place": "Trondheim"})

    draft = draft_of(app, answer.headers["Location"])
    today = now_in_norway().date()
    assert (draft.reasons, draft.heading) == ((reason,), heading)
    assert draft.plan_from == (today if ready == "utskriving" else None)


def test_the_day_of_discharge_is_where_the_plan_begins(app: Flask, client: PageClient) -> None:
    day = now_in_norway().date() + timedelta(days=9)

    answer = client.submit("/resept", reasons="after_discharge", plan_from=day.isoformat())

    assert draft_of(app, answer.headers["Location"]).plan_from == day


@pytest.mark.parametrize("day", ["1988-03-02", "i morgen", "2031-01-01"])
def test_another_day_than_one_near_by_is_sent_back(client: PageClient, day: str) -> None:
    answer = client.submit("/resept", reasons="after_discharge", plan_from=day)

    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 422
    assert "Velg en dag" in page.select_one("#plan_from-fault").text


FAULTS: Iterable[tuple[str, str, str]] = [
    ("place", "Kari Nordmann", "Vi kjenner ikke dette stedet"),
    ("place", "Trondhjemm", "Mente du Trondheim?"),
    ("words", "hun er så snill", "Vi kjente ikke igjen alt"),
    ("words", "ikke fotball", "Vi kjente ikke igjen alt"),
]


@pytest.mark.parametrize(("field", "typed", "sentence"), FAULTS)
def test_what_is_not_understood_is_sent_back_with_what_was_typed(
    client: PageClient, field: str, typed: str, sentence: str
) -> None:
    answer = client.submit("/resept", reasons="loneliness", **{field: typed})

    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 422
    assert sentence in page.select_one(f"#{field}-fault").text
    assert page.select_one(f"#{field}")["value"] == typed


def test_women_and_men_together_are_sent_back(client: PageClient) -> None:
    answer = client.submit("/resept", musts=["women", "men"])

    assert answer.status_code == 422
    assert "ikke begge" in answer.text


def test_the_script_is_answered_with_the_same_sheet(app: Flask, client: PageClient) -> None:
    sent = {"reasons": "loneliness", "place": "Trondheim"}
    told = client.post("/resept/forslag", data=sent).get_json()

    page = client.page(told["address"])
    part = BeautifulSoup(told["html"], "html.parser")
    assert on_sheet(part) == on_sheet(page)
    assert suggested(part) == suggested(page)
    assert "forslag" in told["summary"]


def test_the_script_is_told_what_cannot_be_used(client: PageClient) -> None:
    answer = client.post("/resept/forslag", data={"place": "Ingenstedby"})

    assert answer.status_code == 422
    assert "Vi kjenner ikke dette stedet" in answer.get_json()["summary"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_address_that_is_not_ours_leads_to_a_new_sheet(client: PageClient) -> None:
    page = client.page("/resept/broken", status=404)

    assert page.select_one('main a[href="/resept"]')
    assert client.post("/resept/broken", data={"change": "suggest"}).status_code == 404


def test_a_week_becomes_a_sheet_with_its_offers_and_nothing_else(
    app: Flask, client: PageClient
) -> None:
    week = app.extensions["seal"].close(
        {"text": "Kari er ensom", "place": "Moss", "week": ["gruppe", "klatring"]}
    )

    draft = draft_on(app, client.page(f"/resept/uke/{week}"))

    assert draft == Draft(items=(Item("gruppe"), Item("klatring")), is_by_hand=True)


def test_answers_become_a_sheet_without_what_was_written(app: Flask, client: PageClient) -> None:
    asked = app.extensions["seal"].close(
        {
            "text": "Kari på 19 liker buldring og bor i Trondheim, 7030",
            "age": 19,
            "lat": 63.42,
            "lon": 10.4,
            "for_whom": "relative",
            "not_this": ["football"],
            "max_km": 5,
        }
    )

    draft = draft_on(app, client.page(f"/resept/fra/{asked}"))

    assert draft.reasons == (Reason.RELATIVE,)
    assert draft.question == {
        "age": "18-25",
        "municipality": "5001",
        "place": "Trondheim",
        "interests": ["bouldering"],
        "not_this": ["football"],
    }


def test_the_pages_of_answers_and_of_a_week_lead_here(app: Flask, client: PageClient) -> None:
    asked = app.extensions["seal"].close({"place": "Trondheim", "week": ["klatring"]})

    for path, way in ((f"/treff/{asked}", "fra"), (f"/uke/{asked}", "uke")):
        link = client.page(path).find("a", string="Lag et ark av dette")
        assert link["href"] == f"/resept/{way}/{asked}"


def test_nobody_keeps_or_lists_any_of_it(client: PageClient) -> None:
    answer = client.submit("/resept", reasons="loneliness", place="Trondheim")
    for response in (answer, client.get(answer.headers["Location"]), client.get("/resept")):
        assert response.headers["Cache-Control"] == "no-store"


def test_what_is_sent_many_times_is_said_once(app: Flask, client: PageClient) -> None:
    sent = {"reasons": ["loneliness"] * 500, "musts": ["free"] * 500}

    draft = draft_of(app, client.post("/resept", data=sent).location)

    assert draft.reasons == (Reason.LONELINESS,)
    assert draft.question == {"musts": ["free"]}
