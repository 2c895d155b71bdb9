"""What visitors may write: that something is wrong, a wish, a first message. Nobody is asked who they are."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.vocabulary import Vocabulary
from finder.age_bands import BAND_WORDS, AgeBand
from finder.labels import interest_label
from finder.missing_wish import MOST_WISHES
from places.gazetteer import gazetteer
from stewardship.visitors.fields import (
    AtMost,
    EmptyField,
    few_web_addresses,
    one_line,
    plain_lines,
    telephone_typed,
)
from stewardship.visitors.first_contact import Message
from stewardship.visitors.reporting import WRONG_WORDS, Told, Wrong
from web.languages import gettext as _
from web.languages import lazy_gettext as _l
from web.mail_addresses import MailAddressField, is_mail_address

Typed = MultiDict[str, str]

LONGEST_REPORT: Final = 1000
LONGEST_MESSAGE: Final = 800
LONGEST_PLACE: Final = 200


def _choices(words: Mapping[Any, object]) -> list[SelectChoice]:
    return [SelectChoice(value.value, label) for value, label in words.items()]


def _chosen(values: list[str] | None) -> list[str]:
    """Return what was chosen; the first line of a list to choose from is no choice."""
    return [value for value in values or () if value]


class ReportForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody says what is wrong with an offer."""

    wrong = SelectMultipleField(
        _l("Hva er feil?"), choices=_choices(WRONG_WORDS), validate_choice=False
    )
    text = TextAreaField(
        _l("Fortell litt mer, hvis du vil"),
        filters=[plain_lines],
        validators=[AtMost(LONGEST_REPORT), few_web_addresses],
        description=_l("Skriv gjerne hva som er riktig. Ikke skriv navn på folk."),
    )
    reply_to = MailAddressField(
        _l("E-post, hvis du vil ha svar"),
        is_required=False,
        description=_l(
            "Vi bruker adressen bare til å svare deg. Gruppa får ikke se den. "
            "Vi sletter den når det er sett på, og senest etter ett år."
        ),
    )
    homepage = EmptyField()

    def validate_wrong(self, field: Any) -> None:
        is_unknown = not set(field.data or ()).issubset(Wrong)
        if is_unknown or not (field.data or self.text.data):
            raise ValidationError(_("Velg hva som er feil, eller skriv det i feltet under."))

    def told(self) -> Told:
        return Told(
            wrong=tuple(Wrong(one) for one in self.wrong.data or ()) or (Wrong.OTHER,),
            text=self.text.data or None,
            reply_to=self.reply_to.data or None,
        )


class FirstContactForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody writes to a group for the first time."""

    text = TextAreaField(
        _l("Hva vil du si?"),
        filters=[plain_lines],
        validators=[AtMost(LONGEST_MESSAGE), few_web_addresses],
        description=_l(
            "For eksempel: Hei, jeg har lyst til å bli med på onsdag. Du kan også la det stå tomt."
        ),
    )
    reply_to = StringField(
        _l("E-post eller telefonnummer"),
        filters=[one_line],
        description=_l("Bare gruppa får se det. Bruk gjerne noe som bare du kan lese."),
    )
    wants_company = BooleanField(_l("Jeg vil gjerne at noen møter meg første gang"))
    homepage = EmptyField()

    def validate_reply_to(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_("Skriv hvor gruppa kan svare deg."))
        if not is_mail_address(field.data) and telephone_typed(field.data) is None:
            message = _("Skriv en e-postadresse som kari@eksempel.no, eller et telefonnummer.")
            raise ValidationError(message)

    def message(self) -> Message:
        written = self.reply_to.data
        is_mail = is_mail_address(written)
        return Message(
            text=self.text.data,
            email=written if is_mail else None,
            phone=None if is_mail else telephone_typed(written),
            wants_company=bool(self.wants_company.data),
        )


class WishForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody wishes for something that is not there. Nothing free is kept of it."""

    interests = SelectMultipleField(
        _l("Hva skulle du ønske fantes?"), filters=[_chosen], validate_choice=False
    )
    # Filled by the page of answers, which knows where somebody looked. What is typed stands before it.
    municipality = HiddenField()
    place = StringField(
        _l("Hvor?"),
        filters=[one_line],
        validators=[AtMost(LONGEST_PLACE)],
        description=_l("Sted eller postnummer. Vi teller bare kommunen."),
    )
    age_band = RadioField(
        _l("Hvor gammel er du?"),
        choices=_choices(BAND_WORDS),
        default=AgeBand.UNKNOWN.value,
        validate_choice=False,
    )

    def __init__(self, typed: Typed | None, vocabulary: Vocabulary) -> None:
        super().__init__(formdata=typed)
        self._vocabulary = vocabulary
        self.interests.choices = [self._choice(one) for one in vocabulary.interests]

    def validate_interests(self, field: Any) -> None:
        is_known = set(field.data).issubset(self._vocabulary.interests)
        if not field.data or not is_known:
            raise ValidationError(_("Velg noe du skulle ønske fantes."))
        if len(field.data) > MOST_WISHES:
            message = _("Velg høyst %(most)s ting om gangen.")
            raise ValidationError(message % {"most": MOST_WISHES})

    def validate_age_band(self, field: Any) -> None:
        if field.data not in set(AgeBand):
            raise ValidationError(_("Velg en av disse."))

    def validate_place(self, _field: Any) -> None:
        if self.municipality_meant is None:
            message = _(
                "Vi kjenner ikke stedet. Skriv en kommune, et tettsted eller et postnummer."
            )
            raise ValidationError(message)

    @property
    def municipality_meant(self) -> str | None:
        """The number of the municipality that was sent, or that what was typed lies in."""
        if self.place.data:
            found = gazetteer().find(self.place.data)
            return found.municipality if found else None
        known = gazetteer().municipality(self.municipality.data or "")
        return known.number if known else None

    @property
    def groups(self) -> list[tuple[str, list[SelectChoice]]]:
        """What may be wished for: each top group with itself and all that lies under it."""
        tops = self._vocabulary.children(None)
        return [(interest_label(self._vocabulary, top), list(self._under(top))) for top in tops]

    def _under(self, top: str) -> Iterable[SelectChoice]:
        members = self._vocabulary.under([top])
        return (one for one in self.interests.choices if one.value in members)

    def _choice(self, interest: str) -> SelectChoice:
        return SelectChoice(interest, interest_label(self._vocabulary, interest))
