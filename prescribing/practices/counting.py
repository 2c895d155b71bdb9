"""Counting what happens to the sheets that have a code. Only sums are kept, and nothing of a single sheet."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from core.counting import count_up
from directory.choices import OfferKind
from places.gazetteer import gazetteer
from prescribing.choices import Counted
from prescribing.models import ANY_KIND, NOT_TOLD, PrescribingCount


def count(
    session: Session,
    *,
    practice_id: int,
    month: str,
    municipality: str | None,
    kinds: Iterable[str],
    event: Counted,
) -> None:
    """Count ``event`` once for a sheet as such, and once under each of its ``kinds``.

    ``month`` is when it happens, not when the sheet was made: so a month that has ended never changes,
    and nobody can read a new answer out of it by looking twice.
    """
    # A sum is published, so that nothing gets into its key but what is in a list.
    is_known = municipality is not None and gazetteer().municipality(municipality) is not None
    # Always in the same order, so that two writers never wait for each other.
    for kind in (ANY_KIND, *sorted({OfferKind(one).value for one in kinds})):
        count_up(
            session,
            PrescribingCount,
            practice_id=practice_id,
            month=month,
            municipality=municipality if is_known else NOT_TOLD,
            kind=kind,
            event=event,
        )
