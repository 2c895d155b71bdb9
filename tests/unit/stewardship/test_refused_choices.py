"""What is no answer of a list is refused in our own words, whichever form it was sent in."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from accounts.forms import LanguageForm
from stewardship.own.forms import MessagesForm, RhythmForm
from stewardship.registering.answers import Answers
from stewardship.registering.questions.contact import ContactQuestion
from stewardship.registering.questions.places import Where
from tests.unit.stewardship.test_questions import KNOWN

NO_ANSWERS = ["", "5000", "9" * 5000, "\x00", "<b>3</b>", "-1"]


@pytest.mark.parametrize("typed", NO_ANSWERS)
@pytest.mark.parametrize(
    ("form", "name"), [(MessagesForm, "days"), (RhythmForm, "months"), (LanguageForm, "language")]
)
def test_what_is_no_answer_is_refused_in_our_words(form: type[Form], name: str, typed: str) -> None:
    filled = form(MultiDict({name: typed, "email": "kari@example.org"}))

    assert not filled.validate()
    assert filled.errors == {name: ["Velg et av svarene."]}


@pytest.mark.parametrize("typed", NO_ANSWERS)
def test_a_promise_that_nobody_offers_is_refused_in_our_words(typed: str) -> None:
    sent = {"relay_days": typed, "is_relayed": "y", "relay_email": "kari@example.org"}
    form = ContactQuestion(Answers(), KNOWN, MultiDict(sent))

    assert not form.validate()
    assert form.errors == {"relay_days": ["Velg et av svarene."]}


@pytest.mark.parametrize(("lat", "lon"), [("nan", "nan"), ("0", "0"), ("1e400", "10"), ("63", "")])
def test_a_point_outside_of_norway_is_called_by_a_name_of_ours(lat: str, lon: str) -> None:
    form = Where(Answers(), KNOWN, MultiDict({"lat": lat, "lon": lon}))

    assert not form.validate()
    assert form.lat.errors == ["Punktet er ikke i Norge. Flytt det, eller ta det bort."]
    assert form.lat.label.text == "Punktet på kartet"


def test_a_point_is_shown_again_without_what_cannot_be_seen() -> None:
    form = Where(Answers(), KNOWN, MultiDict({"lat": "\u202e6\x003", "lon": "1\x1b0"}))

    assert (form.lat.data, form.lon.data) == ("6 3", "1 0")
