"""Somebody signs in at a real other site and comes back: known, unknown, or not the one who began."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.models import Account, OutsideIdentity, Passkey, Role, SignInSession
from accounts.queries import account_for, identities_of
from core.clock import now_in_norway, now_in_utc
from core.events import events_of
from core.tokens import OneTimeToken
from tests.support.client import PageClient, already_filled_in
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.other_site import OtherSite, Somebody

KARI = "kari@example.org"
START, ANSWER = "/inn/annet-sted", "/inn/annet-sted/svar"


def begin(client: PageClient, **more: str) -> str:
    """Press the button; return the address at the other site that the page leads on to."""
    page = client.post(START, data=more)
    assert page.status_code == 200, page.text
    link = BeautifulSoup(page.text, "html.parser").select_one("main a.ds-button")
    assert link
    assert page.headers["Refresh"] == f"0;url={link['href']}"
    return str(link["href"])


def come_back(client: PageClient, back: str) -> TestResponse:
    """Open the address that the other site sends to, and press the button of the page."""
    parts = urlsplit(back)
    return client.submit(f"{parts.path}?{parts.query}")


def sign_in(client: PageClient, provider: OtherSite, who: str, **more: str) -> TestResponse:
    return come_back(client, Somebody(provider.issuer).sign_in(begin(client, **more), who))


def tie(client: PageClient, session: Session, provider: OtherSite, who: str, email: str) -> None:
    """Let an account be known from the other site, the way its owner does it."""
    sign_in(client, provider, who)
    client.submit("/inn/annet-sted/adresse", email=email)
    client.submit(link_mailed_to(session, email))
    client.set_cookie("__Host-inn", "")


def identities(session: Session) -> list[OutsideIdentity]:
    session.rollback()
    return list(session.scalars(select(OutsideIdentity)))


def sessions(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(SignInSession)) or 0


def test_the_whole_way_ties_what_the_other_site_calls_somebody_to_their_address(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    came = sign_in(client, provider, "kari", til="/hjelp")
    assert (came.status_code, came.location) == (303, "/inn/annet-sted/adresse")
    asked = client.page("/inn/annet-sted/adresse")
    assert "HelseID kjenner deg som Kari Lege" in asked.text
    sent = client.submit("/inn/annet-sted/adresse", email="kari@legekontoret.no")
    assert sent.location == "/inn/annet-sted/sendt"
    assert "30 minutter" in client.page("/inn/annet-sted/sendt").text
    assert identities(session) == [] and sessions(session) == 0

    link = link_mailed_to(session, "kari@legekontoret.no")
    assert "kari@legekontoret.no" in client.page(link).text
    let_in = client.submit(link)

    assert (let_in.status_code, let_in.location) == (303, "/hjelp")
    [one] = identities(session)
    assert (one.issuer, one.subject) == (provider.issuer, "kari")
    assert (one.name, one.is_authorised) == ("Kari Lege", True)
    assert one.seen_on == now_in_norway().date()
    account = session.scalars(select(Account)).one()
    assert (account.email, account.role) == ("kari@legekontoret.no", Role.STEWARD)
    assert identities_of(session, account.id) == [one]
    assert "kari@legekontoret.no" in client.page("/konto").text


def test_who_is_known_from_there_is_signed_in_at_once(
    app: Flask, client: PageClient, session: Session, provider: OtherSite
) -> None:
    tie(client, session, provider, "kari", KARI)
    letters = len(mailed_to(session, KARI))

    again = app.test_client()
    came = sign_in(again, provider, "kari", til="/hjelp")

    assert (came.status_code, came.location) == (303, "/hjelp")
    assert KARI in again.page("/konto").text
    assert len(mailed_to(session, KARI)) == letters


@pytest.mark.parametrize(
    ("who", "name", "is_authorised"),
    [("kari", "Kari Lege", True), ("ola", "Ola Vanlig", False), ("per", None, None)],
)
def test_a_number_of_health_personnel_is_there_is_not_or_is_not_told(
    client: PageClient,
    session: Session,
    provider: OtherSite,
    who: str,
    name: str | None,
    is_authorised: bool | None,
) -> None:
    tie(client, session, provider, who, KARI)

    [one] = identities(session)
    assert (one.name, one.is_authorised) == (name, is_authorised)
    connection = session.connection().connection.dbapi_connection
    assert connection is not None
    assert "7654321" not in "\n".join(connection.iterdump())


def test_what_the_other_site_says_now_takes_the_place_of_what_it_said(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    tie(client, session, provider, "ola", KARI)
    session.execute(update(OutsideIdentity).values(name="Før", is_authorised=True))
    session.commit()

    sign_in(client, provider, "ola")

    [one] = identities(session)
    assert (one.name, one.is_authorised) == ("Ola Vanlig", False)


def test_an_address_that_the_other_site_has_verified_opens_no_account(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    account_for(session, KARI)
    session.commit()

    came = sign_in(client, provider, "kari")

    assert came.location == "/inn/annet-sted/adresse"
    assert sessions(session) == 0
    field = client.page("/inn/annet-sted/adresse").select_one("[name=email]")
    assert field and field["value"] == KARI, "it is only suggested"


def test_a_link_that_is_opened_in_another_browser_ties_nothing(
    app: Flask, client: PageClient, session: Session, provider: OtherSite
) -> None:
    """Somebody types an address that is not theirs, and its owner presses."""
    account_for(session, "offer@example.org")
    session.commit()
    sign_in(client, provider, "kari")
    client.submit("/inn/annet-sted/adresse", email="offer@example.org")
    link = link_mailed_to(session, "offer@example.org")

    owner = app.test_client()

    assert owner.get(link).status_code == 410
    assert "nettleseren du begynte i" in owner.post(link).text
    assert identities(session) == []
    assert client.submit(link).status_code == 303, "the link itself is good"


def test_the_word_of_the_browser_is_no_link(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    sign_in(client, provider, "kari")
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    assert cookie is not None

    assert client.post(f"/inn/annet-sted/knytt/{cookie.value}").status_code == 410
    assert client.post(f"/inn/{cookie.value}").status_code == 410
    assert identities(session) == []


def test_a_link_ties_once(client: PageClient, session: Session, provider: OtherSite) -> None:
    sign_in(client, provider, "kari")
    client.submit("/inn/annet-sted/adresse", email=KARI)
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    assert cookie is not None
    link = link_mailed_to(session, KARI)
    client.submit(link)
    client.set_cookie("__Host-inn", "")
    client.set_cookie("__Host-inn-underveis", cookie.value)

    assert client.post(link).status_code == 410


def test_after_signing_out_everywhere_no_link_in_a_mail_box_ties(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    tie(client, session, provider, "kari", KARI)
    sign_in(client, provider, "ola")
    client.submit("/inn/annet-sted/adresse", email=KARI)
    link = link_mailed_to(session, KARI)
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    assert cookie is not None
    sign_in(client, provider, "kari")
    out = client.page("/konto").select_one('form[action="/konto/ut-overalt"]')
    assert out

    client.post("/konto/ut-overalt", data=dict(already_filled_in(out)))

    client.set_cookie("__Host-inn-underveis", cookie.value)
    assert client.post(link).status_code == 410
    assert [one.subject for one in identities(session)] == ["kari"]


def test_known_and_unknown_addresses_get_the_same_answer_and_three_links_at_most(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    account_for(session, KARI)
    session.commit()
    sign_in(client, provider, "ola")

    answers = [
        client.submit("/inn/annet-sted/adresse", email=email)
        for email in (KARI, "ukjent@example.org", KARI, KARI, KARI)
    ]

    assert {(one.status_code, one.location) for one in answers} == {(303, "/inn/annet-sted/sendt")}
    assert len({one.text for one in answers}) == 1
    assert len(mailed_to(session, KARI)) == 3
    assert len(mailed_to(session, "ukjent@example.org")) == 1


def test_what_is_no_address_is_said_beside_the_field(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    sign_in(client, provider, "ola")

    answer = client.submit("/inn/annet-sted/adresse", email="ola")

    assert answer.status_code == 422
    assert "Skriv hele adressen" in answer.text
    assert 'value="ola"' in answer.text


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ADMIN])
def test_who_decides_for_others_and_has_no_key_yet_is_not_let_in_from_there(
    client: PageClient, session: Session, provider: OtherSite, role: Role
) -> None:
    tie(client, session, provider, "kari", KARI)
    session.execute(update(Account).values(role=role))
    session.commit()
    before = sessions(session)

    came = sign_in(client, provider, "kari")

    assert came.status_code == 403
    assert "Kontoen din trenger en nøkkel først" in came.text
    assert sessions(session) == before


def test_a_moderator_is_asked_for_the_key_who_comes_from_there(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    tie(client, session, provider, "kari", KARI)
    session.execute(update(Account).values(role=Role.MODERATOR))
    account = account_for(session, KARI)
    session.add(Passkey(account_id=account.id, credential_id="a", public_key="b"))
    session.commit()

    sign_in(client, provider, "kari")

    answer = client.get("/moderering")
    assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/konto/nokkel")


def test_what_is_tied_can_be_seen_and_taken_away(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    tie(client, session, provider, "kari", KARI)
    sign_in(client, provider, "kari")
    page = client.page("/konto")
    assert "HelseID, der du heter Kari Lege." in page.text
    form = page.select_one('form[action*="/annet-sted/"]')
    assert form

    removed = client.post(str(form["action"]), data=dict(already_filled_in(form)))

    assert removed.location == "/konto"
    assert identities(session) == []
    assert "HelseID, der du heter" not in client.page("/konto").text
    [account] = session.scalars(select(Account))
    noted = [one.action for one in events_of(session, f"account:{account.id}")]
    assert noted == ["account:identity_linked", "account:identity_removed"]


def test_one_is_sent_back_in_the_language_one_began_in(
    client: PageClient, provider: OtherSite
) -> None:
    page = client.post(f"/en{START}")
    link = BeautifulSoup(page.text, "html.parser").select_one("main a.ds-button")
    assert link
    back = urlsplit(Somebody(provider.issuer).sign_in(str(link["href"]), "ola"))

    answer = client.get(f"{back.path}?{back.query}")

    assert answer.status_code == 303
    led_to = urlsplit(answer.location)
    assert led_to.path == f"/en{ANSWER}"
    assert parse_qs(led_to.query) == parse_qs(back.query)
    came = client.submit(f"{led_to.path}?{led_to.query}")
    assert came.location == "/en/inn/annet-sted/adresse"


def test_the_address_has_what_has_to_be_there_and_nothing_of_the_browser(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    asked = parse_qs(urlsplit(begin(client)).query)

    if provider.is_strict:
        assert set(asked) == {"client_id", "request_uri"}
    else:
        assert asked["scope"] == ["openid profile email helseid://scopes/hpr/hpr_number"]
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["response_type"] == ["code"]
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    assert cookie is not None and cookie.http_only and cookie.secure
    assert cookie.same_site == "Lax"
    connection = session.connection().connection.dbapi_connection
    assert connection is not None
    assert cookie.value not in "\n".join(connection.iterdump())


def assert_nobody_is_let_in(answer: TestResponse, session: Session, *statuses: int) -> None:
    assert answer.status_code in statuses
    assert "Du er ikke logget inn" in answer.text
    assert 'href="/inn"' in answer.text
    assert sessions(session) == 0 and identities(session) == []


def test_another_browser_cannot_go_on_with_what_one_has_begun(
    app: Flask, client: PageClient, session: Session, provider: OtherSite
) -> None:
    """Somebody signs in as themselves, and lets another open the address they were sent back to."""
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "kari"))
    other = app.test_client()
    begin(other)  # which has a cookie, of its own

    assert other.get(f"{back.path}?{back.query}").status_code == 410
    answer = other.post(ANSWER, data={k: v[0] for k, v in parse_qs(back.query).items()})

    assert_nobody_is_let_in(answer, session, 410)


@pytest.mark.parametrize("state", ["", "x", "x" * 5000, "ø"])
def test_a_state_that_was_never_given_is_refused(
    client: PageClient, session: Session, provider: OtherSite, state: str
) -> None:
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "kari"))
    told = {k: v[0] for k, v in parse_qs(back.query).items()} | {"state": state}

    assert client.get(f"{ANSWER}?{urlencode(told)}").status_code == 410
    assert_nobody_is_let_in(client.post(ANSWER, data=told), session, 410)


def test_a_code_works_once(client: PageClient, session: Session, provider: OtherSite) -> None:
    tie(client, session, provider, "kari", KARI)
    address = begin(client)
    cookie = client.get_cookie("__Host-inn-underveis", "localhost")
    assert cookie is not None
    back = urlsplit(Somebody(provider.issuer).sign_in(address, "kari"))
    told = {k: v[0] for k, v in parse_qs(back.query).items()}
    assert client.post(ANSWER, data=told).status_code == 303
    client.set_cookie("__Host-inn", "")
    client.set_cookie("__Host-inn-underveis", cookie.value)
    before = sessions(session)

    again = client.post(ANSWER, data=told)

    assert again.status_code == 410
    assert sessions(session) == before


def test_a_code_of_another_time_is_refused_by_the_other_site(
    app: Flask, client: PageClient, session: Session, provider: OtherSite
) -> None:
    """Somebody slips a code of theirs into what another has begun: it is of another verifier."""
    stolen = urlsplit(Somebody(provider.issuer).sign_in(begin(app.test_client()), "kari"))
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "ola"))
    told = {k: v[0] for k, v in parse_qs(back.query).items()}

    answer = client.post(ANSWER, data=told | {"code": parse_qs(stolen.query)["code"][0]})

    assert_nobody_is_let_in(answer, session, 410)


@pytest.mark.parametrize("issuer", ["https://another.example.org", ""])
def test_an_answer_of_another_site_is_refused(
    client: PageClient, session: Session, provider: OtherSite, issuer: str
) -> None:
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "kari"))
    told = {k: v[0] for k, v in parse_qs(back.query).items()} | {"iss": issuer}

    assert_nobody_is_let_in(client.post(ANSWER, data=told), session, 410)


def test_ten_minutes_are_enough(client: PageClient, session: Session, provider: OtherSite) -> None:
    back = urlsplit(Somebody(provider.issuer).sign_in(begin(client), "kari"))
    session.execute(update(OneTimeToken).values(expires_at=now_in_utc()))
    session.commit()

    answer = client.post(ANSWER, data={k: v[0] for k, v in parse_qs(back.query).items()})

    assert_nobody_is_let_in(answer, session, 410)


def test_who_gives_up_there_is_told_of_the_other_way(
    client: PageClient, session: Session, provider: OtherSite
) -> None:
    back = Somebody(provider.issuer).give_up(begin(client))
    assert parse_qs(urlsplit(back).query)["error"] == ["access_denied"]

    answer = come_back(client, back)

    assert_nobody_is_let_in(answer, session, 403)
    assert "Innloggingen hos HelseID ble avbrutt" in answer.text
    assert "access_denied" not in answer.text
