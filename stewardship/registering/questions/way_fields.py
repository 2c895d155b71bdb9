"""The two fields in which somebody says how we can know that they speak for a group."""

from typing import Any, Final

from wtforms import Form, StringField
from wtforms.validators import ValidationError

from stewardship.registering.questions.fields import OneOf, choices, line
from stewardship.verification import Way
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

WAYS: Final = {
    Way.REGISTER: _l("Send en e-post til adressen organisasjonen har i Enhetsregisteret"),
    Way.FELLOWSHIP: _l("Spør kontaktpersonen i fellesskapet vårt"),
    Way.CALL: _l("Ring oss"),
}
NEEDS_WHOM: Final = (Way.FELLOWSHIP, Way.CALL)


def way_field() -> OneOf:
    return OneOf(
        _l("Hvordan kan vi vite at du snakker for gruppa?"),
        choices=choices(WAYS),
        description=_l("Vi sjekker det én gang. Da kan ingen andre endre det dere skriver."),
        is_needed=True,
    )


def whom_field() -> StringField:
    """Return the field beside ``way``, which some ways need."""
    return line(
        _l("Hvem kan vi spørre eller ringe?"),
        _needed_by_the_way,
        hint=_l(
            "Navn og telefon eller e-post. Vi viser det til ingen, og bruker det bare til dette."
        ),
    )


def _needed_by_the_way(form: Form, field: Any) -> None:
    if form.way.data in NEEDS_WHOM and not field.data:
        raise ValidationError(_("Skriv hvem vi kan spørre, med telefon eller e-post."))
