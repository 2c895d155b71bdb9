"""Whatever people do with entries, in whatever order: no illegal state, no lost words, nothing unapproved."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.support.sequences import ACTIONS, Ground, Sequence

# `python -m bench.sequences` goes through a thousand longer ones.
SEQUENCES, STEPS = 100, 15


@pytest.fixture
def spoken_to(app: Flask) -> Iterator[None]:
    """Letters are written in the application's own words."""
    with app.app_context():
        yield


@pytest.mark.usefixtures("spoken_to")
def test_no_sequence_of_actions_breaks_what_must_always_be_true() -> None:
    ground = Ground()

    def one_sequence() -> RuleBasedStateMachine:
        return machine(ground)()

    run_state_machine_as_test(
        one_sequence,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def machine(ground: Ground) -> type[RuleBasedStateMachine]:
    """Return a machine with one rule for each action; what an action chooses comes from its seed."""

    class Entries(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.sequence = Sequence(ground.fresh_session(), Random(0))

        def teardown(self) -> None:
            self.sequence.session.close()

    for action in dict.fromkeys(ACTIONS):
        setattr(Entries, action.__name__, rule(seed=st.integers(0, 2**20))(_one(action)))
    return Entries


def _one(action: Any) -> Any:
    def step(self: Any, seed: int) -> None:
        self.sequence.random = Random(seed)
        self.sequence.step(action)

    step.__name__ = action.__name__
    return step
