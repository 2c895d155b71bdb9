"""What somebody does with an offer that is shown to them: not for me, into the week, and both taken back."""

from collections.abc import Container, Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from core.errors import DomainError
from directory.models import Offer
from directory.offer_page import has_ended, is_all_over
from directory.queries import published_by_ids
from finder.asked import MOST_IN_WEEK, Asked
from finder.week_outlooks import are_kept_apart


class Choice(StrEnum):
    """The buttons, by the names they are sent under. The value of each is the id of an offer."""

    NOT_FOR_ME = "not_for_me"
    AGAIN = "again"
    TO_WEEK = "to_week"
    FROM_WEEK = "from_week"


class ChoiceError(DomainError):
    """A choice that cannot be followed. Nothing of it is done."""

    code = "refused_choice"
    status = 422


class NoSuchChoiceError(ChoiceError):
    """No button, several at once, or an offer that is not published."""

    code = "no_such_choice"


class FullWeekError(ChoiceError):
    """The week holds as many offers as it can."""

    code = "full_week"


class LongAddressError(ChoiceError):
    """There is no room in the address for one more offer."""

    code = "long_address"


class KeptApartError(ChoiceError):
    """One is only for those who are drug-free, the other for those who use: never in one week."""

    code = "kept_apart"

    def __init__(self, offer: Offer, other: Offer) -> None:
        super().__init__("A drug-free offer and one for active use never stand in one week.")
        self.offer, self.other = offer, other


def choice_made(sent: MultiDict[str, str]) -> tuple[Choice, str]:
    """Return which button was pressed, and for which offer. Raises NoSuchChoiceError."""
    pressed = [(choice, offer) for choice in Choice for offer in sent.getlist(choice)]
    if len(pressed) != 1:
        raise NoSuchChoiceError("Exactly one button is pressed at a time.")
    return pressed[0]


def choose(session: Session, asked: Asked, choice: Choice, offer: str, today: date) -> Asked:
    """Return ``asked`` after the choice. Raises a ChoiceError where it cannot be followed.

    What is taken back need not be published any more. Pressing twice changes nothing.
    """
    if choice is Choice.FROM_WEEK and offer in asked.week:
        return asked.without_in_week(offer)
    if choice is Choice.AGAIN and offer in asked.not_for_me:
        return asked.with_offer_again(offer)
    # No id holds a control sign, and there is one that PostgreSQL refuses to look for.
    found = published_by_ids(session, [offer, *asked.week]) if offer.isprintable() else {}
    listed = {one: other for one, other in found.items() if not has_ended(other, today)}
    if offer not in listed or is_all_over(listed[offer], today):
        raise NoSuchChoiceError("There is no such offer.")
    if choice is Choice.NOT_FOR_ME:
        return asked.without_offer(offer)
    if choice is Choice.TO_WEEK and offer not in asked.week:
        _check_room(listed[offer], [listed[one] for one in asked.week if one in listed])
        return _with_room(asked, listed).with_in_week(offer)
    return asked


def _check_room(offer: Offer, others: Sequence[Offer]) -> None:
    if len(others) >= MOST_IN_WEEK:
        raise FullWeekError("The week is full.")
    for other in others:
        if are_kept_apart(offer.sobriety_rule, other.sobriety_rule):
            raise KeptApartError(offer, other)


def _with_room(asked: Asked, listed: Container[str]) -> Asked:
    """Let the first that is not listed any more make way, where the week has no place left."""
    if len(asked.week) < MOST_IN_WEEK:
        return asked
    gone = next(one for one in asked.week if one not in listed)
    return asked.without_in_week(gone)
