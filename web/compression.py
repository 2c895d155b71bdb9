"""Pages leave small: a phone on a poor line waits for bytes, not for us.

Compressing what is secret beside what a stranger chose would give the secret away by its length
(BREACH). Here no page holds a secret: visitors have no session and no token.
"""

from flask import Flask
from flask_compress import Compress


def init_app(app: Flask) -> None:
    app.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/calendar",
            "application/json",
            "application/manifest+json",
        ],
        # Beyond this a server works longer than the line would have taken.
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIN_SIZE=500,
    )
    Compress(app)
