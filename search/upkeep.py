"""Keeps the text index in step with the database, and builds it anew where it is missing or broken."""

from sqlalchemy.orm import Session

from directory import changes, queries
from directory.vocabulary import Vocabulary
from places.gazetteer import gazetteer
from search.documents import texts_of
from search.index import IndexBusyError, OfferIndex


def bring_up_to_date(
    index: OfferIndex, session: Session, vocabulary: Vocabulary, number: int
) -> None:
    """Make ``index`` agree with the catalogue at change ``number``, or a later one.

    While another process writes for longer than we wait, an older index answers better than none.
    Raises IndexBusyError where there is none.
    """
    known = index.number
    if known is not None and known > number:
        # Another process has seen more, unless the index is of another database altogether.
        number = changes.newest_change(session)
    if known == number:
        return
    try:
        _follow(index, session, vocabulary, known, number)
    except IndexBusyError:
        if known is None:
            raise


def _follow(
    index: OfferIndex, session: Session, vocabulary: Vocabulary, known: int | None, number: int
) -> None:
    changed = changes.changed_since(session, known) if known is not None else {None}
    if known is None or known > number or None in changed:
        rebuild(index, session, vocabulary)
        return
    offers = {one for one in changed if one is not None}
    published = queries.published_by_ids(session, offers)
    removed = offers - set(published)
    texts = texts_of(published.values(), vocabulary, gazetteer())
    index.update(texts, removed, number)


def rebuild(index: OfferIndex, session: Session, vocabulary: Vocabulary) -> int:
    """Write the whole index anew; return the change number it agrees with."""
    number = changes.newest_change(session)
    offers = queries.published_in_stretches(session)
    index.rebuild(texts_of(offers, vocabulary, gazetteer()), number)
    return number


def agrees(index: OfferIndex, session: Session) -> bool:
    """Return whether the index holds exactly the published offers, as of the newest change."""
    if index.number != changes.newest_change(session):
        return False
    return index.ids() == queries.published_ids(session)
