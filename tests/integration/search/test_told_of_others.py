"""With the real vocabulary: what is told of others keeps nobody from any interest there is."""

import pytest

from places.gazetteer import gazetteer
from search.reading import Reader, Reading
from tests.support.databases import vocabulary

INTERESTS = vocabulary().interests
READER = Reader(INTERESTS, vocabulary().effects, gazetteer())
GROUPS = {"relative": ("relatives_group", "al_anon"), "bereaved": ("grief_group",)}
TOLD = {"relative": "broren min ruser seg", "bereaved": "mistet bestevennen min i fjor"}


def _line(interest: str) -> list[str]:
    line = [interest]
    while (parent := INTERESTS[line[-1]].parent) is not None:
        line.append(parent)
    return line


def _read_beside(interest: str, whom: str) -> Reading:
    return READER.read(f"{TOLD[whom]}. {INTERESTS[interest].labels['nb']}")


@pytest.mark.parametrize("whom", GROUPS)
def test_whoever_asks_for_anything_else_is_not_shown_groups_for_others_alone(whom: str) -> None:
    named_after_a_problem = {"debt_advice"}
    # Beside a loss these tell what is missed, "være sammen med noen", and choose no activity.
    too_wide = {"relative": set(), "bereaved": {"physical", "calm", "social"}}[whom]
    outside = [one for one in INTERESTS if "talk" not in _line(one) or "twelve_step" in _line(one)]
    kept_out = [
        one
        for one in outside
        if one not in named_after_a_problem | too_wide
        and _read_beside(one, whom).for_whom is not None
    ]

    assert len(outside) > 100
    assert kept_out == []


@pytest.mark.parametrize("whom", GROUPS)
def test_whoever_asks_to_talk_is_shown_what_is_for_them(whom: str) -> None:
    for interest in ("talk", "conversation_group", *GROUPS[whom]):
        assert _read_beside(interest, whom).for_whom == whom


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("mannen min drikker ikke, vi vil på tur", ("walking",)),
        ("min venn drikker ikke alkohol, vi vil spille fotball", ("football",)),
        ("kona mi har sluttet å drikke, vi vil danse", ("dance",)),
        ("mistet en tann, vil klatre i Trondheim", ("climbing",)),
        ("help my son find football", ("football",)),
        ("datteren min på 15 vil danse", ("dance",)),
        ("telefonen min døde", ()),
        ("pappa drikker saft", ()),
    ],
)
def test_what_is_no_reason_to_look_for_others_is_none(
    text: str, interests: tuple[str, ...]
) -> None:
    reading = READER.read(text)

    assert (reading.interests, reading.for_whom) == (interests, None)
