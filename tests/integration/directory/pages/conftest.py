"""Pages look the same on either database, so one is enough; and it is always the same Wednesday."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.databases import SQLiteFiles

NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Oslo"))


@pytest.fixture
def database_url(tmp_path: Path, sqlite_files: SQLiteFiles) -> str:
    """The address of a database with schema and vocabulary, and no offers."""
    return sqlite_files.copy(tmp_path)


@pytest.fixture(autouse=True)
def it_is_wednesday_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.views.now_in_norway", lambda: NOW)
