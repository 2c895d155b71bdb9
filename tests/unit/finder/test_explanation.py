"""An explanation: the weightiest true things about a match, as a person would say them."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import NORWAY
from directory.models import Offer
from directory.timetable import Timetable
from finder.telling import Telling, telling_for
from finder.words import LONGEST, explanation
from matching.answer import Caveat, Match, Reason
from matching.person import Person
from tests.support.catalogue import offer, schedule, table_of
from tests.support.databases import vocabulary
from tests.support.sentences import read_back
from tests.support.strategies import examples
from web.languages import LANGUAGES, speaking

NOW = datetime.fromisoformat("2026-11-29T12:00")  # a Sunday
WEDNESDAYS = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=time(18))
ON_WEDNESDAY = datetime(2026, 12, 2, 18, tzinfo=NORWAY)
INTERESTS = list(vocabulary().interests)


def telling(timetable: Timetable = WEDNESDAYS, of: Offer | None = None, **told: Any) -> Telling:
    """Gather it for a person; ``of`` is the offer the match is about, with one schedule by default."""
    table = table_of([of or offer("en", schedule())])
    table = replace(table, timetables=(timetable, *table.timetables[1:]))
    return telling_for(Person(**told), vocabulary(), table, NOW)


def match(*reasons: tuple[str, str | float | None], **told: Any) -> Match:
    nothing: dict[str, Any] = {
        "offer": "en",
        "position": 0,
        "score": 0.4,
        "distance_km": None,
        "distance_is_exact": False,
        "municipality": None,
        "next": None,
        "timetable": 0,
        "attendance": "in_person",
        "reasons": tuple(Reason(code, value, 0.1) for code, value in reasons),
        "caveats": (),
    }
    return Match(**nothing | told)


def said(found: Match, of: Telling, language: str = "nb") -> str:
    with speaking(language):
        # A space that does not break is a space all the same.
        return " ".join(explanation(found, of).split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Buldring, som du ser etter. Onsdager kl. 18, neste om 3 dager. Ca. 31 km unna."),
        ("nn", "Buldring, som du ser etter. Onsdagar kl. 18, neste om 3 dagar. Ca. 31 km unna."),
        (
            "en",
            "Bouldering, which you are looking for. Wednesdays at 6pm, next one in 3 days. "
            "About 31 km away.",
        ),
    ],
)
def test_what_and_when_and_how_far_are_told_in_every_language(language: str, words: str) -> None:
    found = match(("interest", "bouldering"), next=ON_WEDNESDAY, distance_km=31.2)

    assert said(found, telling(interests=("bouldering",)), language) == words


@pytest.mark.parametrize(
    ("reason", "person", "words"),
    [
        ("interest", {"interests": ("climbing",)}, "Buldring, siden du ser etter klatring."),
        ("interest", {"interests": ("bouldering",)}, "Buldring, som du ser etter."),
        ("used_to_like", {"used_to_like": ("bouldering",)}, "Buldring, som du likte før."),
        ("used_to_like", {"used_to_like": ("climbing",)}, "Buldring, siden du likte klatring før."),
    ],
)
def test_a_wish_is_told_as_it_was_told_to_us(
    reason: str, person: dict[str, Any], words: str
) -> None:
    found = match((reason, "bouldering"), next=ON_WEDNESDAY)

    assert said(found, telling(**person)).startswith(words)


@pytest.mark.parametrize(
    ("interest", "wish", "words"),
    [
        ("bouldering", "rope_climbing", "Buldring, som kanskje også er noe for deg."),
        ("spinning", "cycling", "Spinning, som er i slekt med sykling."),
        ("climbing", "bouldering", "Klatring. Spør om de har buldring."),
    ],
)
def test_what_lies_near_a_wish_is_never_said_to_lack_it(
    interest: str, wish: str, words: str
) -> None:
    assert said(match(("interest_near", interest)), telling(interests=(wish,))).startswith(words)


@pytest.mark.parametrize(
    ("timetable", "following", "words"),
    [
        (WEDNESDAYS, datetime(2026, 11, 29, 18, tzinfo=NORWAY), "Onsdager kl. 18, neste i dag."),
        (WEDNESDAYS, datetime(2026, 11, 30, 18, tzinfo=NORWAY), "Onsdager kl. 18, neste i morgen."),
        (
            WEDNESDAYS,
            datetime(2027, 1, 20, 18, tzinfo=NORWAY),
            "Onsdager kl. 18, neste onsdag 20. januar 2027.",
        ),
        (Timetable(rrule="FREQ=WEEKLY;BYDAY=WE"), date(2026, 12, 2), "Onsdager, neste om 3 dager."),
        (
            Timetable(rrule="FREQ=WEEKLY;BYDAY=TU,TH", start_time=time(9, 30)),
            datetime(2026, 12, 1, 9, 30, tzinfo=NORWAY),
            "Tirsdager og torsdager kl. 9.30, neste om 2 dager.",
        ),
        (
            Timetable(rrule="FREQ=MONTHLY;BYDAY=1SU", start_time=time(12)),
            datetime(2026, 12, 6, 12, tzinfo=NORWAY),
            "Første søndag i måneden kl. 12, neste om 7 dager.",
        ),
        (
            Timetable(starts_on=date(2026, 12, 2), start_time=time(18)),
            ON_WEDNESDAY,
            "Bare én gang: onsdag 2. desember kl. 18.",
        ),
        (
            Timetable(
                rrule="FREQ=WEEKLY;COUNT=3", starts_on=date(2026, 11, 18), start_time=time(18)
            ),
            ON_WEDNESDAY,
            "Neste gang er onsdag 2. desember kl. 18.",
        ),
        (
            Timetable(
                rrule="FREQ=WEEKLY;BYDAY=WE", start_time=time(12), timezone="America/New_York"
            ),
            ON_WEDNESDAY,
            "Neste gang er onsdag 2. desember kl. 18.",
        ),
        (Timetable(rrule="FREQ=WEEKLY"), None, "Hver uke."),
        (Timetable(by_appointment=True), None, "Dere avtaler tida sammen."),
        (
            Timetable(rrule="FREQ=DAILY", start_time=time(0), duration_minutes=24 * 60),
            datetime(2026, 11, 30, tzinfo=NORWAY),
            "Døgnet rundt, hver dag.",
        ),
    ],
)
def test_only_what_is_told_of_the_time_is_said(
    timetable: Timetable, following: date | None, words: str
) -> None:
    assert said(match(next=following), telling(timetable)) == words


ONCE = Timetable(starts_on=date(2026, 12, 2), start_time=time(18))


@pytest.mark.parametrize("day", [ONCE, replace(ONCE, start_time=None)])
def test_what_has_several_dates_is_not_said_to_be_once_or_to_begin(day: Timetable) -> None:
    other = schedule(starts_on=date(2026, 12, 9), start_time=time(18))
    following = ON_WEDNESDAY if day.start_time else date(2026, 12, 2)

    words = said(match(next=following), telling(day, offer("en", schedule(), other)))

    assert words.startswith("Neste gang er onsdag 2. desember")


def test_a_single_time_that_may_be_called_off_is_not_promised() -> None:
    eve = Timetable(starts_on=date(2026, 12, 24), start_time=time(18))
    found = match(
        next=datetime(2026, 12, 24, 18, tzinfo=NORWAY),
        caveats=(Caveat("holiday"),),
        municipality="5001",
    )

    assert said(found, telling(eve)) == "I Trondheim kommune."


@pytest.mark.parametrize(
    ("low", "high", "is_told"),
    [(18, 30, True), (18, None, False), (None, 30, False), (18, 80, False)],
)
def test_an_age_like_ones_own_is_told_of_only_where_the_ages_are_few(
    low: int | None, high: int | None, is_told: bool
) -> None:
    made = offer("en", schedule(), age_typical_min=low, age_typical_max=high)

    words = said(match(("typical_age", None)), telling(Timetable(), made))

    assert ("på din alder" in words) == is_told


def test_a_next_time_that_may_be_called_off_is_not_promised() -> None:
    on_christmas_eve = match(
        next=datetime(2026, 12, 24, 18, tzinfo=NORWAY), caveats=(Caveat("holiday"),)
    )
    thursdays = Timetable(rrule="FREQ=WEEKLY;BYDAY=TH", start_time=time(18))

    assert said(on_christmas_eve, telling(thursdays)) == "Torsdager kl. 18."


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"distance_km": 3.4}, "Ca. 3 km unna."),
        ({"distance_km": 3.4, "distance_is_exact": True}, "3 km unna."),
        ({"distance_km": 0.3}, "Under 1 km unna."),
        ({"distance_km": 3.4, "attendance": "hybrid"}, "Ca. 3 km unna, eller på nett hjemmefra."),
        ({"distance_km": 300.4, "attendance": "hybrid"}, "På nett hjemmefra, eller ca. 300 km unna."),
        ({"attendance": "online"}, "På nett, hjemmefra."),
        ({"attendance": "phone"}, "På telefon, hjemmefra."),
        ({"municipality": "5001"}, "I Trondheim kommune."),
        # From the middle of a municipality to itself says nothing of the way.
        (
            {"distance_km": 0.0, "municipality": "5001", "caveats": (Caveat("place_approximate"),)},
            "I Trondheim kommune.",
        ),
    ],
)  # fmt: skip
def test_the_way_is_told_as_far_as_it_is_known(told: dict[str, Any], words: str) -> None:
    assert said(match(**told), telling(Timetable())) == words


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (None, "Også for folk i Stjørdal kommune."),
        (80.0, "Ca. 80 km unna, men også for folk i Stjørdal kommune."),
    ],
)
def test_what_serves_the_area_says_which(km: float | None, words: str) -> None:
    found = match(("serves_you", None), distance_km=km)

    assert said(found, telling(Timetable(), municipality="5035")) == words


def test_a_lone_match_asks_one_to_ask() -> None:
    assert said(match(), telling(Timetable())) == "Ta kontakt og spør når og hvor."


def test_somebody_to_meet_is_the_first_further_thing_to_say() -> None:
    found = match(("free", None), ("companion", None), ("interest", "bouldering"))

    words = said(found, telling(Timetable(), interests=("bouldering",)))

    assert words == "Buldring, som du ser etter. Noen kan møte deg første gang."


def test_who_wishes_for_nothing_is_told_two_further_things() -> None:
    found = match(("free", None), ("companion", None), ("goal", "find_calm"))

    words = said(found, telling(Timetable()))

    assert words == "Noen kan møte deg første gang. Her kan du finne roen."


def test_nobody_is_told_to_turn_up_where_a_time_is_to_be_agreed_on() -> None:
    found = match(("drop_in", None), ("companion", None), next=ON_WEDNESDAY)

    assert "møte opp" in said(found, telling(WEDNESDAYS))
    assert "møte opp" not in said(found, telling(Timetable(by_appointment=True)))
    assert said(found, telling(replace(WEDNESDAYS, by_appointment=True))) == (
        "Onsdager kl. 18, neste om 3 dager. Du må avtale før du kommer. "
        "Noen kan møte deg første gang."
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Du må avtale før du kommer."),
        ("nn", "Du må avtale før du kjem."),
        ("en", "You need to agree on a time before you come."),
    ],
)
def test_that_one_has_to_agree_first_is_told_however_little_room_there_is(
    language: str, words: str
) -> None:
    by_agreement = Timetable(
        rrule="FREQ=MONTHLY;BYDAY=1SU", start_time=time(12, 30), by_appointment=True
    )
    found = match(
        ("used_to_like", "peer_support_talk"),
        ("serves_you", None),
        ("companion", None),
        next=datetime(2027, 1, 3, 12, 30, tzinfo=NORWAY),
        distance_km=1200.0,
    )
    of = telling(by_agreement, used_to_like=("talk",), municipality="1860")

    assert words in said(found, of, language)


def test_what_is_asked_of_those_who_come_is_told_where_there_is_room() -> None:
    found = match(("rule_told", "wish_to_stop"), ("text", None))

    assert said(found, telling(Timetable())) == "Det holder at du ønsker å slutte."


def test_that_it_is_about_more_than_gambling_is_no_reason_to_give() -> None:
    found = match(("on_topic", None), ("free", None))

    assert said(found, telling(Timetable())) == "Det koster ingenting."


def test_words_that_merely_turn_up_are_told_where_there_is_nothing_else() -> None:
    words = "Noe av det du skrev, står også i det vi vet om tilbudet."

    assert words in said(match(("text", None)), telling(Timetable()))
    assert words not in said(match(("text", None), ("free", None)), telling(Timetable()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_one_meets_is_told_for_who_hopes_for_that(language: str) -> None:
    words = said(match(("format", "one_to_one")), telling(Timetable()), language)

    assert [one.name for one in read_back(words, language) or []] == ["one_to_one"]


@examples(300)
@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.sampled_from(INTERESTS),
    st.sampled_from(INTERESTS),
    st.sampled_from(["interest", "used_to_like", "interest_near"]),
    st.lists(
        st.sampled_from(["companion", "ordinary", "beginners", "serves_you", "text"]), unique=True
    ),
    st.floats(min_value=0, max_value=2000),
)
def test_it_is_never_longer_than_one_reads_at_a_glance(
    language: str, interest: str, wish: str, reason: str, others: list[str], km: float
) -> None:
    reasons = [(reason, interest), *((code, None) for code in others)]
    found = match(*reasons, next=ON_WEDNESDAY, distance_km=km)
    of = telling(interests=(wish, interest), used_to_like=(interest,), municipality="5035")

    words = said(found, of, language)

    assert 0 < len(words) <= LONGEST
    assert words.endswith(".")
    assert "%(" not in words


@pytest.mark.parametrize("caveat", ["full", "waiting_list"])
def test_nobody_is_asked_to_just_turn_up_where_there_is_no_room(caveat: str) -> None:
    found = match(("drop_in", None), next=ON_WEDNESDAY)

    assert "møte opp" in said(found, telling())
    assert "møte opp" not in said(found._replace(caveats=(Caveat(caveat),)), telling())
