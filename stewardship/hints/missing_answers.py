"""What newcomers ask for first and a group has not answered, as far as its entry goes."""

from collections.abc import Iterator
from typing import Final

from directory.access_words import access_in_words
from directory.choices import Attendance, OfferKind
from directory.entries import Entry
from directory.questions_to_ask import DOING
from web.languages import gettext as _

# In the order in which they keep somebody from coming.
FIRST_ASKED: Final = ("drop_in", "companion_first_time", "come_alone_ok", "anonymous_ok")
OF_TALKING: Final = ("listening_ok", "medication_ok", "welcome_after_slip")
OF_DOING: Final = ("beginners_welcome", "equipment_lent")
IN_PERSON: Final = frozenset({Attendance.IN_PERSON, Attendance.HYBRID})


def missing_answers(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield fields with the question that they would answer, the most asked first."""
    is_joined = entry.get("kind") != OfferKind.SIGNPOST
    if is_joined and not entry.get("first_visit"):
        yield "first_visit", _("Hva skjer første gang?")
    if not entry.get("cost"):
        yield "cost", _("Hva koster det?")
    told = entry.get("access") or {}
    for key in _asked_for(entry) if is_joined else ("anonymous_ok",):
        if told.get(key) is None:
            yield f"access.{key}", access_in_words(key).question
    if _has_an_untold_entrance(entry):
        yield "access.step_free", access_in_words("step_free").question


def _asked_for(entry: Entry) -> tuple[str, ...]:
    is_doing = entry.get("kind") in DOING
    return (*FIRST_ASKED, *(OF_DOING if is_doing else OF_TALKING))


def _has_an_untold_entrance(entry: Entry) -> bool:
    if (entry.get("access") or {}).get("step_free") is not None:
        return False
    gone_to = [one for one in entry.get("schedules") or () if one.get("attendance") in IN_PERSON]
    return any((one.get("venue") or {}).get("step_free") is None for one in gone_to)
