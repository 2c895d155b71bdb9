"""Reads how old somebody is out of free text: "34 år", "jente 16", "18-25", "i 40-årene".

Bands have both ends: "under 18" and "over 60" reach to the youngest and the oldest there are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from search.number_words import DECADES, NUMBERS, any_of
from search.words import word_set

Age = int | tuple[int, int]

_OLD = re.compile(r"år(?:ing|ig)|aring|gam|old|age", re.IGNORECASE)
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
    rf"|\b(?:unge|ungdom|ungdommer|folk|jenter|gutter|kvinner|menn|aldersgruppa|aldersgruppen|alder|alderen"
    rf"|people|aged)\s+(?:mellom|between|fra|from)\s+(?P<low3>\d\d)\s+(?:og|and|til|to)\s+(?P<high3>\d\d)\b"
    rf"|{_NOT_INSIDE}(?P<low2>\d\d){_DASH}(?P<high2>\d\d)\b{_UNIT}",
    re.IGNORECASE,
)
_DECADE = re.compile(
    rf"{_NOT_INSIDE}(?P<decade>[1-9]0)(?:{_DASH}?(?:åra|årene|åri|aara)\b|'?s\b)", re.IGNORECASE
)
_YEARS_OLD = re.compile(rf"{_NOT_INSIDE}(?P<age>\d{{1,3}}){_YEARS}", re.IGNORECASE)
_NUMBER = rf"[1-9]\d|{any_of(NUMBERS)}"
_IN_WORDS = re.compile(
    rf"\b(?:(?P<decade>{any_of(DECADES)})[\s-]?(?:åra|årene|åri|aara|åre|årsalderen)\b"
    rf"|(?:in\s+(?:my|his|her|their|the|mid|late|early|your)[\s-]+(?:mid[\s-]+|late\s+|early\s+)?)"
    rf"(?P<decade2>{any_of(DECADES)})\b"
    rf"|(?P<age>{any_of(NUMBERS)}){_YEARS})",
    re.IGNORECASE,
)
_BELOW = r"under|yngre\s+enn|below|younger\s+than"
_ABOVE = r"over|eldre\s+enn|above|older\s+than|fylt|minst"
# "over 20 år med rus" and "over 20 år siden" are times.
_NO_TIME = (
    r"(?!\s+(?:med|uten|utan|på|siden|sidan|ago|rusfri|edru|clean|sober|som|in|of|med\s+rus)\b)"
)
_LIMIT = re.compile(
    rf"{_NOT_INSIDE}\b(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\s+(?:de\s+|dei\s+|the\s+age\s+of\s+)?"
    rf"(?P<limit>{_NUMBER})(?:{_YEARS}|\b(?!\s*-?(?:år|aar|year)){_UNIT}){_NO_TIME}"
    rf"|{_NOT_INSIDE}(?P<plus>[1-9]\d)\+(?!\w)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:født|fødd|foedt|fodt|born)\s+(?:i\s+|in\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:(?:er|e|blir|fyller|på|paa|age|aged|alder(?:en)?|am|i['’]?m)\s*:?\s+"
    # "man 18" is Monday at six; from 25 on it is no hour.
    r"|(?:jente|kvinne|dame|gutt?|mann|girl|woman|boy)(?:\s*[,:(]\s*|\s+)|man\s*,\s*"
    r"|man\s+(?=2[5-9]|[3-9]\d))"
    rf"(?P<age>[1-9]\d)\b{_UNIT}",
    re.IGNORECASE,
)
# A number on its own, first or last or between commas, as people type it: "buldring trondheim 19".
_ALONE = re.compile(
    r"(?:(?:^|,)\s*(?P<age>1[3-9]|[2-9]\d)(?=\s*(?:,|$))"
    r"|(?<=[^\W\d_]\s)(?P<last>1[3-9]|[2-9]\d)(?=\s*$)"
    rf"|(?:^|,)\s*(?P<first>1[3-9]|[2-9]\d)\b(?=\s+[^\W\d_])(?!\s+mann\b){_UNIT})"
)
# Up to here it may be an hour of the evening, where a time is spoken of; and after these it counts
# something else.
_EARLY_HOUR, _LATE_HOUR = 13, 23
_OF_TIMES = re.compile(
    r"\b(?:kl|klokk\w+|møte\w*|meeting|kveld\w*|dag|i dag|natt\w*|morgen\w*|evening|tonight|"
    r"(?:man|tir|tirs|ons|tor|tors|fre|lør|søn)|(?:man|tirs|tys|ons|tors|fre|lør|lau|søn|sun)dag\w*|"
    r"helg\w*|time[nr]?)\b",
    re.IGNORECASE,
)
_COUNTED = word_set(
    """
    i in til to fra from etter after før before rundt around ca omtrent over under trinn steg step
    steps gruppe group platform plattform nr nummer number linje line buss bus rute avdeling post
    er e is are blir fyller ble vart var side rom room bydel pluss plus topp top vei veg gate
    """
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
_NOT_A_PERSON = word_set(
    "det dei de vi han hun ho he she they we it there klokka klokken kl prisen dette"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class AgeFound:
    """An age in whole years or a band of ages, both ends included, and where it stood."""

    start: int
    end: int
    age: Age


def ages_in(text: str, today: date | None = None) -> Iterator[AgeFound]:
    """Yield the ages told in ``text``, bands before single ages; some may overlap.

    A year of birth tells an age only where ``today`` is given.
    """
    yield from _bands(text)
    yield from _limits(text)
    yield from _in_words(text)
    for found in _YEARS_OLD.finditer(text):
        if int(found["age"]) <= _OLDEST and not _is_duration(text, found):
            yield AgeFound(found.start(), found.end(), int(found["age"]))
    for found in _TOLD.finditer(text):
        if _word_before(text, found.start()) not in _NOT_A_PERSON:
            yield AgeFound(found.start("age"), found.end("age"), int(found["age"]))
    yield from _alone(text)
    if today is not None:
        yield from _born(text, today)


def _alone(text: str) -> Iterator[AgeFound]:
    is_of_times = _OF_TIMES.search(text) is not None
    for found in _ALONE.finditer(text):
        part = found.lastgroup or ""
        years = int(found[part])
        may_be_an_hour = is_of_times and _EARLY_HOUR <= years <= _LATE_HOUR
        is_all = found[part] == text.strip()
        if not (may_be_an_hour or is_all or _word_before(text, found.start(part)) in _COUNTED):
            yield AgeFound(found.start(part), found.end(part), years)


def _bands(text: str) -> Iterator[AgeFound]:
    for found in _BAND.finditer(text):
        bare = found["low2"] is not None
        low = int(found["low"] or found["low2"] or found["low3"])
        high = int(found["high"] or found["high2"] or found["high3"])
        if low < high <= _OLDEST and (not bare or high > _LAST_HOUR):
            yield AgeFound(found.start(), found.end(), (low, high))
    for found in _DECADE.finditer(text):
        decade = int(found["decade"])
        yield AgeFound(found.start(), found.end(), (decade, decade + 9))


def _limits(text: str) -> Iterator[AgeFound]:
    for found in _LIMIT.finditer(text):
        if _word_before(text, found.start()) in _FOR_HOW_LONG:
            continue
        number = found["limit"] or found["plus"]
        years = NUMBERS.get(number.lower()) or int(number)
        band = (0, years - 1) if found["below"] else (years, _OLDEST)
        yield AgeFound(found.start(), found.end(), band)


def _in_words(text: str) -> Iterator[AgeFound]:
    for found in _IN_WORDS.finditer(text):
        decade = DECADES.get((found["decade"] or found["decade2"] or "").lower())
        if decade is not None:
            yield AgeFound(found.start(), found.end(), (decade, decade + 9))
        elif found["age"] and not _is_duration(text, found):
            yield AgeFound(found.start(), found.end(), NUMBERS[found["age"].lower()])


def _born(text: str, today: date) -> Iterator[AgeFound]:
    for found in _BORN.finditer(text):
        oldest = today.year - int(found["year"])
        if 0 < oldest <= _OLDEST:
            # Whether the birthday has been this year is not told.
            yield AgeFound(found.start(), found.end(), (oldest - 1, oldest))


def _is_duration(text: str, found: re.Match[str]) -> bool:
    # "for 10 år" may be how long something lasts; "for 10-åring" is somebody of that age.
    return _OLD.search(found.group()) is None and (
        _word_before(text, found.start()) in _FOR_HOW_LONG
        or _AGO.match(text, found.end()) is not None
    )


def _word_before(text: str, position: int) -> str:
    found = _LAST_WORD.search(text[max(0, position - _BEFORE) : position])
    return found[1].lower() if found else ""
