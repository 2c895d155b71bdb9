"""YAML read with everything refused that could trick, explode or silently lose something."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Final

import yaml

LARGEST_FILE_BYTES: Final = 5_000_000
DEEPEST_NESTING: Final = 20
LONGEST_NUMBER: Final = 40
MERGE: Final = "tag:yaml.org,2002:merge"

Construct = Callable[[Any, yaml.ScalarNode], object]


class UnreadableFileError(Exception):
    """A file that cannot be taken in as it stands; the message says why, without its name."""


class _Loader(yaml.CSafeLoader):
    """The safe loader, except that a key given twice is a fault instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key_node, _value in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key_node.tag == MERGE:
                raise UnreadableFileError(f"line {line}: the key << is not allowed")
            if key in seen:
                raise UnreadableFileError(f"line {line}: the key {key} stands twice")
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def _or_text(construct: Construct) -> Construct:
    """Leave 2019-02-30 or a number without end as text, to be refused where it stands."""

    def value_or_text(loader: _Loader, node: yaml.ScalarNode) -> object:
        try:
            return node.value if len(node.value) > LONGEST_NUMBER else construct(loader, node)
        except (ValueError, OverflowError):
            return node.value

    return value_or_text


for _kind, _construct in (
    ("int", _Loader.construct_yaml_int),
    ("float", _Loader.construct_yaml_float),
    ("timestamp", _Loader.construct_yaml_timestamp),
):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _or_text(_construct))


def read_yaml(file: Path) -> object:
    """Return what ``file`` holds. Raises UnreadableFileError for anything that is not plain YAML."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE_BYTES + 1)
        if len(content) > LARGEST_FILE_BYTES:
            raise UnreadableFileError(f"is larger than {LARGEST_FILE_BYTES // 1_000_000} MB")
        return parse_yaml(content.decode())
    except UnicodeDecodeError as error:
        raise UnreadableFileError("is not text in UTF-8") from error
    except OSError as error:
        raise UnreadableFileError(f"cannot be opened: {error.strerror}") from error


def parse_yaml(text: str) -> object:
    try:
        _refuse_tricks(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 -- _Loader is a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise UnreadableFileError(f"line {line}: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableFileError(f"is not YAML: {error}".splitlines()[0]) from error


def _refuse_tricks(text: str) -> None:
    """Go through the events before anything is built: aliases could make a small file enormous."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise UnreadableFileError(f"line {_line(event)}: anchors and aliases are not allowed")
        if getattr(event, "tag", None) is not None:
            raise UnreadableFileError(f"line {_line(event)}: tags are not allowed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST_NESTING:
            raise UnreadableFileError(f"line {_line(event)}: is nested too deep")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
