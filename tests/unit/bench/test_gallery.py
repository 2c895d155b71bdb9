"""The gallery: a name of its own for every picture, and every picture on the page that shows them."""

from itertools import product

from bs4 import BeautifulSoup

from bench.gallery import LANGUAGES, SCHEMES, SCREENS, Picture, index_of
from tests.support.page_types import PAGE_TYPES

ALL = [
    Picture(kind.name, *look) for kind, *look in product(PAGE_TYPES, LANGUAGES, SCREENS, SCHEMES)
]


def test_no_two_pictures_have_the_same_name():
    assert len({picture.file.casefold() for picture in ALL}) == len(ALL)


def test_a_name_is_one_that_any_file_may_have():
    assert Picture("/", "nb", "phone", "light").file == "home-nb-phone-light.jpg"
    assert (
        Picture("answers: found", "nn", "phone", "dark").file == "answers-found-nn-phone-dark.jpg"
    )


def test_the_page_shows_every_picture_under_its_type_of_page():
    page = BeautifulSoup(index_of(ALL), "html.parser")

    assert [heading.text for heading in page("h2")] == [kind.name for kind in PAGE_TYPES]
    assert [image["src"] for image in page("img")] == [picture.file for picture in ALL]


def test_a_name_with_signs_of_its_own_is_shown_as_it_is():
    page = BeautifulSoup(index_of([Picture("<b> & co", "nb", "phone", "dark")]), "html.parser")

    assert [heading.text for heading in page("h2")] == ["<b> & co"]
