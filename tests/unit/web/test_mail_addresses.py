"""Which mail addresses can be typed: one rule for signing in and for all that leads there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from core.mail_message import address
from stewardship.registering.claim_form import ClaimForm
from stewardship.registering.questions.fields import mail_line, we_can_write_to
from stewardship.registering.resume_form import ResumeForm
from web.mail_addresses import LONGEST, is_mail_address


class Own(Form):  # type: ignore[misc]
    email = mail_line("E-post", we_can_write_to)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("kari@example.org", True),
        ("kari.o'hara+aa@post.example.org", True),
        ("kari@blåbær.no", True),
        ("kåre@example.org", False),
        ("kari@example", False),
        ("kari@@example.org", False),
        ("kari@exa mple.org", False),
        ("kari@example.org\n", False),
        ("kari@example.org, ola@example.org", False),
        (f"{'k' * LONGEST}@example.org", False),
    ],
)
def test_an_address_is_one_that_mail_can_be_sent_to(typed: str, is_one: bool) -> None:
    assert is_mail_address(typed) is is_one


def test_a_host_with_norwegian_letters_is_written_so_that_every_server_knows_it() -> None:
    assert address("kari@blåbær.no").domain == "xn--blbr-roah.no"


@given(st.text() | st.emails() | st.from_regex(r"[\w.+-]+@[\w-]+\.[\w-]+", fullmatch=True))
def test_whoever_puts_something_in_can_sign_in_afterwards(typed: str) -> None:
    form = Own(MultiDict({"email": typed}))
    is_taken = form.validate() and bool(form.email.data)

    assert not is_taken or is_mail_address(form.email.data.lower())


@pytest.mark.parametrize("typed", ["kåre@example.org", f"{'İ' * 120}@example.org"])
def test_every_form_that_asks_for_ones_own_address_holds_to_that(typed: str) -> None:
    claim, resume = ClaimForm(data={"email": typed}), ResumeForm(data={"resume_email": typed})

    assert not claim.validate()
    assert not resume.validate()
    wanted = ["Skriv hele adressen, for eksempel kari@eksempel.no."]
    assert claim.email.errors == resume.resume_email.errors == wanted
