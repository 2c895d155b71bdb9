"""Tying what another site calls somebody to an account: always by a link in a mail, opened where they began.

What the other site says of somebody's mail address opens no account: it may be old, or of somebody
else. A link that is opened in another browser opens none either: whoever began there could have typed
an address that is not theirs, and be waiting for its owner to press.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from accounts.actions import MOST_LINKS, SignedInNow, note_account
from accounts.elsewhere.failures import ElsewhereError, Failure
from accounts.elsewhere.letters import LinkIdentityLetter
from accounts.elsewhere.person import Person
from accounts.elsewhere.shown import site_name
from accounts.elsewhere.signing_in import UNKNOWN_LASTS, begin_for, is_word_of, see_again
from accounts.models import OutsideIdentity
from accounts.queries import account_for, address_kept
from core.clock import now_in_norway
from core.events import account_actor
from core.tokens import Purpose, count_mailed, digest_of, give, look, use_up
from web.letters import address_of

LINK_LASTS: Final = UNKNOWN_LASTS
NOT_OF_PERSON: Final = ("goes_to", "browser", "language")


@dataclass(frozen=True)
class Known:
    """Whom the other site knows, and where they were going."""

    person: Person
    goes_to: str | None


def known_elsewhere(session: Session, word: str) -> Known:
    """Return whom the other site has told of in this browser. Raises UsedUpError."""
    return _known(look(session, Purpose.KNOWN_ELSEWHERE, word))


def ask_to_link(session: Session, word: str, email: str, language: str) -> None:
    """Mail a link that ties, to any address: whether we know it makes no difference. Raises UsedUpError."""
    known, email = known_elsewhere(session, word), address_kept(email)
    if count_mailed(session, Purpose.LINK_IDENTITY, email) >= MOST_LINKS:
        return
    told = asdict(known.person) | {"email": email}
    link = give(
        session,
        Purpose.LINK_IDENTITY,
        LINK_LASTS,
        browser=digest_of(word),
        goes_to=known.goes_to,
        **told,
    )
    LinkIdentityLetter(
        address_of("elsewhere_linking.show_link", language, word=link),
        site_name(known.person.issuer),
        LINK_LASTS // timedelta(minutes=1),
    ).queue(session, key=f"link:{digest_of(link)}", recipient=email, language=language)


def look_at_link(session: Session, word: str, browser: str | None) -> Person:
    """Return whom a link would tie. Raises UsedUpError, and ElsewhereError in another browser."""
    return _of_browser(look(session, Purpose.LINK_IDENTITY, word), browser).person


def link(session: Session, word: str, browser: str | None) -> SignedInNow:
    """Tie and sign in. Raises UsedUpError and ElsewhereError."""
    known = _of_browser(use_up(session, Purpose.LINK_IDENTITY, word), browser)
    person = known.person
    account = account_for(session, person.email or "")
    identity = session.get(OutsideIdentity, (person.issuer, person.subject))
    if identity is None:
        identity = OutsideIdentity(
            issuer=person.issuer, subject=person.subject, account_id=account.id
        )
        identity.seen_on = now_in_norway().date()
        session.add(identity)
        actor = account_actor(account.id)
        note_account(session, account, "account:identity_linked", actor=actor)
    elif identity.account_id != account.id:
        raise ElsewhereError(Failure.NOT_OURS, "tied to another account")
    see_again(identity, person)
    return begin_for(session, account, known.goes_to)


def _of_browser(subject: dict[str, Any], browser: str | None) -> Known:
    if not is_word_of(subject["browser"], browser):
        raise ElsewhereError(Failure.OTHER_BROWSER, "link")
    return _known(subject)


def _known(subject: dict[str, Any]) -> Known:
    told = {name: value for name, value in subject.items() if name not in NOT_OF_PERSON}
    return Known(Person(**told), subject["goes_to"])
