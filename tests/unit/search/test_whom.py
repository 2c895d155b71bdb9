"""For whom it is stands where it is asked for; what is only told never keeps anybody from a wish."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading import Reader
from search.whom import beside


@dataclass(frozen=True)
class Thing:
    """An interest with Norwegian words, and what it lies under."""

    words: tuple[str, ...]
    parent: str | None = None
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        return {"nb": self.words}


TREE = {
    "talk": Thing(("snakke", "noen å snakke med")),
    "grief_group": Thing(("sorg", "sorggruppe", "døde", "etterlatte"), "talk"),
    "relatives_group": Thing(("pårørende", "pårørendegruppe"), "talk"),
    "al_anon": Thing(("al-anon", "mannen min drikker"), "relatives_group"),
    "self_help": Thing(("selvhjelp",), "talk"),
    "conversation_group": Thing(("samtalegruppe",), "self_help"),
    "gambling_group": Thing(("gamble", "pengespill", "spillegruppe"), "self_help"),
    "twelve_step": Thing(("tolv trinn",), "self_help"),
    "na_meeting": Thing(("na-møte",), "twelve_step"),
    "debt_advice": Thing(("gjeld", "gjeldsrådgivning")),
    "climbing": Thing(("klatre", "klatring")),
    "football": Thing(("fotball",)),
    "gaming": Thing(("dataspill",)),
    "cafe": Thing(("kaffe",)),
    "dogs": Thing(("hund",)),
}
READER = Reader(TREE, {}, None)
ABOVE = {
    "grief_group": ("talk",),
    "talk": (),
    "climbing": (),
    "na_meeting": ("twelve_step", "self_help", "talk"),
}


@pytest.mark.parametrize(
    ("text", "for_whom"),
    [
        # Nothing else is asked for.
        ("mannen min drikker", "relative"),
        ("broren min døde, trenger noen å snakke med", "bereaved"),
        ("mamma drikker, vil ha samtalegruppe", "relative"),
        ("kjæresten min gambler", "relative"),
        ("mannen min gambler og vi har gjeld", "relative"),
        ("sønnen min ruser seg og spiller dataspill", "relative"),
        ("broren min døde, vil ikke spille fotball", "bereaved"),
        ("sorg", "bereaved"),
        # Something else is asked for.
        ("mistet bestevennen min i fjor, vil klatre", None),
        ("klatring, etter at broren min døde", None),
        ("mannen min drikker, jeg vil på na-møte", None),
        ("mamma drikker og jeg vil klatre", None),
        ("mannen min gambler, trenger gjeldsrådgivning", None),
        ("bekymret for sønnen min, han vil spille fotball", None),
        ("i sorg, vil klatre", None),
        # It is asked for outright.
        ("pårørende, vil klatre", "relative"),
        ("for pårørende, klatring", "relative"),
        ("mannen min drikker, vil klatre, er pårørende", "relative"),
        ("etterlatt, vil klatre", "bereaved"),
        ("sorggruppe og klatring", "bereaved"),
        ("al-anon og fotball", "relative"),
        ("broren min døde. noe for pårørende", "relative"),
        # It is told that it is not so.
        ("mannen min drikker ikke", None),
        ("mannen min drikker kaffe", None),
        ("hunden min døde", None),
    ],
)
def test_for_whom_is_what_is_asked_for_before_what_is_told(text: str, for_whom: str | None) -> None:
    assert READER.read(text).for_whom == for_whom


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("mannen min drikker ikke, vil klatre", ("climbing",)),
        ("mannen min drikker kaffe", ()),
        ("kjæresten min gambler ikke", ()),
        ("hunden min døde", ()),
        ("hunden min døde, vil ha hund", ("dogs",)),
        ("mistet bestevennen min, vil klatre", ("climbing",)),
    ],
)
def test_nothing_is_wished_for_in_what_is_told_in_vain(
    text: str, interests: tuple[str, ...]
) -> None:
    assert READER.read(text).interests == interests


def test_what_somebody_else_does_not_drink_is_not_turned_down() -> None:
    assert READER.read("mannen min drikker ikke kaffe").not_this == ()
    assert READER.read("mannen min drikker ikke alkohol").musts == ()


def test_beside_groups_for_the_bereaved_one_may_ask_to_talk_but_not_for_ones_own_use() -> None:
    assert beside("bereaved", ABOVE) == {"grief_group", "talk"}
    assert beside("relative", ABOVE) == frozenset()


TOLD = st.sampled_from(
    ["mannen min drikker", "mistet bestevennen min i fjor", "broren min døde", "mamma ruser seg"]
)
OUTSIDE = st.sampled_from(["klatring", "fotball", "na-møte", "dataspill", "gjeldsrådgivning"])


@given(TOLD, OUTSIDE)
def test_whatever_is_told_nobody_is_kept_from_what_they_ask_for(told: str, wish: str) -> None:
    alone, together = READER.read(told), READER.read(f"{told}, vil ha {wish}")

    assert alone.for_whom is not None
    assert together.for_whom is None
    assert READER.read(f"{wish}, {told}").for_whom is None
