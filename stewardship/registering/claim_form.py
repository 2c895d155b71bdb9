"""The form of one who says that a group in the catalogue is theirs."""

from wtforms import Form

from stewardship.registering.questions.fields import (
    Needed,
    mail_line,
    we_can_write_to,
)
from stewardship.registering.questions.way_fields import way_field, whom_field
from stewardship.verification import Way
from stewardship.visitors.fields import EmptyField
from web.languages import lazy_gettext as _l


class ClaimForm(Form):  # type: ignore[misc]  # WTForms ships no types
    email = mail_line(
        _l("Hva er e-postadressen din?"),
        Needed(_l("Skriv e-postadressen din. Vi sender en lenke dit.")),
        we_can_write_to,
        hint=_l("Vi viser den til ingen."),
    )
    way = way_field()
    whom = whom_field()
    homepage = EmptyField()

    @property
    def chosen_way(self) -> Way:
        return Way(self.way.data)
