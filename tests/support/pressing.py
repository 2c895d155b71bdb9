"""Pressing one of several buttons of a page, as somebody without script does."""

from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse

from tests.support.client import PageClient, already_filled_in, check_offered


def press(
    client: PageClient, url: str, button: str, /, **answers: str | Iterable[str]
) -> TestResponse:
    """Open ``url``, fill in the form that ``button`` stands in, and press it."""
    form = form_with(client.page(url), button)
    sent = dict(already_filled_in(form))
    for name, answer in answers.items():
        values = [answer] if isinstance(answer, str) else list(answer)
        check_offered(form, name, values)
        sent[name] = values
    return client.post(str(form["action"]), data=sent)


def form_with(page: BeautifulSoup, button: str) -> Tag:
    """Return the one form with a button that is called so."""
    found = [one for one in page.select("main form") if button in names_of_buttons(one)]
    assert len(found) == 1, f"{len(found)} forms have the button {button!r}"
    return found[0]


def names_of_buttons(part: Tag) -> list[str]:
    buttons = part.select("button")
    return [str(one.get("aria-label") or " ".join(one.text.split())) for one in buttons]
