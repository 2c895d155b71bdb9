"""Pages for when something goes wrong: plain words, a way on, and numbers to ring."""

import pytest
from flask import Flask, abort, render_template
from sqlalchemy.exc import OperationalError

from core.settings import Settings
from tests.support.client import PageClient
from web.errors import ErrorPage

STATUSES = (400, 404, 405, 413, 429, 500, 503)


def test_each_failure_has_its_own_plain_sentence(app: Flask) -> None:
    with app.test_request_context("/"):
        sentences = {
            render_template("errors/any.html", status=status)
            .partition('class="heading"')[2]
            .partition("</p>")[0]
            for status in STATUSES
        }

    assert len(sentences) == len(STATUSES)


@pytest.mark.parametrize("status", STATUSES)
def test_the_numbers_to_ring_are_on_every_failure(app: Flask, status: int) -> None:
    with app.test_request_context("/"):
        page = ErrorPage(status).render()

    assert "tel:113" in page
    assert "tel:116123" in page


def test_a_page_that_is_not_there_leads_home(client: PageClient) -> None:
    page = client.page("/finnes-ikke", status=404)

    assert page.select_one("main a[href='/']")


def test_the_wrong_method_is_refused_in_plain_words(client: PageClient) -> None:
    assert client.post("/").status_code == 405


def test_too_much_is_refused_in_plain_words(client: PageClient) -> None:
    response = client.post("/finn", data={"text": "x" * 300_000})

    assert response.status_code == 413
    assert "kortere" in response.text


def test_with_the_database_down_there_is_still_a_page(settings: Settings, app: Flask) -> None:
    def fall() -> None:
        raise OperationalError("SELECT 1", {}, Exception("down"))

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/fall", view_func=fall)
    app.add_url_rule("/vent", view_func=lambda: abort(503))
    client = app.test_client()

    assert "tel:116123" in client.get("/fall").text
    assert client.get("/fall").status_code == 500
    assert client.get("/vent").status_code == 503
