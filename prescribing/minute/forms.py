"""The form of the screen: what may be chosen and typed about why, for whom and where."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from werkzeug.datastructures import MultiDict
from wtforms import (
    DateField,
    Form,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import Optional, ValidationError

from directory.vocabulary import Vocabulary
from finder.forms import LONGEST_SHORT_TEXT, ReadInterests
from finder.labels import interest_label
from places.gazetteer import Place, gazetteer
from prescribing.choices import Reason
from prescribing.minute import choices
from prescribing.reason_words import REASON_WORDS
from search.found import Sentence
from search.marks import dangers
from search.reading import MOST_LETTERS
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

PAST_DAYS: Final = 31
DAYS_AHEAD: Final = 366


def _choices(of: Mapping[Any, object]) -> list[SelectChoice]:
    return [SelectChoice(str(value), label) for value, label in of.items()]


def _readable(text: str | None) -> str:
    """Return what was typed without the invisible characters that a paste may bring along."""
    return "".join(letter if letter.isprintable() else " " for letter in text or "").strip()


class _FromList:
    """Says nothing back of a value that is in no list: it was not chosen on our page."""

    def pre_validate(self, form: Form) -> None:
        try:
            super().pre_validate(form)  # type: ignore[misc]  # of the field it is mixed into
        except ValidationError as error:
            raise ValidationError(_("Velg noe fra lista.")) from error


class OneOf(_FromList, RadioField):  # type: ignore[misc]  # WTForms ships no types
    """One choice of a list."""


class SomeOf(_FromList, SelectMultipleField):  # type: ignore[misc]  # WTForms ships no types
    """Any choices of a list."""


class ConsultationForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """Somebody who helps another says why, about how old and where. Everything may be left open.

    What is typed is read as a place and as interests of the vocabulary, and then forgotten.
    """

    sealed = HiddenField()
    reasons = SomeOf(_l("Hva handler det om?"), choices=_choices(REASON_WORDS))
    age = OneOf(_l("Alder"), choices=_choices(choices.AGES), default=choices.NOT_SAID)
    place = StringField(
        _l("Sted"), filters=[_readable], description=_l("Kommune, sted eller postnummer")
    )
    plan_from = DateField(
        _l("Dag for utskriving"),
        validators=[Optional()],
        description=_l(
            "Arket får en plan for to uker fra denne dagen. Under «Sted» skriver du hjemstedet."
        ),
    )
    interests = SomeOf(_l("Liker, eller vil prøve"))
    words = StringField(
        _l("Andre interesser"),
        filters=[_readable],
        description=_l("For eksempel: fiske, gitar"),
    )
    musts = SomeOf(_l("Må være på plass"), choices=_choices(choices.MUSTS))
    situation = OneOf(
        _l("Rus nå, hvis dere har snakket om det"),
        choices=_choices(choices.SITUATIONS),
        default=choices.NOT_SAID,
    )

    def __init__(
        self,
        typed: MultiDict[str, str] | None,
        vocabulary: Vocabulary,
        read_interests: ReadInterests,
        today: date,
        filled: Mapping[str, Any] | None = None,
    ) -> None:
        """``typed`` is what was sent, ``filled`` what to show when nothing was."""
        super().__init__(formdata=typed, data=filled)
        self._today, self._read_interests = today, read_interests
        self.interests.choices = [
            SelectChoice(one, interest_label(vocabulary, one)) for one in vocabulary.children(None)
        ]
        if self.plan_from.process_errors:
            self.plan_from.process_errors = [_("Velg en dag, for eksempel 2026-12-01.")]

    def validate_place(self, field: Any) -> None:
        if not field.data or self.place_found is not None:
            return
        near = gazetteer().near_names(field.data[:LONGEST_SHORT_TEXT])
        if near:
            message = _("Vi kjenner ikke dette stedet. Mente du %(place)s?")
            raise ValidationError(message % {"place": near[0]})
        raise ValidationError(
            _("Vi kjenner ikke dette stedet. Skriv kommunen, eller la det stå tomt.")
        )

    def validate_words(self, field: Any) -> None:
        # Nothing is asked about it: whom to ring is said, and that is all.
        if any(dangers(Sentence((field.data or "")[:MOST_LETTERS]))):
            message = _(
                "Er noen i fare nå? Ring 113. Ring 112 hvis noen blir skadet eller truet. "
                "Noen å snakke med, hele døgnet: 116 123. Her skriver dere bare interesser."
            )
            raise ValidationError(message)
        if self._read(field)[1]:
            message = _("Vi kjente ikke igjen alt. Skriv bare interesser, med komma mellom.")
            raise ValidationError(message)

    def validate_musts(self, field: Any) -> None:
        if choices.ONE_OF_THEM.issubset(field.data or ()):
            raise ValidationError(_("Velg bare kvinner eller bare menn, ikke begge."))

    def validate_plan_from(self, field: Any) -> None:
        # The day is asked for with that reason alone.
        if field.data is None or Reason.AFTER_DISCHARGE not in self.reasons_chosen:
            return
        if not -PAST_DAYS <= (field.data - self._today).days <= DAYS_AHEAD:
            raise ValidationError(_("Velg en dag fra den siste måneden, eller i året som kommer."))

    @property
    def place_found(self) -> Place | None:
        """The place of the gazetteer that is meant; None where nothing, or no place, was typed."""
        text = self.place.data or ""
        return gazetteer().find(text) if 0 < len(text) <= LONGEST_SHORT_TEXT else None

    @property
    def reasons_chosen(self) -> tuple[Reason, ...]:
        """The reasons that were chosen, once each; what is none is a fault of that field alone."""
        chosen = self.reasons.data or ()
        return tuple(dict.fromkeys(Reason(one) for one in chosen if one in REASONS))

    @property
    def interests_chosen(self) -> list[str]:
        """What was ticked and what was typed, once each."""
        return list(dict.fromkeys([*(self.interests.data or ()), *self._read(self.words)[0]]))

    @property
    def first_day(self) -> date | None:
        """The first day of the plan, which there is after a discharge: today, where no day is told."""
        if Reason.AFTER_DISCHARGE not in self.reasons_chosen:
            return None
        return self.plan_from.data or self._today

    @property
    def days_to_choose(self) -> tuple[date, date]:
        return self._today - timedelta(PAST_DAYS), self._today + timedelta(DAYS_AHEAD)

    @property
    def has_further_answers(self) -> bool:
        """Whether a folded question has an answer or a fault, and must be unfolded."""
        return any(self[name].data or self[name].errors for name in FOLDED)

    def _read(self, field: Any) -> tuple[list[str], list[str]]:
        """Return the interests in what was typed, and what names none; a text too long names none."""
        text = field.data or ""
        return self._read_interests(text) if len(text) <= LONGEST_SHORT_TEXT else ([], [text])


REASONS: Final = frozenset(Reason)
FOLDED: Final = ("words", "musts", "situation")
