"""The last question: who writes, and how we can know that they speak for the group."""

from dataclasses import replace
from typing import Any, ClassVar

from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import (
    Needed,
    OneOf,
    choices,
    mail_line,
    we_can_write_to,
)
from stewardship.registering.questions.naming import GROUP
from stewardship.registering.questions.question import Question
from stewardship.registering.questions.way_fields import way_field, whom_field
from stewardship.verification import Way, verification
from web.languages import LANGUAGES
from web.languages import lazy_gettext as _l


class Yourself(Question):
    slug: ClassVar[str] = "deg"

    email = mail_line(
        _l("Hva er e-postadressen din?"),
        Needed(_l("Skriv e-postadressen din. Vi sender en lenke dit.")),
        we_can_write_to,
        hint=_l("Vi viser den til ingen. Du trenger den for å sende inn, og for å endre siden."),
    )
    way = way_field()
    whom = whom_field()
    mail_language = OneOf(_l("Hvilket språk vil du ha e-post på?"), is_needed=True)

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        if not self._has_number():
            self.way.choices = [one for one in self.way.choices if one.value != Way.REGISTER]
        self.mail_language.choices = choices(
            {code: language.name for code, language in LANGUAGES.items()}
        )

    def filled(self) -> dict[str, Any]:
        known = self.answers.typed.get("verification", {})
        return {
            "email": self.answers.email or "",
            "way": known.get("way"),
            "whom": known.get("whom", ""),
            "mail_language": self.answers.typed.get("mail_language", self.answers.language),
        }

    def _has_number(self) -> bool:
        """Tell whether the public register can have an address to ask at."""
        typed = self.answers.typed
        is_group = typed.get("behind") == GROUP
        return not is_group and bool(typed.get("orgnr") or "id" in self.answers.organisation)

    def changed(self) -> Answers:
        changed = self.answers.with_typed(
            verification=verification(Way(self.way.data), self.whom.data),
            mail_language=self.mail_language.data,
        )
        return replace(changed, email=self.email.data.lower())
