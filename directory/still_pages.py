"""The pages that are the same for everybody: why this exists, what is kept, and how to use it unseen."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from web.languages import gettext as _
from web.pages import Page

# When what the accessibility statement says was last tried. Its text and this day change together.
ACCESSIBILITY_TESTED_ON: Final = date(2026, 11, 25)


@dataclass(frozen=True)
class Figure:
    """One number of the survey: what it says, and what it does not say (None: nothing to warn of)."""

    number: str
    says: str
    says_not: str | None = None


@dataclass(frozen=True)
class Figures:
    """The numbers the page shows, gathered by what they are about."""

    told: Figure
    wishes: tuple[Figure, ...]
    recommending: tuple[Figure, ...]
    time_after: Figure


@dataclass(frozen=True)
class WhyPage(Page):
    """Why something to go to matters: the numbers with their source and what they cannot carry."""

    template: ClassVar[str] = "directory/why.html"

    figures: Figures


@dataclass(frozen=True)
class PrivacyPage(Page):
    """What is kept and what never is, in plain words."""

    template: ClassVar[str] = "directory/privacy.html"


@dataclass(frozen=True)
class Browser:
    """One of the common browsers, and the steps to a private window in it."""

    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class SafeUsePage(Page):
    """How to use the site without anybody seeing it: what the quick exit does, and what remembers.

    Private, since having read it says something about the reader.
    """

    template: ClassVar[str] = "directory/safe_use.html"
    is_private: ClassVar[bool] = True

    browsers: tuple[Browser, ...]


@dataclass(frozen=True)
class AccessibilityPage(Page):
    """What the site aims at for everybody to be able to use it, what was tried, and what is lacking."""

    template: ClassVar[str] = "directory/accessibility.html"

    tested_on: date


def figures() -> Figures:
    """Return the numbers exactly as the source has them.

    All but the last two groups' exceptions are Opinion AS for Selvhjelp Norge, undated, retold in
    "Krav om ettervern hos behandlingsstedene"; there 1.2 million is told by Selvhjelp Norge
    itself, and the three years have no source at all. 37, 11 and 51 add up to 99 there too, and
    are not to be corrected.
    """
    return Figures(
        told=Figure(
            _("6 %"),
            _("av dem som hadde søkt hjelp i hjelpeapparatet, fikk vite om selvhjelp der."),
            _("Det er ikke 6 % av alle. Det gjelder heller ikke bare rus."),
        ),
        wishes=_wishes(),
        recommending=(
            Figure(_("37 %"), _("ville anbefalt selvhjelpsgrupper til andre.")),
            Figure(_("11 %"), _("ville ikke anbefalt dem.")),
            Figure(_("51 %"), _("vet ikke om de ville anbefalt dem.")),
        ),
        time_after=Figure(
            _("3 år"),
            _("De første 3 årene etter behandling betyr mye for hvordan det går."),
            _("Dokumentet sier ikke hvor dette kommer fra."),
        ),
    )


def _wishes() -> tuple[Figure, ...]:
    return (
        Figure(
            _("1,2 millioner"),
            _("mennesker kan tenke seg å bruke en selvhjelpsgruppe, opplyser Selvhjelp Norge."),
            _("Vi vet ikke når tallet er fra. Det gjelder ikke bare rus."),
        ),
        Figure(
            _("31 %"),
            _("kunne tenkt seg å gå i en selvhjelpsgruppe hvis de fikk problemer."),
            _(
                "Dette gjelder hvis de får problemer. Det er ikke samme spørsmål som bak 1,2 millioner."
            ),
        ),
        Figure(_("10 %"), _("kjenner noen som har gått i en selvhjelpsgruppe.")),
    )


def browsers() -> tuple[Browser, ...]:
    """Return the way to a private window, in words that outlast the next look of each browser."""
    write_address = _("Skriv adressen til siden i det nye vinduet.")
    return (
        Browser(
            _("iPhone og iPad (Safari)"),
            (
                _("Trykk på tegnet for faner, to firkanter oppå hverandre."),
                _("Velg «Privat», og lag en ny fane."),
                write_address,
            ),
        ),
        Browser(
            _("Android (Chrome)"),
            (
                _("Trykk på de tre prikkene i hjørnet."),
                _("Velg «Ny inkognitofane»."),
                write_address,
            ),
        ),
        Browser(
            _("Samsung (Internett)"),
            (
                _("Trykk på tegnet for faner nederst."),
                _(
                    "Slå på hemmelig modus. Den kan be deg lage et passord, men du kan hoppe over det."
                ),
                write_address,
            ),
        ),
        Browser(
            _("PC og Mac"),
            (
                _("Åpne menyen øverst i nettleseren."),
                _("Velg «Nytt privat vindu» eller «Nytt inkognitovindu»."),
                write_address,
            ),
        ),
    )
