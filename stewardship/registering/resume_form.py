"""The field for one's mail address, to get a link with which one goes on later."""

from wtforms import Form

from stewardship.registering.questions.fields import Needed, mail_line, we_can_write_to
from stewardship.visitors.fields import EmptyField
from web.languages import lazy_gettext as _l


class ResumeForm(Form):  # type: ignore[misc]  # WTForms ships no types
    resume_email = mail_line(
        _l("E-posten din"),
        Needed(_l("Skriv e-postadressen din.")),
        we_can_write_to,
        hint=_l("Vi bruker den bare til å sende lenken, og til å svare deg."),
    )
    homepage = EmptyField()
