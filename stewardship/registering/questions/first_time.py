"""The eighth question: what the first time is like. What is left open stays untold."""

from typing import Any, ClassVar, Final

from directory.access_words import access_in_words
from stewardship.entry_parts import changed_part
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import (
    YES_OR_NO,
    Needed,
    OneOf,
    choices,
    paragraph,
    shown,
    told,
    unless_the_same,
)
from stewardship.registering.questions.question import Question
from web.languages import lazy_gettext as _l

ASKED: Final = (
    "companion_first_time",
    "come_alone_ok",
    "drop_in",
    "sign_up",
    "referral_needed",
    "listening_ok",
    "beginners_welcome",
    "equipment_lent",
    "anonymous_ok",
    "step_free",
    "alcohol_free_venue",
)
# What visitors ask is the other way round: whether alcohol is served. A yes would mean its opposite.
ASKED_THE_OTHER_WAY: Final = {"alcohol_free_venue": _l("Er det et sted uten alkohol?")}


class FirstTime(Question):
    slug: ClassVar[str] = "forste-gang"

    first_visit = paragraph(
        _l("Hva skjer når en ny kommer første gang?"),
        Needed(_l("Skriv litt om hva som skjer den første gangen.")),
        hint=_l("Hvem tar imot? Hvor går man inn? Hva gjør dere først?"),
    )
    companion_first_time = OneOf(choices=choices(YES_OR_NO))
    come_alone_ok = OneOf(choices=choices(YES_OR_NO))
    drop_in = OneOf(choices=choices(YES_OR_NO))
    sign_up = OneOf(choices=choices(YES_OR_NO))
    referral_needed = OneOf(choices=choices(YES_OR_NO))
    listening_ok = OneOf(choices=choices(YES_OR_NO))
    beginners_welcome = OneOf(choices=choices(YES_OR_NO))
    equipment_lent = OneOf(choices=choices(YES_OR_NO))
    anonymous_ok = OneOf(choices=choices(YES_OR_NO))
    step_free = OneOf(choices=choices(YES_OR_NO))
    alcohol_free_venue = OneOf(choices=choices(YES_OR_NO))

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        for key in ASKED:
            question = ASKED_THE_OTHER_WAY.get(key) or access_in_words(key).question
            self[key].label.text = str(question)

    def filled(self) -> dict[str, Any]:
        access = self.answers.entry.get("access", {})
        return {"first_visit": self.answers.text("first_visit")} | {
            key: shown(access.get(key)) for key in ASKED
        }

    def changed(self) -> Answers:
        text = unless_the_same(self.first_visit.data, self.answers.text("first_visit"))
        access = {key: told(self[key].data) for key in ASKED}
        return self.answers.with_entry(
            first_visit=self.answers.texts("first_visit", text),
            access=changed_part(self.answers.entry.get("access"), **access),
        )

    @property
    def asked(self) -> list[OneOf]:
        return [self[key] for key in ASKED]
