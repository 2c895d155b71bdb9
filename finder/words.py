"""Sentences for what the matching found: the same for pages, paper and programs."""

from directory.vocabulary import Vocabulary
from finder.caveat_words import caveat_sentence
from finder.reason_words import reason_sentence
from matching.answer import Match

__all__ = ["caveat_sentence", "reason_sentence", "reason_sentences"]


def reason_sentences(match: Match, vocabulary: Vocabulary) -> list[str]:
    """Return a sentence for every reason of a match, the weightiest first."""
    return [reason_sentence(reason, vocabulary) for reason in match.reasons]
