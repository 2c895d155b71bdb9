"""Which server takes our mail, and whom it is from: two settings, and what may be wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

# As people write addresses. What is left out could end a header, begin another address, or stand
# for other letters (=?).
MAIL_ADDRESS: Final = re.compile(
    r"(?!.*=\?)(?P<local>[^\s@\"(),:;<>\[\\\]\x00-\x1f\x7f]+)@(?P<domain>[\w-]+(\.[\w-]+)*)"
)
HOST: Final = re.compile(r"[\w-]+(\.[\w-]+)*|[0-9A-Fa-f:.]+")
# A number is no name that mail could come from.
NAMED_HOST: Final = re.compile(r"https?://(?P<host>[\w.-]*[a-z][\w-]*)(:|$)", re.ASCII)
PORTS: Final = {"smtp": 25, "smtps": 465}
PORT_FOR_LOGIN: Final = 587


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over. With ``is_secure`` all is encrypted from the first word on."""

    host: str
    port: int
    is_secure: bool = False
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class MailSettings:
    """Without a server, mail is written as files into ``folder``."""

    sender: str
    folder: Path
    server: MailServer | None = None


def read_mail(url: str, sender: str, folder: Path) -> MailSettings:
    return MailSettings(sender, folder, server=read_server(url) if url else None)


def read_server(url: str) -> MailServer | None:
    """Return the server that MAIL_URL names, None where it is not the address of one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    # It is read as if blanks and line ends were not there.
    if re.search(r"\s", url) or parts.scheme not in PORTS or not _is_server_alone(parts, port):
        return None
    usual = PORT_FOR_LOGIN if parts.scheme == "smtp" and parts.username else PORTS[parts.scheme]
    return MailServer(
        host=parts.hostname or "",
        port=port or usual,
        is_secure=parts.scheme == "smtps",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _is_server_alone(parts: SplitResult, port: int | None) -> bool:
    is_whole = HOST.fullmatch(parts.hostname or "") is not None and port != 0
    return (
        is_whole
        and bool(parts.username) == bool(parts.password)
        and not (parts.path.strip("/") or parts.query or parts.fragment)
    )


def faults_of_mail(url: str, sender: str, *, is_production: bool) -> Iterator[str]:
    """Yield what is wrong with MAIL_URL and MAIL_FROM; empty ones are not set."""
    if url and read_server(url) is None:
        # The address may hold a password, so the sentence does not repeat it.
        yield (
            "MAIL_URL is not the address of a mail server; "
            "it must look like smtp://user:password@mail.example.org:587 or smtps://…"
            ", and what is no letter or digit in the password is written as %40 and the like."
        )
    if sender and not _is_sender(sender):
        yield f"MAIL_FROM is {sender!r}; it must be an address such as hei@example.org."
    elif url and is_production and not sender:
        yield "MAIL_FROM is not set; production sends no mail without it."


def _is_sender(sender: str) -> bool:
    found = MAIL_ADDRESS.fullmatch(sender)
    # Letters such as ø before the @ are beyond many servers, and every mail would need a newer one.
    return found is not None and found["local"].isascii()


def usual_sender(base_url: str) -> str:
    """Return whom mail is from where nobody has said: nobody who reads answers, at the site's host."""
    found = NAMED_HOST.match(base_url)
    return f"ikke-svar@{found['host'].removeprefix('www.') if found else 'localhost'}"
