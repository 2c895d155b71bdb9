"""Street tiles for the map of a page, where the operator has named some."""

from flask import current_app

from core.settings import Settings
from core.tiles import Tiles


def street_tiles() -> Tiles | None:
    settings: Settings = current_app.extensions["settings"]
    return settings.tiles
