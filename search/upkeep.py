"""Keeps the text index in step with the database, and builds it anew where it is missing or broken."""

from threading import RLock
from typing import Final

from sqlalchemy.orm import Session

from core.memory import collection_paused
from directory import changes, queries
from directory.vocabulary import Vocabulary
from places.gazetteer import gazetteer
from search.documents import texts_of
from search.index import IndexBusyError, IndexMissingError, OfferIndex

# Several threads may find the index old at once; one of them is enough to write it.
_TURN: Final = RLock()


def bring_up_to_date(
    index: OfferIndex, session: Session, vocabulary: Vocabulary, number: int
) -> None:
    """Make ``index`` agree with the catalogue at change ``number``, or a later one.

    While another process writes for longer than we wait, an older index answers better than none.
    Raises IndexBusyError where there is none.
    """
    if index.number == number:
        return
    with _TURN:
        known = index.number
        try:
            _follow(index, session, vocabulary, known, number)
        except IndexBusyError:
            if known is None:
                raise


def _follow(
    index: OfferIndex, session: Session, vocabulary: Vocabulary, known: int | None, number: int
) -> None:
    if known is None or not changes.was_given(session, known):
        # There is none, or it is of another database altogether.
        _rebuild(index, session, vocabulary, again=False)
    elif known < number:
        try:
            _catch_up(index, session, vocabulary, known, number)
        except IndexMissingError:
            # It could be read, but turned out to be damaged when it was to be written.
            _rebuild(index, session, vocabulary, again=True)


def _catch_up(
    index: OfferIndex, session: Session, vocabulary: Vocabulary, known: int, number: int
) -> None:
    changed = changes.changed_since(session, known)
    if None in changed or index.is_worn:
        _rebuild(index, session, vocabulary, again=False)
        return
    offers = {one for one in changed if one is not None}
    published = queries.published_by_ids(session, offers)
    removed = offers - set(published)
    texts = texts_of(published.values(), vocabulary, gazetteer())
    index.update(texts, removed, number)


def rebuild(index: OfferIndex, session: Session, vocabulary: Vocabulary) -> None:
    """Write the whole index anew. Raises IndexBusyError."""
    _rebuild(index, session, vocabulary, again=True)


def _rebuild(index: OfferIndex, session: Session, vocabulary: Vocabulary, *, again: bool) -> None:
    number = changes.newest_change(session)
    offers = queries.published_in_stretches(session)
    with collection_paused():
        index.rebuild(texts_of(offers, vocabulary, gazetteer()), number, again=again)


def agrees(index: OfferIndex, session: Session) -> bool:
    """Return whether the index holds exactly the published offers, as of the newest change."""
    if index.number != changes.newest_change(session):
        return False
    return index.ids() == queries.published_ids(session)
