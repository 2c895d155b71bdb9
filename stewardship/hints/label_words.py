"""Words in groups' texts that name people after what they struggle with, or promise too much.

``docs/writing.md`` has the same words, for our own texts; a test compares the two. ``*`` stands for
any letters. What to write instead is in the language of the text that it is about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

Table = Mapping[str, tuple[tuple[str, str], ...]]

LABELS: Final[Table] = {
    "nb": (
        (
            "*misbruk*, *narkoman*, alkoholiker*, rusavhengig*, rusbruker*",
            "«folk som bruker rusmidler» eller «folk som har erfaring med rus»",
        ),
        ("klient*, brukere, brukeren, brukerne", "«du», «den som kommer» eller «folk»"),
        ("tilbakefall*", "«sprekk»"),
        ("lider, rammet, rammede, svake grupper", "«har» eller «har vært gjennom»"),
    ),
    "nn": (
        (
            "*misbruk*, *narkoman*, alkoholikar*, rusavhengig*, rusbrukar*",
            "«folk som bruker rusmiddel» eller «folk som har erfaring med rus»",
        ),
        ("klient*, brukarar, brukaren, brukarane", "«du», «den som kjem» eller «folk»"),
        ("tilbakefall*", "«sprekk»"),
    ),
    "en": (
        (
            "addict*, abuser*, junkie*, alcoholic*, users, client*",
            "“people who use drugs”, “people with experience of drugs” or “you”",
        ),
        ("relapse*", "“slip”"),
        ("clean", "“drug-free”"),
        ("suffer*, victim*", "“have” or “have been through”"),
    ),
}
PROMISES: Final[Table] = {
    "nb": (("helbred*, kurere*, kurert, garanter*", "«kan hjelpe» eller «kan gi deg»"),),
    "nn": (("lækje*, garanter*", "«kan hjelpe» eller «kan gi deg»"),),
    "en": (("cure*, guarantee*", "“can help” or “can give you”"),),
}
# Promises in more words than one: our own texts are watched by people instead.
PROMISING: Final[Table] = {
    "nb": (
        (
            "gjør deg rusfri, gjør deg frisk, blir du rusfri, du blir rusfri, "
            "du blir frisk, blir du frisk, virker alltid, virker for alle",
            "«kan hjelpe» eller «kan gi deg»",
        ),
    ),
    "nn": (
        (
            "gjer deg rusfri, gjer deg frisk, blir du rusfri, du blir rusfri, "
            "du blir frisk, verkar alltid, verkar for alle",
            "«kan hjelpe» eller «kan gi deg»",
        ),
    ),
    "en": (
        (
            "will make you well, you will recover, you will be free, always works, "
            "works for everyone",
            "“can help” or “can give you”",
        ),
    ),
}
# Names that fellowships have chosen for themselves.
CHOSEN_NAMES: Final = (
    "anonyme narkomane",
    "anonyme alkoholikere",
    "anonyme alkoholikarar",
    "anonyme alkoholikarer",
    "narcotics anonymous",
    "alcoholics anonymous",
    "sex addicts anonymous",
    "food addicts anonymous",
    "voksne barn av alkoholikere",
    "adult children of alcoholics",
    "rusmisbrukernes interesseorganisasjon",
    "landsforbundet mot stoffmisbruk",
    "clean & sober",
)


def labels_in(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each word of ``text`` that labels people, once, with what to write instead."""
    yield from _found(text, LABELS.get(language, ()))


def promises_in(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what in ``text`` promises that something works, once, with what to write instead."""
    yield from _found(text, PROMISES.get(language, ()) + PROMISING.get(language, ()))


def without_names(text: str, names: Iterable[str]) -> str:
    """Return ``text`` without these names and those that fellowships have chosen."""
    wanted = sorted(
        {*CHOSEN_NAMES, *(name for name in names if name.strip())}, key=len, reverse=True
    )
    named = "|".join(re.escape(name) for name in wanted)
    return re.sub(rf"(?<!\w)(?:{named})(?!\w)", " ", text, flags=re.IGNORECASE)


def _found(text: str, rows: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    seen = set()
    for words, instead in rows:
        for match in _pattern(words).finditer(text):
            if match[0].lower() not in seen:
                seen.add(match[0].lower())
                yield match[0], instead


@cache
def _pattern(words: str) -> re.Pattern[str]:
    each = (re.escape(word).replace(r"\*", r"\w*") for word in words.split(", "))
    return re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE)
