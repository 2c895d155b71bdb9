"""Tells what somebody does not want: "ikke fotball eller ski", "uten musikk", "kor liker jeg ikke".

Not wanting is never relaxed when offers are matched, so it is read only where it is said. Who
"has no dog", "cannot swim" or "cannot stop gambling" has not said it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from search.found import Found, Kind, Sentence
from search.wishes import GROUPS_FOR
from search.words import NORWEGIAN_ONLY, word_set

_NOT = word_set("ikke ikkje not dont doesnt isnt never itj ittj itte isje ikkj inte")
# "ingen fotball"; but "har ingen hund" and "det er ingen kor her" are facts.
_NONE = word_set("ingen inga")
_THERE_IS = word_set("er finnes fins finst har hadde hatt kjenner kjenn vet veit det")
_WITHOUT = word_set("uten utan unntatt unnateke bortsett without except")
_DISLIKES = word_set(
    "hater hatar hate misliker mislikar dislike unngå avoid slippe slipper sleppe slepp lei"
)
NEGATORS = _NOT | _WITHOUT | _DISLIKES

# "alt annet enn fotball", "anything but football".
_BUT = {
    "enn": word_set("annet anna annan andre"),
    "but": word_set("anything everything anyone all"),
}

# There are two ways to meet: who turns down one of them asks for the other.
_THE_OTHER_WAY = {"online": "in_person", "in_person": "online"}

# May stand between the negation and what it is about.
_BETWEEN = word_set(
    """
    noe noko noen nokon så veldig særlig særleg spesielt lenger mer meir glad i interessert
    interessera interesse sans å på med av om til for vil ha like liker likar lyst gjerne heller
    helst gå dra drive spille spele holde delta være vere bli begynne lære fra frå en ei et ein eit
    jævla jævlig fordømt fordømte helvetes forbanna forbannet fucking teit teite dum dumme kjedelig
    kjedelige keisam keisame
    måtte have
    den det slik sånn møte møtes treffe treffes møtast
    a an any much want to do like into really interested in play playing go fond of the be for from
    """
)
# ... and in "noe som ikke er trening".
_WHICH = "som"
_IS = word_set("er e blir handler")
_MOST_BETWEEN = 6
# "ikke bare kor" wants the choir, and more.
_NOT_ONLY = word_set("bare berre only just minst least")
# "hvorfor ikke kor", "vet ikke om", "klarer ikke å slutte å spille": nothing is turned down.
_NOT_TURNED_DOWN = word_set(
    """
    hvorfor kvifor why vet veit visste know sure får husker hugsar rekker
    """
)
# "ruser meg ikke oslo fredag": all of it is said, and a place or a day stands beside it.
_HABITS = word_set("meg seg drikker drikkar drikk røyker røykjer snuser ruser rusar")
# "orker ikke trene", "klarer ikke være sammen med folk": out of reach, and not unwanted.
_OUT_OF_REACH = word_set("klarer klarar greier greiar tør tørr torer orker orkar makter maktar")
# After these the wish begins: "ikke strikking, heller sykling".
_RATHER = word_set("heller helst rather preferably hellre")
_AFRAID = word_set("tør tørr torer")
_GOING = word_set("gå dra komme kome reise begynne byrje starte møte stille oppsøke")
_ALONE = word_set("alene aleine åleine alone")
# Who cannot do without asks for help with it: "klarer ikke å slutte å spille".
_QUITTING = word_set("slutte stoppe kutte la stop quit")
# "har ikke hund", "kan ikke svømme": a fact, unless wanting is spoken of ("har ikke lyst på").
_FACT = word_set("har hadde kan kunne trenger treng treng må bør eier eig have can could need own")
_WANTING = word_set(
    "interesse lyst glad interessert interessera like liker likar vil want interested fond into"
)
_PRONOUNS = word_set("jeg eg man vi i we you du det")
_OR = word_set("eller or nor verken hverken")
_AND = word_set("og and samt")

_BESIDE = frozenset({Kind.PLACE, Kind.WHEN, Kind.AGE})
_TWELVE_STEP, _FAITH_BASED = "twelve_step", "faith_based"
# Interests that bear the name of a problem: not wanting the problem says nothing of the group.
NAMED_AFTER_A_PROBLEM = frozenset({"gambling_group", "debt_advice", "grief_group"})
_GROUP_WORDS = (
    "gruppe", "group", "møte", "meeting", "treff", "støtte", "support", "rådg", "advi", "counsel", "kurs",
)  # fmt: skip

# "kor liker jeg ikke", "kor er ikke noe for meg".
_TURNING_DOWN_AFTER = word_set(
    "liker likar vil orker orkar gidder frister freistar interesserer passer"
)
_NOT_FOR_ME = (
    ("noe", "for", "meg"),
    ("noko", "for", "meg"),
    ("for", "meg"),
    ("min", "greie"),
    ("for", "me"),
)


def with_negations(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return ``found`` in order, the unwanted interests as ``not_this``.

    Whatever else is negated ("ikke i Oslo", "ikke kveld") becomes an aside.
    """
    starts = {each.first: each for each in found}
    covered = {at for each in found for at in range(each.first, each.after)}
    changed: dict[Found, Found] = {}
    for at, word in enumerate(sentence.lower):
        if word == "nei":
            changed |= _answered_no(sentence, at, found)
        negates = word in NEGATORS or any(
            is_one(sentence, at, starts) for is_one in (_is_but, _is_none, _is_english_no)
        )
        if negates and at not in covered:
            changed |= _turned_down(sentence, at, starts)
    return [changed.get(each, each) for each in found]


def without_contradictions(
    found: Sequence[Found], above: Mapping[str, Collection[str]]
) -> list[Found]:
    """Return ``found`` without turning down what the same text asks for.

    ``above`` has for every interest all that it lies under. Not wanting is hard:
    "broren min døde, orker ikke snakke med venner" may never keep somebody from a group for the
    bereaved because such groups are for talking.
    """
    wished = {value for each in found if each.kind is Kind.INTEREST for value in each.values}
    whom = {value for each in found if each.kind is Kind.FOR_WHOM for value in each.values}
    wished |= {group for one in whom for group in GROUPS_FOR.get(one, ())}
    needed = {one for wish in wished for one in above.get(wish, ())}
    return [
        _aside(each) if each.kind is Kind.NOT_THIS and each.values[0] in needed else each
        for each in found
    ]


def with_twelve_steps_avoided(
    found: Sequence[Found], above: Mapping[str, Collection[str]]
) -> list[Found]:
    """Return ``found``, and that the twelve steps are avoided where it is these that were turned down.

    That is so of who wants no fellowship and no religion, or neither of two fellowships. Who only
    says "ikke AA" may like NA, and has nothing against the steps who asks for it.
    """
    fellowships = [
        each for each in found if each.kind is Kind.NOT_THIS and _is_of_steps(each, above)
    ]
    named = {value for each in fellowships for value in each.values}
    avoided = {value for each in found if each.kind is Kind.AVOID for value in each.values}
    is_asked_for = any(each.kind is Kind.INTEREST and _is_of_steps(each, above) for each in found)
    if is_asked_for or not (len(named) > 1 or _FAITH_BASED in avoided):
        return list(found)
    steps = (replace(each, kind=Kind.AVOID, values=(_TWELVE_STEP,)) for each in fellowships)
    return [*found, *steps]


def _is_of_steps(found: Found, above: Mapping[str, Collection[str]]) -> bool:
    return any(_TWELVE_STEP in (one, *above.get(one, ())) for one in found.values)


def _is_english_no(sentence: Sentence, at: int, starts: Mapping[int, Found]) -> bool:
    """Tell "no football" from nynorsk, where "no" is now: "no vil eg spele fotball"."""
    is_no = sentence.lower[at] == "no" and at + 1 in starts
    return is_no and NORWEGIAN_ONLY.isdisjoint(sentence.lower)


def _is_none(sentence: Sentence, at: int, starts: Mapping[int, Found]) -> bool:
    return sentence.lower[at] in _NONE and at + 1 in starts


def _answered_no(sentence: Sentence, at: int, found: Iterable[Found]) -> dict[Found, Found]:
    """Return what is turned down by "nei" right after it: "fotball nei takk", "sang? nei"."""
    is_answer = at + 1 == sentence.clause_ends[at] or sentence.lower[at + 1] == "takk"
    return {each: _unwanted(each, sentence) for each in found if each.after == at and is_answer}


def _is_but(sentence: Sentence, at: int, _: Mapping[int, Found]) -> bool:
    return at > 0 and sentence.lower[at - 1] in _BUT.get(sentence.lower[at], ())


def _turned_down(sentence: Sentence, at: int, starts: Mapping[int, Found]) -> dict[Found, Found]:
    """Return what the negation at ``at`` changes, before and after."""
    before = _spoken_before(sentence, at)
    if before in _OUT_OF_REACH and sentence.lower[at] in _NOT:
        return _out_of_reach(sentence, at, starts)
    if before in _NOT_TURNED_DOWN and sentence.lower[at] in _NOT:
        return {}
    first, wanting = _next_found(sentence, at, starts)
    if first is None:
        last = _turned_down_after(sentence, at, starts.values())
        return {last: _unwanted(last, sentence)} if last else {}
    if before in _HABITS and first.kind in _BESIDE and first.first == at + 1:
        return {}
    is_fact = before in _FACT and not wanting and sentence.lower[at] in _NOT
    if is_fact or (before in _THERE_IS and sentence.lower[at] in _NONE):
        return {first: _fact(first)}
    return {each: _unwanted(each, sentence) for each in (first, *_more(sentence, first, starts))}


def _out_of_reach(sentence: Sentence, at: int, starts: Mapping[int, Found]) -> dict[Found, Found]:
    """Return as asides what somebody cannot or dare not do, said right after the negation at ``at``."""
    first, _ = _next_found(sentence, at, starts)
    if first is not None and first.kind is Kind.MUST:
        return {first: _unwanted(first, sentence)}
    # "Klarer ikke helgene alene" asks for the weekend.
    if first is None or first.kind is not Kind.INTEREST:
        return {}
    words = sentence.lower[at + 1 : first.after]
    # "Tør ikke gå på kor alene" would go with somebody.
    if not _ALONE.isdisjoint(sentence.lower[first.after : sentence.clause_ends[at]]):
        return {}
    # ... and who is afraid to go to AA thinks of going.
    if _spoken_before(sentence, at) in _AFRAID and not _GOING.isdisjoint(words):
        return {}
    if not _QUITTING.isdisjoint(words) or first.values[0] in NAMED_AFTER_A_PROBLEM:
        return {}
    return {each: _aside(each) for each in (first, *_more(sentence, first, starts))}


def _spoken_before(sentence: Sentence, at: int) -> str:
    """Return the word before the negation; with a pronoun between, the one before that."""
    lower = sentence.lower
    while at > 0 and lower[at - 1] in _PRONOUNS:
        at -= 1
    own_clause = at > 0 and sentence.clause_ends[at - 1] == sentence.clause_ends[at]
    return lower[at - 1] if own_clause else ""


def _next_found(
    sentence: Sentence, at: int, starts: Mapping[int, Found]
) -> tuple[Found | None, bool]:
    """Return what the negation is about, and whether wanting was spoken of in between."""
    wanting = False
    for position in range(at + 1, min(sentence.clause_ends[at], at + 2 + _MOST_BETWEEN)):
        word = sentence.lower[position]
        if position in starts:
            return starts[position], wanting
        is_between = word in _BETWEEN or (word in _IS and sentence.lower[at - 1] == _WHICH)
        if not is_between or (position == at + 1 and word in _NOT_ONLY):
            break
        wanting = wanting or word in _WANTING
    return None, wanting


def _more(sentence: Sentence, first: Found, starts: Mapping[int, Found]) -> list[Found]:
    """Return what else is turned down with ``first``.

    "ikke A eller B" and "ikke A, B og C" are all of them; commas join only where "eller" or "og"
    ends the list: after "ikke A, B" it may be B that is wished for.
    """
    sure: list[Found] = []
    maybe: list[Found] = []
    last, joined = first, True
    while joined and last.after < len(sentence.words):
        at = last.after
        if sentence.lower[at] in _OR | _AND and at + 1 in starts:
            last = starts[at + 1]
            sure, maybe = [*sure, *maybe, last], []
        elif at in starts and sentence.gap(at).strip() == ",":
            last = starts[at]
            maybe.append(last)
        else:
            joined = False
    return sure


def _turned_down_after(sentence: Sentence, at: int, found: Iterable[Found]) -> Found | None:
    """Return what stands before a negation that turns it down: "kor liker jeg ikke"."""
    lower = sentence.lower
    verb = at - 1
    while verb > 0 and lower[verb] in _PRONOUNS | {"meg", "me"}:
        verb -= 1
    after = tuple(lower[at + 1 : at + 4])
    not_for_me = lower[verb] in {"er", "is"} and any(
        after[: len(words)] == words for words in _NOT_FOR_ME
    )
    if not (not_for_me or lower[verb] in _TURNING_DOWN_AFTER):
        return None
    return next((each for each in found if each.after == verb), None)


def _unwanted(found: Found, sentence: Sentence) -> Found:
    if found.kind is Kind.MUST and found.values[0] in _THE_OTHER_WAY:
        return replace(found, values=(_THE_OTHER_WAY[found.values[0]],))
    if found.kind is not Kind.INTEREST:
        return _aside(found)
    if names_only_a_problem(sentence, found):
        return _aside(found)
    if found.values[0] == _TWELVE_STEP:
        # A way of working, and not only the meetings that bear its name.
        return replace(found, kind=Kind.AVOID)
    return replace(found, kind=Kind.NOT_THIS)


def names_only_a_problem(sentence: Sentence, found: Found) -> bool:
    """Tell "gjeld" and "gamble", of which a group is named, from "spillegruppe", which names one."""
    words = " ".join(sentence.lower[found.first : found.after])
    return found.values[0] in NAMED_AFTER_A_PROBLEM and not any(
        each in words for each in _GROUP_WORDS
    )


def _fact(found: Found) -> Found:
    """Return what "har ikke ..." makes of ``found``.

    "har ikke klatret på lenge" still likes climbing: only the inflected word says so.
    """
    return _aside(found) if found.exact or found.kind is not Kind.INTEREST else found


def _aside(found: Found) -> Found:
    return replace(found, kind=Kind.ASIDE)
