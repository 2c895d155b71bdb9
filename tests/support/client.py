"""A test client that hands back no page unless it is a decent one."""

from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.page_checks import check_page

SIGNS_IN_OR_OUT = ("/inn/", "/konto/ut", "/resept/bli-med/")
WITHOUT_VALUE = {"submit", "button", "reset", "image", "file"}


class PageClient(FlaskClient):
    """A browser without script. Every answer it gets is looked over, whatever the test is about."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # Buffered, so that the files of the site are closed again.
        response = super().open(*args, **{"buffered": True} | kwargs)
        signs_in_or_out = any(part in response.request.path for part in SIGNS_IN_OR_OUT)
        assert "Set-Cookie" not in response.headers or signs_in_or_out, "visitors get no cookie"
        is_page = response.mimetype == "text/html" and not response.content_encoding
        if is_page and response.text and not response.location:
            check_page(response.text)
        return response

    def page(self, url: str, *, status: int = 200) -> BeautifulSoup:
        """Open ``url`` and return what it shows."""
        response = self.get(url)
        assert response.status_code == status, f"{url}: {response.status_code}\n{response.text}"
        return BeautifulSoup(response.text, "html.parser")

    def submit(self, url: str, /, **answers: str | Iterable[str]) -> TestResponse:
        """Open ``url``, fill in the form of the page the way a browser would, and send it."""
        form = self.page(url).select_one("main form[method=post]")
        assert form, f"{url} has no form to fill in"
        sent = dict(already_filled_in(form))
        for name, answer in answers.items():
            values = [answer] if isinstance(answer, str) else list(answer)
            check_offered(form, name, values)
            sent[name] = values
        return self.post(str(form["action"]), data=sent)


def already_filled_in(form: Tag) -> Iterator[tuple[str, list[str]]]:
    """Yield the fields of ``form`` with what a browser sends where nothing is touched."""
    names = {str(field["name"]): None for field in form.select("[name]")}
    for name in names:
        values = [value for field in fields(form, name) for value in values_of(field)]
        if values:
            yield name, values


def fields(form: Tag, name: str) -> list[Tag]:
    return [field for field in form.select("[name]") if field["name"] == name]


def values_of(field: Tag) -> list[str]:
    kind = str(field.get("type", "text"))
    if field.has_attr("disabled") or kind in WITHOUT_VALUE or field.name == "button":
        return []
    if field.name == "textarea":
        return [field.text]
    if field.name == "select":
        chosen = field.select("option[selected]") or field.select("option")[:1]
        return [str(option.get("value", option.text)) for option in chosen]
    if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
        return []
    return [str(field.get("value", "on" if kind in {"checkbox", "radio"} else ""))]


def check_offered(form: Tag, name: str, values: list[str]) -> None:
    """Fail where a person could not have given this answer in this form."""
    found = fields(form, name)
    assert found, f"the form has no field called {name}"
    choices = [field for field in found if field.get("type") in {"checkbox", "radio"}]
    offered = [str(field.get("value", "on")) for field in choices]
    for select in (field for field in found if field.name == "select"):
        offered += [str(option.get("value", option.text)) for option in select.select("option")]
    for value in values if offered else []:
        assert value in offered, f"{name} cannot be answered with {value!r}, only {offered}"
