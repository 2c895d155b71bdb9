"""What the site is, and how fresh it is: numbers that anybody may hold us to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Session

from directory.choices import ConfirmedBy
from directory.freshness import Stage, stage_of
from directory.page_queries import ages_of_real_offers
from web.pages import Page


@dataclass(frozen=True)
class Freshness:
    """How old what is told about offers is.

    ``by_groups`` are confirmed by those who run them or by a moderator, and ``median_days`` is the
    age of that: half are younger and half older. None where none is confirmed so.
    """

    offers: int
    by_groups: int
    median_days: int | None
    from_documents: int
    overdue: int
    silent: int


@dataclass(frozen=True)
class AboutPage(Page):
    """What this is, who answers for it, and how fresh it is."""

    template: ClassVar[str] = "directory/about.html"

    freshness: Freshness


@dataclass(frozen=True)
class Age:
    """So many offers that are alike in when and by whom they were confirmed, and when that is due."""

    offers: int
    confirmed_on: date | None
    confirmed_by: ConfirmedBy | None
    due_on: date | None


def about_page(session: Session, today: date) -> AboutPage:
    ages = [
        Age(offers, confirmed_on, confirmed_by, due_on)
        for offers, confirmed_on, confirmed_by, due_on in ages_of_real_offers(session)
    ]
    return AboutPage(freshness_of(ages, today))


def freshness_of(ages: Iterable[Age], today: date) -> Freshness:
    """Add up. A document or a feed that tells a date is nobody who knows, so it confirms nothing."""
    every = list(ages)
    told = [one for one in every if _is_told_by_people(one)]
    stages = dict.fromkeys(Stage, 0)
    for one in every:
        stages[stage_of(one.due_on, today)] += one.offers
    return Freshness(
        offers=sum(one.offers for one in every),
        by_groups=sum(one.offers for one in told),
        median_days=_median_days(told, today),
        from_documents=sum(one.offers for one in every if one.confirmed_by == ConfirmedBy.DOCUMENT),
        overdue=stages[Stage.OVERDUE],
        silent=stages[Stage.SILENT],
    )


def _is_told_by_people(one: Age) -> bool:
    by_people = {ConfirmedBy.ORGANISATION, ConfirmedBy.MODERATOR}
    return one.confirmed_on is not None and one.confirmed_by in by_people


def _median_days(told: list[Age], today: date) -> int | None:
    """Return the age of the one in the middle; of two in the middle, of the older."""
    days = sorted(((today - one.confirmed_on).days, one.offers) for one in told if one.confirmed_on)
    middle = sum(offers for _days, offers in days) // 2
    for age, offers in days:
        if middle < offers:
            return max(age, 0)
        middle -= offers
    return None
