"""Who prescribes makes codes and keeps usual choices; all others are told what a code gives."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from prescribing.choices import PracticeKind, PrescriberState, Reason
from prescribing.draft import Draft, Item, close
from prescribing.models import Practice, Prescriber, UsualChoice
from tests.support.client import PageClient
from tests.support.factories import offer_entry, organisation_entry, save
from tests.support.signing_in import sign_in

LONELY = Draft(
    reasons=(Reason.LONELINESS,), question={"place": "Trondheim", "municipality": "5001"}
)


@pytest.fixture(autouse=True)
def _offers(session: Session) -> None:
    save(session, organisation_entry(), offer_entry(sobriety_rule="none"))


def prescriber(client: PageClient, session: Session, state: PrescriberState) -> None:
    account = sign_in(client, session, "lege@example.org")
    practice = Practice(kind=PracticeKind.GP, municipality="5001")
    session.add(practice)
    session.flush()
    session.add(Prescriber(account_id=account.id, practice_id=practice.id, state=state))
    session.commit()


def address_of(app: Flask, draft: Draft) -> str:
    return f"/resept/{close(draft, app.extensions['seal'])}"


def press(client: PageClient, address: str, words: str) -> str:
    """Press the button with ``words``, and return where it leads."""
    button = client.page(address).find("button", string=words)
    assert button, words
    form = button.find_parent("form")
    sent = {tag["name"]: tag["value"] for tag in form.select("input[type=hidden]")}
    answer = client.post(str(form["action"]), data=sent)
    assert answer.status_code == 303
    return str(answer.headers["Location"])


def test_visitors_are_told_what_a_code_gives(app: Flask, client: PageClient) -> None:
    page = client.page(address_of(app, LONELY))

    assert page.select_one('main a[href="/resept/bli-med"]')
    assert not page.find("button", string="Lag kode")


def test_who_only_asked_to_prescribe_has_no_code(
    app: Flask, client: PageClient, session: Session
) -> None:
    prescriber(client, session, PrescriberState.ASKED)

    page = client.page(address_of(app, LONELY))

    assert not page.find("button", string="Lag kode")
    assert client.post(f"{address_of(app, LONELY)}/vanlig").status_code in {400, 404}


def test_who_prescribes_makes_a_code(app: Flask, client: PageClient, session: Session) -> None:
    prescriber(client, session, PrescriberState.APPROVED)

    assert press(client, address_of(app, LONELY), "Lag kode").startswith("/resept/kode/")


def test_a_usual_choice_is_kept_without_its_date_and_shown_at_the_top(
    app: Flask, client: PageClient, session: Session
) -> None:
    prescriber(client, session, PrescriberState.APPROVED)

    address = press(client, address_of(app, LONELY), "Ta vare på dette valget")

    kept = session.scalars(select(UsualChoice)).one()
    assert "items" not in kept.draft, "a suggestion follows what there is"
    link = client.page(address.partition("#")[0]).find("a", string="Ensomhet · Trondheim")
    assert link
    assert client.page(str(link["href"])).select(".minute-entries > li")


def test_what_was_put_on_by_hand_is_kept_with_the_usual_choice(
    app: Flask, client: PageClient, session: Session
) -> None:
    prescriber(client, session, PrescriberState.APPROVED)
    chosen = replace(LONELY, items=(Item("klatrekveld"),), is_by_hand=True)

    press(client, address_of(app, chosen), "Ta vare på dette valget")

    assert session.scalars(select(UsualChoice)).one().draft["items"] == [["klatrekveld", None]]
