"""Keys are wanted from everybody who decides for others, but where no browser could make one."""

from dataclasses import replace
from pathlib import Path

import pytest

from accounts.models import Account, Passkey, Role
from accounts.passkey_rules import can_do_without, host_of_passkeys, wants_passkey
from core.settings import Environment, Settings, read_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"INSTANCE_PATH": str(tmp_path), "ENV": "development"})


@pytest.mark.parametrize(
    ("base_url", "host"),
    [
        ("https://example.org", "example.org"),
        ("https://Example.org:8443", "example.org"),
        ("http://localhost:5000", "localhost"),
        ("http://site.localhost", "site.localhost"),
        ("http://example.org", None),
        ("http://notlocalhost", None),
        ("http://127.0.0.1:5000", None),
        ("https://192.0.2.1", None),
        ("https://[2001:db8::1]:443", None),
    ],
)
def test_a_key_belongs_to_a_name_that_is_reached_safely(
    settings: Settings, base_url: str, host: str | None
) -> None:
    assert host_of_passkeys(replace(settings, base_url=base_url)) == host


@pytest.mark.parametrize("environment", Environment)
@pytest.mark.parametrize(
    "base_url",
    ["https://example.org", "http://localhost:1", "http://127.0.0.1:1", "https://1.2.3.4"],
)
def test_only_while_developing_at_a_number_is_mail_enough(
    settings: Settings, environment: Environment, base_url: str
) -> None:
    here = replace(settings, environment=environment, base_url=base_url)
    is_number = host_of_passkeys(here) is None

    assert can_do_without(here) == (environment is Environment.DEVELOPMENT and is_number)


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
@pytest.mark.parametrize("base_url", ["https://example.org", "https://192.0.2.1"])
def test_in_production_whoever_decides_always_needs_a_key(
    settings: Settings, role: Role, base_url: str
) -> None:
    here = replace(settings, environment=Environment.PRODUCTION, base_url=base_url)

    assert wants_passkey(here, Account(role=role))


def test_a_steward_needs_one_only_after_having_made_one(settings: Settings) -> None:
    here = replace(settings, base_url="https://example.org")

    assert not wants_passkey(here, Account(role=Role.STEWARD))
    assert wants_passkey(here, Account(role=Role.STEWARD, passkeys=[Passkey()]))
