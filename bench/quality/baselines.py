"""What anybody could have put up in an afternoon: two full-text searches as they come."""

import sqlite3
from collections.abc import Iterable

from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import OrGroup, QueryParser

from bench.quality.measures import DEPTH
from search.index import OfferText


class PlainFts5:
    """SQLite's FTS5 with its own tokenizer: any of the words, best first by BM25."""

    name = "SQLite FTS5"

    def __init__(self, texts: Iterable[OfferText]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE offer USING fts5(id UNINDEXED, words)")
        rows = ((text.id, _all_words(text)) for text in texts)
        self._database.executemany("INSERT INTO offer VALUES (?, ?)", rows)

    def ask(self, text: str) -> list[str]:
        """Return the ids of the first ten."""
        words = " OR ".join(f'"{word}"' for word in _words(text))
        found = self._database.execute(
            "SELECT id FROM offer WHERE offer MATCH ? ORDER BY bm25(offer), id LIMIT ?",
            (words, DEPTH),
        )
        return [offer for (offer,) in found]


class PlainWhoosh:
    """Whoosh with its standard analyzer: any of the words, best first by its BM25F."""

    name = "plain Whoosh"

    def __init__(self, texts: Iterable[OfferText]) -> None:
        schema = Schema(id=ID(stored=True, unique=True), words=TEXT(analyzer=StandardAnalyzer()))
        index = RamStorage().create_index(schema)
        writer = index.writer()
        for text in texts:
            writer.add_document(id=text.id, words=_all_words(text))
        writer.commit()
        self._searcher = index.searcher()
        self._parser = QueryParser("words", schema, group=OrGroup)

    def ask(self, text: str) -> list[str]:
        """Return the ids of the first ten."""
        # AND, OR and NOT are commands to the parser in capitals only; nobody means them as such.
        query = self._parser.parse(" ".join(_words(text)).lower())
        return [hit["id"] for hit in self._searcher.search(query, limit=DEPTH)]


def _all_words(text: OfferText) -> str:
    parts = (
        text.name,
        *text.aliases,
        text.organisation,
        *text.summaries,
        *text.interest_words,
        *text.places,
    )
    return " \n".join(parts)


def _words(text: str) -> list[str]:
    """Return the words alone, since signs mean something to both query languages."""
    return "".join(letter if letter.isalnum() else " " for letter in text).split()
