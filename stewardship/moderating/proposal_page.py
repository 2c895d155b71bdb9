"""The page on which a moderator decides about a proposal: everything there is to know, on one page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from accounts.models import Account
from directory.entries import Entry
from directory.models import Organisation
from stewardship import queries
from stewardship.access import speaks_for
from stewardship.duplicates.likely import likely_duplicates, sought_of
from stewardship.duplicates.words import why_in_words
from stewardship.hints.giving import hints_for
from stewardship.models import Revision, RevisionState
from stewardship.moderating.forms import AcceptForm, QuestionForm, RejectForm
from stewardship.moderating.way_words import TO_ASK
from stewardship.verification import Way
from stewardship.wording.rows import Row, Side, rows_between, rows_of
from stewardship.wording.sides import public_side
from stewardship.wording.version_words import moment_in_words, state_in_words
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
    """The organisation of an offer. ``id`` is None for one that comes with the proposal.

    ``others`` counts what else it offers: whoever is let in holds that, too.
    """

    id: str | None
    name: str
    number: str | None
    url: str | None
    is_trusted: bool
    others: int


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


def proposer_of(session: Session, version: Revision) -> Proposer | None:
    """Return who proposed a version, None where it was read from a file."""
    account = None if version.account_id is None else session.get(Account, version.account_id)
    if account is None:
        return None
    told = version.verification
    way = Way(told["way"]) if told.get("way") in set(Way) else None
    return Proposer(
        account.email, None if way is None else str(TO_ASK[way]), told.get("whom"),
        is_stranger=not speaks_for(session, account, version),
    )  # fmt: skip


def _behind(session: Session, version: Revision) -> Behind:
    organisation = session.get(Organisation, version.entry["organisation"])
    if organisation is None:
        told: Entry = version.organisation or {}
        name = told.get("name", version.entry["organisation"])
        return Behind(None, name, told.get("orgnr"), told.get("url"), is_trusted=False, others=0)
    offers = queries.names_of_offers(session, organisation.id)
    return Behind(
        organisation.id,
        organisation.name,
        organisation.orgnr,
        organisation.url,
        queries.is_trusted(session, organisation.id),
        len(offers.keys() - {version.offer_id}),
    )


def _hints(version: Revision, organisation: str) -> tuple[str, ...]:
    language = next(iter(version.entry.get("summary", {})), "nb")
    found = hints_for(version.entry, language, [organisation])
    return tuple(dict.fromkeys(hint.sentence for hint in found))


def _alike(session: Session, entry: Entry) -> tuple[Alike, ...]:
    found = likely_duplicates(session, sought_of(entry, entry["organisation"], entry["id"]))
    return tuple(Alike(one.offer, one.name, one.organisation, why_in_words(one)) for one in found)
