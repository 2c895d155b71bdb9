"""A mail as it travels: plain text, headers that nothing typed can add to, and the same name each time."""

import re
import textwrap
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, Policy
from email.utils import format_datetime
from typing import Final

from core.clock import NORWAY
from core.mail_settings import MAIL_ADDRESS
from core.outbox import OutgoingMail
from core.tokens import digest_of

WIDTH: Final = 72
# A line that begins so would be read as something else, so a space is put before it (RFC 3676).
STUFFED: Final = (" ", ">", "From ")
SIGNATURE: Final = "-- "
NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class NoAddressError(Exception):
    """It cannot be the address of anybody."""


def compose(mail: OutgoingMail, sender: str, sender_name: str) -> EmailMessage:
    """Return what is handed to a mail server. Raises NoAddressError.

    A mail that is sent again has the same Message-ID, by which most readers' programs show it once.
    """
    message = EmailMessage()
    message["From"] = address(sender, sender_name)
    message["To"] = address(mail.recipient)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(mail.created_at.astimezone(NORWAY))
    message["Message-ID"] = f"<{name_of(mail)}@{address(sender).domain}>"
    message["Auto-Submitted"] = "auto-generated"
    flowed = flow(mail.text)
    message.set_content(flowed, cte="quoted-printable", params={"format": "flowed"})
    message["Content-Language"] = mail.language  # setting the content clears all that is about it
    return message


def name_of(mail: OutgoingMail) -> str:
    return digest_of(f"{mail.key} {mail.created_at.isoformat()}")[:32]


def address(typed: str, name: str = "") -> Address:
    """Return an address whose host is in letters that every server knows. Raises NoAddressError."""
    found = MAIL_ADDRESS.fullmatch(typed)
    if found is None:
        raise NoAddressError
    try:
        host = found["domain"].encode("idna").decode()
    except UnicodeError as error:
        raise NoAddressError from error
    return Address(one_line(name), found["local"], host)


def policy_for(message: EmailMessage) -> Policy:
    """Return how to write the message out: only an address outside of ASCII needs a newer server."""
    to: str = message["To"]
    return SMTP if to.isascii() else SMTPUTF8


def one_line(text: str) -> str:
    """Return ``text`` as a header may have it: a line's end or an unseen character could be a trick."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def flow(text: str) -> str:
    """Return ``text`` in lines that are short, and that a reader's program joins to fit its screen."""
    return "".join(f"{line}\n" for paragraph in _lines(text) for line in _flowed(paragraph))


def _lines(text: str) -> list[str]:
    return NOT_TEXT.sub("", re.sub(r"\r\n?", "\n", text)).removesuffix("\n").split("\n")


def _flowed(paragraph: str) -> list[str]:
    if paragraph == SIGNATURE:
        return [paragraph]
    lines = textwrap.wrap(
        paragraph.rstrip(" "),
        WIDTH,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
        drop_whitespace=True,
    ) or [""]
    ready = [f" {line}" if line.startswith(STUFFED) else line for line in lines]
    # A space at the end says that the line goes on; an address alone on its line is never broken.
    return [f"{line} " for line in ready[:-1]] + ready[-1:]
