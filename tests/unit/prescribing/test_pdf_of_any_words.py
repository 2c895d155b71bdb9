"""A sheet as PDF, whatever somebody called their group: nothing breaks, is lost, or runs off the paper."""

import random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory.contact_words import contact_points
from directory.passages import Passage
from prescribing.sheet import Sheet, SheetOffer
from prescribing.sheets.paper import Paper, PaperSize
from prescribing.sheets.pdf import pdf_of
from prescribing.sheets.pdf_values import LITTLE, values_of
from tests.support.pdf_reading import (
    codes_seen,
    letters,
    pages_as_read,
    sizes,
    without_spaces,
    words_of,
)
from tests.support.sheets import ADDRESS, plan_of_two_weeks, sheet_offer, sheet_with

A4 = Paper()
PAPERS = [Paper(size, is_large) for size in PaperSize for is_large in (False, True)]
READ_ALOUD = b"<pdfuaid:part>1</pdfuaid:part>"
# Letters of the languages that are written here, and all that means something to a typesetter.
WORDS = st.text(
    st.sampled_from("abcæøåÆØÅšŋđčžŧáŠŊĐČŽŦÁöäé0123456789 #$\\\"'`*_<>@[]{}()/=+-~.,:;!?&%^|–…«»"),
    min_size=1,
    max_size=200,
).filter(str.strip)
FIELDS = ("name", "kind", "when", "where", "cost", "meets_you", "line", "confirmation")
PASSAGES = ("summary", "cost_note", "first_visit")
SEVERAL = ("place_lines", "warnings", "caveats")
LIKE_CODE = (
    '#read("/etc/passwd") $x$ *b* _i_ `r` <label> @ref \\ \\u{41} "q" // /* = - + #set text(1pt)'
)


def with_words_in(field: str, words: str) -> Sheet:
    value: Any = words
    if field in PASSAGES:
        value = Passage(words, None)
    elif field in SEVERAL:
        value = (words, "Noe mer.")
    return sheet_with(sheet_offer(**{field: value}))


def giant() -> SheetOffer:
    """Return an offer in which nothing can be parted and everything is as long as it may be."""
    return sheet_offer(
        name="Q" * 200,
        where="W" * 200,
        place_lines=("M" * 200, "Å" * 200),
        summary=Passage("m" * 4000, None),
        first_visit=Passage("Ord " * 1000, None),
        cost_note=Passage("W" * 4000, None),
        warnings=("Z" * 300,) * 6,
        caveats=("S" * 300,) * 6,
        contacts=contact_points(
            [
                {"name": "N" * 200, "phone": "4" * 60, "url": "https://example.org/" + "a" * 1900},
                {"email": "e" * 120 + "@" + "x" * 120 + ".no"},
            ]
        ),
        address=f"https://example.org/tilbud/{'lang-' * 24}",
    )


def outside_of(pdf: bytes, margin: float) -> list[str]:
    """Return the letters that stand nearer to an edge of their page than ``margin`` millimetres."""
    wide, high = sizes(pdf)[0]
    return [
        str(one)
        for one in letters(pdf)
        if min(one.left, one.top) < margin
        or one.right > wide - margin
        or one.bottom > high - margin
    ]


@pytest.mark.parametrize("field", [*FIELDS, *PASSAGES, *SEVERAL])
def test_what_looks_like_code_is_words(field: str) -> None:
    pdf = pdf_of(with_words_in(field, LIKE_CODE), A4)

    assert without_spaces(LIKE_CODE) in without_spaces(words_of(pdf))
    assert READ_ALOUD in pdf


@settings(max_examples=60)
@given(field=st.sampled_from((*FIELDS, *PASSAGES, *SEVERAL)), words=WORDS)
@example(field="name", words="Máret Ŋoŧđi ČŽŠ – Åse Øverås Ægir")
def test_whatever_is_written_can_be_read(field: str, words: str) -> None:
    pdf = pdf_of(with_words_in(field, words), A4)

    assert without_spaces(words) in without_spaces(words_of(pdf))
    assert READ_ALOUD in pdf


@settings(max_examples=60)
@given(name=st.text(max_size=80), paper=st.sampled_from(PAPERS))
@example(name="\ud800\x00\x07\ufffe\u202e\u2028\U000e0001", paper=A4)
@example(name="Turvenner 🌲☕👩‍👩‍👧", paper=A4)
def test_any_letters_at_all_give_a_sheet(name: str, paper: Paper) -> None:
    sheet = sheet_with(sheet_offer(name=name, summary=Passage(name, name)), heading=name)

    assert "412 34 567" in words_of(pdf_of(sheet, paper))


def test_small_pictures_among_the_letters_are_drawn() -> None:
    pdf = pdf_of(sheet_with(sheet_offer(name="Turvenner 🌲☕")), A4)

    assert "Turvenner🌲☕" in without_spaces(words_of(pdf))
    assert READ_ALOUD in pdf


def test_a_letter_that_we_have_no_picture_of_takes_nothing_else_with_it() -> None:
    said = words_of(pdf_of(sheet_with(sheet_offer(name="Tai chi 太極 i parken")), A4))

    assert "Tai chi" in said
    assert "i parken" in said


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_nothing_runs_off_the_paper(paper: Paper) -> None:
    plan = plan_of_two_weeks()

    pdf = pdf_of(sheet_with(giant(), sheet_offer(), giant(), plan=plan), paper)

    assert outside_of(pdf, margin=4) == []
    assert codes_seen(pdf) == [ADDRESS]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_name_of_200_letters_is_whole_and_costs_no_page(paper: Paper) -> None:
    usual = pdf_of(sheet_with(sheet_offer()), paper)

    pdf = pdf_of(sheet_with(sheet_offer(name="Ås" * 100)), paper)

    assert "Ås" * 100 in without_spaces(words_of(pdf))
    assert len(sizes(pdf)) <= len(sizes(usual)) + 1


def test_a_long_text_is_shortened_and_the_address_leads_to_all_of_it() -> None:
    offer = sheet_offer(first_visit=Passage("Vi møtes ved døra. " * 200, None))

    said = words_of(pdf_of(sheet_with(offer), A4))

    assert said.count("Vi møtes ved døra.") < 30
    assert "…" in said
    assert "Les mer: example.org/tilbud/tur" in said


@pytest.mark.parametrize("size", list(PaperSize))
def test_five_offers_of_everything_are_each_on_one_page(size: PaperSize) -> None:
    offers = [sheet_offer(name=f"Tur {n}", confirmation=f"Slutt {n}.") for n in range(1, 6)]

    pages = pages_as_read(pdf_of(sheet_with(*offers), Paper(size)))

    for number in range(1, 6):
        [page] = [page for page in pages if f"Tur {number}" in page]
        assert f"Slutt {number}." in page
    assert len(pages) <= (2 if size is PaperSize.A4 else 4)


@pytest.mark.parametrize("seed", range(8))
def test_what_counts_as_little_fits_on_a_page(seed: int) -> None:
    """Wherever the letters are that an offer may have, and however often its lines end."""
    draw = random.Random(seed)
    room = LITTLE - 900
    shares = [room // 4] * 4 if seed == 0 else [int(room * draw.random() / 2) for _ in range(4)]
    names, places, caveats, warnings = shares
    offer = sheet_offer(
        name="W" * min(names, 200),
        place_lines=("M" * places,),
        caveats=tuple("S" for _ in range(caveats // 24)),
        warnings=("Ord " * (warnings // 4),),
        confirmation="Slutt.",
    )

    assert outside_of(pdf_of(sheet_with(offer), A4), margin=4) == []


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("T\N{SOFT HYPHEN}u\N{ZERO WIDTH SPACE}r" + "\N{ZERO WIDTH JOINER}" * 190, "Tur"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}Tur\N{POP DIRECTIONAL FORMATTING}", "Tur"),
        ("a" + "\N{COMBINING ACUTE ACCENT}" * 190, "a" + "\N{COMBINING ACUTE ACCENT}" * 3),
        ("a\u0301\u200d\u0301\u0489\u0489\u200db", "a\u0301\u0301\u0489b"),
        ("Ma\u0301ret Viê\u0323t", "Ma\u0301ret Viê\u0323t"),
    ],
    ids=["unseen", "turned", "full of marks", "marks in between", "marks of a language"],
)
def test_nothing_is_drawn_of_what_is_not_seen_and_few_marks_on_a_letter(
    name: str, drawn: str
) -> None:
    (offer,) = values_of(sheet_with(sheet_offer(name=name)), A4)["offers"]

    assert offer["name"] == drawn


@pytest.mark.parametrize("letter", ["a", "ø"])
def test_what_is_too_long_to_lead_anywhere_is_words(letter: str) -> None:
    contacts = contact_points([{"url": "https://example.org/" + letter * 8000}])

    pdf = pdf_of(sheet_with(sheet_offer(contacts=contacts)), A4)

    assert f"example.org/{letter * 50}" in without_spaces(words_of(pdf))
    assert READ_ALOUD in pdf
