"""What is said about the answer as a whole: where we looked, and what we did not find or know."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from babel.lists import format_list

from directory.vocabulary import Vocabulary
from finder.answering import TEXT_HITS, Answered
from finder.distance_words import distance_in_words
from finder.labels import inside_sentence, interest_label
from finder.names_looked_for import names_looked_for
from finder.place_words import LONGEST_OUTING_KM
from finder.question_file import Question
from finder.surroundings import Surroundings, nearest_wished_km, wish_is_met_anywhere
from finder.understanding import Understood
from finder.understood_words import stray_words
from matching.answer import Match, Step
from matching.ladder import ENOUGH, FIRST_RADIUS_KM
from matching.person import Person
from places.gazetteer import gazetteer
from web.languages import current_locale, ngettext
from web.languages import gettext as _

FEW: Final = 1
MOST_NAMED: Final = 3  # a sentence with more is not read
FROM_HOME: Final = frozenset({"online", "hybrid"})
ANSWERS_A_WISH: Final = frozenset({"interest", "used_to_like"})


def notices_of(
    answered: Answered, question: Question, *, words_are_wishes: bool = True
) -> list[str]:
    """Return a few plain sentences on each thing a person should know before reading on.

    ``words_are_wishes``: False where words that were not understood are hardly what is looked for.
    """
    return [
        *_about_nothing_said(answered, question),
        *_about_the_place(answered, question),
        *_about_where_we_looked(answered),
        *(_about_the_words(answered, question) if words_are_wishes else ()),
    ]


def meets_the_wish(match: Match) -> bool:
    """Tell whether a match is of an interest that the person named."""
    return any(reason.code in ANSWERS_A_WISH for reason in match.reasons)


def wish_is_missing(answered: Answered) -> bool:
    """Tell whether nothing of what was wished for lies where we looked first, or anywhere at all."""
    person = answered.understood.person
    if not (person.interests or person.used_to_like):
        return False
    if any(_is_within(_near_km(person), match) for match in _meeting(answered)):
        return False
    if person.position is None:
        return not wish_is_met_anywhere(person, answered.snapshot.prepared(answered.moment))
    return not _around(answered, _near_km(person)).meets_the_wish


def wishes_in_words(person: Person, vocabulary: Vocabulary) -> str:
    """Return the interests somebody named, such as «klatring eller sjakk», for the middle of a sentence.

    Of many the first few: what is said of all is true of these.
    """
    wishes = _wishes_named(person)
    labels = [inside_sentence(interest_label(vocabulary, one)) for one in wishes]
    return str(format_list(labels, style="or", locale=current_locale()))


def _wishes_named(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*person.interests, *person.used_to_like)))[:MOST_NAMED]


def _about_nothing_said(answered: Answered, question: Question) -> Iterator[str]:
    if answered.answer.matches and _has_said_nothing(answered.understood, question):
        yield _("Du har ikke svart på noe ennå. Her er litt av hvert.")


def _has_said_nothing(understood: Understood, question: Question) -> bool:
    """Tell whether nothing was answered, which differs from words of which nothing was understood."""
    if question.text or question.for_whom or understood.place_is_unknown:
        return False
    person = understood.person
    return person == Person(limit=person.limit, not_for_me=person.not_for_me)


def _about_the_place(answered: Answered, question: Question) -> Iterator[str]:
    if answered.understood.place_is_unknown:
        yield _(
            "Vi kjenner ikke stedet «%(place)s». Svarene gjelder hele landet.",
            place=question.place,
        )


def _about_where_we_looked(answered: Answered) -> Iterator[str]:
    answer = answered.answer
    yield from _about_the_limit(answered)
    if not answer.matches:
        return
    if wish_is_missing(answered):
        yield " ".join(_about_the_wish(answered))
    elif answer.widened:
        yield " ".join((*_about_too_few(answered), *_about_a_rare_wish(answered)))
    elif _is_mostly_from_home(answered) and answered.understood.is_where_they_are:
        yield _(
            "Vi fant lite som passer nær deg. Noe av dette er på nett, så du kan være med hjemmefra."
        )
    elif _is_mostly_from_home(answered):
        yield _(
            "Vi fant lite som passer nær %(place)s. Noe av dette er på nett, så du kan være med hjemmefra.",
            place=answered.understood.place.name if answered.understood.place else "",
        )


def _about_the_limit(answered: Answered) -> Iterator[str]:
    """Tell the nearest beyond the distance that was named, unless there is a place within it all the same.

    What one can also join from home is no reason for the matching not to look beyond.
    """
    limit, nearest = answered.understood.person.max_km, answered.answer.nearest_beyond_km
    if limit is None or nearest is None or _around(answered, limit).offers_to_go_to:
        return
    yield _(
        "Vi fant ingen steder å gå til innen %(limit)s. Det nærmeste er %(distance)s unna.",
        limit=distance_in_words(limit, is_exact=True),
        distance=distance_in_words(nearest),
    )


def _about_the_wish(answered: Answered) -> Iterator[str]:
    person, prepared = answered.understood.person, answered.snapshot.prepared(answered.moment)
    wish = wishes_in_words(person, answered.snapshot.vocabulary)
    nearest = None if person.position is None else nearest_wished_km(person, prepared)
    if nearest is None:
        yield _("Vi fant ikke noe med «%(wish)s» som passer med svarene dine.", wish=wish)
    else:
        near = distance_in_words(_near_km(person), is_exact=True)
        yield _("Vi fant ikke noe med «%(wish)s» innen %(near)s.", wish=wish, near=near)
        yield from _where_we_looked(answered)
        yield _("Det nærmeste er %(distance)s unna.", distance=distance_in_words(nearest))
    if not any(_answers_a_wish(match) for match in answered.answer.matches):
        yield _("Her er noe annet å gå til.")


def _answers_a_wish(match: Match) -> bool:
    """Tell whether a match is of an interest named, or holds words that were searched for."""
    return meets_the_wish(match) or any(reason.code == "text" for reason in match.reasons)


def _about_too_few(answered: Answered) -> Iterator[str]:
    """Say it where there was little of anything near by; often there was enough."""
    steps = _steps_for_anything(answered)
    if not steps:
        return
    near = distance_in_words(FIRST_RADIUS_KM, is_exact=True)
    found = _around(answered, FIRST_RADIUS_KM).offers_to_go_to
    if found:
        yield ngettext(
            "Vi fant bare %(num)s innen %(near)s.",
            "Vi fant bare %(num)s innen %(near)s.",
            found,
            near=near,
        )
    else:
        yield _("Vi fant ingenting å gå til innen %(near)s.", near=near)
    yield step_in_words(steps[-1], answered.understood.person.municipality)


def _about_a_rare_wish(answered: Answered) -> Iterator[str]:
    """Say it where we looked farther for the wish alone."""
    for_anything, widened = _steps_for_anything(answered), answered.answer.widened
    if len(for_anything) == len(widened):
        return
    person = answered.understood.person
    wish = wishes_in_words(person, answered.snapshot.vocabulary)
    if not for_anything:
        near = distance_in_words(FIRST_RADIUS_KM, is_exact=True)
        of_those_named = replace(person, interests=_wishes_named(person), used_to_like=())
        found = _around(answered, FIRST_RADIUS_KM, of_those_named).wished_to_go_to
        if found:
            yield _("Vi fant bare %(number)s med «%(wish)s» innen %(near)s.",
                    number=found, wish=wish, near=near)  # fmt: skip
        else:
            yield _(
                "Vi fant ingen steder å gå til med «%(wish)s» innen %(near)s.", wish=wish, near=near
            )
    far = distance_in_words(widened[-1].to_km or 0, is_exact=True)
    yield _("Vi så etter «%(wish)s» lenger bort også, til %(far)s.", wish=wish, far=far)


def _steps_for_anything(answered: Answered) -> tuple[Step, ...]:
    """Return the steps that were taken because there was too little of anything.

    Any steps after these were taken for the wish alone, and all of those are by distance.
    """
    enough = min(answered.understood.person.limit, ENOUGH)

    def is_for_anything(step: Step) -> bool:
        from_km = step.from_km if step.step == "radius" else None
        return from_km is None or _around(answered, from_km).offers < enough

    return tuple(takewhile(is_for_anything, answered.answer.widened))


def _where_we_looked(answered: Answered) -> Iterator[str]:
    """Name the last step of looking farther, where there was one."""
    if answered.answer.widened:
        yield step_in_words(answered.answer.widened[-1], answered.understood.person.municipality)


def step_in_words(step: Step, municipality: str | None) -> str:
    """Return one sentence on how far we looked; ``municipality`` is the person's, by number."""
    if step.step == "radius" and step.to_km is not None:
        far = distance_in_words(step.to_km, is_exact=True)
        return _("Vi så lenger bort, til %(far)s.", far=far)
    county = gazetteer().county((municipality or "")[:2])
    if step.step == "county" and county is not None:
        return _("Vi så i hele %(county)s.", county=county.name)
    return _("Vi så i hele landet.")


def _is_mostly_from_home(answered: Answered) -> bool:
    """Tell whether there is little to go to near by, and some of what is shown is joined from home."""
    answer, understood = answered.answer, answered.understood
    if understood.place is None or answer.nearest_beyond_km is not None:
        return False
    if "online" in understood.person.musts or len(answer.matches) <= FEW:
        return False
    if not any(match.attendance in FROM_HOME for match in answer.matches):
        return False
    return _around(answered, LONGEST_OUTING_KM).offers_to_go_to <= FEW


def _about_the_words(answered: Answered, question: Question) -> Iterator[str]:
    """Say it where words that were not understood, and may be a name, are in nothing of what we know."""
    understood = answered.understood
    person = understood.person
    if not (understood.rest and answered.answer.matches) or _says_what_it_is_about(person):
        return
    names = names_looked_for(understood.rest, question.text or "")
    if not names:
        return
    words = stray_words(" ".join(names))
    if not person.text_shares:
        yield _("Vi fant ikke «%(words)s». Her er noe annet som kan passe.", words=words)
    elif understood.place is not None and _are_not_near(answered):
        yield _(
            "Vi fant ikke «%(words)s» i nærheten. Her er noe annet som kan passe.",
            words=words,
        )


def _are_not_near(answered: Answered) -> bool:
    """Of words that very many offers hold, only the best hits are known, which may all be far away."""
    person = answered.understood.person
    is_cut = len(person.text_shares) >= TEXT_HITS
    return not is_cut and not _around(answered, _near_km(person)).holds_the_words


def _says_what_it_is_about(person: Person) -> bool:
    """Tell whether so much was understood that stray words beside it were hardly the wish."""
    is_named = person.interests or person.used_to_like or person.goal
    return bool(is_named) or person.for_whom != "self"


def _meeting(answered: Answered) -> Iterable[Match]:
    return filter(meets_the_wish, answered.answer.matches)


def _is_within(km: float, match: Match) -> bool:
    """What needs no going, and what comes to the person's area, is near."""
    return match.distance_km is None or match.distance_km <= km


def _near_km(person: Person) -> float:
    return FIRST_RADIUS_KM if person.max_km is None else person.max_km


def _around(answered: Answered, km: float, person: Person | None = None) -> Surroundings:
    """Return what lies around the person; with ``person``, what would if they wished for something else."""
    prepared = answered.snapshot.prepared(answered.moment)
    return Surroundings.within(km, person or answered.understood.person, prepared)
