"""The sentences of made-up offers: joined from a table, true of what else the offer says."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, Final

from directory.safe_yaml import read_yaml
from seeds.example.draw import Lot, chance
from seeds.example.kinds import TALKING
from seeds.example.plan import Plan
from seeds.example.terms import FREE
from seeds.example.themes import Sentence
from seeds.example.whom import AGES

TABLE = Path(__file__).with_name("sentences.yaml")
MARKS: Final = {"nb": "Eksempel:", "nn": "Døme:", "en": "Example:"}

Entry = Mapping[str, Any]
Languages = tuple[str, ...]

_LANGUAGES: Final = Lot[Languages](
    (("nb", "nn", "en"), 84), (("nb",), 8), (("nb", "nn"), 3), (("nb", "en"), 5)
)
# How often a rule is also told in words. Of open use it always is: it is why people dare to come.
_TOLD_OF_RULE: Final = {
    "active_use": 1.0,
    "wish_to_stop": 0.6,
    "drug_free": 0.6,
    "sober_there": 0.6,
    "none": 0.2,
}
_MOST_FACTS: Final = (0, 1, 1, 2)


@lru_cache(maxsize=1)
def sentences() -> Mapping[str, Any]:
    """Return the table of sentences, read once in each process."""
    table: Any = read_yaml(TABLE)
    return table


def draw_languages(dice: Random) -> Languages:
    """Return the languages somebody has written the offer's texts in; bokmål is always among them."""
    return _LANGUAGES.draw(dice)


def summary(dice: Random, entry: Entry, plan: Plan, languages: Languages) -> dict[str, str]:
    """Return what the offer is, by language, marked as an example."""
    table = sentences()
    parts = [(dice.choice(table["openings"][plan.kind]), plan.theme)]
    if plan.also is not None:
        parts.append((dice.choice(table["also"]), plan.also))
    parts += [(sentence, plan.theme) for sentence in _closing(dice, entry, plan)]
    return {
        language: f"{MARKS[language]} "
        + " ".join(
            sentence[language].replace("{do}", theme.do[language]) for sentence, theme in parts
        )
        for language in languages
    }


def _closing(dice: Random, entry: Entry, plan: Plan) -> Iterator[Sentence]:
    table = sentences()
    family = plan.theme.family
    if chance(dice, 0.85):
        yield dice.choice(table["elsewhere"].get(plan.far or plan.kind, family.details))
    rule = entry["sobriety_rule"]
    if rule is not None and chance(dice, _TOLD_OF_RULE[rule]):
        stop_gambling = rule == "wish_to_stop" and family.id == "gambling"
        yield dice.choice(table["rules"]["stop_gambling" if stop_gambling else rule])
    facts = list(_facts(entry, plan))
    for fact in dice.sample(facts, min(len(facts), dice.choice(_MOST_FACTS))):
        yield dice.choice(table["facts"][fact])


def _talking(plan: Plan) -> bool:
    return plan.theme.family.id in TALKING


def _facts(entry: Entry, plan: Plan) -> Iterator[str]:
    """Yield what is true of the offer and worth a sentence."""
    told, talking = sentences()["told_of"], _talking(plan)
    usually = told["talking" if talking else "doing"]
    yield from (key for key in told.get(plan.kind, usually) if entry["access"].get(key))
    if entry["cost"] == FREE:
        yield "free"
    if entry["gender"] in {"women", "men"}:
        yield entry["gender"]
    yield from (name for name in ("youth", "seniors", "everyone") if entry["age"] == AGES[name])
    if entry["participants"] == "lived_experience":
        yield "lived_experience" if talking else "starting_again"
    elif entry["participants"] == "open_to_all":
        yield "open_to_all"


def first_visit(dice: Random, entry: Entry, plan: Plan, languages: Languages) -> dict[str, str]:
    """Return what happens the first time, by language."""
    table = sentences()["first_visits"]
    parts = [dice.choice(table[plan.far or plan.kind])]
    if plan.far is None and entry["access"].get("companion_first_time"):
        parts.append(dice.choice(table["companion"]))
    elif _talking(plan) and entry["access"].get("listening_ok"):
        parts.append(dice.choice(table["listening"]))
    elif chance(dice, 0.4):
        parts.append(dice.choice(table["closing"]))
    return joined(parts, languages)


def joined(parts: Sequence[Sentence], languages: Languages) -> dict[str, str]:
    return {language: " ".join(part[language] for part in parts) for language in languages}
