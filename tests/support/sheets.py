"""Sheets of values, without a database behind them: full, as those that are handed out seldom are."""

from dataclasses import replace
from typing import Any, Final

from directory.contact_words import contact_points
from directory.helplines import fixed_lines
from directory.map_places import MapPlace
from directory.passages import Passage
from prescribing.sheet import PlanDay, PlanTime, Sheet, SheetOffer

CONTACT: Final = {"name": "Kari", "role": "turleder", "phone": "412 34 567", "sms": "412 34 567"}
ADDRESS: Final = "https://example.org/r/7KQ4MXPA"
OFFER: Final = SheetOffer(
    offer_id="tur",
    name="Tur i Bymarka",
    kind="Aktivitet",
    is_example=False,
    summary=Passage("Vi går rolig og koker kaffe på bål.", None),
    when="Tirsdag 1. desember kl. 18.00–19.30",
    dates=(
        "Tirsdag 1. desember kl. 18.00–19.30",
        "Tirsdag 8. desember kl. 18.00–19.30",
        "Tirsdag 15. desember kl. 18.00–19.30",
    ),
    where="Skistua, Trondheim",
    place_lines=("Skistuvegen 1", "7023 Trondheim"),
    place=MapPlace(63.42, 10.27, is_exact=True, words="Skistua, Trondheim"),
    cost="Gratis",
    cost_note=Passage("Kaffen koster ti kroner.", None),
    first_visit=Passage("Vi møtes utenfor døra og sier bare navnet vårt.", None),
    meets_you="Noen kan møte deg første gang. Spør etter Kari, turleder.",
    contacts=contact_points([CONTACT, {"email": "tur@example.org"}]),
    line="Ring og si at du fikk dette arket.",
    warnings=("Du må være rusfri når du kommer.",),
    caveats=("Plassen er omtrentlig.",),
    confirmation="Bekreftet 3. november 2026.",
    address="https://example.org/tilbud/tur",
)


def sheet_offer(**changes: Any) -> SheetOffer:
    return replace(OFFER, **changes)


def sheet_with(*offers: SheetOffer, **changes: Any) -> Sheet:
    """Return a sheet with a code and these offers; with one that has everything where none is given."""
    sheet = Sheet(
        language="nb",
        heading="Noe å gå til",
        made_on="26. november 2026",
        offers=offers or (OFFER,),
        remarks=(),
        plan=(),
        lines=fixed_lines(),
        code="7KQ4 MXPA",
        address=ADDRESS,
        valid_until="26. november 2027",
    )
    return replace(sheet, **changes)


def plan_of_two_weeks() -> tuple[PlanDay, ...]:
    """Return days of which every other has something, and those in between have nothing."""
    time = PlanTime(1, "Tur i Bymarka", "18.00–19.30", "Skistua, Trondheim")
    return tuple(PlanDay(f"{day}. desember", (time,) * (day % 2)) for day in range(1, 15))
