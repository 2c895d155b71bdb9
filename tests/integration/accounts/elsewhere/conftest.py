"""A site that people can sign in at, once with a secret and once with all that HelseID asks for."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.settings import Settings
from tests.support.other_site import OtherSite, other_site

ANSWERS_GO_TO = "https://example.org/inn/annet-sted/svar"


@pytest.fixture(scope="session", params=[False, True], ids=["with a secret", "as HelseID"])
def provider(request: pytest.FixtureRequest) -> Iterator[OtherSite]:
    with other_site(ANSWERS_GO_TO, is_strict=request.param) as site:
        yield site


@pytest.fixture
def settings(settings: Settings, provider: OtherSite) -> Settings:
    return replace(settings, oidc=provider.settings())
