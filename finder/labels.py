"""Interests and effects by their names in the page's language, fit for the middle of a sentence."""

from collections.abc import Mapping

from directory.passages import passage
from directory.vocabulary import Vocabulary
from web.languages import current_locale


def interest_label(vocabulary: Vocabulary, interest: str) -> str:
    """Return the name of an interest; its id where the vocabulary no longer has it."""
    known = vocabulary.interests.get(interest)
    return _name(known.labels if known else {}) or interest


def effect_label(vocabulary: Vocabulary, effect: str) -> str:
    """Return the name of an effect; its id where the vocabulary no longer has it."""
    known = vocabulary.effects.get(effect)
    return _name(known.labels if known else {}) or effect


def inside_sentence(label: str) -> str:
    """Begin a label with a small letter, except where its first word is a name such as AA or Al-Anon."""
    first_word = label.split(" ", 1)[0]
    is_plain = first_word[1:] == first_word[1:].lower()
    return label[:1].lower() + label[1:] if is_plain else label


def _name(labels: Mapping[str, str]) -> str | None:
    found = passage(labels, current_locale().language)
    return found.words if found else None
