"""Another site that answers as a test says, and remembers what it was asked."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.support.serving import served


@dataclass(frozen=True)
class Answer:
    """What is said at a path. ``parts`` come ``seconds`` apart."""

    status: str = "200 OK"
    parts: tuple[bytes, ...] = (b"",)
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass
class OtherSite:
    """``answers`` by path, or by method and path; whatever else is asked for is not found."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    environs: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        query = environ.get("QUERY_STRING")
        self.asked.append((method, f"{path}?{query}" if query else path))
        self.environs.append(environ)
        missing = Answer("404 Not Found")
        answer = self.answers.get(f"{method} {path}", self.answers.get(path, missing))
        start_response(answer.status, list(answer.headers.items()))
        return self._parts(answer)

    @staticmethod
    def _parts(answer: Answer) -> Iterator[bytes]:
        for part in answer.parts:
            time.sleep(answer.seconds)
            yield part


@contextmanager
def other_site(**answers: Answer) -> Iterator[OtherSite]:
    site = OtherSite(answers=dict(answers))
    with served(site) as address:
        site.address = address
        yield site
