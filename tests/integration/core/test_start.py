"""The program as it is started: one that must not start says why, in plain words."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.databases import ROOT


def start(tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "flask", "--app", "app", "seeds", "load"]
    own = {"PATH": os.environ["PATH"], "INSTANCE_PATH": str(tmp_path / "instance")}
    return subprocess.run(
        words, cwd=ROOT, env=own | environ, capture_output=True, text=True, timeout=60, check=False
    )


def test_wrong_settings_end_the_program_with_a_sentence_for_each(tmp_path: Path) -> None:
    ended = start(tmp_path, ENV="production", PORT="http")

    assert ended.returncode == 1
    assert [line.split()[0] for line in ended.stderr.splitlines()] == [
        "PORT",
        "SECRET_KEY",
        "SEAL_KEYS",
    ]


def test_a_fresh_place_needs_nothing_to_start(tmp_path: Path) -> None:
    ended = start(tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert {file.name for file in (tmp_path / "instance").iterdir()} == {
        "secret_key",
        "seal_key",
        "site.sqlite",
    }
