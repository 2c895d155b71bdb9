"""The index on disk: what it finds, in which order, and how it changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index import Hit, IndexMissingError, OfferIndex, OfferText

OFFERS = [
    OfferText(
        "buldring-alesund",
        name="Buldrekveld",
        aliases=("Bulder'n",),
        organisation="Ett skritt videre",
        summaries=("Vi klatrer lavt sammen hver uke.", "We climb together."),
        interest_words=("buldring", "klatring", "klatrehall"),
        places=("Utehallen", "Ålesund"),
    ),
    OfferText(
        "na-oya", name="NA Øya", interest_words=("na", "anonyme narkomane"), places=("Oslo",)
    ),
    OfferText("aa-byen", name="AA Midtbyen", places=("Trondheim",)),
    OfferText("kor-oslo", name="Koret Nattergal", summaries=("Nå synger vi.",), places=("Oslo",)),
    OfferText("turgruppe", name="Turgruppa", summaries=("Gå tur med hunden din i Oslo.",)),
    OfferText("hunder", name="Hunder og folk", places=("Tromsø",)),
]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[OfferIndex]:
    index = OfferIndex(tmp_path / "index")
    index.rebuild(OFFERS, 7)
    yield index
    index.close()


def found(index: OfferIndex, text: str) -> list[str]:
    return [hit.offer for hit in index.search(text)]


def test_a_fresh_index_holds_all_offers_and_its_number(index: OfferIndex) -> None:
    assert index.ids() == {offer.id for offer in OFFERS}
    assert index.number == 7


def test_every_field_is_searched(index: OfferIndex) -> None:
    for word in (
        "buldrekveld",
        "bulder'n",
        "skritt",
        "lavt",
        "together",
        "klatrehall",
        "utehallen",
    ):
        assert found(index, word) == ["buldring-alesund"]


@pytest.mark.parametrize(
    "text", ["Ålesund", "alesund", "aalesund", "ÅLESUND", "A\u030alesund", "Aalesund"]
)
def test_all_ways_to_write_a_place_find_it(index: OfferIndex, text: str) -> None:
    assert found(index, text) == ["buldring-alesund"]


@pytest.mark.parametrize("text", ["tromsø", "tromso", "tromsoe"])
def test_a_bare_or_doubled_letter_finds_the_norwegian_one(index: OfferIndex, text: str) -> None:
    assert found(index, text) == ["hunder"]


def test_inflections_find_each_other(index: OfferIndex) -> None:
    assert set(found(index, "hund")) == {"hunder", "turgruppe"}
    assert found(index, "klatrer") == found(index, "klatre") == ["buldring-alesund"]


def test_fellowships_are_found_by_their_short_names_alone(index: OfferIndex) -> None:
    assert found(index, "na") == ["na-oya"]
    assert found(index, "NA") == ["na-oya"]
    assert found(index, "aa") == ["aa-byen"]
    assert found(index, "nå") == []
    assert found(index, "å") == []


def test_a_name_stands_before_a_mention(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path)
    index.rebuild(
        [
            OfferText("a-summary", name="Torsdag", summaries=("kor",)),
            OfferText("b-place", name="Torsdag", places=("kor",)),
            OfferText("c-organisation", name="Torsdag", organisation="kor"),
            OfferText("d-interest", name="Torsdag", interest_words=("kor",)),
            OfferText("e-alias", name="Torsdag", aliases=("kor",)),
            OfferText("f-name", name="kor"),
        ],
        1,
    )

    order = found(index, "kor")
    index.close()

    assert order == ["f-name", "e-alias", "d-interest", "c-organisation", "b-place", "a-summary"]


def test_the_very_word_stands_before_its_inflection(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path)
    index.rebuild([OfferText("a", name="Hundene"), OfferText("b", name="Hunder")], 1)

    order = [found(index, "hunder"), found(index, "hundene")]
    index.close()

    assert order == [["b", "a"], ["a", "b"]]


def test_more_words_found_rank_higher(index: OfferIndex) -> None:
    assert found(index, "tur med hund i Oslo")[0] == "turgruppe"
    assert found(index, "hund Tromsø")[0] == "hunder"


def test_equals_stand_by_id(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path)
    index.rebuild([OfferText(id_, name="Kor") for id_ in ("c", "a", "d", "b")], 1)

    hits = index.search("kor", limit=3)
    index.close()

    assert hits == [Hit("a", 1.0), Hit("b", 1.0), Hit("c", 1.0)]


def test_scores_fall_from_one(index: OfferIndex) -> None:
    scores = [hit.score for hit in index.search("hund tur Oslo kor")]

    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@pytest.mark.parametrize("text", ["", "   ", "?!*", "eller", "finnesikke"])
def test_nothing_to_look_for_finds_nothing(index: OfferIndex, text: str) -> None:
    assert index.search(text) == []


@pytest.mark.parametrize(
    "text",
    ['kor"', "(kor", "kor*", "name:kor", "NOT kor", "kor^9", "kor~2", "[kor TO tur]", "ko?r kor"],
)
def test_no_sign_has_a_meaning(index: OfferIndex, text: str) -> None:
    assert "kor-oslo" in found(index, text)


@pytest.mark.parametrize("text", ["k*", "ko?", "narko*", "OR", "AND"])
def test_nothing_is_a_wildcard_or_an_operator(index: OfferIndex, text: str) -> None:
    assert index.search(text) == []


def test_ten_thousand_characters_are_no_burden(index: OfferIndex) -> None:
    assert found(index, "kor " * 2500) == ["kor-oslo"]


def test_an_update_replaces_adds_and_removes(index: OfferIndex) -> None:
    index.search("kor")

    index.update(
        [OfferText("kor-oslo", name="Strykekvartetten"), OfferText("ny", name="Sjakkveld")],
        removed=["hunder", "aldri-sett"],
        number=8,
    )

    assert index.number == 8
    assert index.ids() == {offer.id for offer in OFFERS} - {"hunder"} | {"ny"}
    assert found(index, "kor") == []
    assert found(index, "strykekvartetten") == ["kor-oslo"]
    assert found(index, "sjakkveld") == ["ny"]
    assert found(index, "hund") == ["turgruppe"]


def test_an_update_twice_over_changes_nothing_more(index: OfferIndex) -> None:
    change = [OfferText("ny", name="Sjakkveld")]

    index.update(change, ["hunder"], 8)
    once = (index.ids(), index.search("sjakkveld hund"))
    index.update(change, ["hunder"], 8)

    assert (index.ids(), index.search("sjakkveld hund")) == once


def test_many_small_updates_agree_with_a_rebuild(tmp_path: Path) -> None:
    stepwise, whole = OfferIndex(tmp_path / "one"), OfferIndex(tmp_path / "two")
    stepwise.rebuild([], 0)
    for number, offer in enumerate(OFFERS * 3, start=1):
        stepwise.update([offer], [], number)
    whole.rebuild(OFFERS, 18)

    answers = [
        [index.search(text) for text in ("hund Oslo", "klatring", "na", "koret")]
        for index in (stepwise, whole)
    ]
    for index in (stepwise, whole):
        index.close()

    assert answers[0] == answers[1]


def test_of_offers_changed_again_and_again_the_last_version_is_found(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path)
    index.rebuild([], 0)
    names: dict[str, str] = {}
    seen, expected = [], []

    for number in range(1, 25):
        changed, gone = f"o-{number % 7}", f"o-{(number + 3) % 7}"
        index.update([OfferText(changed, name=f"Kor nummer{number}")], [gone], number)
        names.pop(gone, None)
        names[changed] = f"nummer{number}"
        seen.append({offer: found(index, name) for offer, name in names.items()})
        expected.append({offer: [offer] for offer in names})
        seen.append({offer: [] for offer in found(index, "kor")})
        expected.append({offer: [] for offer in names})
    segments = list(tmp_path.rglob("*.seg"))
    index.close()

    assert seen == expected
    assert len(segments) < 10


def test_an_index_wears_out_with_changes_and_is_new_when_rebuilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.index.MOST_CHANGES", 3)
    index = OfferIndex(tmp_path)
    index.rebuild(OFFERS, 0)

    worn = [index.is_worn]
    for number in range(1, 4):
        index.update([OFFERS[0]], [], number)
        worn.append(index.is_worn)
    index.rebuild(OFFERS, 4)

    assert worn == [False, False, False, True]
    assert not index.is_worn
    index.close()


def test_an_earlier_change_than_the_index_knows_is_not_written(index: OfferIndex) -> None:
    index.update([OfferText("ny", name="Sjakkveld")], [], 6)

    assert (index.number, found(index, "sjakkveld")) == (7, [])


@pytest.mark.parametrize(("number", "is_built"), [(7, False), (8, True)])
def test_an_index_that_somebody_else_has_built_meanwhile_is_left_alone(
    index: OfferIndex, number: int, is_built: bool
) -> None:
    index.rebuild([], number, again=False)

    assert index.number == number
    assert (index.ids() == set()) == is_built


def test_an_empty_catalogue_is_an_index_too(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path)
    index.rebuild([], 3)

    assert (index.number, index.ids(), index.search("kor")) == (3, set(), [])
    index.close()


def test_before_anything_is_written_there_is_no_number(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path / "nowhere")

    assert index.number is None
    with pytest.raises(IndexMissingError):
        index.search("kor")
    with pytest.raises(IndexMissingError):
        index.update([], [], 1)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("buldrekvelld", "buldrekveld"),
        ("klatrehal i Ålesnd", "klatrehall i Ålesund"),
        ("kor", None),
        ("hund", None),
        ("na", None),
    ],
)
def test_misspelt_words_are_corrected_by_the_words_of_the_offers(
    index: OfferIndex, text: str, better: str | None
) -> None:
    assert index.did_you_mean(text) == better


def test_a_word_that_went_with_its_offer_is_not_proposed(index: OfferIndex) -> None:
    assert index.did_you_mean("nattergall") == "nattergal"

    index.update([], ["kor-oslo"], 8)

    assert index.did_you_mean("nattergall") is None


NAMES = st.lists(
    st.sampled_from(["kor", "tur", "hund", "ålesund", "na", "sjakk", "kaffe"]),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=8), NAMES, st.integers(1, 5))
def test_every_offer_with_a_word_is_found_and_no_other(
    tmp_path_factory: pytest.TempPathFactory, names: list[list[str]], asked: list[str], limit: int
) -> None:
    index = OfferIndex(tmp_path_factory.mktemp("index"))
    offers = [OfferText(f"o-{at}", name=" ".join(name)) for at, name in enumerate(names)]
    index.rebuild(offers, 1)

    everything = index.search(" ".join(asked), limit=100)
    some = index.search(" ".join(asked), limit=limit)
    index.close()

    expected = {f"o-{at}" for at, name in enumerate(names) if set(name) & set(asked)}
    assert {hit.offer for hit in everything} == expected
    assert some == everything[:limit]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_is_answered(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    index = _shared(tmp_path_factory)

    hits = index.search(text)

    assert all(0 < hit.score <= 1 for hit in hits)
    assert index.did_you_mean(text) != text


_kept: list[OfferIndex] = []


def _shared(tmp_path_factory: pytest.TempPathFactory) -> OfferIndex:
    """Return one index for all examples of a test that only reads."""
    if not _kept:
        index = OfferIndex(tmp_path_factory.mktemp("shared"))
        index.rebuild(OFFERS, 1)
        _kept.append(index)
    return _kept[0]


def test_a_word_meets_the_compounds_it_stands_in_below_the_word_itself(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path / "index")
    index.rebuild(
        [
            OfferText("spill", name="Spillkveld"),
            OfferText("klatring", name="Klatring"),
            OfferText("lang", name="Noe annet", summaries=("Vi sees en kveld. " + "ord " * 80,)),
        ],
        1,
    )

    assert found(index, "kveld") == ["lang", "spill"]
    assert found(index, "klatrekveld") == ["klatring"]
    assert found(index, "avhengig") == []


def test_a_misspelt_word_finds_what_is_nearest_and_a_right_one_only_itself(tmp_path: Path) -> None:
    index = OfferIndex(tmp_path / "index")
    index.rebuild(
        [
            OfferText("klatring", name="Klatring"),
            OfferText("garn", name="Garn og prat"),
            OfferText("kano", name="Kano"),
            OfferText("kino", name="Kino"),
        ],
        1,
    )

    assert found(index, "klattring") == ["klatring"]
    assert found(index, "klatrnig") == ["klatring"]
    assert found(index, "kino") == ["kino"]
    assert found(index, "barn") == []
    assert found(index, "kan") == []
