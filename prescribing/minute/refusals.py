"""What is said where something cannot be done: why, and what one can do instead."""

from prescribing.draft import MOST_ITEMS
from prescribing.minute.changes import ChangeError, FullSheetError, NotTogetherError
from web.languages import gettext as _


def refusal_in_words(error: ChangeError) -> str:
    """Return plain sentences; never a reproach."""
    if isinstance(error, FullSheetError):
        return _(
            "Det er plass til %(most)d tilbud på arket. Ta bort ett først, så kan du legge til et nytt.",
            most=MOST_ITEMS,
        )
    if isinstance(error, NotTogetherError):
        return _(
            "«%(name)s» og «%(other)s» står aldri på samme ark. Det ene er for folk som er rusfrie, det "
            "andre for folk som bruker rusmidler nå.",
            name=error.name,
            other=error.other,
        )
    return _("Det gikk ikke, og ingenting er endret. Tilbudet finnes kanskje ikke lenger.")


def refused_link_in_words() -> str:
    """Return what is said of a link with something that is in no list; it does not say it back."""
    return _(
        "Lenken hadde noe vi ikke kan bruke, så ingenting er fylt ut. Du kan velge her i stedet."
    )
