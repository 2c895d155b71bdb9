"""Takes words out of a text again, with the small words that only lead to them.

"buldring i trondheim, er 19" without its age is "buldring i trondheim". Whether the rest still
says what it said can only be told by reading it: `Reader.without` does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from search.found import Sentence
from search.negation import NEGATORS
from search.readings import Reading, Span
from search.words import word_set

_LEADING = NEGATORS | word_set(
    """
    i in på ved nær near fra frå from til rundt around er am im age aged alder for med with om the at on
    jeg eg gjerne helst liker likar like likes likes vil want wants have ha har gå going go å to av of
    etter at after because fordi noe noko en ei et ein eit a an alt annet anna enn anything but så
    veldig bor bur live living pleide brukte drev spilte spelte likte elsket elska used
    """
)
_JOINING = word_set("og eller and or samt men but")
_JOINING_FIRST = re.compile(rf"(?:{'|'.join(sorted(_JOINING))})\s+", re.IGNORECASE)
Cut = tuple[int, int]


def sentence_as_read(text: str, reading: Reading) -> Sentence:
    """Return ``text`` in words with the corrections of its ``reading``."""
    position = {word.start: at for at, word in enumerate(Sentence(text).words)}
    return Sentence(text, {position[one.start]: one.read_as.lower() for one in reading.corrections})


def pieces(sentence: Sentence, said: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the words of ``said``, by position, those that overlap or touch as one."""
    starts = [word.start for word in sentence.words]
    found: list[tuple[int, int]] = []
    for span in said:
        first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if found and first <= found[-1][1]:
            first, after = found[-1][0], max(found.pop()[1], after)
        found.append((first, after))
    return found


def is_rest_of(before: Reading, after: Reading, said: Sequence[Span]) -> bool:
    """Tell whether ``after`` says all that ``before`` said apart from ``said``, and nothing else."""
    gone = {(span.kind, span.value) for span in said}
    left = {
        (span.kind, span.value)
        for span in before.understood
        if not any(span.start < each.end and each.start < span.end for each in said)
    }
    now = {(span.kind, span.value) for span in after.understood}
    then = {(span.kind, span.value) for span in before.understood}
    return left <= now <= then - gone and (after.rest, after.dangers, after.slip) == (
        before.rest,
        before.dangers,
        before.slip,
    )


def cut_texts(sentence: Sentence, told: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the text without the words ``told``, with ever fewer of the words around them.

    They are the first word and the one after the last, by position, never overlapping.
    """
    for widen in (_with_leading, _with_joining_after, _alone):
        cuts = sorted(widen(sentence, first, after) for first, after in told)
        yield _without(sentence.text, cuts)


def _with_leading(sentence: Sentence, first: int, after: int) -> Cut:
    while first > 0 and sentence.lower[first - 1] in _LEADING and sentence.gap(first).isspace():
        first -= 1
    while first > 0 and sentence.lower[first - 1] in _JOINING:
        first -= 1
    return _alone(sentence, first, after)


def _with_joining_after(sentence: Sentence, first: int, after: int) -> Cut:
    if after < len(sentence.words) and sentence.lower[after] in _JOINING:
        after += 1
    start, end = _alone(sentence, first, after)
    while end < len(sentence.text) and sentence.text[end] in " ,":
        end += 1
    return start, end


def _alone(sentence: Sentence, first: int, after: int) -> Cut:
    return sentence.words[first].start, sentence.words[after - 1].end


def _without(text: str, cuts: Sequence[Cut]) -> str:
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    kept = [text[start:end] for start, end in list(pairwise(edges))[::2]]
    return _tidied(" ".join(kept))


def _tidied(text: str) -> str:
    """Return ``text`` without the spaces and commas that a cut leaves behind."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;!?])", r"\1", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"[,;]+\s*([.!?])", r"\1", text)
    text = text.strip(" ,;")
    joining = _JOINING_FIRST.match(text)
    return text[joining.end() :] if joining else text
