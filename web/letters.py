"""Typed letters: what a mail says is declared, as for a page, and put in the outbox in its reader's language.

A letter is written where the thing it tells of is done, in the same transaction, with or without a
request: it needs the application, and no more.
"""

import re
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, ClassVar, Final

from flask import current_app
from sqlalchemy.orm import Session

from core.outbox import Written, queue_mail
from web.languages import LANGUAGES, SOURCE_LANGUAGE, speaking

HOME: Final = "finder.show_home"
MANY_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t]*\n){2,}")


@dataclass(frozen=True)
class Letter:
    """Base of every letter. Subclasses name their template and list its variables.

    The template lies in ``templates/mail/``, extends ``layouts/mail.txt`` and has the blocks
    ``subject`` and ``text``. A subject is seen by others: it says nothing of what anybody struggles
    with. Beside its fields a template has ``address_of(endpoint, **values)``: the full address of a
    page in the letter's language.
    """

    template: ClassVar[str]

    def write(self, language: str) -> Written:
        """Return the letter in ``language``; in bokmål where that is not spoken here."""
        language = _spoken_here(language)
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        template = current_app.jinja_env.get_template(self.template)
        with speaking(language):
            text = template.render(parts, **_given_to_all(language))
            context = template.new_context(parts | _given_to_all(language))
            subject = "".join(template.blocks["subject"](context))
        return Written(
            subject=" ".join(subject.split()),
            text=MANY_EMPTY_LINES.sub("\n\n", text.strip()) + "\n",
            language=language,
        )

    def queue(
        self,
        session: Session,
        *,
        key: str,
        recipient: str,
        language: str,
        about: str | None = None,
    ) -> bool:
        """Put the letter in the outbox. Returns False, and does nothing, where ``key`` is there already."""
        written = self.write(language)
        return queue_mail(session, key=key, recipient=recipient, written=written, about=about)


def address_of(endpoint: str, language: str, **values: object) -> str:
    """Return the full address of a page in ``language``, inside or outside of a request."""
    language = _spoken_here(language)
    front = "" if language == SOURCE_LANGUAGE else f"/{language}"
    # What host it is built for is of no matter: only the path of it is used.
    paths = current_app.url_map.bind("localhost", script_name=front or "/")
    return f"{current_app.extensions['settings'].base_url}{paths.build(endpoint, values)}"


def _given_to_all(language: str) -> dict[str, Any]:
    return {
        "home": address_of(HOME, language),
        "address_of": partial(address_of, language=language),
    }


def _spoken_here(language: str) -> str:
    return language if language in LANGUAGES else SOURCE_LANGUAGE
