"""The whole site on made-up offers: loading them, searching their words, drawing an answer page."""

import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from flask import Flask

from app import create_app
from bench.timing import Line, line_of, measure_ms
from core.clock import now_in_norway
from core.db import db
from core.schema import ensure_schema
from core.settings import read_settings
from directory import actions, queries
from directory.export import write_offer_files
from directory.offer_files import read_offer_files
from directory.vocabulary_file import read_vocabulary_file, save_vocabulary
from finder import answering, catalogue
from places.gazetteer import gazetteer
from search.documents import texts_of
from search.index import OfferIndex, OfferText
from seeds.cli import VOCABULARY, references_for
from seeds.example.batch import example_batch

OFFERS: Final = 10_000
TEXT_SIZES: Final = {5_000: 10.0, 50_000: 50.0}
QUESTIONS: Final = 300
READING_MS: Final = 5.0
SHORTEST_CORRECTED: Final = 4
OF_BROWSERS: Final = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def measure() -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        app = _site(Path(folder))
        with app.app_context():
            yield from _loading(Path(folder))
            yield from _pages(app)
            yield from _words(Path(folder))
            db.session.remove()
            db.engine.dispose()


def _site(folder: Path) -> Flask:
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    return create_app(settings)


def _loading(folder: Path) -> Iterator[Line]:
    """Load 10,000 offers from offer files, as somebody would who moves a catalogue."""
    session = db.session()
    ensure_schema(db.engine)
    vocabulary = read_vocabulary_file(VOCABULARY)
    save_vocabulary(session, vocabulary)
    references = references_for(vocabulary)
    today = now_in_norway().date()
    start = time.perf_counter()
    batch = example_batch(OFFERS, 1, vocabulary, references, today)
    yield _seconds(f"making up {OFFERS:,} offers", time.perf_counter() - start)
    actions.save_batch(session, batch)
    session.commit()
    write_offer_files(session, folder / "offers")
    with tempfile.TemporaryDirectory(prefix="bench-load-") as other:
        environment = {"ENV": "test", "INSTANCE_PATH": other, "LOG_LEVEL": "ERROR"}
        app = create_app(read_settings(environment))
        with app.app_context():
            fresh = db.session()
            ensure_schema(db.engine)
            save_vocabulary(fresh, vocabulary)
            start = time.perf_counter()
            read = read_offer_files(folder / "offers", references, set())
            actions.save_batch(fresh, read)
            fresh.commit()
            took = time.perf_counter() - start
            yield _seconds(f"loading {OFFERS:,} offers from files", took, target=30)
            start = time.perf_counter()
            catalogue.current(fresh)
            yield _seconds(
                f"the catalogue in memory, {OFFERS:,} offers", time.perf_counter() - start
            )
            db.session.remove()
            db.engine.dispose()


def _pages(app: Flask) -> Iterator[Line]:
    """Draw answer pages, from the sealed address to HTML."""
    seal = app.extensions["seal"]
    addresses = [f"/treff/{seal.close(person)}" for person in _people()]
    client = app.test_client()
    times = measure_ms(client.get, addresses)
    yield line_of(f"an answer page, {OFFERS:,} offers", times, target=30)
    times = measure_ms(partial(client.get, headers=OF_BROWSERS), addresses)
    yield line_of(f"an answer page, compressed, {OFFERS:,} offers", times, target=30)
    texts = [_text(number) for number in range(QUESTIONS)]
    reader = answering.reader_of(catalogue.current(db.session()))
    yield line_of("reading what somebody typed", measure_ms(reader.read, texts), READING_MS)
    slips = [_with_slips(number) for number in range(QUESTIONS)]
    yield line_of("reading 200 letters full of slips", measure_ms(reader.read, slips), READING_MS)


def _words(folder: Path) -> Iterator[Line]:
    """Search the text index alone, at two sizes."""
    vocabulary = queries.kept_vocabulary(db.session())
    offers = list(queries.published_in_stretches(db.session()))
    texts = list(texts_of(offers, vocabulary, gazetteer()))
    for size, target in TEXT_SIZES.items():
        documents = [
            text if number < len(texts) else _renamed(text, number)
            for number, text in ((n, texts[n % len(texts)]) for n in range(size))
        ]
        index = OfferIndex(folder / f"index-{size}")
        start = time.perf_counter()
        index.rebuild(documents, 1)
        yield _seconds(f"building the text index, {size:,} offers", time.perf_counter() - start)
        asked = [_text(number) for number in range(QUESTIONS)]
        times = measure_ms(partial(index.search, limit=50), asked)
        yield line_of(f"text search, {size:,} offers", times, target)


def _people() -> list[dict[str, object]]:
    chance = random.Random(3)
    vocabulary = queries.kept_vocabulary(db.session())
    places = [place.name for place, _weight in gazetteer().places_weighted()]
    return [
        {
            "interests": chance.sample(list(vocabulary.interests), 2),
            "age": chance.randint(16, 70),
            "place": chance.choice(places),
            "limit": 20,
        }
        for _ in range(QUESTIONS)
    ]


def _text(number: int) -> str:
    chance = random.Random(number)
    words = (
        "klatring",
        "buldring",
        "samtalegruppe",
        "turgruppe",
        "na møte",
        "musikk",
        "yoga",
        "kafé",
    )
    towns = ("Trondheim", "Ålesund", "Bergen", "Tromsø", "Stjørdal", "Oslo", "Molde")
    return f"{chance.choice(words)} i {chance.choice(towns)}, {chance.randint(16, 70)} år, kveld"


def _renamed(text: OfferText, number: int) -> OfferText:
    return replace(text, id=f"{text.id}-{number}")


def _seconds(name: str, took: float, target: float | None = None) -> Line:
    return Line(name, "s", round(took, 2), round(took, 2), target)


def _with_slips(number: int) -> str:
    """Return some 200 letters in which two neighbours of every longer word have changed places."""
    chance = random.Random(number)
    words = " ".join(_text(number + one) for one in range(6))[:200].split()
    return " ".join(_slipped(word, chance) for word in words)


def _slipped(word: str, chance: random.Random) -> str:
    if len(word) < SHORTEST_CORRECTED:
        return word
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
