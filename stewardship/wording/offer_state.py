"""How things stand with an offer, in a few words for those who hold it."""

from directory.choices import Status
from directory.models import Offer
from directory.wording import date_in_words
from web.languages import gettext as _


def state_of_offer(offer: Offer) -> str:
    if offer.status is Status.PAUSED:
        return _("Har pause. Ingen finner det.")
    if offer.status is Status.PUBLISHED:
        return _("Er publisert.")
    if offer.ended_on is None:
        return _("Er avsluttet.")
    return _("Er avsluttet fra %(day)s.", day=date_in_words(offer.ended_on))
