"""What stands on a sheet: everything in words, in one language, for the print page, PDF, record and code."""

from dataclasses import dataclass

from directory.contact_words import ContactPoint
from directory.helplines import Line
from directory.map_places import MapPlace
from directory.passages import Passage


@dataclass(frozen=True)
class SheetOffer:
    """One offer on the sheet.

    ``when`` says how often and at which hour, or what else is told of times; ``dates`` are the next
    three, none where the day is not told. No day is called «i morgen»: it is read on another.
    ``meets_you`` says whether somebody can meet one the first time, or to ask; None for a telephone
    or an office, where nobody is met. ``line`` is what the prescriber adds, None where nothing.
    ``warnings`` are rules that decide whether one can come; ``caveats`` what else to know before.
    ``address`` leads to the offer's page.
    """

    offer_id: str
    name: str
    kind: str
    is_example: bool
    summary: Passage | None
    when: str
    dates: tuple[str, ...]
    where: str
    place_lines: tuple[str, ...]
    place: MapPlace | None
    cost: str
    cost_note: Passage | None
    first_visit: Passage | None
    meets_you: str | None
    contacts: tuple[ContactPoint, ...]
    line: str | None
    warnings: tuple[str, ...]
    caveats: tuple[str, ...]
    confirmation: str
    address: str


@dataclass(frozen=True)
class PlanTime:
    """Something on a day of the plan: which offer, when and where. ``number`` is its place on the sheet."""

    number: int
    name: str
    hours: str
    where: str


@dataclass(frozen=True)
class PlanDay:
    """A day of the plan; ``times`` is empty on a day without anything."""

    heading: str
    times: tuple[PlanTime, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole sheet. ``language`` is of its words: nb, nn or en.

    ``remarks`` are about the offers together: times that collide, and where they see things
    differently. ``plan`` has fourteen days, or none where no plan is made. ``lines`` are whom to ring.
    ``code`` is as it is printed, None for a sheet without; ``address`` is what the square code leads
    to, None where there is none. ``valid_until`` says how long, None without a code.
    """

    language: str
    heading: str
    made_on: str
    offers: tuple[SheetOffer, ...]
    remarks: tuple[str, ...]
    plan: tuple[PlanDay, ...]
    lines: tuple[Line, ...]
    code: str | None
    address: str | None
    valid_until: str | None
