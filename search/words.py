"""Words as search sees them: cutting text into words, and the spellings and stems that meet."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from whoosh.lang.snowball.norwegian import NorwegianStemmer

from places.folding import fold

# A word is letters and digits. Combining marks are taken along, since some keyboards send "å" as
# "a" and a ring; an apostrophe holds "potter's" and "don't" together. A hyphen parts, so that
# "AA-møte" and "AA møte" are the same two words.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W_]))*")
_APOSTROPHES = str.maketrans("", "", "'’")
_SPELLED_OUT = str.maketrans({"å": "aa", "ø": "oe", "ö": "oe"})
_SHORTEST_LOOSE = 3
# The longest Norwegian words in use are below this; past it, it is not a word that anybody looks for.
_LONGEST_WORD = 60

_STOP_WORDS_NORWEGIAN = """
    alle alt andre annen annet at av bare begge begynne ble blei bli blir både da de deg dei deim deira
    dem den denne der dere deres det dette di din disse ditt du dykk dykkar då eg ei ein eit eitt eller
    en enn er et ett etter finne finnes finst for fordi fra frå få får før gjerne gjøre gjør gjere gjer
    ha hadde han hans har hatt hei hele helst hennar henne hennes her hjå ho hos hun hva hvem hver
    hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen inn inne innen ja jeg kan kanskje
    kom korleis kun kunne kva kvar kvarhelst kven kvi kvifor liker like lik litt lyst man mange
    me med medan meg meget mellom men mer mest mi min mine mitt mot mye mykje må måtte nei no noe noen
    noka noko nokon nokor nokre nu nå når og også om opp oss over på så sånn samme seg selv si sia
    sidan siden sin sine sitt sjøl skal skulle slik som somme somt sjølv til trenger treng ulik um
    under uten ut utan var vart vel veldig ved veit vet vere verte vi vil vill ville vore vors vort være
    vært vår ønsker ønskjer å
    æ ej æg ka kem kæm kainn nån nånn nokka nåkka mæ dæ sæ itj ittj itte isje ikkj
"""
_STOP_WORDS_ENGLISH = """
    a about all am an and any are as at be been but by can could did do does for from get had has have
    he her here him his how i if im in into is it its ive just like likes looking me my near need not of
    on or our out please she so some someone something than that the their them then there these they
    this to too up us very want was we were what when where which who will with would you your
"""


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text``, parted by spaces and lines: to write down many at once."""
    return frozenset(text.split())


STOP_WORDS = word_set(_STOP_WORDS_NORWEGIAN) | word_set(_STOP_WORDS_ENGLISH)
# Small words that show that a text is Norwegian.
NORWEGIAN_ONLY = word_set(_STOP_WORDS_NORWEGIAN) - word_set(_STOP_WORDS_ENGLISH) - {"no"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stood in the text as given, and its lower-case form."""

    start: int
    end: int
    lower: str


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order; punctuation and symbols are passed over."""
    for found in _WORD.finditer(text):
        if found.end() - found.start() <= _LONGEST_WORD:
            yield Word(found.start(), found.end(), lowered(found.group()))


def lower_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, without where they stood."""
    return [lowered(word) for word in _WORD.findall(text) if len(word) <= _LONGEST_WORD]


def lowered(word: str) -> str:
    """Return ``word`` in lower case, composed, without apostrophes."""
    composed = word if word.isascii() else unicodedata.normalize("NFKC", word)
    return composed.lower().translate(_APOSTROPHES)


def spelled_out(word: str) -> str:
    """Return the lower-case ``word`` in plain letters with nothing lost: å as aa, ø as oe, æ as ae.

    The one-letter word "å" is kept: spelled out it would be the name of a fellowship, AA.
    """
    if word.isascii():
        return fold(word)
    return word if word == "å" else fold(word.translate(_SPELLED_OUT))


def loose(word: str) -> str:
    """Return the form in which all ways to write ``word`` meet: alesund, aalesund and Ålesund.

    A word that would be left with fewer than three letters keeps its spelled-out form, so that
    NA and AA never meet "nå" and "å".
    """
    plain = spelled_out(word)
    short = plain.replace("aa", "a").replace("oe", "o")
    return short if len(short) >= _SHORTEST_LOOSE else plain


def loose_stem(word: str) -> str:
    """Return the stem in which inflections and ways to write ``word`` meet.

    Bokmål and nynorsk endings both go, and most English plurals with them.
    """
    return _stemmer.stem(loose(word))


_stemmer = NorwegianStemmer()
