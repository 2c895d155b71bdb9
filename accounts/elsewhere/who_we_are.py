"""How this site proves to the other one who it is: by a key of its own, or by a secret that both know."""

from base64 import b64encode
from typing import Final
from urllib.parse import quote_plus

from authlib.oauth2.rfc7523 import private_key_jwt_sign
from authlib.oauth2.rfc7523.client import ASSERTION_TYPE
from joserfc.jwk import RSAKey

from core.oidc_settings import OidcSettings, PrivateKey

ALGORITHMS_OF_CURVES: Final = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
USUAL_ALGORITHM_OF_RSA: Final = "RS256"
SECONDS: Final = 60


def fields_of_ours(settings: OidcSettings) -> dict[str, str]:
    """Return what says who we are, in a form; with a key, it is signed anew each time."""
    fields = {"client_id": settings.client_id}
    if settings.private_key is not None:
        fields["client_assertion_type"] = ASSERTION_TYPE
        fields["client_assertion"] = _signed(settings, settings.private_key)
    elif settings.secret is not None:
        fields["client_secret"] = settings.secret
    return fields


def in_head(fields: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields without the secret, and the header that carries it, for sites that want it there."""
    rest = dict(fields)
    secret = rest.pop("client_secret", None)
    if secret is None:
        return rest, {}
    pair = f"{quote_plus(rest['client_id'])}:{quote_plus(secret)}"
    return rest, {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def algorithm_of(key: PrivateKey) -> str:
    """Return what a key says it is used with, or what every site takes from such a key."""
    usual = (
        USUAL_ALGORITHM_OF_RSA
        if isinstance(key, RSAKey)
        else ALGORITHMS_OF_CURVES.get(key.curve_name, "ES256")
    )
    return str(key.get("alg") or usual)


def _signed(settings: OidcSettings, key: PrivateKey) -> str:
    header = {"typ": "client-authentication+jwt"}
    if key.get("kid"):
        header["kid"] = str(key.get("kid"))
    # For the site as a whole, and for a minute: whoever catches it can use it nowhere else.
    return str(
        private_key_jwt_sign(
            key,
            settings.client_id,
            settings.issuer,
            alg=algorithm_of(key),
            header=header,
            expires_in=SECONDS,
        )
    )
