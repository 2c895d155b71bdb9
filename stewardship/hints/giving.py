"""Hints while a group writes: where a word or a number could be better. A hint never refuses anything."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from directory.entries import Entry
from stewardship.entry_parts import language_of
from stewardship.hints.label_words import labels_in, promises_in, without_names
from stewardship.hints.missing_answers import missing_answers
from stewardship.hints.private_facts import is_mobile, mail_addresses_in, phone_numbers_in
from stewardship.hints.readability import lix, sentences_in, words_in
from stewardship.hints.unexplained_letters import is_shouted, letters_for_words, shouted_words
from web.languages import gettext as _

HARDEST: Final = 40
ENOUGH_TO_MEASURE: Final = 25
LONGEST_SENTENCE: Final = 20
NORWEGIAN: Final = frozenset({"nb", "nn"})  # LIX is made for these
SHOWN_OF_A_SENTENCE: Final = 4
MOST_OF_A_KIND: Final = 3
MOST_MISSING: Final = 5
PARAGRAPHS: Final = ("summary", "first_visit")


class Hint(NamedTuple):
    """What one could do about ``field``, which is named as in the offer file: ``contacts.0.phone``."""

    field: str
    sentence: str


def hints_for(entry: Entry, language: str, names: Iterable[str] = ()) -> list[Hint]:
    """Return what would make ``entry`` better, as far as it is answered, in the language spoken.

    ``language`` is the one the group writes; of several texts that one is looked at. ``names`` are
    names of the organisation, which may hold any word.
    """
    known = [entry.get("name") or "", *(entry.get("aliases") or ()), *names]
    hints = [Hint(*pair) for pair in _about_texts(entry, language, known)]
    hints += [Hint(*pair) for pair in _about_contacts(entry)]
    if entry.get("kind") and not entry.get("interests"):
        hints.append(Hint("interests", _("Velg hva det passer for, så finner flere dere.")))
    hints += [Hint(field, _asked(question)) for field, question in _missing(entry)]
    return list(dict.fromkeys(hints))


def _missing(entry: Entry) -> Iterator[tuple[str, str]]:
    return islice(missing_answers(entry), MOST_MISSING)


def _asked(question: str) -> str:
    return _("Mange lurer på dette: «%(question)s» Skriv gjerne svaret.", question=question)


def _about_texts(entry: Entry, language: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for field, texts in _texts(entry):
        written_in = language_of(texts, language)
        text = texts.get(written_in) or ""
        own = without_names(text, names)
        for sentence in (*_about_words(own, written_in), *_about_reading(text, written_in)):
            yield field, sentence
        for sentence in (*_about_capitals(own), *_about_private_facts(text)):
            yield field, sentence


def _texts(entry: Entry) -> Iterator[tuple[str, dict[str, str]]]:
    for field in PARAGRAPHS:
        yield field, entry.get(field) or {}
    yield "cost.note", (entry.get("cost") or {}).get("note") or {}
    for number, schedule in enumerate(entry.get("schedules") or ()):
        yield f"schedules.{number}.note", schedule.get("note") or {}


def _about_words(text: str, language: str) -> Iterator[str]:
    for word, instead in islice(labels_in(text, language), MOST_OF_A_KIND):
        yield _(
            "«%(word)s» kan kjennes som en merkelapp. Skriv heller %(instead)s.",
            word=word,
            instead=instead,
        )
    for word, instead in islice(promises_in(text, language), MOST_OF_A_KIND):
        yield _(
            "«%(word)s» lover mer enn noen kan holde. Skriv heller %(instead)s.",
            word=word,
            instead=instead,
        )


def _about_reading(text: str, language: str) -> Iterator[str]:
    long = [one for one in sentences_in(text) if len(words_in(one)) > LONGEST_SENTENCE]
    for sentence in long[:MOST_OF_A_KIND]:
        start = " ".join(words_in(sentence)[:SHOWN_OF_A_SENTENCE])
        yield _(
            "Setningen som begynner med «%(start)s», er lang. Del den gjerne i to.", start=start
        )
    is_measured = language in NORWEGIAN and len(words_in(text)) >= ENOUGH_TO_MEASURE
    if is_measured and not long and lix(text) > HARDEST:
        yield _("Teksten er litt tung å lese. Bytt gjerne ut lange ord med korte.")


def _about_capitals(text: str) -> Iterator[str]:
    if is_shouted(text):
        yield _("Store bokstaver er tunge å lese. Skriv gjerne med små.")
        return
    for word in islice(shouted_words(text), MOST_OF_A_KIND):
        yield _("«%(word)s» er lettere å lese med små bokstaver.", word=word)
    for letters in islice(letters_for_words(text), MOST_OF_A_KIND):
        yield _("Ikke alle vet hva «%(letters)s» er. Skriv gjerne hele navnet.", letters=letters)


def _about_private_facts(text: str) -> Iterator[str]:
    if any(is_mobile(number) for number in phone_numbers_in(text)):
        yield _("Er dette et privat nummer? Alle kan lese det her. Skriv det heller under kontakt.")
    elif any(phone_numbers_in(text)):
        yield _("Skriv telefonnummeret under kontakt, så er det lett å ringe.")
    if any(mail_addresses_in(text)):
        yield _("Skriv e-postadressen under kontakt, så er den lett å bruke.")


def _about_contacts(entry: Entry) -> Iterator[tuple[str, str]]:
    for number, contact in enumerate(entry.get("contacts") or ()):
        for key in ("phone", "sms"):
            if is_mobile(contact.get(key) or ""):
                yield (
                    f"contacts.{number}.{key}",
                    _("Er dette et privat nummer? Alle kan se det. Bruk gjerne et som gruppa har."),
                )
