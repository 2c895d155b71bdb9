"""Bases of words for reading wishes: inflections go, word-making stays.

The stemmer of the index goes too far for understanding: it also takes off what makes new words,
so that "billig" (cheap) meets "bil" (car) and "mener" (means) meets "menighet" (congregation).
"""

# The present and past of short verbs, whose endings are no endings.
_SHORT_VERBS = {
    "går": "gå", "gikk": "gå", "gjekk": "gå", "gått": "gå",
    "ser": "se", "står": "stå", "rir": "ri", "rider": "ri", "syr": "sy", "sydde": "sy",
    "tror": "tro", "trur": "tru", "spelar": "spele", "gjør": "gjøre", "gjer": "gjere",
    "er": "være", "lager": "lage", "lagar": "lage",
}  # fmt: skip

# Of nouns and verbs, bokmål and nynorsk, longest first. No genitive: "dans" would lose its end.
_NORWEGIAN_ENDINGS = ("ende", "ande", "ene", "ane", "en", "et", "er", "ar", "a", "e")
_SHORTEST_BASE = 3
_VOWELS = frozenset("aeiouyæøå")
_ENGLISH_HISSING = ("ses", "xes", "ches", "shes", "zes")
_ENGLISH_NO_PLURAL = ("ss", "us", "is")


def norwegian_base(word: str) -> str:
    """Return the lower-case ``word`` without its ending, in bokmål or nynorsk."""
    word = _SHORT_VERBS.get(word, word)
    if not word.endswith(_NORWEGIAN_ENDINGS):
        return word
    for ending in _NORWEGIAN_ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST_BASE and not _VOWELS.isdisjoint(base):
            return base
    return word


def english_base(word: str) -> str:
    """Return the lower-case English ``word`` in the singular."""
    if len(word) <= _SHORTEST_BASE or not word.endswith("s") or word.endswith(_ENGLISH_NO_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_ENGLISH_HISSING) else word[:-1]
