"""Settings are read whole or refused, with a sentence for each that is wrong."""

import stat
from base64 import urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from core.kept_keys import kept_key
from core.mail_settings import MailServer
from core.settings import Environment, Settings, SettingsError, read_settings
from core.tiles import Tiles

# Made of nothing secret, and the same in every process that runs these tests.
KEY = urlsafe_b64encode(b"k" * 32).decode()
OTHER_KEY = urlsafe_b64encode(b"o" * 32).decode()


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    return tmp_path / "instance"


def read(instance: Path, **environ: str) -> Settings:
    return read_settings({"INSTANCE_PATH": str(instance)} | environ)


def faults_of(instance: Path, **environ: str) -> list[str]:
    with pytest.raises(SettingsError) as refusal:
        read(instance, **environ)
    return refusal.value.faults


def test_nothing_has_to_be_set_for_trying_out(instance: Path) -> None:
    settings = read(instance)

    assert settings.environment is Environment.DEVELOPMENT
    assert settings.database_url == f"sqlite:///{instance}/site.sqlite"
    assert settings.base_url == "http://127.0.0.1:5000"
    assert settings.site_name == "Noe å gå til"
    assert settings.tiles is None


def test_what_is_set_is_used(instance: Path) -> None:
    settings = read(
        instance,
        ENV="production",
        DATABASE_URL="postgresql+psycopg://site@db.example.org/site",
        SECRET_KEY=OTHER_KEY,
        SEAL_KEYS=f"{KEY}, {OTHER_KEY}",
        BASE_URL="https://example.org/",
        HOST="192.0.2.1",
        PORT="8080",
        LOG_LEVEL="warning",
        SITE_NAME="Et annet navn",
        MAP_TILES_URL="https://tiles.example.org/{z}/{x}/{y}.png",
        MAP_TILES_CREDIT="© OpenStreetMap",
    )

    assert settings.is_production
    assert settings.seal_keys == (KEY, OTHER_KEY)
    assert settings.base_url == "https://example.org"
    assert (settings.host, settings.port) == ("192.0.2.1", 8080)
    assert settings.log_level == "WARNING"
    assert settings.site_name == "Et annet navn"
    assert settings.tiles == Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "© OpenStreetMap")


def test_a_setting_that_is_empty_is_not_set(instance: Path) -> None:
    assert read(instance, PORT=" ", SITE_NAME="") == read(instance)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENV", "prod"),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "٥٠٠٠"),
        pytest.param("PORT", "9" * 5000, id="PORT-endless"),
        ("DATABASE_URL", "the database"),
        ("DATABASE_URL", "postgresql+psycopg://site@db:port/site"),
        ("DATABASE_URL", "mysql://site@db/site"),
        ("DATABASE_URL", "postgresql://site@db/site"),
        ("BASE_URL", "example.org"),
        ("BASE_URL", "ftp://example.org"),
        ("BASE_URL", "https://"),
        ("BASE_URL", "http://["),
        ("BASE_URL", "https://exam ple.org"),
        ("BASE_URL", "https://me:word@example.org"),
        ("BASE_URL", "https://example.org?a=b"),
        ("BASE_URL", "https://example.org/sted"),
        ("BASE_URL", "https://x<.no"),
        ("BASE_URL", 'https://x.no"'),
        ("BASE_URL", "https://x.no\\evil"),
        ("BASE_URL", "https://x.no:99999"),
        ("BASE_URL", "https://example.org/#top"),
        ("LOG_LEVEL", "loud"),
        ("SEAL_KEYS", "short"),
        ("SEAL_KEYS", ","),
        ("SEAL_KEYS", f"{KEY},short"),
        ("INSTANCE_PATH", __file__),
        ("MAP_TILES_CREDIT", "© OpenStreetMap"),
        ("MAIL_URL", "mail.example.org"),
        ("MAIL_URL", "http://mail.example.org"),
        ("MAIL_URL", "smtp://"),
        ("MAIL_URL", "smtp://mail.example.org:0"),
        ("MAIL_URL", "smtp://mail.example.org:70000"),
        ("MAIL_URL", "smtp://mail.example.org/box"),
        ("MAIL_URL", "smtp://mail.example.org?starttls=no"),
        ("MAIL_URL", "smtp://site@mail.example.org"),
        ("MAIL_URL", "smtp://site:a@b@c/d@mail.example.org"),
        ("MAIL_URL", "smtp://mail.example.org\r\nQUIT"),
        ("MAIL_FROM", "example.org"),
        ("MAIL_FROM", "Noe <hei@example.org>"),
        ("MAIL_FROM", "hei@example.org\nBcc: a@example.org"),
        ("MAIL_FROM", "høy@example.org"),
    ],
)
def test_a_wrong_setting_gives_one_sentence_that_names_it(
    instance: Path, name: str, value: str
) -> None:
    faults = faults_of(instance, **{name: value})

    assert len(faults) == 1, faults
    assert faults[0].startswith(name)
    assert faults[0].endswith(".")


def test_tiles_without_a_word_of_thanks_are_refused(instance: Path) -> None:
    (fault,) = faults_of(instance, MAP_TILES_URL="https://example.org/{z}/{x}/{y}.png")

    assert fault.startswith("MAP_TILES_CREDIT")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://localhost", MailServer("localhost", 25)),
        ("smtp://[::1]:2525/", MailServer("::1", 2525)),
        (
            "smtp://site:hunter%402@mail.example.org",
            MailServer("mail.example.org", 587, user="site", password="hunter@2"),  # noqa: S106 -- of nobody
        ),
        ("smtps://mail.example.org", MailServer("mail.example.org", 465, is_secure=True)),
    ],
)
def test_a_mail_server_is_read_out_of_one_address(
    instance: Path, url: str, server: MailServer
) -> None:
    mail = read(instance, MAIL_URL=url).mail

    assert mail.server == server
    assert mail.folder == instance / "mail"
    assert "hunter" not in repr(read(instance, MAIL_URL=url))


@pytest.mark.parametrize("url", ["smtp://site:hunter2@", "http://site:hunter2@mail.example.org"])
def test_a_password_in_the_address_of_the_mail_server_is_not_repeated(
    instance: Path, url: str
) -> None:
    assert "hunter2" not in "".join(faults_of(instance, MAIL_URL=url))


@pytest.mark.parametrize(
    ("base_url", "sender"),
    [
        ("https://example.org", "ikke-svar@example.org"),
        ("https://www.example.org:8443", "ikke-svar@example.org"),
        ("http://127.0.0.1:5000", "ikke-svar@localhost"),
        ("http://[::1]:5000", "ikke-svar@localhost"),
        ("http://localhost:5000", "ikke-svar@localhost"),
    ],
)
def test_mail_is_from_the_host_of_the_site_where_nobody_says_another(
    instance: Path, base_url: str, sender: str
) -> None:
    assert read(instance, BASE_URL=base_url).mail.sender == sender


def test_production_sends_no_mail_from_an_address_that_nobody_chose(instance: Path) -> None:
    own = {"ENV": "production", "SECRET_KEY": OTHER_KEY, "SEAL_KEYS": KEY}

    (fault,) = faults_of(instance, **own, MAIL_URL="smtp://localhost")

    assert fault.startswith("MAIL_FROM")
    assert read(instance, **own).mail.server is None
    sender = read(instance, **own, MAIL_URL="smtp://localhost", MAIL_FROM="hei@example.org").mail
    assert sender.sender == "hei@example.org"


def test_all_that_is_wrong_is_said_at_once(instance: Path) -> None:
    faults = faults_of(instance, ENV="production", PORT="x", LOG_LEVEL="x")

    assert [fault.split()[0] for fault in faults] == [
        "PORT",
        "SECRET_KEY",
        "SEAL_KEYS",
        "LOG_LEVEL",
    ]


def test_a_password_in_the_address_of_the_database_is_not_repeated(instance: Path) -> None:
    faults = faults_of(instance, DATABASE_URL="mysql://site:hunter2@db/site")

    assert "hunter2" not in "".join(faults)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "SEAL_KEYS"])
def test_production_refuses_to_start_without_its_keys(instance: Path, missing: str) -> None:
    keys = {"SECRET_KEY": OTHER_KEY, "SEAL_KEYS": KEY}
    keys.pop(missing)

    faults = faults_of(instance, ENV="production", **keys)

    assert len(faults) == 1
    assert faults[0].startswith(missing)
    assert list(instance.iterdir()) == []


def test_keys_are_made_once_and_kept_for_nobody_else_to_read(instance: Path) -> None:
    first = read(instance)
    second = read(instance)

    assert first == second
    assert {file.name for file in instance.iterdir()} == {"secret_key", "seal_key"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in instance.iterdir()} == {0o600}


def test_two_sites_never_have_the_same_keys(tmp_path: Path) -> None:
    one, other = read(tmp_path / "one"), read(tmp_path / "other")

    assert one.secret_key != other.secret_key
    assert one.seal_keys != other.seal_keys


def test_all_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    together = Barrier(8)

    def begin(number: int, file: Path) -> str:
        together.wait()
        return kept_key(file, f"key {number}")

    with ThreadPoolExecutor(8) as beginners:
        for attempt in range(50):
            file = tmp_path / f"key-{attempt}"
            keys = set(beginners.map(begin, range(8), [file] * 8))
            assert keys == {file.read_text()}


def test_an_emptied_key_file_is_refused_and_not_replaced_in_silence(instance: Path) -> None:
    read(instance)
    (instance / "seal_key").write_text("")

    faults = faults_of(instance)

    assert len(faults) == 1
    assert str(instance / "seal_key") in faults[0]


@pytest.mark.parametrize("host", ["::1", "localhost"])
def test_the_address_follows_from_host_and_port(instance: Path, host: str) -> None:
    expected = "http://[::1]:81" if host == "::1" else "http://localhost:81"

    assert read(instance, HOST=host, PORT="81").base_url == expected


def test_secrets_stay_out_of_what_a_traceback_may_show(instance: Path) -> None:
    settings = read(
        instance,
        SECRET_KEY=OTHER_KEY,
        SEAL_KEYS=KEY,
        DATABASE_URL="postgresql+psycopg://site:hunter3@db/site",
    )

    assert not any(secret in repr(settings) for secret in (OTHER_KEY, KEY, "hunter3"))


def test_no_proxy_is_trusted_unless_it_is_said(instance: Path) -> None:
    assert read(instance).trusted_proxies == 0
    assert read(instance, TRUSTED_PROXIES=" 2 ").trusted_proxies == 2


@pytest.mark.parametrize("value", ["-1", "1.5", "yes", "10", "²"])
def test_a_number_of_proxies_that_is_none_is_refused(instance: Path, value: str) -> None:
    assert faults_of(instance, TRUSTED_PROXIES=value) == [
        f"TRUSTED_PROXIES is {value!r}; it must be a number from 0 to 9."
    ]
