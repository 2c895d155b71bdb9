"""What a field of an offer file may hold, and the one sentence that refuses the rest."""

from pathlib import Path
from time import perf_counter

import pytest
import yaml

from directory.choices import SobrietyRule
from directory.offer_file import OfferRecord
from directory.offer_files import OfferFileError, read_offer_files
from tests.support.databases import references

ORGANISATION = """format: offers/1
organisations:
  - id: en-forening
    name: En forening
"""
OFFER = """format: offers/1
offers:
  - id: klatrekveld
    organisation: en-forening
    name: Klatrekveld
    kind: activity
    status: published
"""


def read(folder: Path, text: str) -> OfferRecord:
    file = folder / "offers.yaml"
    file.write_text(text, encoding="utf-8")
    return read_offer_files(file, references(), {"en-forening"}).offers["klatrekveld"]


def fault_of(folder: Path, text: str) -> str:
    with pytest.raises(OfferFileError) as refusal:
        read(folder, text)
    (fault,) = refusal.value.faults
    return fault


def test_what_is_left_out_nobody_has_told_us(tmp_path: Path) -> None:
    offer = read(tmp_path, OFFER)

    assert offer.sobriety_rule is None
    assert offer.age is None
    assert offer.access == {}
    assert offer.schedules == []


def test_null_is_the_same_as_left_out(tmp_path: Path) -> None:
    nothing = "".join(
        f"    {key}: null\n"
        for key in OfferRecord.model_fields
        if key not in {"id", "organisation", "name", "kind", "status"}
    )

    assert read(tmp_path, OFFER + nothing) == read(tmp_path, OFFER)


def test_what_is_told_is_read(tmp_path: Path) -> None:
    offer = read(
        tmp_path, OFFER + "    sobriety_rule: none\n    access: {drop_in: false, sign_up: null}\n"
    )

    assert offer.sobriety_rule is SobrietyRule.NONE
    assert offer.access == {"drop_in": False}


@pytest.mark.parametrize("key", ["id", "organisation", "name", "kind", "status"])
def test_an_offer_without_what_is_required_is_refused(tmp_path: Path, key: str) -> None:
    left_out, nulled = yaml.safe_load(OFFER), yaml.safe_load(OFFER)
    left_out["offers"][0].pop(key)
    nulled["offers"][0][key] = None

    faults = {fault_of(tmp_path, yaml.safe_dump(document)) for document in (left_out, nulled)}

    who = "number 1" if key == "id" else "klatrekveld"
    assert faults == {f"offers.yaml: offer {who}: {key}: is missing"}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        # Keys.
        ("nonsense: 1", "nonsense: is no key of the format"),
        ("yes: 1", "[1]: is no text; put the key in quotation marks"),
        ('"a\\nb": 1', "a b: is no key of the format"),
        # Texts.
        ("aliases: Klatring", "aliases: is no list"),
        ("aliases: [a, a]", "aliases: a stands twice"),
        ("aliases: [3]", "aliases[0]: 3 is no text; put it in quotation marks"),
        ("aliases: [yes]", "aliases[0]: True is no text; put it in quotation marks"),
        ("aliases: [' ']", "aliases[0]: ' ' is not a text that can be read"),
        ("aliases: ['" + "x" * 201 + "']", "aliases[0]: is longer than 200 characters"),
        ("summary: Klatring", "summary: is no map of keys and values"),
        ("summary: {no: Klatring}", "summary[0]: False is no text; put it in quotation marks"),
        ("summary: {bokmål: Klatring}", "summary: 'bokmål' is no language"),
        ("summary: {nb: ''}", "summary.nb: '' is not a text that can be read"),
        ('summary: {nb: "a\\0b"}', "summary.nb: 'a\\x00b' is not a text that can be read"),
        ("summary: {nb: '" + "x" * 4001 + "'}", "summary.nb: is longer than 4000 characters"),
        # Words of a list, and what YAML makes of yes and no.
        (
            "sobriety_rule: no",
            "sobriety_rule: False is no word of the list; put it in quotation marks",
        ),
        ("gender: female", "gender: 'female' is none of any, women, men"),
        ("audience: [self, self]", "audience: self stands twice"),
        (
            "topics: [heroin]",
            "topics[0]: 'heroin' is none of drugs, alcohol, mental_health, loneliness, gambling",
        ),
        ("interests: [sitting]", "interests[0]: 'sitting' is no interest of the vocabulary"),
        ("effects: [sleep]", "effects[0]: 'sleep' is no effect of the vocabulary"),
        ("languages: [no]", "languages[0]: False is no text; put it in quotation marks"),
        ("languages: [Norsk]", "languages[0]: 'Norsk' is not a language such as nb"),
        # Numbers.
        ("age: {min: '18'}", "age.min: '18' is no whole number"),
        ("age: {min: 18.5}", "age.min: 18.5 is no whole number"),
        ("age: {max: 121}", "age.max: 121 is more than 120"),
        ("age: {min: 30, max: 18}", "age: min 30 is more than max 18"),
        ("age: {min: 18, typical_max: 15}", "age: min 18 is more than typical_max 15"),
        ("cost: {per_time: free}", "cost.per_time: 'free' is no number"),
        ("cost: {per_time: yes}", "cost.per_time: True is no number"),
        ("cost: {per_time: .nan}", "cost.per_time: nan is no number"),
        ("cost: {per_year: -1}", "cost.per_year: -1 is less than 0.0"),
        ("age: {min: 0x" + "f" * 6000 + "}", "age.min: '0x" + "f" * 57 + "… is no whole number"),
        # Access.
        ("access: {dropin: true}", "access: dropin is no key of access"),
        ("access: {drop_in: 1}", "access.drop_in: 1 is none of true, false, null"),
        # Contacts.
        (
            "contacts: [{phone: 113}]",
            "contacts[0].phone: 113 is no text; put it in quotation marks",
        ),
        ("contacts: [{phone: ring oss}]", "contacts[0].phone: 'ring oss' is not a phone number"),
        ("contacts: [{phone: '١١٣'}]", "contacts[0].phone: '١١٣' is not a phone number"),
        ("contacts: [{email: post}]", "contacts[0].email: 'post' is not a mail address"),
        (
            "contacts: [{url: 'javascript:x'}]",
            "contacts[0].url: 'javascript:x' is not a web address",
        ),
        # Places.
        ("serves: [0301]", "serves[0]: 193 is no text; put it in quotation marks"),
        ("serves: [NO]", "serves[0]: False is no text; put it in quotation marks"),
        ("serves: ['0302']", "serves[0]: '0302' is no municipality or county of 2024, nor NO"),
        ("serves: ['NO', '03']", "serves names places beside the whole country"),
        # Days.
        (
            "ended_on: '2026-11-22'",
            "ended_on: '2026-11-22' is no date such as 2026-11-22, without quotation marks",
        ),
        (
            "ended_on: 2026-02-30",
            "ended_on: '2026-02-30' is no date such as 2026-11-22, without quotation marks",
        ),
        ("ended_on: 2019", "ended_on: 2019 is no date such as 2026-11-22, without quotation marks"),
        ("sources: [{year: 2019}]", "sources[0].title: is missing"),
    ],
    ids=lambda value: value[:40],
)
def test_a_faulty_field_gives_one_sentence(tmp_path: Path, line: str, fault: str) -> None:
    assert fault_of(tmp_path, f"{OFFER}    {line}\n") == f"offers.yaml: offer klatrekveld: {fault}"


@pytest.mark.parametrize(
    ("schedule", "fault"),
    [
        ("{}", ".attendance: is missing"),
        ("{attendance: zoom}", ".attendance: 'zoom' is none of in_person, online, hybrid, phone"),
        (
            "{attendance: online, venue: {name: Huset}}",
            ": venue is null where people attend online",
        ),
        ("{attendance: hybrid}", ": venue is missing where people may also come in person"),
        ("{attendance: in_person, venue: {lat: 63.4}}", ".venue: has only one of lat and lon"),
        (
            "{attendance: in_person, venue: {lat: 63.4, lon: 10.4}}",
            ".venue: has a position, but precision is missing",
        ),
        (
            "{attendance: in_person, venue: {lat: 10.4, lon: 10.4, precision: exact}}",
            ".venue.lat: 10.4 is less than 57.5",
        ),
        (
            "{attendance: in_person, venue: {postcode: 0301}}",
            ".venue.postcode: 193 is no text; put it in quotation marks",
        ),
        (
            "{attendance: in_person, venue: {postcode: '٠٣٠١'}}",
            ".venue.postcode: '٠٣٠١' is not a postcode of four digits",
        ),
        (
            "{attendance: in_person, venue: {municipality: '9999'}}",
            ".venue.municipality: '9999' is no municipality of 2024",
        ),
        (
            "{attendance: phone, rrule: FREQ=DAILY, start_time: 18:00}",
            '.start_time: 1080 is no time such as "18:00", in quotation marks',
        ),
        (
            "{attendance: phone, rrule: FREQ=DAILY, start_time: '24:00'}",
            ".start_time: '24:00' is no time such as \"18:00\", in quotation marks",
        ),
        (
            "{attendance: phone, start_time: '18:00'}",
            ": starts_on is missing; a time without a day is no schedule",
        ),
        (
            "{attendance: phone, starts_on: 2026-02-02, until: 2026-02-01}",
            ": until lies before starts_on",
        ),
        (
            "{attendance: phone, except: [2026-02-02, 2026-02-02]}",
            ".except: 2026-02-02 stands twice",
        ),
        ("{attendance: phone, exceptions: []}", ".exceptions: is no key of the format"),
        ("{attendance: phone, duration_minutes: 0}", ".duration_minutes: 0 is less than 1"),
        (
            "{attendance: phone, holidays: no}",
            ".holidays: False is no word of the list; put it in quotation marks",
        ),
        (
            "{attendance: phone, timezone: ../../etc/passwd}",
            '.timezone: "../../etc/passwd" is no time zone such as Europe/Oslo',
        ),
        (
            "{attendance: phone, rrule: FREQ=WEEKLY;INTERVAL=2}",
            ": starts_on is missing beside INTERVAL or COUNT",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_a_faulty_schedule_gives_one_sentence(tmp_path: Path, schedule: str, fault: str) -> None:
    text = f"{OFFER}    schedules: [{schedule}]\n"

    assert fault_of(tmp_path, text) == f"offers.yaml: offer klatrekveld: schedules[0]{fault}"


@pytest.mark.parametrize(
    "rule",
    [
        "every day",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU",
        "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, range(1, 400))),
        "DTSTART:20260101\\nRRULE:FREQ=DAILY",
        "FREQ=DAILY;" * 100,
    ],
    ids=lambda rule: rule[:30],
)
def test_an_absurd_rule_is_refused_at_once(tmp_path: Path, rule: str) -> None:
    text = f'{OFFER}    schedules: [{{attendance: phone, rrule: "{rule}"}}]\n'
    started = perf_counter()

    fault = fault_of(tmp_path, text)

    assert fault.startswith("offers.yaml: offer klatrekveld: schedules[0].rrule: ")
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("orgnr: 974760673", "orgnr: 974760673 is no text; put it in quotation marks"),
        ("orgnr: '12345678'", "orgnr: '12345678' is not nine digits"),
        ("orgnr: '974760674'", "orgnr: 974760674 has a wrong check digit"),
        ("orgnr: '٩٧٤٧٦٠٦٧٣'", "orgnr: '٩٧٤٧٦٠٦٧٣' is not nine digits"),
        ("url: example.org", "url: 'example.org' is not a web address"),
        ("kind: club", "kind: 'club' is none of voluntary, public, user_run, religious, private"),
    ],
)
def test_a_faulty_organisation_gives_one_sentence(tmp_path: Path, line: str, fault: str) -> None:
    text = f"{ORGANISATION}    {line}\n"

    assert fault_of(tmp_path, text) == f"offers.yaml: organisation en-forening: {fault}"


def test_a_right_organisation_number_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "offers.yaml"
    file.write_text(f"{ORGANISATION}    orgnr: '974760673'\n")

    batch = read_offer_files(file, references(), ())

    assert batch.organisations["en-forening"].orgnr == "974760673"


def test_a_very_long_list_is_checked_in_no_time(tmp_path: Path) -> None:
    aliases = ", ".join(f"a{number}" for number in range(100_000))
    started = perf_counter()

    offer = read(tmp_path, f"{OFFER}    aliases: [{aliases}]\n")

    assert len(offer.aliases) == 100_000
    assert perf_counter() - started < 10
