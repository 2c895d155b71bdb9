"""The command for the regular work: ``flask upkeep``."""

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from core.clock import now_in_utc
from core.db import db
from core.delivery import Delivered
from core.errors import DomainError
from core.one_at_a_time import one_at_a_time
from core.schema import ensure_schema
from upkeep.post import deliver_mail, in_words
from upkeep.round import TASKS, do_tasks
from upkeep.watch import Watch
from web.commands import plainly


class UnfinishedError(DomainError):
    """Some of the regular work could not be done."""

    code = "unfinished"
    status = 500


@click.command("upkeep")
@click.option("--watch", is_flag=True, help="Go on, round after round, until asked to end.")
@click.option(
    "--parent", type=int, help="With --watch: end when this process, its own parent, is gone."
)
@with_appcontext
@plainly
def upkeep(*, watch: bool, parent: int | None) -> None:
    """Do what is to be done by now: mail, reminders, links, throwing away. Safe to start twice."""
    ensure_schema(db.engine)
    if watch:
        Watch(_app(), parent).run()
        return
    with one_at_a_time(db.engine, "tasks") as is_ours:
        if is_ours:
            _do_round()
        else:
            click.echo("Another process is at it already.")


def _do_round() -> None:
    # What waits already need not wait for the tasks; what they queue goes out at once.
    waited = _deliver()
    failed = do_tasks(db.session.session_factory, now_in_utc(), TASKS)
    click.echo(in_words(waited + _deliver()))
    if failed:
        raise UnfinishedError(
            f"Could not be done: {', '.join(failed)}. The log says where it failed."
        )


def _deliver() -> Delivered:
    with one_at_a_time(db.engine, "mail") as is_ours, db.session() as session:
        return deliver_mail(session, now_in_utc()) if is_ours else Delivered()


def _app() -> Flask:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 -- a thread needs the application itself
    return app
