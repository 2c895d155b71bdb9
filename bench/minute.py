"""How quick it is for who hands out a sheet: an answer while they type, and the whole way to a PDF."""

import tempfile
import time
from collections.abc import Iterator
from http import HTTPStatus
from itertools import cycle, islice, product
from pathlib import Path
from typing import Final

from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from bench import chromium
from bench.timing import Line, line_of, measure_ms
from core.clock import now_in_norway
from core.db import db
from core.schema import ensure_schema
from core.settings import read_settings
from directory import actions
from directory.vocabulary_file import read_vocabulary_file, save_vocabulary
from prescribing.choices import Reason
from prescribing.minute.choices import AGE_BANDS
from seeds.cli import VOCABULARY, references_for
from seeds.example.batch import example_batch
from tests.support.serving import served

OFFERS: Final = 10_000
ANSWERS: Final = 300
ANSWER_MS, WHOLE_WAY_SECONDS = 100.0, 5.0
RUNS: Final = 5
PLACES: Final = ("Oslo", "Trondheim", "Moss", "7030", "Karasjok", "Herøy, Nordland", "Bergen", "")
INTERESTS: Final = ("physical", "creative", "nature", "")
SITUATIONS: Final = ("", "", "drug_free", "wants_to_stop", "uses_now")
DESK: Final = {"width": 1280, "height": 900}

Sent = dict[str, str | list[str]]


def measure() -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="bench-minute-") as folder:
        app = _site(Path(folder))
        with app.app_context():
            _fill()
            yield _answers(app.test_client())
            yield _whole_way(app)
            db.session.remove()
            db.engine.dispose()


def _site(folder: Path) -> Flask:
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    return create_app(settings)


def _fill() -> None:
    session = db.session()
    ensure_schema(db.engine)
    vocabulary = read_vocabulary_file(VOCABULARY)
    save_vocabulary(session, vocabulary)
    today = now_in_norway().date()
    batch = example_batch(OFFERS, 1, vocabulary, references_for(vocabulary), today)
    actions.save_batch(session, batch)
    session.commit()


def _answers(client: FlaskClient) -> Line:
    def ask(sent: Sent) -> None:
        answer = client.post("/resept/forslag", data=sent)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError("A consultation was not answered.")

    times = measure_ms(ask, islice(_consultations(), ANSWERS))
    return line_of(f"a sheet while one chooses, {OFFERS:,} offers", times, ANSWER_MS)


def _consultations() -> Iterator[Sent]:
    """Yield what is chosen in one consultation after another: every reason, age and place with others."""
    situations, interests = cycle(SITUATIONS), cycle(INTERESTS)
    reasons = cycle(Reason)
    for age, place in cycle(product([*AGE_BANDS, ""], PLACES)):
        sent: Sent = {
            "reasons": [str(next(reasons)), str(next(reasons))],
            "age": age,
            "place": place,
            "situation": next(situations),
        }
        interest = next(interests)
        yield sent | ({"interests": interest} if interest else {})
        next(reasons)


def _whole_way(app: Flask) -> Line:
    """Go from the empty screen to a PDF as a practice does, as fast as the machine can."""
    with served(app) as address, chromium.launched() as browser:
        context = browser.new_context(base_url=address, viewport=DESK, locale="nb-NO")
        page = context.new_page()
        seconds = []
        for _run in range(RUNS + 1):
            began = time.perf_counter()
            page.goto("/resept")
            page.get_by_text("Ensomhet", exact=True).click()
            page.get_by_text("18–25\N{NO-BREAK SPACE}år", exact=True).click()
            page.get_by_label("Sted", exact=True).fill("Trondheim")
            page.get_by_role("heading", name="Flere forslag nær Trondheim").wait_for()
            link = page.get_by_role("link", name="Lagre som PDF").get_attribute("href")
            body = page.request.get(str(link)).body()
            seconds.append(time.perf_counter() - began)
            if not body.startswith(b"%PDF"):
                raise RuntimeError("There was no PDF at the end of the way.")
        context.close()
    # The first one waits for what is only read once.
    ordered = sorted(seconds[1:])
    p50, slowest = round(ordered[RUNS // 2], 2), round(ordered[-1], 2)
    return Line(
        "from the empty screen to a PDF, in a browser", "s", p50, slowest, WHOLE_WAY_SECONDS
    )
