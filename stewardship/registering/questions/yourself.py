"""The last question: who writes, and how we can know that they speak for the group."""

from dataclasses import replace
from typing import Any, ClassVar, Final

from wtforms.validators import ValidationError

from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import Needed, OneOf, choices, line, mail_line
from stewardship.registering.questions.naming import GROUP
from stewardship.registering.questions.question import Question
from stewardship.verification import Way, verification
from web.languages import LANGUAGES
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

WAYS: Final = {
    Way.REGISTER: _l("Send en e-post til adressen organisasjonen har i Enhetsregisteret"),
    Way.FELLOWSHIP: _l("Spør kontaktpersonen i fellesskapet vårt"),
    Way.CALL: _l("Ring oss"),
}
NEEDS_WHOM: Final = (Way.FELLOWSHIP, Way.CALL)


class Yourself(Question):
    slug: ClassVar[str] = "deg"

    email = mail_line(
        _l("Hva er e-postadressen din?"),
        Needed(_l("Skriv e-postadressen din. Vi sender en lenke dit.")),
        hint=_l("Vi viser den til ingen. Du trenger den for å sende inn, og for å endre siden."),
    )
    way = OneOf(
        _l("Hvordan kan vi vite at du snakker for gruppa?"),
        choices=choices(WAYS),
        description=_l("Vi sjekker det én gang. Da kan ingen andre endre det dere skriver."),
        is_needed=True,
    )
    whom = line(
        _l("Hvem kan vi spørre eller ringe?"),
        hint=_l(
            "Navn og telefon eller e-post. Vi viser det til ingen, og bruker det bare til dette."
        ),
    )
    mail_language = OneOf(_l("Hvilket språk vil du ha e-post på?"), is_needed=True)

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
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

    def validate_way(self, field: Any) -> None:
        typed = self.answers.typed
        has_number = typed.get("orgnr") or "id" in self.answers.organisation
        is_group = typed.get("behind") == GROUP
        if field.data == Way.REGISTER and (is_group or not has_number):
            message = _("Det går bare med et organisasjonsnummer. Velg en annen måte.")
            raise ValidationError(message)

    def validate_whom(self, field: Any) -> None:
        if self.way.data in NEEDS_WHOM and not field.data:
            raise ValidationError(_("Skriv hvem vi kan spørre, med telefon eller e-post."))

    def changed(self) -> Answers:
        changed = self.answers.with_typed(
            verification=verification(Way(self.way.data), self.whom.data),
            mail_language=self.mail_language.data,
        )
        return replace(changed, email=self.email.data.lower())
