"""What the public pages ask the catalogue's tables beside ``queries``."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from directory.choices import ConfirmedBy, OfferKind, SobrietyRule, Status
from directory.examples import EXAMPLE_PREFIX
from directory.fields import COUNTRY
from directory.freshness import a_year_before
from directory.models import Confirmation, ConfirmationRhythm, Effect, Interest, Offer
from directory.queries import published

IS_REAL = ~Offer.id.startswith(EXAMPLE_PREFIX)


def ages_of_real_offers(
    session: Session,
) -> list[tuple[int, date | None, ConfirmedBy | None, date | None]]:
    """Return, of published offers that are no examples, how many are alike in when and by whom they
    were confirmed and when that is due again. Days are few, so it is one short answer.
    """
    alike = (Confirmation.confirmed_on, Confirmation.confirmed_by, ConfirmationRhythm.due_on)
    found = session.execute(
        select(func.count(), *alike)
        .select_from(Offer)
        .outerjoin(Confirmation, Confirmation.offer_id == Offer.id)
        .outerjoin(ConfirmationRhythm, ConfirmationRhythm.offer_id == Offer.id)
        .where(Offer.status == Status.PUBLISHED, IS_REAL)
        .group_by(*alike)
    )
    return [(offers, on, by, due_on) for offers, on, by, due_on in found]


def interest_labels(session: Session, ids: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """Return the labels by language of the interests among ``ids``, in the vocabulary's order."""
    wanted = select(Interest).where(Interest.id.in_(list(ids))).order_by(Interest.position)
    return {row.id: row.labels for row in session.scalars(wanted)}


def effect_labels(session: Session, ids: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """Return the labels by language of the effects among ``ids``, in the vocabulary's order."""
    wanted = select(Effect).where(Effect.id.in_(list(ids))).order_by(Effect.position)
    return {row.id: row.labels for row in session.scalars(wanted)}


def signposts_of_the_country(session: Session) -> list[Offer]:
    """Return the published signposts that serve the whole country, by id; made-up ones never.

    Whoever looks for a number to ring must not find one that nobody answers.
    """
    statement = published().where(
        IS_REAL,
        Offer.kind == OfferKind.SIGNPOST,
        # Read as text, which both databases can: the list of a national offer is ["NO"].
        cast(Offer.serves, String).contains(f'"{COUNTRY}"'),
    )
    return list(session.scalars(statement).unique())


def welcoming_after_slip(session: Session, limit: int, today: date) -> list[Offer]:
    """Return published offers to go to that say one is welcome back, ``limit`` at most, by id.

    Offers for people who use now are left out: they stand in no list beside drug-free ones. So
    are made-up ones, and those that have been silent for a year: nobody who has slipped is to be
    sent to a door that is not there.
    """
    silent = select(ConfirmationRhythm.offer_id).where(
        ConfirmationRhythm.due_on < a_year_before(today)
    )
    is_apart = Offer.sobriety_rule == SobrietyRule.ACTIVE_USE
    statement = (
        published()
        .where(
            IS_REAL,
            Offer.id.not_in(silent),
            Offer.access["welcome_after_slip"].as_boolean().is_(True),
            Offer.kind != OfferKind.SIGNPOST,
            Offer.sobriety_rule.is_(None) | ~is_apart,
        )
        .limit(limit)
    )
    return list(session.scalars(statement).unique())
