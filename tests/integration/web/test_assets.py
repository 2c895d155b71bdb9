"""Files for the browser: small on the line, kept for ever, and never mixed up with older ones."""

import json
from pathlib import Path

import pytest
from flask import Flask

import web.assets
from app import create_app
from core.settings import Settings
from tests.support.client import PageClient

STYLE = "css/site.css"


def test_a_file_may_be_kept_for_ever(app: Flask, client: PageClient) -> None:
    response = client.get(app.extensions["assets"].address(STYLE))

    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_file_comes_packed_to_whoever_can_unpack_it(
    app: Flask, client: PageClient, encoding: str
) -> None:
    address = app.extensions["assets"].address(STYLE)

    packed = client.get(address, headers={"Accept-Encoding": encoding})
    plain = client.get(address)

    assert packed.headers["Content-Encoding"] == encoding
    assert len(packed.data) < len(plain.data) / 3


def test_a_page_comes_packed_to_whoever_can_unpack_it(client: PageClient) -> None:
    packed = client.get("/hvorfor", headers={"Accept-Encoding": "br"})

    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("front", ["/nn", "/en"])
def test_the_files_are_the_same_in_every_language(client: PageClient, front: str) -> None:
    [style] = client.page(front + "/hvorfor").select("link[rel=stylesheet]")

    assert str(style["href"]).startswith("/static/")


def test_a_site_whose_front_end_is_not_built_says_what_to_do(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web.assets, "BUILT", tmp_path / "nowhere")

    with pytest.raises(SystemExit, match=r"make \.venv/ready"):
        create_app(settings)


def test_every_file_that_the_list_names_is_there(app: Flask) -> None:
    names = json.loads((web.assets.BUILT / "manifest.json").read_text())

    assert [name for name in names.values() if not (web.assets.BUILT / name).exists()] == []
