"""What a sheet is never begun with: a place that would be a wrong door for these reasons."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from prescribing.choices import Reason
from prescribing.draft import Draft
from prescribing.minute.found import find
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry

BAR = offer_entry(
    id="pubquiz",
    name="Quizkveld",
    sobriety_rule="none",
    access={"alcohol_free_venue": False},
    schedules=[schedule_entry(rrule="FREQ=WEEKLY;BYDAY=TH")],
)
UNTOLD = offer_entry(
    id="korkveld", name="Korkveld", sobriety_rule="none", schedules=[schedule_entry()]
)


@pytest.fixture(autouse=True)
def _offers(session: Session) -> None:
    save(session, organisation_entry(), BAR, UNTOLD)


def begun_with(app: Flask, session: Session, *reasons: Reason) -> set[str]:
    with app.test_request_context():
        draft = Draft(reasons=reasons, question={"municipality": "5001"})
        return {item.offer for item in find(session, draft).draft.items}


@pytest.mark.parametrize(
    "reason",
    [
        Reason.DRUG_FREE_COMPANY,
        Reason.AFTER_A_SLIP,
        Reason.AFTER_DISCHARGE,
        Reason.WAITING_FOR_TREATMENT,
    ],
)
def test_nobody_who_wants_out_of_it_is_sent_where_alcohol_is_served(
    app: Flask, session: Session, reason: Reason
) -> None:
    assert begun_with(app, session, reason) == {"korkveld"}
    assert begun_with(app, session, Reason.LONELINESS, reason) == {"korkveld"}


def test_who_is_lonely_may_be_suggested_a_quiz_in_a_pub(app: Flask, session: Session) -> None:
    assert begun_with(app, session, Reason.LONELINESS) == {"pubquiz", "korkveld"}
