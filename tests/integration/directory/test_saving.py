"""Writing records: a record takes the place of the one with its id, and what is the same is left alone."""

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from directory.actions import Written, save_batch
from directory.changes import changed_since, newest_change
from directory.entries import entry_of_offer, entry_of_record
from directory.models import Confirmation, Offer, Organisation, Schedule, Source, Venue
from directory.queries import (
    AT_ONCE,
    NoSuchOfferError,
    published_by_ids,
    published_ids,
    published_in_stretches,
    shown_by_id,
)
from tests.support.databases import on_both_databases
from tests.support.factories import batch, offer_entry, organisation_entry, save, schedule_entry

pytestmark = on_both_databases


def test_a_record_takes_the_place_of_the_one_with_its_id(session: Session) -> None:
    before = offer_entry(summary={"nb": "Før"}, schedules=[schedule_entry(), schedule_entry()])
    after = offer_entry(summary={"en": "After"}, schedules=[], gender="women")
    save(session, before)

    save(session, after)

    kept = session.scalars(select(Offer)).one()
    assert entry_of_offer(kept) == entry_of_record(batch(after).offers["klatrekveld"])
    assert session.scalars(select(Schedule)).all() == []
    assert session.scalars(select(Venue)).all() == []


def test_records_that_are_not_in_the_batch_stay(session: Session) -> None:
    save(session, offer_entry(id="one"), offer_entry(id="other"))

    save(session, offer_entry(id="one", name="Nytt navn"))

    assert published_ids(session) == {"one", "other"}


def test_writing_the_same_again_writes_nothing(session: Session) -> None:
    entries = organisation_entry(aliases=["EF"]), offer_entry(sources=[{"title": "Rusfag"}])
    first = save(session, *entries)
    number = newest_change(session)

    second = save(session, *entries)

    assert first == Written(organisations=1, offers=1)
    assert second == Written(organisations=0, offers=0)
    assert newest_change(session) == number


def test_what_nobody_has_told_is_null_and_never_no(session: Session) -> None:
    save(session, offer_entry(schedules=[{"attendance": "in_person", "venue": {"name": "Huset"}}]))

    offer = session.scalars(select(Offer)).one()

    assert offer.gender is None
    assert offer.access == {}
    assert offer.cost_per_time is None
    assert offer.schedules[0].by_appointment is None
    assert offer.schedules[0].venue is not None
    assert offer.schedules[0].venue.step_free is None


def test_a_renamed_organisation_changes_the_pages_of_its_offers(session: Session) -> None:
    save(session, organisation_entry(), offer_entry(id="one"), offer_entry(id="other"))
    number = newest_change(session)

    save(session, organisation_entry(name="Nytt navn"))

    assert changed_since(session, number) == {"one", "other"}


def test_only_what_differs_is_noted_as_changed(session: Session) -> None:
    save(session, offer_entry(id="one"), offer_entry(id="other"))
    number = newest_change(session)

    save(session, offer_entry(id="one"), offer_entry(id="other", name="Nytt navn"))

    assert changed_since(session, number) == {"other"}


def test_changes_are_numbered_without_gaps(session: Session) -> None:
    start = newest_change(session)

    for name in ("a", "b", "c"):
        save(session, offer_entry(id="one", name=name), offer_entry(id="other", name=name))

    assert newest_change(session) == start + 6
    assert all(len(changed_since(session, start + n)) == min(2, 6 - n) for n in range(7))


def test_nothing_is_kept_of_what_is_rolled_back(engine: Engine) -> None:
    with Session(engine) as session:
        number = newest_change(session)
        save_batch(session, batch(organisation_entry(), offer_entry()))
        session.rollback()
    with Session(engine) as session:
        assert newest_change(session) == number
        assert session.scalars(select(Organisation)).all() == []


@pytest.mark.parametrize(
    ("status", "has_a_page", "is_found"),
    [("published", True, True), ("ended", True, False), ("paused", False, False)],
)
def test_only_what_is_published_is_found(
    session: Session, status: str, has_a_page: bool, is_found: bool
) -> None:
    save(session, offer_entry(status=status, kind="signpost"))

    assert bool(published_by_ids(session, ["klatrekveld"])) == is_found
    assert bool(published_ids(session)) == is_found
    assert bool(list(published_in_stretches(session))) == is_found
    if has_a_page:
        assert shown_by_id(session, "klatrekveld").id == "klatrekveld"
    else:
        with pytest.raises(NoSuchOfferError):
            shown_by_id(session, "klatrekveld")


def test_a_paused_offer_looks_like_one_that_never_was(session: Session) -> None:
    save(session, offer_entry(status="paused"))

    with pytest.raises(NoSuchOfferError) as paused:
        shown_by_id(session, "klatrekveld")
    with pytest.raises(NoSuchOfferError) as missing:
        shown_by_id(session, "finnes-ikke")

    assert (paused.value.code, paused.value.status) == (missing.value.code, missing.value.status)


def test_more_offers_than_one_question_takes_are_written_and_read(session: Session) -> None:
    offers = [offer_entry(id=f"offer-{number:04}") for number in range(2 * AT_ONCE + 1)]
    save(session, *offers)

    changed = save(session, *(offer | {"name": "Nytt navn"} for offer in offers))
    found = published_by_ids(session, [str(offer["id"]) for offer in offers])
    in_order = [offer.id for offer in published_in_stretches(session)]

    assert changed.offers == len(offers)
    assert {offer.name for offer in found.values()} == {"Nytt navn"}
    assert in_order == sorted(str(offer["id"]) for offer in offers)


def test_any_number_of_ids_may_be_asked_for(session: Session) -> None:
    save(session, offer_entry())
    ids = [f"missing-{number}" for number in range(70_000)]

    assert list(published_by_ids(session, [*ids, "klatrekveld"])) == ["klatrekveld"]


def test_sources_and_confirmation_are_kept(session: Session) -> None:
    sources = [{"title": "Rusfag", "year": 2019}, {"title": "Oppgave"}]
    save(session, offer_entry(sources=sources, confirmed_by="document"))

    assert [source.title for source in session.scalars(select(Source))] == ["Rusfag", "Oppgave"]
    assert session.scalars(select(Confirmation)).one().confirmed_on is None
