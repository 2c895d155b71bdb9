"""Mail handed to a server by SMTP, over one connection for a round of it.

Of what a server answers only the number is kept: its words may repeat the mail's. Every failure of
``smtplib`` is an OSError.
"""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Final

from core.mail_message import policy_for
from core.mail_settings import MailServer
from core.mail_transport import NoServerError, NotNowError, RefusedError, UndeliveredError

SECONDS: Final = 30
CLOSING: Final = 421
TOO_LARGE: Final = 552
FOR_GOOD: Final = 500
NEWER_SERVER: Final = ("SMTPUTF8", "BODY=8BITMIME")


class SmtpServer:
    """Connects when there is something to send, and again where the server has hung up."""

    def __init__(self, server: MailServer, own_name: str) -> None:
        self._server = server
        self._own_name = own_name
        self._smtp: smtplib.SMTP | None = None

    def send(self, message: EmailMessage, name: str) -> None:
        del name  # the Message-ID tells it
        was_open = self._smtp is not None
        try:
            self._hand_over(message)
        except NoServerError:
            # Many servers take only so many over one connection, and have taken nothing of this one.
            if not was_open or self._smtp is not None:
                raise
            self._hand_over(message)

    def close(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            _hang_up(smtp)

    def _hand_over(self, message: EmailMessage) -> None:
        if self._smtp is None:
            self._smtp = _connect(self._server, self._own_name)
        sender, recipient = (message[one].addresses[0].addr_spec for one in ("From", "To"))
        policy = policy_for(message)
        options = NEWER_SERVER if policy is SMTPUTF8 else ()
        try:
            self._smtp.sendmail(sender, [recipient], message.as_bytes(policy=policy), options)
        except OSError as error:
            if not isinstance(error, smtplib.SMTPException):
                self._smtp.close()  # no answer came, so one that comes now would be to something else
            raise _meaning(error, needs_newer=bool(options)) from error
        finally:
            if self._smtp.sock is None:
                self._smtp = None


def _meaning(error: Exception, *, needs_newer: bool) -> UndeliveredError:
    """Return what a failure says of this mail, of its time, or of the server."""
    code = _code(error)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return RefusedError("no SMTPUTF8")
    if isinstance(error, smtplib.SMTPSenderRefused) and not needs_newer and code != TOO_LARGE:
        return NoServerError(f"server {code}")
    if code is None:
        return NotNowError("no answer")
    return RefusedError(str(code)) if code >= FOR_GOOD else NotNowError(str(code))


def _code(error: Exception) -> int | None:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))[0]
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else None


def _connect(server: MailServer, own_name: str) -> smtplib.SMTP:
    """Return a conversation in which mail can be handed over. Raises NoServerError."""
    try:
        smtp = _opened(server, own_name)
    except OSError as error:
        code = _code(error)
        raise NoServerError("no connection" if code is None else f"server {code}") from error
    try:
        _introduce(smtp, server)
    except OSError as error:
        smtp.close()
        raise NoServerError(f"login {_code(error) or 'failed'}") from error
    return smtp


def _opened(server: MailServer, own_name: str) -> smtplib.SMTP:
    if server.is_secure:
        return smtplib.SMTP_SSL(
            server.host,
            server.port,
            local_hostname=own_name,
            timeout=SECONDS,
            context=ssl.create_default_context(),
        )
    return smtplib.SMTP(server.host, server.port, local_hostname=own_name, timeout=SECONDS)


def _introduce(smtp: smtplib.SMTP, server: MailServer) -> None:
    """Encrypt, and log in. A password is told to nobody whose certificate is not in order."""
    smtp.ehlo_or_helo_if_needed()
    if not server.is_secure and (server.user or smtp.has_extn("starttls")):
        context = ssl.create_default_context()
        if not server.user:
            # Better than in the clear, which is what it would be otherwise.
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
    if server.user:
        smtp.login(server.user, server.password or "")


def _hang_up(smtp: smtplib.SMTP) -> None:
    try:
        smtp.quit()
    except OSError:
        smtp.close()
