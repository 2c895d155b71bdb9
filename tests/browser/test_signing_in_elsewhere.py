"""Somebody signs in at another site in a real browser, comes back, and the next time is in at once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.axe import findings
from tests.support.databases import prepare
from tests.support.mailed import link_mailed_to
from tests.support.other_site import other_site
from tests.support.page_width import sticking_out
from tests.support.serving import free_port, served

EMAIL = "kari@legekontoret.no"
NARROWEST = {"width": 320, "height": 640}


@dataclass(frozen=True)
class Site:
    """A site of its own, that people can come to from another."""

    address: str
    database_url: str

    def link(self) -> str:
        engine = create_engine(self.database_url)
        with Session(engine) as session:
            path = link_mailed_to(session, EMAIL, self.address)
        engine.dispose()
        return path


@pytest.fixture(params=[False, True], ids=["with a secret", "as HelseID"])
def joined(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with other_site(f"{address}/inn/annet-sted/svar", is_strict=request.param) as provider:
        told = {"ENV": "test", "INSTANCE_PATH": str(tmp_path), "LOG_LEVEL": "ERROR"}
        settings = read_settings(told | {"BASE_URL": address})
        prepare(settings.database_url)
        app = create_app(replace(settings, oidc=provider.settings()))
        with served(app, port):
            yield Site(address, settings.database_url)
        with app.app_context():
            db.engine.dispose()


@contextmanager
def computer(browser: Browser, site: Site, *, has_script: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site.address, java_script_enabled=has_script, viewport=NARROWEST
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}"))
    yield page
    context.close()
    # The pages of the other site ask for a font from elsewhere, which they do not get here.
    assert [one for one in complaints if one.startswith(site.address)] == []


def look_over(page: Page, heading: str, *, has_script: bool) -> None:
    """The page is the one that is meant, has room, and breaks no rule, which script finds out."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    if has_script:
        assert sticking_out(page) == []
        assert findings(page) == []


def sign_in_there(page: Page, site: Site, *, has_script: bool) -> None:
    """Press the button, sign in, and come back."""
    page.get_by_role("button", name="Logg inn med HelseID").click()
    page.locator("input[name=login]").fill("kari")
    page.locator("input[name=password]").fill("anything")
    page.locator("button[type=submit]").click()
    if not has_script:
        expect(page).to_have_url(re.compile(rf"^{re.escape(site.address)}/inn/annet-sted/svar"))
        page.get_by_role("main").get_by_role("button", name="Logg inn").click()


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_the_whole_way_there_and_back(browser: Browser, joined: Site, has_script: bool) -> None:
    with computer(browser, joined, has_script=has_script) as page:
        page.goto("/inn?til=/hjelp")
        look_over(page, "Logg inn", has_script=has_script)
        sign_in_there(page, joined, has_script=has_script)
        look_over(page, "Hva er e-postadressen din?", has_script=has_script)
        expect(page.get_by_label("E-postadressen din på jobb")).to_have_value("kari@example.org")
        page.get_by_label("E-postadressen din på jobb").fill(EMAIL)
        page.get_by_role("button", name="Send meg en lenke").click()
        look_over(page, "Se i e-posten din", has_script=has_script)
        page.goto(joined.link())
        look_over(page, "Bruk HelseID her", has_script=has_script)
        page.get_by_role("button", name="Ja, det er meg").click()
        expect(page).to_have_url(f"{joined.address}/hjelp")
        ours = {cookie["name"] for cookie in page.context.cookies()} & {"inn", "inn-underveis"}
        assert ours == {"inn"}

        page.goto("/konto")
        page.get_by_role("button", name="Logg ut her").click()
        page.goto("/inn")
        page.get_by_role("button", name="Logg inn med HelseID").click()
        # The other site knows them still, and lets them pass.
        if not has_script:
            page.get_by_role("main").get_by_role("button", name="Logg inn").click()
        expect(page).to_have_url(f"{joined.address}/konto")
        expect(page.get_by_text("HelseID, der du heter Kari Lege.")).to_be_visible()
        look_over(page, "Kontoen din", has_script=has_script)
        page.get_by_role("button", name="Ta bort innloggingen").click()
        expect(page.get_by_text("HelseID, der du heter Kari Lege.")).to_have_count(0)
