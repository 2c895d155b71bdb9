"""What a typed line is understood as, with a small vocabulary and a few places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.areas import Place
from search.found import Kind
from search.reading import Correction, Reader, Reading, Span


@dataclass(frozen=True)
class Thing:
    """An interest or effect with its words."""

    labels: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parent: str | None = None


def norwegian(*words: str) -> Thing:
    return Thing(synonyms={"nb": words})


INTERESTS = {
    "running": Thing(
        labels={"nb": "Løping", "nn": "Springing", "en": "Running"},
        synonyms={"nb": ("løpe", "jogge"), "en": ("run",)},
    ),
    "guitar": Thing({"nb": "Gitar"}, {"nb": ("spille gitar",), "en": ("guitar", "play guitar")}),
    "gaming": norwegian("spill", "data", "gaming"),
    "football": Thing({"nb": "Fotball"}, {"en": ("football",)}),
    "handball": norwegian("håndball"),
    "choir": norwegian("kor"),
    "climbing": norwegian("klatring", "klatre"),
    "swimming": norwegian("svømme"),
    "cooking": norwegian("lage mat"),
    "walking": norwegian("gå tur"),
    "dogs": norwegian("hund", "gå tur med hund"),
    "animals": norwegian("dyr"),
    "cars": norwegian("bil"),
    "skiing": norwegian("ski", "gå på ski"),
    "painting": norwegian("male"),
    "na_meeting": norwegian("na", "na-møte"),
    "aa_meeting": norwegian("aa", "anonyme alkoholikere"),
    "gambling_group": norwegian("pengespill", "gamble", "slutte å spille", "spillegruppe"),
    "relatives_group": norwegian("pårørende"),
    "climbing_without_rope": norwegian("klatring uten tau"),
    "learning_and_work": norwegian("jobb"),
}
EFFECTS = {
    "feel_mastery": norwegian("tro på meg selv", "nå et mål"),
    "try_something_new": norwegian("vet ikke hva jeg liker"),
    "be_outdoors": norwegian("ute"),
}


class SmallGazetteer:
    """Three places and a postcode; Ski only after a word that leads to a place."""

    _names = ("Trondheim", "Mo i Rana", "Ski")

    def longest_match(
        self, words: Sequence[str], start: int, *, stands_as_name: bool = False
    ) -> tuple[Place, int] | None:
        for name in self._names:
            parts = name.lower().split()
            at_start = [word.lower() for word in words[start : start + len(parts)]]
            led_to = start > 0 and words[start - 1].lower() == "i"
            if at_start == parts and (name != "Ski" or led_to):
                return _place(name), len(parts)
        return None

    def postcode(self, code: str) -> Place | None:
        return _place(f"{code} Trondheim") if code in {"7030", "2019"} else None

    def near_name(self, word: str, least_people: int) -> tuple[str, int] | None:
        return ("trondheim", 1) if word == "torndheim" else None


def _place(name: str) -> Place:
    return Place(name, "5001", 63.4, 10.4, "municipality", None)


READER = Reader(INTERESTS, EFFECTS, SmallGazetteer())


def read(text: str) -> Reading:
    return READER.read(text)


def place_name(reading: Reading) -> str | None:
    return reading.place.name if reading.place else None


def test_interest_place_and_age_are_read_from_one_line() -> None:
    reading = read("løping i Trondheim, 34 år")

    assert reading.interests == ("running",)
    assert reading.age == 34
    assert place_name(reading) == "Trondheim"
    assert reading.rest == ""
    assert reading.understood == (
        Span(0, 6, Kind.INTEREST, "running"),
        Span(9, 18, Kind.PLACE, "Trondheim"),
        Span(20, 25, Kind.AGE, "34"),
    )


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("spille gitar", ("guitar",)),
        ("jeg spiller gitar", ("guitar",)),
        ("lage mat", ("cooking",)),
        ("går tur med hunden min", ("dogs",)),
        ("gå tur", ("walking",)),
        ("klatring uten tau", ("climbing_without_rope",)),
        ("spiller", ()),
        ("jogger eller klatrer", ("running", "climbing")),
        ("I like to play guitar and run", ("guitar", "running")),
        ("loping", ("running",)),
        ("LØPING", ("running",)),
        ("na", ("na_meeting",)),
        ("NA-møter", ("na_meeting",)),
        ("nå vil jeg noe", ()),
        ("å komme ut", ()),
        ("AA", ("aa_meeting",)),
        ("mål", ()),
        ("male", ("painting",)),
        ("billig", ()),
        ("kor. Tur", ("choir",)),
        ("lage, mat", ()),
        ("løping, løping og løping", ("running",)),
    ],
)
def test_the_longest_and_closest_phrase_is_the_interest(
    text: str, interests: tuple[str, ...]
) -> None:
    assert read(text).interests == interests


def test_what_it_gives_is_a_goal_and_no_interest() -> None:
    assert read("vil tro på meg selv, være ute").goal == ("feel_mastery", "be_outdoors")
    assert read("vet ikke hva jeg liker") == Reading(
        goal=("try_something_new",),
        understood=(Span(0, 22, Kind.GOAL, "try_something_new"),),
    )


@pytest.mark.parametrize(
    ("text", "not_this", "interests"),
    [
        ("ikke fotball", ("football",), ()),
        ("ikkje fotball", ("football",), ()),
        ("not football", ("football",), ()),
        ("no football", ("football",), ()),
        ("uten fotball", ("football",), ()),
        ("alt unntatt fotball", ("football",), ()),
        ("bare ikke fotball", ("football",), ()),
        ("bortsett fra fotball", ("football",), ()),
        ("hater fotball", ("football",), ()),
        ("liker ikke å spille fotball", ("football",), ()),
        ("er ikke så glad i fotball", ("football",), ()),
        ("har ikke lyst på fotball", ("football",), ()),
        ("I don't like football", ("football",), ()),
        ("ikke fotball eller håndball", ("football", "handball"), ()),
        ("ikke fotball og håndball", ("football", "handball"), ()),
        ("ikke fotball, håndball eller kor", ("football", "handball", "choir"), ()),
        ("ikke fotball, håndball og kor", ("football", "handball", "choir"), ()),
        ("ikke fotball, håndball", ("football",), ("handball",)),
        ("alt annet enn fotball", ("football",), ()),
        ("anything but football", ("football",), ()),
        ("slipper fotball, liker kor", ("football",), ("choir",)),
        ("vil ikke spille fotball", ("football",), ()),
        ("ikke fotball, men kor", ("football",), ("choir",)),
        ("kor og ikke fotball", ("football",), ("choir",)),
        ("fotball liker jeg ikke", ("football",), ()),
        ("fotball er ikke noe for meg", ("football",), ()),
        ("ikke fotball. fotball", ("football",), ()),
        ("ikke bare fotball", (), ("football",)),
        ("hvorfor ikke fotball", (), ("football",)),
        ("vet ikke om jeg liker fotball", (), ("football",)),
        ("klarer ikke å slutte å spille", (), ("gambling_group",)),
        ("har ikke klatret på lenge", (), ("climbing",)),
        ("har ikke hund", (), ()),
        ("har ikke bil", (), ()),
        ("kan ikke svømme", (), ()),
        ("ikke dyr", (), ()),
        ("ikke for dyrt", (), ()),
        ("ikke gamble mer", (), ()),
        ("ikke spillegruppe", ("gambling_group",), ()),
        ("ikke alene, fotball", (), ("football",)),
        ("no vil eg spele fotball", (), ("football",)),
        ("ingen fotball", ("football",), ()),
        ("har ingen hund", (), ()),
        ("fotball nei takk", ("football",), ()),
        ("fotball? nei. kor", ("football",), ("choir",)),
        ("nei, kor", (), ("choir",)),
    ],
)
def test_only_what_is_turned_down_is_not_this(
    text: str, not_this: tuple[str, ...], interests: tuple[str, ...]
) -> None:
    reading = read(text)

    assert (reading.not_this, reading.interests) == (not_this, interests)


def test_a_place_a_time_or_a_must_that_is_turned_down_is_nothing() -> None:
    reading = read("ikke i Trondheim, ikke kveld, ikke gratis")

    assert (reading.place, reading.when, reading.musts) == (None, (), ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kor Trondheim", "Trondheim"),
        ("kor i mo i rana", "Mo i Rana"),
        ("7030", "7030 Trondheim"),
        ("sjakk 2019", "2019 Trondheim"),
        ("i 2019 begynte jeg", None),
        ("siden 2019", None),
        ("1500 meter", None),
        ("gå på ski", None),
        ("kor i Ski", "Ski"),
        ("ski i Ski", "Ski"),
        ("kor", None),
    ],
)
def test_a_place_is_read_where_one_is_meant(text: str, place: str | None) -> None:
    assert place_name(read(text)) == place


def test_the_first_of_two_places_is_taken() -> None:
    assert place_name(read("fra Mo i Rana, bor i Trondheim")) == "Mo i Rana"


def test_without_gazetteer_no_place_is_read() -> None:
    reading = Reader(INTERESTS, EFFECTS, None).read("kor i Trondheim")

    assert (reading.interests, reading.place, reading.rest) == (("choir",), None, "Trondheim")


@pytest.mark.parametrize(
    ("text", "musts"),
    [
        ("gratis", ("free",)),
        ("free", ("free",)),
        ("drug-free choir", ("alcohol_free",)),
        ("bare for kvinner", ("women",)),
        ("women only", ("women",)),
        ("for menn", ("men",)),
        ("for kvinner og menn", ()),
        ("for kvinner, for menn", ()),
        ("ei jente på 16", ()),
        ("men kor", ()),
        ("bruker rullestol", ("step_free",)),
        ("wheelchair", ("step_free",)),
        ("på nett", ("online",)),
        ("ikke på nett", ("in_person",)),
        ("in person", ("in_person",)),
        ("uten alkohol", ("alcohol_free",)),
        ("for nybegynnere", ("beginners",)),
        ("være anonym", ("anonymous",)),
        ("anonyme alkoholikere", ()),
        ("Anonyme Spillere", ()),
        ("drop-in", ("drop_in",)),
        ("uten henvisning", ("no_referral",)),
        ("jeg er edru", ("alcohol_free",)),
        ("koster ikke noe", ("free",)),
        ("har ikke råd", ("free",)),
        ("noen som blir med meg", ("companion",)),
        ("tør ikke gå alene", ("companion",)),
        ("torer ikkje gå åleine", ("companion",)),
        ("someone to go with", ("companion",)),
        ("bare lytte", ("no_sharing",)),
        ("slippe å snakke", ("no_sharing",)),
        ("just listen", ("no_sharing",)),
        ("jenteklubb", ("women",)),
        ("kvinneturgruppe", ("women",)),
        ("jenteklatregruppe", ("women",)),
        ("ikke jenteklubb", ()),
        ("anonymt, drop-in", ("anonymous", "drop_in")),
    ],
)
def test_explicit_words_are_musts(text: str, musts: tuple[str, ...]) -> None:
    assert read(text).musts == musts


@pytest.mark.parametrize(
    ("text", "for_whom"),
    [
        ("for pårørende", "relative"),
        ("for relatives", "relative"),
        ("jeg er etterlatt", "bereaved"),
        ("mistet sønnen min", "bereaved"),
        ("lost my brother", "bereaved"),
        ("mistet jobben", None),
        ("redd for å miste noen", None),
        ("ikke for pårørende", None),
        ("for meg selv", "self"),
        ("sønnen min ruser seg", "relative"),
        ("kor", None),
    ],
)
def test_for_whom_is_read_only_from_explicit_words(text: str, for_whom: str | None) -> None:
    assert read(text).for_whom == for_whom


def test_a_word_for_whom_may_be_an_interest_as_well() -> None:
    assert read("pårørende").interests == ("relatives_group",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("på engelsk", ("en",)),
        ("snakker arabisk", ("ar",)),
        ("in English", ("en",)),
        ("engelsk", ()),
        ("kan ikke norsk", ()),
    ],
)
def test_a_language_is_a_wish_where_it_is_spoken(text: str, language: tuple[str, ...]) -> None:
    assert read(text).language == language


def test_times_are_words_of_the_person_format() -> None:
    assert read("kor mandag, tirsdag kveld og i helga").when == (
        *("mon-evening", "tue-evening", "weekend"),
    )


def test_where_today_is_known_tomorrow_is_a_weekday_and_a_year_of_birth_an_age() -> None:
    reading = READER.read("kor i morgen kveld, født 2004", date(2026, 11, 25))

    assert (reading.when, reading.age) == (("thu-evening",), (21, 22))


def test_what_is_not_understood_is_left_for_searching_the_texts() -> None:
    reading = read("Jeg liker FIRE klatring i Trondheim, 19 år, og strikkekafé")

    assert reading.rest == "FIRE strikkekafé"


@pytest.mark.parametrize("text", ["ruser meg", "vil slutte å drikke", "rus"])
def test_a_situation_is_never_read_out_of_words(text: str) -> None:
    reading = read(text)

    assert (reading.interests, reading.not_this, reading.musts, reading.goal) == ((), (), (), ())
    assert reading.understood == ()


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("klatrekveld", ("climbing",)),
        ("jenteklatregruppe", ("climbing",)),
        ("hundegruppe", ("dogs",)),
    ],
)
def test_a_compound_is_about_an_interest(text: str, interests: tuple[str, ...]) -> None:
    assert read(text).interests == interests


def test_a_misspelt_word_is_told_beside_what_it_was_read_as() -> None:
    reading = read("hanbdall i Torndheim")

    assert (reading.interests, place_name(reading)) == (("handball",), "Trondheim")
    assert reading.corrections == (
        Correction(0, 8, "håndball"),
        Correction(11, 20, "Trondheim"),
    )
    assert read("hanbdall i Torndheim").rest == ""


def test_in_a_text_of_many_unknown_words_only_the_first_are_corrected() -> None:
    unknown = " ".join(["xqzw"] * 6)

    assert read(f"{unknown} hanbdall").interests == ()
    assert read(f"hanbdall {unknown}").interests == ("handball",)


def test_a_word_that_is_understood_is_never_taken_for_misspelt() -> None:
    assert all(read(text).corrections == () for text in ("kor", "handball", "ski i Ski", "mål"))


def test_only_the_first_two_thousand_characters_are_read() -> None:
    filling = "x " * 1000

    assert read("kor " + filling).interests == ("choir",)
    assert read(filling + "kor").interests == ()


PIECES = [
    *("kor", "fotball", "gå tur med hund", "Trondheim", "7030", "34 år", "mandag kveld", "gratis"),
    *("ikke", "ikkje", "uten", "eller", "og", "men", ",", ".", "på", "for kvinner", "pårørende"),
    *("18-25", "na", "nå", "xyz", "har", "bare", "i"),
]


@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_whatever_is_typed_gives_a_sound_reading(text: str) -> None:
    reading = read(text)

    assert set(reading.interests) <= INTERESTS.keys()
    assert set(reading.not_this) <= INTERESTS.keys()
    assert set(reading.interests).isdisjoint(reading.not_this)
    assert set(reading.goal) <= EFFECTS.keys()
    assert not {"women", "men"} <= set(reading.musts)
    assert all(0 <= span.start < span.end <= len(text) for span in reading.understood)
    assert all(0 <= each.start < each.end <= len(text) for each in reading.corrections)
    assert all(word in text for word in reading.rest.split())


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_reading_the_same_text_again_gives_the_same(text: str) -> None:
    assert read(text) == Reader(INTERESTS, EFFECTS, SmallGazetteer()).read(text)


@pytest.mark.parametrize(
    "text",
    ["orker ikke", "har mistet det", "dør etter", "kona vil", "i fjor", "fotball igjen"],
)
def test_what_is_only_a_way_of_speaking_is_not_searched_for(text: str) -> None:
    assert read(text).rest == ""


TREE = {
    "talk": norwegian("snakke"),
    "grief_group": Thing(synonyms={"nb": ("sorggruppe",)}, parent="talk"),
    "sport": norwegian("sport"),
    "football": Thing(synonyms={"nb": ("fotball",)}, parent="sport"),
}


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("sorggruppe, men orker ikke snakke med venner", ()),
        ("broren min døde, orker ikke snakke med venner", ()),
        ("ikke sport, men fotball", ()),
        ("fotball, men vil ikke snakke", ("talk",)),
        ("ikke fotball, men annen sport", ("football",)),
    ],
)
def test_what_is_asked_for_is_never_turned_down_with_what_it_lies_under(
    text: str, not_this: tuple[str, ...]
) -> None:
    assert Reader(TREE, {}, None).read(text).not_this == not_this


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("vil ikke møte noen ansikt til ansikt", "online"),
        ("ikke på nett", "in_person"),
        ("på nett", "online"),
    ],
)
def test_who_turns_down_one_way_to_meet_asks_for_the_other(text: str, must: str) -> None:
    assert read(text).musts == (must,)


@pytest.mark.parametrize(
    ("text", "avoid"),
    [
        ("samtalegruppe uten religion", ("faith_based",)),
        ("ikkje noko kristent", ("faith_based",)),
        ("something not religious", ("faith_based",)),
        ("trening, men ikke for hardt", ("hard",)),
        ("vil ikke snakke om rus", ("talk_about_drugs",)),
        ("kristent fellesskap", ()),
        ("hard trening", ()),
    ],
)
def test_what_is_to_be_avoided_is_read_where_it_is_said(text: str, avoid: tuple[str, ...]) -> None:
    assert read(text).avoid == avoid
