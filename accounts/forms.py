"""What those who sign in type, and what is said when it cannot be used."""

from typing import Any

from wtforms import Form, HiddenField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from web.languages import LANGUAGES
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.mail_addresses import MailAddressField


class SignInForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody says which mail address they sign in with, and where they were going."""

    email = MailAddressField(
        _l("E-postadressen din"),
        description=_l("Den adressen du brukte da du meldte inn tilbudet."),
    )
    til = HiddenField()


class LanguageForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody chooses the language of what we mail them."""

    language = SelectField(
        _l("Språket i e-post fra oss"),
        choices=[SelectChoice(code, language.name) for code, language in LANGUAGES.items()],
        validate_choice=False,
    )

    def validate_language(self, field: Any) -> None:
        if field.data not in LANGUAGES:
            raise ValidationError(_("Velg et av svarene."))
