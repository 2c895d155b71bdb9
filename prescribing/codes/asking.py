"""What the page of a code asks, and what it says to an answer. Nobody has to answer, and none is wrong."""

from dataclasses import dataclass
from typing import Final

from prescribing.choices import Question
from prescribing.codes.actions import Answer
from prescribing.models import Prescription
from web.languages import gettext as _

BETWEEN: Final = "-"


@dataclass(frozen=True)
class Asking:
    """One question with the answers to press: what is sent, the words, and what is heard."""

    question: str
    words: str
    answers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Thanks:
    """What is said to an answer. ``leads_on`` tells that there are ways on to something else."""

    words: str
    leads_on: bool


def question_for(prescription: Prescription) -> Asking | None:
    """Return the first question that nobody has answered, None where all are."""
    left = next((one for one in Question if one not in prescription.answered), None)
    if left is None:
        return None
    words = _question_in_words(left)
    labels = {Answer.YES: _("Ja"), Answer.NO: _("Nei"), Answer.NOT_YET: _("Ikke ennå")}
    answers = tuple(
        (answer.value, label, _("%(answer)s: %(question)s", answer=label, question=words))
        for answer, label in labels.items()
    )
    return Asking(left.value, words, answers)


def answer_sent(question: str, answer: str) -> tuple[Question, Answer] | None:
    """Return what was pressed, None where it is none of ours."""
    try:
        return Question(question), Answer(answer)
    except ValueError:
        return None


def thanks_word(question: Question, answer: Answer) -> str:
    """Return what the address says of an answer, so that the page can say thanks for it."""
    return f"{question}{BETWEEN}{answer}"


def thanks_for(word: str) -> Thanks | None:
    """Return what is said where the address has such a word, None where it has none of ours."""
    question, _between, answer = word.partition(BETWEEN)
    sent = answer_sent(question, answer)
    if sent is None:
        return None
    if sent[1] is Answer.YES:
        return Thanks(_("Takk for at du sa fra."), leads_on=False)
    if sent[1] is Answer.NOT_YET:
        return Thanks(
            _("Takk for svaret. Det haster ikke. Siden er her når du vil."), leads_on=False
        )
    return Thanks(_no_in_words(sent[0]), leads_on=True)


def _question_in_words(question: Question) -> str:
    return {
        Question.CONTACT: _("Har du tatt kontakt med noen av dem?"),
        Question.WENT: _("Har du vært på et av stedene?"),
        # What was answered before is not kept, so the question has to fit whoever has not been there.
        Question.AGAIN: _("Hvis du har vært der: Vil du gå igjen?"),
    }[question]


def _no_in_words(question: Question) -> str:
    return {
        Question.CONTACT: _(
            "Takk for svaret. Det kan være tungt å ta kontakt. "
            "Du kan be noen ringe sammen med deg, eller bli med deg første gang."
        ),
        Question.WENT: _(
            "Takk for svaret. Kanskje passer noe annet bedre, eller det er lettere sammen med noen."
        ),
        Question.AGAIN: _(
            "Takk for svaret. Det er ikke alt som passer for alle. Kanskje passer noe annet bedre."
        ),
    }[question]
