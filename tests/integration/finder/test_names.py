"""Whoever types what an offer is called finds that offer."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from core.db import db
from directory.actions import save_batch
from directory.choices import Audience, OfferKind, SobrietyRule, Status
from directory.models import Offer
from directory.offer_files import read_offer_files
from finder.answering import answer
from finder.question_file import Question
from tests.support.databases import ROOT, references
from tests.support.factories import offer_entry, save

RIVALS = [
    offer_entry(
        id=f"rival-{number}", name=f"Onsdagsgjengen {number}", interests=["bouldering", "cafe"]
    )
    for number in range(12)
]  # each knows its hour, its place and its price, which the documented offers do not


@pytest.fixture(autouse=True)
def _catalogue(session: Session) -> None:
    save(session, *RIVALS)
    save_batch(session, read_offer_files(ROOT / "seeds" / "offers", references(), set()))
    session.commit()


def found(app: Flask, text: str) -> list[str]:
    with app.app_context():
        return [match.offer for match in answer(db.session(), Question(text=text)).answer.matches]


def documented(session: Session) -> list[Offer]:
    """Return the offers to go to that somebody who has said nothing of themselves may be shown."""
    offers = session.query(Offer).where(Offer.status == Status.PUBLISHED).order_by(Offer.id)
    return [
        offer
        for offer in offers
        if not offer.id.startswith("rival-")
        and offer.kind is not OfferKind.SIGNPOST
        and offer.sobriety_rule is not SobrietyRule.ACTIVE_USE
        and (not offer.audience or Audience.SELF in offer.audience)
    ]


def test_the_name_of_a_documented_offer_finds_it(app: Flask, session: Session) -> None:
    offers = documented(session)

    missed = [offer.id for offer in offers if offer.id not in found(app, offer.name)]

    assert len(offers) > 15
    assert missed == []


def test_another_name_of_an_offer_finds_it_first(app: Flask, session: Session) -> None:
    save(session, offer_entry(id="giraffe", name="Tirsdagstur", aliases=["Sjiraffklubben"]))

    assert found(app, "er det noe som heter sjiraffklubben?")[0] == "giraffe"


def test_a_group_for_relatives_is_found_by_its_name(app: Flask) -> None:
    assert found(app, "Al-Anon")[0] == "al-anon"
