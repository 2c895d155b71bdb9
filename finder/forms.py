"""The questions as a form: what may be typed, and what is said when it cannot be used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from directory.vocabulary import Vocabulary
from finder import form_choices as choices
from finder.form_answers import ages_typed
from finder.labels import effect_label, interest_label
from finder.question_file import LONGEST_TEXT, OLDEST
from finder.rounded_positions import position_sent
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

LONGEST_SHORT_TEXT: Final = 200

# Reads words such as «fotball, bingo» as interests: those found, and the words that say nothing.
ReadInterests = Callable[[str], tuple[list[str], list[str]]]


@dataclass(frozen=True)
class InterestGroup:
    """A top group with the choices that lie under it."""

    label: str
    members: list[SelectChoice]
    has_chosen: bool


def _choices(of: choices.Choices) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in of.items()]


def _readable(text: str | None) -> str:
    """Return what was typed without the invisible characters that a paste may bring along."""
    return "".join(letter if letter.isprintable() else " " for letter in text or "").strip()


class _AtMost:
    """Says how many characters there are and how many there may be, so that one need not count."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, _form: Form, field: Any) -> None:
        written = len(field.data)
        if written > self.most:
            message = _("Du skrev %(written)s tegn. Skriv høyst %(most)s.")
            raise ValidationError(message % {"written": written, "most": self.most})


class QuestionForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody says what they like, how old they are and where. Every question may be left open."""

    # What stood in the address before: the lists in it stay when the answers change.
    sealed = HiddenField()
    text = StringField(
        _l("Skriv med egne ord"),
        filters=[_readable],
        validators=[_AtMost(LONGEST_TEXT)],
        description=_l("For eksempel: buldring i Trondheim, 19\u00a0år, kveld"),
    )
    interests = SelectMultipleField(_l("Hva liker du?"))
    goal = SelectMultipleField(_l("Hva kunne være godt akkurat nå?"))
    age = StringField(
        _l("Hvor gammel er du?"),
        filters=[_readable],
        description=_l("Et tall. Noen grupper har aldersgrense."),
    )
    place = StringField(
        _l("Hvor er du?"),
        filters=[_readable],
        validators=[_AtMost(LONGEST_SHORT_TEXT)],
        description=_l("Sted eller postnummer. Da finner vi det som er nær."),
    )
    # Where the browser says that they are, if they asked it to. It stands before the place.
    lat = HiddenField()
    lon = HiddenField()
    without_position = BooleanField(_l("Ta bort posisjonen"))
    situation = RadioField(
        _l("Hvordan er det med rus nå?"),
        choices=_choices(choices.SITUATIONS),
        default=choices.NOT_SAID,
        description=_l("Vi spør fordi svaret avgjør hvilke grupper som er riktige for deg."),
    )
    for_whom = RadioField(
        _l("Hvem er det for?"), choices=_choices(choices.FOR_WHOM), default=choices.NOT_SAID
    )
    when = SelectMultipleField(_l("Når passer det?"), choices=_choices(choices.TIMES))
    max_km = SelectField(
        _l("Hvor langt vil du reise?"),
        choices=_choices(choices.DISTANCES),
        default=choices.NOT_SAID,
    )
    musts = SelectMultipleField(_l("Dette må være på plass"), choices=_choices(choices.MUSTS))
    avoid = SelectMultipleField(_l("Dette vil jeg slippe"), choices=_choices(choices.AVOID))
    peers = RadioField(
        _l("Hvem vil du møte?"), choices=_choices(choices.PEERS), default=choices.NOT_SAID
    )
    company = RadioField(
        _l("Grupper for kvinner eller menn"),
        choices=_choices(choices.COMPANY),
        default=choices.NOT_SAID,
    )
    used_to_like = StringField(
        _l("Noe du likte før"),
        filters=[_readable],
        validators=[_AtMost(LONGEST_SHORT_TEXT)],
        description=_l("For eksempel: fiske, tegning"),
    )
    not_this = StringField(
        _l("Noe du ikke vil gjøre"),
        filters=[_readable],
        validators=[_AtMost(LONGEST_SHORT_TEXT)],
        description=_l("For eksempel: fotball. Du trenger ikke si hvorfor."),
    )

    def __init__(
        self,
        typed: MultiDict[str, str] | None,
        vocabulary: Vocabulary,
        read_interests: ReadInterests,
        filled: Mapping[str, Any] | None = None,
    ) -> None:
        """``typed`` is what was sent, ``filled`` what to show when nothing was."""
        super().__init__(formdata=typed, data=filled)
        self._vocabulary, self._read_interests = vocabulary, read_interests
        self.interests.choices = [
            SelectChoice(one, interest_label(vocabulary, one)) for one in vocabulary.interests
        ]
        self.goal.choices = [
            SelectChoice(one, effect_label(vocabulary, one)) for one in vocabulary.effects
        ]

    def validate_age(self, field: Any) -> None:
        if field.data and ages_typed(field.data) is None:
            message = _("Skriv alderen som et tall fra 0 til %(oldest)s, for eksempel 19.")
            raise ValidationError(message % {"oldest": OLDEST})

    def validate_place(self, _field: Any) -> None:
        is_sent = self.lat.data or self.lon.data
        if is_sent and self.position is None and not self.without_position.data:
            message = _(
                "Vi kunne ikke bruke posisjonen. Skriv heller et sted, eller la det stå tomt."
            )
            raise ValidationError(message)

    def validate_used_to_like(self, field: Any) -> None:
        self._check_interests(field)

    def validate_not_this(self, field: Any) -> None:
        self._check_interests(field)

    def _check_interests(self, field: Any) -> None:
        # What somebody does not want is never guessed at, and never silently dropped.
        _found, unknown = self._read_interests(field.data)
        if unknown:
            message = _("Vi kjenner ikke «%(words)s». Prøv et annet ord, med komma mellom.")
            raise ValidationError(message % {"words": ", ".join(unknown)})

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, rounded; None where none that can be used is told, or wished."""
        if self.without_position.data:
            return None
        return position_sent(self.lat.data or "", self.lon.data or "")

    @property
    def top_interests(self) -> list[SelectChoice]:
        tops = self._vocabulary.children(None)
        return [one for one in self.interests.choices if one.value in tops]

    @property
    def interest_groups(self) -> list[InterestGroup]:
        return [self._group(top) for top in self.top_interests]

    def _group(self, top: SelectChoice) -> InterestGroup:
        below = self._vocabulary.under([top.value]) - {top.value}
        members = [one for one in self.interests.choices if one.value in below]
        return InterestGroup(top.label, members, bool(below & set(self.interests.data or ())))

    @property
    def has_narrow_interests(self) -> bool:
        return bool(set(self.interests.data or ()) - set(self._vocabulary.children(None)))

    @property
    def has_more_answers(self) -> bool:
        """Whether a folded question has an answer or a fault, and must be unfolded."""
        return any(self[name].data or self[name].errors for name in FOLDED)

    def question(self) -> dict[str, Any]:
        """Return what was answered as a question (CONTRACTS 4); what was left open is left out."""
        gender, group = self._company()
        lat, lon = self.position or (None, None)
        answers = {
            "text": self.text.data,
            "interests": self.interests.data,
            "goal": self.goal.data,
            "age": ages_typed(self.age.data),
            "place": self.place.data if lat is None else None,
            "lat": lat,
            "lon": lon,
            "situation": self.situation.data,
            "for_whom": self.for_whom.data,
            "when": self.when.data,
            "max_km": float(self.max_km.data) if self.max_km.data else None,
            "musts": [*(self.musts.data or ()), *group],
            "avoid": self.avoid.data,
            "peers": self.peers.data,
            "gender": gender,
            "used_to_like": self._read_interests(self.used_to_like.data)[0],
            "not_this": self._read_interests(self.not_this.data)[0],
        }
        return {key: value for key, value in answers.items() if _is_answered(value)}

    def _company(self) -> tuple[str | None, list[str]]:
        chosen = self.company.data
        if chosen in choices.GENDERS:
            return chosen, []
        return None, [chosen] if chosen else []


FOLDED: Final = (
    "for_whom", "when", "max_km", "musts", "avoid", "peers", "company", "used_to_like", "not_this",
)  # fmt: skip


def _is_answered(value: object) -> bool:
    # An age of 0 is an answer.
    return value == 0 or bool(value)
