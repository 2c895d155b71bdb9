"""Organisation numbers as people type them: with spaces, dots, and letters from an invoice around them."""

import re
from typing import Final

from core.errors import DomainError
from directory.fields import has_right_check_digit
from web.languages import gettext as _

BETWEEN: Final = re.compile(r"[\s.]")
# The number of a company that pays value added tax is often written as «NO 991 825 827 MVA».
TYPED: Final = re.compile(r"(?:no)?([0-9]{9})(?:mva)?", re.IGNORECASE)


class OrganisationNumberError(DomainError):
    """What was typed is no organisation number."""

    code = "no_organisation_number"


def number_typed(typed: str) -> str:
    """Return the nine digits. Raises OrganisationNumberError, with a sentence to stand beside the field."""
    found = TYPED.fullmatch(BETWEEN.sub("", typed))
    if found is None:
        raise OrganisationNumberError(_("Skriv de ni sifrene i organisasjonsnummeret."))
    number = found[1]
    if not has_right_check_digit(number):
        raise OrganisationNumberError(
            _("Se over sifrene en gang til: nummeret kan ha en skrivefeil.")
        )
    return number
