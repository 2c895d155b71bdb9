"""How each kind of offer usually is: what it is about, what it asks of people and who runs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from seeds.example import times
from seeds.example.draw import Lot
from seeds.example.themes import Theme

Choice = Lot[str | None]

# Families where people come to talk, and those nobody calls an activity.
TALKING: Final = frozenset({"self_help", "steps", "gambling", "relatives", "grief", "talk"})
_NO_ACTIVITIES: Final = TALKING | {"mentors", "courses", "money", "house"}


@dataclass(frozen=True)
class Usual:
    """The usual answers of one kind, which has ``share`` of every hundred offers.

    ``interests`` are what it can be about; none means whatever one can do together.
    """

    share: int
    interests: tuple[str, ...]
    rhythms: Lot[times.Rhythm]
    sobriety_rule: Choice
    participants: Choice
    led_by: Choice
    approach: Choice
    organisation: Choice
    format: str | None = None


_ORDINARY = Choice(("voluntary", 62), ("user_run", 14), ("public", 16), ("religious", 5), (None, 3))
_NEUTRAL = Choice((None, 70), ("neutral", 28), ("faith_based", 2))

USUAL: Final[dict[str, Usual]] = {
    "activity": Usual(
        share=55,
        interests=(),
        rhythms=times.USUAL,
        sobriety_rule=Choice(
            ("drug_free", 34), ("sober_there", 22), ("none", 22), (None, 20), ("wish_to_stop", 2)
        ),
        participants=Choice(
            ("mixed", 34), ("open_to_all", 30), ("lived_experience", 14), (None, 22)
        ),
        led_by=Choice(("volunteers", 42), ("peers", 20), ("professionals", 14), (None, 24)),
        approach=_NEUTRAL,
        organisation=_ORDINARY,
    ),
    "self_help_group": Usual(
        share=17,
        interests=(
            "self_help",
            "conversation_group",
            "twelve_step",
            "aa_meeting",
            "na_meeting",
            "gambling_group",
            "relatives_group",
            "al_anon",
            "adult_children",
            "grief_group",
        ),
        rhythms=times.TALKING,
        sobriety_rule=Choice(
            ("wish_to_stop", 60), ("none", 12), ("drug_free", 8), ("sober_there", 8), (None, 12)
        ),
        participants=Choice(("lived_experience", 85), ("mixed", 5), (None, 10)),
        led_by=Choice(("peers", 76), ("volunteers", 8), ("professionals", 4), (None, 12)),
        approach=Choice((None, 45), ("neutral", 50), ("faith_based", 5)),
        organisation=Choice(("user_run", 74), ("voluntary", 20), ("religious", 3), (None, 3)),
        format="small_group",
    ),
    "meeting_place": Usual(
        share=11,
        interests=(
            "social",
            "cafe",
            "shared_meal",
            "drop_in_house",
            "cooking",
            "board_games",
            "cinema",
            "gaming",
            "creative_workshop",
            "belief",
            "church_fellowship",
        ),
        rhythms=times.OPEN_DOORS,
        sobriety_rule=Choice(
            ("sober_there", 30), ("none", 26), ("drug_free", 15), ("active_use", 11), (None, 18)
        ),
        participants=Choice(
            ("mixed", 45), ("open_to_all", 25), ("lived_experience", 15), (None, 15)
        ),
        led_by=Choice(("volunteers", 42), ("professionals", 26), ("peers", 20), (None, 12)),
        approach=Choice((None, 66), ("neutral", 20), ("faith_based", 14)),
        organisation=Choice(("voluntary", 44), ("public", 28), ("user_run", 14), ("religious", 14)),
        format="open_house",
    ),
    "course": Usual(
        share=7,
        interests=(
            "recovery_course",
            "self_development_course",
            "debt_advice",
            "study_group",
            "mindfulness",
            "breathing",
            "yoga",
            "programming",
            "photography",
            "painting",
            "ceramics",
            "guitar",
            "music_production",
            "cooking",
            "sewing",
            "writing",
            "swimming",
        ),
        rhythms=times.TAUGHT,
        sobriety_rule=Choice(("none", 34), ("sober_there", 26), ("drug_free", 8), (None, 32)),
        participants=Choice(
            ("open_to_all", 36), ("mixed", 34), ("lived_experience", 8), (None, 22)
        ),
        led_by=Choice(("professionals", 56), ("volunteers", 16), ("peers", 10), (None, 18)),
        approach=_NEUTRAL,
        organisation=Choice(("public", 48), ("voluntary", 40), ("user_run", 8), ("private", 4)),
        format="group",
    ),
    "mentor_scheme": Usual(
        share=3,
        interests=("mentoring", "becoming_a_mentor"),
        rhythms=times.AGREED,
        sobriety_rule=Choice(("none", 30), ("wish_to_stop", 30), ("drug_free", 10), (None, 30)),
        participants=Choice(("lived_experience", 56), ("mixed", 22), (None, 22)),
        led_by=Choice(("peers", 62), ("volunteers", 24), (None, 14)),
        approach=_NEUTRAL,
        organisation=Choice(("voluntary", 50), ("user_run", 40), ("public", 10)),
        format="one_to_one",
    ),
    "follow_up_group": Usual(
        share=3,
        interests=(
            "recovery_course",
            "self_development_course",
            "conversation_group",
            "peer_support_talk",
            "job_training",
            "walking",
            "strength_training",
            "shared_meal",
        ),
        rhythms=times.TALKING,
        sobriety_rule=Choice(
            ("drug_free", 30), ("wish_to_stop", 26), ("sober_there", 14), (None, 30)
        ),
        participants=Choice(("lived_experience", 62), ("mixed", 14), (None, 24)),
        led_by=Choice(("professionals", 60), ("peers", 22), (None, 18)),
        approach=_NEUTRAL,
        organisation=Choice(("public", 66), ("voluntary", 22), ("user_run", 12)),
        format="small_group",
    ),
    "outreach": Usual(
        share=3,
        interests=("talk", "peer_support_talk", "cafe", "walking", "shared_meal"),
        rhythms=times.OPEN_DOORS,
        sobriety_rule=Choice(("active_use", 44), ("none", 36), (None, 20)),
        participants=Choice((None, 60), ("mixed", 30), ("lived_experience", 10)),
        led_by=Choice(("professionals", 50), ("volunteers", 26), ("peers", 16), (None, 8)),
        approach=Choice(("harm_reduction", 50), (None, 40), ("faith_based", 10)),
        organisation=Choice(("public", 52), ("voluntary", 34), ("religious", 14)),
    ),
}


def interests_of(kind: str, themes: Mapping[str, Theme]) -> tuple[Theme, ...]:
    """Return the themes an offer of ``kind`` can be about."""
    if wanted := USUAL[kind].interests:
        return tuple(themes[interest] for interest in wanted if interest in themes)
    return tuple(theme for theme in themes.values() if theme.family.id not in _NO_ACTIVITIES)
