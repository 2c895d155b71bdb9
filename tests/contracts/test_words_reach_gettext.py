"""No word that a visitor sees is put on a page past gettext, whichever file it is written in."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app import create_app
from core.db import db
from core.settings import read_settings
from directory.actions import save_batch
from directory.offer_files import read_offer_files
from places.gazetteer import gazetteer
from prescribing.codes.code import in_groups
from stewardship.confirming.seasons import christmas_of
from tests.support.client import PageClient
from tests.support.databases import ROOT, prepare, references
from tests.support.factories import save, save_asked, save_contact_point
from tests.support.page_types import (
    ASKED,
    ASKED_ABOUT_CHRISTMAS,
    CHOSEN,
    ENDED,
    PAGE_TYPES,
    UNKNOWN,
    PageType,
    sealed_words,
)
from tests.support.prescriptions import ENDED_ON_IT, save_every_face
from tests.support.pseudo_language import FRONT, mark_catalogue, pseudo_language
from tests.support.visible_words import outside_of_marks
from web.languages import LANGUAGES


@pytest.fixture(scope="module")
def marked_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The documented offers, every text of theirs between marks."""
    folder = tmp_path_factory.mktemp("marked")
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    app.test_client_class = PageClient
    with app.app_context():
        session = db.session()
        save_batch(session, read_offer_files(ROOT / "seeds" / "offers", references(), set()))
        save(session, ENDED)
        save_contact_point(session, CHOSEN[0])
        save_asked(session, CHOSEN[0], ASKED)
        save_asked(session, CHOSEN[0], ASKED_ABOUT_CHRISTMAS, christmas_of(2026).id)
        save_every_face(session, *CHOSEN, ended=ENDED["id"])
        mark_catalogue(session)
        db.session.remove()
    with pseudo_language():
        yield app
    app.extensions["offer_index"].close()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def words(marked_site: Flask) -> dict[str, str]:
    client = marked_site.test_client()
    return sealed_words(lambda path, answers: client.post(path, data=answers).location)


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Return what is the same in every language, and what visitors have typed themselves."""
    places = gazetteer().municipalities()
    return (
        {"Noe å gå til", "Norge"}
        # Times to change are typed in Norwegian, whatever the language of the page.
        | {"hver", "uke"}
        | {language.name for language in LANGUAGES.values()}
        | {place.name for place in places}
        | {place.county.name for place in places}
        | set(UNKNOWN)
        | set(in_groups(ENDED_ON_IT).split())
    )


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_every_word_on_a_page_has_been_through_gettext(
    marked_site: Flask, words: dict[str, str], names: set[str], kind: PageType
) -> None:
    client, path = marked_site.test_client(), FRONT + kind.path.format(**words)

    response = client.post(path, data=kind.answers) if kind.answers else client.get(path)

    assert response.status_code == kind.status
    assert 'dir="rtl"' in response.text
    assert outside_of_marks(response.text, names | set(kind.answers.values())) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Hei</p>",
        "<p>⟦سلام⟧ Hei</p>",
        "<p>⟦سلام ⟪torsdag⟫ سلام⟧</p>",
        '<img alt="Kart">',
        '<a title="Kart"></a>',
        '<input type="submit" value="Send">',
        '<a data-twice="Trykk to ganger"></a>',
        "<title>Hei</title>",
        '<meta name="description" content="Hei">',
    ],
)
def test_a_word_that_has_passed_by_is_found(markup: str) -> None:
    assert outside_of_marks(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>⟦سلام <a href='/hjelp'>Hei</a> hei⟧ 18.00 ✓</p>",
        "<p>⟦سلام ⟪⟦torsdag⟧⟫ سلام ⟪14⟫⟧</p>",
        '<a href="https://fire.no/om" data-module="exit" data-color="warm">fire.no</a>',
        "<p>Trondheim</p>",
        "<!-- Hei --><script>Hei</script>",
    ],
)
def test_what_has_been_through_or_is_a_name_passes(markup: str) -> None:
    assert outside_of_marks(markup, {"Trondheim"}) == []
