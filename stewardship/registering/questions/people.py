"""The fifth question: who it is for."""

from typing import Any, ClassVar, Final

from wtforms import StringField
from wtforms.validators import ValidationError

from directory.choice_words import topic_in_words
from directory.choices import Audience, Gender, LedBy, Participants, Topic
from stewardship.entry_parts import changed_part
from stewardship.registering.answers import Answers
from stewardship.registering.questions.fields import (
    UNKNOWN,
    YES_OR_NO,
    OneOf,
    SomeOf,
    choices,
    one_line,
    words_of,
)
from stewardship.registering.questions.question import Question
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

OLDEST: Final = 120
MOST_DIGITS: Final = 3
NOT_TOLD: Final = {UNKNOWN: YES_OR_NO[UNKNOWN]}
FOR_WHOM: Final = {
    Audience.SELF: _l("For den som selv har det vanskelig, eller vil ha noe å gjøre"),
    Audience.RELATIVES: _l("For pårørende"),
    Audience.BEREAVED: _l("For etterlatte"),
}
GENDERS: Final = {
    Gender.ANY: _l("Alle"),
    Gender.WOMEN: _l("Bare kvinner"),
    Gender.MEN: _l("Bare menn"),
}
PARTICIPANTS: Final = {
    Participants.LIVED_EXPERIENCE: _l("Folk som selv har erfaring med det samme"),
    Participants.MIXED: _l("Noen som har erfaring, og noen som ikke har det"),
    Participants.OPEN_TO_ALL: _l("Hvem som helst. Det er et vanlig tilbud"),
}
LEADERS: Final = {
    LedBy.PEERS: _l("Noen som selv har erfaring"),
    LedBy.PROFESSIONALS: _l("Fagfolk"),
    LedBy.VOLUNTEERS: _l("Frivillige"),
}


class People(Question):
    slug: ClassVar[str] = "hvem"

    audience = SomeOf(_l("Hvem er det for?"), choices=choices(FOR_WHOM), is_needed=True)
    topics = SomeOf(_l("Handler det om noe av dette?"), description=_l("Kan stå tomt."))
    youngest = StringField(_l("Fra hvilken alder?"), filters=[one_line])
    oldest = StringField(_l("Til hvilken alder?"), filters=[one_line])
    gender = OneOf(_l("Hvem kan komme?"), choices=choices({**GENDERS, **NOT_TOLD}))
    participants = OneOf(
        _l("Hvem er de andre som kommer?"), choices=choices({**PARTICIPANTS, **NOT_TOLD})
    )
    led_by = OneOf(_l("Hvem leder det?"), choices=choices({**LEADERS, **NOT_TOLD}))

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        self.topics.choices = words_of(Topic, topic_in_words)

    def filled(self) -> dict[str, Any]:
        entry = self.answers.entry
        age = entry.get("age", {})
        # Nobody named means oneself, in an entry that is there already.
        themselves = [Audience.SELF.value] if self.answers.is_change else []
        return {
            "audience": entry.get("audience") or themselves,
            "topics": entry.get("topics", []),
            "youngest": _number_shown(age.get("min")),
            "oldest": _number_shown(age.get("max")),
            "gender": entry.get("gender"),
            "participants": entry.get("participants"),
            "led_by": entry.get("led_by"),
        }

    def validate_youngest(self, field: Any) -> None:
        _check_age(field.data)

    def validate_oldest(self, field: Any) -> None:
        _check_age(field.data)
        low, high = _age(self.youngest.data), _age(field.data)
        if low is not None and high is not None and low > high:
            raise ValidationError(_("Den høyeste alderen er lavere enn den laveste. Bytt dem om."))
        kept = self.answers.entry.get("age", {})
        usual = [kept[key] for key in ("typical_min", "typical_max") if key in kept]
        if any((low or 0) > age or age > (OLDEST if high is None else high) for age in usual):
            message = _("De fleste som kommer, er %(ages)s år. Velg grenser som har plass til dem.")
            raise ValidationError(message % {"ages": "–".join(str(age) for age in usual)})

    def changed(self) -> Answers:
        entry = self.answers.entry
        audience = self.audience.in_the_order_of(entry.get("audience", []))
        if audience == [Audience.SELF.value] and self.answers.is_change and "audience" not in entry:
            audience = []
        return self.answers.with_entry(
            audience=audience,
            topics=self.topics.in_the_order_of(entry.get("topics", [])),
            age=changed_part(
                entry.get("age"), min=_age(self.youngest.data), max=_age(self.oldest.data)
            ),
            gender=self.gender.answer,
            participants=self.participants.answer,
            led_by=self.led_by.answer,
        )


def _age(typed: str) -> int | None:
    """Return a number of years; None for what is none, or has more digits than anybody has years."""
    is_number = typed.isdecimal() and typed.isascii() and len(typed) <= MOST_DIGITS
    return int(typed) if is_number else None


def _check_age(typed: str) -> None:
    age = _age(typed)
    if typed and (age is None or age > OLDEST):
        message = _("Skriv alderen som et tall fra 0 til %(oldest)s, eller la det stå tomt.")
        raise ValidationError(message % {"oldest": OLDEST})


def _number_shown(age: int | None) -> str:
    return "" if age is None else str(age)
