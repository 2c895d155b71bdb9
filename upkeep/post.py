"""The mail of the site on its way out, and what to do when it comes to nobody."""

from collections.abc import Callable
from datetime import datetime

from flask import current_app
from sqlalchemy.orm import Session

from core.delivery import Delivered, Outcome, Sender, deliver, never
from core.mail_files import MailFiles
from core.mail_settings import MailSettings
from core.mail_smtp import SmtpServer
from core.mail_transport import Transport
from core.outbox import OutgoingMail
from core.settings import Settings
from directory.models import Offer
from stewardship.flags import raise_flag
from stewardship.models import FlagKind


def deliver_mail(
    session: Session, now: datetime, is_stopped: Callable[[], bool] = never
) -> Delivered:
    """Deliver what is due, by the server that the operator has named."""
    settings: Settings = current_app.extensions["settings"]
    sender = Sender(settings.mail.sender, settings.site_name, way_out(settings.mail))
    return deliver(session, sender, now, on_dead=flag_bounce, is_stopped=is_stopped)


def way_out(mail: MailSettings) -> Transport:
    if mail.server is None:
        return MailFiles(mail.folder)
    return SmtpServer(mail.server, own_name=mail.sender.partition("@")[2])


def flag_bounce(session: Session, mail: OutgoingMail) -> None:
    """Let a moderator know that an offer's people cannot be reached where we write to them."""
    kind, _, offer_id = (mail.about or "").partition(":")
    if kind == "offer" and session.get(Offer, offer_id) is not None:
        raise_flag(session, offer_id, FlagKind.BOUNCED_MAIL, mail.failure or "")


def in_words(delivered: Delivered) -> str:
    """Return what the operator is told. It names nobody."""
    sent, put_off, dead = (delivered.counts[one] for one in Outcome)
    said = f"{sent} mails sent, {put_off} put off, {dead} given up."
    if delivered.no_server:
        said += f" Nothing can be handed over now: {delivered.no_server}."
    return said
