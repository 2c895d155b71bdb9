"""What those who hold an offer fill in on its page, and whom they ask to hold it with them."""

from typing import Any, Final

from wtforms import Form
from wtforms.fields import SelectChoice

from stewardship.confirming.actions import MONTHS
from stewardship.registering.questions.fields import OneOf, choices
from web.languages import lazy_gettext as _l
from web.mail_addresses import MailAddressField

DAYS: Final = {
    1: _l("1 dag"),
    3: _l("3 dager"),
    7: _l("7 dager"),
    14: _l("14 dager"),
}
RHYTHMS: Final = {
    3: _l("Hver tredje måned"),
    6: _l("To ganger i året"),
    12: _l("Én gang i året"),
}


class MessagesForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Where first messages go, and how soon they are answered."""

    email = MailAddressField(
        _l("E-postadressen som får meldingene"),
        description=_l("Den vises ikke for noen."),
    )
    days = OneOf(
        _l("Hvor fort kan dere svare?"),
        choices=choices(DAYS),
        default="3",
        is_needed=True,
        description=_l("Svarer dere ikke, foreslår vi noe annet for den som skrev."),
    )

    @property
    def days_promised(self) -> int:
        return int(self.days.data)


class RhythmForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """How often they want to be asked whether all is right."""

    months = OneOf(
        _l("Hvor ofte skal vi spørre om alt stemmer?"),
        choices=choices({months: RHYTHMS[months] for months in MONTHS}),
        is_needed=True,
    )


class InviteForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Whom to ask to hold an organisation's entries too."""

    email = MailAddressField(
        _l("E-postadressen til den du vil spørre"),
        description=_l("De får en lenke som virker i to uker."),
    )


def messages_form(email: str, days: int | None) -> MessagesForm:
    """Return the form filled in; another number of days than those to pick from is one of them then."""
    form = MessagesForm(data={"email": email, "days": str(days or 3)})
    if days is not None and days not in DAYS:
        form.days.choices = [*form.days.choices, _days(days)]
    return form


def _days(days: int) -> Any:
    return SelectChoice(str(days), str(days))
