"""How a made-up offer is told from a real one, everywhere and at a glance."""

from typing import Final

EXAMPLE_PREFIX: Final = "eksempel-"


def is_example(record_id: str) -> bool:
    return record_id.startswith(EXAMPLE_PREFIX)
