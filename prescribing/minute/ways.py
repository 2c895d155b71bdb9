"""Where a sheet leads on: to paper, to the record, and for who prescribes to a code."""

from dataclasses import dataclass

from flask import url_for


@dataclass(frozen=True)
class Ways:
    """Addresses, all of the same sealed sheet. ``code`` and ``usual`` are for who prescribes."""

    paper: str
    pdf: str
    journal: str
    code: str
    usual: str
    join: str


def ways_of(sealed: str, usual: str) -> Ways:
    """``usual`` is the word of what a practice would keep: its sheet only where somebody has chosen it."""
    return Ways(
        paper=url_for("paper.show_sheet", sealed=sealed),
        pdf=url_for("paper.download_pdf", sealed=sealed),
        journal=url_for("record.show_journal", sealed=sealed),
        code=url_for("made.prescribe", sealed=sealed),
        usual=url_for("prescribe.keep_as_usual", sealed=usual),
        join=url_for("practices.show_ask"),
    )
