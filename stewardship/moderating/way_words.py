"""The ways of knowing that somebody speaks for a group, as moderators read them."""

from typing import Final

from stewardship.verification import Way
from web.languages import lazy_gettext as _l

TO_ASK: Final = {
    Way.REGISTER: _l("Skriv til e-posten de har i registeret eller på nettsiden sin"),
    Way.FELLOWSHIP: _l("Spør kontakten i fellesskapet"),
    Way.CALL: _l("Ring nummeret gruppa selv har oppgitt"),
}
ASKED: Final = {
    Way.REGISTER: _l("De svarte fra e-posten i registeret eller på nettsiden sin"),
    Way.FELLOWSHIP: _l("Kontakten i fellesskapet har sagt ja"),
    Way.CALL: _l("Vi ringte nummeret gruppa selv har oppgitt"),
}
