"""The sheet as plain text for the journal: what was handed over, and nothing about whom or why."""

from collections.abc import Iterator

from directory.contact_words import ContactPoint
from prescribing.sheet import Sheet, SheetOffer
from web.languages import gettext as _
from web.languages import speaking


def journal_text(sheet: Sheet) -> str:
    """Return short lines to paste, in the language of the sheet. Whoever prescribes adds the reasons."""
    with speaking(sheet.language):
        parts = (_beginning(sheet), *_offers(sheet), _ending(sheet))
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _beginning(sheet: Sheet) -> list[str]:
    return [_("Sosial resept, %(day)s", day=sheet.made_on)]


def _offers(sheet: Sheet) -> Iterator[list[str]]:
    if not sheet.offers:
        yield [_("Ingen tilbud står på arket.")]
    for number, offer in enumerate(sheet.offers, start=1):
        yield list(_offer(number, offer))


def _offer(number: int, offer: SheetOffer) -> Iterator[str]:
    name = _in_one_line(offer.name)
    yield (
        f"{number}. {name} ({_('Eksempel, finnes ikke')})"
        if offer.is_example
        else f"{number}. {name}"
    )
    yield _("Hvor: %(where)s", where=offer.where)
    if offer.place_lines:
        yield _("Adresse: %(address)s", address=", ".join(offer.place_lines))
    yield _("Når: %(when)s", when=offer.when)
    for first in offer.dates[:1]:
        yield _("Neste gang: %(time)s", time=first)
    for point in offer.contacts:
        yield _("Kontakt: %(contact)s", contact=_contact(point))
    if offer.line is not None:
        yield _("På arket: %(line)s", line=offer.line)


def _contact(point: ContactPoint) -> str:
    ways = ", ".join(f"{way.label} {way.words}" for way in point.ways)
    return _in_one_line(_("%(who)s – %(ways)s", who=point.who, ways=ways) if point.who else ways)


def _ending(sheet: Sheet) -> list[str]:
    if sheet.code is None:
        return []
    if sheet.valid_until is None:
        return [_("Kode: %(code)s", code=sheet.code)]
    return [_("Kode: %(code)s, gjelder til %(day)s", code=sheet.code, day=sheet.valid_until)]


def _in_one_line(words: str) -> str:
    return " ".join(words.split())
