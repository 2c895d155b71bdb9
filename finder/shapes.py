"""Answers as JSON: the shape that the command line and the public interface share (CONTRACTS 5).

Beside its codes each match is told in words, in every language, so that no other program has to
make sentences of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from finder.answering import Answered
from finder.caveat_words import caveat_sentence
from finder.telling import Telling, telling_of
from finder.understanding import Understood
from finder.words import explanation
from matching.answer import Caveat, Match, Reason, Signposted, Step
from web.languages import LANGUAGES, speaking

Shape = dict[str, Any]


def shape_of(answered: Answered) -> Shape:
    answer = answered.answer
    in_words = _in_words(answer.matches, telling_of(answered))
    return {
        "understood": _understood(answered.understood),
        "matches": [
            _match(match, answered.snapshot.names, words)
            for match, words in zip(answer.matches, in_words, strict=True)
        ],
        "widened": [_step(step) for step in answer.widened],
        "nearest_beyond_km": answer.nearest_beyond_km,
        "signposts": [_signpost(signpost) for signpost in answer.signposts],
        "did_you_mean": list(answered.did_you_mean) or None,
        "considered": answer.considered,
        "ruled_out": dict(answer.ruled_out),
    }


def _understood(understood: Understood) -> Shape:
    """Tell what the person was taken to say; what they did not say is left out."""
    person, place = understood.person, understood.place
    shape: Shape = {
        "interests": list(person.interests),
        "age": None,
        "place": None,
    }
    if person.ages is not None:
        youngest, oldest = person.ages
        shape["age"] = youngest if youngest == oldest else [youngest, oldest]
    if place is not None:
        shape["place"] = {
            "name": place.name,
            "municipality": place.municipality,
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision,
        }
    for key in ("used_to_like", "not_this", "when", "goal", "musts", "avoid", "language"):
        values = getattr(person, key)
        if values:
            shape[key] = list(values)
    if person.gender is not None:
        shape["gender"] = person.gender
    if understood.for_whom_was_said:
        shape["for_whom"] = person.for_whom
    return shape


def _in_words(matches: Sequence[Match], telling: Telling) -> list[Shape]:
    """Return the words about each match by language; a language is spoken once for all of them."""
    in_words: list[Shape] = [{} for _match in matches]
    for language in LANGUAGES:
        with speaking(language):
            for match, words in zip(matches, in_words, strict=True):
                words[language] = {
                    "why": explanation(match, telling),
                    "caveats": [caveat_sentence(caveat) for caveat in match.caveats],
                }
    return in_words


def _match(match: Match, names: Mapping[str, str], in_words: Shape) -> Shape:
    return {
        "offer": match.offer,
        "name": names[match.offer],
        "score": match.score,
        "distance_km": match.distance_km,
        "distance_is_exact": match.distance_is_exact,
        "municipality": match.municipality,
        "next": match.next.isoformat() if match.next else None,
        "attendance": match.attendance,
        "reasons": _reasons(match.reasons),
        "caveats": [_caveat(caveat) for caveat in match.caveats],
        "in_words": in_words,
    }


def _reasons(reasons: Iterable[Reason]) -> list[Shape]:
    return [
        {"code": reason.code, "value": reason.value, "points": reason.points} for reason in reasons
    ]


def _caveat(caveat: Caveat) -> Shape:
    if caveat.value is None and caveat.code != "unconfirmed":
        return {"code": caveat.code}
    return {"code": caveat.code, "value": caveat.value}


def _step(step: Step) -> Shape:
    shape: Shape = {"step": step.step}
    if step.from_km is not None:
        shape["from_km"] = step.from_km
    if step.to_km is not None:
        shape["to_km"] = step.to_km
    return shape


def _signpost(signpost: Signposted) -> Shape:
    return {"offer": signpost.offer, "reasons": _reasons(signpost.reasons)}
