"""Every view says who may open it."""

from flask import Flask

from tests.support.routes import our_rules
from web.access import PUBLIC

KNOWN = {PUBLIC}


def test_every_view_declares_its_access(app: Flask) -> None:
    silent = [
        rule.endpoint
        for rule in our_rules(app)
        if getattr(app.view_functions[rule.endpoint], "access", None) not in KNOWN
    ]

    assert silent == []


def test_there_are_views_to_look_at(app: Flask) -> None:
    assert len(our_rules(app)) > 5
