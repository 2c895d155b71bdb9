"""The sheet as PDF: what is read aloud, in which order, and what it promises to those who cannot see it."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from directory.passages import Passage
from prescribing.sheet import Sheet
from prescribing.sheets import pdf as drawing
from prescribing.sheets.paper import Paper, PaperSize
from prescribing.sheets.pdf import NoPdfError, pdf_of
from tests.support.pdf_reading import (
    codes_seen,
    letters,
    pages_as_read,
    pieces_in,
    read_aloud,
    sizes,
    title_and_language,
    what_is_told_of_it,
    without_spaces,
    words_of,
)
from tests.support.sheets import ADDRESS, plan_of_two_weeks, sheet_offer, sheet_with

A4 = Paper()
PAPERS = [Paper(size, is_large) for size in PaperSize for is_large in (False, True)]
READ_ALOUD = b"<pdfuaid:part>1</pdfuaid:part>"
IN_ORDER = (
    *("Noe å gå til", "Til", "26. november 2026", "1 Tur i Bymarka"),
    *("Aktivitet. Vi går rolig", "Tirsdag 1. desember", "Tirsdag 8.", "Tirsdag 15."),
    *("Skistua, Trondheim", "Skistuvegen 1", "Gratis", "Kaffen koster", "Vi møtes utenfor"),
    *("Noen kan møte deg", "412 34 567", "tur@example.org", "Ring og si at"),
    *("rusfri når du kommer", "omtrentlig", "Bekreftet 3.", "example.org/tilbud/tur"),
    *("Velg det ene", "1. desember 1 18.00–19.30", "2. desember Ingen kjent tid"),
    *("113", "116 123", "QR-kode", "7KQ4 MXPA", "example.org/r/7KQ4MXPA", "2027"),
)


def full_sheet(**changes: Any) -> Sheet:
    return sheet_with(
        plan=plan_of_two_weeks(), remarks=("De er samtidig. Velg det ene.",), **changes
    )


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_everything_is_read_aloud_in_the_order_in_which_one_needs_it(paper: Paper) -> None:
    said = without_spaces(words_of(pdf_of(full_sheet(), paper)))

    place = 0
    for words in map(without_spaces, IN_ORDER):
        assert words in said[place:], words
        place = said.index(words, place) + len(words)


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_it_keeps_the_standard_for_being_read_aloud(paper: Paper) -> None:
    assert READ_ALOUD in pdf_of(full_sheet(), paper)


@pytest.mark.parametrize(
    ("language", "told", "when"),
    [("nb", "nb", "Når"), ("nn", "nn", "Når"), ("en", "en-GB", "When")],
    ids=["bokmål", "nynorsk", "English"],
)
def test_it_says_its_title_and_its_language_and_speaks_it(
    language: str, told: str, when: str
) -> None:
    pdf = pdf_of(full_sheet(language=language, heading="Mens du venter"), A4)

    assert title_and_language(pdf) == ("Mens du venter", told)
    assert f" {when} " in words_of(pdf)


def test_its_parts_have_headings_and_the_plan_is_a_table() -> None:
    pdf = pdf_of(full_sheet(), A4)

    assert pieces_in(pdf, "H1") == ["Noe å gå til"]
    assert pieces_in(pdf, "H2") == [
        *("1", "Tur i Bymarka", "Greit å vite", "Dag for dag", "Noen å ringe til")
    ]
    assert pieces_in(pdf, "TH") == ["Dag", "Hva du kan gå til"]


def test_several_rules_are_a_list() -> None:
    rules = ["Du må melde deg på.", "For pårørende."]

    pdf = pdf_of(sheet_with(sheet_offer(warnings=tuple(rules))), A4)

    assert pieces_in(pdf, "LBody") == rules


def test_pictures_are_told_of() -> None:
    pdf = pdf_of(full_sheet(), A4)

    assert pieces_in(pdf, "Figure") == [
        "Kart: Skistua, Trondheim",
        "QR-kode som leder til example.org/r/7KQ4MXPA",
    ]


def test_what_is_in_another_language_says_so() -> None:
    offer = sheet_offer(first_visit=Passage("Bures boahtin!", "se"))

    pieces = read_aloud(pdf_of(sheet_with(offer), A4))

    assert [piece.language for piece in pieces if "Bures" in piece.words] == ["se"]


def test_nothing_but_the_title_is_told_of_it() -> None:
    told = what_is_told_of_it(pdf_of(full_sheet(), A4))

    assert told.pop("Creator").startswith("Typst")
    assert told == {"Title": "Noe å gå til"}


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper(PaperSize.A4), (210, 297)), (Paper(PaperSize.A5), (148, 210))],
    ids=["A4", "A5"],
)
@pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
def test_it_has_the_size_of_the_paper(paper: Paper, size: tuple[int, int], is_large: bool) -> None:
    assert set(sizes(pdf_of(full_sheet(), Paper(paper.size, is_large)))) == {size}


@pytest.mark.parametrize("size", list(PaperSize))
def test_large_letters_are_large_everywhere_but_on_maps_and_in_the_page_number(
    size: PaperSize,
) -> None:
    offer = sheet_offer(place=None)

    pdf = pdf_of(sheet_with(offer, code=None, valid_until=None), Paper(size, is_large=True))

    _width, high = sizes(pdf)[0]
    assert min(one.size for one in letters(pdf) if one.bottom < high - 12) >= 12


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_telephone_held_over_the_square_code_is_led_to_the_address(paper: Paper) -> None:
    assert codes_seen(pdf_of(full_sheet(), paper)) == [ADDRESS]


def test_a_long_address_has_a_square_code_and_is_not_to_be_typed() -> None:
    address = f"https://example.org/uke/{'Ab3-' * 60}"

    pdf = pdf_of(full_sheet(code=None, valid_until=None, address=address), A4)

    assert codes_seen(pdf) == [address]
    assert "Ab3-" not in "".join(pages_as_read(pdf))


@pytest.mark.parametrize("address", [None, ADDRESS + "x" * 500], ids=["none", "too long"])
def test_without_an_address_for_it_there_is_no_square_code(address: str | None) -> None:
    pdf = pdf_of(full_sheet(code=None, valid_until=None, address=address), A4)

    assert codes_seen(pdf) == []
    assert "Kode" not in words_of(pdf)
    assert READ_ALOUD in pdf


def test_a_sheet_whose_offers_are_gone_says_so_and_whom_to_ring() -> None:
    said = words_of(pdf_of(full_sheet(offers=()), A4))

    assert "Det er ingen tilbud på arket nå" in said
    assert "116 123" in said


def test_an_offer_that_is_made_up_says_so() -> None:
    said = words_of(pdf_of(sheet_with(sheet_offer(is_example=True)), A4))

    assert "Tilbudet er oppdiktet. Du kan ikke møte opp." in said


def test_what_nobody_has_told_is_left_out() -> None:
    offer = sheet_offer(
        **dict.fromkeys(("summary", "place", "cost_note", "first_visit", "meets_you", "line")),
        **dict.fromkeys(("dates", "place_lines", "contacts", "warnings", "caveats"), ()),
    )

    said = words_of(pdf_of(sheet_with(offer), A4))

    for label in ("Første gang", "Krav", "Greit å vite", "Kart", "None", "Vi vet ikke hvem"):
        assert label not in said


def test_where_there_is_nobody_to_ring_it_says_whom_to_ask() -> None:
    said = words_of(pdf_of(sheet_with(sheet_offer(contacts=())), A4))

    assert "spør den som ga deg arket" in said


def test_the_same_sheet_is_the_same_file() -> None:
    assert pdf_of(full_sheet(), A4) == pdf_of(full_sheet(), A4)


def test_its_letters_are_those_that_came_with_the_site() -> None:
    pdf = pdf_of(full_sheet(), A4)

    assert set(re.findall(rb"/FontName/\w+\+([\w-]+)", pdf)) == {
        *(b"SourceSans3-Regular", b"SourceSans3-SemiBold")
    }


def test_many_may_be_drawn_at_once() -> None:
    names = [f"Tur {number}" for number in range(12)]

    with ThreadPoolExecutor(4) as threads:
        pdfs = list(threads.map(lambda name: pdf_of(sheet_with(sheet_offer(name=name)), A4), names))

    assert [name for name, pdf in zip(names, pdfs, strict=True) if name not in words_of(pdf)] == []


class Fault(BaseException):
    """What a fault deep inside of the library looks like: no Exception."""


@pytest.mark.parametrize("fault", [RuntimeError, Fault])
def test_where_it_cannot_be_drawn_that_is_said_and_not_what_was_on_it(
    fault: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> bytes:
        raise fault

    monkeypatch.setattr(drawing, "_drawn_as", fail)

    with pytest.raises(NoPdfError, match="its page can be printed"):
        pdf_of(full_sheet(), A4)


def test_whoever_stops_the_program_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_values: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(drawing, "_drawn_as", stop)

    with pytest.raises(KeyboardInterrupt):
        pdf_of(full_sheet(), A4)
