"""A number in an address that no row can have leads nowhere, as one does that no row has yet."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from accounts.models import Role
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER, address, our_rules, with_numbers
from tests.support.signing_in import sign_in
from web.row_numbers import row_number

TOO_LARGE = ["9" * 10, str(2**31), str(2**63), "9" * 30, "9" * 5000, "-1", "٣", "1.0", "1e3"]


@on_both_databases
@pytest.mark.parametrize("number", TOO_LARGE)
def test_a_number_too_large_leads_nowhere(
    app: Flask, client: PageClient, session: Session, number: str
) -> None:
    save(session, SAMPLE_OFFER)
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)
    (field, *_others) = client.page("/konto").select("[name=token]")
    numbered = [rule for rule in our_rules(app) if with_numbers(rule, number)]

    for rule in numbered:
        url = address(app, rule, **with_numbers(rule, "17")).replace("17", number)
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        answer = client.open(url, method=method, data={"token": field["value"]})
        assert answer.status_code == 404, f"{method} {url}"
    assert numbered


@pytest.mark.parametrize("typed", [*TOO_LARGE, "", " 1"])
def test_what_is_no_number_of_a_row_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        row_number(typed)


def test_the_number_of_a_row_is_read() -> None:
    assert row_number("42") == 42
