"""A sheet put together: everything on it in words, in the language spoken, as the offers are now."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from core.clock import NORWAY
from directory.helplines import fixed_lines
from directory.wording import date_in_words
from finder.asked import Asked
from finder.week_offers import chosen_offers
from prescribing.choices import Heading
from prescribing.draft import Item
from prescribing.sheet import Sheet
from prescribing.sheets.offers import offer_on_sheet
from prescribing.sheets.plan import plan_of, times_from
from prescribing.sheets.remarks import remarks_on_sheet
from prescribing.sheets.words import heading_in_words
from web.languages import current_locale


def sheet_of(  # noqa: PLR0913 -- whoever has a code tells three things of it, all of which are printed
    session: Session,
    items: Sequence[Item],
    *,
    heading: Heading,
    now: datetime,
    plan_from: date | None = None,
    code: str | None = None,
    address: str | None = None,
    expires_on: date | None = None,
) -> Sheet:
    """Return the sheet as it stands at ``now``, an aware moment; it needs a request, for addresses.

    What is not published or has ended is left out. Offers that may not stand together never do:
    the later is left out, and a remark says so.
    """
    today = now.astimezone(NORWAY).date()
    lines = {item.offer: item.line for item in items}
    chosen = chosen_offers(session, Asked(week=tuple(lines)), today)
    first_day = max(plan_from or today, today)
    times = times_from(chosen.offers, first_day, now)
    return Sheet(
        language=current_locale().language,
        heading=heading_in_words(heading),
        made_on=date_in_words(today),
        offers=tuple(offer_on_sheet(one, lines[one.id], now) for one in chosen.offers),
        remarks=remarks_on_sheet(chosen, times),
        plan=() if plan_from is None else plan_of(chosen.offers, first_day, times),
        lines=fixed_lines(),
        code=code,
        address=address,
        valid_until=None if code is None or expires_on is None else date_in_words(expires_on),
    )
