"""Reads how old somebody is out of free text: "34 år", "jente 16", "18-25", "i 40-årene"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.words import word_set

Age = int | tuple[int, int]

_DASH = r"\s*[-–—]\s*"
_YEARS = (
    r"(?:\s*[-–]?\s*(?:år(?:s|ing(?:en|ar|er)?|ig(?:e)?)?|aar(?:ing)?|aring|years?|yrs?|yo)\b"
    r"(?:[\s-]+(?:gam(?:mel|mal|le|al|alt|melt|malt)|old|of\s+age)\b)?)"
)
# What is counted where it is not years: minutes, kilometres, people, months of a date.
_UNIT = (
    r"(?!\s*(?:[-–:./%]\s*\d|%|°|(?:km|kilometer|mil|min|minutt(?:er|ar)?|minutes?|tim(?:e|er|ar)|"
    r"hours?|uk(?:e|er)|vek(?:e|er)|weeks?|dag(?:er|ar)?|days?|mnd|måned(?:er)?|månad(?:er|ar)?|"
    r"months?|kr|kroner|nok|prosent|percent|stk|stykk(?:e|er)?|person(?:er|ar|s)?|people|folk|"
    r"deltak\w+|trinn|steg|steps?|gang(?:er)?|gong(?:er)?|times|m|meter|grader|poeng|av|of|am|pm)\b|"
    r"\.?\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b))"
)
_NOT_INSIDE = r"(?<![\w.,:/-])"

_BAND = re.compile(
    rf"{_NOT_INSIDE}(?P<low>\d{{1,3}})(?:{_DASH}|\s+(?:til|to|og|and)\s+)(?P<high>\d{{1,3}}){_YEARS}"
    rf"|{_NOT_INSIDE}(?P<low2>\d\d){_DASH}(?P<high2>\d\d)\b{_UNIT}",
    re.IGNORECASE,
)
_DECADE = re.compile(
    rf"{_NOT_INSIDE}(?P<decade>[1-9]0)(?:{_DASH}?(?:åra|årene|åri|aara)\b|'?s\b)", re.IGNORECASE
)
_YEARS_OLD = re.compile(rf"{_NOT_INSIDE}(?P<age>\d{{1,3}}){_YEARS}", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:(?:er|på|paa|age|aged|alder(?:en)?|am|i['’]?m)\s*:?\s+"
    # "man 18" is Monday at six.
    r"|(?:jente|kvinne|dame|gutt?|mann|girl|woman|boy)(?:\s*[,:(]\s*|\s+)|man\s*,\s*)"
    rf"(?P<age>[1-9]\d)\b{_UNIT}",
    re.IGNORECASE,
)

_OLDEST = 120
# The hours of a day end at 24: two bare numbers up to it may be a time, "18-20".
_LAST_HOUR = 24
# "i 10 år", "etter 20 år", "rusfri 3 år": for how long, not how old.
_FOR_HOW_LONG = word_set(
    """
    i in for etter after siste last gjennom through over under minst nesten rusfri rusfritt edru
    clean sober nykter rus brukt ruset rusa første fyrste first neste next om hele heile ca
    """
)
_AGO = re.compile(r"\s*(?:siden|sidan|ago)\b", re.IGNORECASE)
_NOT_A_PERSON = word_set("det dei de vi they we it there klokka klokken kl prisen dette")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class AgeFound:
    """An age in whole years or a band of ages, both ends included, and where it stood."""

    start: int
    end: int
    age: Age


def ages_in(text: str) -> Iterator[AgeFound]:
    """Yield the ages told in ``text``, bands before single ages; some may overlap."""
    for found in _BAND.finditer(text):
        bare = found["low"] is None
        low, high = int(found["low2" if bare else "low"]), int(found["high2" if bare else "high"])
        if low < high <= _OLDEST and (not bare or high > _LAST_HOUR):
            yield AgeFound(found.start(), found.end(), (low, high))
    for found in _DECADE.finditer(text):
        decade = int(found["decade"])
        yield AgeFound(found.start(), found.end(), (decade, decade + 9))
    for found in _YEARS_OLD.finditer(text):
        if int(found["age"]) <= _OLDEST and not _is_duration(text, found):
            yield AgeFound(found.start(), found.end(), int(found["age"]))
    for found in _TOLD.finditer(text):
        if _word_before(text, found.start()) not in _NOT_A_PERSON:
            yield AgeFound(found.start("age"), found.end("age"), int(found["age"]))


def _is_duration(text: str, found: re.Match[str]) -> bool:
    return (
        _word_before(text, found.start()) in _FOR_HOW_LONG
        or _AGO.match(text, found.end()) is not None
    )


def _word_before(text: str, position: int) -> str:
    found = _LAST_WORD.search(text[max(0, position - _BEFORE) : position])
    return found[1].lower() if found else ""
