"""Random sequences of what people do with entries, and what must be true after every step.

The machine drives the same actions as the pages do. Beside it stands a plain memory of what was
approved by whom, so that the catalogue can be held against it.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Final

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from accounts.holding import make_steward
from accounts.models import Account, Role
from accounts.queries import account_for
from core.db import Base
from core.errors import DomainError
from core.events import account_actor
from core.outbox import OutgoingMail
from core.schema import ensure_schema
from directory.choices import Status
from directory.entries import entry_of_offer
from directory.models import MovedOffer, Offer
from directory.vocabulary_file import save_vocabulary
from stewardship import deciding, holding, merging, proposing, queries, trusting
from stewardship.confirming.actions import confirm
from stewardship.differences import entry_of_leaves, leaves_of
from stewardship.hiding import set_hidden
from stewardship.models import Draft, Revision, RevisionState
from stewardship.publishing import live_entry, public_words, words_of
from stewardship.verification import Way
from tests.support.databases import vocabulary
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry

TODAY = date(2026, 11, 25)
MODERATOR = "moderator@example.org"
STEWARDS = {
    "kari@example.org": "en-forening",
    "ola@example.org": "en-forening",
    "per@example.org": "en-annen",
}
NEEDS_NO_APPROVAL = ("cost.per_time", "cost.per_year", "capacity", "languages", "intensity")
ALL_OF = "SELECT * FROM {}"
WORDS = ("Kom som du er.", "Vi sitter i ring.", "Det er kaffe.", "Ta med sko.")


class Ground:
    """A catalogue in memory that every sequence begins upon, put back between them in a millisecond."""

    def __init__(self) -> None:
        self.engine = create_engine("sqlite://", poolclass=StaticPool)
        ensure_schema(self.engine)
        with Session(self.engine) as session:
            save_vocabulary(session, vocabulary())
            _people_and_offers(session)
        self._as_it_was = sqlite3.connect(":memory:")
        self._raw().backup(self._as_it_was)

    def fresh_session(self) -> Session:
        self._as_it_was.backup(self._raw())
        return Session(self.engine)

    def _raw(self) -> sqlite3.Connection:
        with self.engine.connect() as connection:
            raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw


def _people_and_offers(session: Session) -> None:
    save(
        session,
        organisation_entry(),
        organisation_entry(id="en-annen", name="En annen"),
        offer_entry(),
        offer_entry(id="turgruppe", name="Turgruppe", organisation="en-annen"),
    )
    session.add(Account(email=MODERATOR, role=Role.MODERATOR))
    for email, organisation in STEWARDS.items():
        make_steward(session, account_for(session, email), organisation)
    session.commit()


@dataclass
class Edit:
    """An open form: what somebody saw when they began, and what they have made of it."""

    offer_id: str
    proposal: proposing.Proposal
    who: Account


@dataclass
class Sequence:
    """One run. ``frozen`` is every accepted version as it was when it was accepted."""

    session: Session
    random: Random
    today: date = TODAY
    edits: list[Edit] = field(default_factory=list)
    frozen: dict[tuple[str, int], Any] = field(default_factory=dict)
    approved: set[tuple[str, int]] = field(default_factory=set)
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        accounts = {one.email: one for one in self.session.scalars(select(Account))}
        self.moderator = accounts.pop(MODERATOR)
        self.stewards = list(accounts.values())
        self.picture = self._picture()

    def step(self, action: "Action") -> None:
        """Do one thing. A refusal is an answer too: it leaves everything as it was."""
        try:
            action(self)
        except DomainError as error:
            self.session.rollback()
            self.done.append(f"{action.__name__}: {error.code}")
            assert self._picture() == self.picture, f"a refusal changed something: {self.done}"
            return
        self.session.commit()
        self.done.append(action.__name__)
        self.picture = self._picture()
        self.check()

    def register(self) -> None:
        who = self.random.choice(self.stewards)
        draft = Draft(digest=str(len(self.done)), language="nb", entry=self._new_entry())
        draft.hides_address = self.random.random() < 0.3
        is_known = self.random.random() < 0.5
        draft.organisation = {"id": "en-forening"} if is_known else {"name": "Ny forening"}
        self.session.add(draft)
        self.session.flush()
        proposing.propose_new(self.session, draft, who)

    def open_edit(self) -> None:
        offer_id = self._any_offer()
        who = self.random.choice([*self.stewards, self.moderator])
        head = proposing.current_head(self.session, offer_id)
        words, hides = self._changed(head.entry), head.hides_address ^ (self.random.random() < 0.1)
        self.edits.append(Edit(offer_id, proposing.Proposal(words, hides, head.number), who))

    def send_edit(self) -> None:
        if not self.edits:
            return
        edit = self.edits.pop(self.random.randrange(len(self.edits)))
        may_publish = edit.who.role is Role.MODERATOR
        try:
            made = proposing.propose_change(
                self.session, edit.offer_id, edit.proposal, edit.who, may_publish=may_publish
            )
        except proposing.ConflictError as conflict:
            self._bring_together(edit, conflict)
            return
        if may_publish and made.state is RevisionState.ACCEPTED:
            self.approved.add((made.offer_id, made.number))

    def _bring_together(self, edit: Edit, conflict: proposing.ConflictError) -> None:
        """Choose theirs or mine where both have changed the same, as the merge page asks."""
        mine = leaves_of(edit.proposal.words)
        kept = leaves_of(conflict.merge.entry)
        for one in conflict.merge.conflicts:
            assert mine.get(one.key) == one.mine, "what was typed is not there any more"
            kept[one.key] = self.random.choice((one.theirs, one.mine))
        words = entry_of_leaves(kept)
        proposal = proposing.Proposal(words, conflict.hides_address, conflict.head)
        self.edits.append(Edit(edit.offer_id, proposal, edit.who))

    def accept(self) -> None:
        version = self._any_version()
        deciding.accept(self.session, version, account_actor(self.moderator.id), Way.CALL)
        self.approved.add((version.offer_id, version.number))

    def accept_unverified(self) -> None:
        version = self._any_version()
        deciding.accept(self.session, version, account_actor(self.moderator.id))
        self.approved.add((version.offer_id, version.number))

    def ask_back(self) -> None:
        deciding.ask_back(
            self.session, self._any_version(), account_actor(self.moderator.id), "Hvor er det?"
        )

    def reject(self) -> None:
        deciding.reject(
            self.session, self._any_version(), account_actor(self.moderator.id), "Ikke et tilbud."
        )

    def restore(self) -> None:
        offer_id = self._any_offer()
        head = proposing.current_head(self.session, offer_id)
        old = self.random.choice(list(queries.history(self.session, offer_id)))
        proposal = proposing.Proposal(old.entry, old.hides_address, head.number)
        proposing.propose_change(
            self.session, offer_id, proposal, self.random.choice(self.stewards)
        )

    def pause(self) -> None:
        holding.pause(self.session, self._any_offer(), "account:1")

    def resume(self) -> None:
        holding.resume(self.session, self._any_offer(), "account:1", self.today)

    def end(self) -> None:
        holding.end(self.session, self._any_offer(), "account:1", self.today)

    def merge(self) -> None:
        merging.merge_offers(
            self.session, self._any_offer(), self._any_offer(), self.moderator, self.today
        )
        self._approve_newest()

    def take_apart(self) -> None:
        merging.take_apart(self.session, self._any_offer(), self.moderator)

    def confirm(self) -> None:
        offer_id = self._any_offer()
        if live_entry(self.session, offer_id) is not None:
            confirm(self.session, [offer_id], actor="account:1", today=self.today)

    def age(self) -> None:
        self.today += timedelta(days=self.random.choice((1, 40, 200)))

    def hide_or_show(self) -> None:
        """Hiding never waits, whatever else does."""
        offer_id, hides = self._any_offer(), self.random.random() < 0.7
        who = self.random.choice([*self.stewards, self.moderator])
        may_publish = who.role is Role.MODERATOR
        made = set_hidden(self.session, offer_id, who, hides=hides, may_publish=may_publish)
        live = live_entry(self.session, offer_id)
        assert live is None or not hides or "Storgata" not in str(live), self.done
        if may_publish and made.state is RevisionState.ACCEPTED:
            self.approved.add((made.offer_id, made.number))

    def trust(self) -> None:
        trusting.trust(self.session, "en-forening", account_actor(self.moderator.id))

    def trust_no_more(self) -> None:
        trusting.trust_no_more(self.session, "en-forening", account_actor(self.moderator.id))

    def read_a_file(self) -> None:
        """An offer file is read over what is there, as the operator may at any time."""
        live = live_entry(self.session, "turgruppe")
        assert live is not None
        name = self.random.choice(WORDS)
        entry = {**live, "aliases": [name]}
        save(self.session, entry)

    def check(self) -> None:
        """What must be true whatever has been done."""
        session = self.session
        for version in session.scalars(select(Revision).order_by(Revision.id)):
            self._check_version(version)
        for offer in session.scalars(select(Offer)):
            self._check_offer(offer)
        published = set(session.scalars(select(Offer.id)))
        for moved in session.scalars(select(MovedOffer)):
            assert moved.moved_to in published, self.done
            assert session.get(MovedOffer, moved.moved_to) is None, "an address leads in a chain"
            assert session.get_one(Offer, moved.offer_id).status is Status.ENDED, self.done
        keys = session.scalars(select(OutgoingMail.key)).all()
        assert len(keys) == len(set(keys))

    def _check_version(self, version: Revision) -> None:
        key = (version.offer_id, version.number)
        if version.state is RevisionState.ACCEPTED:
            words = self.frozen.setdefault(key, (version.entry, version.hides_address))
            assert words == (version.entry, version.hides_address), "accepted words have changed"
        assert key not in self.frozen or version.state is RevisionState.ACCEPTED, (
            "an accepted version is not accepted any more"
        )

    def _check_offer(self, offer: Offer) -> None:
        history = queries.history(self.session, offer.id)
        open_ones = [one for one in history if one.state in queries.OPEN]
        assert len(open_ones) <= 1, f"two proposals are open: {self.done}"
        accepted = [one for one in history if one.state is RevisionState.ACCEPTED]
        live = words_of(entry_of_offer(offer))
        if not accepted:
            assert offer.id in {"klatrekveld", "turgruppe"}, "published without being accepted"
            return
        newest = accepted[0]
        public = public_words(newest.entry, hides_address=newest.hides_address)
        is_from_file = offer.id == "turgruppe"
        assert is_from_file or live == public, f"the catalogue says something else: {self.done}"
        if newest.hides_address and not is_from_file:
            assert "Storgata" not in str(live), "a hidden address is public"
        for after, before in pairwise(accepted):
            self._check_step(before, after)

    def _check_step(self, before: Revision, after: Revision) -> None:
        """Between two accepted versions nobody's words were passed over, and nothing went round approval."""
        seen = after
        while seen.based_on is not None and seen.number > before.number:
            seen = queries.revision(self.session, after.offer_id, seen.based_on)
        is_file = after.actor == "system"
        assert is_file or seen.number == before.number, f"words were passed over: {self.done}"
        if is_file or (after.offer_id, after.number) in self.approved:
            return
        organisation = after.entry["organisation"]
        published_by_trust = {
            done for done in self.done if done.startswith("trust")
        } and organisation == "en-forening"
        old, new = leaves_of(before.entry), leaves_of(after.entry)
        changed = {key for key in {*old, *new} if old.get(key) != new.get(key)}
        free = {key for key in changed if key in NEEDS_NO_APPROVAL or key.startswith("access.")}
        if "schedules" in changed and _at_the_same_places(before.entry, after.entry):
            free.add("schedules")
        assert published_by_trust or changed <= free, f"published unapproved: {changed - free}"

    def _approve_newest(self) -> None:
        """Names that a merge has given away are the moderator's own doing."""
        for version in self.session.scalars(
            select(Revision).where(Revision.actor == account_actor(self.moderator.id))
        ):
            self.approved.add((version.offer_id, version.number))

    def _picture(self) -> Any:
        """Return all there is, row by row: quickly read, and nothing can have been forgotten."""
        self.session.expire_all()
        raw = self.session.connection().connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return {one: raw.execute(ALL_OF.format(one)).fetchall() for one in Base.metadata.tables}

    def _any_offer(self) -> str:
        proposed = self.session.scalars(select(Revision.offer_id)).all()
        return self.random.choice(sorted({"klatrekveld", "turgruppe", *proposed}))

    def _any_version(self) -> Revision:
        versions = self.session.scalars(select(Revision).order_by(Revision.id)).all()
        waiting = [one for one in versions if one.state in queries.OPEN]
        if waiting and self.random.random() < 0.8:
            return self.random.choice(waiting)
        if not versions:
            return proposing.current_head(self.session, "klatrekveld")
        return self.random.choice(versions)

    def _new_entry(self) -> dict[str, Any]:
        entry = offer_entry(
            name=self.random.choice(("Turgruppe", "Kaffekroken")), schedules=[self._schedule()]
        )
        return {k: v for k, v in entry.items() if k not in {"id", "organisation", "status"}}

    def _schedule(self) -> dict[str, Any]:
        street = f"Storgata {self.random.randint(1, 3)}"
        venue = {"name": "Huset", "address": street, "municipality": "5001"}
        return schedule_entry(
            venue=venue, rrule=self.random.choice(("FREQ=WEEKLY;BYDAY=WE", "FREQ=DAILY"))
        )

    def _changed(self, entry: dict[str, Any]) -> dict[str, Any]:
        changes = {
            "summary": {"nb": self.random.choice(WORDS)},
            "first_visit": {"nb": self.random.choice(WORDS)},
            "capacity": self.random.choice(("open", "full")),
            "cost": {"per_time": self.random.randint(0, 3) * 10},
            "sobriety_rule": self.random.choice(("drug_free", "none")),
            "schedules": [self._schedule()],
        }
        some = self.random.sample(sorted(changes), k=self.random.randint(0, 3))
        return entry | {key: changes[key] for key in some}


def _at_the_same_places(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return [one["venue"] for one in before["schedules"]] == [
        one["venue"] for one in after["schedules"]
    ]


Action = Callable[[Sequence], None]
ACTIONS: Final[tuple[Action, ...]] = (
    *(Sequence.register, Sequence.open_edit, Sequence.send_edit, Sequence.accept),
    *(Sequence.accept_unverified, Sequence.ask_back, Sequence.reject, Sequence.restore),
    *(Sequence.pause, Sequence.resume, Sequence.end, Sequence.merge, Sequence.take_apart),
    *(Sequence.confirm, Sequence.age, Sequence.trust, Sequence.trust_no_more),
    *(Sequence.read_a_file, Sequence.hide_or_show),
)
