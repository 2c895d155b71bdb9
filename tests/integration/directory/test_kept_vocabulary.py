"""The vocabulary in the database is the one of the file, order and relations included."""

from dataclasses import replace

from sqlalchemy.orm import Session

from directory.changes import changed_since, newest_change
from directory.queries import kept_vocabulary
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import save_vocabulary
from tests.support.databases import on_both_databases, vocabulary

pytestmark = on_both_databases


def test_the_vocabulary_comes_back_as_it_was_read(session: Session) -> None:
    kept = kept_vocabulary(session)

    assert kept == vocabulary()
    assert list(kept.interests) == list(vocabulary().interests)


def test_saving_it_again_changes_nothing(session: Session) -> None:
    number = newest_change(session)

    assert not save_vocabulary(session, vocabulary())
    assert newest_change(session) == number


def test_a_new_label_changes_everything(session: Session) -> None:
    words = vocabulary()
    climbing = replace(words.interests["climbing"], labels={"nb": "Klatre"})
    number = newest_change(session)

    changed = save_vocabulary(
        session, Vocabulary({**words.interests, "climbing": climbing}, words.effects)
    )

    assert changed
    assert kept_vocabulary(session).interests["climbing"].labels == {"nb": "Klatre"}
    assert changed_since(session, number) == {None}


def test_a_new_order_is_a_change_too(session: Session) -> None:
    words = vocabulary()
    effects = dict(reversed(words.effects.items()))

    assert save_vocabulary(session, Vocabulary(words.interests, effects))
    assert list(kept_vocabulary(session).effects) == list(effects)
