"""The sheet in words: what stands on it, what is left out, and what is never said as known."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from directory.choices import SobrietyRule
from directory.entries import Entry
from directory.models import Offer
from prescribing.choices import AddedLine, Heading
from prescribing.draft import Item
from prescribing.sheet import Sheet, SheetOffer
from prescribing.sheets.building import sheet_of
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry
from web.languages import LANGUAGES, speaking

NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Oslo"))  # a Wednesday
PERSON = {"name": "Kari", "role": "turleder", "phone": "12 34 56 78"}


@pytest.fixture(autouse=True)
def in_a_request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def sheet(session: Session, *items: str | Item, **told: Any) -> Sheet:
    chosen = [Item(one) if isinstance(one, str) else one for one in items]
    options: dict[str, Any] = {"heading": Heading.SOMETHING_TO_GO_TO, "now": NOW}
    return sheet_of(session, chosen, **options | told)


def only(session: Session, line: AddedLine | None = None, **changes: Any) -> SheetOffer:
    """Return the sheet's one offer, which is a climbing evening with ``changes``."""
    save(session, offer_entry(**changes))
    (offer,) = sheet(session, Item("klatrekveld", line)).offers
    return offer


def test_it_has_everything_of_an_offer_that_is_told(session: Session) -> None:
    offer = only(
        session,
        cost={"per_time": 30, "per_year": 0},
        first_visit={"nb": "Kari møter deg ved døra."},
        contacts=[PERSON],
        confirmed_on=date(2026, 11, 1),
        confirmed_by="organisation",
    )
    assert offer.name == "Klatrekveld"
    assert offer.when == "Hver onsdag kl. 18.00–20.00"
    assert offer.where == "Klatrehallen, Trondheim"
    assert offer.cost == "30 kr hver gang."
    assert offer.first_visit is not None
    assert offer.contacts[0].who == "Kari, turleder"
    assert offer.confirmation == "Bekreftet 1. november 2026 av dem som driver det."
    assert offer.address == "https://example.org/tilbud/klatrekveld"


def test_no_day_on_it_is_called_today_or_tomorrow(session: Session) -> None:
    """It is read on another day than the one on which it was printed."""
    assert only(session).dates == (
        "Onsdag 25. november kl. 18.00–20.00",
        "Onsdag 2. desember kl. 18.00–20.00",
        "Onsdag 9. desember kl. 18.00–20.00",
    )


def test_a_time_says_where_it_is_when_they_are_in_several_places(session: Session) -> None:
    other = schedule_entry(
        venue={"name": "Parken", "municipality": "5001"}, rrule="FREQ=WEEKLY;BYDAY=TH"
    )
    dates = only(session, schedules=[schedule_entry(), other]).dates
    assert dates[0].endswith("Klatrehallen, Trondheim")
    assert dates[1].endswith("Parken, Trondheim")


def test_an_offer_without_times_says_so(session: Session) -> None:
    offer = only(session, schedules=[])
    assert offer.dates == ()
    assert offer.when == "Tidspunktet er ikke oppgitt – spør"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (True, "Noen kan møte deg første gang. Spør etter Kari, turleder."),
        (False, "De har ingen som kan møte deg første gang."),
        (None, "Spør om noen kan møte deg første gang."),
    ],
)
def test_whether_somebody_meets_one_is_yes_no_or_to_be_asked(
    session: Session, told: bool | None, said: str
) -> None:
    access = {} if told is None else {"companion_first_time": told}
    assert only(session, access=access, contacts=[PERSON]).meets_you == said


def test_nobody_is_met_on_a_telephone(session: Session) -> None:
    offer = only(session, kind="signpost", sobriety_rule=None, access={})
    assert offer.meets_you is None
    assert not any("rusfri" in warning for warning in offer.warnings)


def test_where_no_contact_is_told_the_site_of_those_behind_it_stands(session: Session) -> None:
    save(session, organisation_entry(url="https://example.org/klatring"))
    (point,) = only(session, contacts=[]).contacts
    assert point.who == "En forening"
    assert point.ways[0].words == "example.org/klatring"


@pytest.mark.parametrize("rule", [*SobrietyRule, None])
def test_the_sobriety_rule_is_said_unless_there_is_none(
    session: Session, rule: SobrietyRule | None
) -> None:
    warnings = only(session, sobriety_rule=rule).warnings
    if rule is SobrietyRule.NONE:
        assert warnings == ()
    elif rule is None:
        assert warnings == ("Vi vet ikke om det er krav om å være rusfri. Spør før du går.",)
    else:
        assert len(warnings) == 1
        assert "Vi vet ikke" not in warnings[0]


@pytest.mark.parametrize("served", [True, False, None])
def test_it_warns_of_alcohol_where_it_is_known_to_be_served(
    session: Session, served: bool | None
) -> None:
    venue = schedule_entry()["venue"] | {"alcohol_served": served}
    warnings = only(session, schedules=[schedule_entry(venue=venue)]).warnings
    assert ("Det serveres alkohol på stedet." in warnings) is (served is True)


def test_nobody_is_warned_of_what_is_served_where_one_stays_at_home(session: Session) -> None:
    from_home = schedule_entry(attendance="online", venue=None)
    access = {"alcohol_free_venue": False}
    assert (
        "Det serveres alkohol på stedet."
        not in only(session, access=access, schedules=[from_home]).warnings
    )


def test_that_one_can_take_part_from_home_stands_beside_the_place(session: Session) -> None:
    told = only(session, schedules=[schedule_entry(attendance="hybrid")])
    assert told.where == "På nett, eller Klatrehallen, Trondheim"


def test_it_warns_of_what_decides_whether_one_can_come(session: Session) -> None:
    warnings = only(
        session,
        age={"min": 18},
        gender="women",
        capacity="waiting_list",
        audience=["relatives"],
        access={"referral_needed": True, "sign_up": True},
    ).warnings
    assert set(warnings) >= {
        "Det er venteliste.",
        "For pårørende.",
        "Du må være 18 år eller eldre.",
        "For kvinner.",
        "Du trenger henvisning.",
        "Du må melde deg på først.",
    }


def test_what_is_open_to_all_ages_is_no_warning(session: Session) -> None:
    assert only(session, age={"min": 0, "max": 120}, sobriety_rule="none").warnings == ()


def test_it_says_what_is_uncertain(session: Session) -> None:
    schedule = schedule_entry(start_time=None, duration_minutes=None)
    caveats = only(session, schedules=[schedule]).caveats
    assert caveats == (
        "Dette er ikke bekreftet på en stund. Spør før du går.",
        "Vi vet ikke når på dagen det er. Spør først.",
        "Vi vet bare omtrent hvor det er. Spør om veien.",
    )


def test_a_line_stands_only_where_it_says_what_is_told(session: Session) -> None:
    assert only(session, AddedLine.JUST_TURN_UP, access={"drop_in": True}).line is not None
    assert only(session, AddedLine.JUST_TURN_UP, access={"drop_in": False}).line is None
    assert only(session, AddedLine.JUST_TURN_UP).line is None


def test_what_is_over_or_held_back_is_left_out(session: Session) -> None:
    save(
        session,
        offer_entry(),
        offer_entry(id="pauset", status="paused"),
        offer_entry(id="over", ended_on=date(2026, 11, 25)),
    )
    made = sheet(session, "pauset", "over", "aldri-hatt", "klatrekveld")
    assert [one.offer_id for one in made.offers] == ["klatrekveld"]
    assert "pauset" not in str(made)


def test_with_all_gone_there_is_still_somebody_to_ring(session: Session) -> None:
    made = sheet(session, "borte")
    assert made.offers == ()
    assert {"113", "116123"} <= {line.digits for line in made.lines}


def test_offers_that_exclude_each_other_never_stand_together(session: Session) -> None:
    save(
        session, offer_entry(), offer_entry(id="nal", name="Varmestua", sobriety_rule="active_use")
    )
    for first, second in (("klatrekveld", "nal"), ("nal", "klatrekveld")):
        made = sheet(session, first, second)
        assert [one.offer_id for one in made.offers] == [first]
        assert "Varmestua" in made.remarks[0]
        assert "Klatrekveld" in made.remarks[0]


def test_two_that_collide_every_week_are_told_of_once(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="kor", name="Kor"))
    assert sheet(session, "klatrekveld", "kor").remarks == (
        "«Klatrekveld» og «Kor» er samtidig onsdag 25. november. Velg det ene.",
    )


def test_different_views_of_medicines_are_told_of(session: Session) -> None:
    evening = schedule_entry(rrule="FREQ=WEEKLY;BYDAY=MO")
    save(
        session,
        offer_entry(access={"medication_ok": False}),
        offer_entry(id="kor", name="Kor", access={"medication_ok": True}, schedules=[evening]),
    )
    (remark,) = sheet(session, "klatrekveld", "kor").remarks
    assert "medisiner" in remark


def test_a_plan_has_fourteen_days_with_what_is_on(session: Session) -> None:
    save(session, offer_entry())
    plan = sheet(session, "klatrekveld", plan_from=date(2026, 12, 7)).plan
    assert [day.heading for day in plan][:2] == ["Mandag 7. desember", "Tirsdag 8. desember"]
    assert len(plan) == 14
    assert [day.heading for day in plan if day.times] == [
        "Onsdag 9. desember",
        "Onsdag 16. desember",
    ]
    assert plan[2].times[0].number == 1


def test_a_plan_from_a_day_that_is_past_begins_today(session: Session) -> None:
    save(session, offer_entry())
    plan = sheet(session, "klatrekveld", plan_from=date(2026, 1, 1)).plan
    assert plan[0].heading == "Onsdag 25. november"


def test_without_a_code_nothing_is_valid_until_anything(session: Session) -> None:
    assert sheet(session, expires_on=date(2027, 11, 30)).valid_until is None
    made = sheet(session, code="ABCD EFGH", expires_on=date(2027, 11, 30))
    assert (made.code, made.valid_until) == ("ABCD EFGH", "30. november 2027")


def test_it_is_in_the_language_that_is_spoken(session: Session) -> None:
    save(session, offer_entry())
    sheets = {}
    for language in LANGUAGES:
        with speaking(language):
            sheets[language] = sheet(session, "klatrekveld")
    assert {one.language for one in sheets.values()} == set(LANGUAGES)
    assert sheets["nn"].offers[0].dates[0] == "Onsdag 25. november kl. 18.00–20.00"
    assert sheets["en"].offers[0].dates[0] == "Wednesday 25 November 6pm–8pm"
    assert len({one.offers[0].warnings for one in sheets.values()}) == len(LANGUAGES)


RULES = (*SobrietyRule, None)


def many() -> Iterator[Entry]:
    """Yield offers of every rule at three times, one of which is held back."""
    for number, rule in enumerate(RULES):
        for hour in ("10:00", "18:00", "18:30"):
            yield offer_entry(
                id=f"tilbud-{number}-{hour[:2]}{hour[3:]}",
                name=f"Tilbud {number} {hour}",
                sobriety_rule=rule,
                schedules=[schedule_entry(start_time=hour, rrule="FREQ=DAILY")],
            )
    yield offer_entry(id="pauset", status="paused")


IDS = [str(entry["id"]) for entry in many()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(chosen=st.lists(st.sampled_from([*IDS, "finnes-ikke"]), max_size=5))
def test_whatever_is_chosen_each_offer_that_may_stand_there_does_once(
    session: Session, chosen: Sequence[str]
) -> None:
    if session.get(Offer, IDS[0]) is None:
        save(session, *many())
    made = sheet(session, *chosen, plan_from=date(2026, 12, 1))
    shown = [one.offer_id for one in made.offers]
    rules = {session.get_one(Offer, one).sobriety_rule for one in shown}
    assert not {SobrietyRule.DRUG_FREE, SobrietyRule.ACTIVE_USE} <= rules
    published = [one for one in dict.fromkeys(chosen) if one.startswith("tilbud")]
    set_aside = sum("på samme ark" in remark for remark in made.remarks)
    assert shown == [one for one in published if one in shown]
    assert len(shown) + set_aside == len(published)
    assert len(set(made.remarks)) == len(made.remarks)
    for day in made.plan:
        assert [one.hours for one in day.times] == sorted(one.hours for one in day.times)
        assert all(shown[one.number - 1] in IDS for one in day.times)
