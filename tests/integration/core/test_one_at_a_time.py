"""Work that one does at a time is free again as soon as whoever did it has died, however it died."""

import subprocess
import sys
import time

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine

from core.one_at_a_time import one_at_a_time
from tests.support.databases import ROOT, on_both_databases

HOLD = """
import sys, time
from sqlalchemy import create_engine
from core.one_at_a_time import one_at_a_time
with one_at_a_time(create_engine(sys.argv[1]), "mail") as is_ours:
    print(is_ours, flush=True)
    time.sleep(60)
"""


def is_free(engine: Engine, work: str = "mail") -> bool:
    with one_at_a_time(engine, work) as is_ours:
        return is_ours


@on_both_databases
def test_one_has_it_until_the_end(database_url: str) -> None:
    one, other = create_engine(database_url), create_engine(database_url)

    with one_at_a_time(one, "mail") as is_ours:
        assert is_ours
        assert not is_free(other)
        assert is_free(other, "tasks")
    assert is_free(other)

    with pytest.raises(ValueError, match="lost"), one_at_a_time(one, "mail"):
        raise ValueError("lost")
    assert is_free(other)
    one.dispose()
    other.dispose()


@on_both_databases
def test_it_is_free_when_whoever_had_it_is_killed(database_url: str, engine: Engine) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, database_url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "True\n"
        assert not is_free(engine)
        holder.kill()
    until = time.monotonic() + 10
    while not is_free(engine):
        assert time.monotonic() < until
        time.sleep(0.05)
