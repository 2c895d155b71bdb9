"""What those who see to a report fill in: stewards on the page of their offer, and moderators."""

from wtforms import Form

from stewardship.visitors.fields import text_field
from web.languages import lazy_gettext as _l


class AnswerForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody has seen to what a visitor said is wrong, and may say so to them."""

    answer = text_field(_l("Svar til den som skrev"))
