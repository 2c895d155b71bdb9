"""What is said of where we looked is never false, whatever lies around somebody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.models import Offer
from finder.answering import TEXT_HITS, Answered
from finder.names_looked_for import names_looked_for
from finder.notices import notices_of, step_in_words, wishes_in_words
from finder.question_file import Question
from finder.snapshot import Snapshot
from finder.understanding import Understood
from matching.answer import Step
from matching.ladder import ENOUGH, ENOUGH_OF_A_WISH
from matching.match import match
from matching.person import Person, Position
from places.gazetteer import gazetteer
from search.ordinary_words import ordinary_words
from search.readings import Reading
from tests.support.catalogue import (
    ENCODER,
    MOMENT,
    TRONDHEIM,
    VOCABULARY,
    north_of,
    offer,
    schedule,
    table_of,
    venue_at,
)
from tests.support.strategies import examples

HERE = Position(*TRONDHEIM)
NEAR_KM = 25
KM_APART = 0.6  # how far a rounded or flat distance may be off


@dataclass(frozen=True)
class Lies:
    """An offer: how many km away, None where one joins from home; what it is of, and whether free."""

    km: float | None
    interest: str
    is_free: bool | None = None
    is_hybrid: bool = False


lying = st.builds(
    Lies,
    km=st.none() | st.sampled_from([0, 3, 12, 24, 26, 40, 60, 90, 110, 180, 400]),
    interest=st.sampled_from(["climbing", "bouldering", "choir", "hiking"]),
    is_free=st.none() | st.booleans(),
    is_hybrid=st.booleans(),
)
people = st.fixed_dictionaries(
    {},
    optional={
        "interests": st.sampled_from([("climbing",), ("choir", "running"), ("na",)]),
        "used_to_like": st.just(("hiking",)),
        "musts": st.just(("free",)),
        "max_km": st.sampled_from([5.0, 40.0]),
        "position": st.just(HERE),
        "limit": st.sampled_from([1, 5, 20]),
    },
).map(lambda told: told | ({"municipality": "5001"} if "position" in told else {}))


def made(number: int, lies: Lies) -> Offer:
    price = {True: 0, False: 100, None: None}[lies.is_free]
    told: dict[str, Any] = {
        "interests": [lies.interest],
        "cost_per_time": price,
        "cost_per_year": price,
    }
    if lies.km is None:
        return offer(f"{number:02}", schedule("online"), **told)
    there = venue_at(*north_of(TRONDHEIM, lies.km))
    attendance = "hybrid" if lies.is_hybrid else "in_person"
    return offer(f"{number:02}", schedule(attendance, venue=there), **told)


def answered(around: Sequence[Lies], person: Person) -> Answered:
    offers = [made(number, lies) for number, lies in enumerate(around)]
    snapshot = Snapshot(
        1, VOCABULARY, ENCODER, table_of(offers), {one.id: one.name for one in offers}
    )
    place = gazetteer().find("Trondheim") if person.position else None
    understood = Understood(person, place, "", (), place_is_unknown=False, for_whom_was_said=False)
    return Answered(understood, match(person, snapshot.prepared(MOMENT)), snapshot, MOMENT, ())


def notices(around: Sequence[Lies], **told: Any) -> list[str]:
    return notices_of(answered(around, Person(**told)), Question())


def around_trondheim(around: Sequence[Lies], **told: Any) -> list[str]:
    return notices(around, position=HERE, municipality="5001", **told)


def sentences(notice: str) -> list[str]:
    return re.split(r"(?<=\.)(?<!ca\.) ", notice)


class Truth:
    """What lies around, counted one by one."""

    def __init__(self, around: Sequence[Lies], person: Person) -> None:
        is_free = "free" in person.musts
        self.person = person
        self.open = [lies for lies in around if not (is_free and lies.is_free is False)]
        wishes = VOCABULARY.under([*person.interests, *person.used_to_like])
        self.wished = [lies for lies in self.open if lies.interest in wishes]

    def within(self, km: float, some: Sequence[Lies]) -> list[Lies]:
        return [lies for lies in some if lies.km is not None and lies.km <= km]

    def holds(self, sentence: str, notice: str, found: Answered) -> bool:
        """Tell whether a sentence of a notice is true. Fails where it is none that this test knows."""
        for pattern, check in self.checks(notice, found):
            said = re.fullmatch(pattern, sentence)
            if said:
                return check(*(float(number) for number in said.groups()))
        raise AssertionError(f"nobody has checked {sentence!r}")

    def checks(self, notice: str, found: Answered) -> list[tuple[str, Any]]:
        wish = re.escape(wishes_in_words(self.person, VOCABULARY))
        steps = found.answer.widened
        meant = (
            self.wished
            if f"Vi fant ikke noe med «{wishes_in_words(self.person, VOCABULARY)}»" in notice
            else self.open
        )
        nearest = min((lies.km for lies in meant if lies.km is not None), default=None)
        is_met = any(
            reason.code in {"interest", "used_to_like"}
            for one in found.answer.matches
            for reason in one.reasons
        )
        return [
            (rf"Vi fant ikke noe med «{wish}» innen (\d+) km\.", lambda km: not self.within(km, self.wished)),
            (rf"Vi fant ikke noe med «{wish}» som passer med svarene dine\.", lambda: not self.wished),
            (r"Vi fant bare (\d+) innen (\d+) km\.",
             lambda number, km: len(self.within(km, self.open)) == number < ENOUGH),
            (rf"Vi fant bare (\d+) med «{wish}» innen (\d+) km\.",
             lambda number, km: len(self.within(km, self.wished)) == number < ENOUGH_OF_A_WISH),
            (rf"Vi fant ingen steder å gå til med «{wish}» innen (\d+) km\.",
             lambda km: not self.within(km, self.wished)),
            (rf"Vi så etter «{wish}» lenger bort også, til (\d+) km\.",
             lambda km: steps[-1].to_km == km and bool(self.wished)),
            (r"Vi fant ingenting å gå til innen (\d+) km\.",
             lambda km: not self.within(km, self.open)),
            (r"Vi fant ingen steder å gå til innen (\d+) km\.",
             lambda km: not self.within(km, self.open)),
            (r"Vi så lenger bort, til (\d+) km\.",
             lambda km: km in {step.to_km for step in steps}
             and ("Vi fant ikke" in notice or len(self.within(km / 2, self.open)) < ENOUGH)),
            (r"Vi så i hele Trøndelag\.", lambda: steps[-1].step == "county"),
            (r"Vi så i hele landet\.", lambda: steps[-1].step == "country"),
            (r"Det nærmeste er ca\. (\d+) km unna\.",
             lambda km: nearest is not None and abs(km - nearest) < KM_APART),
            (r"Her er noe annet å gå til\.", lambda: not is_met),
            (r"Du har ikke svart på noe ennå\.",
             lambda: self.person == Person(limit=self.person.limit)),
            (r"Her er litt av hvert\.", lambda: bool(found.answer.matches)),
            (r"Vi fant lite som passer nær Trondheim\.",
             lambda: len(self.within(40, self.open)) <= 1),
            (r"Noe av dette er på nett, så du kan være med hjemmefra\.",
             lambda: any(one.attendance in {"online", "hybrid"} for one in found.answer.matches)),
        ]  # fmt: skip


@examples(200)
@given(st.lists(lying, max_size=12), people)
def test_every_sentence_is_true(around: list[Lies], told: dict[str, Any]) -> None:
    person = Person(**told)
    found = answered(around, person)
    truth = Truth(around, person)

    for notice in notices_of(found, Question()):
        for sentence in sentences(notice):
            assert truth.holds(sentence, notice, found), sentence


@examples(100)
@given(st.lists(lying, min_size=1, max_size=12), people)
def test_looking_farther_is_always_told(around: list[Lies], told: dict[str, Any]) -> None:
    found = answered(around, Person(**told))

    said = " ".join(notices_of(found, Question()))

    if found.answer.widened and found.answer.matches and "Vi fant ikke" not in said:
        assert "Vi så " in said


def test_a_wish_that_is_rare_near_by_is_counted_by_itself() -> None:
    around = [*[Lies(3, "choir")] * 6, Lies(12, "climbing"), Lies(60, "climbing")]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant bare 1 med «climbing» innen 25 km. Vi så etter «climbing» lenger bort også, til 100 km."
    ]


def test_a_wish_met_from_home_alone_is_said_to_be_nowhere_to_go_to() -> None:
    around = [*[Lies(3, "choir")] * 6, Lies(None, "climbing"), Lies(60, "climbing")]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant ingen steder å gå til med «climbing» innen 25 km. "
        "Vi så etter «climbing» lenger bort også, til 100 km."
    ]


def test_looking_farther_for_anything_and_for_the_wish_are_told_apart() -> None:
    around = [Lies(12, "climbing"), *[Lies(40, "choir")] * 5, Lies(60, "climbing")]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant bare 1 innen 25 km. Vi så lenger bort, til 50 km. "
        "Vi så etter «climbing» lenger bort også, til 100 km."
    ]


@pytest.mark.parametrize(("hits", "is_told"), [(TEXT_HITS - 1, True), (TEXT_HITS, False)])
def test_nothing_is_said_of_nearness_where_only_the_best_hits_are_known(
    hits: int, is_told: bool
) -> None:
    far_away = {f"far-{number}": 0.1 for number in range(hits)}
    found = answered(
        [Lies(3, "choir")], Person(position=HERE, municipality="5001", text_shares=far_away)
    )
    found = replace(found, understood=replace(found.understood, rest="saksofonkvartett"))

    assert ("i nærheten" in " ".join(notices_of(found, Question()))) == is_told


@examples(100)
@given(st.lists(lying, min_size=1, max_size=12), people)
def test_a_wish_that_is_nowhere_near_is_named(around: list[Lies], told: dict[str, Any]) -> None:
    person = Person(**told | {"max_km": None})
    truth = Truth(around, person)
    found = answered(around, person)

    said = " ".join(notices_of(found, Question()))

    wishes = person.interests or person.used_to_like
    near = truth.within(NEAR_KM, truth.wished) if person.position else truth.wished
    at_home = [lies for lies in truth.wished if lies.km is None or lies.is_hybrid]
    is_missing = bool(wishes and found.answer.matches and not near and not at_home)
    assert (f"Vi fant ikke noe med «{wishes_in_words(person, VOCABULARY)}»" in said) == is_missing


def test_a_wish_found_farther_away_is_named_with_how_far() -> None:
    around = [*[Lies(3, "choir")] * 5, Lies(60, "climbing")]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant ikke noe med «climbing» innen 25 km. Vi så lenger bort, til 100 km. "
        "Det nærmeste er ca. 60 km unna."
    ]


def test_a_wish_too_far_to_be_shown_is_told_of_all_the_same() -> None:
    around = [*[Lies(3, "choir")] * 5, Lies(180, "climbing")]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant ikke noe med «climbing» innen 25 km. Det nærmeste er ca. 180 km unna. "
        "Her er noe annet å gå til."
    ]


def test_a_wish_that_is_nowhere_is_told_without_a_distance() -> None:
    assert notices([Lies(3, "choir")], interests=("climbing",)) == [
        "Vi fant ikke noe med «climbing» som passer med svarene dine. Her er noe annet å gå til."
    ]


def test_too_few_near_by_are_counted() -> None:
    around = [Lies(3, "choir"), Lies(12, "choir"), *[Lies(40, "hiking")] * 4]

    assert around_trondheim(around) == ["Vi fant bare 2 innen 25 km. Vi så lenger bort, til 50 km."]


def test_a_wish_met_near_by_is_not_said_to_be_missing_where_others_are_few() -> None:
    around = [Lies(12, "climbing"), *[Lies(40, "climbing")] * 5]

    assert around_trondheim(around, interests=("climbing",)) == [
        "Vi fant bare 1 innen 25 km. Vi så lenger bort, til 50 km."
    ]


def test_what_the_person_cannot_have_is_not_counted() -> None:
    around = [Lies(3, "choir", is_free=False), Lies(12, "choir"), *[Lies(40, "hiking")] * 5]

    assert around_trondheim(around, musts=("free",)) == [
        "Vi fant bare 1 innen 25 km. Vi så lenger bort, til 50 km."
    ]


def test_what_can_also_be_joined_far_away_is_not_counted_as_near() -> None:
    around = [Lies(3, "choir"), Lies(180, "choir", is_hybrid=True), *[Lies(40, "hiking")] * 5]

    assert around_trondheim(around) == ["Vi fant bare 1 innen 25 km. Vi så lenger bort, til 50 km."]


@pytest.mark.parametrize("position", [None, HERE])
def test_a_wish_that_is_there_and_not_shown_is_not_said_to_be_missing(
    position: Position | None,
) -> None:
    around = [Lies(3, "choir"), Lies(12, "climbing"), *[Lies(12, "hiking")] * 4]
    named = {"00": 1.0}

    said = notices(around, position=position, interests=("climbing",), text_shares=named, limit=1)

    assert said == []


@pytest.mark.parametrize(
    ("step", "municipality", "words"),
    [
        (Step("radius", 25.0, 50.0), "5001", "Vi så lenger bort, til 50 km."),
        (Step("county", 100.0), "5001", "Vi så i hele Trøndelag."),
        (Step("county", 100.0), "1506", "Vi så i hele Møre og Romsdal."),
        (Step("country", None), "5001", "Vi så i hele landet."),
    ],
)
def test_a_step_is_named_plainly(step: Step, municipality: str, words: str) -> None:
    assert step_in_words(step, municipality) == words


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        (("choir",), "choir"),
        (("choir", "running"), "choir eller running"),
        (("choir", "running", "na"), "choir, running eller na"),
        (("choir", "running", "na", "hiking"), "choir, running eller na"),
    ],
)
def test_wishes_are_named_while_they_are_few(wishes: tuple[str, ...], words: str) -> None:
    assert wishes_in_words(Person(interests=wishes), VOCABULARY) == words


def typed(text: str, rest: str) -> list[str]:
    found = answered([Lies(3, "choir")], Person())
    understood = replace(found.understood, rest=rest, reading=Reading())
    return notices_of(replace(found, understood=understood), Question(text=text))


@pytest.mark.parametrize(
    "text",
    ["redd, avhengig", "voldtatt", "muslim", "jeg er Muslim", "transgutt", "drit", "skjemst", "alene",
     "skolevegring", "ikkebinær", "I am Somali", "ENSOM OG REDD", "Trist. Redd", "hiv"],
)  # fmt: skip
def test_pain_and_what_somebody_is_are_never_said_not_to_be_found(text: str) -> None:
    assert typed(text, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saksofonkvartett", "saksofonkvartett"),
        ("redd saksofonkvartett", "saksofonkvartett"),
        ("noe med Hjelp", "Hjelp"),
    ],
)
def test_what_may_be_a_name_is_said_not_to_be_found(text: str, name: str) -> None:
    assert typed(text, text) == [f"Vi fant ikke «{name}». Her er noe annet som kan passe."]


def test_nothing_is_said_of_not_having_answered_where_something_was_typed() -> None:
    assert typed("asdf", "") == []
    assert notices([Lies(3, "choir")]) == ["Du har ikke svart på noe ennå. Her er litt av hvert."]


@examples(100)
@given(st.lists(st.sampled_from(sorted(ordinary_words())), min_size=1, max_size=5))
def test_ordinary_words_written_small_are_never_said_not_to_be_found(some: list[str]) -> None:
    text = " ".join(some)

    assert names_looked_for(text, text) == []
