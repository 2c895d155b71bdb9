"""Questions put to the catalogue: understood, searched, matched, and given back with their answers."""

from dataclasses import dataclass, replace
from datetime import datetime

from flask import current_app
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from directory import queries
from directory.vocabulary import Vocabulary
from finder import catalogue
from finder.question_file import LONGEST_TEXT, Question
from finder.snapshot import Snapshot
from finder.understanding import Understood, understand
from matching.answer import Answer
from matching.match import match
from matching.person import Person
from places.folding import fold
from places.gazetteer import gazetteer
from search import upkeep
from search.found import Kind
from search.index import OfferIndex
from search.reading import Reader

TEXT_HITS = 200
LIKELY_NAMED = 30  # a name that is typed whole is among the best hits for its words
# An offer called by its name counts in full; words that merely turn up in one count so much.
# They count less beside a wish, which is surer: "club" is in many names, and hunting in few.
FOUND_SHARE, FOUND_BESIDE_A_WISH = 0.7, 0.5
WISHED_SHARE = 0.3  # for words that were understood as a wish, which counts by itself
WISHES = (Kind.INTEREST, Kind.GOAL)


@dataclass(frozen=True)
class Answered:
    """An answer with what it answers. ``names`` is found in the snapshot."""

    understood: Understood
    answer: Answer
    snapshot: Snapshot
    moment: datetime
    did_you_mean: tuple[str, ...]


def answer(session: Session, question: Question, not_for_me: tuple[str, ...] = ()) -> Answered:
    """Answer one question by what the catalogue holds now. Nothing of it is kept.

    ``not_for_me`` are ids of offers that the person has seen and does not want.
    """
    snapshot = catalogue.current(session)
    moment = question.today or present_moment()
    understood = understand(question, reader_of(snapshot), gazetteer(), moment.date())
    understood = replace(understood, person=replace(understood.person, not_for_me=not_for_me))
    person, suggestion = understood.person, None
    if question.text:
        person, suggestion = _with_text(session, question.text, understood, snapshot)
    found = match(person, snapshot.prepared(moment))
    meant = understood.did_you_mean or ((suggestion,) if suggestion else ())
    return Answered(replace(understood, person=person), found, snapshot, moment, meant)


def search(session: Session, text: str, limit: int) -> Answered:
    """Answer free words as somebody's question. Words that say nothing and are found nowhere find nothing."""
    answered = answer(session, Question(text=text[:LONGEST_TEXT], limit=limit))
    if _says_anything(answered.understood.person):
        return answered
    return replace(answered, answer=replace(answered.answer, matches=()))


def _says_anything(person: Person) -> bool:
    """Tell whether an answer was read out of the words, or any of them is found somewhere."""
    return replace(person, limit=Person().limit) != Person()


def present_moment() -> datetime:
    """Return now in Norway, to the minute, without a zone: as precise as any timetable."""
    return now_in_norway().replace(second=0, microsecond=0, tzinfo=None)


def reader_of(snapshot: Snapshot) -> Reader:
    """Return the reader for the snapshot's vocabulary; making one takes a while, so it is kept."""
    vocabulary = snapshot.vocabulary
    kept: tuple[Vocabulary, Reader] | None = current_app.extensions.get("reader")
    if kept is None or kept[0] is not vocabulary:
        kept = vocabulary, Reader(vocabulary.interests, vocabulary.effects, gazetteer())
        current_app.extensions["reader"] = kept
    return kept[1]


def _with_text(
    session: Session, text: str, understood: Understood, snapshot: Snapshot
) -> tuple[Person, str | None]:
    """Search what was not understood, and look whether an offer is called by its name.

    A name is looked for in all that was typed: "Anonyme Narkomane" is understood as an interest,
    and is what the person asks for all the same.
    """
    index = _index(session, snapshot)
    rest = understood.rest
    wishes = _wishes_in(text, understood)
    found = FOUND_BESIDE_A_WISH if wishes else FOUND_SHARE
    shares: dict[str, float] = {}
    for words, share in ((rest, found), (wishes, WISHED_SHARE)):
        for hit in index.search(words, TEXT_HITS) if words else ():
            shares[hit.offer] = shares.get(hit.offer, 0) + hit.score * share
    shares |= dict.fromkeys(_named_in(text, index, session), 1.0)
    suggestion = index.did_you_mean(rest) if rest and not shares else None
    return replace(understood.person, text_shares=shares), suggestion


def _wishes_in(text: str, understood: Understood) -> str:
    """Return the words that were understood as a wish: of offers that meet it, some say so themselves."""
    reading = understood.reading
    corrected = {(one.start, one.end): one.read_as for one in reading.corrections}
    spans = dict.fromkeys((one.start, one.end) for one in reading.understood if one.kind in WISHES)
    return " ".join(corrected.get(span) or text[slice(*span)] for span in spans)


def _named_in(text: str, index: OfferIndex, session: Session) -> list[str]:
    """Return the offers whose whole name, or other name, stands in ``text``."""
    likely = [hit.offer for hit in index.search(text, LIKELY_NAMED)]
    words = f" {fold(text)} "
    called = queries.names_by_ids(session, likely)
    return [
        offer
        for offer in likely
        if any(f" {fold(name)} " in words for name in called.get(offer, ()))
    ]


def _index(session: Session, snapshot: Snapshot) -> OfferIndex:
    index: OfferIndex = current_app.extensions["offer_index"]
    upkeep.bring_up_to_date(index, session, snapshot.vocabulary, snapshot.number)
    return index
