"""Made-up sheets to export: offers with everything an offer can tell, or with nothing."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from directory.choices import OrganisationKind
from directory.models import Offer, Organisation
from prescribing.choices import AddedLine, Reason
from prescribing.record.fhir import Handed
from tests.support.strategies import generators, made_up_offer, perhaps, several

NAMES = ("Klatrekveld", "Šáhkku *på* kaféen", "<b>Tur</b> & [prat](https://example.org)", "Å" * 200)
TEXTS: tuple[dict[str, str], ...] = (
    {},
    {"nb": "Vi går tur.\n\nTa med matpakke."},
    {"en": "We *walk* <script>alert(1)</script>"},
    {"nb": "1. Vi møtes\n2. Vi går", "nn": "Vi går"},
)
WAYS = {
    "phone": ("22 33 44 55", "+47 22334455", "  "),
    "sms": ("99887766",),
    "email": ("post@example.org",),
    "chat": ("https://example.org/chat", "Discord: klatring"),
    "url": ("http://example.org", "javascript:alert(1)"),
    "name": ("Kari",),
    "role": ("kontaktperson",),
}
ADDRESSES = ({}, {"address": "Storgata 1", "postcode": "7011"}, {"name": "Utehallen"})


def sheets() -> st.SearchStrategy[Handed]:
    return generators().map(made_up_sheet)


def made_up_sheet(random: Random) -> Handed:
    offers = tuple(offer_to_export(random, f"tilbud-{n}") for n in range(random.randint(0, 5)))
    return Handed(
        tuple((one, perhaps(random, AddedLine)) for one in offers),
        tuple(several(random, Reason, 3)),
        perhaps(random, ["5001", "0301"]),
        perhaps(random, ["ABCDEFGH"]),
        "2026-11",
    )


def offer_to_export(random: Random, name: str) -> Offer:
    prefix = random.choice(["", "eksempel-"])
    made = made_up_offer(random, f"{prefix}{name}")
    made.name = random.choice(NAMES)
    made.summary, made.first_visit, made.cost_note = (random.choice(TEXTS) for _ in range(3))
    made.contacts = [_contact(random) for _ in range(random.randint(0, 3))]
    for schedule in made.schedules:
        schedule.duration_minutes = perhaps(random, [30, 120, 24 * 60, 3000])
        if schedule.venue is not None:
            for key, value in random.choice(ADDRESSES).items():
                setattr(schedule.venue, key, value)
    made.organisation = Organisation(
        id=made.organisation_id,
        name="En forening",
        aliases=[],
        kind=perhaps(random, OrganisationKind),
        orgnr=perhaps(random, ["123456785"]),
        url=perhaps(random, ["https://example.org"]),
    )
    return made


def _contact(random: Random) -> dict[str, Any]:
    return {key: perhaps(random, values) for key, values in WAYS.items()}
