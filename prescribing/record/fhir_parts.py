"""The small parts that all resources of FHIR are made of: references, codes, names. Nothing is empty."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

Resource = dict[str, Any]

ORGANISATION_NUMBERS: Final = "urn:oid:2.16.578.1.12.4.1.4.101"
MUNICIPALITIES: Final = "urn:oid:2.16.578.1.12.4.1.1.3402"
LANGUAGE_TAGS: Final = "urn:ietf:bcp:47"
TASK_CODES: Final = "http://hl7.org/fhir/CodeSystem/task-code"
# By which HL7 tells what is made up from what is real.
MADE_UP: Final = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
}
# What a program that shows markdown would take for something else than the words of a group.
MARKS: Final = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~&"})


def told(**parts: object) -> Resource:
    """Return the parts that hold something: FHIR has no empty texts and no empty lists.

    A False and a nought are told. ``for_`` stands for ``for``, which Python keeps for itself.
    """
    return {
        name.rstrip("_"): value
        for name, value in parts.items()
        if value is not None and value not in ("", [], {}, ())
    }


def resource(kind: str, **parts: object) -> Resource:
    return {"resourceType": kind} | told(**parts)


def urn_of(address: str) -> str:
    """Return the name of a resource in a bundle, by which others point to it: one name for one address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, address)}"


def reference(urn: str) -> Mapping[str, str]:
    return {"reference": urn}


def concept(
    system: str, code: str, display: str | None = None, text: str | None = None
) -> Resource:
    return told(coding=[told(system=system, code=code, display=display)], text=text)


def our_system(base_url: str, name: str) -> str:
    """Return the name of a list of ours: what is on it stands in docs/prescribing.md."""
    return f"{base_url}/fhir/CodeSystem/{name}"


def markdown(words: str) -> str:
    """Return words that read the same in a program that takes them for markdown."""
    return words.translate(MARKS)
