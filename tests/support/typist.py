"""Somebody who types what is about a patient wherever the prescribers' side lets them type."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, cycle

from werkzeug.test import TestResponse

from accounts.form_tokens import FIELD, HEADER, new_form_token
from tests.support.client import PageClient
from tests.support.personal import ALL_AT_ONCE, CALLERS, HEADERS, PERSONAL
from tests.support.prescriber_side import IN_QUERIES, Form, Part, sealed_with
from tests.support.signing_in import cookie_name

# Whoever asks to prescribe is written to: it is their own address, and the one thing typed that is kept.
OWN = "kari.lege@example.org"
SHEET = {"items": [["klatrekveld", None]], "reasons": ["loneliness"]}
# So many of the sheets that one was led to are gone on with.
MOST_FOLLOWED = 8
# What has to be right for the rest of a form to be looked at.
RIGHT = {
    "/resept/bli-med": {"email": [OWN], "kind": ["gp"], "place": ["Trondheim"]},
    "/resept/praksis": {"place": ["Trondheim"]},
}
OWN_ADDRESS = ("/resept/bli-med", "email")
WORDS = frozenset({"code", "sealed", "word"})
ASKED_OF_A_PERSON = (
    *("text", "place", "age", "municipality", "interests", "used_to_like", "not_this", "when"),
    *("situation", "for_whom", "peers", "goal", "musts", "avoid", "gender", "language"),
)
# After these somebody may do less than before, or is somebody else.
LAST = re.compile(r"/(slutt|avslutt|avvis|godkjenn|fjern)$|/bli-med/")
SIGNS_IN = "/bli-med/"


class Typist:
    """Somebody who types what is about a patient wherever anything can be typed."""

    def __init__(self, part: Part, client: PageClient) -> None:
        self.app, self.client, self._part = part.app, client, part
        self.answers: list[tuple[str, int]] = []
        self._networks, self._values = count(1), cycle(PERSONAL.values())
        self._led_to: set[str] = set()

    def type_everywhere(self) -> None:
        self._into_queries()
        self._into_addresses()
        forms = self._part.forms_for(self.client)
        for form in (one for one in forms if not LAST.search(one.path)):
            self._into_form(form)
        self._into_sealed_words(sealed_with(self.app, one) for one in self._forged())
        self._into_sealed_words(sorted(self._led_to)[:MOST_FOLLOWED])
        last = [one for one in forms if LAST.search(one.path)]
        for form in sorted(last, key=lambda one: SIGNS_IN in one.path):
            self._into_form(form)
        self._without_a_form()

    def _into_queries(self) -> None:
        for path in self._part.addresses("GET"):
            for name in IN_QUERIES:
                self._send("GET", path, {name: [next(self._values)]})
            self._send("GET", path, {name: [ALL_AT_ONCE] for name in IN_QUERIES})
            answer = self._send("GET", path, {"fnr": [PERSONAL["national number"]]})
            is_theirs = not path.startswith("/moderering")
            if is_theirs and (answer.location or "").startswith("/inn"):
                self._sign_in_on_the_way(answer.location)

    def _sign_in_on_the_way(self, location: str) -> None:
        """Go where one was asked to sign in, which remembers where one was going."""
        page = self.client.page(location)
        going = page.select_one("input[name=til]")
        sent = {"email": [f"kari.{next(self._networks)}@example.org"]}
        self._send("POST", "/inn", sent | ({"til": [str(going["value"])]} if going else {}))

    def _into_addresses(self) -> None:
        for method in ("GET", "POST"):
            for value in (PERSONAL["name"], PERSONAL["national number"]):
                part = self._part.with_samples(**dict.fromkeys(WORDS, value))
                for path in part.addresses(method, WORDS):
                    self._send(method, path, {})

    def _into_sealed_words(self, words: Iterable[str]) -> None:
        for word in words:
            for method in ("GET", "POST"):
                part = self._part.with_samples(sealed=word)
                for path in part.addresses(method, frozenset({"sealed"})):
                    self._send(method, path, {})

    def _forged(self) -> Iterator[dict[str, object]]:
        """Yield what only somebody with the key could seal."""
        for name in ASKED_OF_A_PERSON:
            yield {"sheet": _sheet(question={name: next(self._values)})}
        yield {"sheet": _sheet(question={"text": ALL_AT_ONCE, "place": ALL_AT_ONCE})}
        yield {"sheet": _sheet(question={key: [ALL_AT_ONCE] for key in ASKED_OF_A_PERSON})}
        yield dict.fromkeys(ASKED_OF_A_PERSON, ALL_AT_ONCE)
        yield {"sheet": _sheet(question={ALL_AT_ONCE: True})}
        yield {"sheet": _sheet(items=[[PERSONAL["name"], None]])}
        yield {"sheet": _sheet(reasons=[PERSONAL["diagnosis"]])}
        yield {"sheet": _sheet(heading=PERSONAL["name"])}
        yield {"sheet": _sheet(items=[["klatrekveld", PERSONAL["note"]]])}
        yield {"sheet": _sheet(plan_from=PERSONAL["birth date of a form"])}
        yield {"sheet": _sheet(**{ALL_AT_ONCE: ALL_AT_ONCE})}
        # What somebody was answered before, from which a sheet can begin.
        yield {"week": [PERSONAL["name"]], "text": ALL_AT_ONCE}
        yield {"text": f"klatring, {ALL_AT_ONCE}", "place": PERSONAL["address"], "age": 50}

    def _into_form(self, form: Form) -> None:
        """Fill in one field after the other with what is about a patient, and then all of them."""
        right = form.filled | RIGHT.get(form.path, {})
        others = [name for name in form.fields if (form.path, name) != OWN_ADDRESS]
        self._send(form.method, form.path, right)
        for name in others:
            for value in (ALL_AT_ONCE, next(self._values)):
                self._send(form.method, form.path, right | {name: [value]})
        self._send(form.method, form.path, right | {name: [next(self._values)] for name in others})
        extra = {name: [ALL_AT_ONCE] for name in ("patient", "navn", "text")}
        self._send(form.method, form.path, right | extra)

    def _without_a_form(self) -> None:
        paths = self._part.addresses("POST")
        for path in sorted(paths, key=lambda one: LAST.search(one) is not None):
            sent = {name: [ALL_AT_ONCE] for name in (*IN_QUERIES, *ASKED_OF_A_PERSON)}
            self._send("POST", path, sent | RIGHT.get(path, {}))
            self._send("POST", path, sent, as_json=True)

    def _send(
        self, method: str, path: str, sent: dict[str, list[str]], *, as_json: bool = False
    ) -> TestResponse:
        token = self._token() if method == "POST" else {}
        told: dict[str, object] = {"query_string": sent}
        if method == "POST":
            told = {"json": sent} if as_json else {"data": sent | token}
            told["query_string"] = {"text": ALL_AT_ONCE}
        answer = self.client.open(
            path,
            method=method,
            headers=HEADERS | ({HEADER: token[FIELD]} if token else {}),
            # A network of its own for each, so that nothing is refused for being one too many.
            environ_base={"REMOTE_ADDR": f"{CALLERS}{next(self._networks):x}::1"},
            **told,
        )
        sealed = re.fullmatch(r"/resept/([^/#?]{60,})(#.*)?", answer.location or "")
        self._led_to |= {sealed[1]} if sealed else set()
        self.answers.append((f"{method} {self._rule_of(method, path)}", answer.status_code))
        return answer

    def _rule_of(self, method: str, path: str) -> str:
        with self.app.test_request_context(path, method=method) as context:
            rule = context.request.url_rule
        return rule.rule if rule else path

    def _token(self) -> dict[str, str]:
        """Return the hidden field that every form of somebody signed in has."""
        cookie = self.client.get_cookie(cookie_name(self.client))
        return {FIELD: new_form_token(cookie.value)} if cookie else {}


def _sheet(**instead: object) -> dict[str, object]:
    return SHEET | instead
