"""The page of one offer: everything it shows, gathered before the template sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Final

from sqlalchemy.orm import Session

from directory import choice_words, offer_words
from directory.choices import OfferKind, SobrietyRule, Status
from directory.contact_words import ContactPoint, Way, contact_points, web_way
from directory.examples import is_example
from directory.freshness import LATE, Stage, stage_of_offer
from directory.freshness_words import lateness_in_words
from directory.meetings import Meeting, Next, meetings_of, next_of, reach_of
from directory.models import Offer, Schedule, Source
from directory.neutral_titles import title_of_offer
from directory.occurrences import is_over, upcoming
from directory.offer_words import Facts
from directory.page_queries import effect_labels, interest_labels
from directory.passages import Passage, passage
from directory.questions_to_ask import questions_about
from directory.time_words import is_always_on
from directory.timetables import timetable_of
from directory.wording import date_in_words
from web.languages import current_locale
from web.languages import gettext as _
from web.pages import Page

# With these rules a person who has slipped may wonder most whether the door is still open.
WONDERS_ABOUT_A_SLIP: Final = (SobrietyRule.DRUG_FREE, SobrietyRule.SOBER_THERE)
# What is longer would push the place and the way to get in touch out of sight on a phone.
LONGEST_IN_SIGHT: Final = 80


@dataclass(frozen=True)
class OfferPage(Page):
    """One offer: what you do, when next and where, and then all that is told and all that is not.

    ``title`` is what tabs and histories show. ``is_over`` tells that no time is left in its
    timetables. ``links_to_slip_page`` tells that the rule is one of being drug-free.
    ``lateness`` says that its steward has not answered in time, None where nobody is late.
    ``limits`` say who may come, where not everybody may. ``interests`` are ids with names.
    """

    template: ClassVar[str] = "directory/offer.html"

    offer_id: str
    name: str
    title: str
    kind: str
    is_example: bool
    is_over: bool
    is_stale: bool
    is_silent: bool
    is_signpost: bool
    has_calendar: bool
    links_to_slip_page: bool
    summary: Passage | None
    first_visit: Passage | None
    next: Next
    meetings: tuple[Meeting, ...]
    reach: str | None
    cost: str
    cost_note: Passage | None
    is_cost_note_short: bool
    sobriety: str
    limits: tuple[str, ...]
    capacity: str | None
    facts: tuple[Facts, ...]
    effects: tuple[Passage, ...]
    interests: tuple[tuple[str, Passage], ...]
    contacts: tuple[ContactPoint, ...]
    organisation: str
    organisation_site: Way | None
    questions: tuple[str, ...]
    confirmation: str
    lateness: str | None
    sources: tuple[tuple[str, Way | None], ...]


@dataclass(frozen=True)
class EndedPage(Page):
    """An offer that has ended: that it has, and ways on. ``ended_on`` is None where the day is not told."""

    template: ClassVar[str] = "directory/ended.html"

    name: str
    title: str
    is_example: bool
    organisation: str
    ended_on: str | None
    interests: tuple[tuple[str, Passage], ...]
    municipalities: tuple[tuple[str, str], ...]


def has_ended(offer: Offer, today: date) -> bool:
    """Tell whether it says so itself, or its last day has come, whatever its status."""
    return offer.status is Status.ENDED or (offer.ended_on is not None and offer.ended_on <= today)


def is_all_over(offer: Offer, today: date) -> bool:
    """Tell whether it had times and none is left, though nobody has said that it has ended."""
    timetables = [timetable_of(schedule, offer.ended_on) for schedule in offer.schedules]
    return bool(timetables) and all(is_over(timetable, today) for timetable in timetables)


def ended_page(session: Session, offer: Offer, now: datetime) -> EndedPage:
    language = current_locale().language
    meetings = meetings_of(offer, now, language)
    return EndedPage(
        name=offer.name,
        title=title_of_offer(offer),
        is_example=is_example(offer.id),
        organisation=offer.organisation.name,
        ended_on=date_in_words(offer.ended_on) if offer.ended_on else None,
        interests=_named(interest_labels(session, offer.interests), language),
        municipalities=_municipalities(meetings),
    )


def offer_page(session: Session, offer: Offer, now: datetime) -> OfferPage:
    """Return the page of a published offer as it stands at ``now``, an aware moment in Norway."""
    language, today = current_locale().language, now.date()
    cost_note = passage(offer.cost_note, language)
    effects = _named(effect_labels(session, offer.effects), language)
    stage = stage_of_offer(offer, today)
    return OfferPage(
        offer_id=offer.id,
        name=offer.name,
        title=title_of_offer(offer),
        kind=choice_words.kind_in_words(offer.kind),
        is_example=is_example(offer.id),
        is_over=is_all_over(offer, today),
        is_stale=offer_words.is_stale(offer.confirmation, today) or stage in LATE,
        is_silent=stage is Stage.SILENT,
        is_signpost=offer.kind is OfferKind.SIGNPOST,
        has_calendar=bool(schedules_to_keep(offer, now)),
        links_to_slip_page=offer.sobriety_rule in WONDERS_ABOUT_A_SLIP,
        summary=passage(offer.summary, language),
        first_visit=passage(offer.first_visit, language),
        next=next_of(offer, now),
        meetings=meetings_of(offer, now, language),
        reach=reach_of(offer),
        cost=offer_words.cost_in_words(offer),
        cost_note=cost_note,
        is_cost_note_short=cost_note is not None and len(cost_note.words) <= LONGEST_IN_SIGHT,
        sobriety=choice_words.sobriety_in_words(offer.sobriety_rule),
        limits=tuple(offer_words.limits_in_words(offer)),
        capacity=choice_words.capacity_in_words(offer.capacity) if offer.capacity else None,
        facts=offer_words.facts_of(offer),
        effects=tuple(words for _id, words in effects),
        interests=_named(interest_labels(session, offer.interests), language),
        contacts=contact_points(offer.contacts),
        organisation=offer.organisation.name,
        organisation_site=_site(offer.organisation.url),
        questions=questions_about(offer),
        confirmation=offer_words.confirmation_in_words(offer.confirmation),
        lateness=lateness_in_words(offer.rhythm.due_on, stage) if offer.rhythm else None,
        sources=tuple(_source(source) for source in offer.sources),
    )


def schedules_to_keep(offer: Offer, now: datetime) -> tuple[Schedule, ...]:
    """Return the schedules with a time ahead that belong in a calendar or a week.

    The hours of a telephone or an office are none, nor is what never closes: nobody has an
    appointment with them.
    """
    if offer.kind is OfferKind.SIGNPOST:
        return ()
    return tuple(schedule for schedule in offer.schedules if _is_to_keep(offer, schedule, now))


def _is_to_keep(offer: Offer, schedule: Schedule, now: datetime) -> bool:
    timetable = timetable_of(schedule, offer.ended_on)
    return not is_always_on(timetable) and bool(upcoming(timetable, now, limit=1))


def _named(
    labels: Mapping[str, Mapping[str, str]], language: str
) -> tuple[tuple[str, Passage], ...]:
    named = ((one, passage(texts, language)) for one, texts in labels.items())
    return tuple((one, words) for one, words in named if words is not None)


def _municipalities(meetings: Iterable[Meeting]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(one.municipality for one in meetings if one.municipality))


def _site(url: str | None) -> Way | None:
    return web_way(_("Nettside"), url) if url else None


def _source(source: Source) -> tuple[str, Way | None]:
    title = source.title
    if source.year is not None and str(source.year) not in title:
        title = _("%(title)s (%(year)s)", title=title, year=source.year)
    return title, web_way(title, source.url) if source.url else None
