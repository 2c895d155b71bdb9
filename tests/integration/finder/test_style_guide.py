"""The page of all parts is there for who makes the site, and for nobody else."""

import dataclasses
import re
from collections.abc import Iterator

import pytest
from flask import Response

from app import create_app
from core.db import db
from core.settings import Environment, Settings
from tests.support.client import PageClient
from tests.support.databases import ROOT

ADDRESS = "/_stilguide"
TEMPLATES = ROOT / "templates"


@pytest.fixture
def while_made(settings: Settings) -> Iterator[PageClient]:
    """Open the pages of a site that is being made."""
    app = create_app(dataclasses.replace(settings, environment=Environment.DEVELOPMENT))
    yield PageClient(app, Response)
    app.extensions["offer_index"].close()
    with app.app_context():
        db.engine.dispose()


def test_it_shows_the_parts_while_the_site_is_being_made(while_made: PageClient) -> None:
    page = while_made.page(ADDRESS)

    assert page.select(".card")
    assert page.select(".ds-error-summary a[href='#age']")


@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.TEST])
def test_it_is_nowhere_else(settings: Settings, environment: Environment) -> None:
    app = create_app(dataclasses.replace(settings, environment=environment))

    assert ADDRESS not in {rule.rule for rule in app.url_map.iter_rules()}
    app.extensions["offer_index"].close()


def test_it_leaves_out_no_component() -> None:
    guide = (TEMPLATES / "finder/style_guide.html").read_text(encoding="utf-8")
    shown = set(re.findall(r'from "components/(\w+)\.html"', guide))

    assert shown == {file.stem for file in (TEMPLATES / "components").glob("*.html")}


def test_every_picture_that_is_shown_is_drawn(while_made: PageClient) -> None:
    page = while_made.page(ADDRESS)
    drawn = re.findall(r'id="(\w+)"', (ROOT / "static/img/icons.svg").read_text(encoding="utf-8"))
    used = {str(use["href"]).partition("#")[2] for use in page.select("use")}

    assert used == set(drawn)
