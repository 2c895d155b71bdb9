"""What is held against every page finds every page."""

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.factories import save
from tests.support.page_types import PAGE_TYPES, endpoint_of, site_map
from tests.support.routes import SAMPLE_OFFER, access_of, address, our_rules
from web.access import PUBLIC, WITH_KEY


def test_every_address_that_shows_a_page_is_of_a_known_type(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, SAMPLE_OFFER)
    known = {endpoint_of(page.path) for page in PAGE_TYPES}

    forgotten = {
        rule.rule
        for rule in our_rules(app)
        if "GET" in (rule.methods or ())
        and access_of(app, rule.endpoint) in {PUBLIC, WITH_KEY}
        and rule.endpoint not in known
        and client.get(address(app, rule)).mimetype == "text/html"
    }

    assert forgotten == set(), "tests/support/page_types.py needs a line for each"


def test_all_that_is_registered_is_looked_at(app: Flask) -> None:
    registered = {rule.rule for rule in our_rules(app)}

    assert registered - {rule.rule for rule in site_map().url_map.iter_rules()} == set()
