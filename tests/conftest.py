"""Fixtures that any test may use. Narrower ones lie beside the tests that need them."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from cryptography.fernet import Fernet
from flask import Flask
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.db import db
from core.mail_settings import MailSettings
from core.settings import Environment, Settings
from tests.support.client import PageClient
from tests.support.databases import PostgreSQL, SQLiteFiles, postgresql

# What has to be quick has a test that says so; the rest may run on a machine with much to do.
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SQLiteFiles:
    return SQLiteFiles(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQL]:
    with postgresql() as server:
        yield server


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_files: SQLiteFiles) -> str:
    """A database with schema and vocabulary and no offers; ``on_both_databases`` adds PostgreSQL."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return sqlite_files.copy(tmp_path)
    server: PostgreSQL = request.getfixturevalue("postgresql_server")
    return server.prepared()


@pytest.fixture
def empty_engine(request: pytest.FixtureRequest, database_url: str) -> Iterator[Engine]:
    """A database of the same kind as ``database_url``, with nothing in it."""
    is_sqlite = database_url.startswith("sqlite")
    server = None if is_sqlite else request.getfixturevalue("postgresql_server")
    engine = create_engine(server.empty() if server else f"{database_url}.empty")
    yield engine
    engine.dispose()


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    key = Fernet.generate_key().decode()
    return Settings(
        environment=Environment.TEST,
        instance_path=tmp_path,
        database_url=database_url,
        secret_key=key,
        seal_keys=(key,),
        base_url="https://example.org",
        host="127.0.0.1",
        port=5000,
        log_level="INFO",
        site_name="Noe å gå til",
        mail=MailSettings(sender="hei@example.org", folder=tmp_path / "mail"),
    )


@pytest.fixture(scope="session")
def made_once() -> Iterator[None]:
    from tests.support.made_once import made_once  # noqa: PLC0415 -- as below

    with made_once():
        yield


@pytest.fixture
def app(settings: Settings, made_once: None) -> Iterator[Flask]:
    from app import create_app  # noqa: PLC0415 -- tests of the parts run without the whole

    app = create_app(settings)
    app.test_client_class = PageClient
    yield app
    app.extensions["offer_index"].close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> PageClient:
    return app.test_client()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Other eyes on the database than the application's, which see what was never committed."""
    with Session(engine) as session:
        yield session
