"""What every question is: a form that is filled from the answers so far, and gives new ones back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict
from wtforms import Form

from core.tiles import Tiles
from directory.vocabulary import Vocabulary
from places.geocoders import Position
from stewardship.registering.answers import Answers
from stewardship.registering.entity_register import Entity


@dataclass(frozen=True)
class Known:
    """What the questions need to know beside the answers.

    ``organisation`` finds the id of one that is in the catalogue by its name or its number.
    ``registered`` looks a number up in the public register; None where that has or tells nothing.
    ``positions`` finds an address, where ``looks_up_addresses``; it may raise a DomainError.
    """

    vocabulary: Vocabulary
    today: date
    organisation: Callable[[str], str | None]
    registered: Callable[[str], Entity | None]
    positions: Callable[[str, str | None, str | None], list[Position]]
    looks_up_addresses: bool = False
    tiles: Tiles | None = None


class Question(Form):  # type: ignore[misc]  # WTForms ships no types
    """One page of questions. ``slug`` is the end of its address."""

    slug: ClassVar[str]

    def __init__(
        self, answers: Answers, known: Known, typed: MultiDict[str, str] | None = None
    ) -> None:
        """``typed`` is what was sent; None where the question is only shown."""
        self.answers, self.known = answers, known
        super().__init__(formdata=typed, data=self.filled())

    def filled(self) -> dict[str, Any]:
        """Return what the fields show of the answers so far."""
        raise NotImplementedError

    def changed(self) -> Answers:
        """Return the answers with what was typed in place of what was there. Only for a valid form."""
        raise NotImplementedError

    def new_answers(self) -> Answers:
        """Return the answers as they are now. A page that is sent as it was shown changes none of them."""
        return self.answers if self._is_as_shown() else self.changed()

    def as_shown(self) -> "Question":
        """Return this page before anything was typed on it."""
        return type(self)(self.answers, self.known)

    def _is_as_shown(self) -> bool:
        shown = self.as_shown()
        return all(_plain(field.data) == _plain(shown[field.name].data) for field in self)


def _plain(sent: Any) -> Any:
    """Return what was sent, without the order in which a browser sends what is ticked."""
    return sorted(sent) if isinstance(sent, list) else sent or ""
