"""The answers page: everything it shows, gathered with one query for the offers on it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from flask import url_for
from sqlalchemy.orm import Session

from directory import queries
from finder.answering import Answered
from finder.cards import Card, SignpostLine, cards_of, signpost_lines
from finder.forms import QuestionForm
from finder.notices import notices_of
from finder.question_file import read_question
from finder.understood_words import Said, what_was_said
from web.languages import gettext as _
from web.pages import Page

Given = Mapping[str, Any]
Close = Callable[[Given], str]

MORE: Final = 20
ENOUGH: Final = 5  # with as many as this there is something to choose from


@dataclass(frozen=True)
class Link:
    """Another question that can be asked with one press."""

    words: str
    url: str


@dataclass(frozen=True)
class AnswersPage(Page):
    """What there is to go to, why each fits, and what to know; never a dead end.

    ``place`` is None where none was understood, ``more_url`` where there is no more to show.
    ``meant`` are questions that may have been meant, ``other_questions`` such as ask for less.
    ``form`` is there where nothing was found, so that one can ask in another way at once.
    """

    template: ClassVar[str] = "finder/answers.html"
    is_private: ClassVar[bool] = True

    place: str | None
    said: list[Said]
    notices: list[str]
    meant: list[Link]
    cards: list[Card]
    signposts: list[SignpostLine]
    other_questions: list[Link]
    change_url: str
    more_url: str | None
    form: QuestionForm | None = None


def answers_page(
    session: Session, answered: Answered, given: Given, sealed: str, close: Close
) -> AnswersPage:
    """``given`` is the question as it was sealed, ``sealed`` that very seal, ``close`` makes others."""
    snapshot, found = answered.snapshot, answered.answer
    question = read_question(dict(given), snapshot.vocabulary)
    signposts = [signpost.offer for signpost in found.signposts]
    offers = queries.published_by_ids(session, [*(m.offer for m in found.matches), *signposts])
    place = answered.understood.place
    asking = _Asking(given, close)
    return AnswersPage(
        place=None if place is None else place.name,
        said=what_was_said(answered.understood, question, snapshot.vocabulary),
        notices=notices_of(answered, question),
        meant=list(_meant(answered, asking)),
        cards=cards_of(found.matches, offers, snapshot.vocabulary, answered.moment),
        signposts=signpost_lines(signposts, offers),
        other_questions=list(_wider(answered, asking)),
        change_url=url_for("finder.show_questions_again", sealed=sealed),
        more_url=_more(answered, asking),
    )


@dataclass(frozen=True)
class _Asking:
    """Makes addresses of questions that are like the one that was asked."""

    given: Given
    close: Close

    def with_(self, **changed: object) -> str:
        """Return the address of the question with some answers changed; None takes one away."""
        question = {**self.given, **changed}
        kept = {key: value for key, value in question.items() if value is not None}
        return url_for("finder.show_answers", sealed=self.close(kept))


def _meant(answered: Answered, asking: _Asking) -> Iterator[Link]:
    understood = answered.understood
    for name in understood.did_you_mean:
        yield Link(name, asking.with_(place=name))
    if understood.did_you_mean:
        return
    for words in answered.did_you_mean:
        # The words that were not understood are the last of the text; the rest is kept as answers.
        yield Link(words, asking.with_(text=words, **_read_from_text(answered)))


def _read_from_text(answered: Answered) -> dict[str, object]:
    """Return as answers what was understood out of the text, for when the text is replaced."""
    person, place = answered.understood.person, answered.understood.place
    read: dict[str, object] = {
        key: list(getattr(person, key))
        for key in ("interests", "not_this", "when", "goal", "musts")
        if getattr(person, key)
    }
    if answered.understood.for_whom_was_said:
        read["for_whom"] = person.for_whom
    if person.ages is not None:
        read["age"] = "{}-{}".format(*person.ages)
    if place is not None and place.precision != "exact":
        read["place"] = place.name
    return read


def _wider(answered: Answered, asking: _Asking) -> Iterator[Link]:
    """Offer to ask for less, where there was little and something can be left out."""
    given = asking.given
    if len(answered.answer.matches) >= ENOUGH:
        return
    if given.get("max_km") is not None:
        yield Link(_("Se lenger bort"), asking.with_(max_km=None))
    if given.get("musts") or given.get("avoid"):
        yield Link(_("Se uten kravene"), asking.with_(musts=None, avoid=None))
    if given.get("interests"):
        yield Link(_("Se alt, ikke bare dette"), asking.with_(interests=None, used_to_like=None))


def _more(answered: Answered, asking: _Asking) -> str | None:
    limit = answered.understood.person.limit
    is_cut = len(answered.answer.matches) == limit
    return asking.with_(limit=MORE) if is_cut and limit < MORE else None
