"""The facts of an offer that somebody has told, in plain words and gathered under a few headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel import Locale, UnknownLocaleError

from directory import choice_words
from directory.access_words import access_in_words
from directory.choices import Audience, ConfirmedBy, Gender, Topic
from directory.cost_words import cost_in_short
from directory.freshness import a_year_before
from directory.models import Confirmation, Offer
from directory.wording import date_in_words, listed, with_capital
from web.languages import current_locale
from web.languages import gettext as _

OLDEST_POSSIBLE: Final = 120
GETTING_STARTED: Final = (
    "companion_first_time",
    "drop_in",
    "sign_up",
    "referral_needed",
    "come_alone_ok",
    "anonymous_ok",
    "beginners_welcome",
    "equipment_lent",
    "step_free",
)
RULES: Final = ("alcohol_free_venue", "medication_ok", "welcome_after_slip")
WHAT_IT_IS_LIKE: Final = ("listening_ok", "talk_about_drugs_expected")


@dataclass(frozen=True)
class Facts:
    """Sentences under one heading."""

    heading: str
    sentences: tuple[str, ...]


def facts_of(offer: Offer) -> tuple[Facts, ...]:
    """Return what is told, in the order in which one wonders. A heading with nothing under it is left out.

    Times, places, price, room and the sobriety rule are not among them: a page shows those first.
    """
    groups = (
        Facts(_("For å komme i gang"), tuple(_told(offer, GETTING_STARTED))),
        Facts(_("Slik er det"), tuple(_what_it_is_like(offer))),
        Facts(_("Hvem det er for"), tuple(_who_it_is_for(offer))),
        Facts(_("Dette gjelder der"), tuple(_told(offer, RULES))),
    )
    return tuple(group for group in groups if group.sentences)


def cost_in_words(offer: Offer) -> str:
    """Return what it costs as a sentence, or that this is not told."""
    cost = with_capital(cost_in_short(offer.cost_per_time, offer.cost_per_year))
    return _("%(cost)s.", cost=cost)


def ages_in_words(offer: Offer) -> Iterator[str]:
    """Yield the age limit and who mostly comes, each where it is told."""
    if (limit := _limit(offer.age_min, offer.age_max)) is not None:
        yield limit
    if (typical := _typical(offer.age_typical_min, offer.age_typical_max)) is not None:
        yield typical


def limits_in_words(offer: Offer) -> Iterator[str]:
    """Yield which ages are told, and the gender an offer is kept for, if it is for one alone."""
    if (limit := _limit(offer.age_min, offer.age_max)) is not None:
        yield limit
    if offer.gender in {Gender.WOMEN, Gender.MEN}:
        yield choice_words.gender_in_words(offer.gender)


def languages_in_words(codes: list[str]) -> str | None:
    """Return «norsk bokmål og nordsamisk» for BCP 47 codes, None where none is told."""
    return listed(_language(code) for code in codes) if codes else None


def confirmation_in_words(confirmation: Confirmation | None) -> str:
    """Return when somebody last said that the entry is right, and who that was."""
    if confirmation is None or confirmation.confirmed_by is None:
        day = confirmation.confirmed_on if confirmation else None
        if day is None:
            return _("Ingen har bekreftet opplysningene ennå.")
        return _("Sist bekreftet %(day)s.", day=date_in_words(day))
    if confirmation.confirmed_on is None:
        return _undated(confirmation.confirmed_by)
    day_words = date_in_words(confirmation.confirmed_on)
    return {
        ConfirmedBy.ORGANISATION: _("Bekreftet %(day)s av dem som driver det.", day=day_words),
        ConfirmedBy.MODERATOR: _("Bekreftet %(day)s av oss som driver nettstedet.", day=day_words),
        ConfirmedBy.FEED: _("Hentet %(day)s fra deres egen liste.", day=day_words),
        ConfirmedBy.DOCUMENT: _(
            "Fra en kilde som gjelder %(day)s. De som driver det, har ikke bekreftet det til oss.",
            day=day_words,
        ),
    }[confirmation.confirmed_by]


def is_stale(confirmation: Confirmation | None, today: date) -> bool:
    """Tell whether the entry was never confirmed, or not in the last twelve months."""
    if confirmation is None or confirmation.confirmed_on is None:
        return True
    return confirmation.confirmed_on < a_year_before(today)


def _what_it_is_like(offer: Offer) -> Iterator[str]:
    if offer.format is not None:
        yield choice_words.format_in_words(offer.format)
    if offer.led_by is not None:
        yield choice_words.leaders_in_words(offer.led_by)
    if offer.intensity is not None:
        yield choice_words.intensity_in_words(offer.intensity)
    yield from _told(offer, WHAT_IT_IS_LIKE)
    if offer.approach is not None:
        yield choice_words.approach_in_words(offer.approach)
    if (languages := languages_in_words(offer.languages)) is not None:
        yield _("Språk: %(languages)s.", languages=languages)


def _who_it_is_for(offer: Offer) -> Iterator[str]:
    # Silence means oneself, and a group for oneself alone needs no saying so.
    audience = [Audience(one) for one in offer.audience]
    if audience and audience != [Audience.SELF]:
        people = listed(choice_words.audience_in_words(one) for one in audience)
        yield _("For %(people)s.", people=people)
    yield from ages_in_words(offer)
    if offer.gender is not None:
        yield choice_words.gender_in_words(offer.gender)
    if offer.participants is not None:
        yield choice_words.participants_in_words(offer.participants)
    if offer.topics:
        topics = listed(choice_words.topic_in_words(Topic(one)) for one in offer.topics)
        yield _("Temaer: %(topics)s.", topics=topics)


def _told(offer: Offer, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if (answer := offer.access.get(key)) is not None:
            yield access_in_words(key).sentence(answer)


def _limit(low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    is_open_below, is_open_above = not low, high is None or high >= OLDEST_POSSIBLE
    if is_open_below and is_open_above:
        return _("For alle aldre.")
    if is_open_above:
        return _("Du må være %(years)d år eller eldre.", years=low)
    if is_open_below:
        return _("For deg til og med %(years)d år.", years=high)
    return _("For deg fra %(low)d til og med %(high)d år.", low=low, high=high)


def _typical(low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    if high is None:
        return _("De fleste er %(years)d år eller eldre.", years=low)
    if low is None:
        return _("De fleste er %(years)d år eller yngre.", years=high)
    return _("De fleste er mellom %(low)d og %(high)d år.", low=low, high=high)


def _language(code: str) -> str:
    """Return a language by its name on the page, or its code where it has none there."""
    try:
        name = Locale.parse(code, sep="-").get_display_name(current_locale())
    except (UnknownLocaleError, ValueError):
        name = None
    return name or code


def _undated(confirmed_by: ConfirmedBy) -> str:
    if confirmed_by is ConfirmedBy.DOCUMENT:
        return _("Fra en kilde uten dato. De som driver det, har ikke bekreftet det til oss.")
    return _("Bekreftet, men vi vet ikke når.")
