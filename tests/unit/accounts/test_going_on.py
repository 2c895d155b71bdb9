"""Where somebody was going is a path of ours, whatever an address says."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts.going_on import LONGEST, path_to_go_on_to

HERE = "https://example.org/inn"


@given(st.text() | st.text(alphabet="/\\.:@?#%\t\n abcx0").map(lambda rest: f"/{rest}"))
@example("//evil.example")
@example("/\\evil.example")
@example("/\t/evil.example")
@example("https://evil.example")
@example("/%5cevil.example")
def test_nothing_leads_to_another_site(path: str) -> None:
    kept = path_to_go_on_to(path)

    assert kept is None or kept == path.removesuffix("?")
    assert urlsplit(urljoin(HERE, kept or "")).netloc == "example.org"
    # Browsers take the other stroke for the same, and pass over what cannot be seen.
    assert not (kept or "/").replace("\\", "/").startswith("//")
    assert (kept or "").isprintable()


@pytest.mark.parametrize(
    "path",
    ["/", "/konto", "/en/konto", "/tilbud/klatrekveld", "/moderering?side=2", "/a/b_c-d.ics"],
)
def test_a_path_of_ours_is_kept(path: str) -> None:
    assert path_to_go_on_to(path) == path


@pytest.mark.parametrize("path", [None, "", "konto", "/" + "x" * LONGEST])
def test_what_is_no_path_or_too_long_is_dropped(path: str | None) -> None:
    assert path_to_go_on_to(path) is None
