"""What the operator has set in the environment, read once, frozen, and refused when wrong."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from core.errors import FaultsError
from core.kept_keys import kept_key
from core.look_ups import GEOCODERS, NONE, REGISTERS, LookUp, read_look_up
from core.mail_settings import MailSettings, faults_of_mail, read_mail, usual_sender
from core.oidc_settings import OidcSettings, read_oidc
from core.seal import is_seal_key
from core.tiles import Tiles, faults_of_tiles

ROOT = Path(__file__).resolve().parent.parent
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
HIGHEST_PORT = 65535
# No path after the host: the files and the worker of the site are found at the root.
SITE_ADDRESS = re.compile(
    r"https?://([\w-]+(\.[\w-]+)*|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?"
)


class SettingsError(FaultsError):
    """The environment holds settings that the site must not start with."""

    code = "faulty_settings"


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"
    TEST = "test"


@dataclass(frozen=True)
class Settings:
    """Every setting of the site. ``docs/settings.md`` says what each is for.

    What is secret is left out of its ``repr``, which may end up in a traceback.
    """

    environment: Environment
    instance_path: Path
    database_url: str = field(repr=False)
    secret_key: str = field(repr=False)
    seal_keys: tuple[str, ...] = field(repr=False)
    base_url: str
    host: str
    port: int
    log_level: str
    site_name: str
    mail: MailSettings
    tiles: Tiles | None = None
    geocoder: LookUp | None = None
    register: LookUp | None = None
    oidc: OidcSettings | None = None
    trusted_proxies: int = 0

    @property
    def is_production(self) -> bool:
        return self.environment is Environment.PRODUCTION

    @property
    def is_test(self) -> bool:
        return self.environment is Environment.TEST


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of ``environ`` (the process's own where None).

    Raises SettingsError with one sentence for each setting that is wrong. Outside production,
    missing keys are made once and kept under the instance path.
    """
    reader = _Reader(os.environ if environ is None else environ)
    settings = reader.read()
    if reader.faults:
        raise SettingsError(reader.faults)
    return settings


class _Reader:
    """Reads the environment key by key and gathers what is wrong with it."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def read(self) -> Settings:
        environment = self._environment()
        instance = self._instance_path()
        port = self._port()
        host = self._text("HOST", "127.0.0.1")
        base_url = self._base_url(f"http://{_in_address(host)}:{port}")
        return Settings(
            environment=environment,
            instance_path=instance,
            database_url=self._database_url(instance),
            secret_key=self._secret_key(environment, instance),
            seal_keys=self._seal_keys(environment, instance),
            base_url=base_url,
            host=host,
            port=port,
            log_level=self._log_level(),
            site_name=self._text("SITE_NAME", "Noe å gå til"),
            mail=self._mail(environment, instance, base_url),
            tiles=self._tiles(),
            geocoder=self._look_up("GEOCODER", GEOCODERS),
            register=self._look_up("REGISTER", REGISTERS),
            oidc=read_oidc(self._text, self.faults),
            trusted_proxies=self._trusted_proxies(),
        )

    def _text(self, key: str, default: str) -> str:
        return self.environ.get(key, "").strip() or default

    def _environment(self) -> Environment:
        value = self._text("ENV", Environment.DEVELOPMENT)
        try:
            return Environment(value)
        except ValueError:
            self.faults.append(f"ENV is {value!r}; it must be development, production or test.")
            return Environment.DEVELOPMENT

    def _instance_path(self) -> Path:
        folder = Path(self._text("INSTANCE_PATH", str(ROOT / "instance"))).resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.faults.append(f"INSTANCE_PATH is {str(folder)!r}: {error.strerror}.")
        return folder

    def _port(self) -> int:
        value = self._text("PORT", "5000")
        if re.fullmatch(r"[0-9]{1,5}", value) and 0 < int(value) <= HIGHEST_PORT:
            return int(value)
        self.faults.append(f"PORT is {value!r}; it must be a number from 1 to {HIGHEST_PORT}.")
        return 5000

    def _database_url(self, instance: Path) -> str:
        value = self._text("DATABASE_URL", f"sqlite:///{instance / 'site.sqlite'}")
        try:
            backend = make_url(value).drivername
        except (ArgumentError, ValueError):
            # The address may hold a password, so the sentence does not repeat it.
            self.faults.append("DATABASE_URL is not the address of a database.")
            return value
        if backend not in {"sqlite", "postgresql+psycopg"}:
            self.faults.append(
                f"DATABASE_URL begins with {backend}; it must begin with sqlite or postgresql+psycopg."
            )
        return value

    def _base_url(self, default: str) -> str:
        value = self._text("BASE_URL", default).rstrip("/")
        found = SITE_ADDRESS.fullmatch(value)
        if found is None or int(found["port"] or 1) not in range(1, HIGHEST_PORT + 1):
            self.faults.append(f"BASE_URL is {value!r}; it must look like https://example.org.")
        return value

    def _log_level(self) -> str:
        value = self._text("LOG_LEVEL", "INFO").upper()
        if value not in LOG_LEVELS:
            self.faults.append(
                f"LOG_LEVEL is {value!r}; it must be one of {', '.join(LOG_LEVELS)}."
            )
        return value

    def _tiles(self) -> Tiles | None:
        url, credit = self._text("MAP_TILES_URL", ""), self._text("MAP_TILES_CREDIT", "")
        faults = list(faults_of_tiles(url, credit))
        self.faults += faults
        return Tiles(url, credit) if url and not faults else None

    def _trusted_proxies(self) -> int:
        value = self._text("TRUSTED_PROXIES", "0")
        if re.fullmatch(r"[0-9]", value):
            return int(value)
        self.faults.append(f"TRUSTED_PROXIES is {value!r}; it must be a number from 0 to 9.")
        return 0

    def _mail(self, environment: Environment, instance: Path, base_url: str) -> MailSettings:
        url, sender = self._text("MAIL_URL", ""), self._text("MAIL_FROM", "")
        is_production = environment is Environment.PRODUCTION
        self.faults += faults_of_mail(url, sender, is_production=is_production)
        return read_mail(url, sender or usual_sender(base_url), instance / "mail")

    def _look_up(self, key: str, services: Mapping[str, str]) -> LookUp | None:
        try:
            return read_look_up(key, self._text(key, NONE), services)
        except ValueError as error:
            self.faults.append(str(error))
            return None

    def _secret_key(self, environment: Environment, instance: Path) -> str:
        value = self._text("SECRET_KEY", "")
        if not value and environment is Environment.PRODUCTION:
            self.faults.append("SECRET_KEY is not set; production does not start without it.")
        elif not value:
            value = self._kept_key(instance / "secret_key", secrets.token_urlsafe(32))
        return value

    def _seal_keys(self, environment: Environment, instance: Path) -> tuple[str, ...]:
        value = self._text("SEAL_KEYS", "")
        if not value and environment is Environment.PRODUCTION:
            self.faults.append("SEAL_KEYS is not set; production does not start without it.")
            return ()
        if not value:
            value = self._kept_key(instance / "seal_key", Fernet.generate_key().decode())
        keys = tuple(key.strip() for key in value.split(",") if key.strip())
        if not keys:
            self.faults.append("SEAL_KEYS holds no key.")
        for number, key in enumerate(keys, start=1):
            if not is_seal_key(key):
                self.faults.append(
                    f"SEAL_KEYS: key number {number} is not 32 bytes in URL-safe base64."
                )
        return keys

    def _kept_key(self, file: Path, fresh: str) -> str:
        if not file.parent.is_dir():
            return fresh  # that INSTANCE_PATH is wrong has been said
        try:
            key = kept_key(file, fresh)
        except OSError as error:
            self.faults.append(
                f"INSTANCE_PATH: the key in {file} cannot be kept: {error.strerror}."
            )
            return fresh
        if not key:
            self.faults.append(f"INSTANCE_PATH: {file} holds no key; remove it to get a new one.")
        return key or fresh


def _in_address(host: str) -> str:
    """An IPv6 address stands in brackets, or its end would be taken for a port."""
    return f"[{host}]" if ":" in host else host
