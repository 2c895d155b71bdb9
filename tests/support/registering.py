"""A group that puts itself in, as a browser without script does it."""

from collections.abc import Mapping
from typing import Final

from tests.support.client import PageClient

# What a climbing group in Trondheim answers, page by page.
ANSWERS: Final[Mapping[str, Mapping[str, str | list[str]]]] = {
    "navn": {"name": "Klatring på tirsdag", "behind": "organisation", "organisation": "Tauet"},
    "hva": {
        "kind": "activity",
        "summary": "Vi klatrer sammen. Du kan låne sko.",
        "interests": ["climbing"],
    },
    "sted": {
        "attendance": "in_person",
        "venue_name": "Hallen",
        "address": "Storgata 1",
        "postcode": "7011",
    },
    "tid": {"times_0": "hver tirsdag 18–20"},
    "tider": {},
    "hvem": {"audience": ["self"], "youngest": "18", "gender": "any"},
    "regler": {"sobriety_rule": "sober_there", "medication_ok": "yes"},
    "pris": {"is_free": "costs", "per_time": "30"},
    "forste-gang": {"first_visit": "Vi møter deg i døra.", "companion_first_time": "yes"},
    "kontakt": {"email": "tauet@example.org", "belongs": "group"},
    "deg": {
        "email": "Kari@example.org",
        "way": "call",
        "whom": "Ola, 22 00 00 00",
        "mail_language": "nn",
    },
}


def begin(client: PageClient) -> str:
    """Start, and return the word in the address that the answers are kept under."""
    response = client.submit("/meld-inn")
    assert response.status_code == 303, response.status_code
    return response.location.split("/")[2]


def answer_all(client: PageClient, word: str, **instead: Mapping[str, str | list[str]]) -> None:
    for slug, answers in ANSWERS.items():
        answer(client, word, slug, **(instead.get(slug.replace("-", "_")) or answers))


def answer(client: PageClient, word: str, slug: str, **answers: str | list[str]) -> str:
    """Answer one page, and return where it leads."""
    response = client.submit(f"/meld-inn/{word}/{slug}", **answers)
    assert response.status_code == 303, f"{slug}: {response.status_code}\n{response.text}"
    return response.location
