"""What somebody tells who asks to prescribe: where mail reaches them, and where they work. No free words."""

from typing import Any, Final

from wtforms import Form, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.organisation_numbers import OrganisationNumberError, number_typed
from places.gazetteer import gazetteer
from prescribing.choices import PracticeKind
from prescribing.practices.asking import Workplace
from prescribing.practices.kind_words import KIND_WORDS
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.mail_addresses import MailAddressField

LONGEST: Final = 200
NONE: Final = ""


def _readable(typed: str | None) -> str:
    """Return what was typed without the invisible characters that a paste may bring along."""
    return "".join(letter if letter.isprintable() else " " for letter in typed or "").strip()


class WorkplaceForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody who is signed in tells where they work. The place they type is kept as a municipality."""

    kind = RadioField(
        _l("Hvor jobber du?"),
        choices=[SelectChoice(kind.value, words) for kind, words in KIND_WORDS.items()],
        default=NONE,
        validate_choice=False,
    )
    place = StringField(
        _l("I hvilken kommune?"),
        filters=[_readable],
        description=_l("Kommune, sted eller postnummer. Vi lagrer bare kommunen."),
    )
    orgnr = StringField(
        _l("Organisasjonsnummer, hvis du vet det"),
        filters=[_readable],
        description=_l("Ni sifre. Da får kolleger på samme sted felles tall og valg."),
    )

    def validate_kind(self, field: Any) -> None:
        if field.data not in set(PracticeKind):
            raise ValidationError(_("Velg det som ligner mest."))

    def validate_place(self, field: Any) -> None:
        if self.municipality is None:
            raise ValidationError(
                _("Vi kjenner ikke stedet. Skriv en kommune, et tettsted eller et postnummer.")
                if field.data
                else _("Skriv hvor du jobber.")
            )

    def validate_orgnr(self, field: Any) -> None:
        if field.data:
            try:
                number_typed(field.data[:LONGEST])
            except OrganisationNumberError as error:
                raise ValidationError(str(error)) from error

    @property
    def municipality(self) -> str | None:
        """The number of the municipality that what was typed lies in; None where we know no such place."""
        found = gazetteer().find(self.place.data[:LONGEST]) if self.place.data else None
        return found.municipality if found else None

    def workplace(self) -> Workplace:
        """Return what was told. Only for a form that has been found to be right."""
        typed = self.orgnr.data
        return Workplace(
            PracticeKind(self.kind.data),
            self.municipality or NONE,
            number_typed(typed) if typed else None,
        )


class AskForm(WorkplaceForm):
    """Somebody who is not signed in tells their mail address as well."""

    email = MailAddressField(
        _l("E-postadressen din på jobben"),
        description=_l("Vi sender en lenke dit. Adressen vises bare for den som godkjenner."),
    )
