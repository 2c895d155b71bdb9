"""Asking in time: one mail to each person for all that is due, no stage twice, and nobody forgotten."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account
from accounts.queries import account_for
from core.clock import NORWAY
from core.db import db
from core.outbox import MailState, OutgoingMail
from directory.models import ConfirmationRhythm, Offer
from stewardship.confirming import reminders
from stewardship.confirming.actions import confirm
from stewardship.confirming.reminders import send_reminders, send_seasonal
from stewardship.confirming.words_in_mail import asked_by
from stewardship.models import Revision, RevisionState
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry

DUE = date(2026, 11, 25)
LINK = re.compile(r"https://example\.org(?:/nn|/en)?/bekreft/([\w-]+)(/endre|/ferie)?$", re.M)


def at(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), NORWAY) + timedelta(hours=9)


def held(session: Session, email: str, *entries: dict[str, Any], due_on: date = DUE) -> Account:
    save(session, *entries)
    account = account_for(session, email)
    for entry in entries:
        make_steward(session, account, entry["organisation"])
        session.merge(ConfirmationRhythm(offer_id=entry["id"], due_on=due_on))
    session.commit()
    return account


def asked_on(app: Flask, day: date) -> int:
    """Do one round on ``day`` and return how many mails it queued."""
    with app.app_context(), db.session() as session:
        sent = send_reminders(session, at(day))
        session.commit()
    return sent


def asked_about_season_on(app: Flask, day: date) -> int:
    with app.app_context(), db.session() as session:
        sent = send_seasonal(session, at(day))
        session.commit()
    return sent


def mails(session: Session) -> list[OutgoingMail]:
    session.expire_all()
    return list(session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


def test_one_is_asked_before_on_and_after_the_day_and_then_left_alone(
    app: Flask, session: Session
) -> None:
    held(session, "kari@example.org", offer_entry())

    asked = [day for day in range(-40, 400) if asked_on(app, DUE + timedelta(day))]

    assert asked == [-30, 0, 30]
    assert [one.recipient for one in mails(session)] == ["kari@example.org"] * 3
    told = ["siste gang" in one.text for one in mails(session)]
    assert told == [False, False, True]


@on_both_databases
def test_two_rounds_on_a_day_ask_once_and_missed_rounds_are_made_up_for_by_one_mail(
    app: Flask, session: Session
) -> None:
    held(session, "kari@example.org", offer_entry())

    assert [asked_on(app, DUE + timedelta(90)) for _round in range(3)] == [1, 0, 0]
    assert asked_on(app, DUE + timedelta(91)) == 0


def test_a_person_gets_one_mail_with_all_that_is_due_soon_or_late(
    app: Flask, session: Session
) -> None:
    save(session, organisation_entry(), organisation_entry(id="turlaget", name="Turlaget"))
    held(session, "kari@example.org", offer_entry(contacts=[{"phone": "22 00 00 00"}]))
    held(
        session,
        "kari@example.org",
        offer_entry(id="turkveld", name="Turkveld", organisation="turlaget"),
        due_on=DUE + timedelta(20),
    )
    held(session, "kari@example.org", offer_entry(id="sommer", name="Sommerleir"),
         due_on=DUE + timedelta(31))  # fmt: skip

    assert asked_on(app, DUE) == 1

    (mail,) = mails(session)
    assert mail.subject == "Stemmer dette fortsatt?"
    for fact in ("Klatrekveld", "Hver onsdag kl. 18.00–20.00", "Klatrehallen, Trondheim",
                 "22 00 00 00", "Turkveld", "Alt stemmer:"):  # fmt: skip
        assert fact in " ".join(mail.text.replace("\u00a0", " ").split()), fact
    assert "Sommerleir" not in mail.text
    assert mail.about == "offer:klatrekveld"


def test_the_links_of_a_mail_answer_for_each_and_for_all(app: Flask, session: Session) -> None:
    held(session, "kari@example.org", offer_entry(), offer_entry(id="turkveld", name="Turkveld"))

    asked_on(app, DUE)

    (mail,) = mails(session)
    links = LINK.findall(mail.text)
    assert [path for _word, path in links] == ["", "", "/endre", "", "/endre"]
    assert [asked_by(session, word).offers for word, _path in links] == [
        ("klatrekveld", "turkveld"),
        ("klatrekveld",),
        ("klatrekveld",),
        ("turkveld",),
        ("turkveld",),
    ]


def test_all_who_hold_an_offer_are_asked_in_their_own_language(
    app: Flask, session: Session
) -> None:
    held(session, "kari@example.org", offer_entry())
    other = held(session, "ola@example.org", offer_entry())
    other.language = "en"
    session.commit()

    assert asked_on(app, DUE) == 2
    assert {one.recipient: one.language for one in mails(session)} == {
        "kari@example.org": "nb",
        "ola@example.org": "en",
    }
    assert "/en/bekreft/" in mails(session)[1].text


def test_an_answer_ends_the_asking_until_the_next_time(app: Flask, session: Session) -> None:
    held(session, "kari@example.org", offer_entry())
    asked_on(app, DUE - timedelta(30))

    confirm(session, ["klatrekveld"], actor="link:confirm", today=DUE - timedelta(29))
    session.commit()

    due_on = session.get_one(ConfirmationRhythm, "klatrekveld").due_on
    asked = [day for day in range(300) if asked_on(app, DUE + timedelta(day))]
    assert asked == [(due_on - DUE).days + days for days in (-30, 0, 30)]


@pytest.mark.parametrize("status", ["paused", "ended"])
def test_of_what_is_not_public_nothing_is_asked(app: Flask, session: Session, status: str) -> None:
    held(session, "kari@example.org", offer_entry(status=status))

    assert asked_on(app, DUE) == 0


def test_who_has_just_proposed_a_change_is_not_asked_meanwhile(
    app: Flask, session: Session
) -> None:
    held(session, "kari@example.org", offer_entry())
    version = Revision(
        offer_id="klatrekveld", number=1, entry={}, state=RevisionState.PROPOSED, actor="account:1"
    )
    session.add(version)
    session.commit()

    assert asked_on(app, DUE) == 0


def test_of_what_nobody_holds_nobody_is_asked(app: Flask, session: Session) -> None:
    save(session, offer_entry())

    assert asked_on(app, DUE) == 0


def test_nobody_is_written_to_again_whose_mail_came_back(app: Flask, session: Session) -> None:
    held(session, "kari@example.org", offer_entry())
    asked_on(app, DUE - timedelta(30))
    session.execute(update(OutgoingMail).values(state=MailState.DEAD))
    session.commit()

    assert asked_on(app, DUE) == 0
    assert session.get_one(ConfirmationRhythm, "klatrekveld").reminders == 2


def test_a_round_sends_no_more_than_so_many_mails_and_the_next_ones_the_rest(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "MOST_MAILS", 3)
    for number in range(7):
        name = f"gruppe-{number}"
        save(session, organisation_entry(id=name, name=name))
        held(session, f"{name}@example.org", offer_entry(id=name, organisation=name))

    assert [asked_on(app, DUE) for _round in range(4)] == [3, 3, 1, 0]
    assert len({one.recipient for one in mails(session)}) == 7


# Before the holidays

ADVENT = date(2026, 11, 20)


def test_before_christmas_it_is_asked_once_who_is_open(app: Flask, session: Session) -> None:
    held(session, "kari@example.org", offer_entry(), offer_entry(id="turkveld", name="Turkveld"),
         due_on=date(2027, 3, 1))  # fmt: skip

    asked = [day for day in range(40) if asked_about_season_on(app, ADVENT + timedelta(day))]

    assert asked == [0]
    (mail,) = mails(session)
    assert mail.subject == "Har dere åpent i jula?"
    links = LINK.findall(mail.text)
    assert [path for _word, path in links] == ["/ferie"] * 3
    assert asked_by(session, links[0][0]).season == "2026-christmas"


def test_only_who_meets_again_and_again_is_asked_about_holidays(
    app: Flask, session: Session
) -> None:
    once = schedule_entry(rrule=None, starts_on=date(2026, 12, 23))
    held(
        session,
        "kari@example.org",
        offer_entry(id="en-gang", schedules=[once]),
        offer_entry(id="uten-tid", schedules=[]),
        offer_entry(id="telefon", kind="signpost"),
    )

    assert asked_about_season_on(app, ADVENT) == 0


@on_both_databases
def test_the_next_season_is_asked_about_anew(app: Flask, session: Session) -> None:
    held(session, "kari@example.org", offer_entry())

    asked_about_season_on(app, ADVENT)

    assert asked_about_season_on(app, date(2027, 6, 10)) == 1
    assert session.get_one(Offer, "klatrekveld").rhythm is not None
    assert session.get_one(ConfirmationRhythm, "klatrekveld").season_asked == "2027-summer"
