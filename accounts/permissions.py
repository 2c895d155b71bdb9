"""What each role may do: the one table, and nothing about requests."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from accounts.models import Role


class Permission(StrEnum):
    """What a view asks for. All but SIGNED_IN wait for a passkey, from those of whom one is wanted.

    HOLD_OFFER is the right to all offers. Whoever holds one offer has it for that offer alone,
    which the view's own ``holds`` decides. PRESCRIBE comes with no role: only ``holds`` gives it.
    """

    SIGNED_IN = "signed_in"
    REMOVE_KEY = "remove_key"
    HOLD_OFFER = "hold_offer"
    PRESCRIBE = "prescribe"
    MODERATE = "moderate"
    ADMINISTER = "administer"


_STEWARD: Final = frozenset({Permission.SIGNED_IN, Permission.REMOVE_KEY})
_MODERATOR: Final = _STEWARD | {Permission.HOLD_OFFER, Permission.MODERATE}
PERMISSIONS: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.STEWARD: _STEWARD,
    Role.MODERATOR: _MODERATOR,
    Role.ADMIN: _MODERATOR | {Permission.ADMINISTER},
}
# A mail box can be taken over; what reaches beyond one's own groups is not opened by mail alone.
ROLES_WITH_A_KEY: Final = frozenset({Role.MODERATOR, Role.ADMIN})


def permits(role: Role, permission: Permission) -> bool:
    return permission in PERMISSIONS[role]
