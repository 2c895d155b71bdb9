"""Nobody asks for so many PDFs that others have to wait for theirs."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from prescribing.codes import views
from prescribing.draft import Draft, Item, close
from prescribing.minute import paper_views
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.prescriptions import FRESH, save_prescription
from web.limits import limiter

HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}
PER_MINUTE = 60


@pytest.fixture(autouse=True)
def nobody_has_asked(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def test_the_papers_of_both_kinds_of_sheets_count_in_the_same_sum(
    app: Flask, client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    sealed = close(Draft(items=(Item("klatrekveld"),)), app.extensions["seal"])
    papers = [f"/r/{FRESH}/ark", f"/resept/{sealed}/ark"]
    for module in (views, paper_views):
        monkeypatch.setattr(module, "pdf_response", lambda *_asked: app.response_class())

    statuses = {
        client.get(f"{papers[number % 2]}.pdf", environ_base=HERE).status_code
        for number in range(PER_MINUTE)
    }

    assert statuses == {200}
    for paper in papers:
        assert client.get(f"{paper}.pdf", environ_base=HERE).status_code == 429
        assert client.get(f"{paper}.pdf", environ_base=THERE).status_code == 200
        # The page, which can be printed too, is there for everybody.
        assert client.get(paper, environ_base=HERE).status_code == 200
