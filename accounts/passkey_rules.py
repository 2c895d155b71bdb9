"""Where passkeys can be, and from whom one is wanted."""

import re
from typing import Final
from urllib.parse import urlsplit

from accounts.models import Account
from accounts.permissions import ROLES_WITH_A_KEY
from core.settings import Environment, Settings

# Browsers make no key for a number, of either kind of internet address.
NUMBER: Final = re.compile(r"[0-9.]+|.*:.*")


def host_of_passkeys(settings: Settings) -> str | None:
    """Return the host that keys are made for; None where a browser would make none.

    A key belongs to a name, and is made over https, or on the very machine that the site runs on.
    """
    address = urlsplit(settings.base_url)
    host = (address.hostname or "").lower()
    if not host or NUMBER.fullmatch(host):
        return None
    is_this_machine = host == "localhost" or host.endswith(".localhost")
    return host if address.scheme == "https" or is_this_machine else None


def can_do_without(settings: Settings) -> bool:
    """Tell whether mail alone is enough for everybody: while developing, where no key can be."""
    is_development = settings.environment is Environment.DEVELOPMENT
    return is_development and host_of_passkeys(settings) is None


def wants_passkey(settings: Settings, account: Account) -> bool:
    """Tell whether an account has to show a passkey; a steward does who has chosen to have one."""
    is_for_all = account.role in ROLES_WITH_A_KEY or bool(account.passkeys)
    return is_for_all and not can_do_without(settings)
