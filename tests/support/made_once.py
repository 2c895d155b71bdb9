"""What is the same in every application of the tests and takes long to make: made once, and shared.

Each test has an application of its own, which is what keeps tests apart. Shared is only what nobody
changes afterwards: templates that are compiled, what builds addresses, the list of built files, and
the reader of one vocabulary.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import CodeType
from typing import Any
from unittest.mock import patch

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.routing import Rule
from whitenoise import WhiteNoise

from finder import answering
from places.gazetteer import Gazetteer
from search.reading import Reader

Readers = list[tuple[Any, Any, Gazetteer | None, Reader]]


class CompiledTemplates(BytecodeCache):
    """Keeps them in memory, by name and source."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._kept[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def made_once() -> Iterator[None]:
    """Let every application that is created meanwhile share what is the same in all of them."""
    with ExitStack() as stack:
        templates = {"bytecode_cache": CompiledTemplates()}
        stack.enter_context(patch.dict(Flask.jinja_options, templates))
        stack.enter_context(patch.object(Rule, "_compile_builder", _builders_once()))
        stack.enter_context(patch.object(WhiteNoise, "update_files_dictionary", _files_once()))
        stack.enter_context(patch.object(answering, "Reader", _readers_once()))
        yield


def _builders_once() -> Callable[..., Any]:
    """An address is put together the same way wherever its rule is the same."""
    ordinary = Rule._compile_builder
    kept: dict[Any, Any] = {}

    def compile_builder(rule: Rule, append_unknown: bool = True) -> Any:
        if rule.defaults:
            return ordinary(rule, append_unknown)
        key = (tuple(rule._trace), append_unknown)
        return kept.get(key) or kept.setdefault(key, ordinary(rule, append_unknown))

    return compile_builder


def _files_once() -> Callable[..., None]:
    """The files of a folder are looked up the first time, and are the same from then on."""
    ordinary = WhiteNoise.update_files_dictionary
    kept: dict[Any, Any] = {}

    def update_files_dictionary(server: WhiteNoise, root: str, prefix: str) -> None:
        if (root, prefix) not in kept:
            ordinary(server, root, prefix)
            kept[root, prefix] = dict(server.files)
        server.files |= kept[root, prefix]

    return update_files_dictionary


def _readers_once() -> Callable[..., Reader]:
    """A reader is made anew where the vocabulary is another, and not where it is only read again."""
    kept: Readers = []

    def reader(interests: Any, effects: Any, gazetteer: Gazetteer | None) -> Reader:
        for known, also_known, names, made in kept:
            if names is gazetteer and known == interests and also_known == effects:
                return made
        made = Reader(interests, effects, gazetteer)
        kept.append((interests, effects, gazetteer, made))
        return made

    return reader
