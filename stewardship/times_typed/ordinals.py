"""Ordinal numbers, «første», «3.», alone or in a list."""

from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.words import Kind


def take_ordinals(cursor: Cursor) -> tuple[int, ...]:
    found: list[int] = []
    while True:
        before = cursor.at
        if found and not cursor.take(Kind.COMMA, Kind.AND):
            break
        number = take_ordinal(cursor)
        if number is None:
            cursor.at = before
            break
        found.append(number)
    return tuple(sorted(set(found)))


def take_ordinal(cursor: Cursor) -> int | None:
    if word := cursor.take(Kind.ORDINAL):
        return word.value
    number = cursor.take(Kind.NUMBER)
    if number and number.is_in_digits and cursor.take_joined(Kind.DOT):
        return number.value
    return None
