"""Ways to reach somebody: a telephone dials digits, and nothing but a web address is followed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.contact_words import contact_points, telephone_link, web_way


def test_each_way_is_a_link_of_its_own_kind() -> None:
    (point,) = contact_points(
        [
            {
                "phone": "+47 900 00 001",
                "sms": "417 16 111",
                "email": "post@example.org",
                "chat": "https://www.example.org/chat",
                "url": "http://example.org/",
            }
        ]
    )

    assert [(way.label, way.words, way.href) for way in point.ways] == [
        ("Ring", "+47 900 00 001", "tel:+4790000001"),
        ("SMS", "417 16 111", "sms:41716111"),
        ("E-post", "post@example.org", "mailto:post@example.org"),
        ("Chat", "example.org/chat", "https://www.example.org/chat"),
        ("Nettside", "example.org", "http://example.org/"),
    ]
    assert [way.leads_away for way in point.ways] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("contact", "who"),
    [
        ({"name": "Kari", "role": "turleder"}, "Kari, turleder"),
        ({"name": "Kari", "role": None}, "Kari"),
        ({"role": "turleder"}, "turleder"),
        ({}, None),
    ],
)
def test_a_contact_is_called_by_what_is_told(contact: dict[str, str], who: str | None) -> None:
    (point,) = contact_points([contact | {"phone": "113"}])

    assert point.who == who


def test_a_contact_that_cannot_be_reached_is_left_out() -> None:
    assert contact_points([{"name": "Kari", "phone": None}]) == ()


@given(st.text(alphabet="+0123456789 -()a٣", max_size=20))
def test_a_telephone_link_has_nothing_but_digits_and_a_leading_plus(number: str) -> None:
    assert re.fullmatch(r"tel:\+?[0-9]*", telephone_link(number))


@given(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["javascript:alert(1)", "data:text/html,x", "JavaScript:x", " https://x"]),
    )
)
def test_nothing_but_a_web_address_is_followed(address: str) -> None:
    way = web_way("Chat", address)

    assert way.href is None or way.href.lower().startswith(("https://", "http://"))
    assert way.href is not None or way.words == address
