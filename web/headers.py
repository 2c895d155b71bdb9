"""Headers on every answer: nothing from elsewhere runs, and no address of ours is told to others."""

from flask import Flask, Response

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "img-src 'self' data:",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), browsing-topics=()",
}
ONE_YEAR = "max-age=31536000; includeSubDomains"


def init_app(app: Flask, *, is_secure: bool, pictures_from: str | None = None) -> None:
    """``is_secure``: the site is reached by https, though a proxy may speak plain http to us.

    ``pictures_from`` is the one other origin from which a page may fetch pictures, if any.
    """
    always = ALWAYS | {"Content-Security-Policy": _policy(pictures_from)}

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in always.items():
            response.headers.setdefault(name, value)
        if is_secure:
            response.headers.setdefault("Strict-Transport-Security", ONE_YEAR)
        return response


def _policy(pictures_from: str | None) -> str:
    ours = "img-src 'self' data:"
    allowed = ours if pictures_from is None else f"{ours} {pictures_from}"
    return CONTENT_SECURITY_POLICY.replace(ours, allowed)
