"""What of a wish a match meets, in one sentence; of what lies near a wish no more than is told."""

from collections.abc import Sequence
from typing import Final

from finder.labels import inside_sentence, interest_label
from finder.telling import Telling
from matching.answer import Match, Reason
from web.languages import gettext as _

ABOUT_A_WISH: Final = frozenset({"interest", "used_to_like", "interest_near"})


def what_is_met_in_words(match: Match, telling: Telling) -> str | None:
    """Return such as «Buldring, som du ser etter.», None where nothing of a wish is met or near."""
    reason = next((one for one in match.reasons if one.code in ABOUT_A_WISH), None)
    if reason is None:
        return None
    if reason.code == "interest_near":
        return _near(str(reason.value), telling)
    return _met(reason, telling)


def _near(interest: str, telling: Telling) -> str | None:
    """Say what there is, and never that the wish is not: an offer tells what it has, not what it lacks."""
    wish = telling.near_to.get(interest)
    if wish is None:
        return None
    label, wished = interest_label(telling.vocabulary, interest), _named(wish, telling)
    its = telling.vocabulary.interests[wish]
    if interest == its.parent:
        return _("%(interest)s. Spør om de har %(wish)s.", interest=label, wish=wished)
    if interest in telling.vocabulary.under(its.related):
        return _("%(interest)s, som er i slekt med %(wish)s.", interest=label, wish=wished)
    # What merely stands beside it among the interests may be quite another thing to do.
    return _("%(interest)s, som kanskje også er noe for deg.", interest=label)


def _met(reason: Reason, telling: Telling) -> str | None:
    is_past = reason.code == "used_to_like"
    interest = str(reason.value)
    wish = _wish_above(interest, telling.liked_before if is_past else telling.interests, telling)
    if wish is None:
        return None
    label, wider = interest_label(telling.vocabulary, interest), _named(wish, telling)
    if wish == interest and is_past:
        return _("%(interest)s, som du likte før.", interest=label)
    if wish == interest:
        return _("%(interest)s, som du ser etter.", interest=label)
    if is_past:
        return _("%(interest)s, siden du likte %(wish)s før.", interest=label, wish=wider)
    return _("%(interest)s, siden du ser etter %(wish)s.", interest=label, wish=wider)


def _wish_above(interest: str, wishes: Sequence[str], telling: Telling) -> str | None:
    """Return the wish that ``interest`` is or lies under, the nearest one."""
    return next((one for one in telling.vocabulary.above(interest) if one in wishes), None)


def _named(interest: str, telling: Telling) -> str:
    return inside_sentence(interest_label(telling.vocabulary, interest))
