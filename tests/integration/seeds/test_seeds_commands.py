"""``flask seeds``: loading, writing out and making up the catalogue."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account
from app import create_app
from core.db import db
from core.settings import Environment, Settings
from directory.changes import newest_change
from directory.choices import Status
from directory.entries import Entry, entry_of_offer, entry_of_organisation
from directory.models import Offer, Organisation
from directory.queries import every_offer, every_organisation, published_ids
from tests.support.commands import refused, run, succeed
from tests.support.databases import ROOT, on_both_databases
from tests.support.factories import offer_entry, organisation_entry, save

DOCUMENTED = ROOT / "seeds" / "offers"


def documented(part: str) -> dict[str, Entry]:
    files = [yaml.safe_load(file.read_text()) for file in DOCUMENTED.glob("*.yaml")]
    return {entry["id"]: entry for file in files for entry in file.get(part) or []}


def everything(session: Session) -> list[Entry]:
    organisations = [entry_of_organisation(one) for one in every_organisation(session)]
    return organisations + [entry_of_offer(one) for one in every_offer(session)]


def write(file: Path, **parts: object) -> Path:
    file.write_text(yaml.safe_dump({"format": "offers/1", **parts}), encoding="utf-8")
    return file


@on_both_databases
def test_loading_the_documented_offers_twice_changes_nothing(app: Flask, session: Session) -> None:
    first = succeed(app, "seeds", "load")
    kept, number = everything(session), newest_change(session)
    session.rollback()

    second = succeed(app, "seeds", "load")

    assert first == "50 organisations and 76 offers read, 126 new or changed.\n"
    assert second == "50 organisations and 76 offers read, 0 new or changed.\n"
    assert newest_change(session) == number
    assert everything(session) == kept


def test_every_documented_entry_is_there_with_its_status(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "load")

    statuses = {offer.id: offer.status for offer in every_offer(session)}
    assert statuses == {one: entry["status"] for one, entry in documented("offers").items()}
    names = {organisation.id: organisation.name for organisation in every_organisation(session)}
    assert names == {one: entry["name"] for one, entry in documented("organisations").items()}


def test_radius_in_oslo_has_ended(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "load")

    assert session.get_one(Offer, "radius-oslo").status is Status.ENDED


def test_the_climbing_in_trondheim_is_as_it_was_documented(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "load")

    offer = session.get_one(Offer, "fire-klatring-trondheim")
    assert offer.status is Status.PUBLISHED
    assert (offer.cost_per_time, offer.cost_per_year) == (30, 200)
    assert offer.confirmation is not None
    assert offer.confirmation.confirmed_on == date(2019, 5, 1)
    assert {schedule.venue.municipality for schedule in offer.schedules if schedule.venue} == {
        "5001"
    }


def test_no_place_is_told_for_the_bandy(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "load")

    offer = session.get_one(Offer, "fire-bandy")
    assert offer.schedules == []
    assert offer.serves == []


@on_both_databases
def test_what_was_written_out_loads_as_the_same_catalogue(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    succeed(app, "seeds", "load")
    kept = everything(session)
    session.rollback()

    said = succeed(app, "seeds", "export", str(tmp_path / "out"))
    again = succeed(app, "seeds", "load", str(tmp_path / "out"))

    assert said == f"50 organisations and 76 offers written to {tmp_path / 'out'}.\n"
    assert again.endswith(", 0 new or changed.\n")
    assert everything(session) == kept


def test_one_file_can_be_loaded(app: Flask, session: Session, tmp_path: Path) -> None:
    file = write(
        tmp_path / "mine.yaml", organisations=[organisation_entry()], offers=[offer_entry()]
    )

    said = succeed(app, "seeds", "load", str(file))

    assert said == "1 organisations and 1 offers read, 2 new or changed.\n"
    assert published_ids(session) == {"klatrekveld"}


def test_a_file_of_offers_may_name_organisations_that_are_kept(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    save(session, organisation_entry())
    file = write(tmp_path / "mine.yaml", offers=[offer_entry()])

    succeed(app, "seeds", "load", str(file))

    assert published_ids(session) == {"klatrekveld"}


@on_both_databases
def test_one_fault_and_nothing_at_all_is_loaded(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    number = newest_change(session)
    session.rollback()
    write(tmp_path / "a.yaml", organisations=[organisation_entry()], offers=[offer_entry()])
    write(tmp_path / "b.yaml", offers=[offer_entry(id="faulty", gender="x", intensity="x")])

    sentences = refused(app, "seeds", "load", str(tmp_path))

    assert sentences == [
        "b.yaml: offer faulty: gender: 'x' is none of any, women, men",
        "b.yaml: offer faulty: intensity: 'x' is none of calm, moderate, hard",
    ]
    assert everything(session) == []
    assert newest_change(session) == number


@pytest.mark.parametrize("path", ["missing", "missing.yaml"])
def test_a_path_that_is_not_there_is_refused(app: Flask, tmp_path: Path, path: str) -> None:
    assert refused(app, "seeds", "load", str(tmp_path / path)) == [
        f"{path}: cannot be opened: No such file or directory"
    ]


def test_writing_out_among_other_files_is_refused(app: Flask, tmp_path: Path) -> None:
    write(tmp_path / "mine.yaml")

    assert refused(app, "seeds", "export", str(tmp_path)) == [
        f"{tmp_path} already holds offer files."
    ]


def test_wrong_usage_is_told_from_a_refusal(app: Flask) -> None:
    assert run(app, "seeds", "export").exit_code == 2
    assert run(app, "seeds", "example", "--offers", "0").exit_code == 2


def test_made_up_offers_all_say_so(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "example", "--offers", "60", "--seed", "3")

    offers = list(every_offer(session))
    assert len(offers) == 60
    assert all(offer.id.startswith("eksempel-") for offer in offers)
    assert all(one.id.startswith("eksempel-") for one in session.scalars(select(Organisation)))


def test_the_same_seed_makes_up_the_same(app: Flask, session: Session) -> None:
    succeed(app, "seeds", "example", "--offers", "60", "--seed", "3")

    again = succeed(app, "seeds", "example", "--offers", "60", "--seed", "3")

    assert again.endswith(", 0 new or changed.\n")


def test_made_up_offers_are_refused_in_production(settings: Settings, session: Session) -> None:
    app = create_app(replace(settings, environment=Environment.PRODUCTION))

    sentences = refused(app, "seeds", "example", "--offers", "5")

    with app.app_context():
        db.engine.dispose()
    assert sentences == ["Made-up offers are refused where ENV is production."]
    assert session.scalar(select(func.count()).select_from(Offer)) == 0


def hold(session: Session, organisation: str) -> None:
    account = Account(email="kari@example.org")
    session.add(account)
    session.flush()
    make_steward(session, account, organisation)
    session.commit()


def test_documents_do_not_take_the_place_of_what_a_groups_own_people_say(
    app: Flask, session: Session
) -> None:
    succeed(app, "seeds", "load")
    offer = session.scalars(select(Offer).order_by(Offer.id)).first()
    hold(session, offer.organisation_id)
    told = entry_of_offer(offer) | {"name": "Som vi selv kaller det"}
    save(session, told)

    said = succeed(app, "seeds", "load")

    session.expire_all()
    assert session.get_one(Offer, offer.id).name == "Som vi selv kaller det"
    assert "held by their own people and stay as they are" in said


def test_a_file_that_is_named_is_read_over_everything(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    save(session, offer_entry())
    hold(session, "en-forening")
    file = write(
        tmp_path / "offers.yaml",
        organisations=[organisation_entry()],
        offers=[offer_entry(name="Som filen kaller det", schedules=[])],
    )

    succeed(app, "seeds", "load", str(file))

    session.expire_all()
    assert session.get_one(Offer, "klatrekveld").name == "Som filen kaller det"
