"""The form of one who says that a group in the catalogue is theirs."""

from typing import Any

from wtforms import Form
from wtforms.validators import ValidationError

from stewardship.registering.questions.fields import Needed, OneOf, choices, line, mail_line
from stewardship.registering.questions.yourself import NEEDS_WHOM, WAYS
from stewardship.verification import Way
from stewardship.visitors.fields import EmptyField
from web.languages import gettext as _
from web.languages import lazy_gettext as _l


class ClaimForm(Form):  # type: ignore[misc]  # WTForms ships no types
    email = mail_line(
        _l("Hva er e-postadressen din?"),
        Needed(_l("Skriv e-postadressen din. Vi sender en lenke dit.")),
        hint=_l("Vi viser den til ingen."),
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
    homepage = EmptyField()

    def validate_whom(self, field: Any) -> None:
        if self.way.data in NEEDS_WHOM and not field.data:
            raise ValidationError(_("Skriv hvem vi kan spørre, med telefon eller e-post."))

    @property
    def chosen_way(self) -> Way:
        return Way(self.way.data)
