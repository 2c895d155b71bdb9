"""Which of the reasons a card gives, and in which order it tells what to know."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from directory.models import Organisation
from finder.cards import MOST_CAVEATS, MOST_REASONS, Card, cards_of, chosen_reasons
from finder.caveat_words import caveat_sentence
from matching.answer import Caveat, Match, Reason
from matching.caveats import CODES
from matching.signals import SIGNALS
from tests.support.catalogue import VOCABULARY, offer

NOW = datetime.fromisoformat("2026-11-25T12:00")
VALUES = {"distance": 3.0, "soon": 2, "interest": "climbing", "interest_near": "hiking",
          "used_to_like": "choir", "goal": "meet_people", "rule_told": "none"}  # fmt: skip
codes = st.lists(st.sampled_from([signal.code for signal in SIGNALS]), unique=True)
caveats = st.lists(st.sampled_from([c for c in CODES if c != "must_unknown"]), unique=True)


def reasons(*found: str) -> tuple[Reason, ...]:
    points = range(len(found), 0, -1)
    pairs = zip(found, points, strict=True)
    return tuple(Reason(code, VALUES.get(code), point) for code, point in pairs)


def match(*, why: tuple[str, ...] = (), know: tuple[str, ...] = (), name: str = "en") -> Match:
    return Match(
        offer=name,
        position=0,
        score=0,
        distance_km=None,
        distance_is_exact=False,
        municipality=None,
        next=None,
        attendance="in_person",
        reasons=reasons(*why),
        caveats=tuple(Caveat(code) for code in know),
    )


def cards(*matches: Match) -> list[Card]:
    offers = {}
    for one in matches:
        offers[one.offer] = offer(one.offer, summary={}, contacts=[])
        offers[one.offer].organisation = Organisation(id="org", name="Foreningen")
    return cards_of(matches, offers, VOCABULARY, NOW)


def test_the_weightiest_telling_reasons_are_given() -> None:
    chosen = chosen_reasons(reasons("distance", "interest", "soon", "goal", "beginners"))

    assert [reason.code for reason in chosen] == ["interest", "goal"]


def test_not_having_to_go_alone_is_always_said() -> None:
    chosen = chosen_reasons(reasons("interest", "goal", "beginners", "companion"))

    assert [reason.code for reason in chosen] == ["interest", "goal", "companion"]


def test_a_long_way_is_no_reason_to_go() -> None:
    far = (Reason("distance", 800.0, 0.1),)
    near = (Reason("distance", 3.0, 0.1),)

    assert chosen_reasons(far) == []
    assert chosen_reasons(near) == list(near)


@given(codes)
def test_a_card_gives_few_reasons_and_only_true_ones(found: list[str]) -> None:
    all_reasons = reasons(*found)

    chosen = chosen_reasons(all_reasons)

    assert len(chosen) <= MOST_REASONS + 1
    assert set(chosen) <= set(all_reasons)
    assert bool(chosen) == bool(all_reasons)


@given(caveats, codes)
def test_every_caveat_is_on_the_card_once_and_few_are_in_sight(
    know: list[str], why: list[str]
) -> None:
    (card,) = cards(match(why=tuple(why), know=tuple(know)))

    assert len(card.caveats) <= MOST_CAVEATS
    told = [*card.caveats, *card.further_caveats]
    assert sorted(told) == sorted(caveat_sentence(Caveat(code)) for code in know)


def test_what_is_said_above_all_cards_is_folded_on_each() -> None:
    other = caveat_sentence(Caveat("not_your_wish"))

    both = cards(match(know=("not_your_wish",)), match(know=("not_your_wish",), name="to"))
    one = cards(match(know=("not_your_wish",)), match(name="to"))

    assert [card.caveats for card in both] == [[], []]
    assert [card.caveats for card in one] == [[other], []]


def test_an_organisation_of_the_same_name_is_not_named_twice() -> None:
    assert cards(match(name="Foreningen"))[0].organisation is None
    assert cards(match(name="Klatring"))[0].organisation == "Foreningen"


def test_a_rule_that_nobody_has_told_is_not_shown_as_one() -> None:
    assert cards(match())[0].sobriety is None


def test_an_offer_that_is_gone_has_no_card() -> None:
    assert cards_of([match()], {}, VOCABULARY, NOW) == []
