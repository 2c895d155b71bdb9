"""Whether a sentence about a match is true, worked out from the plain offer and the plain person.

Slow, one sentence at a time; days come from dateutil, holidays from their package, and distances
from geopy. ``TRUE`` has a check for every sentence of ``tests.support.sentences``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from holidays import country_holidays

from core.clock import NORWAY
from directory.models import Offer, Schedule
from matching.person import Person, Position
from places.gazetteer import gazetteer
from tests.support.catalogue import RELATED
from tests.support.reference import (
    is_free,
    is_near,
    km_to,
    line_above,
    meets,
    position_of,
    serves,
    touches,
)
from tests.support.sentences import (
    Sentence,
    countdown_of,
    day_of,
    falls_on,
    hour_of,
    is_every_other,
)

AHEAD: Final = 400  # days
LOOKED_AT: Final = 71  # days in which a wish for a time is looked for
MOST_SKIPPED: Final = 20  # exceptions and holidays that a schedule may have among them
REGULAR_FOR: Final = 28  # days ahead in which every regular day has to be one
HOLIDAYS: Final = country_holidays("NO", years=range(2025, 2030))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": range(5, 10), "day": range(10, 16), "evening": range(16, 22)}


@dataclass
class Case:
    """One schedule of one offer, for one person, and the language spoken, which may change.

    ``moment`` is in Norway, without a zone. ``schedule`` None: the offer has none.
    """

    offer: Offer
    schedule: Schedule | None
    person: Person
    moment: datetime
    language: str = "nb"

    @property
    def today(self) -> date:
        return self.moment.date()

    @property
    def wishes(self) -> tuple[str, ...]:
        return self.person.interests + self.person.used_to_like

    def is_told(self, word: str) -> bool:
        return meets(word, self.offer, self.schedule) is True

    @cached_property
    def meetings(self) -> list[tuple[date, datetime | None]]:
        """The days and moments that lie ahead: those of some weeks, or the few of a whole year."""
        return [] if self.schedule is None else _meetings(self.schedule, self.moment)

    def regular_days(self, first: date, days: int) -> set[date]:
        """The days of the series, whether or not it is called off on them."""
        assert self.schedule is not None
        return set(_series(self.schedule, first, first + timedelta(days - 1)))


def is_holiday(day: date) -> bool:
    return day in HOLIDAYS or (day.month == 12 and day.day in {24, 31})


def _series(its: Schedule, first: date, last: date) -> list[date]:
    rule = re.sub(r";?UNTIL=[^;]*", "", (its.rrule or "").upper())
    last = min([last, *_ends_of(its)])
    if not rule:
        return [its.starts_on] if its.starts_on and first <= its.starts_on <= last else []
    if its.starts_on is None and "BY" not in rule and "DAILY" not in rule:
        return []
    begin = its.starts_on or date(first.year - 1, 1, 1)
    following = rrulestr(rule, dtstart=datetime.combine(begin, time.min))
    begins, ends = datetime.combine(first, time.min), datetime.combine(last, time.min)
    return [one.date() for one in following.between(begins, ends, inc=True)]


def _ends_of(its: Schedule) -> list[date]:
    until = re.search(r"UNTIL=(\d{8})(T(\d{2})(\d{2}))?", (its.rrule or "").upper())
    ends = [its.until] if its.until else []
    if until is not None:
        day = datetime.strptime(until[1], "%Y%m%d").replace(tzinfo=UTC).date()
        starts = its.start_time or time.min
        is_too_late = bool(until[2]) and time(int(until[3]), int(until[4])) < starts
        ends.append(day - timedelta(is_too_late))
    return ends


def _meetings(its: Schedule, moment: datetime) -> list[tuple[date, datetime | None]]:
    zone = ZoneInfo(its.timezone)
    now = moment.replace(tzinfo=NORWAY).astimezone(UTC)
    first = now.astimezone(zone).date()
    found: list[tuple[date, datetime | None]] = []
    soon = _series(its, first, first + timedelta(LOOKED_AT))
    for day in soon if len(soon) > MOST_SKIPPED else _series(its, first, first + timedelta(AHEAD)):
        is_off = day.isoformat() in its.exceptions or (its.holidays == "closed" and is_holiday(day))
        if is_off:
            continue
        if its.start_time is None:
            found.append((day, None))
            continue
        starts_at = datetime.combine(day, its.start_time, zone).astimezone(UTC)
        if starts_at >= now:
            found.append((day, starts_at.astimezone(zone)))
    return found


# What of the wish


def _same(case: Case, said: Sentence, wishes: frozenset[str]) -> bool:
    interest = said.parts["interest"]
    return interest in wishes and interest in case.offer.interests


def _under(case: Case, said: Sentence, wishes: frozenset[str]) -> bool:
    interest, wish = said.parts["interest"], said.parts["wish"]
    is_below = wish in line_above(interest)[1:]
    return is_below and wish in wishes and interest in case.offer.interests


def _looked_for(case: Case) -> frozenset[str]:
    return frozenset(case.person.interests)


def _liked(case: Case) -> frozenset[str]:
    return frozenset(case.person.used_to_like)


def _wider(case: Case, said: Sentence) -> bool:
    """Tell whether it is the parent of a wish that is there, and nothing of the wish that is told."""
    interest, wish = said.parts["interest"], said.parts["wish"]
    return [interest] == list(line_above(wish)[1:2]) and _is_near(case, said)


def _near(case: Case, said: Sentence) -> bool:
    return _related(said.parts["interest"], said.parts["wish"]) and _is_near(case, said)


def _beside(case: Case, said: Sentence) -> bool:
    """Tell whether it is no kin of any wish, and stands beside one."""
    interest = said.parts["interest"]
    wishes = [
        wish
        for wish in case.wishes
        if _is_near(case, Sentence("near", {"interest": interest, "wish": wish}))
    ]
    return any(interest not in line_above(wish) and not _related(interest, wish) for wish in wishes)


def _related(interest: str, wish: str) -> bool:
    """Tell whether ``wish`` names the interest, or one it lies under, as related."""
    return any((wish, one) in RELATED for one in line_above(interest))


def _is_near(case: Case, said: Sentence) -> bool:
    interest, wish = said.parts["interest"], said.parts["wish"]
    return (
        interest in case.offer.interests
        and wish in case.wishes
        and not touches(case.offer.interests, [wish])
        and is_near(interest, [wish])
    )


# When


def _regular(case: Case, said: Sentence) -> bool:
    """Tell whether the days said are the days of the series, for weeks ahead, and the hour is its."""
    its = case.schedule
    if its is None or not case.meetings or its.timezone != "Europe/Oslo":
        return False
    if not _hour_is(case, said):
        return False
    words, first = said.parts["days"], case.meetings[0][0]
    found = case.regular_days(first, REGULAR_FOR)
    meant = {
        day
        for day in (first + timedelta(n) for n in range(REGULAR_FOR))
        if falls_on(words, case.language, day)
    }
    if is_every_other(words):
        return found == {day for day in meant if (day - first).days % 14 == 0}
    return found == meant


def _hour_is(case: Case, said: Sentence) -> bool:
    assert case.schedule is not None
    hour = said.parts.get("hour")
    return (hour_of(hour) if hour else None) == case.schedule.start_time


def _next_in(days: int | None) -> Callable[[Case, Sentence], bool]:
    def check(case: Case, said: Sentence) -> bool:
        if not _regular(case, said) or _may_be_called_off(case):
            return False
        wanted = int(said.parts["number"]) if days is None else days
        return (case.meetings[0][0] - case.today).days == wanted

    return check


def _next_on(case: Case, said: Sentence) -> bool:
    if not _regular(case, said) or _may_be_called_off(case):
        return False
    day, weekday = day_of(said.parts["day"], case.language, case.today)
    return day == case.meetings[0][0] and weekday == day.weekday()


def _without_next(case: Case, said: Sentence) -> bool:
    """Tell whether the next time is rightly left out, since it may not take place."""
    return _regular(case, said) and _may_be_called_off(case)


def _may_be_called_off(case: Case) -> bool:
    """Tell whether the next time falls on a holiday that nobody has told is kept as usual."""
    its = case.schedule
    if its is None or not case.meetings:
        return False
    return its.holidays in {None, "ask"} and is_holiday(case.meetings[0][0])


def _next_here(case: Case, said: Sentence) -> bool:
    """Tell whether day and hour are those of the next time by Norway's clock."""
    if not case.meetings:
        return False
    day, weekday = day_of(said.parts["day"], case.language, case.today)
    its_day, starts_at = case.meetings[0]
    if starts_at is not None:
        here = starts_at.astimezone(NORWAY)
        its_day = here.date()
        if hour_of(said.parts["hour"]) != here.time().replace(tzinfo=None):
            return False
    elif "hour" in said.parts:
        return False
    counted = countdown_of(said.parts["day"], case.language)
    ahead = (day - case.today).days
    is_counted = counted == ahead if ahead in {0, 1} else counted is None
    return day == its_day and weekday in {None, day.weekday()} and is_counted


def _once(case: Case, said: Sentence) -> bool:
    assert case.schedule is not None
    is_alone = len(case.offer.schedules) == 1
    return case.schedule.rrule is None and is_alone and _next_here(case, said)


def _begins(case: Case, said: Sentence) -> bool:
    assert case.schedule is not None
    its = case.schedule
    day, _weekday = day_of(said.parts["day"], case.language, case.today)
    is_alone = len(case.offer.schedules) == 1 and its.rrule is None and its.start_time is None
    return is_alone and day == its.starts_on >= case.today


def _without_day(case: Case, said: Sentence) -> bool:
    its = case.schedule
    if its is None or its.starts_on is not None:
        return False
    words = said.parts["often"].lower()
    wanted = "WEEKLY" if any(one in words for one in ("uke", "veke", "week")) else "MONTHLY"
    return (its.rrule or "").upper() == f"FREQ={wanted}" and _hour_is(case, said)


def _agreed(case: Case, _said: Sentence) -> bool:
    its = case.schedule
    if its is None:
        return False
    return bool(its.by_appointment) and its.rrule is None and its.start_time is None


# Where


def _km(case: Case, said: Sentence) -> bool:
    """Tell whether the way is as long as was said, and called exact only where it is."""
    km, words = km_to(case.schedule, case.person), said.parts["km"]
    if km is None:
        return False
    assert case.schedule is not None and case.person.position is not None
    venue = case.schedule.venue
    is_exact = (
        bool(venue and venue.precision == "exact" and venue.lat is not None)
        and case.person.position.is_exact
        and not _is_rounded(case.person.position)
    )
    # From the middle of a municipality to itself is no way at all, however far it is to walk.
    if km < 1.9 and _place_approximate(case):
        return False
    if words.lower().startswith(("under", "less")):
        return km < 1.05
    number = int(re.sub(r"\D", "", words))
    is_rough = words.lower().startswith(("ca.", "about"))
    return abs(km - number) <= 0.55 + km / 1000 and (is_rough or is_exact)


def _is_rounded(position: Position) -> bool:
    """Tell whether degrees are told in hundredths: it may be half a kilometre away."""
    return all(
        Decimal(repr(degrees)) % Decimal("0.01") == 0 for degrees in (position.lat, position.lon)
    )


def _for_you(case: Case, said: Sentence) -> bool:
    number = case.person.municipality
    return (
        number is not None
        and said.parts["area"] == gazetteer().name_of(number)
        and serves(case.offer, case.person)
    )


def _there(case: Case, said: Sentence) -> bool:
    venue = case.schedule.venue if case.schedule else None
    if venue is None:
        return False
    place = gazetteer().postcode(venue.postcode) if venue.postcode else None
    number = venue.municipality or (place.municipality if place else None)
    return number is not None and said.parts["area"] == gazetteer().name_of(number)


def _attendance(*words: str) -> Callable[[Case, Sentence], bool]:
    def check(case: Case, _said: Sentence) -> bool:
        return case.schedule is not None and case.schedule.attendance in words

    return check


def _is_far(case: Case) -> bool:
    return (km_to(case.schedule, case.person) or 0) > 40


# What else


def _ages_overlap(case: Case, low: int | None, high: int | None) -> bool:
    assert case.person.ages is not None
    youngest, oldest = case.person.ages
    return (low is None or low <= oldest) and (high is None or high >= youngest)


def _typical_age(case: Case, _said: Sentence) -> bool:
    low, high = case.offer.age_typical_min, case.offer.age_typical_max
    if case.person.ages is None or low is None or high is None:
        return False
    return high - low < 30 and _ages_overlap(case, low, high)


def _made_for_your_age(case: Case, said: Sentence) -> bool:
    low, high = case.offer.age_min or 0, case.offer.age_max
    if case.person.ages is None or high is None or high - low >= 30:
        return False
    typical = case.offer.age_typical_min, case.offer.age_typical_max
    return _ages_overlap(case, low, high) and _ages_overlap(case, *typical)


def _when(case: Case, _said: Sentence) -> bool:
    for wish in case.person.when:
        name, _, part = wish.partition("-")
        last = {"today": 0, "this_week": 6}.get(name, 69)
        for day, starts_at in case.meetings:
            is_soon = (day - case.today).days <= last
            if is_soon and _fits_day(day, name) and _fits_hour(starts_at, part):
                return True
    return False


def _fits_day(day: date, name: str) -> bool:
    if name in {"any", "today", "this_week"}:
        return True
    if name in {"weekday", "weekend"}:
        return (day.weekday() >= 5) == (name == "weekend")
    return name == WEEKDAYS[day.weekday()]


def _fits_hour(starts_at: datetime | None, part: str) -> bool:
    if not part or starts_at is None:
        return True
    hour = starts_at.hour
    return hour in PARTS[part] if part in PARTS else hour >= 22 or hour < 5


def _only_for(audience: str, whom: str) -> Callable[[Case, Sentence], bool]:
    def check(case: Case, _said: Sentence) -> bool:
        its = case.offer.audience
        return audience in its and "self" not in its and case.person.for_whom == whom

    return check


def _peers(case: Case, _said: Sentence) -> bool:
    has_peers = case.offer.participants in {"lived_experience", "mixed"}
    return case.person.peers == "peers" and (has_peers or case.offer.led_by == "peers")


def _ordinary(case: Case, _said: Sentence) -> bool:
    return case.person.peers == "ordinary" and case.offer.participants in {"open_to_all", "mixed"}


def _goal(case: Case, said: Sentence) -> bool:
    effect = said.parts["effect"]
    return effect in case.person.goal and effect in case.offer.effects


def _language(case: Case, _said: Sentence) -> bool:
    spoken = {code.split("-")[0] for code in case.offer.languages}
    return bool(spoken & {code.split("-")[0] for code in case.person.language})


def _told(word: str) -> Callable[[Case, Sentence], bool]:
    return lambda case, _said: case.is_told(word)


def _is(field: str, word: str) -> Callable[[Case, Sentence], bool]:
    return lambda case, _said: getattr(case.offer, field) == word


def _drop_in(case: Case, _said: Sentence) -> bool:
    must_agree = case.schedule is not None and bool(case.schedule.by_appointment)
    return case.is_told("drop_in") and not must_agree


TRUE: Final[dict[str, Callable[[Case, Sentence], bool]]] = {
    "wished": lambda case, said: _same(case, said, _looked_for(case)),
    "liked": lambda case, said: _same(case, said, _liked(case)),
    "under_wished": lambda case, said: _under(case, said, _looked_for(case)),
    "under_liked": lambda case, said: _under(case, said, _liked(case)),
    "wider": _wider,
    "beside": _beside,
    "near": _near,
    "hourly_today": _next_in(0),
    "hourly_tomorrow": _next_in(1),
    "hourly_in": _next_in(None),
    "hourly_on": _next_on,
    "hourly": _without_next,
    "daily_today": _next_in(0),
    "daily_tomorrow": _next_in(1),
    "daily_in": _next_in(None),
    "daily_on": _next_on,
    "daily": _without_next,
    "undated": _without_day,
    "undated_hour": _without_day,
    "next_hour": lambda case, said: _next_here(case, said) and not _may_be_called_off(case),
    "next_day": lambda case, said: _next_here(case, said) and not _may_be_called_off(case),
    "once": _once,
    "begins": _begins,
    "agreed": _agreed,
    "agree_first": lambda case, said: (
        case.schedule is not None
        and case.schedule.by_appointment is True
        and not _agreed(case, said)
    ),
    "online": _attendance("online"),
    "phone": _attendance("phone"),
    "away": lambda case, said: _attendance("in_person")(case, said) and _km(case, said),
    "away_or_online": lambda case, said: (
        _attendance("hybrid")(case, said) and _km(case, said) and not _is_far(case)
    ),
    "online_or_away": lambda case, said: (
        _attendance("hybrid")(case, said) and _km(case, said) and _is_far(case)
    ),
    "online_or_there": _attendance("hybrid"),
    "away_but_for_you": lambda case, said: (
        _attendance("in_person")(case, said) and _km(case, said) and _for_you(case, said)
    ),
    "for_you": _for_you,
    "there": _there,
    "companion": _told("companion"),
    "relatives": _only_for("relatives", "relative"),
    "bereaved": _only_for("bereaved", "bereaved"),
    "peers": _peers,
    "ordinary": _ordinary,
    "goal": _goal,
    "calm": _is("intensity", "calm"),
    "moderate": _is("intensity", "moderate"),
    "hard": _is("intensity", "hard"),
    "small_group": _is("format", "small_group"),
    "group": _is("format", "group"),
    "open_house": _is("format", "open_house"),
    "one_to_one": _is("format", "one_to_one"),
    "made_for_your_age": _made_for_your_age,
    "drop_in": _drop_in,
    "free": lambda case, _said: is_free(case.offer) is True,
    "beginners": _told("beginners"),
    "when": _when,
    "topic": lambda case, _said: bool({"drugs", "alcohol"} & set(case.offer.topics)),
    "typical_age": _typical_age,
    "no_referral": _told("no_referral"),
    "language": _language,
    "places_free": lambda case, _said: case.offer.capacity in {"open", "few_places"},
    "drug_free": _is("sobriety_rule", "drug_free"),
    "sober_there": _is("sobriety_rule", "sober_there"),
    "wish_to_stop": _is("sobriety_rule", "wish_to_stop"),
    "none": _is("sobriety_rule", "none"),
    "active_use": _is("sobriety_rule", "active_use"),
    "text": lambda case, _said: case.person.text_shares.get(case.offer.id, 0) > 0,
    # It asks for something and states nothing; but who has told when and where is not asked.
    "ask": lambda case, _said: not case.meetings and km_to(case.schedule, case.person) is None,
}


# Caveats


def caveat_is_true(code: str, value: str | None, case: Case) -> bool:
    """Tell it of a caveat that was read back; ``value`` of a confirmation is a month and a year."""
    if code == "must_unknown":
        is_asked = value in (*case.person.musts, *case.person.avoid)
        return is_asked and meets(str(value), case.offer, case.schedule) is None
    if code == "unconfirmed":
        return _unconfirmed(value, case)
    if code == "overdue":
        return _overdue(str(value), case)
    return CAVEAT_IS_TRUE[code](case)


def _overdue(said: str, case: Case) -> bool:
    due_on = case.offer.rhythm.due_on if case.offer.rhythm else None
    month, _weekday = day_of(f"1. {said}", case.language, case.today)
    is_late = due_on is not None and case.today - timedelta(366) <= due_on < case.today
    return is_late and (month.year, month.month) == (due_on.year, due_on.month)


def _silent(case: Case) -> bool:
    return case.offer.rhythm is not None and case.offer.rhythm.due_on < case.today - timedelta(364)


def _unconfirmed(said: str | None, case: Case) -> bool:
    told = case.offer.confirmation.confirmed_on if case.offer.confirmation else None
    if said is None or told is None:
        return said is None and told is None
    month, weekday = day_of(f"1. {said}", case.language, case.today)
    is_that_month = (month.year, month.month) == (told.year, told.month)
    return weekday is None and is_that_month and told < case.today - timedelta(364)


def _tells_day(its: Schedule) -> bool:
    rule = (its.rrule or "").upper()
    return its.starts_on is not None or "BY" in rule or "DAILY" in rule


def _day_unknown(case: Case) -> bool:
    its = case.schedule
    if its is None:
        return True
    return not _tells_day(its) and not _agreed(case, Sentence("agreed", {}))


def _time_unknown(case: Case) -> bool:
    its = case.schedule
    if its is None or _agreed(case, Sentence("agreed", {})):
        return False
    return _tells_day(its) and its.start_time is None


def _place_approximate(case: Case) -> bool:
    its = case.schedule
    if its is None or its.venue is None or its.attendance not in {"in_person", "hybrid"}:
        return False
    is_exact = its.venue.precision == "exact" and its.venue.lat is not None
    return position_of(its) is not None and not is_exact


CAVEAT_IS_TRUE: Final[dict[str, Callable[[Case], bool]]] = {
    "not_your_wish": lambda case: (
        bool(case.wishes) and not touches(case.offer.interests, case.wishes)
    ),
    "sobriety_rule_unknown": lambda case: case.offer.sobriety_rule is None,
    "sober_there": lambda case: case.offer.sobriety_rule == "sober_there",
    "alcohol_served": lambda case: meets("alcohol_free", case.offer, case.schedule) is False,
    "silent": _silent,
    "waiting_list": lambda case: case.offer.capacity == "waiting_list",
    "full": lambda case: case.offer.capacity == "full",
    "day_unknown": _day_unknown,
    "time_unknown": _time_unknown,
    "holiday": _may_be_called_off,
    "place_approximate": _place_approximate,
    "age_limit_unknown": lambda case: case.offer.age_min is None and case.offer.age_max is None,
    "cost_unknown": lambda case: is_free(case.offer) is None,
}
