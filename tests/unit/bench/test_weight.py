"""The weight of a page: what is added up, and how long a chain the first sight waits for."""

import pytest

from bench.weight import Fetched, Weighed, depth, lines_of, named_by

PAGE = Fetched("/", "Document", 6300, None)
STYLE = Fetched("/site.css", "Stylesheet", 9800, "/")
IMPORTED = Fetched("/more.css", "Stylesheet", 1000, "/site.css")
SCRIPT = Fetched("/site.js", "Script", 1240, "/")


def weighed(*fetched, blocking=(), shift=0.0):
    return Weighed((PAGE, *fetched), blocking, shift)


def test_all_files_are_weighed_or_those_of_one_kind():
    page = weighed(STYLE, SCRIPT)

    assert page.kb() == 17.3
    assert page.kb("Script") == 1.2
    assert page.kb("Font") == 0


def test_a_style_that_the_page_names_is_one_round_trip_away():
    assert weighed(STYLE, SCRIPT, blocking=("/site.css",)).round_trips() == 1


def test_a_style_that_another_names_is_two_round_trips_away():
    blocking = ("/site.css", "/more.css")

    assert weighed(STYLE, IMPORTED, blocking=blocking).round_trips() == 2


def test_a_page_that_waits_for_nothing_waits_for_no_round_trip():
    assert weighed(SCRIPT).round_trips() == 0


def test_files_that_name_each_other_end():
    assert depth("/a.css", {"/a.css": "/b.css", "/b.css": "/a.css"}) == 1


@pytest.mark.parametrize(
    ("initiator", "namer"),
    [
        ({"type": "parser", "url": "/"}, "/"),
        ({"type": "script", "stack": {"callFrames": [{"url": ""}, {"url": "/a.js"}]}}, "/a.js"),
        ({"type": "other"}, None),
    ],
)
def test_who_named_a_file_is_read_from_what_the_browser_says(initiator, namer):
    assert named_by(initiator) == namer


def test_a_page_is_held_to_its_own_weight_and_to_standing_still():
    lines = {line.name: line for line in lines_of("home", weighed(STYLE, shift=0.05), 45)}

    assert (lines["home: over the line"].p95, lines["home: over the line"].target) == (16.1, 45)
    assert lines["home: over the line"].note == "document 6.3, stylesheet 9.8"
    assert (lines["home: layout shift"].p95, lines["home: layout shift"].target) == (0.05, 0)
