"""Every type of page the site has, with an address for each: what holds for one page holds for all.

A page whose address has no variable is found by itself. A page about something, and each face a page
can have, needs a line in ABOUT_SOMETHING; a contract test tells when one is missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode, urlsplit

from flask import Flask

from app import BLUEPRINTS
from directory.entries import Entry
from tests.support.factories import offer_entry
from tests.support.prescriptions import ALL_GONE, ENDED_ON_IT, EXPIRED, FRESH, MISTYPED
from tests.support.routes import access_of
from web.access import PUBLIC

# Sends the answers of a form to an address, and returns the address it leads on to.
Send = Callable[[str, Mapping[str, str]], str | None]

ENDED: Final[Entry] = offer_entry(id="endte-tilbud", status="ended", ended_on=date(2026, 1, 31))
# What no vocabulary and no gazetteer knows; pages say it back.
UNKNOWN: Final = ("saksofonkvartett", "Ingenstedby")
# What somebody types in the box, by the name that an address below calls the answer by.
TYPED: Final = {
    "found": "buldring i Trondheim, 19 år, kveld",
    "nothing": f"{UNKNOWN[0]} i Vardø, bare for kvinner, gratis, i morgen, rullestol",
    "danger": "jeg orker ikke mer og vil ta livet mitt",
    "slip": "jeg sprakk i går, Oslo",
    "unknown": f"turgruppe i {UNKNOWN[1]}",
}
CHOSEN: Final = ("fire-klatring-trondheim", "rph-lillehammer")
# Words of links in mail that ask whether an offer is right, and whether it is open at Christmas.
ASKED, ASKED_ABOUT_CHRISTMAS = "spurt", "spurt-om-jula"
# Rules that answer with files or JSON; all others without a variable are pages.
OF_PROGRAMS: Final = ("/api/", "/static/", "/meld-inn/ligner")
# The questions for who puts a group in; those left out are made of the same parts.
QUESTIONS: Final = ("navn", "hva", "sted", "tid", "tider", "regler", "kontakt", "sjekk", "lenke")


@dataclass(frozen=True)
class PageType:
    """A page by its address, in which {found} and the like stand for what was typed.

    ``answers`` are sent by the form that is at the address; the page is what comes of it.
    """

    name: str
    path: str
    status: HTTPStatus = HTTPStatus.OK
    answers: Mapping[str, str] = field(default_factory=dict)


ABOUT_SOMETHING: Final = (
    PageType(
        "questions with faults",
        "/finn",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"age": "nitten og litt til", "place": "Molde"},
    ),
    PageType("questions again", "/finn/{found}"),
    PageType("broken address", "/treff/broken", HTTPStatus.NOT_FOUND),
    *(PageType(f"answers: {name}", f"/treff/{{{name}}}") for name in TYPED),
    PageType("answers: one in the week", "/treff/{week}"),
    PageType("answers: one taken away", "/treff/{without}"),
    PageType("week", "/uke/{week}"),
    PageType("week with nothing in it", "/uke/{found}"),
    PageType("offer", "/tilbud/fire-klatring-trondheim"),
    PageType("signpost", "/tilbud/selvhjelp-norge"),
    PageType("ended offer", f"/tilbud/{ENDED['id']}"),
    PageType("municipality", "/kommune/5001"),
    PageType("municipality with nothing in it", "/kommune/5636"),
    PageType("interest", "/interesse/climbing"),
    PageType("link that is used", "/inn/brukt", HTTPStatus.GONE),
    PageType(
        "back from another site, where none is set", "/inn/annet-sted/svar", HTTPStatus.NOT_FOUND
    ),
    PageType("address for one, where none is set", "/inn/annet-sted/adresse", HTTPStatus.NOT_FOUND),
    PageType("mailed for one, where none is set", "/inn/annet-sted/sendt", HTTPStatus.NOT_FOUND),
    PageType("link for one, where none is set", "/inn/annet-sted/knytt/x", HTTPStatus.NOT_FOUND),
    PageType("invitation that is used", "/overta/brukt", HTTPStatus.GONE),
    PageType("report", f"/rett-opp/{CHOSEN[0]}"),
    PageType(
        "report with faults",
        f"/rett-opp/{CHOSEN[0]}",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"reply_to": "ingen adresse"},
    ),
    PageType("report sent", f"/rett-opp/{CHOSEN[0]}/takk"),
    PageType("wish with faults", "/onske", HTTPStatus.UNPROCESSABLE_ENTITY, {"place": UNKNOWN[1]}),
    PageType("wish counted", "/onske/5001"),
    PageType("first contact", f"/kontakt/{CHOSEN[0]}"),
    PageType(
        "first contact with faults",
        f"/kontakt/{CHOSEN[0]}",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"reply_to": "hei"},
    ),
    PageType("first contact sent", f"/kontakt/{CHOSEN[0]}/sendt"),
    PageType("answer that is noted already", "/kontakt/svart/brukt", HTTPStatus.GONE),
    PageType("gaps", "/kommune/5001/oversikt"),
    PageType("gaps with nothing there", "/kommune/5636/oversikt"),
    PageType("draft that is gone", "/meld-inn/borte", HTTPStatus.NOT_FOUND),
    *(PageType(f"registering: {slug}", f"/meld-inn/{{draft}}/{slug}") for slug in QUESTIONS),
    PageType("registering: mailed", "/meld-inn/{draft}/sendt"),
    PageType("registering: link that is used", "/meld-inn/bekreft/brukt", HTTPStatus.GONE),
    PageType("registering: thanks", "/meld-inn/takk/ny"),
    PageType("claim", f"/tilbud/{CHOSEN[0]}/ta-over"),
    PageType("confirming: link that is used", "/bekreft/brukt", HTTPStatus.GONE),
    PageType("confirming: change", f"/bekreft/{ASKED}/endre"),
    PageType(
        "confirming: change with faults",
        f"/bekreft/{ASKED}/endre",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"per_time": "masse"},
    ),
    PageType("confirming: holiday", f"/bekreft/{ASKED_ABOUT_CHRISTMAS}/ferie"),
    PageType("claim mailed", f"/tilbud/{CHOSEN[0]}/ta-over/sendt"),
    PageType("sheet being made", "/resept/{sheet}"),
    PageType("sheet with nothing on it", "/resept/{bare}"),
    PageType("sheet of answers", "/resept/fra/{found}"),
    PageType("sheet of a week", "/resept/uke/{week}"),
    PageType("sheet to print", "/resept/{sheet}/ark"),
    PageType("sheet to print with nothing on it", "/resept/{bare}/ark?papir=a5&skrift=stor"),
    PageType("text for the record", "/resept/{sheet}/journal"),
    PageType("text for the record with nothing on it", "/resept/{bare}/journal"),
    PageType("sheet whose address is broken", "/resept/broken", HTTPStatus.NOT_FOUND),
    PageType(
        "sheet with faults", "/resept", HTTPStatus.UNPROCESSABLE_ENTITY, {"place": UNKNOWN[1]}
    ),
    PageType("link that is refused", "/resept?navn=Kari", HTTPStatus.BAD_REQUEST),
    PageType("code", f"/r/{FRESH}"),
    PageType("code: an answer", f"/r/{FRESH}?takk=contact-no"),
    PageType("code: an offer has ended", f"/r/{ENDED_ON_IT}"),
    PageType("code: all is gone", f"/r/{ALL_GONE}"),
    PageType("code: an old sheet", f"/r/{EXPIRED}"),
    PageType("code: its sheet", f"/r/{FRESH}/ark"),
    PageType("code that is not there", f"/r/{MISTYPED}", HTTPStatus.NOT_FOUND),
    PageType("code that is not there: times", f"/r/{MISTYPED}.ics", HTTPStatus.NOT_FOUND),
    PageType("code that is not there: PDF", f"/r/{MISTYPED}/ark.pdf", HTTPStatus.NOT_FOUND),
    PageType("code with faults", "/r", HTTPStatus.UNPROCESSABLE_ENTITY, {"code": MISTYPED}),
    PageType(
        "asking to prescribe with faults",
        "/resept/bli-med",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        {"email": "ingen adresse", "place": UNKNOWN[1], "orgnr": "12"},
    ),
    PageType("asking to prescribe: link that is used", "/resept/bli-med/brukt", HTTPStatus.GONE),
    PageType("no such page", "/finnes-ikke", HTTPStatus.NOT_FOUND),
)


@cache
def site_map() -> Flask:
    """Return an application with the addresses of the site and nothing behind them."""
    bare = Flask("addresses")
    for blueprint in BLUEPRINTS:
        bare.register_blueprint(blueprint)
    return bare


def _found_by_themselves() -> tuple[PageType, ...]:
    site = site_map()
    rules = {
        rule.rule
        for rule in site.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and not rule.arguments
        and access_of(site, rule.endpoint) == PUBLIC
    }
    pages = [one for one in rules if not one.startswith(OF_PROGRAMS) and "." not in one]
    return tuple(PageType(one, one) for one in sorted(pages))


PAGE_TYPES: Final = _found_by_themselves() + ABOUT_SOMETHING


def endpoint_of(path: str) -> str | None:
    """Return what answers GET at an address of PAGE_TYPES; None where nothing is registered."""
    with site_map().test_request_context(path) as context:
        return context.request.endpoint


def sealed_words(send: Send) -> dict[str, str]:
    """Return the sealed word for each name that an address may have in braces, asked of the site."""

    def word(path: str, answers: Mapping[str, str]) -> str:
        location = send(path, answers)
        assert location, f"{path} led nowhere with {answers}"
        return urlsplit(location).path.rpartition("/")[2]

    words = {name: word("/finn", {"text": text}) for name, text in TYPED.items()}
    words["without"] = word(f"/treff/{words['found']}", {"not_for_me": CHOSEN[0]})
    words["week"] = words["found"]
    for offer in CHOSEN:
        words["week"] = word(f"/treff/{words['week']}", {"to_week": offer})
    words["draft"] = _draft(send)
    words |= _sheets(word)
    return words


def _sheets(word: Callable[[str, Mapping[str, str]], str]) -> dict[str, str]:
    """Return the words of a sheet as it is suggested, and of one from which all was taken."""
    sheet = word("/resept", {"reasons": "loneliness", "age": "18-25", "place": "Trondheim"})
    bare = word("/resept", {})
    for change in ("add", "remove"):
        bare = word(f"/resept/{bare}", {"change": change, "offer": CHOSEN[0]})
    return {"sheet": sheet, "bare": bare}


def _draft(send: Send) -> str:
    """Return the word of a draft in which a place and its times are told."""
    location = send("/meld-inn", {})
    assert location, "no draft was begun"
    draft = urlsplit(location).path.split("/")[2]
    send(f"/meld-inn/{draft}/sted", {"attendance": "in_person", "postcode": "7011"})
    send(f"/meld-inn/{draft}/tid", {"times_0": "", "appointment_0": "y"})
    return draft


@cache
def words_of(site: str) -> dict[str, str]:
    """Return the sealed words of a site that is served at the address ``site``."""

    def send(path: str, answers: Mapping[str, str]) -> str | None:
        connection = HTTPConnection(urlsplit(site).netloc)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", path, urlencode(answers), headers)
        location = connection.getresponse().getheader("Location")
        connection.close()
        return location

    return sealed_words(send)
