"""The marks of browser tests that hold only where script runs, or only where it does not."""

import pytest

with_script = pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
without_script = pytest.mark.parametrize("page", [False], ids=["without script"], indirect=True)
