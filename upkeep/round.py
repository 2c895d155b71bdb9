"""The tasks of the regular work, each done in a transaction of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from accounts.sessions import purge_sessions
from core.delivery import never
from core.outbox import purge_mail
from core.tokens import purge_tokens
from prescribing.codes.purging import purge_prescriptions
from prescribing.practices.purging import purge_prescribers
from stewardship.confirming.reminders import send_reminders, send_seasonal
from stewardship.duplicates.nightly import find_duplicates
from stewardship.links.checking import check_links
from stewardship.purging import purge_accounts, purge_verifications
from stewardship.registering.drafts import purge_drafts
from stewardship.visitors.first_contact import overdue_first_contacts
from stewardship.visitors.reporting import purge_reports
from web.logs import log_crash

OpenSession = Callable[[], Session]


@dataclass(frozen=True)
class Task:
    """Something to look after. ``work`` finds out by itself what there is to do by now, often nothing."""

    name: str
    work: Callable[[Session, datetime], object]


TASKS: Final = (
    Task("reminders", send_reminders),
    Task("questions before holidays", send_seasonal),
    Task("unanswered first contacts", overdue_first_contacts),
    Task("links", check_links),
    Task("duplicates", find_duplicates),
    Task("old drafts", purge_drafts),
    Task("old reports", purge_reports),
    Task("whom to ask about proposers", purge_verifications),
    Task("those who prescribe no more", purge_prescribers),
    Task("accounts that look after nothing", purge_accounts),
    Task("old codes", purge_prescriptions),
    Task("old sign-ins", purge_sessions),
    Task("old links in mail", purge_tokens),
    Task("old mail", purge_mail),
)


def do_tasks(
    open_session: OpenSession,
    now: datetime,
    tasks: Iterable[Task],
    *,
    is_stopped: Callable[[], bool] = never,
) -> list[str]:
    """Do each of them. Returns the names of those that failed; the others are none the worse for it."""
    return [
        task.name for task in tasks if not is_stopped() and not is_done(open_session, now, task)
    ]


def is_done(open_session: OpenSession, now: datetime, task: Task) -> bool:
    """Do one task; where it fails, nothing of it is kept, and its kind and place are logged."""
    with open_session() as session:
        try:
            task.work(session, now)
            session.commit()
        except Exception as error:
            session.rollback()
            log_crash(error)
            return False
    return True
