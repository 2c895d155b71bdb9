"""``flask match`` and ``flask search``: by options, as JSON, and line by line."""

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.commands import refused, run, succeed
from tests.support.factories import offer_entry, save, schedule_entry

TODAY = "2026-11-24"
CLIMBING = offer_entry(id="klatring", name="Klatring for alle", interests=["climbing"])
ONLINE = offer_entry(
    id="nettmote", name="Møte på nett", interests=["running"], sobriety_rule=None,
    schedules=[schedule_entry(venue=None, attendance="online")],
)  # fmt: skip
HELPLINE = offer_entry(
    id="telefonen", name="Telefonen", kind="signpost", interests=[],
    schedules=[schedule_entry(venue=None, attendance="phone", rrule=None, start_time=None)],
)  # fmt: skip


@pytest.fixture(autouse=True)
def _catalogue(session: Session) -> None:
    save(session, CLIMBING, ONLINE, HELPLINE)


def answered(app: Flask, person: dict[str, Any] | None = None, *words: str) -> dict[str, Any]:
    typed = None if person is None else json.dumps(person)
    found = json.loads(succeed(app, "match", "--json", *words, typed=typed))
    assert isinstance(found, dict)
    return found


def lines(app: Flask, *typed: str | bytes) -> tuple[int, list[dict[str, Any]]]:
    text = b"".join((one.encode() if isinstance(one, str) else one) + b"\n" for one in typed)
    result = app.test_cli_runner().invoke(args=["match", "--json", "--lines"], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_an_answer_has_the_parts_of_the_contract(app: Flask) -> None:
    found = answered(app, {"interests": ["climbing"], "place": "Trondheim", "today": TODAY})

    assert set(found) == {
        "understood", "matches", "widened", "nearest_beyond_km", "signposts", "did_you_mean",
        "considered", "ruled_out",
    }  # fmt: skip
    assert found["understood"]["interests"] == ["climbing"]
    assert set(found["understood"]["place"]) == {"name", "municipality", "lat", "lon", "precision"}
    first = found["matches"][0]
    assert set(first) == {
        "offer", "name", "score", "distance_km", "distance_is_exact", "municipality", "next",
        "attendance", "reasons", "caveats", "in_words",
    }  # fmt: skip
    assert (first["offer"], first["name"]) == ("klatring", "Klatring for alle")
    assert first["next"] == "2026-11-25T18:00:00+01:00"
    assert {reason["code"] for reason in first["reasons"]} >= {"interest", "distance", "soon"}
    assert all(set(reason) == {"code", "value", "points"} for reason in first["reasons"])
    assert {"code": "unconfirmed", "value": None} in first["caveats"]
    assert {"code": "place_approximate"} in first["caveats"]
    assert [one["offer"] for one in found["signposts"]] == ["telefonen"]
    assert found["widened"][0] == {"step": "radius", "from_km": 25.0, "to_km": 50.0}
    assert found["considered"] == 2


OPTIONS = (
    (("--interest", "climbing"), {"interests": ["climbing"]}),
    (("--interest", "climbing", "--interest", "running"), {"interests": ["climbing", "running"]}),
    (("--used-to-like", "running"), {"used_to_like": ["running"]}),
    (("--not-this", "climbing"), {"not_this": ["climbing"]}),
    (("--age", "19"), {"age": 19}),
    (("--age", "18-25"), {"age": "18-25"}),
    (("--place", "Trondheim"), {"place": "Trondheim"}),
    (("--municipality", "5001"), {"municipality": "5001"}),
    (("--lat", "63.4", "--lon", "10.4"), {"lat": 63.4, "lon": 10.4}),
    (("--place", "Oslo", "--max-km", "10"), {"place": "Oslo", "max_km": 10}),
    (("--when", "wed-evening"), {"when": ["wed-evening"]}),
    (("--situation", "wants_to_stop"), {"situation": "wants_to_stop"}),
    (("--for-whom", "relative"), {"for_whom": "relative"}),
    (("--peers", "peers"), {"peers": "peers"}),
    (("--goal", "meet_people"), {"goal": ["meet_people"]}),
    (("--must", "online"), {"musts": ["online"]}),
    (("--avoid", "hard"), {"avoid": ["hard"]}),
    (("--gender", "woman"), {"gender": "woman"}),
    (("--language", "en"), {"language": ["en"]}),
    (("--limit", "1"), {"limit": 1}),
    (("--text", "klatring i Trondheim"), {"text": "klatring i Trondheim"}),
)


@pytest.mark.parametrize(("words", "person"), OPTIONS)
def test_options_ask_what_json_asks(
    app: Flask, words: tuple[str, ...], person: dict[str, Any]
) -> None:
    by_options = answered(app, None, *words, "--today", TODAY)

    assert by_options == answered(app, person | {"today": TODAY})


def test_every_key_has_an_option() -> None:
    from finder.cli import match  # noqa: PLC0415 -- the command is needed here alone
    from finder.question_file import Question  # noqa: PLC0415

    options = {parameter.name for parameter in match.params}

    assert set(Question.model_fields) <= options


def test_plain_text_says_what_and_where_and_whom_to_turn_to(app: Flask) -> None:
    said = succeed(app, "match", "--place", "Trondheim", "--today", TODAY)

    assert "Klatring for alle" in said
    assert "Trondheim" in said
    assert "Telefonen" in said
    assert "Traceback" not in said


def test_plain_text_says_so_where_there_is_nothing(app: Flask) -> None:
    assert succeed(app, "match", "--for-whom", "bereaved").strip()


def test_an_empty_person_is_anybody(app: Flask) -> None:
    assert {one["offer"] for one in answered(app, {})["matches"]} == {"klatring", "nettmote"}


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ('{"age": 121}', "age"), ('{"colour": "blue"}', "colour"), ('{"lat": 63}', "lat"),
        ('{"interests": ["no_such"]}', "interests"), ('{"municipality": "9999"}', "municipality"),
        ('{"max_km": NaN}', "max_km"), ('{"today": "0001-01-01T00:00+23:00"}', "today"),
        ('{"age": ', "JSON"), ("[]", "object"), ("", "JSON"), ("[" * 50_000, "JSON"),
        ('{"age": 121, "text": "' + "a" * 10_000 + '"}', "text"),
    ],
)  # fmt: skip
def test_a_faulty_person_is_refused_in_plain_words(app: Flask, typed: str, named: str) -> None:
    said = refused(app, "match", "--json", typed=typed)

    assert any(named in line for line in said)
    assert not any("Traceback" in line for line in said)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--age", "121"), "age"), (("--age", "²"), "age"), (("--age", "9" * 5000), "age"),
        (("--age", "25-18"), "age"), (("--limit", "0"), "limit"), (("--lat", "63"), "lat"),
        (("--lat", "nan", "--lon", "1"), "lat"), (("--interest", "no_such"), "interests"),
        (("--must", "women", "--must", "men"), "musts"), (("--today", "tomorrow"), "today"),
    ],
)  # fmt: skip
def test_a_faulty_option_is_refused_in_plain_words(
    app: Flask, words: tuple[str, ...], named: str
) -> None:
    assert any(named in line for line in refused(app, "match", *words))


@pytest.mark.parametrize(
    "words",
    [("--nothing",), ("--limit", "few"), ("--lat", "north"), ("--json", "--lines", "--age", "19")],
)
def test_wrong_usage_is_told_apart(app: Flask, words: tuple[str, ...]) -> None:
    assert run(app, "match", *words).exit_code == 2


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ({"text": "noe for jente 16 Trondheim"}, {"gender": "woman"}),
        ({"text": "jente 16", "gender": "man"}, {"gender": "man"}),
        ({"text": "for kvinner"}, {"musts": ["women"]}),
        ({"text": "mannen min drikker"}, {}),
    ],
)
def test_who_the_person_was_taken_to_be_is_told(
    app: Flask, question: dict[str, Any], told: dict[str, Any]
) -> None:
    found = answered(app, question)["understood"]

    assert {key: found[key] for key in ("gender", "musts") if key in found} == told


def test_every_line_has_its_answer_in_order(app: Flask) -> None:
    exit_code, found = lines(
        app, '{"limit": 1}', '{"interests": ["running"]}', '{"interests": ["climbing"]}'
    )

    assert exit_code == 0
    assert len(found[0]["matches"]) == 1
    assert [one["understood"]["interests"] for one in found] == [[], ["running"], ["climbing"]]


def test_a_faulty_line_answers_with_its_fault_and_the_rest_go_on(app: Flask) -> None:
    exit_code, found = lines(
        app, "{}", '{"age": 121, "limit": 0}', '{"age": ', b'{"text": "\xe6"}', b"\xff\xfe",
        "[" * 50_000, '{"municipality": "9999"}', '{"colour": 1}', '{"limit": 1}',
    )  # fmt: skip

    assert exit_code == 1
    faulty = [list(one) == ["fault"] for one in found]
    assert faulty == [False, *[True] * 7, False]
    assert "age" in found[1]["fault"]
    assert "limit" in found[1]["fault"]
    assert len(found[-1]["matches"]) == 1


def test_lines_and_single_persons_have_the_same_answer(app: Flask) -> None:
    person = {"text": "klatring i Trondheim", "today": TODAY}

    _, (found,) = lines(app, json.dumps(person))

    assert found == answered(app, person)


def test_no_lines_have_no_answers(app: Flask) -> None:
    assert lines(app) == (0, [])


def test_a_search_is_understood_and_finds_words_wherever_they_are(app: Flask) -> None:
    found = json.loads(succeed(app, "search", "klatring", "--json"))

    assert found["understood"]["interests"] == ["climbing"]
    assert found["matches"][0]["offer"] == "klatring"
    assert "text" in {reason["code"] for reason in found["matches"][0]["reasons"]}
    assert "Klatring for alle" in succeed(app, "search", "klatring")


def test_a_search_in_vain_says_so(app: Flask) -> None:
    found = json.loads(succeed(app, "search", "xyzzy", "--json"))

    assert found["matches"] == []
    assert succeed(app, "search", "xyzzy").strip()
