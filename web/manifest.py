"""What a phone is told when somebody puts the site among its own programs."""

from typing import Final

from flask import current_app, url_for

from core.settings import Settings
from web.languages import current_locale
from web.languages import gettext as _

# As in static/css/theme.css: what a phone shows around a page, and before it has come.
DAWN: Final = "#fae6cd"
PAPER: Final = "#fbf5ec"
ICONS: Final = (
    ("img/icon-192.png", "192x192", "any"),
    ("img/icon-512.png", "512x512", "any"),
    ("img/icon-maskable-512.png", "512x512", "maskable"),
)


def manifest() -> dict[str, object]:
    """Return the web app manifest in the language spoken. It says no more than the home page does."""
    settings: Settings = current_app.extensions["settings"]
    locale = current_locale()
    return {
        "id": "/",
        "name": settings.site_name,
        "short_name": settings.site_name,
        "description": _(
            "Finn noe å gå til der du er: turer, trening, musikk, verksteder og grupper."
            " Du trenger ikke si hvem du er."
        ),
        "lang": str(locale).replace("_", "-"),
        "dir": locale.text_direction,
        "start_url": url_for("finder.show_home"),
        "scope": "/",
        # With the address in sight, one sees that the quick way out has led away.
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": DAWN,
        "icons": [
            {
                "src": current_app.extensions["assets"].address(name),
                "sizes": sizes,
                "type": "image/png",
                "purpose": purpose,
            }
            for name, sizes, purpose in ICONS
        ],
    }
