"""Everything on the prescribers' side that somebody can type into, found from the site itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final, Self

from bs4 import BeautifulSoup, Tag
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from accounts.form_tokens import FIELD
from tests.support.client import PageClient, already_filled_in
from tests.support.routes import address, our_rules, with_numbers

PREFIXES: Final = ("/resept", "/r", "/moderering/praksiser", "/inn/annet-sted")
# What a link from another system may say, and what other pages understand.
IN_QUERIES: Final = (
    *("kommune", "alder", "grunn", "interesse", "skjema", "papir", "skrift", "til", "takk"),
    *("text", "navn", "fnr", "code", "state"),
)


@dataclass(frozen=True)
class Form:
    """Something to send: where to, how, and what a browser sends where nobody touches anything.

    ``fields`` are the names of all that can be filled in or pressed.
    """

    path: str
    method: str
    filled: dict[str, list[str]]
    fields: tuple[str, ...]


def rules_of_prescribers(app: Flask) -> list[Rule]:
    return [one for one in our_rules(app) if _is_theirs(one.rule)]


@dataclass(frozen=True)
class Part:
    """The addresses that begin in one way, with ``samples`` in place of their variables."""

    app: Flask
    begins: str
    samples: Mapping[str, str]

    def with_samples(self, **samples: str) -> Self:
        return replace(self, samples={**self.samples, **samples})

    def addresses(self, method: str, only_with: frozenset[str] = frozenset()) -> Iterator[str]:
        """Yield an address for each rule that takes ``method``; of those alone that have a variable."""
        for rule in rules_of_prescribers(self.app):
            is_wanted = not only_with or only_with & rule.arguments
            if is_wanted and rule.rule.startswith(self.begins) and method in (rule.methods or ()):
                told = {key: self.samples[key] for key in self.samples.keys() & rule.arguments}
                yield address(self.app, rule, **(with_numbers(rule, "1") | told))

    def forms_for(self, client: PageClient) -> tuple[Form, ...]:
        """Return the forms that ``client`` finds on the pages, each once by where it leads and has."""
        found: dict[tuple[str, ...], Form] = {}
        for path in self.addresses("GET"):
            response = client.get(path)
            if (
                response.mimetype == "text/html"
                and response.status_code < HTTPStatus.MULTIPLE_CHOICES
            ):
                for form in _forms(response, path):
                    found.setdefault((form.method, form.path, *form.fields), form)
        return tuple(found.values())


def _forms(response: TestResponse, path: str) -> Iterator[Form]:
    for form in BeautifulSoup(response.text, "html.parser").select("form"):
        fields = tuple(dict.fromkeys(str(one["name"]) for one in form.select("[name]")))
        yield Form(
            path=str(form.get("action") or path),
            method=str(form.get("method", "get")).upper(),
            filled=dict(already_filled_in(form)) | _pressed(form),
            fields=tuple(one for one in fields if one != FIELD),
        )


def _pressed(form: Tag) -> dict[str, list[str]]:
    """Return the first button's own value, and an answer to each question that is answered by a choice."""
    sent: dict[str, list[str]] = {}
    for one in form.select("button[name], input[type=radio][name]"):
        sent.setdefault(str(one["name"]), [str(one.get("value", ""))])
    return sent


def _is_theirs(rule: str) -> bool:
    return any(rule == one or rule.startswith((f"{one}/", f"{one}.")) for one in PREFIXES)


def sealed_with(app: Flask, value: dict[str, Any]) -> str:
    word: str = app.extensions["seal"].close(value)
    return word
