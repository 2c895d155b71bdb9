"""What tabs, histories and lists of open windows show of a page: never what somebody struggles with.

A name such as «AA Sentrum» is fine to read on the page, and not fine to have read over one's
shoulder. Then the title says where something is, and nothing of what.
"""

import re
from typing import Final

from directory.choices import OfferKind
from directory.models import Offer
from places.gazetteer import gazetteer
from web.languages import gettext as _

# Who opens the page of one of these is looking for help, whatever it is called.
TELLING_KINDS: Final = frozenset(
    {
        OfferKind.SELF_HELP_GROUP,
        OfferKind.FOLLOW_UP_GROUP,
        OfferKind.MENTOR_SCHEME,
        OfferKind.OUTREACH,
        OfferKind.SIGNPOST,
    }
)
# Rather a name too many than one too few: nothing is lost but a title.
TELLING_WORDS: Final = re.compile(
    r"\b(aa|na|ca|lar|al-anon|alanon)\b|rus|alko|avheng|misbruk|narko|\bdop|psyk|angst|depre|selvmord"
    r"|edru|ettervern|overgrep|incest|\bvold|sorg|tolv(te)?.?(trinn|steg)|\b12.?(trinn|steg|step)"
    r"|selvhjelp|sjølvhjelp|gambl|pengespe?i?l|spille(avh|prob)|twelve|self.help|addict|drug|alcohol|sober"
    r"|recover|grief|bereave|relapse|sprekk",
    re.IGNORECASE,
)


def title_of_offer(offer: Offer) -> str:
    """Return the offer's own name, or a title that tells nothing where the name would."""
    if offer.kind not in TELLING_KINDS and not tells(offer.name):
        return offer.name
    if offer.kind is OfferKind.SIGNPOST:
        return _("Noen å snakke med")
    found = {schedule.venue.municipality for schedule in offer.schedules if schedule.venue}
    municipality = gazetteer().municipality(found.pop() or "") if len(found) == 1 else None
    if municipality is None:
        return _("Om et tilbud")
    return _("Noe å gå til i %(name)s", name=municipality.name)


def title_of_interest(label: str) -> str:
    """Return the interest's own name, or a title that tells nothing where the name would."""
    return _("Forslag fra hele landet") if tells(label) else label


def tells(name: str) -> bool:
    """Tell whether a name says what somebody struggles with."""
    return TELLING_WORDS.search(name) is not None
