"""A row that is there already is not added again, and one that was added can be taken back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from accounts.models import Account
from core.adding import add_once
from tests.support.databases import on_both_databases

EMAIL = "kari@example.org"


def accounts(engine: Engine) -> int:
    with Session(engine) as other_eyes:
        return other_eyes.scalar(select(func.count()).select_from(Account)) or 0


@on_both_databases
def test_a_row_is_added_once(session: Session) -> None:
    assert add_once(session, Account, email=EMAIL)
    assert not add_once(session, Account, email=EMAIL)

    assert session.scalars(select(Account)).one().language == "nb"


@on_both_databases
def test_what_was_added_is_gone_when_the_rest_is_refused(session: Session, engine: Engine) -> None:
    add_once(session, Account, email=EMAIL)
    session.rollback()

    assert accounts(engine) == 0


@on_both_databases
def test_of_two_who_add_at_once_one_does(engine: Engine) -> None:
    start = Barrier(2)

    def add() -> bool:
        with Session(engine) as session:
            start.wait()
            was_added = add_once(session, Account, email=EMAIL)
            session.commit()
            return was_added

    with ThreadPoolExecutor(2) as threads:
        added = [one.result() for one in [threads.submit(add) for _ in range(2)]]

    assert sorted(added) == [False, True]
    assert accounts(engine) == 1
