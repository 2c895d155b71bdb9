"""The second question: what one does there."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from wtforms.fields import SelectChoice

from directory.choice_words import kind_in_words
from directory.choices import OfferKind
from finder.labels import interest_label
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import (
    Needed,
    OneOf,
    SomeOf,
    paragraph,
    unless_the_same,
)
from stewardship.registering.questions.question import Question
from web.languages import lazy_gettext as _l

# A signpost shows the way to help and is nothing to go to; those are written by moderators.
OF_GROUPS: Final = [kind for kind in OfferKind if kind is not OfferKind.SIGNPOST]


@dataclass(frozen=True)
class Branch:
    """A top group of interests with all that lies under it."""

    label: str
    options: list[SelectChoice]
    has_chosen: bool


class Doing(Question):
    slug: ClassVar[str] = "hva"

    kind = OneOf(_l("Hva slags tilbud er det?"), is_needed=True)
    summary = paragraph(
        _l("Fortell kort hva dere gjør"),
        Needed(_l("Skriv en setning eller to om hva dere gjør.")),
        hint=_l("To–tre setninger. Skriv som du ville sagt det til en som er ny."),
    )
    interests = SomeOf(
        _l("Hva passer det for?"),
        description=_l("Velg det som passer. Da finner folk dere når de sier hva de liker."),
    )

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        vocabulary = self.known.vocabulary
        kept = answers.entry.get("kind")
        kinds = [
            *OF_GROUPS,
            *(OfferKind(kept) for kept in [kept] if kept and kept not in OF_GROUPS),
        ]
        self.kind.choices = [SelectChoice(kind.value, kind_in_words(kind)) for kind in kinds]
        self.interests.choices = [
            SelectChoice(one, interest_label(vocabulary, one)) for one in vocabulary.interests
        ]

    def filled(self) -> dict[str, Any]:
        return {
            "kind": self.answers.entry.get("kind"),
            "summary": self.answers.text("summary"),
            "interests": self.answers.entry.get("interests", []),
        }

    def changed(self) -> Answers:
        summary = unless_the_same(self.summary.data, self.answers.text("summary"))
        return self.answers.with_entry(
            kind=self.kind.answer,
            summary=self.answers.texts("summary", summary),
            interests=self.interests.in_the_order_of(self.answers.entry.get("interests", [])),
        )

    @property
    def branches(self) -> list[Branch]:
        vocabulary, chosen = self.known.vocabulary, set(self.interests.data or ())
        found = []
        for top in vocabulary.children(None):
            inside = vocabulary.under([top])
            options = [one for one in self.interests.choices if one.value in inside]
            found.append(Branch(interest_label(vocabulary, top), options, bool(inside & chosen)))
        return found
