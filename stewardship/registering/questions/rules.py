"""The sixth question: what is asked of those who come. Its address and title do not say more."""

from typing import Any, ClassVar, Final

from directory.access_words import access_in_words
from directory.choices import SobrietyRule
from stewardship.entry_parts import changed_part
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import YES_OR_NO, OneOf, choices, shown, told
from stewardship.registering.questions.question import Question
from web.languages import lazy_gettext as _l

RULES: Final = {
    SobrietyRule.DRUG_FREE: _l("Ja. Alle som er med, skal være rusfrie, også ellers i livet."),
    SobrietyRule.SOBER_THERE: _l("Ja, mens de er her. Ellers spør vi ikke."),
    SobrietyRule.WISH_TO_STOP: _l("Nei, men de skal ha et ønske om å slutte."),
    SobrietyRule.NONE: _l("Nei. Vi har ikke noe krav om det."),
    SobrietyRule.ACTIVE_USE: _l("Nei. Det er for folk som bruker rusmidler nå."),
}
ASKED: Final = ("medication_ok", "welcome_after_slip", "talk_about_drugs_expected")


class Rules(Question):
    slug: ClassVar[str] = "regler"

    sobriety_rule = OneOf(
        _l("Må de som kommer, være rusfrie?"),
        choices=choices(RULES),
        description=_l("Dette avgjør hvem som får se tilbudet. Velg det som gjelder hos dere."),
        is_needed=True,
    )
    medication_ok = OneOf(choices=choices(YES_OR_NO))
    welcome_after_slip = OneOf(choices=choices(YES_OR_NO))
    talk_about_drugs_expected = OneOf(choices=choices(YES_OR_NO))

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        for key in ASKED:
            self[key].label.text = access_in_words(key).question

    def filled(self) -> dict[str, Any]:
        access = self.answers.entry.get("access", {})
        return {"sobriety_rule": self.answers.entry.get("sobriety_rule")} | {
            key: shown(access.get(key)) for key in ASKED
        }

    def changed(self) -> Answers:
        access = {key: told(self[key].data) for key in ASKED}
        return self.answers.with_entry(
            sobriety_rule=self.sobriety_rule.answer,
            access=changed_part(self.answers.entry.get("access"), **access),
        )

    @property
    def asked(self) -> list[OneOf]:
        return [self[key] for key in ASKED]
