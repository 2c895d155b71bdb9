"""Mail addresses as people type them in a form."""

import re
from typing import Any, Final

from wtforms import Form, StringField
from wtforms.validators import ValidationError

from web.languages import gettext as _

LONGEST: Final = 254
# Narrower than the standard, as wide as what mail servers take: no spaces, no line ends, no quotes.
# Hosts have other letters too, «blåbær.no», which are written in another way before mail is sent.
ADDRESS: Final = re.compile(r"[A-Za-z0-9_.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")


def is_mail_address(text: str) -> bool:
    return len(text) <= LONGEST and ADDRESS.fullmatch(text) is not None


class MailAddressField(StringField):  # type: ignore[misc]  # WTForms ships no types
    """A mail address, in small letters. Where it may be left out it is then None, else a fault."""

    data: Any

    def __init__(self, label: Any, *, is_required: bool = True, **more: Any) -> None:
        super().__init__(label, **more)
        self.is_required = is_required

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = "".join(valuelist[:1]).strip().lower()

    def pre_validate(self, _form: Form) -> None:
        if not self.data:
            self.data = None
            if self.is_required:
                raise ValidationError(_("Skriv e-postadressen din."))
        elif not is_mail_address(self.data):
            raise ValidationError(_("Skriv hele adressen, for eksempel kari@eksempel.no."))
