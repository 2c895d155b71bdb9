"""The addresses of the site, as they are registered, with something in place of each variable."""

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import IntegerConverter, Rule, UnicodeConverter

from tests.support.factories import offer_entry, schedule_entry
from tests.support.prescriptions import NOBODYS
from web.access import PUBLIC

# Flask's own; whatever else is registered is ours.
OF_THE_FRAMEWORK = {"static"}
# With this offer in the database, the address of every page about an offer leads somewhere.
SAMPLE_OFFER = offer_entry(schedules=[schedule_entry()])
# What stands sealed in the address of a question and of a sheet that is being made.
_ASKED = {"age": 19, "place": "Trondheim", "week": [SAMPLE_OFFER["id"]]}
_SHEET = {"sheet": {"items": [[SAMPLE_OFFER["id"], None]], "reasons": ["loneliness"]}}


def our_rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in OF_THE_FRAMEWORK]


def pages(app: Flask) -> Iterator[str]:
    """Yield an address for every rule that answers GET to anybody."""
    for rule in our_rules(app):
        if "GET" in (rule.methods or ()) and access_of(app, rule.endpoint) == PUBLIC:
            yield address(app, rule)


def access_of(app: Flask, endpoint: str) -> str | None:
    """Return the mark that says who may open a view; None where it has none."""
    return getattr(app.view_functions[endpoint], "access", None)


def with_words(rule: Rule, word: str) -> dict[str, str]:
    """Return ``word`` for each variable of ``rule`` that takes any word."""
    return {
        name: word
        for name, converter in rule._converters.items()
        if isinstance(converter, UnicodeConverter)
    }


def with_numbers(rule: Rule, number: str) -> dict[str, str]:
    """Return ``number`` for each variable of ``rule`` that is a number."""
    return {
        name: number
        for name, converter in rule._converters.items()
        if isinstance(converter, IntegerConverter)
    }


def address(app: Flask, rule: Rule, **instead: str) -> str:
    """Fill in the variables of ``rule``; a new one needs a sample here."""
    samples = {
        "sealed": app.extensions["seal"].close(
            _SHEET if rule.rule.startswith("/resept/<sealed>") else _ASKED
        ),
        "offer_id": SAMPLE_OFFER["id"],
        "number": "5001",
        "interest": "climbing",
        "word": "a-word-that-nobody-was-given",
        "key_id": "1",
        "slug": "navn",
        "kind": "ny",
        "organisation_id": SAMPLE_OFFER["organisation"],
        "version": "1",
        "claim_id": "1",
        "report_id": "1",
        "flag_id": "1",
        "mail_id": "1",
        "account_id": "1",
        "usual_id": "1",
        "code": NOBODYS,
    } | instead
    missing = rule.arguments - samples.keys()
    assert not missing, f"{rule} has variables without a sample: {sorted(missing)}"
    with app.test_request_context():
        built = rule.build({name: samples[name] for name in rule.arguments})
    assert built is not None
    return built[1]
