"""What is kept of an offer's texts, and which words of a question are looked for."""

from hypothesis import given
from hypothesis import strategies as st

from search.analysis import Analysed, Analyser, OfferText, exact_key, question_words, stem_key

WORDS = st.lists(
    st.sampled_from(["klatring", "kor", "hunder", "ålesund", "kaffe", "tur"]), max_size=6
)


def analyse(offer: OfferText) -> Analysed:
    return Analyser().analyse(offer)


def weight(offer: OfferText, word: str) -> float:
    return analyse(offer).keys.get(stem_key(word), 0.0)


def test_a_word_weighs_by_where_it_stands() -> None:
    by_field = [
        weight(OfferText("x", name="klatring"), "klatring"),
        weight(OfferText("x", name="", aliases=("klatring",)), "klatring"),
        weight(OfferText("x", name="", interest_words=("klatring",)), "klatring"),
        weight(OfferText("x", name="", organisation="klatring"), "klatring"),
        weight(OfferText("x", name="", places=("klatring",)), "klatring"),
        weight(OfferText("x", name="", summaries=("klatring",)), "klatring"),
        weight(OfferText("x", name="kor"), "klatring"),
    ]

    assert by_field == sorted(by_field, reverse=True)
    assert len(set(by_field)) == len(by_field)


def test_the_words_of_an_interest_count_once_however_often_they_stand() -> None:
    once = OfferText("x", name="", interest_words=("klatre",))
    often = OfferText("x", name="", interest_words=("klatre", "klatre inne", "klatrer", "klatre"))

    assert weight(once, "klatre") == weight(often, "klatre")


def test_the_same_mention_is_worth_more_in_a_short_summary() -> None:
    short = OfferText("x", name="", summaries=("klatring for alle",))
    long = OfferText("x", name="", summaries=("klatring " + "kaffe vafler sofa " * 40,))

    assert weight(short, "klatring") > weight(long, "klatring") > 0


def test_stop_words_are_kept_in_names_only() -> None:
    offer = OfferText("x", name="Noe å gå til", summaries=("et sted som er fint",))

    keys = analyse(offer).keys

    assert exact_key("noe") in keys
    assert exact_key("som") not in keys


def test_all_words_are_there_to_correct_spelling_by() -> None:
    offer = OfferText("x", name="Buldrekveld", interest_words=("klatrehall",), places=("Ålesund",))

    assert analyse(offer).words == {"buldrekveld", "klatrehall", "ålesund"}


@given(WORDS, WORDS, WORDS)
def test_every_word_of_an_offer_can_be_found(
    name: list[str], summary: list[str], interests: list[str]
) -> None:
    offer = OfferText(
        "x", name=" ".join(name), summaries=(" ".join(summary),), interest_words=tuple(interests)
    )

    analysed = analyse(offer)

    assert all(stem_key(word) in analysed.keys for word in name + summary + interests)
    assert all(each > 0 for each in analysed.keys.values())


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_an_offer_is_the_same_beside_others_as_alone(
    offers: list[tuple[list[str], list[str]]],
) -> None:
    made = [
        OfferText(
            "x",
            name="Treff",
            organisation=" ".join(words),
            interest_words=tuple(interests),
            places=tuple(words),
        )
        for words, interests in offers
    ]
    analyser = Analyser()

    together = [analyser.analyse(offer) for offer in made]

    assert together == [analyse(offer) for offer in made]


def test_a_question_is_its_telling_words_each_once() -> None:
    assert question_words("Jeg liker klatring, KLATRING og hunder") == ["klatring", "hunder"]


def test_a_question_of_small_words_only_is_looked_for_as_it_is() -> None:
    assert question_words("noe til meg") == ["noe", "til", "meg"]


def test_fellowships_are_looked_for() -> None:
    assert question_words("na") == ["na"]
    assert question_words("AA i Oslo") == ["aa", "oslo"]


def test_a_long_question_is_cut() -> None:
    assert len(question_words(" ".join(f"ord{number}" for number in range(500)))) == 20
    assert question_words("x" * 10_000 + " kor") == []
