"""The answers page: everything it shows, gathered with one query for the offers on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, ClassVar, Final

from flask import url_for
from sqlalchemy.orm import Session

from core.seal import Seal
from core.tiles import Tiles
from directory import queries
from finder.answering import Answered, reader_of
from finder.asked import Asked, close
from finder.cards import NOT_YOUR_WISH, Card, Dealing, SignpostLine, signpost_lines
from finder.form_choices import SITUATIONS
from finder.forms import QuestionForm
from finder.leaving_out import Asking
from finder.missing_wish import MissingWish, missing_wish
from finder.notices import notices_of, wish_is_missing
from finder.question_file import Question
from finder.reading_once import ReadingOnce
from finder.telling import telling_of
from finder.understanding import Understood
from finder.understood_words import what_was_said
from matching.answer import Match
from search.found import Danger
from search.marks import asks_for_help, has_nowhere_to_be
from web.languages import gettext as _
from web.pages import Page
from web.street_tiles import street_tiles

MORE: Final = 20
UNDERSTOOD: Final = "forsto"  # where on the page it says what was understood
ENOUGH: Final = 5  # with as many as this there is something to choose from


@dataclass(frozen=True)
class Link:
    """Another question that can be asked with one press."""

    words: str
    url: str


@dataclass(frozen=True)
class Chip:
    """One thing that was understood: where it can be changed, and the same answers without it.

    ``url_without`` is None where it cannot be taken away by itself.
    """

    words: str
    change_url: str
    url_without: str | None


@dataclass(frozen=True)
class TakenAway:
    """An offer that the person said is not for them, which they can have back."""

    id: str
    name: str


@dataclass(frozen=True)
class AnswersPage(Page):
    """What there is to go to, why each fits, and what to know; never a dead end.

    ``dangers``, ``asks_for_somebody``, ``has_nowhere_to_be`` and ``speaks_of_slip``: the text speaks of
    these, and that is answered first. ``onward_url`` leads on from danger to what there is to go to.
    ``situations`` are the answers to a question that words about drugs or drink give a reason to ask;
    what somebody's situation is, is never read out of them. ``place`` is None where none was
    understood and where they told a position, then it ``is_near_them``. ``more_url`` is None where
    there is no more to show.
    ``meant`` are questions that may have been meant, ``other_questions`` such as ask for less.
    ``taken_away`` has the newest first. ``other_cards`` are those that are not known to meet the
    wish, where others before them do. ``form`` is there where nothing was found, so that one can
    ask in another way at once. ``missing`` is what was wished for and is not there, to be counted.
    """

    template: ClassVar[str] = "finder/answers.html"
    is_private: ClassVar[bool] = True
    # It names the questions as the page to list in its place, which a searcher would not read
    # on a page it may not list.
    robots: ClassVar[str] = "nofollow, noarchive, nosnippet"

    place: str | None
    is_near_them: bool
    sealed: str
    dangers: frozenset[Danger]
    asks_for_somebody: bool
    has_nowhere_to_be: bool
    speaks_of_slip: bool
    situations: list[Link]
    chips: list[Chip]
    notices: list[str]
    meant: list[Link]
    taken_away: list[TakenAway]
    in_week: int
    cards: list[Card]
    other_cards: list[Card]
    has_map: bool
    tiles: Tiles | None
    signposts: list[SignpostLine]
    other_questions: list[Link]
    change_url: str
    onward_url: str
    more_url: str | None
    missing: MissingWish | None
    form: QuestionForm | None = None


def answers_page(
    session: Session, answered: Answered, question: Question, asked: Asked, sealed: str, seal: Seal
) -> AnswersPage:
    """``question`` is that of ``asked``, which was sealed as the word ``sealed``; ``seal`` makes others."""
    snapshot, found, understood = answered.snapshot, answered.answer, answered.understood
    signposts = [signpost.offer for signpost in found.signposts]
    offers = queries.published_by_ids(session, [*(m.offer for m in found.matches), *signposts])
    asking = _asking(answered, asked)
    addresses = _Addresses(asked, seal)
    change_url = url_for("finder.show_questions_again", sealed=sealed)
    is_urgent = _is_urgent(asking)
    chips = [] if is_urgent else _chips(asking, addresses, change_url)
    first, others = _parted(() if is_urgent else found.matches)
    dealing = Dealing(
        offers,
        telling_of(answered),
        asked.week,
        wish_is_told=bool(others) or wish_is_missing(answered),
    )
    cards, other_cards = dealing.cards(first), dealing.cards(others)
    return AnswersPage(
        place=_place_named(understood),
        is_near_them=understood.is_where_they_are,
        sealed=sealed,
        dangers=asking.reading.dangers,
        asks_for_somebody=asks_for_help(question.text or ""),
        has_nowhere_to_be=has_nowhere_to_be(question.text or ""),
        speaks_of_slip=asking.reading.slip,
        situations=list(_situations(asking, addresses)),
        chips=chips,
        notices=[]
        if is_urgent
        else notices_of(answered, question, words_are_wishes=not asking.reading.danger),
        meant=list(_meant(answered, asking, addresses)),
        taken_away=_taken_away(asked.not_for_me, snapshot.names),
        in_week=len(asked.week),
        cards=cards,
        other_cards=other_cards,
        has_map=any(card.place for card in (*cards, *other_cards)),
        tiles=street_tiles(),
        signposts=signpost_lines(signposts, offers),
        other_questions=list(_wider(answered, addresses)),
        change_url=change_url,
        onward_url=_onward(asking, addresses),
        more_url=_more(answered, addresses),
        missing=None if is_urgent else missing_wish(answered),
    )


@dataclass(frozen=True)
class _Addresses:
    """Makes addresses of questions that are like the one that was asked; the lists beside it stay."""

    asked: Asked
    seal: Seal

    def of(self, question: Mapping[str, Any] | None, place: str | None = None) -> str | None:
        """Return the address of another question, None for none and where one has no room for it.

        ``place`` is where on the page it leads, None for its beginning.
        """
        if question is None:
            return None
        sealed = close(replace(self.asked, question=question), self.seal)
        if sealed is None:
            return None
        return url_for("finder.show_answers", sealed=sealed, _anchor=place)

    def with_(self, **changed: object) -> str:
        """Return the address of the question with some answers changed; None takes one away.

        Where there is no room for it in an address, that of the questions, to write less.
        """
        found = self.of(self.asked.with_answers(**changed).question)
        return found or url_for("finder.show_questions")


def _place_named(understood: Understood) -> str | None:
    """Return the place as a heading names it; who gave a position has named none."""
    if understood.place is None or understood.is_where_they_are:
        return None
    return understood.place.name


def _asking(answered: Answered, asked: Asked) -> Asking:
    return Asking(
        asked.question,
        answered.understood,
        ReadingOnce(reader_of(answered.snapshot)),
        answered.snapshot.vocabulary,
        answered.moment.date(),
    )


def _is_urgent(asking: Asking) -> bool:
    """Tell whether to show whom to ring and nothing to go to.

    Where a life may be in danger that is always so. Who was hurt by another may have asked for
    something besides.
    """
    dangers, person = asking.reading.dangers, asking.understood.person
    wishes = person.interests or person.used_to_like or person.goal
    return bool(dangers) and not (wishes and dangers == {Danger.VIOLENCE})


def _onward(asking: Asking, addresses: _Addresses) -> str:
    """Return where one finds something to go to by all that was told but the words of danger."""
    answers = asking.as_answers() | {"text": None}
    return addresses.with_(**answers) if any(answers.values()) else url_for("finder.show_questions")


def _chips(asking: Asking, addresses: _Addresses, change_url: str) -> list[Chip]:
    return [
        Chip(
            one.words,
            f"{change_url}#{one.field}",
            addresses.of(asking.without(one.thing), UNDERSTOOD),
        )
        for one in what_was_said(asking)
    ]


def _parted(matches: tuple[Match, ...]) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Part what meets the wish from what does not, where they stand in that order; else leave them."""
    first = tuple(takewhile(lambda match: not _is_not_the_wish(match), matches))
    others = matches[len(first) :]
    if first and all(_is_not_the_wish(match) for match in others):
        return first, others
    return matches, ()


def _is_not_the_wish(match: Match) -> bool:
    return any(caveat.code == NOT_YOUR_WISH for caveat in match.caveats)


def _taken_away(ids: tuple[str, ...], names: Mapping[str, str]) -> list[TakenAway]:
    """Return what was taken away and is still there to be had back, the newest first."""
    return [TakenAway(one, names[one]) for one in reversed(ids) if one in names]


def _meant(answered: Answered, asking: Asking, addresses: _Addresses) -> Iterator[Link]:
    understood = answered.understood
    for name in understood.did_you_mean:
        yield Link(name, addresses.with_(place=name, municipality=None))
    if understood.did_you_mean:
        return
    for words in () if asking.reading.danger else answered.did_you_mean:
        # The words that were not understood are put right; the rest of the text becomes answers.
        yield Link(words, addresses.with_(**asking.as_answers() | {"text": words}))


def _situations(asking: Asking, addresses: _Addresses) -> Iterator[Link]:
    """Offer to say what it asks of an offer, with one press, where the words speak of drugs or drink."""
    person = asking.understood.person
    is_a_reason = asking.reading.of_use and not asking.reading.danger
    if not is_a_reason or person.situation or person.for_whom != "self":
        return
    for situation, words in SITUATIONS.items():
        if situation:
            yield Link(str(words), addresses.with_(situation=situation))


def _wider(answered: Answered, addresses: _Addresses) -> Iterator[Link]:
    """Offer to ask for less, where there was little and something can be left out."""
    given = addresses.asked.question
    if len(answered.answer.matches) >= ENOUGH:
        return
    if given.get("max_km") is not None:
        yield Link(_("Se lenger bort"), addresses.with_(max_km=None))
    if given.get("musts") or given.get("avoid"):
        yield Link(_("Se uten kravene"), addresses.with_(musts=None, avoid=None))
    if given.get("interests"):
        yield Link(_("Se alt, ikke bare dette"), addresses.with_(interests=None, used_to_like=None))


def _more(answered: Answered, addresses: _Addresses) -> str | None:
    limit = answered.understood.person.limit
    is_cut = len(answered.answer.matches) == limit
    return addresses.with_(limit=MORE) if is_cut and limit < MORE else None
