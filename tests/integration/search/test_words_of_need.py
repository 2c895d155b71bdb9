"""With the real vocabulary and places: what people write who do not name what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.databases import vocabulary

INTERESTS = vocabulary().interests
READER = Reader(INTERESTS, vocabulary().effects, gazetteer())


def _top(interest: str) -> str:
    while (parent := INTERESTS[interest].parent) is not None:
        interest = parent
    return interest


PASTIMES = sorted(one for one in INTERESTS if _top(one) not in {"talk", "belief"})


# Somebody close


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "datteren min har begynt med noe piller, finnes det andre foreldre å snakke med",
            "relative",
        ),
        ("bekymret for en venn som ruser seg", "relative"),
        ("kona mi har spelt bort huset", "relative"),
        ("mannen min spiller bort pengene", "relative"),
        ("jeg er far til en 20-åring som bruker dop", "relative"),
        ("typen min drikker", "relative"),
        ("søsteren min har kjørt seg fast i rus", "relative"),
        ("jenta mi er syk av rus", "relative"),
        ("mannen min går på metadon", "relative"),
        ("pårørendesamtale", "relative"),
        ("sorgsamtale", "bereaved"),
        ("søsteren min døde i sommer og jeg klarer ikke være sammen med folk", "bereaved"),
        ("mistet kona, vil være sammen med noen", "bereaved"),
        ("mistet kona, vil gå tur", None),
        ("mistet kona i høst, trenger noe å gjøre", "bereaved"),
        ("mistet broren min, pleide å klatre", None),
        ("redd for en mann som følger etter meg", None),
        ("en mann som drikker for mye", None),
        ("mannen min spiller ball", None),
        ("foreldrene mine ruser seg og jeg vil ha noe annet å gjøre", None),
        ("kona drikker og jeg vet ikke hva jeg skal gjøre", "relative"),
    ],
)
def test_for_whom_something_is_looked_for(text: str, whom: str | None) -> None:
    assert READER.read(text).for_whom == whom


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("jeg er far til en 20-åring som bruker dop", None),
        ("mor til gutt 17", None),
        ("far til jente 15, trondheim", None),
        ("mamma til 2 på 12 og 15", None),
        ("bestemor til en gutt på 14", None),
        ("sønnen min er 15", None),
        ("har en sønn på 15, trenger noen å prate med", None),
        ("jeg er 16 og søsteren min er 19", 16),
        ("pårørende til 17-åring", None),
        ("mor til to, 34 år", 34),
        ("mamma til 3, 34 år, vil løpe", 34),
        ("kvinne 35, mor til gutt på 3", 35),
        ("for min mor på 80", 80),
        ("fotball for sønnen min på 12", 12),
        ("sønnen min er 22 og gamer, noe han kan være med på", 22),
    ],
)
def test_the_age_of_a_child_is_the_age_only_where_it_is_for_the_child(
    text: str, age: int | None
) -> None:
    reading = READER.read(text)

    assert (reading.age, reading.gender) == (age, "woman" if "kvinne" in text else None)


# Turned down, or not


@pytest.mark.parametrize(
    ("text", "wished", "unwanted"),
    [
        ("ikkje fotball, heller noko roleg", ("calm",), ("football",)),
        ("ikke strikking, heller sykling eller tur", ("cycling", "walking"), ("knitting",)),
        ("ikke fotball, heller ikke ski", (), ("football", "skiing")),
        ("not football, rather climbing", ("climbing",), ("football",)),
        ("ikke noe jævla selvhjelp", (), ("self_help",)),
        ("hater grupper", (), ()),
        ("liker ikke grupper", (), ()),
        ("orker ikke trene", (), ()),
        ("klarer ikke være sammen med folk", (), ()),
        ("tør ikke gå på klatring alene", ("climbing",), ()),
        ("tør ikke dra på AA", ("aa_meeting",), ()),
        ("tør ikke synge", (), ()),
        ("gidder ikke fotball", (), ("football",)),
        ("jeg har sluttet å drikke, vil danse", ("dance",), ()),
        ("vil slutte å drikke", ("self_help",), ()),
        ("æ like å boks", ("boxing",), ()),
        ("en boks", (), ()),
        ("klarer ikke å slutte å spille", ("gambling_group",), ()),
        ("trenger litt hjelp til å komme i gang", (), ()),
        ("hjelpe til", ("volunteering",), ()),
        ("skriv det her", (), ()),
    ],
)
def test_what_is_wished_for_and_what_is_unwanted(
    text: str, wished: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    reading = READER.read(text)

    assert (reading.interests, reading.not_this) == (wished, unwanted)


@given(st.sampled_from(PASTIMES), st.sampled_from(PASTIMES), st.sampled_from(("heller", "helst")))
def test_what_somebody_would_rather_do_is_never_turned_down(
    first: str, other: str, rather: str
) -> None:
    labels = [INTERESTS[one].labels["nb"].lower() for one in (first, other)]

    assert other not in READER.read(f"ikke {labels[0]}, {rather} {labels[1]}").not_this or (
        first == other
    )


# Of a name of several words the first may say another thing.
IN_ONE_WORD = [one for one in PASTIMES if INTERESTS[one].labels["nb"].isalpha()]


@given(st.sampled_from(IN_ONE_WORD), st.sampled_from(("klarer", "orker", "tør")))
def test_what_is_out_of_reach_is_neither_wished_for_nor_excluded(interest: str, verb: str) -> None:
    reading = READER.read(f"{verb} ikke {INTERESTS[interest].labels['nb'].lower()}")

    assert interest not in (*reading.interests, *reading.not_this)


@pytest.mark.parametrize(
    ("text", "avoid"),
    [
        ("helst utan kristent", ("faith_based",)),
        ("uten at det blir kirkelig", ("faith_based",)),
        ("samtalegruppe utan tolv trinn", ("twelve_step",)),
        ("no twelve steps", ("twelve_step",)),
    ],
)
def test_a_way_of_working_can_be_turned_down(text: str, avoid: tuple[str, ...]) -> None:
    assert READER.read(text).avoid == avoid


# Needs


@pytest.mark.parametrize(
    ("text", "musts"),
    [
        ("noe uten å måtte prate", ("no_sharing",)),
        ("jeg orker ikke møte noen, kan jeg gjøre noe hjemmefra", ("online",)),
        ("yoga fra sofaen", ("online",)),
        ("something from home", ("online",)),
        ("kasta ut hjemmefra", ()),
        ("flytta hjemmefra", ()),
        ("orker ikke møte noen ansikt til ansikt", ("online",)),
        ("jeg går på Subutex, er det grupper som godtar det", ("medication_ok",)),
        ("er i LAR, klatring", ("medication_ok",)),
        ("mannen min går på metadon", ()),
        ("han lar meg klatre", ()),
        ("kan noen møte meg", ("companion",)),
        ("tør ikke å gå alene første gang", ("companion",)),
        ("tør ikkje gå til nokon gruppe aleine", ("companion",)),
        ("tør ikke være alene", ()),
        ("vil ikke si hva jeg heter", ("anonymous",)),
        ("eg vil ikkje seie kva eg heiter", ("anonymous",)),
        ("har aldri boksa før", ("beginners",)),
        ("aldri prøvd klatring", ("beginners",)),
        ("har aldri prøvd å slutte", ()),
        ("trapper er vanskelig for meg", ("step_free",)),
        ("jeg går dårlig", ("step_free",)),
        ("det går dårlig med meg", ()),
        ("bruker rullator", ("step_free",)),
    ],
)
def test_a_need_is_read_where_it_is_not_named(text: str, musts: tuple[str, ...]) -> None:
    assert READER.read(text).musts == musts


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("kvinne sying trondheim", "woman"),
        ("jente trondheim", "woman"),
        ("klatring mann", "man"),
        ("sying for meg som er kvinne", "woman"),
        ("boy band", None),
        ("man kor", None),
        ("vil møte noen som er mann", None),
        ("tur med kvinne", None),
    ],
)
def test_who_is_looking_tells_it_by_a_word_alone_and_asks_for_no_group_of_their_own(
    text: str, gender: str | None
) -> None:
    reading = READER.read(text)

    assert (reading.gender, reading.musts) == (gender, ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("english only, running", ("en",)),
        ("dårlig norsk, snakker arabisk", ("ar",)),
        ("snakker ikke norsk", ()),
    ],
)
def test_the_languages_somebody_speaks(text: str, language: tuple[str, ...]) -> None:
    assert READER.read(text).language == language


@pytest.mark.parametrize(
    ("text", "when"),
    [("drikker for mye i helgene", ()), ("drikker for mye, fri i helgene", ("weekend",))],
)
def test_when_somebody_drinks_is_not_when_they_can_come(text: str, when: tuple[str, ...]) -> None:
    assert READER.read(text).when == when


# Places that are everyday words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("åleine, Førde, 23 år", "Førde"),
        ("åleine, førde, 23 år", "Førde"),
        ("klatring Førde", "Førde"),
        ("bor i, Sola", "Sola"),
        ("19, Ski", "Ski"),
        ("jeg bor hos far, Ås", "Ås"),
        ("kor, ås, 19", None),
        ("vil klatre med Bo", None),
        ("kor, ski, 19", None),
        ("Klatring, Ski, Fotball", None),
        ("jeg liker Ski", None),
        ("JEG LIKER SKI", None),
        ("broren min Ask døde", None),
        ("vil snakke med Kari Moen", None),
        ("tur, natur, time", None),
        ("jeg vil klatre. Sand er fint", None),
    ],
)
def test_a_place_that_is_an_everyday_word_is_one_where_it_stands_as_a_name(
    text: str, place: str | None
) -> None:
    found = READER.read(text).place

    assert (found.name if found else None) == place


# Words that choose nothing


@pytest.mark.parametrize(
    "text",
    [
        "ta",
        "i stedet for",
        "klarer",
        "klart lol",
        "kor e det",
        "skriv",
        "kasta",
        "jævla",
        "grupper",
    ],
)
def test_verbs_and_fillers_are_not_searched_for(text: str) -> None:
    reading = READER.read(text)

    assert reading.rest in {"", "skriv"}
    assert reading.interests == ()


def test_a_letter_that_only_norwegian_has_is_not_lost_in_correcting() -> None:
    reading = READER.read("middag søndg")

    assert (reading.interests, reading.when) == (("shared_meal",), ("sun",))
