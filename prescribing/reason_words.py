"""The reasons for a sheet, in the words that are said in a consultation."""

from collections.abc import Mapping
from typing import Final

from prescribing.choices import Reason
from web.languages import lazy_gettext as _l

REASON_WORDS: Final[Mapping[Reason, object]] = {
    Reason.LONELINESS: _l("Ensomhet"),
    Reason.EMPTY_DAYS: _l("Dagene er tomme"),
    Reason.DRUG_FREE_COMPANY: _l("Rusfritt miljø"),
    Reason.AFTER_DISCHARGE: _l("Etter utskriving"),
    Reason.WAITING_FOR_TREATMENT: _l("Mens du venter på behandling"),
    Reason.RELATIVE: _l("Pårørende"),
    Reason.BEREAVED: _l("Etterlatt"),
    Reason.AFTER_A_SLIP: _l("Etter en sprekk"),
}
