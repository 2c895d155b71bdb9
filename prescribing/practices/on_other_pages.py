"""What pages of lower packages show of prescriptions, which they know nothing of themselves."""

from flask import Flask, url_for

from accounts.access import signed_in_or_none
from accounts.letting_in import add_landing
from accounts.models import Account, Role
from core.db import db
from prescribing.practices import public_counts
from prescribing.practices.access import find_practice
from prescribing.practices.counts_told import Told, told_in_words
from prescribing.practices.queries import count_waiting, find_prescriber


def init_app(app: Flask) -> None:
    templates = app.jinja_env.globals
    templates["is_prescriber"] = is_prescriber
    templates["prescribers_waiting"] = lambda: count_waiting(db.session())
    templates["counts_of_sheets"] = counts_of_sheets
    public_counts.init_app(app)
    add_landing(app, landing_of)


def is_prescriber() -> bool:
    return find_practice(db.session(), signed_in_or_none()) is not None


def counts_of_sheets() -> tuple[Told, ...]:
    """Return what everybody may know of all sheets with a code."""
    found = public_counts.public_counts(db.session())
    return tuple(told_in_words(event, what) for event, what in found.items())


def landing_of(account: Account) -> str | None:
    """Return where somebody who prescribes, and does nothing else here, wants to be after signing in."""
    does_more = account.role is not Role.STEWARD or account.stewardships
    if does_more or find_prescriber(db.session(), account) is None:
        return None
    is_approved = find_practice(db.session(), account) is not None
    return url_for("prescribe.show_form" if is_approved else "practices.show_ask")
