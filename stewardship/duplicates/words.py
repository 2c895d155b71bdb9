"""Why something may be in the catalogue already, in a sentence."""

from places.gazetteer import gazetteer
from stewardship.duplicates.likely import Likely, Where
from stewardship.duplicates.likeness import Why
from web.languages import gettext as _


def why_in_words(likely: Likely) -> str:
    town = gazetteer().name_of(likely.municipality or "")
    if likely.where is Where.SAME_PLACE:
        return _is_here(likely.why)
    if likely.where is Where.FROM_HOME or town is None:
        return _("Samme navn.") if likely.why is Why.SAME_NAME else _("Et navn som ligner.")
    if likely.why is Why.SAME_NAME:
        return _("Samme navn, i %(town)s.", town=town)
    return _("Et navn som ligner, i %(town)s.", town=town)


def _is_here(why: Why) -> str:
    if why is Why.SAME_NAME:
        return _("Samme navn på samme sted.")
    return _("Et navn som ligner, på samme sted.")
