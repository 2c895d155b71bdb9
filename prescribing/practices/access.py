"""Who may prescribe, and for which practice: only those a moderator has approved."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account
from prescribing.choices import PrescriberState
from prescribing.models import Practice, Prescriber


def prescribes(session: Session, account: Account, _view_args: Mapping[str, Any]) -> bool:
    """Tell whether ``account`` may prescribe, whatever the address is about."""
    return find_practice(session, account) is not None


def find_practice(session: Session, account: Account | None) -> Practice | None:
    """Return the practice that ``account`` prescribes for; None where it may not, and for nobody."""
    if account is None:
        return None
    approved = (
        select(Practice)
        .join(Prescriber, Prescriber.practice_id == Practice.id)
        .where(Prescriber.account_id == account.id, Prescriber.state == PrescriberState.APPROVED)
    )
    return session.scalar(approved)
