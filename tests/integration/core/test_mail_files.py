"""Without a mail server mail lies in a folder, whole, once, and readable by its owner alone."""

import stat
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from core.clock import now_in_utc
from core.mail_files import MailFiles
from core.mail_message import compose, name_of
from core.mail_transport import NoServerError
from core.outbox import OutgoingMail

MAIL = OutgoingMail(
    key="one",
    recipient="kari@example.org",
    subject="Hei på deg",
    text="Åpne denne.\n",
    language="nb",
    created_at=now_in_utc(),
)


def message() -> EmailMessage:
    return compose(MAIL, "hei@example.org", "Noe å gå til")


def test_a_mail_is_a_file_that_a_mail_program_opens(tmp_path: Path) -> None:
    files = MailFiles(tmp_path / "mail")

    files.send(message(), name_of(MAIL))
    files.send(message(), name_of(MAIL))
    files.close()

    (file,) = (tmp_path / "mail").iterdir()
    assert file.suffix == ".eml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    read = message_from_bytes(file.read_bytes(), policy=default)
    assert read["Subject"] == "Hei på deg"
    assert read["To"] == "kari@example.org"


def test_a_folder_that_cannot_be_written_to_puts_mail_off(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("no folder")

    with pytest.raises(NoServerError):
        MailFiles(tmp_path / "mail").send(message(), name_of(MAIL))
