"""The text for the journal is short plain lines, and has nothing that is not on the sheet."""

from dataclasses import replace

import pytest

from directory.contact_words import contact_points
from prescribing.record.journal import journal_text
from prescribing.sheet import Sheet, SheetOffer

OFFER = SheetOffer(
    offer_id="turgruppa",
    name="Turgruppa",
    kind="Aktivitet",
    is_example=False,
    summary=None,
    when="Hver onsdag kl. 18.00–20.00",
    dates=("Onsdag 2. desember kl. 18.00–20.00", "Onsdag 9. desember kl. 18.00–20.00"),
    where="Utehallen, Trondheim",
    place_lines=("Storgata 1", "7011 Trondheim"),
    place=None,
    cost="Gratis.",
    cost_note=None,
    first_visit=None,
    meets_you=None,
    contacts=contact_points([{"name": "Kari", "phone": "22 33 44 55", "email": "k@example.org"}]),
    line="Prøv én gang.",
    warnings=("Alle skal være rusfrie",),
    caveats=(),
    confirmation="",
    address="https://example.org/tilbud/turgruppa",
)
SHEET = Sheet(
    language="nb",
    heading="Noe å gå til",
    made_on="26. november 2026",
    offers=(OFFER,),
    remarks=(),
    plan=(),
    lines=(),
    code="ABCD EFGH",
    address="https://example.org/r/ABCDEFGH",
    valid_until="30. november 2027",
)


def test_it_says_what_was_handed_over() -> None:
    assert journal_text(SHEET) == (
        "Sosial resept, 26. november 2026\n"
        "\n"
        "1. Turgruppa\n"
        "Hvor: Utehallen, Trondheim\n"
        "Adresse: Storgata 1, 7011 Trondheim\n"
        "Når: Hver onsdag kl. 18.00–20.00\n"
        "Neste gang: Onsdag 2. desember kl. 18.00–20.00\n"
        "Kontakt: Kari – Ring 22 33 44 55, E-post k@example.org\n"
        "På arket: Prøv én gang.\n"
        "\n"
        "Kode: ABCD EFGH, gjelder til 30. november 2027\n"
    )


def test_what_is_not_told_has_no_line() -> None:
    bare = replace(OFFER, dates=(), place_lines=(), contacts=(), line=None)

    text = journal_text(replace(SHEET, offers=(bare,), code=None, valid_until=None))

    assert text.splitlines()[2:] == [
        *("1. Turgruppa", "Hvor: Utehallen, Trondheim", "Når: Hver onsdag kl. 18.00–20.00"),
    ]


@pytest.mark.parametrize("name", ["To\nlinjer", "Mange    mellomrom"])
def test_a_name_is_one_line(name: str) -> None:
    lines = journal_text(replace(SHEET, offers=(replace(OFFER, name=name),))).splitlines()

    assert lines[2] == f"1. {' '.join(name.split())}"


def test_the_offers_are_numbered_as_on_the_sheet() -> None:
    other = replace(OFFER, offer_id="koret", name="Koret")

    text = journal_text(replace(SHEET, offers=(OFFER, other)))

    assert "\n1. Turgruppa\n" in text
    assert "\n2. Koret\n" in text


def test_what_is_made_up_is_said_to_be() -> None:
    made_up = replace(OFFER, is_example=True)

    assert "1. Turgruppa (Eksempel, finnes ikke)\n" in journal_text(
        replace(SHEET, offers=(made_up,))
    )
