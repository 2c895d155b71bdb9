"""Tells which words that were not understood may name a thing one can go to.

Only of these is it said that they were not found. "Vi fant ikke «redd»" would throw somebody's pain,
or what they are, back at them.
"""

import re
from itertools import pairwise
from typing import Final

from search.ordinary_words import is_surely_right
from search.words import lowered, words_of

SHORTEST: Final = 4  # the lists of ordinary words hold none that is shorter
_SENTENCE_ENDS: Final = frozenset('.!?:;\n"«“')
# What people tell of themselves, in compounds and forms that are in no list, and in capitals.
_OF_ONESELF: Final = re.compile(
    r"^(?:trans|cis|muslim|islam|krist|katol|jød|jew|hindu|buddh|homo|lesb|bifil|biseks|skeiv|queer|gay|"
    r"ikkebin|ikke-bin|nonbin|same(?:r|n|jente|gutt)?$|sami|somal|kurd|arab|afgh|syr|irak|iran|ukrain|"
    r"russ|eritre|etiop|pakist|tyrk|pol(?:sk|ish|akk)|norwe|asyl|flykt|innvand|minorit|fange|rus|drit|"
    r"faen|fuck|jævl|helvet|avheng|misbruk|narko|alkohol|addict|redd|redsel|livredd|skremt|aleine|hiv)"
    r"|angst|uro(?:$|en|lig|leg)|skam|skjem|ensom|einsam|depp|depre|trist|ulykk|vold|vald|overgrep|vegring|"
    r"mobb|selvm|sjølvm|selvsk|sjølvsk|drep|traum|psyk|sorg|stress|panikk|hallus|abstin|diagn|adhd|autis|"
    r"bipol|schizo|anorek|bulimi|spisefors|utbrent|utslit|håpl|verdil|mislyk|skyld|svik|frykt|fobi|problem|"
    r"lonel|anxi|suici|abus|rape|asham|depend|scare|kjæreste|barnevern|fengsel|gjeld"
)


def names_looked_for(rest: str, text: str) -> list[str]:
    """Return the words of ``rest``, what is left of ``text``, that may be such a name.

    Those are written with a capital inside the text, or are in no list of ordinary words.
    """
    capitals = set(_capitals_inside(text))
    return [word for word in rest.split() if _is_name(word, word in capitals)]


def _is_name(word: str, is_capital: bool) -> bool:
    lower = lowered(word)
    if _OF_ONESELF.search(lower):
        return False
    return is_capital or (len(lower) >= SHORTEST and not is_surely_right(lower))


def _capitals_inside(text: str) -> list[str]:
    """Return the words with a capital that no beginning of a sentence asks for; none of a shouted text."""
    if text.isupper():
        return []
    return [
        text[word.start : word.end]
        for before, word in pairwise(words_of(text))
        if text[word.start].isupper() and _SENTENCE_ENDS.isdisjoint(text[before.end : word.start])
    ]
