"""The collector of reference cycles pauses while much is built, and never for longer."""

import gc
from collections.abc import Iterator

import pytest

from core.memory import collection_paused


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_meanwhile_and_everything_afterwards() -> None:
    with collection_paused():
        meanwhile = gc.isenabled()

    assert not meanwhile
    assert gc.isenabled()


def test_a_failure_does_not_leave_it_paused() -> None:
    with pytest.raises(ZeroDivisionError), collection_paused():
        raise ZeroDivisionError

    assert gc.isenabled()


def test_whoever_has_paused_it_before_keeps_it_paused() -> None:
    gc.disable()

    with collection_paused():
        pass

    assert not gc.isenabled()
