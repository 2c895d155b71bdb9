"""What time it is, asked for in one place so that a command or a test can say another."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def now_in_norway() -> datetime:
    """Return the present moment as an aware local time in Norway."""
    return datetime.now(NORWAY)


def now_in_utc() -> datetime:
    return datetime.now(UTC)
