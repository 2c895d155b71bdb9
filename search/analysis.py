"""What the index keeps of an offer's texts: keys of words with weights, ready for BM25F.

BM25F adds up how often a word stands in each field, every field counted by its weight and
length, and lets the sum level off. Adding up is done here, once, when an offer is indexed;
`search.ranking` does the levelling off. Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond" (2009), section 3.5, gives the formula.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.words import STOP_WORDS, loose_stem, lower_words

EXACT = "="
STEM = "~"


@dataclass(frozen=True)
class OfferText:
    """All that can be found of one offer, in every language it is told in.

    Args:
        id: The offer's permanent id.
        name: Its name.
        aliases: Other names it goes by.
        organisation: The organisation's name and its aliases, in one text.
        summaries: What it is, one text for each language.
        interest_words: Labels and synonyms of its interests and of those above them.
        places: Names of its venues and of their municipalities.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    organisation: str = ""
    summaries: tuple[str, ...] = ()
    interest_words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """How much a word counts in one part of an offer.

    Args:
        weight: The worth of one mention, a summary's being 1.
        usual_length: Words such a text has; a shorter one is worth no more.
        by_length: From 0 (length says nothing) to 1 (twice as long, half the worth).
    """

    weight: float
    usual_length: int
    by_length: float


NAME = Field(weight=6.0, usual_length=2, by_length=0.2)
ALIASES = Field(weight=5.0, usual_length=2, by_length=0.1)
ORGANISATION = Field(weight=2.5, usual_length=4, by_length=0.2)
PLACES = Field(weight=2.0, usual_length=4, by_length=0.2)
SUMMARY = Field(weight=1.0, usual_length=40, by_length=0.3)
# A word of an interest counts once: that three languages share it, or that it is part of many
# phrases, makes an offer no more about it, and more interests make it no less about each.
INTEREST_WEIGHT = 3.5


@dataclass(frozen=True)
class Analysed:
    """What goes into the index for one offer.

    Args:
        keys: Every key of the offer with its weight, above 0.
        words: Every word of the offer in lower case, to correct spelling by.
    """

    keys: Mapping[str, float]
    words: frozenset[str]


def exact_key(word: str) -> str:
    """Return the key under which the lower-case ``word`` stands just as it is written."""
    return EXACT + word


def stem_key(word: str) -> str:
    """Return the key that all inflections and ways to write ``word`` share."""
    return STEM + loose_stem(word)


class Analyser:
    """Takes offers apart; what many of them share is worked out once.

    It remembers their words, so it is for building an index and let go of afterwards, and never
    for what somebody types.
    """

    def __init__(self) -> None:
        self._stem_keys: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        self._interests: dict[tuple[str, ...], Analysed] = {}

    def analyse(self, offer: OfferText) -> Analysed:
        """Return keys and words of ``offer``.

        Stop words are kept in names and aliases only, for offers whose names hold nothing else.
        """
        mentions: dict[str, float] = {}
        _count(mentions, NAME, lower_words(offer.name))
        _count(mentions, ALIASES, [word for each in offer.aliases for word in lower_words(each)])
        _count(mentions, ORGANISATION, self._shared(offer.organisation))
        _count(mentions, PLACES, [word for each in offer.places for word in self._shared(each)])
        _count(mentions, SUMMARY, [word for each in offer.summaries for word in _telling(each)])
        interests = self._of_interests(offer.interest_words)
        keys = dict(interests.keys)
        for word, worth in mentions.items():
            keys[exact_key(word)] = worth
            stem = self._stem_key(word)
            keys[stem] = keys.get(stem, 0.0) + worth
        return Analysed(keys, interests.words.union(mentions))

    def _of_interests(self, texts: tuple[str, ...]) -> Analysed:
        found = self._interests.get(texts)
        if found is None:
            words = frozenset(word for text in texts for word in self._shared(text))
            keys = dict.fromkeys(map(self._stem_key, words), INTEREST_WEIGHT)
            found = self._interests[texts] = Analysed(keys, words)
        return found

    def _shared(self, text: str) -> list[str]:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = _telling(text)
        return found

    def _stem_key(self, word: str) -> str:
        found = self._stem_keys.get(word)
        if found is None:
            found = self._stem_keys[word] = stem_key(word)
        return found


def _telling(text: str) -> list[str]:
    return [word for word in lower_words(text) if word not in STOP_WORDS]


def _count(mentions: dict[str, float], field: Field, words: Sequence[str]) -> None:
    length = max(1.0, len(words) / field.usual_length)
    worth = field.weight / (1.0 - field.by_length + field.by_length * length)
    for word in words:
        mentions[word] = mentions.get(word, 0.0) + worth


MOST_LETTERS = 200
MOST_WORDS = 20


def question_words(text: str) -> list[str]:
    """Return the words to look for, in lower case, each stem once.

    Nothing in ``text`` is an operator. Only the first 200 characters and 20 words are read.
    Stop words are left out unless there is nothing else.
    """
    words = lower_words(text[:MOST_LETTERS])[:MOST_WORDS]
    telling = [word for word in words if word not in STOP_WORDS]
    return list({stem_key(word): word for word in reversed(telling or words)}.values())[::-1]
