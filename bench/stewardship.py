"""How quick it is for those who put a group in: likely duplicates, typed times, and the whole way."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from flask import Flask
from sqlalchemy.orm import Session

from accounts.cookie import NAME
from accounts.models import Role
from app import create_app
from bench import chromium
from bench.timing import Line, line_of, measure_ms
from core.clock import now_in_norway
from core.db import db
from core.settings import read_settings
from stewardship.duplicates.likely import Sought, likely_duplicates
from stewardship.times_typed.reading import read_times
from tests.support.databases import prepare
from tests.support.factories import offer_entry, save, schedule_entry
from tests.support.mailed import link_mailed_to
from tests.support.registering_steps import put_in
from tests.support.serving import served
from tests.support.signing_in import signed_in_account
from tests.support.time_phrases import UNDERSTOOD

OFFERS: Final = 3_000
DUPLICATES_MS, WHOLE_WAY_SECONDS = 50.0, 60.0
WORDS: Final = (
    *("Tur", "Kor", "Kafé", "Strikke", "Sykkel"),
    *("Snekker", "Lese", "Male", "Sang", "Dans"),
)
LAT, LON = 63.43, 10.39
PHONE: Final = {"width": 360, "height": 740}
KARI, MODERATOR = "kari@example.org", "mod@example.org"


def measure() -> Iterator[Line]:
    today = now_in_norway().date()
    phrases = [one["typed"] for one in UNDERSTOOD]
    yield line_of(
        "times as people type them, one phrase", measure_ms(lambda p: read_times(p, today), phrases)
    )
    with tempfile.TemporaryDirectory(prefix="bench-groups-") as folder:
        app = _site(Path(folder))
        with app.app_context():
            yield _duplicates(db.session())
            seconds = [_whole_way(app, db.session()) for _ in range(3)]
            db.session.remove()
            db.engine.dispose()
    name = "a group from nothing to published, in a browser without script"
    yield Line(name, "s", round(sorted(seconds)[1], 1), round(max(seconds), 1), WHOLE_WAY_SECONDS)


def _site(folder: Path) -> Flask:
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    return create_app(settings)


def _duplicates(session: Session) -> Line:
    """Half of the offers lie at one spot: a town in which every name has to be compared."""
    save(session, *(_offer(number) for number in range(OFFERS)))
    sought = [
        Sought(name=f"Turgruppa {word} Leesing", aliases=(), municipality="5001", lat=LAT, lon=LON)
        for word in WORDS * 10
    ]
    times = measure_ms(lambda one: likely_duplicates(session, one), sought)
    return line_of(f"likely duplicates among {OFFERS} offers", times, DUPLICATES_MS)


def _offer(number: int) -> dict[str, object]:
    words = (WORDS[number % 10], WORDS[number // 10 % 10], WORDS[number // 100 % 10])
    venue = {"municipality": "5001" if number % 4 else "0301", "precision": "municipality"}
    if number % 2:
        venue |= {"lat": LAT + number / 1_000_000, "lon": LON, "precision": "exact"}
    return offer_entry(
        id=f"n{number}",
        name=f"{words[0]}gruppa {words[1]} {words[2]}",
        schedules=[schedule_entry(venue=venue)],
    )


def _whole_way(app: Flask, session: Session) -> float:
    base_url = app.extensions["settings"].base_url
    began = time.perf_counter()
    with served(app) as address, chromium.launched() as browser:
        options = {"base_url": address, "java_script_enabled": False, "viewport": PHONE}
        group = browser.new_context(locale="nb-NO", **options).new_page()
        put_in(group)
        group.goto(link_mailed_to(session, KARI, base_url))
        group.get_by_role("button").last.click()
        _account, word = signed_in_account(session, MODERATOR, role=Role.MODERATOR)
        context = browser.new_context(locale="nb-NO", **options)
        context.add_cookies([{"name": NAME, "value": word, "url": address}])
        moderator = context.new_page()
        moderator.goto("/moderering")
        moderator.get_by_role("link", name="Klatring på tirsdag").first.click()
        # From the second time on she is known.
        called = moderator.get_by_label("Vi ringte nummeret")
        if called.count():
            called.check()
        moderator.get_by_role("button", name="Godta").click()
        moderator.get_by_text("Det er publisert.").wait_for()
    return time.perf_counter() - began
