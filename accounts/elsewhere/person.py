"""Somebody as the other site knows them: the four things we take in, and nothing else of what it tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from accounts.elsewhere.failures import ElsewhereError, Failure
from core.oidc_settings import OidcSettings
from web.mail_addresses import is_mail_address

# As the standard has it (OpenID Connect Core 2): ASCII, here what of it can be seen.
SUBJECT: Final = re.compile(r"[ -~]{1,255}")
# Some sites call people by it. It is not kept here, so nobody can sign in by it.
NATIONAL_NUMBER: Final = re.compile(r"\d{6}[ -]?\d{5}")
LONGEST_NAME: Final = 200
NUMBER: Final = re.compile(r"[1-9]")


@dataclass(frozen=True)
class Person:
    """``email`` is a suggestion for a field, and proves nothing. ``is_authorised``: None is not told."""

    issuer: str
    subject: str
    name: str | None
    email: str | None
    is_authorised: bool | None


def claims_wanted(settings: OidcSettings) -> list[str]:
    return [
        name
        for name in (settings.name_claim, settings.email_claim, settings.hpr_claim)
        if name is not None
    ]


def person_from(claims: Mapping[str, Any], settings: OidcSettings) -> Person:
    """Raises ElsewhereError where nobody can be told from anybody else."""
    subject = claims.get("sub")
    if not isinstance(subject, str) or not SUBJECT.fullmatch(subject):
        raise ElsewhereError(Failure.NOT_TRUSTED, "claim sub")
    if NATIONAL_NUMBER.fullmatch(subject):
        raise ElsewhereError(Failure.NOT_TRUSTED, "claim sub may be a national number")
    return Person(
        issuer=settings.issuer,
        subject=subject,
        name=_name(claims.get(settings.name_claim)),
        email=_email(claims.get(settings.email_claim)),
        is_authorised=_is_authorised(claims, settings.hpr_claim),
    )


def _name(told: object) -> str | None:
    if not isinstance(told, str):
        return None
    # A sign that is not seen could make a moderator read another name.
    seen = "".join(one for one in told if one.isprintable() or one.isspace())
    return " ".join(seen.split())[:LONGEST_NAME].strip() or None


def _email(told: object) -> str | None:
    found = told.strip().lower() if isinstance(told, str) else ""
    return found if is_mail_address(found) else None


def _is_authorised(claims: Mapping[str, Any], claim: str | None) -> bool | None:
    """Tell whether there is a number of health personnel; the number itself goes no further than here."""
    if claim is None or claim not in claims:
        return None
    told = claims[claim]
    is_number = isinstance(told, str | int) and not isinstance(told, bool)
    return is_number and NUMBER.search(str(told)) is not None
