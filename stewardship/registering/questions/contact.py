"""The ninth question: whom those who want to come can get hold of, and how."""

from typing import Any, ClassVar, Final

from wtforms import BooleanField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.entries import Entry
from directory.fields import LONGEST_TEXT
from stewardship.entry_parts import changed_part
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import (
    OneOf,
    choices,
    line,
    mail_line,
    one_line,
    phone_line,
    unless_the_same,
    we_can_write_to,
    web_line,
)
from stewardship.registering.questions.question import Question
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.languages import ngettext

OF_ALL: Final = "group"
OF_ONE: Final = "person"
DAYS: Final = (1, 2, 3, 5, 7, 14)
USUAL_DAYS: Final = 3
WAYS: Final = ("phone", "email", "url")


class ContactQuestion(Question):
    slug: ClassVar[str] = "kontakt"

    role = line(
        _l("Hvem svarer?"),
        hint=_l("For eksempel: vakttelefonen, lederen, Kari. Kan stå tomt."),
        most=LONGEST_TEXT,
    )
    phone = phone_line(_l("Telefon"))
    email = mail_line(_l("E-post"))
    url = web_line(_l("Nettside"))
    belongs = OneOf(
        _l("Hvem hører telefonen og e-posten til?"),
        choices=choices({OF_ALL: _l("Gruppa eller stedet"), OF_ONE: _l("Én person")}),
    )
    consent = BooleanField(_l("Personen har selv sagt ja til at dette står på nett"))
    is_relayed = BooleanField(_l("Ta imot den første meldingen gjennom siden"))
    relay_email = mail_line(
        _l("Hvilken e-post skal vi sende meldingene til?"),
        we_can_write_to,
        hint=_l("Vi viser den til ingen."),
    )
    relay_days = SelectField(_l("Når svarer dere?"), validate_choice=False)

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        kept = self._point().get("answers_within_days", USUAL_DAYS)
        self.relay_days.choices = [
            SelectChoice(str(days), ngettext("innen %(num)s dag", "innen %(num)s dager", days))
            for days in sorted({*DAYS, kept})
        ]

    def filled(self) -> dict[str, Any]:
        contact, point = self._kept(), self._point()
        return {
            **{name: contact.get(name, "") for name in ("role", *WAYS)},
            "belongs": self.answers.typed.get("contact_belongs"),
            "consent": bool(self.answers.typed.get("contact_consent")),
            "is_relayed": bool(point),
            "relay_email": point.get("email", ""),
            "relay_days": str(point.get("answers_within_days", USUAL_DAYS)),
        }

    def validate_phone(self, field: Any) -> None:
        if not any(self[name].data for name in WAYS) and not self.is_relayed.data:
            if _other_ways(self._kept()) or self._others():
                return
            raise ValidationError(
                _("Skriv minst én måte å ta kontakt på: telefon, e-post eller nettside.")
            )

    def validate_belongs(self, field: Any) -> None:
        kept = self._kept()
        is_new = any(self[name].data not in ("", kept.get(name)) for name in ("phone", "email"))
        if is_new and not field.data:
            raise ValidationError(_("Velg hvem det hører til, så vi vet om noen må spørres."))

    def validate_consent(self, field: Any) -> None:
        has_personal = self.belongs.data == OF_ONE and (self.phone.data or self.email.data)
        if has_personal and not field.data:
            message = _(
                "Spør personen først. Uten et ja kan vi ikke vise telefonen eller e-posten."
            )
            raise ValidationError(message)

    def validate_relay_email(self, field: Any) -> None:
        if self.is_relayed.data and not field.data:
            raise ValidationError(_("Skriv e-postadressen som meldingene skal til."))

    def validate_relay_days(self, field: Any) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Velg et av svarene."))

    def changed(self) -> Answers:
        kept = self._kept()
        told = {name: self[name].data for name in WAYS}
        told["role"] = unless_the_same(self.role.data, kept.get("role", ""), one_line)
        contact = changed_part(kept, **told)
        point = {
            "email": self.relay_email.data,
            "answers_within_days": int(self.relay_days.data),
        }
        return self.answers.with_entry(
            contacts=[*([contact] if contact else []), *self._others()]
        ).with_typed(
            contact_belongs=self.belongs.answer,
            contact_consent=bool(self.consent.data) or None,
            contact_point=point if self.is_relayed.data else None,
        )

    def _kept(self) -> Entry:
        return next(iter(self.answers.entry.get("contacts", ())), {})

    def _others(self) -> list[Entry]:
        return list(self.answers.entry.get("contacts", ()))[1:]

    def _point(self) -> dict[str, Any]:
        return dict(self.answers.typed.get("contact_point", {}))


def _other_ways(contact: Entry) -> bool:
    return bool(contact.get("sms") or contact.get("chat"))
