"""Versions of an entry in words: when, by whom, and what became of them."""

from datetime import datetime

from sqlalchemy.orm import Session

from accounts.models import Account, Role
from core.clock import NORWAY
from core.events import OF_ACCOUNT, SYSTEM, account_actor
from stewardship.models import Revision, RevisionState
from web.languages import clock_in_words, day_in_words
from web.languages import gettext as _


def moment_in_words(moment: datetime) -> str:
    """Return «25. november 2026 kl. 18.00», on the clock of Norway."""
    local = moment.astimezone(NORWAY)
    return _(
        "%(day)s kl. %(clock)s",
        day=day_in_words(local.date(), "d. MMMM y"),
        clock=clock_in_words(local),
    )


def state_in_words(state: RevisionState) -> str:
    return {
        RevisionState.PROPOSED: _("Venter på svar fra oss"),
        RevisionState.RETURNED: _("Venter på svar på et spørsmål"),
        RevisionState.ACCEPTED: _("Publisert"),
        RevisionState.REJECTED: _("Ikke publisert"),
        RevisionState.REPLACED: _("Erstattet av en nyere"),
    }[state]


def author_in_words(session: Session, version: Revision, reader: Account) -> str:
    """Return who wrote a version, without telling any reader another's name or address."""
    if version.actor == SYSTEM:
        return _("Fra fila den kom fra")
    if version.actor == account_actor(reader.id):
        return _("Fra deg")
    author = _author(session, version)
    if author is not None and author.role is not Role.STEWARD:
        return _("Fra en moderator")
    return _("Fra en annen som har ansvaret")


def _author(session: Session, version: Revision) -> Account | None:
    """Return who wrote a version, who may be another than the one it is still owed an answer to."""
    number = version.actor.removeprefix(OF_ACCOUNT)
    return session.get(Account, int(number)) if number.isdecimal() else None
