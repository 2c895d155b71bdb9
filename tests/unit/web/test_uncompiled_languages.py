"""Where a language is not compiled the site does not start, and says in one sentence what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from web import languages


@pytest.fixture
def _nothing_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(languages, "TRANSLATIONS", tmp_path)
    languages.spoken.cache_clear()
    yield
    languages.spoken.cache_clear()


@pytest.mark.usefixtures("_nothing_is_compiled")
def test_a_language_that_is_not_compiled_ends_the_program_at_the_start() -> None:
    with pytest.raises(SystemExit) as ended:
        languages.init_app(Flask("trying"))

    assert str(ended.value) == (
        "The sentences of the language nn are not compiled. `make .venv/ready` does that."
    )
