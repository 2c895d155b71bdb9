"""Whatever is typed in whatever field, the address that comes of it holds values of lists alone."""

from typing import Any, get_args

from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from core.db import Base
from directory.queries import kept_vocabulary
from directory.vocabulary import Vocabulary
from finder.question_file import Must
from places.gazetteer import gazetteer
from prescribing.choices import Reason
from prescribing.draft import Draft, open_draft
from prescribing.minute.choices import AGE_BANDS, SITUATIONS, age_as_asked
from prescribing.minute.place_names import telling_name
from prescribing.minute.ready import Ready
from tests.support.client import PageClient

FIELDS = (
    "reasons",
    "age",
    "place",
    "plan_from",
    "interests",
    "words",
    "musts",
    "situation",
    "ready",
)
AGES = {age_as_asked(name) for name in AGE_BANDS}

PERSONAL = st.sampled_from(
    [
        "Kari Nordmann",
        "01019012345",
        "kari@example.org",
        "+47 915 08 588",
        "Kari, Moss",
        "hun heter Anne og bor i Ås",
        "klatring med Ola",
        "Kari liker fotball, fiske",
        "7030 Kari",
    ]
)
TYPED = st.one_of(
    PERSONAL,
    st.text(max_size=60),
    st.sampled_from(
        ["Trondheim", "7030", "Herøy", "klatring, gitar", "18-25", "free", "2026-12-01"]
    ),
    st.sampled_from([str(one) for one in (*Reason, *Ready, *SITUATIONS)]),
)


def check(draft: Draft, vocabulary: Vocabulary) -> None:
    """Fail unless every value of ``draft`` is one that a list of ours holds."""
    lists: dict[str, Any] = {
        "age": AGES,
        "situation": SITUATIONS,
        "municipality": {one.number for one in gazetteer().municipalities()},
        "place": None,
        "interests": vocabulary.interests,
        "musts": get_args(Must),
    }
    assert draft.question.keys() <= lists.keys()
    for key, value in draft.question.items():
        for one in value if isinstance(value, list) else [value]:
            if key == "place":
                found = gazetteer().find(one)
                assert found is not None
                assert telling_name(found) == one
            else:
                assert one in lists[key]
    assert draft.items == ()


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.dictionaries(st.sampled_from(FIELDS), st.lists(TYPED, max_size=3)))
@example(typed={"plan_from": ["2026-11-26"], "reasons": ["Kari Nordmann"]})
def test_the_sealed_draft_holds_only_values_of_lists(
    app: Flask, client: PageClient, session: Session, typed: dict[str, list[str]]
) -> None:
    answer = client.post("/resept", data=typed)

    assert answer.status_code in {303, 422}
    if answer.status_code == 303:
        word = answer.headers["Location"].split("/resept/")[1].partition("#")[0]
        check(open_draft(word, app.extensions["seal"]), kept_vocabulary(session))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.dictionaries(st.sampled_from(FIELDS), st.lists(PERSONAL, max_size=2)))
def test_nothing_typed_reaches_the_database(
    client: PageClient, session: Session, typed: dict[str, list[str]]
) -> None:
    before = rows(session)

    client.post("/resept", data=typed)
    client.post("/resept/forslag", data=typed)
    client.get("/resept", query_string=typed)

    assert rows(session) == before


def rows(session: Session) -> dict[str, int]:
    session.rollback()
    names = sorted(Base.metadata.tables)
    return {one: session.scalar(text(f'SELECT count(*) FROM "{one}"')) or 0 for one in names}  # noqa: S608 -- our own names
