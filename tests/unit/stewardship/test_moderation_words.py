"""What moderators read has words for everything, and says how long something has waited as people do."""

from datetime import UTC, date, datetime

import pytest
from werkzeug.datastructures import MultiDict

from core.errors import DomainError
from directory.choices import Status
from stewardship.done import SENTENCES, Done
from stewardship.moderating.forms import AcceptForm, PairForm, RejectForm
from stewardship.moderating.log_words import action_in_words
from stewardship.moderating.queue import ItemKind, kind_of_letter
from stewardship.moderating.queue_words import kind_in_words, letter_in_words, waited_in_words
from stewardship.moderating.ready_reasons import SENTENCES as REASONS
from stewardship.moderating.ready_reasons import ReadyReason, reason_in
from stewardship.moderating.way_words import ASKED, TO_ASK
from stewardship.refusal_words import refusal_in_words
from stewardship.verification import Way
from stewardship.wording.offer_state import state_of_offer
from tests.support.catalogue import offer

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2026-11-25T08:00", "Kom i dag"),
        # In Norway it is the day after already.
        ("2026-11-24T23:30", "Kom i dag"),
        ("2026-11-24T12:00", "Har ventet i 1 dag"),
        ("2026-11-20T12:00", "Har ventet i 5 dager"),
        ("2026-11-26T12:00", "Kom i dag"),
    ],
)
def test_how_long_something_has_waited_is_said_in_days(since: str, words: str) -> None:
    assert waited_in_words(datetime.fromisoformat(since).replace(tzinfo=UTC), TODAY) == words


def test_everything_that_can_wait_has_a_name_of_its_own() -> None:
    assert len({kind_in_words(kind) for kind in ItemKind}) == len(ItemKind)


def test_everything_that_can_be_done_is_said() -> None:
    assert set(SENTENCES) == set(Done)
    assert set(REASONS) == set(ReadyReason)
    assert set(TO_ASK) == set(ASKED) == set(Way)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("accepted:3", "Svar: publisert"),
        ("hand_over:abc", "Invitasjon til å ta ansvar for tilbud"),
        ("noe_nytt:1:2", "noe_nytt"),
    ],
)
def test_a_letter_is_known_by_the_first_word_of_its_key(key: str, words: str) -> None:
    assert letter_in_words(kind_of_letter(key)) == words


def test_what_has_no_words_in_the_log_is_shown_as_it_was_written_down() -> None:
    assert action_in_words("offer:archived") == "Arkiverte"
    assert action_in_words("noe:nytt") == "noe:nytt"


def test_a_refusal_nobody_thought_of_says_what_to_do_all_the_same() -> None:
    assert refusal_in_words(DomainError()) == "Det gikk ikke nå. Åpne siden på nytt og prøv igjen."


@pytest.mark.parametrize(
    ("language", "ready", "own_words", "reason"),
    [
        ("nb", ReadyReason.ADVERTISING, "", "Vi tar ikke med reklame."),
        ("nb", ReadyReason.ADVERTISING, "Beklager.", "Vi tar ikke med reklame.\n\nBeklager."),
        ("nb", None, "Beklager.", "Beklager."),
    ],
)
def test_a_reason_is_the_ready_sentence_and_then_ones_own_words(
    language: str, ready: ReadyReason | None, own_words: str, reason: str
) -> None:
    assert reason_in(language, ready, own_words) == reason


@pytest.mark.parametrize(
    "typed",
    [
        "klatrekveld",
        "/tilbud/klatrekveld",
        "https://example.org/nn/tilbud/klatrekveld?fra=sok",
        " https://example.org/tilbud/klatrekveld/ ",
    ],
)
def test_an_offer_is_named_by_its_id_or_by_the_address_of_its_page(typed: str) -> None:
    assert PairForm(MultiDict({"ett": typed, "annet": ""})).pair == ("klatrekveld", "")


@pytest.mark.parametrize("sent", ["", "tull", "CALL"])
def test_only_a_way_that_is_offered_verifies(sent: str) -> None:
    form = AcceptForm(MultiDict({"verified": sent}), is_stranger=True)

    assert not form.validate()


def test_nobody_is_verified_twice() -> None:
    form = AcceptForm(MultiDict({"verified": "tull"}), is_stranger=False)

    assert form.validate()
    assert form.way is None


@pytest.mark.parametrize(
    ("sent", "is_answer"),
    [({}, False), ({"ready": "tull"}, False), ({"ready": "advertising"}, True)],
)
def test_a_no_has_a_reason(sent: dict[str, str], is_answer: bool) -> None:
    assert RejectForm(MultiDict(sent)).validate() is is_answer


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"status": Status.PUBLISHED}, "Er publisert."),
        ({"status": Status.PAUSED}, "Har pause. Ingen finner det."),
        ({"status": Status.ENDED}, "Er avsluttet."),
        ({"status": Status.ENDED, "ended_on": TODAY}, "Er avsluttet fra 25. november 2026."),
    ],
)
def test_how_an_offer_stands_is_said_in_a_few_words(told: dict[str, object], words: str) -> None:
    assert state_of_offer(offer("et", **told)) == words
