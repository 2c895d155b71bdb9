"""Every part that pages are made of, on one page. Only there while the site is being made.

What the parts hold is made up, and in no language but bokmål: no visitor ever sees it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from flask import Blueprint, Response
from werkzeug.datastructures import MultiDict

from accounts.forms import SignInForm
from core.db import db
from core.tiles import Tiles
from directory.choices import OfferKind
from directory.contact_words import ContactPoint, Way
from directory.helplines import Line
from directory.listed import Group, Listed
from directory.meetings import Meeting, Next, Times
from directory.offer_words import Facts
from directory.passages import Passage
from finder import catalogue
from finder.age_bands import AgeBand
from finder.answers import Chip, TakenAway
from finder.cards import Card, SignpostLine
from finder.forms import QuestionForm
from finder.missing_wish import MissingWish
from finder.week import Day, Kept, Row
from web.access import public
from web.pages import Page
from web.sides import Side

bp = Blueprint("style_guide", __name__)

PICTURES: Final = Path(__file__).resolve().parents[1] / "static" / "img" / "icons.svg"
SUMMARY: Final = Passage("Vi klatrer innendørs. Noen møter deg i døra, og utstyret låner du.", None)
NEXT: Final = Next("Torsdag 26. november kl. 18.00–20.00", "Klatrehallen, Trondheim", None)
TELEPHONE: Final = Way("Telefon", "73 00 00 00", "tel:+4773000000")
WAYS: Final = (
    TELEPHONE,
    Way("E-post", "hei@example.org", "mailto:hei@example.org"),
    Way("Chat", "example.org/chat", "https://example.org/chat", leads_away=True, is_chat=True),
    Way("Nettside", "example.org", "https://example.org/", leads_away=True),
    Way("Kontakt", "Spør i skranken", None),
)


@dataclass(frozen=True)
class StyleGuidePage(Page):
    """Every component with made-up values in it, and every small picture."""

    template: ClassVar[str] = "finder/style_guide.html"
    is_private: ClassVar[bool] = True

    heading: str
    icons: tuple[str, ...]
    cards: tuple[Card, ...]
    signpost: SignpostLine
    groups: tuple[Group, ...]
    side: Side
    chips: tuple[Chip, ...]
    taken_away: tuple[TakenAway, ...]
    missing: MissingWish
    line: Line
    meetings: tuple[Meeting, ...]
    contacts: tuple[ContactPoint, ...]
    facts: tuple[Facts, ...]
    sources: tuple[tuple[str, Way | None], ...]
    days: tuple[Day, ...]
    kept: Kept
    tiles: Tiles
    form: QuestionForm
    sign_in: SignInForm


@bp.get("/_stilguide")
@public
def show_style_guide() -> Response:
    return StyleGuidePage(
        heading="Stilguide",
        icons=tuple(re.findall(r'<symbol id="(\w+)"', PICTURES.read_text(encoding="utf-8"))),
        cards=tuple(_card(kind) for kind in OfferKind),
        signpost=SignpostLine("s", "Hjelpetelefonen", SUMMARY, list(WAYS[:4]), ("Alltid",), True),
        groups=(Group(OfferKind.ACTIVITY, "Aktiviteter", (_listed(),)),),
        side=Side(number=2, before=1, after=3),
        chips=(Chip("Klatring", "#", "#"), Chip("19 år", "#", None)),
        taken_away=(TakenAway("a", "Turgruppa"), TakenAway("b", "Koret")),
        missing=MissingWish(("chess",), "5001", AgeBand.UNKNOWN, "sjakk"),
        line=_line(),
        meetings=(_meeting(),),
        contacts=(ContactPoint("Kari, leder", WAYS),),
        facts=(Facts("Slik er det", ("Det er en liten gruppe.", "Du kan låne utstyr.")),),
        sources=(("Heftet fra 2024", None), ("Nettsiden", WAYS[3])),
        days=_days(),
        kept=Kept("a", "Klatrekveld", True, WAYS[:2]),
        tiles=Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "Kart: eksempel"),
        form=_form(),
        sign_in=SignInForm(),
    ).respond()


def _card(kind: OfferKind) -> Card:
    is_activity = kind is OfferKind.ACTIVITY
    return Card(
        id=kind.value,
        kind=kind.value,
        name="Klatrekveld",
        organisation="Klatrelaget",
        summary=SUMMARY,
        when=NEXT.when,
        where=f"{NEXT.where} – 1,5 km unna",
        place=None,
        cost="Gratis",
        sobriety="Rusfri mens du er der",
        why=["Klatring, som du liker. Torsdag kl. 18, 1,5 km unna.", "Noen kan møte deg."],
        caveats=["Vi vet ikke om det er en aldersgrense.", "Sist bekreftet i mai."],
        further_caveats=["Det er venteliste.", "Bare innendørs."] if is_activity else [],
        ways=WAYS[:2],
        is_in_week=is_activity,
        is_example=True,
        is_silent=is_activity,
    )


def _listed() -> Listed:
    return Listed(
        id="l",
        name="Klatrekveld",
        organisation="Klatrelaget",
        kind=OfferKind.ACTIVITY,
        summary=SUMMARY,
        next=NEXT,
        place=None,
        sobriety="Rusfri mens du er der",
        is_example=True,
        is_silent=True,
    )


def _line() -> Line:
    return Line(
        name="Hjelpetelefonen",
        ways=WAYS[:3],
        purpose=SUMMARY,
        who="tast 3",
        hours=("Døgnet rundt, hver dag",),
        is_open=True,
        is_free=True,
        is_anonymous=True,
        checked_on="13. august 2026",
    )


def _meeting() -> Meeting:
    return Meeting(
        heading="Klatrehallen",
        address=("Hallveien 1", "7041 Trondheim"),
        municipality=("5001", "Trondheim"),
        facts=("Innendørs.", "Trinnfritt."),
        online=WAYS[3],
        times=(
            Times("Torsdager kl. 18.00–20.00", ("Ikke i skoleferier.",), SUMMARY),
            Times("Første lørdag i måneden kl. 12.00", (), None),
        ),
        dates=(NEXT.when, "Torsdag 3. desember kl. 18.00–20.00"),
    )


def _days() -> tuple[Day, ...]:
    row = Row(
        offer="a",
        name="Klatrekveld",
        is_example=True,
        hours="kl. 18.00–20.00",
        length="",
        where=NEXT.where,
        remarks=("Ta med innesko.",),
        clashes=("Du rekker ikke både dette og koret.",),
    )
    return (
        Day("2026-11-26", "I dag, torsdag 26. november", (row,), None),
        Day("2026-11-27", "I morgen, fredag 27. november", (), "#"),
    )


def _form() -> QuestionForm:
    """Return the questions with an age that is none, so that a fault can be seen."""
    vocabulary = catalogue.current(db.session()).vocabulary
    form = QuestionForm(MultiDict({"age": "nitten"}), vocabulary, lambda _words: ([], []))
    form.validate()
    return form
