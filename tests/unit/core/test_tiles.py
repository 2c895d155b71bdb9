"""Where street tiles may come from, and what of it the pages tell."""

import pytest

from core.tiles import Tiles, faults_of_tiles

CREDIT = "© OpenStreetMap"


@pytest.mark.parametrize(
    ("url", "origin", "host"),
    [
        (
            "https://tiles.example.org/{z}/{x}/{y}.png",
            "https://tiles.example.org",
            "tiles.example.org",
        ),
        (
            "https://example.org:8443/a/{z}/{y}/{x}{r}.webp?key=1",
            "https://example.org:8443",
            "example.org",
        ),
        ("http://localhost:8080/{z}/{x}/{y}", "http://localhost:8080", "localhost"),
        ("http://127.0.0.1/{z}/{x}/{y}", "http://127.0.0.1", "127.0.0.1"),
    ],
)
def test_an_address_of_tiles_names_one_origin(url: str, origin: str, host: str) -> None:
    tiles = Tiles(url, CREDIT)

    assert list(faults_of_tiles(url, CREDIT)) == []
    assert (tiles.origin, tiles.host) == (origin, host)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/{z}/{x}/{y}.png",
        "http://localhost.example.org/{z}/{x}/{y}.png",
        "//example.org/{z}/{x}/{y}.png",
        "https://{s}.example.org/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}.png",
        "https://example.org/{z}/{x}/{y}/{style}.png",
        "https://example.org/{z}/{x}/{y}}.png",
        "https://example.org/{z}/{x}/{y",
        "https://me:word@example.org/{z}/{x}/{y}.png",
        "https://example.org;script-src/{z}/{x}/{y}.png",
        "https://example.org /{z}/{x}/{y}.png",
        'https://example.org/{z}/{x}/{y}.png"',
        "https://example.org{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}.png",
    ],
)
def test_any_other_address_is_refused_with_one_sentence(url: str) -> None:
    (fault,) = faults_of_tiles(url, CREDIT)

    assert fault.startswith("MAP_TILES_URL")
    assert fault.endswith(".")
