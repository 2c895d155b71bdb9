"""The page on which a moderator decides about a proposal: everything there is to know, on one page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account, Role
from directory.entries import Entry
from directory.models import Organisation
from stewardship import queries
from stewardship.duplicates.likely import Sought, likely_duplicates
from stewardship.duplicates.words import why_in_words
from stewardship.hints.giving import hints_for
from stewardship.models import Revision, RevisionState
from stewardship.moderating.forms import AcceptForm, QuestionForm, RejectForm
from stewardship.moderating.way_words import TO_ASK
from stewardship.own.version_words import moment_in_words, state_in_words
from stewardship.publishing import live_entry, public_words_of, words_of
from stewardship.verification import Way
from stewardship.wording.rows import Row, Side, rows_between, rows_of
from web.pages import Page


@dataclass(frozen=True)
class Proposer:
    """Who proposed. ``way`` and ``whom`` tell how it can be known that they speak for the group.

    ``is_stranger`` tells that they do not hold the organisation yet.
    """

    email: str
    way: str | None
    whom: str | None
    is_stranger: bool


@dataclass(frozen=True)
class Behind:
    """The organisation of an offer. ``id`` is None for one that comes with the proposal."""

    id: str | None
    name: str
    number: str | None
    url: str | None
    is_trusted: bool


@dataclass(frozen=True)
class Alike:
    """A published offer that may be the same, and why we think so."""

    id: str
    name: str
    organisation: str
    why: str


@dataclass(frozen=True)
class Forms:
    """The three answers. One that was sent and could not be used holds what was typed."""

    accept: AcceptForm
    ask: QuestionForm
    reject: RejectForm


@dataclass(frozen=True)
class ProposalPage(Page):
    """A proposal beside what is public, and the three answers to it.

    ``refusal`` says why the last answer could not be given; ``state`` what has been decided, None
    where it still waits. Where ``is_asked`` their answer is waited for, and it can still be a no.
    """

    template: ClassVar[str] = "stewardship/moderation/proposal.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    number: int
    name: str
    is_new: bool
    proposed: str
    state: str | None
    is_asked: bool
    question: str | None
    proposer: Proposer | None
    behind: Behind
    rows: tuple[Row, ...]
    hides_address: bool
    hints: tuple[str, ...]
    alike: tuple[Alike, ...]
    forms: Forms
    refusal: str | None


def forms_for(proposer: Proposer | None, typed: Mapping[str, Any] | None = None) -> Forms:
    """Return the three forms, empty; ``typed`` goes into all of them, whose fields differ by name."""
    is_stranger = proposer is not None and proposer.is_stranger
    return Forms(AcceptForm(typed, is_stranger=is_stranger), QuestionForm(typed), RejectForm(typed))


def proposal_page(
    session: Session, version: Revision, forms: Forms, refusal: str | None = None
) -> ProposalPage:
    public = public_side(session, version.offer_id)
    proposed, behind = Side(version.entry, version.hides_address), _behind(session, version)
    return ProposalPage(
        offer_id=version.offer_id,
        number=version.number,
        name=version.entry["name"],
        is_new=public is None,
        proposed=moment_in_words(version.created_at),
        state=None if version.state is RevisionState.PROPOSED else state_in_words(version.state),
        is_asked=version.state is RevisionState.RETURNED,
        question=version.reason,
        proposer=proposer_of(session, version),
        behind=behind,
        rows=rows_of(proposed) if public is None else rows_between(public, proposed),
        hides_address=version.hides_address,
        hints=_hints(version, behind.name),
        alike=_alike(session, version.entry),
        forms=forms,
        refusal=refusal,
    )


def public_side(session: Session, offer_id: str) -> Side | None:
    """Return what the catalogue says now, with the address that it hides; None where it has nothing."""
    live = live_entry(session, offer_id)
    if live is None:
        return None
    accepted = queries.find_accepted(session, offer_id)
    if accepted is not None and public_words_of(accepted) == words_of(live):
        return Side(accepted.entry, accepted.hides_address)
    return Side(words_of(live), accepted is not None and accepted.hides_address)


def proposer_of(session: Session, version: Revision) -> Proposer | None:
    """Return who proposed a version, None where it was read from a file."""
    account = None if version.account_id is None else session.get(Account, version.account_id)
    if account is None:
        return None
    told = version.verification
    speaks_for = account.role is not Role.STEWARD or version.entry["organisation"] in (
        organisations_of(session, account)
    )
    way = Way(told["way"]) if told.get("way") in set(Way) else None
    return Proposer(
        account.email, None if way is None else str(TO_ASK[way]), told.get("whom"),
        is_stranger=not speaks_for,
    )  # fmt: skip


def _behind(session: Session, version: Revision) -> Behind:
    organisation = session.get(Organisation, version.entry["organisation"])
    if organisation is None:
        told: Entry = version.organisation or {}
        name = told.get("name", version.entry["organisation"])
        return Behind(None, name, told.get("orgnr"), told.get("url"), is_trusted=False)
    return Behind(
        organisation.id,
        organisation.name,
        organisation.orgnr,
        organisation.url,
        queries.is_trusted(session, organisation.id),
    )


def _hints(version: Revision, organisation: str) -> tuple[str, ...]:
    language = next(iter(version.entry.get("summary", {})), "nb")
    found = hints_for(version.entry, language, [organisation])
    return tuple(dict.fromkeys(hint.sentence for hint in found))


def _alike(session: Session, entry: Entry) -> tuple[Alike, ...]:
    found = likely_duplicates(session, _sought(entry))
    return tuple(Alike(one.offer, one.name, one.organisation, why_in_words(one)) for one in found)


def _sought(entry: Entry) -> Sought:
    venues = (one.get("venue") or {} for one in entry.get("schedules", ()))
    venue = next((one for one in venues if one.get("municipality")), {})
    is_exact = venue.get("precision") == "exact"
    return Sought(
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        municipality=venue.get("municipality"),
        lat=venue.get("lat") if is_exact else None,
        lon=venue.get("lon") if is_exact else None,
        organisation=entry["organisation"],
        besides=entry["id"],
    )
