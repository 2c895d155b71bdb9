"""The permanent ids of what is new: words of its name, so that an address can be read aloud."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models import Offer, Organisation
from places.folding import fold
from stewardship.models import Revision

LONGEST: Final = 100  # an id may have 120 characters; a number may have to follow
WITHOUT_LETTERS: Final = "tilbud"


def slug_for(*names: str) -> str:
    """Return ``names`` in plain small letters with dashes; never empty."""
    words = fold(" ".join(names))
    plain = "".join(letter if letter.isascii() else " " for letter in words)
    return "-".join(plain.split())[:LONGEST].strip("-") or WITHOUT_LETTERS


def new_offer_id(session: Session, name: str, place: str) -> str:
    """Return an id that no offer has, nor any that is only proposed."""
    slug = slug_for(name) if place in name else slug_for(name, place)
    taken = {
        *session.scalars(select(Offer.id).where(Offer.id.startswith(slug))),
        *session.scalars(select(Revision.offer_id).where(Revision.offer_id.startswith(slug))),
    }
    return _first_free(slug, taken)


def new_organisation_id(session: Session, name: str) -> str:
    """Return an id that no organisation has, nor any that comes with a proposal."""
    slug = slug_for(name)
    taken = set(session.scalars(select(Organisation.id).where(Organisation.id.startswith(slug))))
    proposed = session.scalars(
        select(Revision.organisation).where(Revision.organisation.is_not(None))
    )
    taken |= {organisation["id"] for organisation in proposed if organisation}
    return _first_free(slug, taken)


def _first_free(slug: str, taken: Iterable[str]) -> str:
    gone = set(taken)
    return next(one for one in _candidates(slug) if one not in gone)


def _candidates(slug: str) -> Iterator[str]:
    yield slug
    for number in count(2):
        yield f"{slug}-{number}"
