"""What the public pages ask of the tables, on either database."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from directory.models import ConfirmationRhythm
from directory.page_queries import (
    ages_of_real_offers,
    effect_labels,
    interest_labels,
    signposts_of_the_country,
    welcoming_after_slip,
)
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save

TODAY = date(2026, 11, 25)


def welcoming(session: Session, limit: int = 9) -> list[str]:
    return [offer.id for offer in welcoming_after_slip(session, limit, TODAY)]


def test_only_a_told_yes_is_a_welcome(session: Session) -> None:
    save(
        session,
        offer_entry(id="ja", access={"welcome_after_slip": True}),
        offer_entry(id="nei", access={"welcome_after_slip": False}),
        offer_entry(id="ikke-fortalt", access={"drop_in": True}),
        offer_entry(id="ingenting-fortalt"),
    )

    assert welcoming(session) == ["ja"]


@on_both_databases
def test_offers_alike_in_age_are_counted_together_and_examples_not_at_all(
    session: Session,
) -> None:
    told = {"confirmed_on": TODAY, "confirmed_by": "organisation"}
    save(
        session,
        offer_entry(id="en", **told),
        offer_entry(id="to", **told),
        offer_entry(id="aldri"),
        offer_entry(id="borte", status="paused", **told),
        offer_entry(id="eksempel-en", **told),
    )
    session.add(ConfirmationRhythm(offer_id="to", due_on=TODAY))
    session.commit()

    assert {tuple(row) for row in ages_of_real_offers(session)} == {
        (1, TODAY, "organisation", None),
        (1, TODAY, "organisation", TODAY),
        (1, None, None, None),
    }


def test_nobody_is_sent_to_a_door_that_nobody_has_answered_for_in_a_year(session: Session) -> None:
    save(
        session,
        offer_entry(id="sen", access={"welcome_after_slip": True}),
        offer_entry(id="stille", access={"welcome_after_slip": True}),
    )
    session.add(ConfirmationRhythm(offer_id="sen", due_on=TODAY - timedelta(365)))
    session.add(ConfirmationRhythm(offer_id="stille", due_on=TODAY - timedelta(366)))
    session.commit()

    assert welcoming(session) == ["sen"]


@pytest.mark.parametrize("rule", ["drug_free", "wish_to_stop", None])
def test_a_welcome_counts_whatever_the_rule_of_being_sober(
    session: Session, rule: str | None
) -> None:
    save(session, offer_entry(access={"welcome_after_slip": True}, sobriety_rule=rule))

    assert welcoming(session) == ["klatrekveld"]


@pytest.mark.parametrize(
    "told",
    [
        {"sobriety_rule": "active_use"},
        {"status": "paused"},
        {"kind": "signpost"},
        {"id": "eksempel-klatring"},
    ],
    ids=str,
)
def test_what_stands_apart_or_cannot_be_gone_to_is_left_out(
    session: Session, told: dict[str, str]
) -> None:
    save(session, offer_entry(access={"welcome_after_slip": True}, **told))

    assert welcoming(session) == []


def test_no_more_are_read_than_are_shown(session: Session) -> None:
    save(
        session,
        *(offer_entry(id=one, access={"welcome_after_slip": True}) for one in ("a", "b", "c")),
    )

    assert welcoming(session, limit=2) == ["a", "b"]


def test_the_countrys_signposts_are_real_and_serve_all_of_it(session: Session) -> None:
    national = {"kind": "signpost", "serves": ["NO"]}
    save(
        session,
        offer_entry(id="telefon", **national),
        offer_entry(id="eksempel-telefon", **national),
        offer_entry(id="pause", **national | {"status": "paused"}),
        offer_entry(id="aktivitet", **national | {"kind": "activity"}),
        offer_entry(id="i-oslo", **national | {"serves": ["0301"]}),
        offer_entry(id="ingen-steder", kind="signpost"),
    )

    assert [offer.id for offer in signposts_of_the_country(session)] == ["telefon"]


def test_labels_come_in_the_order_of_the_vocabulary(session: Session) -> None:
    labels = interest_labels(session, ["bouldering", "climbing", "no_such_interest"])

    assert list(labels) == ["climbing", "bouldering"]
    assert labels["climbing"]["nb"] == "Klatring"
    assert list(effect_labels(session, ["get_tired"])) == ["get_tired"]
