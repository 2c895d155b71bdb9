"""What the other site says of somebody, believed only when all of it holds."""

from typing import Any, Final

from authlib.oidc.core import CodeIDToken
from joserfc import jws, jwt
from joserfc.errors import ClaimError, JoseError

from accounts.elsewhere.failures import ElsewhereError, Failure
from accounts.elsewhere.site import Site

# Signatures of the private half of a key. «none» is no signature, and HS… would take the public half,
# which everybody has, for a secret.
ALGORITHMS: Final = (
    *("RS256", "RS384", "RS512"),
    *("PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512"),
)
# Clocks differ a little.
SECONDS_OF_GRACE: Final = 30
LONGEST: Final = 50_000


def claims_of(
    token: object, site: Site, *, client_id: str, nonce: str, access_token: str | None
) -> dict[str, Any]:
    """Return what ``token`` says. Raises ElsewhereError unless it is from the site, and for us and now."""
    if not isinstance(token, str) or len(token) > LONGEST:
        raise ElsewhereError(Failure.NOT_TRUSTED, "no token")
    try:
        name = jws.extract_compact(token.encode()).headers().get("kid")
        key = site.key(name if isinstance(name, str) else None)
        read = jwt.decode(token, key, algorithms=ALGORITHMS)
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": site.issuer},
                "aud": {"essential": True, "value": client_id},
            },
            {"nonce": nonce, "client_id": client_id, "access_token": access_token},
        )
        claims.validate(leeway=SECONDS_OF_GRACE)
    except ClaimError as error:
        # Which claim it was; never what it said.
        raise ElsewhereError(Failure.NOT_TRUSTED, f"claim {error.claim}") from None
    except (JoseError, ValueError, TypeError, KeyError, RecursionError):
        raise ElsewhereError(Failure.NOT_TRUSTED, "signature") from None
    return dict(read.claims)
