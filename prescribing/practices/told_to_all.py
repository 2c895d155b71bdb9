"""What everybody may know of the parts of a sum that several practices have added to.

Whoever asks may be one of those practices: it takes its own away, and knows how the parts are chosen.

Municipalities are divided in two, and each half again, always in the same way (``dividing_places``). A
part is only divided where both halves are large, or nothing: together, and without any one practice.
Where they are not, nothing more is told of that part. So whoever knows everything else still finds for
the others' sheets in one half at least what one to four of them would give, and what is left in the other.

Answers are divided only where the sheets of the same months are told to be, so that answers tell
nothing new of the sheets.

Of kinds each stands alone, since they overlap: it is told where what has it and what has not are large,
or nothing, together and without any one practice. Where it is not, one to four sheets might have it, and
all but so many might.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from core.withholding import FEWEST_SHOWN
from prescribing.choices import Counted
from prescribing.models import ANY_KIND
from prescribing.practices.dividing_places import EVERYWHERE, Stretch, rank_of
from prescribing.practices.tallies import Counts, Tally, may_be_told, sum_of

OfPlaces = Mapping[str, Mapping[int, Tally]]
"""For each municipality, what each practice has there."""


def municipalities_to_all(counts: Counts, sheets: Sequence[Counts]) -> Mapping[str, int]:
    """Return those that may be told beside the sum of ``counts``.

    ``sheets`` are those made in the same months, parted as they are told of.
    """
    layers = [_of_places(one) for one in (counts, *sheets)]
    numbers = {place: sum_of(own.values()).number for place, own in layers[0].items()}
    alone = _alone(EVERYWHERE, layers)
    return {place: numbers[place] for place in sorted(alone) if numbers.get(place)}


def kinds_told(counts: Counts) -> Mapping[str, int]:
    """Return the kinds of the sheets made that may be told beside their sum.

    Where all rows are of one practice this is what that practice may be told, too.
    """
    made = Counter[tuple[int, str]]()
    for row in counts.rows:
        if row.event is Counted.MADE:
            made[row.practice_id, row.kind] += row.number
    practices = sorted({practice_id for practice_id, _kind in made})
    told: dict[str, int] = {}
    for kind in sorted({kind for _practice_id, kind in made} - {ANY_KIND}):
        owns = [(made[one, kind], made[one, ANY_KIND] - made[one, kind]) for one in practices]
        having, without = (sum(numbers) for numbers in zip(*owns, strict=True))
        left = [number for own in owns for number in (having - own[0], without - own[1])]
        if having and all(map(_is_enough, (having, without, *left))):
            told[kind] = having
    return told


def _is_enough(number: int) -> bool:
    return number == 0 or number >= FEWEST_SHOWN


def _of_places(counts: Counts) -> OfPlaces:
    found: dict[str, dict[int, Tally]] = {}
    of_each = counts.tallies(lambda row: (row.municipality, row.practice_id))
    for (place, practice_id), tally in of_each.items():
        found.setdefault(place, {})[practice_id] = tally
    return found


def _alone(stretch: Stretch, layers: Sequence[OfPlaces]) -> Iterator[str]:
    """Yield the municipalities that come to stand alone, where every layer may be divided."""
    places = {place for layer in layers for place in layer}
    if len(places) == 1:
        yield from places
    elif places and not stretch.is_one:
        for half, of_half in _divided(stretch, layers).items():
            yield from _alone(half, of_half)


def _divided(stretch: Stretch, layers: Sequence[OfPlaces]) -> Mapping[Stretch, Sequence[OfPlaces]]:
    """Return what is in each half; nothing where one half of any layer is too small."""
    halves = {
        half: [
            {place: owns for place, owns in layer.items() if rank_of(place) in half.ranks}
            for layer in layers
        ]
        for half in stretch.halves()
    }
    is_enough = all(_large_or_nothing(part) for parts in halves.values() for part in parts)
    return halves if is_enough else {}


def _large_or_nothing(part: OfPlaces) -> bool:
    of_practices: dict[int, list[Tally]] = {}
    for owns in part.values():
        for practice_id, own in owns.items():
            of_practices.setdefault(practice_id, []).append(own)
    sums = [sum_of(own) for own in of_practices.values()]
    return sum_of(sums).is_nothing or may_be_told(sums)
