"""Every question the application asks the catalogue's tables."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, load_only, raiseload

from core.errors import NotFoundError
from directory.choices import Status
from directory.models import Effect, Interest, MovedOffer, Offer, Organisation, RelatedInterest
from directory.vocabulary import Effect as EffectValue
from directory.vocabulary import Interest as InterestValue
from directory.vocabulary import Vocabulary

STRETCH: Final = 1000
TO_MATCH: Final = (
    Offer.id,
    Offer.name,
    Offer.organisation_id,
    Offer.kind,
    Offer.interests,
    Offer.effects,
    Offer.audience,
    Offer.topics,
    Offer.sobriety_rule,
    Offer.age_min,
    Offer.age_max,
    Offer.age_typical_min,
    Offer.age_typical_max,
    Offer.gender,
    Offer.participants,
    Offer.led_by,
    Offer.approach,
    Offer.format,
    Offer.intensity,
    Offer.languages,
    Offer.cost_per_time,
    Offer.cost_per_year,
    Offer.access,
    Offer.capacity,
    Offer.serves,
    Offer.ended_on,
)
AT_ONCE: Final = 500  # ids in one question; databases limit how many they take

T = TypeVar("T")


class NoSuchOfferError(NotFoundError):
    """No offer has this id, or nobody may see it yet."""


def published() -> Select[Offer]:
    return (
        select(Offer)
        .where(Offer.status == Status.PUBLISHED)
        .options(joinedload(Offer.organisation))
        .order_by(Offer.id)
    )


def published_to_match() -> Select[Offer]:
    """Published offers without the texts and sources that matching has no use for."""
    return (
        select(Offer)
        .where(Offer.status == Status.PUBLISHED)
        .options(
            load_only(*TO_MATCH, raiseload=True),
            joinedload(Offer.confirmation),
            joinedload(Offer.rhythm),
            raiseload(Offer.sources),
            raiseload(Offer.organisation),
        )
        .order_by(Offer.id)
    )


def published_in_stretches(session: Session, *, whole: bool = True) -> Iterator[Offer]:
    """Yield every published offer in order of id, a stretch at a time, keeping none of them.

    Not ``whole``: only what an offer is matched by; its texts and sources cannot be asked for.
    """
    statement = published() if whole else published_to_match()
    last = ""
    while True:
        stretch = session.scalars(statement.where(Offer.id > last).limit(STRETCH)).unique().all()
        yield from stretch
        if len(stretch) < STRETCH:
            return
        last = stretch[-1].id


def published_by_ids(session: Session, ids: Iterable[str]) -> dict[str, Offer]:
    """Return the published offers among ``ids`` by their id; others are left out."""
    found: dict[str, Offer] = {}
    for some in chunks(ids):
        offers = session.scalars(published().where(Offer.id.in_(some))).unique()
        found |= {offer.id: offer for offer in offers}
    return found


def names_by_ids(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what each offer among ``ids`` is called: its name, and its other names."""
    found = select(Offer.id, Offer.name, Offer.aliases).where(Offer.id.in_(list(ids)))
    return {offer: (name, *aliases) for offer, name, aliases in session.execute(found)}


def names_on_pages(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Return the name of each offer among ``ids`` that has a page (see ``shown_by_id``)."""
    has_page = Offer.status != Status.PAUSED
    found = select(Offer.id, Offer.name).where(Offer.id.in_(list(ids)), has_page)
    return {row.id: row.name for row in session.execute(found)}


def shown_by_id(session: Session, offer_id: str) -> Offer:
    """Return an offer that has a page: a published one, or one that has ended and says so.

    Raises NoSuchOfferError for the rest. A paused offer is held back, so it looks like none at all.
    """
    statement = (
        select(Offer)
        .where(Offer.id == offer_id, Offer.status != Status.PAUSED)
        .options(joinedload(Offer.organisation))
    )
    offer = session.scalars(statement).unique().one_or_none()
    if offer is None:
        raise NoSuchOfferError(f"There is no offer {offer_id}.")
    return offer


def any_by_id(session: Session, offer_id: str) -> Offer:
    """Return an offer whatever its status. Raises NoSuchOfferError."""
    offer = session.get(Offer, offer_id)
    if offer is None:
        raise NoSuchOfferError(f"There is no offer {offer_id}.")
    return offer


def find_moved_to(session: Session, offer_id: str) -> str | None:
    """Return the offer that stands for this one too, None for one that stands for itself."""
    return session.scalar(select(MovedOffer.moved_to).where(MovedOffer.offer_id == offer_id))


def every_offer(session: Session) -> Iterator[Offer]:
    """Yield all offers whatever their status, in order of id."""
    statement = select(Offer).order_by(Offer.id).execution_options(yield_per=500)
    # Whoever stops half-way must not leave a cursor open on the server.
    with closing(session.scalars(statement)) as found:
        yield from found


def every_organisation(session: Session) -> Iterable[Organisation]:
    return session.scalars(select(Organisation).order_by(Organisation.id))


def organisation_ids(session: Session) -> set[str]:
    return set(session.scalars(select(Organisation.id)))


def kept_vocabulary(session: Session) -> Vocabulary:
    """Return the vocabulary as the database has it; related interests go both ways."""
    related: dict[str, list[str]] = {}
    pairs = select(RelatedInterest).order_by(RelatedInterest.one_id, RelatedInterest.other_id)
    for pair in session.scalars(pairs):
        related.setdefault(pair.one_id, []).append(pair.other_id)
        related.setdefault(pair.other_id, []).append(pair.one_id)
    interests = session.scalars(select(Interest).order_by(Interest.position))
    effects = session.scalars(select(Effect).order_by(Effect.position))
    return Vocabulary(
        {
            row.id: InterestValue(
                row.id,
                row.parent_id,
                tuple(sorted(related.get(row.id, ()))),
                row.labels,
                {language: tuple(words) for language, words in row.synonyms.items()},
            )
            for row in interests
        },
        {
            row.id: EffectValue(
                row.id,
                row.labels,
                {language: tuple(words) for language, words in row.synonyms.items()},
            )
            for row in effects
        },
    )


def published_ids(session: Session) -> set[str]:
    return set(session.scalars(select(Offer.id).where(Offer.status == Status.PUBLISHED)))


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield ``items`` in lists short enough for one question."""
    waiting = iter(items)
    while chunk := list(islice(waiting, AT_ONCE)):
        yield chunk
