"""What tabs, histories and lists of open windows show of a page: never what somebody struggles with.

A name such as «AA Sentrum» is fine to read on the page, and not fine to have read over one's
shoulder. Then the title says where something is, and nothing of what.
"""

import re
import unicodedata
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
    r"\b(aa|na|ca|ga|oa|aca|coda|lar|prolar|hiv)\b|al-?anon|anonym"
    r"|rus|alko|avheng|misbruk|narko|\bdop|hasj|cannabis|heroin|kokain|amfetamin|overdose|pille"
    r"|sprøyte|substitusjon|avhold|nykter|tørrlagt|tilbakefall|edru|ettervern|sprekk|rehab"
    r"|psyk|mental|angst|depre|bipolar|selvmord|suicid|selvskad|sjølvskad|spiseforst|traume"
    r"|overgrep|incest|\bvold|krisesent|sorg|etterlat|pårørende|pårørande|løslat|laus?lat"
    r"|bedring|betring|tolv(te)?.?(trinn|steg)|\b(12|xii).?(trinn|steg|step)"
    r"|s[ej][^ ]{0,3}lv.?hjelp|pengespe?i?l|spille(avh|prob)|gambl"
    r"|twelve|self.?help|self.?harm|addict|drug|alcohol|sober|sobriety|recover|grief|bereave|relapse",
    re.IGNORECASE,
)
DASHES: Final = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}]")
# «A.A.» and «A A» are read as «AA».
PARTED_LETTERS: Final = re.compile(r"(?<=\b\w)[. ](?=\w\b)")


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
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", name))
    return any(TELLING_WORDS.search(one) for one in (plain, PARTED_LETTERS.sub("", plain)))
