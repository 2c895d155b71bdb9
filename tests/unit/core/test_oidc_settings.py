"""The other site is set whole or refused, with a sentence for each fault, and no sentence tells a secret."""

import json
from pathlib import Path

import pytest
from joserfc.jwk import ECKey, OKPKey, RSAKey

from core.oidc_settings import OidcSettings
from core.settings import SettingsError, read_settings
from tests.unit.core.test_settings import faults_of, instance, read

__all__ = ["instance"]

SITE = {"OIDC_ISSUER": "https://login.example.org", "OIDC_CLIENT_ID": "us"}
SHARED = "known-to-both"
KEY = ECKey.generate_key("P-256")
RSA = RSAKey.generate_key(2048)
JWK = json.dumps(KEY.as_dict(private=True))


def oidc(instance: Path, **environ: str) -> OidcSettings:
    found = read(instance, **SITE, **environ).oidc
    assert found is not None
    return found


def test_nobody_signs_in_elsewhere_where_nothing_is_set(instance: Path) -> None:
    assert read(instance).oidc is None


def test_what_is_set_is_used(instance: Path) -> None:
    found = oidc(
        instance,
        OIDC_CLIENT_SECRET=SHARED,
        OIDC_LABEL="HelseID",
        OIDC_SCOPES="helseid://scopes/hpr/hpr_number profile",
        OIDC_NAME_CLAIM="full_name",
        OIDC_EMAIL_CLAIM="mail",
        OIDC_HPR_CLAIM="helseid://claims/hpr/hpr_number",
    )

    assert found == OidcSettings(
        issuer="https://login.example.org",
        client_id="us",
        label="HelseID",
        secret=SHARED,
        scopes=("openid", "profile", "helseid://scopes/hpr/hpr_number"),
        name_claim="full_name",
        email_claim="mail",
        hpr_claim="helseid://claims/hpr/hpr_number",
    )


def test_no_more_than_who_it_is_is_asked_for_by_itself(instance: Path) -> None:
    found = oidc(instance, OIDC_CLIENT_SECRET=SHARED)

    assert found.scopes == ("openid", "profile")
    assert (found.label, found.hpr_claim) == ("login.example.org", None)


@pytest.mark.parametrize("key", [KEY, RSA], ids=["EC", "RSA"])
@pytest.mark.parametrize("is_file", [False, True], ids=["itself", "its file"])
@pytest.mark.parametrize("is_jwk", [False, True], ids=["PEM", "JWK"])
def test_a_key_is_given_by_itself_or_by_its_file(
    instance: Path, tmp_path: Path, key: ECKey | RSAKey, is_file: bool, is_jwk: bool
) -> None:
    text = json.dumps(key.as_dict(private=True)) if is_jwk else key.as_pem(private=True).decode()
    (tmp_path / "key").write_text(text)

    found = oidc(instance, OIDC_PRIVATE_KEY=str(tmp_path / "key") if is_file else text)

    assert found.private_key is not None
    assert found.private_key.thumbprint() == key.thumbprint()


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_PRIVATE_KEY": JWK}, "and not both"),
        ({}, "OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY must be set"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_CLIENT_ID": ""}, "OIDC_CLIENT_ID is not set"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_ISSUER": ""}, "OIDC_ISSUER is not set"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_ISSUER": "login.example.org"}, "must look like"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_ISSUER": "http://a.example.org"}, "must look like"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_ISSUER": "https://a.no?x=1"}, "must look like"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_ISSUER": "https://u:p@a.no"}, "must look like"),
        (
            {"OIDC_CLIENT_SECRET": SHARED, "OIDC_SCOPES": "a helseid://scopes/identity/pid"},
            "OIDC_SCOPES asks",
        ),
        (
            {"OIDC_CLIENT_SECRET": SHARED, "OIDC_HPR_CLAIM": "helseid://claims/identity/PID"},
            "OIDC_HPR_CLAIM asks",
        ),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_NAME_CLAIM": "fnr"}, "OIDC_NAME_CLAIM asks"),
        ({"OIDC_CLIENT_SECRET": SHARED, "OIDC_EMAIL_CLAIM": "pid"}, "OIDC_EMAIL_CLAIM asks"),
        ({"OIDC_PRIVATE_KEY": "/no/such/file"}, "neither a key nor the name of a file"),
        ({"OIDC_PRIVATE_KEY": "{"}, "is not a private RSA key"),
        ({"OIDC_PRIVATE_KEY": '{"kty": "oct", "k": "c2VjcmV0"}'}, "is not a private RSA key"),
        ({"OIDC_PRIVATE_KEY": "-----BEGIN PRIVATE KEY-----\nabc"}, "is not a private RSA key"),
        ({"OIDC_PRIVATE_KEY": json.dumps(KEY.as_dict(private=False))}, "is not a private RSA key"),
        ({"OIDC_PRIVATE_KEY": KEY.as_pem(private=False).decode()}, "is not a private RSA key"),
        (
            {"OIDC_PRIVATE_KEY": json.dumps(OKPKey.generate_key().as_dict(private=True))},
            "is not a private RSA key",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_is_wrong_is_refused_with_one_sentence(
    instance: Path, environ: dict[str, str], sentence: str
) -> None:
    found = faults_of(instance, **SITE | environ)

    assert len([one for one in found if sentence in one]) == 1
    told = "\n".join(found)
    assert SHARED not in told
    assert "c2VjcmV0" not in told and str(KEY.as_dict(private=True)["d"]) not in told


def test_a_key_that_is_too_short_is_refused(instance: Path) -> None:
    with pytest.warns(UserWarning, match="2048"):
        short = RSAKey.generate_key(1024)

    [fault] = faults_of(instance, **SITE, OIDC_PRIVATE_KEY=json.dumps(short.as_dict(private=True)))

    assert "2048 bits or more" in fault


def test_no_secret_is_in_what_a_traceback_shows(instance: Path) -> None:
    assert SHARED not in repr(oidc(instance, OIDC_CLIENT_SECRET=SHARED))
    assert str(KEY.as_dict(private=True)["d"]) not in repr(oidc(instance, OIDC_PRIVATE_KEY=JWK))


def test_on_this_machine_it_may_go_unencrypted(instance: Path) -> None:
    site = {"OIDC_ISSUER": "http://127.0.0.1:9000/realms/a", "OIDC_CLIENT_ID": "us"}

    assert read(instance, **site, OIDC_CLIENT_SECRET=SHARED).oidc


def test_the_program_does_not_start_with_a_fault(instance: Path) -> None:
    with pytest.raises(SettingsError):
        read_settings({"INSTANCE_PATH": str(instance)} | SITE)
