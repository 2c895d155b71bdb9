"""Two entries of one thing have become one: the other's address leads there."""

from sqlalchemy.orm import Session

from directory.models import MovedOffer
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save


def moved(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="det-samme", status="ended"))
    session.add(MovedOffer(offer_id="det-samme", moved_to="klatrekveld"))
    session.commit()


def test_the_address_of_the_other_leads_to_the_one_that_stays(
    client: PageClient, session: Session
) -> None:
    moved(session)

    answer = client.get("/tilbud/det-samme")

    assert (answer.status_code, answer.location) == (301, "/tilbud/klatrekveld")


def test_it_leads_there_in_the_same_language(client: PageClient, session: Session) -> None:
    moved(session)

    assert client.get("/nn/tilbud/det-samme").location == "/nn/tilbud/klatrekveld"


def test_a_calendar_that_was_subscribed_to_leads_there_too(
    client: PageClient, session: Session
) -> None:
    moved(session)

    assert client.get("/tilbud/det-samme.ics").location == "/tilbud/klatrekveld.ics"


def test_no_browser_remembers_where_it_led(client: PageClient, session: Session) -> None:
    moved(session)

    assert client.get("/tilbud/det-samme").headers["Cache-Control"] == "no-store"
