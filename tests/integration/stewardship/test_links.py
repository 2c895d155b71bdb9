"""Every address is looked at weekly; one that leads nowhere for three weeks gets a flag."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from stewardship.flags import close_flag, open_flags
from stewardship.links import checking as links
from stewardship.links.checking import MOST_A_ROUND, check_links
from stewardship.links.visits import Outcome, Visit
from stewardship.models import CheckedLink
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry

pytestmark = on_both_databases

START = datetime(2026, 11, 24, 3, tzinfo=UTC)
WEEK = timedelta(days=7)
URL = "https://gruppe.example/"

Look = Callable[[str], Visit]


class Web:
    """Addresses as they are found; each is alive until a test says otherwise."""

    def __init__(self) -> None:
        self.found: dict[str, Outcome] = {}
        self.is_cut_off = False
        self.visited: list[str] = []

    def __call__(self, address: str) -> Visit:
        self.visited.append(address)
        if self.is_cut_off:
            return Visit(Outcome.DEAD, was_answered=False)
        return Visit(self.found.get(address, Outcome.ALIVE), was_answered=True)


@pytest.fixture
def web() -> Web:
    return Web()


def save_offer(session: Session, *urls: str, **changes: Any) -> None:
    save(session, offer_entry(contacts=[{"url": url} for url in urls], **changes))


def check(session: Session, web: Web, weeks: float) -> None:
    check_links(session, START + weeks * WEEK, look=web)
    session.commit()


def flagged(session: Session) -> list[tuple[str, str]]:
    return [(flag.offer_id, flag.detail) for flag in open_flags(session)]


def test_every_address_that_visitors_are_shown_is_looked_at_once(
    session: Session, web: Web
) -> None:
    online = schedule_entry(attendance="online", venue=None, online_url="https://moetes.example/")
    save(
        session,
        organisation_entry(url="https://forening.example/"),
        offer_entry(
            contacts=[
                {"url": URL, "chat": "https://chat.example/"},
                {"url": URL, "chat": "Skriv til oss i appen", "phone": "22 33 44 55"},
            ],
            schedules=[online],
        ),
        offer_entry(id="en-annen"),
    )

    check(session, web, 0)

    assert sorted(web.visited) == [
        "https://chat.example/",
        "https://forening.example/",
        URL,
        "https://moetes.example/",
    ]


def test_what_is_not_shown_or_made_up_is_not_looked_at(session: Session, web: Web) -> None:
    save_offer(session, URL, status="paused")
    save_offer(session, URL, id="eksempel-1")

    check(session, web, 0)

    assert web.visited == []


def test_none_is_looked_at_twice_in_a_week(session: Session, web: Web) -> None:
    save_offer(session, URL)

    for weeks in (0, 0.5, 0.99, 1):
        check(session, web, weeks)

    assert web.visited == [URL, URL]


def test_the_third_week_of_leading_nowhere_raises_a_flag(session: Session, web: Web) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD

    check(session, web, 0)
    check(session, web, 1)
    assert flagged(session) == []
    check(session, web, 2)

    assert flagged(session) == [("klatrekveld", URL)]


def test_trouble_that_may_pass_is_no_flag_before_three_months(session: Session, web: Web) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.UNSURE

    for week in range(11):
        check(session, web, week)
    assert flagged(session) == []
    check(session, web, 11)

    assert flagged(session) == [("klatrekveld", URL)]


def test_one_success_starts_the_count_anew_and_takes_the_flag_down(
    session: Session, web: Web
) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD
    for week in range(3):
        check(session, web, week)

    web.found[URL] = Outcome.ALIVE
    check(session, web, 3)
    assert flagged(session) == []

    web.found[URL] = Outcome.DEAD
    check(session, web, 4)
    check(session, web, 5)
    assert flagged(session) == []
    check(session, web, 6)
    assert flagged(session) == [("klatrekveld", URL)]


def test_a_flag_that_a_moderator_took_down_stays_down_until_it_has_been_alive(
    session: Session, web: Web
) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD
    for week in range(3):
        check(session, web, week)
    close_flag(session, open_flags(session)[0], "account:1")

    check(session, web, 3)

    assert flagged(session) == []


def test_an_offer_that_comes_to_point_to_a_dead_address_is_flagged_too(
    session: Session, web: Web
) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD
    for week in range(3):
        check(session, web, week)
    save_offer(session, URL, id="en-annen")

    check(session, web, 3)

    assert flagged(session) == [("klatrekveld", URL), ("en-annen", URL)]


def test_an_address_that_was_taken_out_takes_its_flag_with_it(session: Session, web: Web) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD
    for week in range(3):
        check(session, web, week)

    save_offer(session, "https://ny.example/")
    check(session, web, 2.1)

    assert flagged(session) == []


def test_when_our_own_connection_is_gone_no_group_is_blamed(session: Session, web: Web) -> None:
    urls = [f"https://{number}.example/" for number in range(5)]
    save_offer(session, *urls)
    web.is_cut_off = True

    for week in range(5):
        check(session, web, week)

    assert flagged(session) == []
    assert len(web.visited) == 25


def test_a_round_looks_at_a_hundred_and_those_who_waited_longest_come_first(
    session: Session, web: Web
) -> None:
    save_offer(session, *(f"https://{number:03}.example/" for number in range(130)))

    check(session, web, 0)
    assert len(web.visited) == MOST_A_ROUND
    check(session, web, 0.01)

    assert len(set(web.visited)) == 130


def test_a_round_ends_when_its_time_is_up(
    session: Session, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_offer(session, "https://1.example/", "https://2.example/")
    monkeypatch.setattr(links, "SECONDS_A_ROUND", -1.0)

    check(session, web, 0)

    assert web.visited == []


def test_what_another_round_has_looked_at_meanwhile_is_counted_once(
    session: Session, engine: Engine, web: Web
) -> None:
    save_offer(session, URL)
    web.found[URL] = Outcome.DEAD

    def slowly(address: str) -> Visit:
        with Session(engine) as other:
            check(other, web, 0)
        return web(address)

    check_links(session, START, look=slowly)
    session.commit()

    assert [link.failures for link in session.scalars(select(CheckedLink))] == [4]


def test_nothing_is_kept_of_addresses_that_nobody_points_to(session: Session, web: Web) -> None:
    save_offer(session, URL)
    check(session, web, 0)
    save_offer(session, "https://ny.example/")

    check(session, web, 10)

    assert len(session.scalars(select(CheckedLink)).all()) == 1
