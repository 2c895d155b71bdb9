"""What the ten questions need to know, gathered from the catalogue, the register and the geocoder."""

from functools import partial

from flask import current_app
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from core.settings import Settings
from finder import catalogue
from places.geocoders import positions_of
from stewardship.duplicates.likely import Likely, likely_duplicates, sought_of
from stewardship.registering.answers import Answers
from stewardship.registering.entity_register import Entity, RegisterSilentError, find_entity
from stewardship.registering.organisation_search import find_organisation
from stewardship.registering.questions.question import Known


def what_is_known(session: Session) -> Known:
    settings: Settings = current_app.extensions["settings"]
    return Known(
        vocabulary=catalogue.current(session).vocabulary,
        today=now_in_norway().date(),
        organisation=partial(find_organisation, session),
        registered=_entity,
        positions=positions_of,
        looks_up_addresses=settings.geocoder is not None,
        tiles=settings.tiles,
    )


def likely_the_same(session: Session, answers: Answers, besides: str | None = None) -> list[Likely]:
    """Return what is in the catalogue already and may be what ``answers`` tell of."""
    if not answers.entry.get("name"):
        return []
    organisation = answers.organisation.get("id") or answers.organisation.get("name")
    return likely_duplicates(session, sought_of(answers.entry, organisation, besides))


def _entity(number: str) -> Entity | None:
    """A register that is silent keeps nobody from going on: what it would tell can be typed."""
    try:
        return find_entity(number)
    except RegisterSilentError:
        return None
