"""Any valid entries of offer files, for what must hold for all of them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from directory.choices import (
    ACCESS,
    Approach,
    Attendance,
    Audience,
    Capacity,
    ConfirmedBy,
    Format,
    Gender,
    Holidays,
    Intensity,
    LedBy,
    OfferKind,
    OrganisationKind,
    Participants,
    Precision,
    SobrietyRule,
    Status,
    Topic,
)
from directory.entries import Entry
from tests.support.databases import references, vocabulary

RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=-1TH", "FREQ=DAILY")
COUNTED_RULES = ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "FREQ=DAILY;COUNT=10")


def words(choices: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([choice.value for choice in choices])


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=3, unique=True)


def known(ids: Any) -> st.SearchStrategy[list[str]]:
    return some(st.sampled_from(sorted(ids)))


ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
# All signs but those that no text may hold: half characters and control signs.
signs = st.characters(
    exclude_categories=["Cs"], exclude_characters="".join(map(chr, [*range(32), 127]))
)
texts = st.text(
    st.one_of(signs, st.sampled_from("\n\t:-#'\"{}[]&*!|>%@`yn0~")), min_size=1, max_size=40
)
texts = texts.filter(lambda text: not text.isspace())
passages = st.dictionaries(st.sampled_from(["nb", "nn", "en", "pt-BR"]), texts, max_size=2)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
years = st.integers(0, 120)
kroner = st.integers(0, 999_999) | st.floats(0, 999_999)
answers = st.none() | st.booleans()
web_addresses = st.from_regex(r"https?://[a-zæøå0-9.?=&#/:-]{1,20}", fullmatch=True)
phones = st.from_regex(r"\+?[0-9][0-9 ]{1,10}[0-9]", fullmatch=True)


@st.composite
def ages(draw: st.DrawFn) -> Entry:
    told = draw(st.lists(years, min_size=4, max_size=4).map(sorted))
    entry = dict(zip(("min", "typical_min", "typical_max", "max"), told, strict=True))
    return {key: age for key, age in entry.items() if draw(st.booleans())}


def venues() -> st.SearchStrategy[Entry]:
    positions = st.fixed_dictionaries(
        {"lat": st.floats(57.5, 81), "lon": st.floats(-10, 34), "precision": words(Precision)}
    )
    facts = st.fixed_dictionaries(
        {},
        optional={
            "name": texts,
            "address": texts,
            "postcode": st.from_regex(r"[0-9]{4}", fullmatch=True),
            "municipality": st.sampled_from(sorted(references().municipalities)),
            "indoor": answers,
            "step_free": answers,
            "alcohol_served": answers,
        },
    )
    return st.builds(lambda one, other: one | other, st.just({}) | positions, facts)


def times() -> st.SearchStrategy[Entry]:
    clock = st.times().map(lambda time: time.strftime("%H:%M"))
    ruled = st.fixed_dictionaries(
        {"rrule": st.sampled_from(RULES)}, optional={"starts_on": days, "start_time": clock}
    )
    dated = st.fixed_dictionaries(
        {"starts_on": days}, optional={"rrule": st.sampled_from(COUNTED_RULES), "start_time": clock}
    )
    return st.just({}) | ruled | dated


@st.composite
def schedules(draw: st.DrawFn) -> Entry:
    attendance = draw(words(Attendance))
    extras = st.fixed_dictionaries(
        {},
        optional={
            "online_url": web_addresses,
            "by_appointment": answers,
            "duration_minutes": st.integers(1, 1440),
            "timezone": st.sampled_from(["Europe/Oslo", "Arctic/Longyearbyen", "UTC"]),
            "except": some(days),
            "holidays": words(Holidays),
            "note": passages,
        },
    )
    entry = {"attendance": attendance} | draw(times()) | draw(extras)
    if attendance == "hybrid" or (attendance == "in_person" and draw(st.booleans())):
        entry["venue"] = draw(venues())
    if draw(st.booleans()):
        entry["until"] = entry.get("starts_on", date(2026, 1, 1)) + timedelta(
            draw(st.integers(0, 999))
        )
    return entry


def organisation_entries() -> st.SearchStrategy[Entry]:
    return st.fixed_dictionaries(
        {"id": ids, "name": texts},
        optional={
            "aliases": some(texts),
            "kind": words(OrganisationKind),
            "orgnr": st.sampled_from(["974760673", "985198292"]),
            "url": web_addresses,
        },
    )


def offer_entries(organisations: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    contact = st.fixed_dictionaries(
        {},
        optional={
            "name": texts,
            "role": texts,
            "phone": phones,
            "sms": phones,
            "url": web_addresses,
        },
    )
    source = st.fixed_dictionaries(
        {"title": texts}, optional={"year": st.integers(1900, 2100), "url": web_addresses}
    )
    areas = references().municipalities | references().counties
    return st.fixed_dictionaries(
        {
            "id": ids,
            "organisation": organisations,
            "name": texts,
            "kind": words(OfferKind),
            "status": words(Status),
        },
        optional={
            "aliases": some(texts),
            "summary": passages,
            "first_visit": passages,
            "interests": known(vocabulary().interests),
            "effects": known(vocabulary().effects),
            "audience": some(words(Audience)),
            "topics": some(words(Topic)),
            "sobriety_rule": words(SobrietyRule),
            "age": ages(),
            "gender": words(Gender),
            "participants": words(Participants),
            "led_by": words(LedBy),
            "approach": words(Approach),
            "format": words(Format),
            "intensity": words(Intensity),
            "languages": some(st.sampled_from(["nb", "en", "se", "pt-BR"])),
            "cost": st.fixed_dictionaries(
                {}, optional={"per_time": kroner, "per_year": kroner, "note": passages}
            ),
            "access": st.dictionaries(st.sampled_from(ACCESS), answers, max_size=4),
            "capacity": words(Capacity),
            "contacts": st.lists(contact, max_size=2),
            "serves": st.just(["NO"]) | known(areas),
            "schedules": st.lists(schedules(), max_size=3),
            "ended_on": days,
            "confirmed_on": days,
            "confirmed_by": words(ConfirmedBy),
            "sources": st.lists(source, max_size=2),
        },
    )


@st.composite
def catalogues(draw: st.DrawFn) -> list[Entry]:
    """Return organisations, and offers that name them."""
    organisations = draw(
        st.lists(organisation_entries(), min_size=1, max_size=3, unique_by=lambda one: one["id"])
    )
    named = st.sampled_from([one["id"] for one in organisations])
    offers = st.lists(offer_entries(named), max_size=4, unique_by=lambda one: one["id"])
    return organisations + draw(offers)
