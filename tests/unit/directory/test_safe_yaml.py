"""Files that could trick, explode or lose something are refused, and quickly."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.safe_yaml import LARGEST_FILE_BYTES, UnreadableFileError, parse_yaml, read_yaml

BILLION_LAUGHS = "a: &a [x, x]\n" + "\n".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("a: &x 1\nb: *x", "line 1: anchors and aliases", id="alias"),
        pytest.param("a: 1\nb: &x 1", "line 2: anchors and aliases", id="anchor"),
        pytest.param(BILLION_LAUGHS, "line 1: anchors and aliases", id="billion laughs"),
        pytest.param("a: &a [*a]", "line 1: anchors and aliases", id="self-reference"),
        pytest.param("[" * 100_000, "nest", id="deep lists"),
        pytest.param("{a: " * 100_000, "nested too deep", id="deep maps"),
        pytest.param("- " * 1000 + "a", "nested too deep", id="deep items"),
        pytest.param("a: 1\nb: 2\na: 3", "line 3: the key a stands twice", id="key twice"),
        pytest.param(
            "a:\n- {id: 1, id: 2}", "line 2: the key id stands twice", id="key twice inside"
        ),
        pytest.param("<<: {a: 1}\na: 2", "line 1: the key << is not allowed", id="merge"),
        pytest.param("!!python/object/apply:os.getcwd []", "line 1: tags", id="python object"),
        pytest.param("a: !!float x", "line 1: tags", id="wrong tag"),
        pytest.param("a: [1", "line", id="unclosed"),
        pytest.param("a:\n\t- b", "line 2:", id="tab"),
        pytest.param("---\na: 1\n---\nb: 2", "line 3: but found another document", id="documents"),
        pytest.param("? [a]\n: b", "line 1: found unhashable key", id="list as key"),
        pytest.param("a: \0", "is not YAML: unacceptable character", id="control sign"),
    ],
)
def test_what_could_trick_is_refused_with_its_line(text: str, reason: str) -> None:
    started = perf_counter()

    with pytest.raises(UnreadableFileError) as refusal:
        parse_yaml(text)

    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a: \xe6\xf8\xe5", "is not text in UTF-8"),
        ("a: æøå".encode("utf-16"), "is not text in UTF-8"),
        (b"#" * (LARGEST_FILE_BYTES + 1), "is larger than 5 MB"),
    ],
    ids=["Latin-1", "UTF-16", "too large"],
)
def test_a_file_that_is_no_text_of_ours_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "offers.yaml"
    file.write_bytes(content)
    started = perf_counter()

    with pytest.raises(UnreadableFileError, match=reason):
        read_yaml(file)

    assert perf_counter() - started < 5


def test_a_file_without_end_is_not_read_to_the_end() -> None:
    with pytest.raises(UnreadableFileError, match="is larger than 5 MB"):
        read_yaml(Path("/dev/zero"))


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"cannot be opened: [A-Z]"):
        read_yaml(tmp_path / name)


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "offers.yaml"
    file.write_bytes(b"a: 1\n#".ljust(LARGEST_FILE_BYTES, b"x"))

    assert read_yaml(file) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2019-05-01", {"a": date(2019, 5, 1)}),
        ("a: 2019-02-30", {"a": "2019-02-30"}),
        ("a: 0b_", {"a": "0b_"}),
        ("a: 63.4427", {"a": 63.4427}),
        ("a: 0301", {"a": 0o301}),
        ("a: '0301'", {"a": "0301"}),
        ("a: 18:00", {"a": 18 * 60}),
        ("a: æøå", {"a": "æøå"}),
        ("\ufeffa: 1", {"a": 1}),
        ("a: 1\r\nb: 2", {"a": 1, "b": 2}),
        ("", None),
    ],
)
def test_plain_values_are_read_as_yaml_means_them(text: str, value: object) -> None:
    assert parse_yaml(text) == value


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0x" + "f" * 5000, "9" * 5000 + ".0", "1:" * 50 + "1.5"]
)
def test_a_number_without_end_is_left_as_text(number: str) -> None:
    assert parse_yaml(f"a: {number}") == {"a": number}


@settings(max_examples=400)
@given(st.text(alphabet=st.sampled_from("abxef0159_ :-&*!<>[]{}'\"?|,#%@=\n\t\\.~_x")))
def test_any_text_is_read_or_refused_and_never_a_crash(text: str) -> None:
    with suppress(UnreadableFileError):
        parse_yaml(text)
