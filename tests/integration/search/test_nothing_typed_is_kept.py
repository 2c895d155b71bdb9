"""What a visitor types is gone from memory once it is answered."""

import gc
import sys
from collections.abc import Iterator
from functools import lru_cache

import pytest

from places.gazetteer import gazetteer
from search.index import OfferIndex, OfferText
from search.reading import Reader
from tests.support.databases import vocabulary

# In two pieces, so that the word itself stands nowhere until it is typed.
PIECES = ("vrengk", "ulpas")
OTHER_PIECES = ("dumpfl", "askt")
OURS = ("search.", "places.", "finder.", "directory.", "matching.", "core.", "web.")
REMEMBERING = type(lru_cache(str.upper))
TYPED = (
    "{} i Trondheim",
    "jeg liker {}, ikke {}er, jente 16",
    "{}en kl 18 i {}",
    "7041 {} {}ene",
    "klattring",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfferIndex]:
    index = OfferIndex(tmp_path_factory.mktemp("index"))
    index.rebuild([OfferText("klatring", name="Klatring", places=("Trondheim",))], 1)
    yield index
    index.close()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(vocabulary().interests, vocabulary().effects, gazetteer())


def ask_everything(reader: Reader, index: OfferIndex, pieces: tuple[str, str]) -> None:
    word = "".join(pieces)
    for form in TYPED:
        text = form.format(word, word.capitalize())
        rest = reader.read(text).rest
        index.search(text)
        index.search(rest)
        index.did_you_mean(text)
    gazetteer().find(word)
    gazetteer().near_names(word)


def kept_in_memory(word: str) -> list[str | bytes]:
    """Return every other string of the process that holds ``word``."""
    gc.collect()
    return [
        kept
        for kept in _texts_in_memory()
        if kept is not word and word in (kept if isinstance(kept, str) else kept.decode("latin-1"))
    ]


def _texts_in_memory() -> Iterator[str | bytes]:
    # What holds nothing but texts is not tracked, so it is found only through what holds it.
    waiting, seen = gc.get_objects(), set[int]()
    while waiting:
        for held in gc.get_referents(waiting.pop()):
            if isinstance(held, str | bytes):
                yield held
            elif not gc.is_tracked(held) and id(held) not in seen:
                seen.add(id(held))
                waiting.append(held)


def cached_answers() -> dict[str, int]:
    """Return how many answers each function of ours remembers."""
    modules = {name: module for name, module in sys.modules.items() if name.startswith(OURS)}
    return {
        f"{name}.{function}": value.cache_info().currsize
        for name, module in modules.items()
        for function, value in vars(module).items()
        if isinstance(value, REMEMBERING)
    }


def test_no_word_stays_in_memory(reader: Reader, index: OfferIndex) -> None:
    ask_everything(reader, index, PIECES)

    assert kept_in_memory("".join(PIECES)) == []


def test_no_answer_is_remembered(reader: Reader, index: OfferIndex) -> None:
    before = cached_answers()

    ask_everything(reader, index, OTHER_PIECES)

    assert cached_answers() == before


def test_what_is_remembered_would_be_found() -> None:
    @lru_cache
    def remembered(word: str) -> tuple[str, ...]:
        return (word.upper(),)

    remembered("".join(OTHER_PIECES) + "er")

    assert kept_in_memory("".join(OTHER_PIECES)) != []
