"""A thousand random sequences of what people do with entries: none may break what must always be true.

``python -m bench.sequences [FIRST]`` stops at the first that does and tells its seed and its steps.
The same machine runs, shorter, among the tests.
"""

import sys
import tempfile
import time
from collections import Counter
from random import Random
from typing import Final

from app import create_app
from core.settings import read_settings
from tests.support.sequences import ACTIONS, Ground, Sequence

SEQUENCES, STEPS = 1000, 20
OF_SETTINGS: Final = {"ENV": "test", "LOG_LEVEL": "ERROR"}


def main() -> None:
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    began, done = time.perf_counter(), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="bench-sequences-") as folder:
        app = create_app(read_settings(OF_SETTINGS | {"INSTANCE_PATH": folder}))
        with app.app_context():
            ground = Ground()
            for seed in range(first, first + SEQUENCES):
                done.update(_go_through(ground, seed))
    seconds = time.perf_counter() - began
    print(f"{SEQUENCES} sequences of {STEPS} steps from seed {first}: none broke, {seconds:.0f} s")
    for step, times in done.most_common():
        print(f"{times:6} {step}")


def _go_through(ground: Ground, seed: int) -> list[str]:
    sequence = Sequence(ground.fresh_session(), Random(seed))
    try:
        for _ in range(STEPS):
            sequence.step(sequence.random.choice(ACTIONS))
    except AssertionError as error:
        raise AssertionError(f"seed {seed}: {error}; {sequence.done}") from error
    finally:
        sequence.session.close()
    return sequence.done


if __name__ == "__main__":
    main()
