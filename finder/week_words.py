"""The week in words: an hour, how long it lasts, what to look out for, and who sees things differently."""

from collections.abc import Iterable, Iterator
from typing import Final

from directory.models import Offer
from directory.wording import listed
from finder.distance_words import distance_in_words
from finder.week_clashes import Clash, Kind
from finder.week_outlooks import Outlooks, Topic
from finder.week_times import ComingTime
from web.languages import clock_in_words, day_in_words, ngettext
from web.languages import gettext as _

MINUTES_OF_AN_HOUR: Final = 60
SHORTEST_WAY_KM: Final = (
    1  # below that a number says nothing; what counts is that there are two doors
)


def coming_hours_in_words(time: ComingTime) -> str:
    """Return «kl. 18.00–20.00», or that the hour is not told."""
    if time.starts_at is None:
        return _("Klokkeslett ikke oppgitt – spør")
    start = clock_in_words(time.starts_at)
    if time.ends_at is None:
        return _("kl.\u00a0%(start)s", start=start)
    return _("kl.\u00a0%(start)s–%(end)s", start=start, end=clock_in_words(time.ends_at))


def length_in_words(minutes: int | None) -> str:
    """Return such as «2 timer» or «1 time og 30 minutter»; None is said to be untold."""
    if minutes is None:
        return _("Sluttid ikke oppgitt")
    hours, rest = divmod(minutes, MINUTES_OF_AN_HOUR)
    if not rest:
        return ngettext("%(num)s\u00a0time", "%(num)s\u00a0timer", hours)
    if not hours:
        return ngettext("%(num)s\u00a0minutt", "%(num)s\u00a0minutter", rest)
    return ngettext(
        "%(num)s\u00a0time og %(rest)s\u00a0minutter",
        "%(num)s\u00a0timer og %(rest)s\u00a0minutter",
        hours,
        rest=rest,
    )


def remarks_on_coming(time: ComingTime) -> tuple[str, ...]:
    """Return what is good to know of that very time, a sentence each."""
    return tuple(_remarks(time))


def clash_in_words(clash: Clash, name: str) -> str:
    """Return a gentle sentence for under ``clash.one``; ``name`` is what the other offer is called."""
    time = _beginning_of_other(clash)
    if clash.kind is Kind.OVERLAP:
        return _("Dette er samtidig med %(name)s, som begynner %(time)s.", name=name, time=time)
    if clash.kind is Kind.PERHAPS:
        return _(
            "Dette kan være samtidig med %(name)s, som begynner %(time)s. "
            "Vi vet ikke når det første slutter.",
            name=name,
            time=time,
        )
    if (clash.km or 0) < SHORTEST_WAY_KM:
        return _(
            "Dette er et annet sted enn %(name)s, som begynner %(time)s. "
            "Det kan bli knapt med tid mellom dem.",
            name=name,
            time=time,
        )
    return _(
        "Det er %(distance)s herfra til %(name)s, som begynner %(time)s. "
        "Det kan bli knapt med tid.",
        distance=distance_in_words(clash.km or 0),
        name=name,
        time=time,
    )


def outlooks_in_words(outlooks: Outlooks) -> str:
    """Return sentences that take no side, and say whom to ask."""
    ones, others = _names(outlooks.ones), _names(outlooks.others)
    if outlooks.topic is Topic.MEDICINES:
        return _(
            "%(ones)s ser annerledes på medisiner fra legen enn %(others)s. Spør dem gjerne. "
            "Snakk alltid med legen før du endrer på medisiner.",
            ones=ones,
            others=others,
        )
    return _(
        "%(ones)s ser annerledes på om målet er å slutte helt, enn %(others)s. "
        "Spør dem gjerne hva de tenker.",
        ones=ones,
        others=others,
    )


def set_aside_in_words(offer: Offer, other: Offer) -> str:
    """Return why a chosen offer does not stand in the week: what it asks of people has changed."""
    return _(
        "«%(name)s» vises ikke her, fordi det ikke kan stå i samme uke som «%(other)s». "
        "Det ene er for folk som er rusfrie, det andre for folk som bruker rusmidler nå.",
        name=offer.name,
        other=other.name,
    )


def _beginning_of_other(clash: Clash) -> str:
    """Return «kl. 18.00», with the day where it is not the one that the sentence stands under."""
    starts_at = clash.other.starts_at
    if starts_at is None:
        raise ValueError("a time without an hour clashes with nothing")
    clock = clock_in_words(starts_at)
    if clash.other.day == clash.one.day:
        return _("kl.\u00a0%(start)s", start=clock)
    # They are two days apart at most, so the name of the day says which.
    return _("%(day)s kl.\u00a0%(clock)s", day=day_in_words(clash.other.day, "EEEE"), clock=clock)


def _remarks(time: ComingTime) -> Iterator[str]:
    if time.is_doubtful_holiday:
        yield _("Det er en helligdag eller en aften. Spør om det er som vanlig.")
    if time.must_be_arranged:
        yield _("Du må avtale før du kommer.")
    if time.is_told_by_another_clock:
        yield _("Klokkeslettet er i norsk tid.")


def _names(offers: Iterable[Offer]) -> str:
    return listed(_("«%(name)s»", name=offer.name) for offer in offers)
