"""People who prescribe, as a moderator has let them or not."""

from typing import Final

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.queries import account_for
from prescribing.choices import Counted, PracticeKind, PrescriberState
from prescribing.models import ANY_KIND, Practice, Prescriber, PrescribingCount, UsualChoice
from tests.support.signing_in import sign_in

MOSS: Final = "3103"
ORGNR: Final = "974760673"
PAST: Final = "2026-02"


def save_practice(session: Session, **told: object) -> Practice:
    made = Practice(**({"kind": PracticeKind.GP, "municipality": MOSS} | told))
    session.add(made)
    session.commit()
    return made


def make_prescriber(
    session: Session,
    account: Account,
    state: PrescriberState = PrescriberState.APPROVED,
    practice: Practice | None = None,
) -> Prescriber:
    """Let ``account`` prescribe, for a practice of its own where none is named; once is enough."""
    made = session.get(Prescriber, account.id)
    if made is None:
        practice = practice or save_practice(session)
        made = Prescriber(account_id=account.id, practice_id=practice.id, state=state)
        session.add(made)
    made.state = state
    session.commit()
    return made


def sign_in_prescriber(
    client: FlaskClient,
    session: Session,
    email: str = "lege@kontor.example",
    practice: Practice | None = None,
) -> Prescriber:
    """Let ``client`` be signed in as somebody who may prescribe."""
    account = sign_in(client, session, email)
    return make_prescriber(session, account, practice=practice)


def save_counts(
    session: Session, practice_id: int, *, month: str = PAST, place: str = MOSS, **numbers: int
) -> None:
    """Keep how often things have happened: ``made``, ``went_yes``, or a kind of offer on those made."""
    for what, number in numbers.items():
        is_event = what in set(Counted)
        session.add(
            PrescribingCount(
                practice_id=practice_id,
                month=month,
                municipality=place,
                kind=ANY_KIND if is_event else what,
                event=Counted(what) if is_event else Counted.MADE,
                count=number,
            )
        )
    session.commit()


def fill_practice(session: Session, practice_id: int) -> None:
    """Give a practice something of all that its page can have."""
    save_counts(session, practice_id, made=40, opened=21, contact_yes=12, went_yes=3, activity=30)
    save_counts(session, practice_id, place="0301", made=12)
    waiting = account_for(session, "somebody.with.a.long.name@kontor.example")
    make_prescriber(session, waiting, PrescriberState.ASKED)
    session.add(UsualChoice(practice_id=practice_id, draft={"reasons": ["loneliness"]}))
    session.commit()
