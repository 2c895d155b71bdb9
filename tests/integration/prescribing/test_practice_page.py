"""What a practice sees of its own, and everybody of all: large numbers of months that have ended."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from core.clock import now_in_norway
from places.gazetteer import gazetteer
from prescribing.choices import Counted, Question, Reason
from prescribing.codes.actions import Answer, answer
from prescribing.draft import Draft, Item
from prescribing.models import ANY_KIND, NOT_TOLD, PrescribingCount, UsualChoice
from prescribing.practices.counting import count
from prescribing.practices.public_counts import public_counts
from prescribing.practices.usual import MOST_USUAL, TooManyUsualError, keep_usual, name_of
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.practices import (
    MOSS,
    ORGNR,
    PAST,
    save_counts,
    save_practice,
    sign_in_prescriber,
)
from tests.support.prescriptions import FRESH, save_prescription

OSLO, BERGEN, FAR_AWAY = "0301", "4601", "1151"
PAGE = "/resept/praksis"


def figures(client: PageClient, address: str) -> dict[str, str]:
    """Return each number with its words, as the page has them."""
    found = client.page(address).select("main .figure")
    parts = [[part.text.strip() for part in one.select("p")] for one in found]
    return {one[1]: one[0] for one in parts}


def parts(client: PageClient, summary: str, address: str = PAGE) -> dict[str, str]:
    details = client.page(address).select("main details")
    (found,) = (one for one in details if summary in one.text)
    return {
        row.select("dt")[0].text: row.select("dd")[0].text.strip()
        for row in found.select(".parts > div")
    }


@on_both_databases
def test_everything_that_happens_at_once_is_counted(database_url: str) -> None:
    writers, each = 4, 8
    engine, start = create_engine(database_url), Barrier(writers)
    with Session(engine) as session:
        practice_id = save_practice(session).id

    def count_often(number: int) -> None:
        kinds = ["course", "activity", "activity"][:: 1 if number % 2 else -1]
        start.wait()
        for _time in range(each):
            with Session(engine) as session:
                count(
                    session,
                    practice_id=practice_id,
                    month=PAST,
                    municipality=None,
                    kinds=kinds,
                    event=Counted.OPENED,
                )
                session.commit()

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(count_often, range(writers)))

    with Session(engine) as session:
        kept = {
            (row.municipality, row.kind, row.count)
            for row in session.scalars(select(PrescribingCount))
        }
    assert kept == {(NOT_TOLD, kind, writers * each) for kind in (ANY_KIND, "activity", "course")}
    engine.dispose()


def test_an_answer_is_counted_in_the_month_in_which_it_is_given(
    client: PageClient, session: Session
) -> None:
    old_sheet = save_prescription(session, FRESH, "kor", month=PAST)

    answer(session, old_sheet, Question.WENT, Answer.YES)

    (row,) = session.scalars(select(PrescribingCount))
    assert (row.month, row.event) == (f"{now_in_norway():%Y-%m}", Counted.WENT_YES)


def test_a_practice_sees_its_own_large_numbers(client: PageClient, session: Session) -> None:
    mine = sign_in_prescriber(client, session, practice=save_practice(session, orgnr=ORGNR))
    save_counts(session, mine.practice_id, made=24, opened=12, contact_yes=8, went_yes=3)

    page = figures(client, PAGE)

    assert page == {
        "Ark med kode": "24",
        "Ark som er åpnet": "12",
        "Tok kontakt": "8",
        "Var der": "Kan ikke vises ennå",
    }


def test_the_month_that_goes_on_is_not_told_of(client: PageClient, session: Session) -> None:
    mine = sign_in_prescriber(client, session)
    save_counts(session, mine.practice_id, month=f"{now_in_norway():%Y-%m}", made=50)

    assert figures(client, PAGE)["Ark med kode"] == "Kan ikke vises ennå"


def test_a_practice_sees_where_its_sheets_were_for_and_what_was_on_them(
    client: PageClient, session: Session
) -> None:
    mine = sign_in_prescriber(client, session)
    save_counts(session, mine.practice_id, made=20, activity=15, course=3)
    save_counts(session, mine.practice_id, place=OSLO, made=7)
    save_counts(session, mine.practice_id, place=NOT_TOLD, made=2)

    assert "februar 2026" in client.page(PAGE).select(".figure")[0].text
    assert parts(client, "etter kommune") == {"Moss": "20"}
    assert "Resten viser vi bare samlet: 9" in client.page(PAGE).text
    assert parts(client, "etter hva som sto på arket") == {"Aktiviteter": "15"}
    assert parts(client, "måned for måned") == {"februar 2026": "29"}


def test_months_that_go_together_are_told_as_one_period(
    client: PageClient, session: Session
) -> None:
    mine = sign_in_prescriber(client, session)
    for month in ("2025-11", "2026-01", "2026-03", "2026-04"):
        save_counts(session, mine.practice_id, month=month, made=3)

    assert parts(client, "måned for måned") == {
        "november 2025 til januar 2026": "6",
        "februar til april 2026": "6",
    }


def test_where_all_sheets_are_for_one_municipality_it_is_not_told_once_more(
    client: PageClient, session: Session
) -> None:
    mine = sign_in_prescriber(client, session)
    save_counts(session, mine.practice_id, made=12)

    assert "etter kommune" not in client.page(PAGE).text


def test_another_practice_has_its_own_numbers(client: PageClient, session: Session) -> None:
    sign_in_prescriber(client, session)
    save_counts(session, save_practice(session).id, made=50)

    assert figures(client, PAGE)["Ark med kode"] == "Kan ikke vises ennå"


def test_everybody_sees_what_came_of_the_sheets_of_all(
    client: PageClient, session: Session
) -> None:
    for _practice in range(3):
        save_counts(session, save_practice(session).id, made=20, went_yes=7)

    words = " ".join(client.page("/hvorfor").select("main")[0].text.split())

    assert "60 ark med kode er laget. 21 har svart at de var der. De andre tallene kan" in words
    assert "Tallene er for februar 2026." in words
    assert "tok kontakt" not in words


def test_everybody_sees_where_the_sheets_were_for_and_what_was_on_them(
    client: PageClient, session: Session
) -> None:
    for _practice in range(2):
        practice_id = save_practice(session).id
        save_counts(session, practice_id, made=20, went_yes=7, activity=15, course=1)
        save_counts(session, practice_id, place=OSLO, made=25, went_yes=8)
        save_counts(session, practice_id, place=BERGEN, made=9)
        save_counts(session, practice_id, place=FAR_AWAY, made=1)

    assert parts(client, "Måned for måned", "/hvorfor") == {"februar 2026": "30"}
    assert parts(client, "Etter hva som sto på arkene", "/hvorfor") == {"Aktiviteter": "30"}
    (made,) = client.page("/hvorfor").select("main details")[1].select(".parts")
    assert made.text.split() == ["Oslo", "50", "Bergen", "18"]
    # Moss and the place far away are divided from each other late, and there one is small.
    assert "Resten viser vi bare samlet: 42" in client.page("/hvorfor").text


def test_what_everybody_sees_is_worked_out_anew_only_where_a_finished_month_is_another(
    client: PageClient, session: Session, app: Flask
) -> None:
    mine = save_practice(session)
    save_counts(session, mine.id, made=20)
    with app.test_request_context():
        first = public_counts(session)
        save_counts(session, mine.id, month=f"{now_in_norway():%Y-%m}", made=9)

        assert public_counts(session) is first

        save_counts(session, mine.id, month="2026-01", made=8)
        assert public_counts(session)[Counted.MADE].number == 28


def test_where_there_is_too_little_to_tell_that_is_said(
    client: PageClient, session: Session
) -> None:
    save_counts(session, save_practice(session).id, made=4, went_yes=4)

    assert "Vi har ikke nok tall å vise ennå." in client.page("/hvorfor").text


def test_a_public_number_stays_large_without_what_one_practice_has_added(
    client: PageClient, session: Session
) -> None:
    save_counts(session, save_practice(session).id, made=40)
    save_counts(session, save_practice(session).id, made=2)

    assert "Vi har ikke nok tall å vise ennå." in client.page("/hvorfor").text


def test_what_is_usual_is_kept_without_day_or_position_and_once(
    client: PageClient, session: Session
) -> None:
    practice = save_practice(session)
    asked = {"age": "18-25", "place": "Moss", "lat": 59.4, "lon": 10.7, "today": "2026-11-01"}
    draft = Draft((Reason.LONELINESS,), asked, (Item("kor"),), plan_from=now_in_norway().date())

    keep_usual(session, practice, draft)
    keep_usual(session, practice, draft)

    (kept,) = session.scalars(select(UsualChoice))
    assert kept.draft["question"] == {"age": "18-25", "place": "Moss"}
    assert "plan_from" not in kept.draft


def test_no_more_is_kept_than_one_reads_through(client: PageClient, session: Session) -> None:
    practice = save_practice(session)
    some = gazetteer().municipalities()[: MOST_USUAL + 1]
    drafts = [Draft(question={"municipality": one.number}) for one in some]

    refused = 0
    for draft in drafts:
        try:
            keep_usual(session, practice, draft)
        except TooManyUsualError:
            refused += 1

    assert (refused, len(session.scalars(select(UsualChoice)).all())) == (1, MOST_USUAL)


def test_a_usual_choice_is_named_by_what_is_in_it(app: object) -> None:
    whole = Draft((Reason.LONELINESS, Reason.EMPTY_DAYS), {"age": "18-25", "municipality": MOSS})

    assert name_of(whole) == "Ensomhet · Dagene er tomme · 18–25 år · Moss"
    assert name_of(Draft(question={"age": 19})) == "19 år"
    assert name_of(Draft(items=(Item("kor"), Item("turlag")))) == "2 tilbud"


def test_a_practice_takes_away_its_own_usual_choice_alone(
    client: PageClient, session: Session
) -> None:
    mine = sign_in_prescriber(client, session, practice=save_practice(session))
    others = save_practice(session)
    session.add(UsualChoice(practice_id=mine.practice_id, draft={"reasons": ["loneliness"]}))
    session.add(UsualChoice(practice_id=mine.practice_id, draft={"reasons": ["a word of old"]}))
    session.add(UsualChoice(practice_id=others.id, draft={"reasons": ["relative"]}))
    session.commit()
    page = client.page(PAGE)
    assert "Ensomhet" in page.text
    assert "Et valg fra en eldre liste" in page.text
    (form, _other) = page.select("main form[action$='/fjern']")
    sent = {str(one["name"]): str(one["value"]) for one in form.select("input")}

    assert client.post(str(form["action"]), data=sent).status_code == 303
    assert client.post(str(form["action"]), data=sent).status_code == 404
    assert client.post("/resept/praksis/vanlige/3/fjern", data=sent).status_code == 404

    session.expire_all()
    assert [one.id for one in session.scalars(select(UsualChoice))] == [2, 3]
