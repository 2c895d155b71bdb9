"""The records of an offer file: which keys each may have, and what has to fit together.

A key left out and a key that is null mean the same: nobody has told us.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

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
from directory.fields import (
    COUNTRY,
    Area,
    Choice,
    ClockTime,
    EffectId,
    Identifier,
    InterestId,
    Kroner,
    Language,
    ListOf,
    Mail,
    Municipality,
    Name,
    OrganisationNumber,
    Phone,
    Postcode,
    RecordsOf,
    Rule,
    Text,
    Texts,
    WebAddress,
    Years,
    Zone,
    nothing_for_none,
)
from directory.timetable import Timetable


class Record(BaseModel):
    """A map of the file: unknown keys are faults, and nothing is guessed from another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class OrganisationRecord(Record):
    id: Identifier
    name: Name
    aliases: ListOf[Name] = []
    kind: Choice[OrganisationKind] | None = None
    orgnr: OrganisationNumber | None = None
    url: WebAddress | None = None


class Ages(Record):
    """Years, both ends included."""

    min: Years | None = None
    max: Years | None = None
    typical_min: Years | None = None
    typical_max: Years | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Ages":
        pairs = (
            ("min", "max"),
            ("typical_min", "typical_max"),
            ("min", "typical_min"),
            ("min", "typical_max"),
            ("typical_min", "max"),
            ("typical_max", "max"),
        )
        for low, high in pairs:
            lowest, highest = getattr(self, low), getattr(self, high)
            if lowest is not None and highest is not None and lowest > highest:
                raise ValueError(f"{low} {lowest} is more than {high} {highest}")
        return self


class Cost(Record):
    """Norwegian kroner; 0 is free."""

    per_time: Kroner | None = None
    per_year: Kroner | None = None
    note: Texts = {}


class Contact(Record):
    name: Text | None = None
    role: Text | None = None
    phone: Phone | None = None
    sms: Phone | None = None
    email: Mail | None = None
    chat: Text | None = None
    url: WebAddress | None = None


class VenueRecord(Record):
    name: Text | None = None
    address: Text | None = None
    postcode: Postcode | None = None
    municipality: Municipality | None = None
    lat: Annotated[float, Field(ge=57.5, le=81)] | None = None
    lon: Annotated[float, Field(ge=-10, le=34)] | None = None
    precision: Choice[Precision] | None = None
    indoor: bool | None = None
    step_free: bool | None = None
    alcohol_served: bool | None = None

    @model_validator(mode="after")
    def _whole_position(self) -> "VenueRecord":
        if (self.lat is None) != (self.lon is None):
            raise ValueError("has only one of lat and lon")
        if self.lat is not None and self.precision is None:
            raise ValueError("has a position, but precision is missing")
        return self


class ScheduleRecord(Record):
    attendance: Choice[Attendance]
    venue: VenueRecord | None = None
    online_url: WebAddress | None = None
    by_appointment: bool | None = None
    rrule: Rule | None = None
    starts_on: date | None = None
    start_time: ClockTime | None = None
    duration_minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    timezone: Zone = "Europe/Oslo"
    until: date | None = None
    exceptions: ListOf[date] = Field(default=[], alias="except")
    holidays: Choice[Holidays] | None = None
    note: Texts = {}

    @model_validator(mode="after")
    def _place_fits_attendance(self) -> "ScheduleRecord":
        from_afar = self.attendance in {Attendance.ONLINE, Attendance.PHONE}
        if from_afar and self.venue is not None:
            raise ValueError(f"venue is null where people attend {self.attendance}")
        if self.attendance is Attendance.HYBRID and self.venue is None:
            raise ValueError("venue is missing where people may also come in person")
        return self

    @model_validator(mode="after")
    def _times_fit_together(self) -> "ScheduleRecord":
        if self.rrule is None and self.start_time is not None and self.starts_on is None:
            raise ValueError("starts_on is missing; a time without a day is no schedule")
        if self.starts_on and self.until and self.until < self.starts_on:
            raise ValueError("until lies before starts_on")
        fault = self.timetable().fault()
        if fault is not None:
            raise ValueError(fault)
        return self

    def timetable(self) -> Timetable:
        return Timetable(
            rrule=self.rrule,
            starts_on=self.starts_on,
            start_time=self.start_time,
            duration_minutes=self.duration_minutes,
            timezone=self.timezone,
            until=self.until,
            exceptions=frozenset(self.exceptions),
            holidays=None if self.holidays is None else self.holidays.value,
            by_appointment=self.by_appointment,
        )


class SourceRecord(Record):
    title: Text
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    url: WebAddress | None = None


def _known_access(value: dict[str, bool | None]) -> dict[str, bool]:
    for key in value:
        if key not in ACCESS:
            raise ValueError(f"{key} is no key of access")
    return {key: answer for key, answer in value.items() if answer is not None}


class OfferRecord(Record):
    id: Identifier
    organisation: Identifier
    name: Name
    aliases: ListOf[Name] = []
    kind: Choice[OfferKind]
    summary: Texts = {}
    first_visit: Texts = {}
    interests: ListOf[InterestId] = []
    effects: ListOf[EffectId] = []
    audience: ListOf[Choice[Audience]] = []
    topics: ListOf[Choice[Topic]] = []
    sobriety_rule: Choice[SobrietyRule] | None = None
    age: Ages | None = None
    gender: Choice[Gender] | None = None
    participants: Choice[Participants] | None = None
    led_by: Choice[LedBy] | None = None
    approach: Choice[Approach] | None = None
    format: Choice[Format] | None = None
    intensity: Choice[Intensity] | None = None
    languages: ListOf[Language] = []
    cost: Cost | None = None
    access: Annotated[
        dict[str, bool | None], AfterValidator(_known_access), BeforeValidator(nothing_for_none)
    ] = {}
    capacity: Choice[Capacity] | None = None
    contacts: RecordsOf[Contact] = []
    serves: ListOf[Area] = []
    schedules: RecordsOf[ScheduleRecord] = []
    status: Choice[Status]
    ended_on: date | None = None
    confirmed_on: date | None = None
    confirmed_by: Choice[ConfirmedBy] | None = None
    sources: RecordsOf[SourceRecord] = []

    @model_validator(mode="after")
    def _country_stands_alone(self) -> "OfferRecord":
        if COUNTRY in self.serves and len(self.serves) > 1:
            raise ValueError("serves names places beside the whole country")
        return self
