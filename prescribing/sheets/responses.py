"""The sheet handed over: as a page to print and as a PDF. Neither is kept by anything on its way."""

from typing import Final

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from prescribing.sheet import Sheet
from prescribing.sheets.page import sheet_page
from prescribing.sheets.paper import Paper
from prescribing.sheets.pdf import NoPdfError, pdf_of
from web.limits import limiter
from web.logs import log_crash
from web.pages import keep_to_oneself
from web.redirects import go_on_to

# Files lie in a list of downloads for all to see, so the name says nothing of whom it is for.
FILE_NAME: Final = "noe-a-ga-til.pdf"

# They are drawn one at a time: nobody is to keep the rest waiting. For every way to a PDF together.
few_pdfs = limiter.shared_limit("60 per minute", scope="pdf")


def print_response(sheet: Sheet, paper: Paper) -> Response:
    """Answer with the page. It stands at an address that ends in ``/ark``, its PDF at ``/ark.pdf``."""
    return sheet_page(sheet, paper).respond()


def pdf_response(sheet: Sheet, paper: Paper) -> AnyResponse:
    """Answer with the PDF; with the way to the page, which can be printed too, where none can be made."""
    try:
        content = pdf_of(sheet, paper)
    except NoPdfError as error:
        log_crash(error)
        return go_on_to(_page_of_it())
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{FILE_NAME}"'
    keep_to_oneself(response)
    return response


def _page_of_it() -> str:
    """Return where the page stands whose PDF is asked for, on the same paper."""
    page = request.script_root + request.path.removesuffix(".pdf")
    asked = request.query_string.decode()
    return f"{page}?{asked}" if asked else page
