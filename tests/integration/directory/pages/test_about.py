"""The page that says what the site is, and how fresh."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from directory.models import ConfirmationRhythm
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save

TODAY = date(2026, 11, 25)


def shown(client: PageClient) -> str:
    main = client.page("/om").select_one("main")
    assert main
    return " ".join(as_read(main.text).split())


def test_with_nothing_confirmed_the_page_says_just_that(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry(confirmed_on=TODAY, confirmed_by="document"))

    page = shown(client)

    assert "Her er 1 tilbud." in page
    assert "Ingen er bekreftet av gruppene selv ennå." in page
    assert "en vanlig bekreftelse" not in page


def test_the_numbers_are_those_of_the_catalogue(client: PageClient, session: Session) -> None:
    for days in (1, 9, 30):
        told = {"confirmed_on": TODAY - timedelta(days), "confirmed_by": "organisation"}
        save(session, offer_entry(id=f"bekreftet-{days}", **told))
    save(session, offer_entry(id="aldri"), offer_entry(id="slutt", status="ended"),
         offer_entry(id="eksempel-en"))  # fmt: skip
    session.add(ConfirmationRhythm(offer_id="bekreftet-30", due_on=TODAY - timedelta(1)))
    session.add(ConfirmationRhythm(offer_id="aldri", due_on=TODAY - timedelta(500)))
    session.commit()

    page = shown(client)

    for words in ("Her er 4 tilbud.", "3 av 4", "9 dager", "er ikke det 1", "over ett år 1"):
        assert words in page, words


def test_every_page_leads_to_it(client: PageClient) -> None:
    assert client.page("/hvorfor").select("footer a[href='/om']")
