"""The ways to reach somebody, each as a link that a telephone understands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from web.languages import gettext as _

WEB: Final = ("https://", "http://")
TEL: Final = "tel:"


@dataclass(frozen=True)
class Way:
    """One way to get in touch. ``href`` is None for words that are no address to follow.

    ``leads_away`` tells that the link opens somebody else's site.
    """

    label: str
    words: str
    href: str | None
    leads_away: bool = False
    is_chat: bool = False

    @property
    def is_telephone(self) -> bool:
        return self.href is not None and self.href.startswith(TEL)


@dataclass(frozen=True)
class ContactPoint:
    """Somebody to get in touch with. ``who`` is None where neither a name nor a role is told."""

    who: str | None
    ways: tuple[Way, ...]


def contact_points(contacts: Iterable[Mapping[str, Any]]) -> tuple[ContactPoint, ...]:
    """Return the contacts of an offer that hold any way to reach them."""
    points = (ContactPoint(_who(contact), tuple(_ways(contact))) for contact in contacts)
    return tuple(point for point in points if point.ways)


def telephone_link(number: str) -> str:
    """Return «tel:» with nothing but the digits, and a plus in front if it was there."""
    return f"{TEL}{_dialled(number)}"


def web_way(label: str, address: str, *, is_chat: bool = False) -> Way:
    """Return a link to another site; words without a link where it is no web address.

    Anything else that looks like an address (``javascript:`` and the like) is never followed.
    """
    if not address.lower().startswith(WEB):
        return Way(label, address, None, is_chat=is_chat)
    shown = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return Way(label, shown, address, leads_away=True, is_chat=is_chat)


def _who(contact: Mapping[str, Any]) -> str | None:
    name, role = contact.get("name"), contact.get("role")
    if name and role:
        return _("%(name)s, %(role)s", name=name, role=role)
    return name or role


def _ways(contact: Mapping[str, Any]) -> Iterator[Way]:
    if phone := contact.get("phone"):
        yield Way(_("Ring"), phone, telephone_link(phone))
    if sms := contact.get("sms"):
        yield Way(_("SMS"), sms, f"sms:{_dialled(sms)}")
    if email := contact.get("email"):
        yield Way(_("E-post"), email, f"mailto:{email}")
    if chat := contact.get("chat"):
        yield web_way(_("Chat"), chat, is_chat=True)
    if url := contact.get("url"):
        yield web_way(_("Nettside"), url)


def _dialled(number: str) -> str:
    digits = "".join(letter for letter in number if letter.isdecimal() and letter.isascii())
    return f"+{digits}" if number.lstrip().startswith("+") else digits
