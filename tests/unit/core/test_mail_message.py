"""What is typed can change what a mail says, and nothing else about it."""

import re
from datetime import UTC, datetime
from email import message_from_string
from email.message import EmailMessage
from email.policy import SMTPUTF8

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.mail_message import NoAddressError, compose, flow, name_of, policy_for
from core.outbox import OutgoingMail

HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Language",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def mail(**given_: str) -> OutgoingMail:
    usual = {
        "key": "reminder:3",
        "recipient": "kari@example.org",
        "subject": "Om oppføringen din",
        "text": "Hei\n",
        "language": "nb",
    }
    return OutgoingMail(**usual | given_, created_at=datetime(2026, 11, 25, 12, tzinfo=UTC))


def delivered(**given_: str) -> EmailMessage:
    """Return a mail as it is read at the other end."""
    message = compose(mail(**given_), "hei@example.org", "Noe å gå til")
    raw = message.as_bytes(policy=policy_for(message))
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    # Read as text, since the reader takes letters beyond ASCII for damage.
    return message_from_string(raw.decode(), policy=SMTPUTF8)  # type: ignore[return-value]


def joined(text: str) -> str:
    """Return flowed text as a reader's program shows it (RFC 3676)."""
    paragraphs, begun = [], ""
    for line in text.removesuffix("\n").split("\n"):
        is_signature = line == "-- "
        bare = line if is_signature else line.removeprefix(" ")
        begun += bare
        if is_signature or not bare.endswith(" "):
            paragraphs.append(begun)
            begun = ""
    return "\n".join(paragraphs)


def test_a_mail_is_plain_text_from_the_site_to_one_person() -> None:
    message = delivered(text="Hei, Kåre\n\nÅpne denne:\nhttps://example.org/a\n")

    assert set(message.keys()) == HEADERS
    assert message["From"].addresses[0].display_name == "Noe å gå til"
    assert message["To"] == "kari@example.org"
    assert message["Subject"] == "Om oppføringen din"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "nb"
    assert message["Date"].datetime == datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert message.get_content_type() == "text/plain"
    assert message["Content-Type"].params == {"charset": "utf-8", "format": "flowed"}
    assert (
        message.get_content().replace("\r\n", "\n")
        == "Hei, Kåre\n\nÅpne denne:\nhttps://example.org/a\n"
    )


@given(subject=ANYTHING, text=ANYTHING)
@example(subject="Hei\r\nBcc: alle@example.org", text=".\r\nMAIL FROM:<x@example.org>")
@example(subject="=?utf-8?q?Bcc=3A?=\n\n<b>", text="Fra\x00\x1b[2J")
@example(subject="Hei\u2028Bcc: a@example.org\x85X: y", text="a\r\rb")
def test_nothing_typed_adds_a_header_or_changes_another(subject: str, text: str) -> None:
    message = delivered(subject=subject, text=text)

    assert set(message.keys()) == HEADERS
    assert len(message.keys()) == len(HEADERS)
    assert message["To"] == "kari@example.org"
    assert not message.is_multipart()
    assert not re.search(r"[\r\n\x00]", str(message["Subject"]))


@given(st.text('abcæøå <>,;:@"()\r\n\t\\.-ß漢', max_size=40))
@example("kari@example.org\r\nBcc: alle@example.org")
@example("kari@example.org, ola@example.org")
@example("Kari <kari@example.org>")
@example("kari@example..org")
@example("kari@" + "a" * 64 + ".no")
@example("=?utf-8?q?a?=@example.org")
def test_what_is_no_single_address_is_refused_and_never_read_as_another(typed: str) -> None:
    try:
        message = delivered(recipient=typed)
    except NoAddressError:
        return
    (reached,) = message["To"].addresses
    host = typed.partition("@")[2].encode("idna").decode()
    assert reached.addr_spec == f"{typed.partition('@')[0]}@{host}"


@pytest.mark.parametrize(
    ("typed", "reached"),
    [
        ("kari@blåbær.no", "kari@xn--blbr-roah.no"),
        ("kåre@example.org", "kåre@example.org"),
        ("kari+klatring@example.org", "kari+klatring@example.org"),
    ],
)
def test_addresses_with_letters_of_every_kind_are_reached(typed: str, reached: str) -> None:
    assert delivered(recipient=typed)["To"].addresses[0].addr_spec == reached


def test_a_mail_has_the_same_name_each_time_and_no_other_has_it() -> None:
    assert delivered()["Message-ID"] == delivered(text="Hei igjen")["Message-ID"]
    assert delivered()["Message-ID"] != delivered(key="reminder:4")["Message-ID"]
    assert name_of(mail()) in delivered()["Message-ID"]
    assert "reminder" not in delivered()["Message-ID"]


@given(st.lists(st.lists(st.text("abcæ>-F", min_size=1, max_size=90), max_size=30), max_size=8))
@example([["From", "here"], ["--"], [">", "a"]])
def test_text_is_the_same_when_its_lines_are_joined_again(paragraphs: list[list[str]]) -> None:
    text = "\n".join(" ".join(words) for words in paragraphs)

    flowed = flow(text)

    assert joined(flowed) == text.removesuffix("\n")
    lines = flowed.split("\n")
    assert all(len(line) <= 74 or " " not in line.strip() for line in lines)


def test_an_address_stands_whole_on_its_line_and_the_signature_is_one() -> None:
    link = "https://example.org/bekreft/" + "a-b" * 60

    lines = flow(f"Åpne denne:\n{link}\n\n-- \nNoe å gå til\n").split("\n")

    assert link in lines
    assert "-- " in lines
