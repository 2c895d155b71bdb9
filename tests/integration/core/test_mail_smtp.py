"""Mail is handed to real servers: plain and encrypted ones, strict ones, and such as hang up."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import now_in_utc
from core.mail_message import compose, name_of
from core.mail_settings import MailServer
from core.mail_smtp import SmtpServer
from core.mail_transport import NoServerError, NotNowError, RefusedError, UndeliveredError
from core.outbox import OutgoingMail
from tests.support.certificates import server_context, write_certificate
from tests.support.mail_server import MailHouse, mail_server

PASSWORD = "et langt ord"  # noqa: S105 -- of a server that lives as long as a test


@pytest.fixture
def house() -> Iterator[MailHouse]:
    with mail_server() as house:
        yield house


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return write_certificate(tmp_path)


def server_at(port: int, **more: object) -> SmtpServer:
    return SmtpServer(MailServer("127.0.0.1", port, **more), own_name="example.org")  # type: ignore[arg-type]


def send(server: SmtpServer, recipient: str = "kari@example.org", text: str = "Hei\n") -> None:
    mail = OutgoingMail(
        key=recipient,
        recipient=recipient,
        subject="Møt opp på lørdag",
        text=text,
        language="nb",
        created_at=now_in_utc(),
    )
    server.send(compose(mail, "hei@example.org", "Noe å gå til"), name_of(mail))


def failure(server: SmtpServer, recipient: str = "kari@example.org") -> UndeliveredError:
    with pytest.raises(UndeliveredError) as refusal:
        send(server, recipient)
    return refusal.value


def test_mail_arrives_as_it_was_written(house: MailHouse) -> None:
    server = server_at(house.port)

    send(server, text="Hei, Kåre\n.\n.. og alle andre\n")
    send(server, "ola@blåbær.no")
    server.close()

    first, _second = house.taken
    assert first["Subject"] == "Møt opp på lørdag"
    assert first.get_content().splitlines() == ["Hei, Kåre", ".", ".. og alle andre"]
    assert house.recipients == ["kari@example.org", "ola@xn--blbr-roah.no"]


def test_letters_of_every_kind_may_stand_before_the_at(house: MailHouse) -> None:
    server = server_at(house.port)

    send(server, "kåre@example.org")
    server.close()

    assert house.recipients == ["kåre@example.org"]


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        ("550 5.1.1 No kari@example.org here", RefusedError, "550"),
        ("451 4.7.1 Greylisted", NotNowError, "451"),
        ("421 4.7.0 Too many", NotNowError, "421"),
    ],
)
def test_a_refusal_is_of_one_mail_and_only_its_number_is_kept(
    house: MailHouse, answer: str, kind: type[UndeliveredError], said: str
) -> None:
    house.answers = {"kari@example.org": answer}
    server = server_at(house.port)

    refusal = failure(server)
    send(server, "ola@example.org")
    server.close()

    assert type(refusal) is kind
    assert refusal.failure == said
    assert house.recipients == ["ola@example.org"]


def test_a_server_that_hangs_up_in_the_middle_gets_the_next_mail_over_a_new_line(
    house: MailHouse,
) -> None:
    house.hangs_up_at = "kari@example.org"
    server = server_at(house.port)

    refusal = failure(server)
    send(server, "ola@example.org")
    server.close()

    assert type(refusal) is NotNowError
    assert house.recipients == ["ola@example.org"]


def test_a_server_that_takes_only_some_over_one_connection_is_rung_up_again(
    house: MailHouse,
) -> None:
    server = server_at(house.port)
    send(server)
    house.of_sender = ["421 4.4.5 Enough for now"]

    send(server, "ola@example.org")
    server.close()

    assert house.recipients == ["kari@example.org", "ola@example.org"]


@pytest.mark.parametrize(
    ("answer", "kind"), [("550 Sender unknown", NoServerError), ("552 Too large", RefusedError)]
)
def test_a_server_that_does_not_want_us_is_no_fault_of_the_mail(
    house: MailHouse, answer: str, kind: type[UndeliveredError]
) -> None:
    house.of_sender = [answer]
    server = server_at(house.port)

    assert type(failure(server)) is kind
    server.close()


def test_nobody_at_home_is_told_as_no_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refusal = failure(server_at(taken.getsockname()[1]))

    assert (type(refusal), refusal.failure) == (NoServerError, "no connection")


def test_a_line_is_encrypted_where_the_server_can_whoever_signed_its_certificate(
    certificate: Path,
) -> None:
    with mail_server(context=server_context(certificate)) as house:
        server = server_at(house.port)
        send(server)
        server.close()

    assert house.was_encrypted == [True]


@pytest.mark.parametrize("is_secure", [True, False], ids=["smtps", "smtp"])
def test_a_password_is_told_over_an_encrypted_line_to_a_server_that_is_known(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, is_secure: bool
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(
        context=server_context(certificate), is_secure=is_secure, password=PASSWORD
    ) as house:
        server = server_at(house.port, is_secure=is_secure, user="noe", password=PASSWORD)
        send(server)
        server.close()
        wrong = server_at(house.port, is_secure=is_secure, user="noe", password=PASSWORD[1:])

        assert failure(wrong).failure == "login 535"

    assert house.recipients == ["kari@example.org"]
    assert house.was_encrypted == [True]


@pytest.mark.parametrize("is_secure", [True, False], ids=["smtps", "smtp"])
def test_a_password_is_not_told_to_a_server_that_nobody_vouches_for(
    certificate: Path, is_secure: bool
) -> None:
    with mail_server(
        context=server_context(certificate), is_secure=is_secure, password=PASSWORD
    ) as house:
        server = server_at(house.port, is_secure=is_secure, user="noe", password=PASSWORD)

        assert type(failure(server)) is NoServerError

    assert house.passwords == []


def test_a_password_is_not_told_over_a_line_that_is_not_encrypted() -> None:
    with mail_server(password=PASSWORD) as house:
        server = server_at(house.port, user="noe", password=PASSWORD)

        assert type(failure(server)) is NoServerError

    assert house.passwords == []
