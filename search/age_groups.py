"""Reads what age a group should be for: "noe for ungdom", "med andre unge", "for eldre".

It is a wish and no age of the person's own, and an age that is told stands before it. The bands
are wide, since whoever is outside an offer's age limits is not shown it at all.
"""

import re
from collections.abc import Iterator

from search.found import Found, Kind, Sentence

_OLDEST = 120
_FOR = (
    r"(?:for|med|blant|andre|bare|kun|berre|with|among|only|til) "
    r"(?:andre |other |flere |fleire )?"
)
# "for eldre søsken" is said of somebody: after the word nothing but a small word may come.
_END = (
    r"(?= (?:i|in|på|ved|nær|near|som|who|og|and|med|with|under|over|til|fra|frå|uten|utan|\.)(?: |$)"
    r"|$)"
)
_GROUPS = (
    (r"(?:unge voksne|unge vaksne|young adults)\b", (18, 35)),
    (r"(?:ungdom|ungdommer|ungdomar|young people|youths)\b", (13, 30)),
    (r"(?:tenåring|tenåringer|tenåringar|teenager|teenagers|teens)\b", (13, 19)),
    (rf"{_FOR}(?:unge|unge mennesker|unge folk|young|youth){_END}", (13, 35)),
    (rf"{_FOR}(?:eldre|eldre mennesker|seniorer|seniorar|older people|seniors|elderly){_END}", (55, _OLDEST)),
    (r"(?:pensjonister|pensjonistar|pensjonist|pensioners|pensioner|retired people)\b", (60, _OLDEST)),
)  # fmt: skip
_PATTERNS = [(re.compile(rf"\b(?:{pattern})"), band) for pattern, band in _GROUPS]
# Who works with them, or was one, asks for nothing; and a youth's parent speaks of somebody else.
_NOT_A_WISH = re.compile(
    r"\b(?:jobber med|jobba med|arbeider med|working with|work with|da jeg var|som|som en|min|ikke|ikkje|not)"
    r"(?: \w+)?$"
)


def age_groups(sentence: Sentence) -> Iterator[Found]:
    """Yield the bands of ages that a group is wished for, in years with both ends."""
    joined = sentence.joined
    for pattern, (low, high) in _PATTERNS:
        for first, after in joined.matches(pattern):
            if not _NOT_A_WISH.search(joined.text[: joined.starts[first]].rstrip()):
                value = f"{low}-{high}"
                yield Found(first, after, Kind.AGE, (value,), age=(low, high), exact=False)
