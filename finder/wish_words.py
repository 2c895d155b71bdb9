"""What of a wish a match meets, in one sentence that says whose word it was."""

from collections.abc import Sequence
from typing import Final

from finder.labels import inside_sentence, interest_label
from finder.telling import Telling
from matching.answer import Match, Reason
from web.languages import gettext as _

ABOUT_A_WISH: Final = frozenset({"interest", "used_to_like", "interest_near"})


def wish_in_words(match: Match, telling: Telling) -> str | None:
    """Return such as «Buldring, som du skrev.», None where the match meets no interest and is near none."""
    reason = next((one for one in match.reasons if one.code in ABOUT_A_WISH), None)
    if reason is None:
        return None
    if reason.code == "interest_near":
        return _near(str(reason.value), telling)
    return _met(reason, telling)


def _near(interest: str, telling: Telling) -> str | None:
    wish = telling.near_to.get(interest)
    if wish is None:
        return None
    return _(
        "Ikke %(wish)s, men %(interest)s.",
        wish=_named(wish, telling),
        interest=_named(interest, telling),
    )


def _met(reason: Reason, telling: Telling) -> str | None:
    is_past = reason.code == "used_to_like"
    interest = str(reason.value)
    wish = _wish_above(interest, telling.liked_before if is_past else telling.interests, telling)
    if wish is None:
        return None
    label = interest_label(telling.vocabulary, interest)
    if wish == interest:
        return _the_very_same(label, is_past=is_past, is_written=wish in telling.written)
    wider = _named(wish, telling)
    if is_past:
        return _("%(interest)s, siden du likte %(wish)s før.", interest=label, wish=wider)
    if wish in telling.written:
        return _("%(interest)s, siden du skrev %(wish)s.", interest=label, wish=wider)
    return _("%(interest)s, siden du valgte %(wish)s.", interest=label, wish=wider)


def _the_very_same(label: str, *, is_past: bool, is_written: bool) -> str:
    if is_past:
        return _("%(interest)s, som du likte før.", interest=label)
    if is_written:
        return _("%(interest)s, som du skrev.", interest=label)
    return _("%(interest)s, som du valgte.", interest=label)


def _wish_above(interest: str, wishes: Sequence[str], telling: Telling) -> str | None:
    """Return the wish that ``interest`` is or lies under, the nearest one."""
    return next((one for one in telling.vocabulary.above(interest) if one in wishes), None)


def _named(interest: str, telling: Telling) -> str:
    return inside_sentence(interest_label(telling.vocabulary, interest))
