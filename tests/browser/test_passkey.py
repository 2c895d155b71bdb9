"""A moderator signs in by mail and with a key, in a real browser with a key of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, CDPSession, Page, expect
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from accounts.access import requires
from accounts.models import Role
from accounts.permissions import Permission
from accounts.roles import add_account
from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.databases import prepare
from tests.support.mailed import link_mailed_to
from tests.support.serving import free_port, served

EMAIL = "kari@example.org"
GUARDED = "/bare-for-moderatorer"
KEY_INSIDE_THE_TELEPHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Site:
    """A site of its own, with one moderator, at a name that keys can be made for."""

    address: str
    database_url: str

    def link(self) -> str:
        engine = create_engine(self.database_url)
        with Session(engine) as session:
            path = link_mailed_to(session, EMAIL, self.address)
        engine.dispose()
        return path


@pytest.fixture
def named_site(tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    address = f"http://localhost:{port}"
    settings = read_settings(
        {"ENV": "test", "INSTANCE_PATH": str(tmp_path), "LOG_LEVEL": "ERROR", "BASE_URL": address}
    )
    prepare(settings.database_url)
    app = create_app(settings)
    _add_guarded_page(app)
    with app.app_context():
        add_account(db.session(), EMAIL, Role.MODERATOR, ())
        db.session.commit()
        db.session.remove()
    with served(app, port):
        yield Site(address, settings.database_url)
    with app.app_context():
        db.engine.dispose()


def _add_guarded_page(app: Flask) -> None:
    view = requires(Permission.MODERATE)(lambda: "Køen")
    app.add_url_rule(GUARDED, "guarded", view)


@contextmanager
def phone(browser: Browser, site: Site, *, has_script: bool = True) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site.address,
        viewport={"width": 360, "height": 740},
        java_script_enabled=has_script,
    )
    yield context.new_page()
    context.close()


def give_key(page: Page) -> tuple[CDPSession, str]:
    """Put a place for keys into the telephone; return how to speak to it."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    made = protocol.send("WebAuthn.addVirtualAuthenticator", {"options": KEY_INSIDE_THE_TELEPHONE})
    return protocol, str(made["authenticatorId"])


def sign_in_by_mail(page: Page, site: Site) -> None:
    page.goto(GUARDED)
    page.get_by_label("E-postadressen din").fill(EMAIL)
    page.get_by_role("button", name="Send meg en lenke").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Se i e-posten din")
    page.goto(site.link())
    page.get_by_role("main").get_by_role("button", name="Logg inn").click()


def test_a_moderator_makes_a_key_shows_it_the_next_time_and_nobody_else_can(
    browser: Browser, named_site: Site
) -> None:
    with phone(browser, named_site) as page:
        give_key(page)
        sign_in_by_mail(page, named_site)
        page.get_by_role("button", name="Lag en nøkkel").click()
        expect(page).to_have_url(f"{named_site.address}{GUARDED}")
        assert "Køen" in page.content()
        [cookie] = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")

        page.goto("/konto")
        page.get_by_role("button", name="Logg ut her").click()
        expect(page.get_by_role("link", name="Min side")).to_have_count(0)
        sign_in_by_mail(page, named_site)
        page.get_by_role("button", name="Bruk nøkkelen din").click()
        expect(page).to_have_url(f"{named_site.address}{GUARDED}")

    with phone(browser, named_site) as page:
        give_key(page)  # one of their own, which the site does not know
        sign_in_by_mail(page, named_site)
        page.get_by_role("button", name="Bruk nøkkelen din").click()
        expect(page.locator("[data-passkey-status]")).to_have_text(
            "Det gikk ikke. Prøv en gang til."
        )
        expect(page.get_by_role("button", name="Bruk nøkkelen din")).to_be_enabled()
        page.goto(GUARDED)
        assert "Køen" not in page.content()


def test_without_script_the_page_says_why_nothing_happens(
    browser: Browser, named_site: Site
) -> None:
    with phone(browser, named_site, has_script=False) as page:
        sign_in_by_mail(page, named_site)

        expect(page.get_by_text("Nøkler virker bare med skript")).to_be_visible()
        expect(page.locator("[data-passkey-button]")).to_be_hidden()
        expect(page.get_by_text("Denne nettleseren kan ikke bruke nøkler")).to_be_hidden()


def test_one_signs_in_and_out_without_script(browser: Browser, named_site: Site) -> None:
    with phone(browser, named_site, has_script=False) as page:
        sign_in_by_mail(page, named_site)
        page.goto("/konto")

        page.get_by_role("button", name="Logg ut alle steder").click()
        page.goto("/konto")

        expect(page.get_by_role("heading", level=1)).to_have_text("Logg inn")
        assert page.context.cookies() == []
