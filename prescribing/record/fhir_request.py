"""What was suggested, as ServiceRequest and Task of FHIR: to somebody of whom nothing at all is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from places.gazetteer import gazetteer
from prescribing.choices import Reason
from prescribing.reason_words import REASON_WORDS
from prescribing.record.fhir_parts import (
    MUNICIPALITIES,
    TASK_CODES,
    Resource,
    concept,
    our_system,
    reference,
    resource,
    told,
)
from web.languages import gettext as _

# Every resource that points to the person holds this, and there is nothing in it.
SOMEBODY: Final[Resource] = {"resourceType": "Patient", "id": "patient"}
TO_SOMEBODY: Final = {"reference": "#patient"}


class TaskStatus(StrEnum):
    """The ten states of a task by the guide of SDOH Clinical Care; FHIR alone has two more."""

    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IN_PROGRESS = "in-progress"
    ON_HOLD = "on-hold"
    CANCELLED = "cancelled"
    COMPLETED = "completed"
    FAILED = "failed"
    ENTERED_IN_ERROR = "entered-in-error"


@dataclass(frozen=True)
class Suggested:
    """One offer of the sheet by its names in the bundle; ``line`` is what was added, None where nothing."""

    service: str
    organisation: str
    line: str | None


@dataclass(frozen=True)
class Request:
    """What both resources say alike. ``month`` is such as 2026-11: a day might point to somebody."""

    base_url: str
    month: str
    asked_by: str
    code: str | None
    municipality: str | None
    reasons: tuple[Reason, ...]


def service_request(request: Request, suggested: Sequence[Suggested]) -> Resource:
    terms = our_system(request.base_url, "social-prescription")
    reasons = our_system(request.base_url, "reason")
    organisations = dict.fromkeys(one.organisation for one in suggested)
    return resource(
        "ServiceRequest",
        contained=[SOMEBODY],
        identifier=[_identifier(request)] if request.code else None,
        status="active",
        intent="proposal",
        category=[concept(terms, "social-prescription", _("Sosial resept"))],
        code=concept(terms, "something-to-go-to", _("Noe å gå til")),
        subject=TO_SOMEBODY,
        authoredOn=request.month,
        requester=reference(request.asked_by),
        performer=[reference(one) for one in organisations],
        locationCode=_where(request.municipality),
        reasonCode=[concept(reasons, one, str(REASON_WORDS[one])) for one in request.reasons],
        supportingInfo=[reference(one.service) for one in suggested],
    )


def task(request: Request, request_urn: str, suggested: Suggested) -> Resource:
    """Return the follow-up of one offer, before anybody has answered."""
    terms = our_system(request.base_url, "task-input")
    return resource(
        "Task",
        contained=[SOMEBODY],
        basedOn=[reference(request_urn)],
        status=TaskStatus.REQUESTED,
        intent="order",
        code=concept(TASK_CODES, "fulfill"),
        description=suggested.line,
        focus=reference(request_urn),
        for_=TO_SOMEBODY,
        authoredOn=request.month,
        requester=reference(request.asked_by),
        owner=reference(suggested.organisation),
        input=[
            {
                "type": concept(terms, "offer", _("Tilbud")),
                "valueReference": reference(suggested.service),
            }
        ],
    )


def _identifier(request: Request) -> Resource:
    """Return the code so that the two together are the address of its page."""
    return told(system=f"{request.base_url}/r", value=request.code)


def _where(municipality: str | None) -> list[Resource] | None:
    if municipality is None:
        return None
    return [concept(MUNICIPALITIES, municipality, gazetteer().name_of(municipality))]
