"""The fields of FHIR R4 (4.0.1), written down by themselves: a second pair of eyes beside any library.

``!`` is required, ``[]`` repeats, ``[x]`` stands for a type (valueString, valueReference).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

LIST: Final = "[]"
REQUIRED: Final = "!"
ANY_TYPE: Final = "[x]"
OF_EVERY_ELEMENT: Final = {"id": "", "extension": LIST}
OF_EVERY_RESOURCE: Final = OF_EVERY_ELEMENT | {
    "resourceType": REQUIRED,
    "meta": "",
    "implicitRules": "",
    "language": "",
    "text": "",
    "contained": LIST,
    "modifierExtension": LIST,
}
FIELDS: Final[Mapping[str, str]] = {
    "Bundle": "identifier type! timestamp total link[] entry[] signature",
    "Bundle.entry": "link[] fullUrl resource search request response",
    "Patient": (
        "identifier[] active name[] telecom[] gender birthDate deceased[x] address[] maritalStatus"
        " multipleBirth[x] photo[] contact[] communication[] generalPractitioner[]"
        " managingOrganization link[]"
    ),
    "HealthcareService": (
        "identifier[] active providedBy category[] type[] specialty[] location[] name comment"
        " extraDetails photo telecom[] coverageArea[] serviceProvisionCode[] eligibility[] program[]"
        " characteristic[] communication[] referralMethod[] appointmentRequired availableTime[]"
        " notAvailable[] availabilityExceptions endpoint[]"
    ),
    "HealthcareService.eligibility": "code comment",
    "HealthcareService.availableTime": "daysOfWeek[] allDay availableStartTime availableEndTime",
    "HealthcareService.notAvailable": "description! during",
    "Organization": (
        "identifier[] active type[] name alias[] telecom[] address[] partOf contact[] endpoint[]"
    ),
    "Location": (
        "identifier[] status operationalStatus name alias[] description mode type[] telecom[]"
        " address physicalType position managingOrganization partOf hoursOfOperation[]"
        " availabilityExceptions endpoint[]"
    ),
    "Location.position": "longitude! latitude! altitude",
    "ServiceRequest": (
        "identifier[] instantiatesCanonical[] instantiatesUri[] basedOn[] replaces[] requisition"
        " status! intent! category[] priority doNotPerform code orderDetail[] quantity[x] subject!"
        " encounter occurrence[x] asNeeded[x] authoredOn requester performerType performer[]"
        " locationCode[] locationReference[] reasonCode[] reasonReference[] insurance[]"
        " supportingInfo[] specimen[] bodySite[] note[] patientInstruction relevantHistory[]"
    ),
    "Task": (
        "identifier[] instantiatesCanonical instantiatesUri basedOn[] groupIdentifier partOf[]"
        " status! statusReason businessStatus intent! priority code description focus for encounter"
        " executionPeriod authoredOn lastModified requester performerType[] owner location"
        " reasonCode reasonReference insurance[] note[] relevantHistory[] restriction input[]"
        " output[]"
    ),
    "Task.input": "type! value[x]!",
    # The small types that these are made of.
    "Meta": "versionId lastUpdated source profile[] security[] tag[]",
    "Identifier": "use type system value period assigner",
    "CodeableConcept": "coding[] text",
    "Coding": "system version code display userSelected",
    "Reference": "reference type identifier display",
    "ContactPoint": "system value use rank period",
    "Address": "use type text line[] city district state postalCode country period",
    "Period": "start end",
}
TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("category", "type", "characteristic", "communication"), "CodeableConcept"),
    **dict.fromkeys(("referralMethod", "code", "reasonCode", "locationCode"), "CodeableConcept"),
    **dict.fromkeys(("providedBy", "location", "subject", "requester", "owner"), "Reference"),
    **dict.fromkeys(("performer", "supportingInfo", "basedOn", "focus", "for"), "Reference"),
    "valueReference": "Reference",
    "identifier": "Identifier",
    "telecom": "ContactPoint",
    "address": "Address",
    "during": "Period",
    "meta": "Meta",
    "tag": "Coding",
    "coding": "Coding",
}
# Where a name means something else than in the table above.
TYPES_WITHIN: Final[Mapping[str, str]] = {
    "Bundle.type": "",
    "Coding.code": "",
    "Bundle.entry": "Bundle.entry",
    "HealthcareService.eligibility": "HealthcareService.eligibility",
    "HealthcareService.availableTime": "HealthcareService.availableTime",
    "HealthcareService.notAvailable": "HealthcareService.notAvailable",
    "Location.position": "Location.position",
    "Task.input": "Task.input",
}
CODES: Final[Mapping[str, frozenset[str]]] = {
    "Bundle.type": frozenset({"collection"}),
    "ServiceRequest.status": frozenset({"active"}),
    "ServiceRequest.intent": frozenset({"proposal"}),
    # The ten of SDOH Clinical Care, of FHIR's twelve.
    "Task.status": frozenset(
        (
            *("draft", "requested", "accepted", "rejected", "cancelled", "in-progress"),
            *("on-hold", "failed", "completed", "entered-in-error"),
        )
    ),
    "Task.intent": frozenset({"order"}),
    "Location.mode": frozenset({"instance", "kind"}),
    "ContactPoint.system": frozenset(["phone", "fax", "email", "pager", "url", "sms", "other"]),
    "HealthcareService.availableTime.daysOfWeek": frozenset(
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    ),
}
FORMS: Final[Mapping[str, str]] = {
    "ServiceRequest.authoredOn": r"\d{4}-\d{2}(-\d{2})?",
    "Task.authoredOn": r"\d{4}-\d{2}(-\d{2})?",
    "HealthcareService.availableTime.availableStartTime": r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d",
    "HealthcareService.availableTime.availableEndTime": r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d",
    "Period.start": r"\d{4}-\d{2}-\d{2}",
    "Period.end": r"\d{4}-\d{2}-\d{2}",
    "Coding.code": r"[^\s]+(\s[^\s]+)*",
    "Coding.system": r"\S+",
    "Identifier.system": r"\S+",
    "Bundle.entry.fullUrl": r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
}
# Of SDOH Clinical Care's task for a referral, beside what FHIR itself requires.
REQUIRED_OF_A_TASK: Final = ("code", "focus", "for", "authoredOn", "requester")


def faults_of(resource: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a resource and all that is in it, a line each."""
    return list(_faults(resource, str(resource.get("resourceType"))))


def _faults(element: Mapping[str, Any], kind: str) -> Iterator[str]:
    if kind not in FIELDS:
        yield f"{kind} is not among the kinds that are known here"
        return
    allowed = _fields_of(kind)
    yield from (
        f"{kind}.{name} is missing"
        for name, marks in allowed.items()
        if REQUIRED in marks and not any(_is_called(name, one) for one in element)
    )
    for name, value in element.items():
        marks = next((marks for one, marks in allowed.items() if _is_called(one, name)), None)
        if marks is None:
            yield f"{kind}.{name} is no field"
        elif isinstance(value, list) != (LIST in marks):
            yield f"{kind}.{name} is {'not ' if LIST in marks else ''}a list"
        else:
            yield from _faults_within(kind, name, value if isinstance(value, list) else [value])


def _faults_within(kind: str, name: str, values: list[Any]) -> Iterator[str]:
    if not values:
        yield f"{kind}.{name} is an empty list"
    where = f"{kind}.{name}"
    for value in values:
        if value is None or value in ("", {}, []):
            yield f"{where} is empty"
        elif isinstance(value, dict):
            yield from _faults(value, value.get("resourceType") or _type_of(kind, name))
        elif where in CODES and value not in CODES[where]:
            yield f"{where} is {value!r}"
        elif where in FORMS and not re.fullmatch(FORMS[where], str(value)):
            yield f"{where} is written {value!r}"
        elif isinstance(value, str) and re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value):
            yield f"{where} has signs that no text may have"


def _type_of(kind: str, name: str) -> str:
    return TYPES_WITHIN.get(f"{kind}.{name}", TYPES.get(name, f"{kind}.{name}"))


def _fields_of(kind: str) -> dict[str, str]:
    of_all = OF_EVERY_RESOURCE if kind[0].isupper() and kind in RESOURCES else OF_EVERY_ELEMENT
    own = (re.fullmatch(r"([A-Za-z]+(?:\[x\])?)(\[\])?(!)?", one) for one in FIELDS[kind].split())
    return dict(of_all) | {one[1]: (one[2] or "") + (one[3] or "") for one in own if one}


def _is_called(field: str, name: str) -> bool:
    if not field.endswith(ANY_TYPE):
        return field == name
    return re.fullmatch(rf"{field.removesuffix(ANY_TYPE)}[A-Z][A-Za-z0-9]*", name) is not None


RESOURCES: Final = frozenset(
    ["Bundle", "Patient", "HealthcareService", "Organization", "Location", "ServiceRequest", "Task"]
)
