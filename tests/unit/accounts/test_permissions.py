"""The table of permissions: more with each role, and nothing that a role loses by rising."""

import pytest

from accounts.models import Role
from accounts.permissions import PERMISSIONS, ROLES_WITH_A_KEY, Permission, permits

MAY = {
    Role.STEWARD: {Permission.SIGNED_IN, Permission.REMOVE_KEY},
    Role.MODERATOR: set(Permission) - {Permission.ADMINISTER, Permission.PRESCRIBE},
    # To prescribe comes with a practice, and with no role.
    Role.ADMIN: set(Permission) - {Permission.PRESCRIBE},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_each_role_may_do_this_and_no_more(role: Role, permission: Permission) -> None:
    assert permits(role, permission) == (permission in MAY[role])


def test_no_role_loses_a_permission_by_rising() -> None:
    for lower, higher in zip(Role, list(Role)[1:], strict=False):
        assert PERMISSIONS[lower] < PERMISSIONS[higher]


def test_whoever_may_more_than_look_after_their_own_needs_a_key() -> None:
    more = {role for role in Role if PERMISSIONS[role] > PERMISSIONS[Role.STEWARD]}

    assert more == ROLES_WITH_A_KEY
