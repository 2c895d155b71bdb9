"""The vocabulary file, read into a value and written to the database."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError
from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from directory.changes import note_changes, wait_for_turn
from directory.fault_words import faults_of
from directory.models import Effect, Interest, RelatedInterest
from directory.offer_file import Record
from directory.offer_files import OfferFileError
from directory.queries import kept_vocabulary
from directory.safe_yaml import UnreadableFileError, read_yaml
from directory.vocabulary import Effect as EffectValue
from directory.vocabulary import Interest as InterestValue
from directory.vocabulary import Vocabulary

WordId = Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=120)]
Words = dict[str, Annotated[tuple[str, ...], Field(strict=False)]]


class EffectEntry(Record):
    id: WordId
    labels: dict[str, str]
    synonyms: Words


class InterestEntry(EffectEntry):
    parent: WordId | None
    related: list[WordId]


class VocabularyFile(Record):
    format: Literal["vocabulary/1"]
    interests: list[InterestEntry]
    effects: list[EffectEntry]


def read_vocabulary_file(file: Path) -> Vocabulary:
    """Raises OfferFileError, one sentence per fault, where the file is not a whole vocabulary."""
    try:
        document = VocabularyFile.model_validate(read_yaml(file))
    except UnreadableFileError as error:
        raise OfferFileError([f"{file.name}: {error}"]) from error
    except ValidationError as error:
        raise OfferFileError([f"{file.name}: {fault}" for fault in faults_of(error)]) from error
    _refuse_loose_ends(file.name, document)
    related = _both_ways({entry.id: entry.related for entry in document.interests})
    return Vocabulary(
        {
            entry.id: InterestValue(
                entry.id, entry.parent, related[entry.id], entry.labels, entry.synonyms
            )
            for entry in document.interests
        },
        {
            entry.id: EffectValue(entry.id, entry.labels, entry.synonyms)
            for entry in document.effects
        },
    )


def _refuse_loose_ends(file: str, document: VocabularyFile) -> None:
    known: set[str] = set()
    faults: list[str] = []
    every = {entry.id for entry in document.interests}
    for entry in document.interests:
        if entry.id in known:
            faults.append(f"{file}: interest {entry.id}: id: stands twice")
        # A parent stands before its children, which also rules out a tree that bites its tail.
        if entry.parent is not None and entry.parent not in known:
            faults.append(
                f"{file}: interest {entry.id}: parent: {entry.parent} does not stand above"
            )
        faults.extend(
            f"{file}: interest {entry.id}: related: {other} is not known"
            for other in entry.related
            if other not in every
        )
        known.add(entry.id)
    effects = Counter(entry.id for entry in document.effects)
    faults.extend(
        f"{file}: effect {effect}: id: stands twice"
        for effect, times in effects.items()
        if times > 1
    )
    if faults:
        raise OfferFileError(faults)


def _both_ways(related: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    both: dict[str, set[str]] = {one: set(others) for one, others in related.items()}
    for one, others in related.items():
        for other in others:
            both[other].add(one)
    return {one: tuple(sorted(others)) for one, others in both.items()}


def save_vocabulary(session: Session, vocabulary: Vocabulary) -> bool:
    """Make ``vocabulary`` the one that is kept; return whether that changed anything."""
    if _is_kept(session, vocabulary):
        return False
    wait_for_turn(session)
    if _is_kept(session, vocabulary):
        return False
    for model in (RelatedInterest, Interest, Effect):
        session.execute(delete(model))
    interests = list(vocabulary.interests.values())
    session.execute(insert(Interest), [_interest_row(n, one) for n, one in enumerate(interests)])
    session.execute(
        insert(Effect),
        [
            {"id": one.id, "position": n, "labels": one.labels, "synonyms": one.synonyms}
            for n, one in enumerate(vocabulary.effects.values())
        ],
    )
    pairs = {tuple(sorted((one.id, other))) for one in interests for other in one.related}
    if pairs:
        rows = [{"one_id": one, "other_id": other} for one, other in sorted(pairs)]
        session.execute(insert(RelatedInterest), rows)
    note_changes(session, [None])
    return True


def _is_kept(session: Session, vocabulary: Vocabulary) -> bool:
    kept = kept_vocabulary(session)
    # As lists, since their order is what people are shown, and maps in another order are equal.
    return all(
        list(ours.items()) == list(theirs.items())
        for ours, theirs in (
            (kept.interests, vocabulary.interests),
            (kept.effects, vocabulary.effects),
        )
    )


def _interest_row(position: int, interest: InterestValue) -> dict[str, object]:
    return {
        "id": interest.id,
        "position": position,
        "parent_id": interest.parent,
        "labels": interest.labels,
        "synonyms": interest.synonyms,
    }
