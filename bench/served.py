"""A site as people get it, for what is measured in a browser: filled, then served by gunicorn."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

ROOT: Final = Path(__file__).resolve().parent.parent
# What the one who measures has set for a site of their own must not reach this one.
NOT_OURS: Final = (
    "BASE_URL",
    "DATABASE_URL",
    "GEOCODER",
    "MAIL_FROM",
    "MAIL_URL",
    "MAP_TILES_CREDIT",
    "MAP_TILES_URL",
    "REGISTER",
    "SEAL_KEYS",
    "SECRET_KEY",
    "SITE_NAME",
)
LONGEST_START_SECONDS: Final = 120


@dataclass(frozen=True)
class Site:
    """A site that answers at ``address``; its commands run with ``environment``."""

    address: str
    environment: Mapping[str, str]

    def run(self, *command: str) -> None:
        """Run one of the site's own commands, such as ``seeds load``."""
        flask = (".venv/bin/flask", "--app", "app", *command)
        quiet = subprocess.DEVNULL
        subprocess.run(flask, cwd=ROOT, env=self.environment, check=True, stdout=quiet)  # noqa: S603 -- all ours

    def answers_to(self, text: str) -> str:
        """Type ``text`` into the box of the home page; return where the answers are."""
        typed = urlencode({"text": text}).encode()
        with urlopen(f"{self.address}/finn", typed) as response:  # noqa: S310 -- our own address
            return response.geturl()


@contextmanager
def served() -> Iterator[Site]:
    """Serve the documented offers and 2,000 examples, as ``make run`` does, on a port of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-site-") as folder:
        site = _site(Path(folder))
        process = subprocess.Popen(  # noqa: S603 -- our own script
            [ROOT / "bin" / "run"], cwd=ROOT, env=site.environment, stdout=subprocess.DEVNULL
        )
        try:
            _wait_for(site, process)
            yield site
        finally:
            process.terminate()
            process.wait()


def _site(folder: Path) -> Site:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    ours = {
        "ENV": "development",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "INSTANCE_PATH": str(folder),
        "LOG_LEVEL": "ERROR",
    }
    return Site(f"http://127.0.0.1:{port}", kept | ours)


def _wait_for(site: Site, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + LONGEST_START_SECONDS
    while process.poll() is None and time.monotonic() < latest:
        try:
            urlopen(site.address).close()  # noqa: S310 -- our own address
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("The site that was to be measured did not start.")
