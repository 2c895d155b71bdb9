"""The regular look at web addresses: one that has led nowhere for three weeks gets its offers a flag."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from sqlalchemy.orm import Session

from core.events import SYSTEM
from stewardship.flags import close_flag, find_flag, open_flags, raise_flag
from stewardship.links.queries import addresses_shown, checked_links, forget_links_before
from stewardship.links.visits import Outcome, Visit, visit
from stewardship.models import CheckedLink, Flag, FlagKind

EVERY: Final = timedelta(days=7)
MOST_A_ROUND: Final = 100
SECONDS_A_ROUND: Final = 60.0
# Three weeks of leading nowhere, or twelve of trouble that may be a busy server's.
WEIGHT: Final = {Outcome.DEAD: 4, Outcome.UNSURE: 1}
TOO_MANY: Final = 12
# When so many say nothing and nobody speaks, it is our own connection that is gone.
ENOUGH_TO_TELL: Final = 3
KEPT: Final = timedelta(days=60)

Visited = Callable[[str], Visit]


def check_links(session: Session, now: datetime, *, look: Visited = visit) -> None:
    """Look at the addresses that were not looked at for a week, a hundred and a minute at most."""
    shown = addresses_shown(session)
    known = checked_links(session)
    due = sorted(_due(shown, known, now), key=partial(_last_looked_at, known))[:MOST_A_ROUND]
    # The tables are not written to before all have been visited: nobody has to wait for the web.
    found = _visited(due, look)
    is_cut_off = len(found) >= ENOUGH_TO_TELL and not any(
        one.was_answered for one in found.values()
    )
    # Meanwhile another round may have looked at the same; then it has been counted.
    known = checked_links(session)
    fresh = _fresh(known, now)
    for address, result in found.items():
        if digest_of(address) in fresh:
            continue
        link = _noted(session, known, address, now)
        if not is_cut_off:
            _judge(session, link, address, shown[address], result.outcome)
    _take_down_flags_of_removed(session, shown)
    forget_links_before(session, now - KEPT)


def digest_of(address: str) -> str:
    return sha256(address.encode()).hexdigest()


def _due(shown: dict[str, set[str]], known: dict[str, CheckedLink], now: datetime) -> list[str]:
    fresh = _fresh(known, now)
    return [address for address in shown if digest_of(address) not in fresh]


def _fresh(known: dict[str, CheckedLink], now: datetime) -> set[str]:
    return {digest for digest, link in known.items() if now - link.checked_at < EVERY}


def _last_looked_at(known: dict[str, CheckedLink], address: str) -> tuple[float, str]:
    link = known.get(digest_of(address))
    return (link.checked_at.timestamp() if link else 0.0, address)


def _visited(due: list[str], look: Visited) -> dict[str, Visit]:
    until = time.monotonic() + SECONDS_A_ROUND
    found: dict[str, Visit] = {}
    for address in due:
        if time.monotonic() > until:
            break
        found[address] = look(address)
    return found


def _noted(
    session: Session, known: dict[str, CheckedLink], address: str, now: datetime
) -> CheckedLink:
    digest = digest_of(address)
    link = known.get(digest)
    if link is None:
        link = CheckedLink(digest=digest, failures=0, checked_at=now)
        session.add(link)
    link.checked_at = now
    return link


def _judge(
    session: Session, link: CheckedLink, address: str, offers: set[str], outcome: Outcome
) -> None:
    if outcome is Outcome.ALIVE:
        if link.failures:
            _take_down(session, [one for one in _flags(session) if one.detail == address])
        link.failures = 0
        return
    before = link.failures
    link.failures = before + WEIGHT[outcome]
    if link.failures < TOO_MANY:
        return
    for offer in sorted(offers):
        # A moderator who has taken the flag down is told once more only after it was alive again.
        if before < TOO_MANY or find_flag(session, offer, FlagKind.DEAD_LINK, address) is None:
            raise_flag(session, offer, FlagKind.DEAD_LINK, address)


def _take_down_flags_of_removed(session: Session, shown: dict[str, set[str]]) -> None:
    _take_down(
        session,
        [one for one in _flags(session) if one.offer_id not in shown.get(one.detail, set())],
    )


def _flags(session: Session) -> list[Flag]:
    return open_flags(session, FlagKind.DEAD_LINK)


def _take_down(session: Session, flags: list[Flag]) -> None:
    for flag in flags:
        close_flag(session, flag, SYSTEM)
