"""What Enhetsregisteret tells of an organisation number, so that it need not be typed."""

import re
from dataclasses import dataclass
from typing import Any, Final

from flask import current_app

from core.errors import DomainError
from core.look_ups import LookUp
from core.outside import OutsideError, fetch_json
from core.settings import Settings
from directory.fields import LONGEST_NAME, has_right_check_digit
from places.capitals import without_capitals
from places.gazetteer import gazetteer
from web.languages import gettext as _

NUMBER: Final = re.compile(r"[0-9]{9}")
HOMEPAGE: Final = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
LONGEST_HOMEPAGE: Final = 2000
# Words of so many letters are most often letters that stand for words: «AA», «NKS», «AS».
LETTERS_FOR_WORDS: Final = 3
# No such number, and a number whose facts were taken out for reasons of law.
NOT_THERE: Final = frozenset({404, 410})
CLOSING: Final = ("konkurs", "underAvvikling", "underTvangsavviklingEllerTvangsopplosning")


class RegisterSilentError(DomainError):
    """The register did not answer, or not as it should."""

    code = "register_silent"
    status = 503


@dataclass(frozen=True)
class Entity:
    """An organisation as the register has it.

    ``is_closed``: it has been deleted, is bankrupt or is being wound up.
    """

    number: str
    name: str
    homepage: str | None
    municipality: str | None
    is_closed: bool


def find_entity(number: str) -> Entity | None:
    """Return what the register has under ``number``; None if it has none, or none is asked.

    Raises ValueError for what is no organisation number, which is never sent anywhere, and
    RegisterSilentError with a sentence that can be shown.
    """
    if not NUMBER.fullmatch(number) or not has_right_check_digit(number):
        raise ValueError("no organisation number")
    register = _register()
    if register is None:
        return None
    try:
        return _entity(number, fetch_json(f"{register.address}/enheter/{number}"))
    except OutsideError as error:
        if error.status in NOT_THERE:
            return None
        raise RegisterSilentError(_("Enhetsregisteret svarer ikke nå.")) from None
    except (KeyError, TypeError, AttributeError):
        raise RegisterSilentError(_("Enhetsregisteret svarer ikke nå.")) from None


def _register() -> LookUp | None:
    settings: Settings = current_app.extensions["settings"]
    return settings.register


def _entity(number: str, told: dict[str, Any]) -> Entity:
    name = " ".join(told["navn"].split())[:LONGEST_NAME]
    return Entity(
        number=number,
        name=without_capitals(name, kept_up_to=LETTERS_FOR_WORDS),
        homepage=_homepage(told.get("hjemmeside") or ""),
        municipality=_municipality(told),
        is_closed=told.get("slettedato") is not None or any(told.get(one) for one in CLOSING),
    )


def _homepage(typed: str) -> str | None:
    address = typed.strip()
    if len(address) > LONGEST_HOMEPAGE or not HOMEPAGE.fullmatch(address):
        return None
    return address if "://" in address else f"https://{address}"


def _municipality(told: dict[str, Any]) -> str | None:
    """Return where it has its office, else where its post goes: many have no office."""
    for key in ("forretningsadresse", "postadresse"):
        number = (told.get(key) or {}).get("kommunenummer") or ""
        if gazetteer().municipality(number) is not None:
            return str(number)
    return None
