"""What somebody brings back from the other site, and what they type when we do not know them from there."""

from wtforms import Form, HiddenField

from web.languages import lazy_gettext as _l
from web.mail_addresses import MailAddressField


class AnswerForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """The browser hands on what the other site told it to; nothing of it is typed."""

    state = HiddenField()
    code = HiddenField()
    error = HiddenField()
    iss = HiddenField()


class WorkAddressForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody says which mail address is theirs."""

    email = MailAddressField(
        _l("E-postadressen din på jobben"),
        description=_l("Har du en konto her fra før, skriver du adressen du bruker der."),
    )
