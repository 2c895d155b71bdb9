"""What goes into the record, handed over: a text to copy and a file. Neither is kept on its way."""

import json
from dataclasses import dataclass
from typing import ClassVar, Final

from flask import Response, request

from prescribing.record.fhir_parts import Resource
from prescribing.record.journal import journal_text
from prescribing.sheet import Sheet
from web.pages import Page, keep_to_oneself

# Files lie in a list of downloads for all to see, so the name says nothing of whom it is for.
FILE_NAME: Final = "noe-a-ga-til.json"
FHIR: Final = "application/fhir+json"
# The page with the text and the text itself lie side by side, under the address of the sheet.
LAST_PART: Final = "/journal"
TEXT: Final = ".txt"


@dataclass(frozen=True)
class JournalPage(Page):
    """The text for the journal in a box, from which it is copied, by hand or with the button.

    ``as_file`` is the same text as a file, ``back`` is the sheet.
    """

    template: ClassVar[str] = "prescribing/journal.html"
    is_private: ClassVar[bool] = True

    text: str
    rows: int
    as_file: str
    back: str


def journal_page(sheet: Sheet) -> JournalPage:
    """Return the page for the address that is asked for, which ends in ``/journal``."""
    text = journal_text(sheet)
    here = request.script_root + request.path
    return JournalPage(
        text=text,
        rows=text.count("\n") + 1,
        as_file=here + TEXT,
        back=here.removesuffix(LAST_PART),
    )


def journal_response(sheet: Sheet) -> Response:
    return _kept_by_nobody(Response(journal_text(sheet), mimetype="text/plain"))


def fhir_response(bundle: Resource) -> Response:
    response = Response(json.dumps(bundle, ensure_ascii=False, indent=1), mimetype=FHIR)
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return _kept_by_nobody(response)


def _kept_by_nobody(response: Response) -> Response:
    keep_to_oneself(response)
    return response
