"""An answer on the beat tells nothing by how long it took; what does not have to keep time does not."""

import time
from collections.abc import Callable

import pytest
from flask import Flask, abort
from hypothesis import given
from hypothesis import strategies as st

from web import even_beat
from web.even_beat import on_the_beat, until_beat

BEAT = 0.05


@given(st.floats(0, 100), st.floats(0.01, 1))
def test_an_answer_ends_on_a_beat(took: float, beat: float) -> None:
    end = took + until_beat(took, beat)

    assert end >= beat * 0.999999
    assert abs(end / beat - round(end / beat)) < 1e-6


@pytest.fixture
def open_page() -> Callable[[str], float]:
    app = Flask(__name__)
    even_beat.init_app(app, beat_seconds=BEAT)

    @app.get("/<int:status>/<int:milliseconds>")
    @on_the_beat
    def show(status: int, milliseconds: int) -> str:
        time.sleep(milliseconds / 1000)
        if status != 200:
            abort(status)
        return "here"

    @app.get("/quick")
    def show_quick() -> str:
        return "here"

    client = app.test_client()

    def seconds(path: str) -> float:
        start = time.perf_counter()
        client.get(path)
        return time.perf_counter() - start

    seconds("/quick")
    return seconds


@pytest.mark.parametrize("path", ["/200/0", "/200/10", "/404/0", "/404/10", "/500/5"])
def test_however_it_goes_it_takes_a_beat(open_page: Callable[[str], float], path: str) -> None:
    assert open_page(path) >= BEAT


def test_what_takes_longer_is_answered_on_the_next_one(open_page: Callable[[str], float]) -> None:
    assert open_page("/200/60") >= 2 * BEAT


@pytest.mark.parametrize("path", ["/quick", "/429/0", "/nowhere"])
def test_what_looks_nothing_up_keeps_nobody_waiting(
    open_page: Callable[[str], float], path: str
) -> None:
    assert min(open_page(path) for _ in range(5)) < BEAT
