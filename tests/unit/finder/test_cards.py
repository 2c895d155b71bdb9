"""What a card says of a match, each thing once, and what it leaves for later."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import NORWAY
from directory.models import Organisation
from directory.timetable import Timetable
from directory.vocabulary import Interest, Vocabulary
from finder.cards import IN_THE_FACTS, MOST_CAVEATS, UNANSWERED, Card, Dealing
from finder.caveat_words import caveat_sentence
from finder.reason_words import reason_sentence
from finder.telling import telling_for
from finder.wished_times import first_wished
from matching.answer import Caveat, Match, Reason
from matching.caveats import CODES
from matching.person import Person
from matching.signals import SIGNALS
from tests.support.catalogue import VOCABULARY, offer, schedule, table_of, venue

NOW = datetime.fromisoformat("2026-11-25T12:00")
NEXT = datetime(2026, 12, 2, 18, tzinfo=NORWAY)
WEEKLY: dict[str, Any] = {"rrule": "FREQ=WEEKLY;BYDAY=WE", "start_time": time(18)}
VALUES = {"distance": 3.0, "soon": 2, "interest": "climbing", "interest_near": "hiking",
          "used_to_like": "choir", "goal": "meet_people", "rule_told": "none",
          "intensity": "calm", "format": "group", "audience": "relatives"}  # fmt: skip
PERSON = Person(interests=("climbing",), used_to_like=("choir",), goal=("meet_people",))
codes = st.lists(st.sampled_from([signal.code for signal in SIGNALS]), unique=True)
KNOWN = {"overdue": "2026-05-01"}
caveats = st.lists(st.sampled_from([c for c in CODES if c != "must_unknown"]), unique=True)


def reasons(*found: str) -> tuple[Reason, ...]:
    points = range(len(found), 0, -1)
    return tuple(
        Reason(code, VALUES.get(code), point) for code, point in zip(found, points, strict=True)
    )


def match(*, why: tuple[str, ...] = (), know: tuple[str, ...] = (), **told: Any) -> Match:
    nothing: dict[str, Any] = {
        "offer": "en", "position": 0, "score": 0, "distance_km": None, "distance_is_exact": False,
        "municipality": None, "next": None, "timetable": 0, "attendance": "in_person",
        "reasons": reasons(*why), "caveats": tuple(Caveat(code, KNOWN.get(code)) for code in know),
    }  # fmt: skip
    return Match(**(nothing | told))


def card(  # noqa: PLR0913 -- one for each thing that a test may tell
    of: Match,
    *,
    wish_is_told: bool = False,
    week: tuple[str, ...] = (),
    vocabulary: Vocabulary = VOCABULARY,
    person: Person = PERSON,
    sobriety_rule: str | None = None,
    contacts: tuple[dict[str, str], ...] = (),
    **times: Any,
) -> Card:
    hall = schedule(str(of.attendance), venue=venue(name="Hallen", municipality="5001"), **times)
    made = offer(of.offer, hall, summary={}, contacts=list(contacts), sobriety_rule=sobriety_rule)
    made.organisation = Organisation(id="org", name="Foreningen")
    telling = telling_for(person, vocabulary, table_of([made]), NOW)
    (found,) = Dealing({of.offer: made}, telling, week, wish_is_told).cards([of])
    return found


def everything_on(found: Card) -> str:
    return " ".join([*found.why, *found.caveats, *found.further_caveats])


@given(codes)
def test_not_having_to_go_alone_is_said_wherever_it_is_true_and_once(why: list[str]) -> None:
    sentence = reason_sentence(Reason("companion", None, 0.1), VOCABULARY)

    found = card(match(why=tuple(why)))

    assert everything_on(found).count(sentence) == why.count("companion")


def test_not_having_to_go_alone_is_said_also_where_the_explanation_has_no_room_for_it() -> None:
    climbing = Interest("climbing", "outdoors", (), {"nb": "Klatring " * 12}, {})
    long = replace(VOCABULARY, interests={**VOCABULARY.interests, "climbing": climbing})

    found = card(match(why=("interest", "companion")), vocabulary=long)

    assert found.why[1:] == [reason_sentence(Reason("companion", None, 0.1), VOCABULARY)]


@given(caveats)
def test_every_caveat_is_on_the_card_once_or_in_its_facts(know: list[str]) -> None:
    found = card(match(know=tuple(know)))

    told = [*found.caveats, *found.further_caveats]
    folded = [caveat_sentence(Caveat("age_limit_unknown"))]
    left_out = {*IN_THE_FACTS, *(["unconfirmed"] if UNANSWERED & set(know) else [])}
    said = [Caveat(code, KNOWN.get(code)) for code in know if code not in left_out]
    assert sorted(told) == sorted(map(caveat_sentence, said))
    assert len(found.caveats) <= MOST_CAVEATS
    assert len(found.caveats) == MOST_CAVEATS or found.further_caveats in ([], folded)


@pytest.mark.parametrize(("ages", "is_folded"), [(None, True), ((19, 19), False)])
def test_an_untold_age_limit_is_in_sight_for_who_has_told_an_age(
    ages: tuple[int, int] | None, is_folded: bool
) -> None:
    found = card(match(know=("age_limit_unknown", "full")), person=replace(PERSON, ages=ages))

    unknown = caveat_sentence(Caveat("age_limit_unknown"))
    assert found.further_caveats == ([unknown] if is_folded else [])
    assert (unknown in found.caveats) != is_folded


@pytest.mark.parametrize(
    ("situation", "place"), [("drug_free", 0), ("wants_to_stop", 0), ("uses_now", 2), (None, 2)]
)
def test_alcohol_is_always_in_sight_and_stands_first_for_who_does_without(
    situation: str | None, place: int
) -> None:
    told = [code for code in CODES if code != "must_unknown"]

    found = card(match(know=tuple(told)), person=replace(PERSON, situation=situation))

    assert found.caveats[place] == caveat_sentence(Caveat("alcohol_served"))
    assert len(found.caveats) == MOST_CAVEATS


def test_what_nobody_has_answered_for_in_a_year_is_marked() -> None:
    assert card(match(know=("silent",))).is_silent
    assert not card(match(know=("overdue", "unconfirmed"))).is_silent


def test_what_is_asked_of_those_who_come_is_said_once() -> None:
    found = card(match(why=("rule_told",)), sobriety_rule="none")

    assert found.sobriety == "Du trenger ikke være rusfri"
    assert "rusfri" not in everything_on(found)


def test_the_facts_say_themselves_what_is_not_told() -> None:
    untold = card(match(know=("time_unknown", "cost_unknown"), next=date(2026, 12, 2)),
                  rrule="FREQ=WEEKLY;BYDAY=WE")  # fmt: skip

    assert "ikke oppgitt" in untold.when
    assert "ikke oppgitt" in untold.cost.lower()
    assert not untold.caveats


def test_a_price_that_had_to_be_nothing_and_is_untold_is_asked_for_once() -> None:
    unknown = (Caveat("must_unknown", "free"), Caveat("must_unknown", "companion"))

    found = card(match(caveats=unknown))

    assert found.caveats == [caveat_sentence(unknown[1])]


def test_what_a_heading_says_is_not_said_on_the_card() -> None:
    other = caveat_sentence(Caveat("not_your_wish"))

    assert other in card(match(know=("not_your_wish",))).caveats
    assert other not in everything_on(card(match(know=("not_your_wish",)), wish_is_told=True))


def test_what_lies_near_the_wish_is_not_called_something_else_as_well() -> None:
    found = card(match(why=("interest_near",), know=("not_your_wish",)))

    assert not found.caveats


def test_the_end_is_told_where_the_length_is() -> None:
    with_end = card(match(next=NEXT), duration_minutes=120, **WEEKLY)
    without = card(match(next=NEXT), **WEEKLY)

    assert with_end.when == "Onsdag 2. desember kl. 18.00–20.00"
    assert without.when == "Onsdag 2. desember kl. 18.00"


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ((), "I morgen, torsdag 26. november kl. 18.00"),
        (("fri",), "Fredag 27. november kl. 18.00"),
        (("fri-evening",), "Fredag 27. november kl. 18.00"),
        (("fri-morning",), "I morgen, torsdag 26. november kl. 18.00"),
        (("weekend",), "Lørdag 28. november kl. 18.00"),
        (("this_week",), "I morgen, torsdag 26. november kl. 18.00"),
    ],
)
def test_of_what_meets_every_day_the_day_that_was_asked_for_is_shown(
    when: tuple[str, ...], shown: str
) -> None:
    tomorrow = datetime(2026, 11, 26, 18, tzinfo=NORWAY)
    daily = {"rrule": "FREQ=DAILY", "starts_on": date(2026, 11, 26), "start_time": time(18)}

    found = card(match(next=tomorrow), person=replace(PERSON, when=when), **daily)

    assert found.when == shown


def test_a_day_asked_for_that_lies_far_ahead_hides_no_sooner_time() -> None:
    found = card(match(next=NEXT), person=replace(PERSON, when=("fri",)), **WEEKLY)

    assert found.when == "Onsdag 2. desember kl. 18.00"


def test_a_day_asked_for_on_which_it_may_be_called_off_is_not_promised() -> None:
    now = datetime.fromisoformat("2026-12-21T12:00")
    tuesday = Timetable(rrule="FREQ=DAILY", start_time=time(18))

    assert first_wished(tuesday, ("thu",), now) is None
    assert first_wished(tuesday, ("wed",), now) is not None


@given(st.integers(1, 24 * 60 - 1), st.times(min_value=time(0), max_value=time(23, 59)))
def test_the_end_is_the_beginning_and_the_length(minutes: int, start: time) -> None:
    start = start.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    following = datetime.combine(date(2026, 12, 2), start, NORWAY)

    found = card(match(next=following), rrule="FREQ=DAILY", start_time=start,
                 duration_minutes=minutes)  # fmt: skip

    shown = found.when.rpartition("–")[2].split(".")
    total = (start.hour * 60 + start.minute + minutes) % (24 * 60)
    assert [int(part) for part in shown] == [total // 60, total % 60]


def test_the_end_is_right_in_the_night_that_leaves_out_an_hour() -> None:
    moved = datetime(2027, 3, 28, 3, 30, tzinfo=NORWAY)

    found = card(match(next=moved), rrule="FREQ=DAILY", start_time=time(2, 30), duration_minutes=60)

    assert found.when.endswith("kl. 03.30–04.30")


def test_how_far_it_is_is_said_once() -> None:
    found = card(match(distance_km=31.0, next=NEXT), **WEEKLY)

    assert " ".join([found.where, *found.why]).lower().count("31 km") == 1
    assert found.where == "Hallen, Trondheim"


def test_what_the_facts_say_is_not_said_again_as_a_reason() -> None:
    found = card(match(why=("free",), next=NEXT, municipality="5001"), **WEEKLY)

    assert "Trondheim" in found.where
    assert found.why == ["Onsdager kl.\u00a018, neste om 7 dager."]


@given(codes, st.sampled_from([None, "5001"]), st.sampled_from([None, NEXT]))
def test_nobody_is_told_to_ask_where_it_is_when_the_card_says_so(
    why: list[str], municipality: str | None, following: datetime | None
) -> None:
    times = WEEKLY if following else {}

    found = card(match(why=tuple(why), municipality=municipality, next=following), **times)

    if municipality or following:
        assert "når og hvor" not in " ".join(found.why)


def test_how_far_it_is_is_said_also_where_the_explanation_has_no_room_for_it() -> None:
    found = card(match(distance_km=31.0))

    assert "31 km" in " ".join([found.where, *found.why])


def test_a_week_that_holds_the_offer_is_known() -> None:
    assert card(match(), week=("en",)).is_in_week
    assert not card(match(), week=("to",)).is_in_week


def test_an_organisation_of_the_same_name_is_not_named_twice() -> None:
    assert card(match(offer="Foreningen")).organisation is None
    assert card(match(offer="Klatring")).organisation == "Foreningen"


def test_a_rule_that_nobody_has_told_is_not_shown_as_one() -> None:
    assert card(match()).sobriety is None


def test_an_offer_that_is_gone_has_no_card() -> None:
    telling = telling_for(PERSON, VOCABULARY, table_of([]), NOW)

    assert Dealing({}, telling).cards([match()]) == []


def test_the_map_leaves_out_what_is_attended_online_because_it_is_far_away() -> None:
    assert card(match(attendance="hybrid", distance_km=30)).place is not None
    assert card(match(attendance="hybrid", distance_km=400)).place is None
    assert card(match(attendance="in_person", distance_km=400)).place is not None
    assert card(match(attendance="online")).place is None


def test_a_card_has_for_paper_a_few_ways_to_get_in_touch() -> None:
    kari = {"phone": "22 00 00 00", "sms": "90 00 00 00"}
    ola = {"email": "ola@example.org", "url": "https://example.org/"}

    found = card(match(), contacts=(kari, ola))

    assert [way.words for way in found.ways] == ["22 00 00 00", "90 00 00 00", "ola@example.org"]
