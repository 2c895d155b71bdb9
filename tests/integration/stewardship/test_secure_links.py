"""A secure page is asked for under its own name, at the number that was checked, and has to prove it."""

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from werkzeug.serving import make_server

from stewardship.links.visits import Outcome, visit
from tests.support.answering import Answer, OtherSite

NAME, OTHER_NAME = "gruppe.example", "annen.example"


def certified(folder: Path) -> Path:
    """Write a certificate for NAME with its key, which vouches for itself, and return its file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return certified(tmp_path)


@pytest.fixture
def port(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A secure site on this machine, which every name leads to."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site = OtherSite(answers={"/": Answer()})
    server = make_server("127.0.0.1", 0, site, threaded=True, ssl_context=context)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    number = server.server_port
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", number))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_names: here)
    yield number
    server.shutdown()
    thread.join()
    server.server_close()


def outcome(address: str) -> Outcome:
    return visit(address, is_allowed=lambda _ip, _port: True, seconds=2.0).outcome


def test_a_page_that_proves_its_name_is_alive(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    assert outcome(f"https://{NAME}:{port}/") is Outcome.ALIVE
    assert outcome(f"https://{OTHER_NAME}:{port}/") is Outcome.UNSURE


def test_a_page_that_nobody_vouches_for_is_neither_alive_nor_dead(port: int) -> None:
    assert outcome(f"https://{NAME}:{port}/") is Outcome.UNSURE
