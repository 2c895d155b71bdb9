"""What fills the three places of a sheet."""

from prescribing.choices import Slot
from prescribing.minute.slots import Filled, filled
from prescribing.minute.traits import Trait

CLIMBING = Trait("activity", of_peers=False, has_company=False)
MET_AT_THE_DOOR = Trait("activity", of_peers=False, has_company=True)
GROUP = Trait("self_help_group", of_peers=True, has_company=False)
SCHEME = Trait("mentor_scheme", of_peers=True, has_company=False)
RUN_BY_PEERS = Trait("activity", of_peers=True, has_company=False)


def places(**traits: Trait) -> dict[Slot, tuple[str | None, bool]]:
    return {one.slot: (one.offer, one.is_shared) for one in filled(list(traits), traits)}


def test_each_place_has_its_own_offer() -> None:
    assert places(climbing=CLIMBING, group=GROUP, scheme=SCHEME) == {
        Slot.ACTIVITY: ("climbing", False),
        Slot.PEERS: ("group", False),
        Slot.COMPANY: ("scheme", False),
    }


def test_who_meets_one_at_the_door_is_the_company_too() -> None:
    assert places(climbing=MET_AT_THE_DOOR, group=GROUP)[Slot.COMPANY] == ("climbing", True)


def test_a_scheme_for_company_stands_before_what_is_shared() -> None:
    assert places(climbing=MET_AT_THE_DOOR, scheme=SCHEME)[Slot.COMPANY] == ("scheme", False)


def test_what_nobody_has_told_is_no_company() -> None:
    assert places(climbing=CLIMBING, group=GROUP)[Slot.COMPANY] == (None, False)


def test_one_offer_is_never_both_something_to_do_and_the_group_of_peers() -> None:
    assert places(climbing=RUN_BY_PEERS)[Slot.PEERS] == (None, False)
    assert places(climbing=CLIMBING, other=RUN_BY_PEERS)[Slot.PEERS] == ("other", False)


def test_a_scheme_is_no_group_of_peers() -> None:
    assert places(scheme=SCHEME)[Slot.PEERS] == (None, False)


def test_an_empty_sheet_has_three_empty_places() -> None:
    assert filled([], {}) == tuple(Filled(slot, None) for slot in Slot)
