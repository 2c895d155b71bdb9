"""What moderators fill in: how they made sure, what they ask, and why they say no."""

from typing import Any, Final

from wtforms import Form, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from stewardship.moderating.ready_reasons import OF_CLAIMS, SENTENCES, ReadyReason
from stewardship.moderating.way_words import ASKED
from stewardship.verification import Way
from stewardship.visitors.fields import one_line, text_field
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

LONGEST_ADDRESS: Final = 300
NONE: Final = ""


class AcceptForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A moderator says yes, and how it is known that whoever asked speaks for the group."""

    verified = RadioField(
        _l("Hvordan vet vi at de kan snakke for gruppa?"),
        choices=[SelectChoice(way.value, words) for way, words in ASKED.items()],
        default=NONE,
        validate_choice=False,
    )

    def __init__(self, *args: Any, is_stranger: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_stranger = is_stranger

    def validate_verified(self, field: Any) -> None:
        if self._is_stranger and field.data not in set(Way):
            raise ValidationError(
                _("Velg hvordan dere har forsikret dere. Da kan vi stå inne for det.")
            )

    @property
    def way(self) -> Way | None:
        return Way(self.verified.data) if self._is_stranger else None


class QuestionForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A moderator sends a proposal back with a question."""

    question = text_field(
        _l("Hva lurer du på?"),
        _l("Skriv det du lurer på."),
        _l("De får det på e-post, med en lenke til å svare."),
    )


class RejectForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A moderator says no, and why: a ready reason, own words, or both."""

    ready = RadioField(
        _l("Hvorfor ikke?"),
        choices=[SelectChoice(one.value, words) for one, words in SENTENCES.items()],
        default=NONE,
        validate_choice=False,
        description=_l("De får det på e-post, på sitt eget språk."),
    )
    own_words = text_field(_l("Egne ord"))

    def validate_ready(self, field: Any) -> None:
        if self.reason is None and not self.own_words.data:
            raise ValidationError(_("Velg en grunn, eller skriv den selv."))

    @property
    def reason(self) -> ReadyReason | None:
        chosen = self.ready.data
        return ReadyReason(chosen) if chosen in set(ReadyReason) else None


class RejectClaimForm(RejectForm):
    """A moderator cannot see that somebody speaks for an organisation, and says why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ready.choices = [SelectChoice(one.value, SENTENCES[one]) for one in OF_CLAIMS]


class PairForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A moderator names two offers that may be one: by their ids, or the addresses of their pages."""

    ett = StringField(_l("Det ene tilbudet"), filters=[one_line])
    annet = StringField(
        _l("Det andre tilbudet"),
        filters=[one_line],
        description=_l("Lim inn adressen til siden, eller skriv det som står sist i den."),
    )

    @property
    def pair(self) -> tuple[str, str]:
        return _last_part(self.ett.data), _last_part(self.annet.data)


def _last_part(typed: str | None) -> str:
    return (typed or "")[:LONGEST_ADDRESS].partition("?")[0].rstrip("/").rpartition("/")[2]
