"""Measures the fork of Whoosh that is installed: the figures of docs/adr/0003-whoosh-fork.md.

Run it once in each of two throw-away environments, from the project's root:

    python -m venv /tmp/fork && /tmp/fork/bin/pip install whoosh3==3.54.0 numpy PyYAML
    PYTHONPATH=. /tmp/fork/bin/python bench/search_fork.py --offers 5000 50000

With `snowballstemmer` and `wordfreq` installed as well it compares the stemmer with Snowball's.
It prints one JSON object.
"""

import argparse
import json
import multiprocessing
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module, metadata
from importlib.util import find_spec
from itertools import count
from math import isclose, log
from pathlib import Path
from typing import Any

import yaml
from whoosh import fields, index, query
from whoosh.filedb.filestore import RamStorage
from whoosh.lang.snowball.norwegian import NorwegianStemmer

from places.gazetteer import gazetteer
from search.index import IndexMissingError, OfferIndex, OfferText
from search.words import STOP_WORDS, words_of

ROOT = Path(__file__).parent.parent
IMPORTED = (
    "import whoosh.index, whoosh.fields, whoosh.formats, whoosh.reading, whoosh.writing, "
    "whoosh.util.filelock, whoosh.lang.snowball.norwegian"
)
QUESTIONS = 300
STEMMED = 20_000


def made_up_offers(number: int, seed: int = 1) -> Iterator[OfferText]:
    """Yield offers with the words of the real vocabulary and places; no two are alike."""
    chance = random.Random(seed)
    content = yaml.safe_load((ROOT / "seeds" / "vocabulary.yaml").read_text("utf-8"))
    interests = {each["id"]: each for each in content["interests"]}
    words = {identity: tuple(_words(identity, interests)) for identity in interests}
    towns = [each.name for each in gazetteer().municipalities()]
    pool = sorted({word for phrases in words.values() for text in phrases for word in text.split()})
    common = [1 / (rank + 3) for rank in range(len(pool))]
    chance.shuffle(pool)
    for at in range(number):
        own = chance.sample(list(interests), chance.choice((1, 1, 2, 3)))
        town = chance.choice(towns)
        yield OfferText(
            id=f"offer-{at}",
            name=f"{interests[own[0]]['labels']['nb']} {town} {at % 97}",
            organisation=" ".join(chance.choices(pool, k=3)),
            summaries=tuple(" ".join(chance.choices(pool, common, k=40)) for _ in range(2)),
            interest_words=tuple(word for each in own for word in words[each]),
            places=(town, chance.choice(towns)),
        )


def _words(identity: str | None, interests: dict[str, Any]) -> Iterator[str]:
    while identity is not None:
        yield from interests[identity]["labels"].values()
        for synonyms in interests[identity]["synonyms"].values():
            yield from synonyms
        identity = interests[identity]["parent"]


def questions() -> list[str]:
    """Return what people may type: one to six words, a third of them with a very common one."""
    chance = random.Random(5)
    asked = []
    for at, offer in enumerate(made_up_offers(QUESTIONS, seed=77)):
        text = f"{offer.name} {offer.summaries[0]}"
        words = [word.lower for word in words_of(text) if word.lower not in STOP_WORDS]
        some = chance.sample(words, min(chance.choice((1, 1, 2, 2, 3, 4, 6)), len(words)))
        common = (
            ("klatring", "trening", "tur", "gruppe")[at % 4 : at % 4 + 1] if at % 3 == 0 else ()
        )
        asked.append(" ".join((*common, *some)))
    return asked


def milliseconds(work: Callable[[str], object], asked: Iterable[str]) -> dict[str, float]:
    """Return processor time, which others on the same machine change less than the clock's."""
    taken = []
    for text in asked:
        began = time.thread_time()
        work(text)
        taken.append((time.thread_time() - began) * 1000)
    hundredths = statistics.quantiles(taken, n=100)
    return {"p50": round(hundredths[49], 2), "p95": round(hundredths[94], 2)}


def milliseconds_cold(folder: Path, asked: Iterable[str]) -> dict[str, float]:
    """Return how long a search takes with nothing in memory yet, the opening not counted."""
    opened = []
    for _ in asked:
        opened.append(OfferIndex(folder))
        opened[-1].ids()
    fresh = iter(opened)
    taken = milliseconds(lambda text: next(fresh).search(text), asked)
    for each in opened:
        each.close()
    return taken


def of_size(number: int, folder: Path) -> dict[str, object]:
    """Build an index of so many offers, ask it and change it."""
    offers, asked = list(made_up_offers(number)), questions()
    built = OfferIndex(folder)
    began, began_cpu = time.perf_counter(), time.process_time()
    built.rebuild(offers, 1)
    seconds, seconds_cpu = time.perf_counter() - began, time.process_time() - began_cpu
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    built.did_you_mean("klattring i Trondhiem")
    changes = count(2)
    return {
        "offers": number,
        "build_seconds": round(seconds, 1),
        "build_cpu_seconds": round(seconds_cpu, 1),
        "megabytes_on_disk": round(size / 1e6, 1),
        "most_megabytes_in_memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "first_search_after_opening_ms": milliseconds_cold(folder, asked[:50]),
        "search_ms": milliseconds(built.search, asked),
        "search_again_ms": milliseconds(built.search, asked),
        "did_you_mean_ms": milliseconds(built.did_you_mean, ["klattring i Trondhiem"] * 20),
        "update_of_one_ms": milliseconds(
            lambda text: built.update([OfferText("changed", text)], [], next(changes)), asked[:20]
        ),
    }


def seconds_to_import() -> float:
    """Return the processor time of importing what we use, beyond that of a bare interpreter."""

    def once(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 — our own interpreter
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    once(IMPORTED)  # compiles
    imported = statistics.median(once(IMPORTED) for _ in range(15))
    return round(imported - statistics.median(once("pass") for _ in range(15)), 3)


def warnings_told() -> dict[str, object]:
    """Return what a strict interpreter says, compiling everything anew."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        strict = subprocess.run(  # noqa: S603 — our own interpreter
            [sys.executable, "-W", "error", "-c", IMPORTED],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        package = str(Path(index.__file__).parent)
        everything = subprocess.run(  # noqa: S603 — our own interpreter
            [sys.executable, "-W", "always", "-m", "compileall", "-q", "-f", package],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    told = everything.stdout + everything.stderr
    return {
        "what_we_import_is_clean": strict.returncode == 0,
        "warnings_in_the_whole_package": told.count("Warning:"),
    }


def stemmer_against_snowball() -> dict[str, int] | None:
    """Compare the stemmer on the commonest words; None where the reference is not installed."""
    if find_spec("snowballstemmer") is None or find_spec("wordfreq") is None:
        return None
    ours, reference = NorwegianStemmer(), import_module("snowballstemmer").stemmer("norwegian")
    common = import_module("wordfreq").top_n_list("nb", STEMMED)
    words = [word for word in common if word.isalpha()]
    same = sum(ours.stem(word) == reference.stemWord(word) for word in words)
    return {"words": len(words), "same": same}


def bm25f_is_right() -> bool:
    """Compare Whoosh's own BM25F with the formula, on three small documents."""
    texts = {"a": "kor kor tur", "b": "kor", "c": "sjakk tur kano hund"}
    storage = RamStorage().create_index(
        fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(stored=False))
    )
    writer = storage.writer()
    for identity, text in texts.items():
        writer.add_document(id=identity, text=text)
    writer.commit()
    average = statistics.mean(len(text.split()) for text in texts.values())

    def expected(text: str) -> float:
        times, length = text.split().count("kor"), len(text.split())
        rarity = log(len(texts) / (2 + 1)) + 1
        return rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / average))

    with storage.searcher() as searcher:
        scores = {hit["id"]: hit.score for hit in searcher.search(query.Term("text", "kor"))}
    return scores.keys() == {"a", "b"} and all(
        isclose(score, expected(texts[identity]), rel_tol=1e-5)
        for identity, score in scores.items()
    )


def _read_on(folder: str, stop: Any, told: Any) -> None:
    reading = OfferIndex(Path(folder))
    answers = faults = 0
    while not stop.is_set():
        try:
            faults += not reading.search("nattergal")
            answers += 1
        except IndexMissingError:
            faults += 1
    told.put((answers, faults))


def several_processes(folder: Path) -> dict[str, int]:
    """Let two processes read while this one writes 200 times, each tenth time all anew."""
    context = multiprocessing.get_context("spawn")
    stop, told = context.Event(), context.Queue()
    offers = [OfferText("kor", "Koret Nattergal"), *made_up_offers(200)]
    writing = OfferIndex(folder)
    writing.rebuild(offers, 0)
    readers = [context.Process(target=_read_on, args=(str(folder), stop, told)) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(1, 201):
        if number % 10 == 0:
            writing.rebuild(offers, number)
        else:
            writing.update([OfferText("changing", f"Tur {number}")], [], number)
    stop.set()
    results = [told.get(timeout=60) for _ in readers]
    for reader in readers:
        reader.join(60)
    return {"answers": sum(a for a, _ in results), "faults": sum(f for _, f in results)}


def installed() -> dict[str, object]:
    for name in ("whoosh3", "Whoosh-Reloaded", "Whoosh"):
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        needs = [each for each in found.requires or [] if "extra ==" not in each]
        return {"fork": name, "version": found.version, "needs": needs}
    return {"fork": None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, nargs="+", default=[5000])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = {
            **installed(),
            "python": sys.version.split()[0],
            "seconds_to_import": seconds_to_import(),
            **warnings_told(),
            "stemmer": stemmer_against_snowball(),
            "bm25f_is_right": bm25f_is_right(),
            "several_processes": several_processes(Path(folder) / "several"),
            "sizes": [of_size(size, Path(folder) / str(size)) for size in wanted.offers],
        }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
