"""Processes that run a command and may be killed at any moment, without a long start for each.

What takes long to read is read once, by a process that then gives birth to one for each command.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tests.support.databases import ROOT

MOTHER = """
import os, sys
from flask.cli import FlaskGroup
from app import create_app
from tests.support.made_once import made_once
with made_once():
    create_app()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            FlaskGroup(create_app=create_app).main(line.split())
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass(frozen=True)
class Mother:
    """Runs one command at a time: ``begin`` it, perhaps kill it, and ``ended`` tells how it went."""

    process: subprocess.Popen[str]

    def begin(self, *words: str) -> int:
        """Return the number of the process that runs ``flask <words>``."""
        assert self.process.stdin
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()
        return int(self._said())

    def ended(self) -> int:
        """Wait for its end; a number below zero is that of the signal that killed it."""
        return int(self._said())

    def _said(self) -> str:
        assert self.process.stdout
        said = self.process.stdout.readline()
        # A command says a line or two of its own.
        return said if said.strip().lstrip("-").isdigit() else self._said() if said else "-999"


@contextmanager
def mother(environ: Mapping[str, str]) -> Iterator[Mother]:
    process = subprocess.Popen(
        [sys.executable, "-c", MOTHER],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Mother(process)
        assert process.stdin
        process.stdin.close()
