"""The kinds of places where people prescribe, in words."""

from collections.abc import Mapping
from typing import Final

from prescribing.choices import PracticeKind
from web.languages import lazy_gettext as _l

KIND_WORDS: Final[Mapping[PracticeKind, object]] = {
    PracticeKind.GP: _l("Fastlegekontor"),
    PracticeKind.WELFARE_OFFICE: _l("Nav-kontor"),
    PracticeKind.TREATMENT: _l("Behandlingssted"),
    PracticeKind.SCHOOL_HEALTH: _l("Skolehelsetjeneste eller helsestasjon"),
    PracticeKind.OUTREACH: _l("Oppsøkende tjeneste"),
    PracticeKind.HEALTHY_LIFE_CENTRE: _l("Frisklivssentral"),
    PracticeKind.MUNICIPAL_SERVICE: _l("Annen tjeneste i kommunen"),
    PracticeKind.OTHER: _l("Et annet sted"),
}
