"""What is good to know of the offers on the screen's sheet together, as the paper will say it."""

from collections.abc import Iterable, Sequence
from datetime import date

from core.clock import now_in_norway
from directory.models import Offer
from finder.week_offers import Chosen
from finder.week_outlooks import are_kept_apart
from prescribing.minute.queries import WELCOME_AFTER_SLIP
from prescribing.sheets.plan import times_from
from prescribing.sheets.remarks import remarks_on_sheet
from web.languages import gettext as _


def remarks_on(offers: Sequence[Offer], plan_from: date | None) -> tuple[str, ...]:
    """Say where times collide, and where offers see things differently or may not stand together.

    The offers are there already, so nothing is asked of the database.
    """
    now = now_in_norway()
    standing: list[Offer] = []
    set_aside: list[tuple[Offer, Offer]] = []
    for offer in offers:
        rule = offer.sobriety_rule
        other = next((one for one in standing if are_kept_apart(one.sobriety_rule, rule)), None)
        if other is None:
            standing.append(offer)
        else:
            set_aside.append((offer, other))
    chosen = Chosen(tuple(standing), tuple(set_aside), gone=())
    first_day = max(plan_from or now.date(), now.date())
    return remarks_on_sheet(chosen, times_from(chosen.offers, first_day, now))


def turned_away_from(offers: Iterable[Offer]) -> tuple[str, ...]:
    """Say of which offers it is known that nobody can come there after a slip."""
    return tuple(
        _(
            "Etter en sprekk kan folk ikke komme tilbake til «%(name)s». Andre steder tar imot dem.",
            name=one.name,
        )
        for one in offers
        if one.access.get(WELCOME_AFTER_SLIP) is False
    )
