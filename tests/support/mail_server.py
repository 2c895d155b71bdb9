"""A real mail server on a port of its own, which keeps what it takes and refuses what a test wants."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

TAKEN = "250 OK"


@dataclass
class MailHouse:
    """Where the mail comes to. ``answers``: what the server says of a recipient instead of yes.

    ``heard`` is called with each mail that has been taken, before the sender is told.
    """

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    of_sender: list[str] = field(default_factory=list)
    hangs_up_at: str | None = None
    was_encrypted: list[bool] = field(default_factory=list)
    passwords: list[bytes] = field(default_factory=list)
    heard: Callable[[EmailMessage], None] = lambda _message: None

    # The library finds these by the words of the protocol.
    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.of_sender:
            return self.of_sender.pop(0)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return TAKEN

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if address == self.hangs_up_at:
            server.transport.abort()
        answer = self.answers.get(address, TAKEN)
        if answer == TAKEN:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Any, envelope: Any
    ) -> str:
        self.was_encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        message = message_from_bytes(envelope.content, policy=SMTPUTF8)
        self.taken.append(message)
        self.recipients += envelope.rcpt_tos
        self.heard(message)
        return TAKEN


@contextmanager
def mail_server(
    *, context: ssl.SSLContext | None = None, is_secure: bool = False, password: str | None = None
) -> Iterator[MailHouse]:
    """Serve from a thread. ``context`` encrypts, from the first word where ``is_secure``."""
    house, loop = MailHouse(), asyncio.new_event_loop()
    conversations: list[SMTP] = []

    def check(_server: Any, _session: Any, _envelope: Any, _way: str, given: Any) -> AuthResult:
        house.passwords.append(given.password)
        return AuthResult(success=given.password == (password or "").encode(), handled=False)

    def conversation() -> SMTP:
        begun = SMTP(
            house,
            enable_SMTPUTF8=True,
            loop=loop,
            tls_context=None if is_secure else context,
            authenticator=check if password else None,
            auth_require_tls=context is not None and not is_secure,
        )
        conversations.append(begun)
        return begun

    # All of it in the thread: where a browser is driven, this one has a loop that runs already.
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    opening = loop.create_server(conversation, "127.0.0.1", 0, ssl=context if is_secure else None)
    server = asyncio.run_coroutine_threadsafe(opening, loop).result()
    house.port = server.sockets[0].getsockname()[1]
    try:
        yield house
    finally:
        asyncio.run_coroutine_threadsafe(_end(server, conversations), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server, conversations: list[SMTP]) -> None:
    server.close()
    for one in conversations:
        if one.transport is not None:
            one.transport.abort()
    ours = asyncio.current_task()
    unfinished = [task for task in asyncio.all_tasks() if task is not ours]
    for task in unfinished:
        task.cancel()
    await asyncio.gather(*unfinished, return_exceptions=True)
    # A line is closed a moment after it has been given up.
    await asyncio.sleep(0.01)
