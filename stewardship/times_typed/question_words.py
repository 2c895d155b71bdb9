"""What is asked about typed times that are not understood for certain: one plain sentence each."""

from collections.abc import Callable, Mapping
from typing import Final

from stewardship.times_typed.reading import LONGEST_TEXT
from stewardship.times_typed.values import Question, Unsure
from web.languages import gettext as _

LONGEST_QUOTE: Final = 60


def question_in_words(unsure: Unsure) -> str:
    """Return what the form says beside the field; the readings are shown below it."""
    words = unsure.words.strip()
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE]}…"
    return _SENTENCES[unsure.question](words)


def _unknown(words: str) -> str:
    return _(
        "Vi forstår ikke «%(words)s». Skriv det på en annen måte, for eksempel «hver onsdag 18–20».",
        words=words,
    )


def _hour(words: str) -> str:
    return _("Vi forstår ikke klokkeslettet «%(words)s». Skriv for eksempel «18.30».", words=words)


def _school(_words: str) -> str:
    return _(
        "Skoleferiene er ikke like overalt. Skriv datoene, for eksempel «ikke 22.–26. februar»."
    )


_SENTENCES: Final[Mapping[Question, Callable[[str], str]]] = {
    Question.NOTHING_TYPED: lambda _words: _("Skriv når det er, for eksempel «hver onsdag 18–20»."),
    Question.TOO_LONG: lambda _words: _(
        "Skriv litt kortere. Her er det plass til %(number)d tegn.", number=LONGEST_TEXT
    ),
    Question.UNKNOWN_WORDS: _unknown,
    Question.WHICH_DAYS: lambda _words: _("Hvilke dager er det? Skriv for eksempel «hver onsdag»."),
    Question.WHICH_WEEKDAYS: lambda words: _(
        "Hvilke ukedager mener du med «%(words)s»?", words=words
    ),
    Question.WHICH_HOUR: lambda words: _(
        "Hvilket klokkeslett er det? Skriv for eksempel «18–20» i stedet for «%(words)s».",
        words=words,
    ),
    Question.MORNING_OR_EVENING: lambda words: _(
        "Er «%(words)s» tidlig på dagen eller om kvelden?", words=words
    ),
    Question.HOUR_OR_DATE: lambda words: _(
        "Er «%(words)s» et klokkeslett eller en dato?", words=words
    ),
    Question.NO_SUCH_HOUR: _hour,
    Question.ENDS_BEFORE_START: lambda words: _(
        "«%(words)s» slutter før det begynner. Se over klokkeslettene.", words=words
    ),
    Question.NO_SUCH_DATE: lambda words: _(
        "Datoen i «%(words)s» finnes ikke. Se over den.", words=words
    ),
    Question.PAST: lambda _words: _("Den siste dagen er allerede forbi. Skriv en dag som kommer."),
    Question.WHICH_YEAR: lambda words: _("Hvilket år mener du med «%(words)s»?", words=words),
    Question.WHICH_DATE: lambda words: _("Hvilken dato mener du med «%(words)s»?", words=words),
    Question.OTHER_WEEKDAY: lambda words: _(
        "Dato og ukedag passer ikke sammen i «%(words)s». Hvilken dag er riktig?", words=words
    ),
    Question.NEXT_DATE: lambda _words: _("Hvilken dato er neste gang?"),
    Question.MONTH_OR_WEEKS: lambda words: _(
        "Er «%(words)s» én gang i måneden, eller teller du uker?", words=words
    ),
    Question.WHICH_MONTH: lambda words: _(
        "Gjelder «%(words)s» hver måned? Skriv da «i måneden» etter.", words=words
    ),
    Question.NOT_IN_EVERY_MONTH: lambda _words: _(
        "Noen måneder har ikke den dagen. Hvilken dag er det da?"
    ),
    Question.ONCE_OR_EVERY: lambda words: _("Er «%(words)s» én gang eller hver uke?", words=words),
    Question.EVERY_YEAR_OR_ONCE: lambda words: _(
        "Gjelder «%(words)s» hvert år, eller bare denne gangen?", words=words
    ),
    Question.WEEK_53: lambda _words: _(
        "Etter uke 53 kommer uke 1, og begge er oddetall. Hva gjelder etter nyttår?"
    ),
    Question.SUMMER: lambda words: _(
        "Hvilke uker eller måneder mener du med «%(words)s»?", words=words
    ),
    Question.SCHOOL_HOLIDAYS: _school,
    Question.HOLIDAYS: lambda _words: _("Er det som vanlig på helligdager, eller ikke?"),
    Question.NO_MEETING_THEN: lambda words: _(
        "Den dagen er det ikke noe uansett: «%(words)s». Se over datoen.", words=words
    ),
    Question.DOES_NOT_FIT: lambda words: _(
        "«%(words)s» passer ikke sammen med resten. Skriv det på en annen måte.", words=words
    ),
    Question.ONE_LINE_EACH: lambda _words: _(
        "Skriv hver tid på sin egen linje, så vi ikke blander dem."
    ),
    Question.NEVER: lambda _words: _("Slik det står, blir det aldri noe. Se over datoene."),
}
