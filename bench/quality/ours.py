"""The site itself, on the catalogue that the judgements are about."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from app import create_app
from bench.quality.measures import DEPTH
from core.db import db
from core.schema import ensure_schema
from core.settings import read_settings
from directory import actions, queries
from directory.choices import OfferKind
from directory.offer_files import read_offer_files
from directory.references import references_for
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import read_vocabulary_file, save_vocabulary
from finder.answering import answer
from finder.question_file import read_question
from places.gazetteer import gazetteer
from search.documents import texts_of
from search.index import OfferText
from seeds.cli import VOCABULARY

CATALOGUE: Final = Path(__file__).parent / "catalogue"


class Ours:
    """Answers as the site does. The session belongs to an application that is open."""

    name = "ours"

    def __init__(self, session: Session, vocabulary: Vocabulary, today: date) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self._today = today

    def ask(self, text: str) -> list[str]:
        """Return the ids of the first ten matches."""
        given = {"text": text, "limit": DEPTH, "today": self._today.isoformat()}
        answered = answer(self._session, read_question(given, self._vocabulary))
        return [match.offer for match in answered.answer.matches]


@contextmanager
def catalogue_opened() -> Iterator[tuple[Session, Vocabulary]]:
    """Load the catalogue into a database of its own, and open an application on it."""
    with tempfile.TemporaryDirectory(prefix="bench-quality-") as folder:
        environment = {"ENV": "test", "INSTANCE_PATH": folder, "LOG_LEVEL": "ERROR"}
        app = create_app(read_settings(environment))
        with app.app_context():
            session, vocabulary = db.session(), read_vocabulary_file(VOCABULARY)
            ensure_schema(db.engine)
            save_vocabulary(session, vocabulary)
            batch = read_offer_files(CATALOGUE, references_for(vocabulary), set())
            actions.save_batch(session, batch)
            session.commit()
            yield session, vocabulary
            app.extensions["offer_index"].close()
            db.session.remove()
            db.engine.dispose()


def published_texts(session: Session, vocabulary: Vocabulary) -> list[OfferText]:
    """Return the words, as the site indexes them, of every offer that goes on and is no signpost."""
    offers = [
        offer
        for offer in queries.published_in_stretches(session)
        if offer.ended_on is None and offer.kind is not OfferKind.SIGNPOST
    ]
    return list(texts_of(offers, vocabulary, gazetteer()))
