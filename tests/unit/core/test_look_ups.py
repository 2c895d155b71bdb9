"""Which services may be asked is read from the settings, and a wrong word is refused with a sentence."""

from pathlib import Path

import pytest

from core.look_ups import LookUp
from core.settings import Settings, SettingsError, read_settings


def read(instance: Path, **environ: str) -> Settings:
    return read_settings({"INSTANCE_PATH": str(instance)} | environ)


def test_nobody_is_asked_by_itself(tmp_path: Path) -> None:
    for settings in (read(tmp_path), read(tmp_path, GEOCODER="none", REGISTER="none")):
        assert settings.geocoder is None
        assert settings.register is None


def test_a_service_is_named_with_its_usual_address_or_another(tmp_path: Path) -> None:
    usual = read(tmp_path, GEOCODER="kartverket", REGISTER="brreg")
    other = read(
        tmp_path,
        GEOCODER="nominatim:https://kart.example.org/sok/",
        REGISTER="brreg:http://127.0.0.1:81",
    )

    assert usual.geocoder == LookUp("kartverket", "https://ws.geonorge.no/adresser/v1")
    assert usual.register == LookUp("brreg", "https://data.brreg.no/enhetsregisteret/api")
    assert other.geocoder == LookUp("nominatim", "https://kart.example.org/sok")
    assert other.register == LookUp("brreg", "http://127.0.0.1:81")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GEOCODER", "google"),
        ("GEOCODER", "nominatim"),
        ("GEOCODER", "nominatim:kart.example.org"),
        ("GEOCODER", "nominatim:https://kart.example.org?a=b"),
        ("GEOCODER", "nominatim:https://me:word@kart.example.org"),
        ("GEOCODER", "none:https://kart.example.org"),
        ("REGISTER", "kartverket"),
        ("REGISTER", "brreg:file:///etc"),
    ],
)
def test_a_wrong_one_is_refused_with_a_sentence_that_begins_with_its_name(
    tmp_path: Path, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as refusal:
        read(tmp_path, **{name: value})

    [fault] = refusal.value.faults
    assert fault.startswith(name)
    assert fault.endswith(".")


def test_a_key_in_an_address_stays_out_of_faults_and_tracebacks(tmp_path: Path) -> None:
    settings = read(tmp_path, GEOCODER="nominatim:https://kart.example.org/hunter2")
    with pytest.raises(SettingsError) as refusal:
        read(tmp_path, GEOCODER="nominatim:site:hunter2@kart.example.org")

    assert "hunter2" not in repr(settings)
    assert "hunter2" not in str(refusal.value)
