"""How offers are packed into bundles, and what comes out again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import bundles as bundling
from search.analysis import Analyser, OfferText
from search.bundles import bundles, changed_bundle, unpacked

WORDS = st.lists(st.sampled_from(["kor", "tur", "ålesund", "sjakk"]), min_size=1, max_size=4)


def offer(at: int, name: str) -> OfferText:
    return OfferText(f"o-{at}", name=name)


@given(st.lists(WORDS.map(" ".join), max_size=7), st.integers(1, 3))
def test_every_offer_comes_out_with_its_keys_and_weights(names: list[str], most: int) -> None:
    offers = [offer(at, name) for at, name in enumerate(names)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundling, "OFFERS_IN_A_BUNDLE", most)
        made = list(bundles(offers))

    found: dict[str, dict[str, float]] = {one.id: {} for one in offers}
    for bundle in made:
        for key, postings in bundle.postings.items():
            for position, weight in zip(*unpacked(postings), strict=True):
                found[bundle.offers[position]][key] = weight

    assert [one for bundle in made for one in bundle.offers] == [one.id for one in offers]
    assert found == {
        one.id: {key: np.float32(weight) for key, weight in Analyser().analyse(one).keys.items()}
        for one in offers
    }
    assert {bundle.turn for bundle in made} == {0}


def test_of_an_offer_given_twice_the_last_counts() -> None:
    bundle = changed_bundle(3, [offer(1, "Kor"), offer(2, "Tur"), offer(1, "Sjakk")], ["o-9"])

    assert (bundle.turn, bundle.offers, bundle.gone) == (3, ("o-1", "o-2"), ("o-9",))
    assert bundle.words == {"sjakk", "tur"}


@pytest.mark.parametrize(
    "damaged",
    [
        b"\x00" * 7,
        b"\x00" * 8,
        np.array([0], np.uint32).tobytes() + np.array([np.nan], np.float32).tobytes(),
        np.array([0], np.uint32).tobytes() + np.array([np.inf], np.float32).tobytes(),
        np.array([0], np.uint32).tobytes() + np.array([-1], np.float32).tobytes(),
    ],
)
def test_what_are_no_postings_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"weights|size"):
        unpacked(damaged)
