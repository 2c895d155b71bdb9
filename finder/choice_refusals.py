"""What is said where a choice cannot be followed: why, and what one can do instead."""

from directory.choices import SobrietyRule
from finder.asked import MOST_IN_WEEK
from finder.choosing import ChoiceError, FullWeekError, KeptApartError, LongAddressError
from web.languages import gettext as _


def refusal_in_words(error: ChoiceError) -> str:
    """Return plain sentences that say what was not done and what to do; never a reproach."""
    if isinstance(error, KeptApartError):
        return _kept_apart(error)
    if isinstance(error, FullWeekError):
        return _(
            "Det er plass til %(most)d tilbud i uka. Ta bort ett først, så kan du legge til et nytt.",
            most=MOST_IN_WEEK,
        )
    if isinstance(error, LongAddressError):
        return _("Det ble for mye å huske på én gang. Ta bort noe fra uka, og prøv igjen.")
    return _("Det gikk ikke, og ingenting er endret. Tilbudet finnes kanskje ikke lenger.")


def _kept_apart(error: KeptApartError) -> str:
    is_drug_free = error.offer.sobriety_rule is SobrietyRule.DRUG_FREE
    free, using = (error.offer, error.other) if is_drug_free else (error.other, error.offer)
    return _(
        "Vi la ikke «%(offer)s» i uka. På «%(free)s» skal alle være rusfrie, og «%(using)s» er for folk "
        "som bruker rusmidler nå. De står aldri i samme uke. Du kan ta bort «%(other)s» og velge på nytt.",
        offer=error.offer.name,
        free=free.name,
        using=using.name,
        other=error.other.name,
    )
