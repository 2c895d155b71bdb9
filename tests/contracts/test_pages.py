"""Every page is typed, and every page that is there is a decent one."""

import inspect
from dataclasses import fields
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import meta, nodes
from sqlalchemy.orm import Session

import app as composition_root  # noqa: F401 -- loads every module that has pages
from tests.support.client import PageClient
from tests.support.databases import ROOT
from tests.support.factories import save, save_contact_point
from tests.support.routes import SAMPLE_OFFER, pages
from web.pages import Page

TEMPLATES = ROOT / "templates"
OF_JINJA = {"self", "_trans"}
ABOUT_AN_OFFER = ("/tilbud/", "/rett-opp/", "/kontakt/")


def every_page() -> list[type[Page]]:
    """Return all page classes, those that stand on another one too."""
    found: list[type[Page]] = []
    waiting = [Page]
    while waiting:
        waiting += waiting[0].__subclasses__()
        found.append(waiting.pop(0))
    return sorted(found[1:], key=lambda page: page.__name__)


def names_used(app: Flask, template: str) -> set[str]:
    """Return what ``template`` and the ones it extends or includes take from their page."""
    source, _name, _fresh = app.jinja_env.loader.get_source(app.jinja_env, template)
    tree = app.jinja_env.parse(source)
    imported = {
        name[1] if isinstance(name, tuple) else name
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
    }
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    names = meta.find_undeclared_variables(tree)
    for other in tree.find_all((nodes.Extends, nodes.Include)):
        assert isinstance(other.template, nodes.Const), f"{template} takes in a template by chance"
        names |= names_used(app, other.template.value) - own
    return names - imported - macros - set(app.jinja_env.globals) - OF_JINJA


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.__name__)
def test_a_template_uses_exactly_what_its_page_declares(app: Flask, page: type[Page]) -> None:
    assert names_used(app, page.template) == {field.name for field in fields(page)}


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.__name__)
def test_a_page_says_what_it_is(page: type[Page]) -> None:
    own = page.__doc__ != f"{page.__name__}{inspect.signature(page)}"

    assert own, "the docstring is the one that dataclass makes up"


def test_every_page_template_has_its_page() -> None:
    typed = {page.template for page in every_page()}
    found = {
        file.relative_to(TEMPLATES).as_posix()
        for file in TEMPLATES.rglob("*.html")
        if file.parent.name not in {"components", "layouts"}
    }

    assert found == typed


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.html")), ids=lambda file: file.name)
def test_no_template_trusts_a_text(file: Path) -> None:
    source = file.read_text(encoding="utf-8")

    assert "|safe" not in source.replace(" ", "")
    assert "autoescape" not in source


@pytest.mark.parametrize("with_offers", [False, True], ids=["nothing in it", "an offer in it"])
def test_every_page_that_is_registered_can_be_opened(
    app: Flask, client: PageClient, session: Session, with_offers: bool
) -> None:
    if with_offers:
        save(session, SAMPLE_OFFER)
        save_contact_point(session, SAMPLE_OFFER["id"])

    statuses = {url: client.get(url).status_code for url in pages(app)}

    about_an_offer = {url for url in statuses if url.startswith(ABOUT_AN_OFFER) or ".ics" in url}
    assert {url for url, status in statuses.items() if status != 200} == (
        set() if with_offers else about_an_offer
    )
