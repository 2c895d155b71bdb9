"""The first page of somebody who is signed in: what they hold, what waits, and what is wished for near by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.permissions import Permission, permits
from core.clock import now_in_norway
from directory.choices import Status
from directory.models import Offer
from finder import catalogue
from finder.labels import inside_sentence, interest_label
from places.gazetteer import gazetteer
from stewardship import queries
from stewardship.done import just_done
from stewardship.models import ClaimState, Revision, RevisionState
from stewardship.own import queries as own_queries
from stewardship.own.due_words import due_in_words, is_late
from stewardship.visitors.wishing import wishes_for
from stewardship.wording.offer_state import state_of_offer
from stewardship.wording.version_words import state_in_words
from web.languages import gettext as _
from web.pages import Page


@dataclass(frozen=True)
class OwnOffer:
    """One line: an offer that is held, or that is only proposed yet.

    ``waits`` says what becomes of newer words, None where there are none; ``question`` is what a
    moderator asks about them.
    """

    id: str
    name: str
    state: str | None
    due: str | None
    is_late: bool
    waits: str | None
    question: str | None
    reports: int


@dataclass(frozen=True)
class OwnOrganisation:
    id: str
    name: str
    offers: tuple[OwnOffer, ...]


@dataclass(frozen=True)
class OwnClaim:
    """What somebody has asked to hold. ``reason`` is why not, None while it waits."""

    organisation: str
    reason: str | None


@dataclass(frozen=True)
class MinePage(Page):
    """Everything that somebody holds, what waits for an answer, and wishes where their offers are."""

    template: ClassVar[str] = "stewardship/mine/mine.html"
    is_private: ClassVar[bool] = True

    email: str
    done: str | None
    is_moderator: bool
    organisations: tuple[OwnOrganisation, ...]
    proposed: tuple[OwnOffer, ...]
    claims: tuple[OwnClaim, ...]
    wishes: tuple[str, ...]


def mine_page(session: Session, account: Account) -> MinePage:
    organisations = own_queries.held_organisations(session, account)
    offers = own_queries.offers_of(session, (one.id for one in organisations))
    lines = _lines(session, offers)
    return MinePage(
        email=account.email,
        done=just_done(),
        is_moderator=permits(account.role, Permission.MODERATE),
        organisations=tuple(
            OwnOrganisation(
                one.id,
                one.name,
                tuple(lines[offer.id] for offer in offers if offer.organisation_id == one.id),
            )
            for one in organisations
        ),
        proposed=tuple(
            _proposed(version) for version in queries.offers_proposed_by(session, account.id)
        ),
        claims=tuple(
            OwnClaim(name, claim.reason if claim.state is ClaimState.REJECTED else None)
            for claim, name in own_queries.claims_of(session, account)
        ),
        wishes=wishes_in_words(session, _municipalities(offers)),
    )


def wishes_in_words(session: Session, municipalities: Iterable[str]) -> tuple[str, ...]:
    """Return such as «7 ønsker musikk i Molde», only where the number may be told."""
    vocabulary = catalogue.current(session).vocabulary
    return tuple(
        _(
            "%(number)d ønsker %(interest)s i %(place)s",
            number=wish.number,
            interest=inside_sentence(interest_label(vocabulary, wish.interest)),
            place=gazetteer().name_of(area) or area,
        )
        for area, wishes in wishes_for(session, municipalities).items()
        for wish in wishes
        if wish.age_band is None
    )


def _lines(session: Session, offers: Iterable[Offer]) -> dict[str, OwnOffer]:
    held, today = list(offers), now_in_norway().date()
    ids = [offer.id for offer in held]
    proposals = own_queries.open_proposals_of(session, ids)
    reports = own_queries.open_reports_of(session, ids)
    return {
        offer.id: _line(offer, proposals.get(offer.id), reports.get(offer.id, 0), today)
        for offer in held
    }


def _line(offer: Offer, waiting: Revision | None, reports: int, today: date) -> OwnOffer:
    has_ended = offer.status is Status.ENDED
    return OwnOffer(
        id=offer.id,
        name=offer.name,
        state=state_of_offer(offer),
        due=None if has_ended else due_in_words(offer, today),
        is_late=not has_ended and is_late(offer, today),
        waits=state_in_words(waiting.state) if waiting else None,
        question=question_in(waiting),
        reports=reports,
    )


def _proposed(version: Revision) -> OwnOffer:
    return OwnOffer(
        id=version.offer_id,
        name=version.entry["name"],
        state=None,
        due=None,
        is_late=False,
        waits=state_in_words(version.state),
        question=question_in(version),
        reports=0,
    )


def question_in(version: Revision | None) -> str | None:
    """Return what a moderator asks about a proposal, None where nothing is asked."""
    is_asked = version is not None and version.state is RevisionState.RETURNED
    return version.reason if version is not None and is_asked else None


def _municipalities(offers: Iterable[Offer]) -> list[str]:
    numbers = (
        schedule.venue.municipality
        for offer in offers
        for schedule in offer.schedules
        if schedule.venue is not None
    )
    return sorted({number for number in numbers if number})
