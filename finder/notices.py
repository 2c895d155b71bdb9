"""What is said about the answer as a whole: where we looked, and what we did not find or know."""

from collections.abc import Iterator

from directory.vocabulary import Vocabulary
from directory.wording import listed
from finder.answering import Answered
from finder.distance_words import distance_in_words
from finder.labels import interest_label
from finder.place_words import LONGEST_OUTING_KM
from finder.question_file import Question
from matching.answer import Match, Step
from web.languages import gettext as _

FEW = 1
FROM_HOME = frozenset({"online", "hybrid"})
ANSWERS_A_WISH = frozenset({"interest", "used_to_like", "text"})


def notices_of(answered: Answered, question: Question) -> list[str]:
    """Return one plain sentence for each thing a person should know before reading on."""
    return [
        *_about_the_place(answered, question),
        *_about_the_distance(answered),
        *_about_what_is_near(answered),
        *_about_the_wish(answered, answered.snapshot.vocabulary),
    ]


def _about_the_place(answered: Answered, question: Question) -> Iterator[str]:
    if answered.understood.place_is_unknown:
        yield _(
            "Vi kjenner ikke stedet «%(place)s». Svarene gjelder hele landet.",
            place=question.place,
        )


def _about_the_distance(answered: Answered) -> Iterator[str]:
    answer, person = answered.answer, answered.understood.person
    if answer.widened and answer.matches:
        yield widening_in_words(answer.widened)
    if answer.nearest_beyond_km is not None and person.max_km is not None:
        yield _(
            "Vi fant ingen steder å gå til innen %(limit)s. Det nærmeste er %(distance)s unna.",
            limit=distance_in_words(person.max_km, is_exact=True),
            distance=distance_in_words(answer.nearest_beyond_km),
        )


def _about_what_is_near(answered: Answered) -> Iterator[str]:
    """Say it where nearly all is far away or joined from home, which no step of widening tells."""
    answer, understood = answered.answer, answered.understood
    if understood.place is None or answer.widened or answer.nearest_beyond_km is not None:
        return
    if "online" in understood.person.musts or len(answer.matches) <= FEW:
        return
    near = [match for match in answer.matches if _is_near(match)]
    if len(near) <= FEW and any(match.attendance in FROM_HOME for match in answer.matches):
        yield _(
            "Vi fant lite som passer nær %(place)s. Noe av dette er på nett, så du kan være med hjemmefra.",
            place=understood.place.name,
        )


def _is_near(match: Match) -> bool:
    if match.attendance not in {"in_person", "hybrid"}:
        return False
    return match.distance_km is None or match.distance_km <= LONGEST_OUTING_KM


def widening_in_words(steps: tuple[Step, ...]) -> str:
    """Return one sentence from where we began to look to where we ended."""
    first, last = steps[0], steps[-1]
    near = distance_in_words(first.from_km or 0, is_exact=True)
    if last.step == "radius":
        return _(
            "Vi fant lite innen %(near)s, så vi så lenger bort, til %(far)s.",
            near=near,
            far=distance_in_words(last.to_km or 0, is_exact=True),
        )
    if last.step == "county":
        return _("Vi fant lite innen %(near)s, så vi så i hele fylket.", near=near)
    return _("Vi fant lite innen %(near)s, så vi så i hele landet.", near=near)


def _about_the_wish(answered: Answered, vocabulary: Vocabulary) -> Iterator[str]:
    """Say it once, above the cards, where nothing of what was asked for is among them."""
    understood, matches = answered.understood, answered.answer.matches
    met = {reason.code for match in matches for reason in match.reasons}
    if not matches or met & ANSWERS_A_WISH:
        return
    labels = [interest_label(vocabulary, one) for one in understood.person.interests]
    if not labels and (understood.person.goal or understood.person.for_whom != "self"):
        return  # The rest of what was said was understood; stray words were hardly the wish.
    words = listed(labels) if labels else understood.rest
    if not words:
        return
    if understood.place is None:
        yield _("Vi fant ikke «%(words)s». Her er noe annet som kan passe.", words=words)
    else:
        yield _("Vi fant ikke «%(words)s» i nærheten. Her er noe annet som kan passe.", words=words)
