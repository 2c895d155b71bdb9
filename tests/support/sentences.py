"""Every sentence that may be said of a match, in three languages, as patterns to read it back by.

Written down here once more and by hand, so that a sentence that nobody knows, and a translation
that says something else, cannot pass. Nothing is shared with the words of the site.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache

WEEKDAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
PLURAL = {"nb": "er", "nn": "ar", "en": "s"}
AND = {"nb": " og ", "nn": " og ", "en": " and "}
MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "january february march april may june july august september october november december",
}
MONTHS["nn"] = MONTHS["nb"]
ORDINALS = {
    "nb": ("første", "andre", "tredje", "fjerde", "femte"),
    "nn": ("første", "andre", "tredje", "fjerde", "femte"),
    "en": ("first", "second", "third", "fourth", "fifth"),
}
NORWEGIAN_HOUR = r"\d{1,2}(?:\.\d\d)?"
BRITISH_HOUR = r"(?:\d{1,2}(?::\d\d)?[ap]m|midnight|midday)"
FRAGMENTS = {
    "nb": {
        "hour": rf"kl\. (?P<hour>{NORWEGIAN_HOUR})",
        "day": r"(?P<day>(?:i dag, |i morgen, )?\w+ \d+\. \w+(?: \d{4})?)",
        "on_day": r"(?P<day>(?:i dag, |i morgen, )?\w+ \d+\. \w+(?: \d{4})?)",
        "date": r"(?P<day>\d+\. \w+ \d{4})",
        "km": r"(?P<km>(?:[Cc]a\. )?\d[\d ]* km|[Uu]nder 1 km)",
    },
    "nn": {
        "hour": rf"kl\. (?P<hour>{NORWEGIAN_HOUR})",
        "day": r"(?P<day>(?:i dag, |i morgon, )?\w+ \d+\. \w+(?: \d{4})?)",
        "on_day": r"(?P<day>(?:i dag, |i morgon, )?\w+ \d+\. \w+(?: \d{4})?)",
        "date": r"(?P<day>\d+\. \w+ \d{4})",
        "km": r"(?P<km>(?:[Cc]a\. )?\d[\d ]* km|[Uu]nder 1 km)",
    },
    "en": {
        "hour": rf"at (?P<hour>{BRITISH_HOUR})",
        "day": r"(?P<day>(?:today, |tomorrow, )?\w+ \d+ \w+(?: \d{4})?)",
        "on_day": r"on (?P<day>\w+ \d+ \w+(?: \d{4})?)",
        "date": r"on (?P<day>\d+ \w+ \d{4})",
        "km": r"(?P<km>(?:[Aa]bout )?\d[\d,]* km|[Ll]ess than 1 km)",
    },
}
AREA = r"(?P<area>[^.,]+)"
LABEL = r"(?P<interest>\w+)"
WISH = r"(?P<wish>\w+)"

# Each by its name, in bokmål, nynorsk and English. {days} {hour} {day} … are the fragments above.
SENTENCES = {
    "wished": (
        rf"{LABEL}, som du ser etter",
        rf"{LABEL}, som du ser etter",
        rf"{LABEL}, which you are looking for",
    ),
    "liked": (
        rf"{LABEL}, som du likte før",
        rf"{LABEL}, som du likte før",
        rf"{LABEL}, which you used to enjoy",
    ),
    "under_wished": (
        rf"{LABEL}, siden du ser etter {WISH}",
        rf"{LABEL}, sidan du ser etter {WISH}",
        rf"{LABEL}, because you are looking for {WISH}",
    ),
    "under_liked": (
        rf"{LABEL}, siden du likte {WISH} før",
        rf"{LABEL}, sidan du likte {WISH} før",
        rf"{LABEL}, because you used to enjoy {WISH}",
    ),
    "wider": (
        rf"{LABEL}\. Spør om de har {WISH}",
        rf"{LABEL}\. Spør om dei har {WISH}",
        rf"{LABEL}\. Ask if they have {WISH}",
    ),
    "beside": (
        rf"{LABEL}, som kanskje også er noe for deg",
        rf"{LABEL}, som kanskje også er noko for deg",
        rf"{LABEL}, which may be something for you too",
    ),
    "near": (
        rf"{LABEL}, som er i slekt med {WISH}",
        rf"{LABEL}, som er i slekt med {WISH}",
        rf"{LABEL}, related to {WISH}",
    ),
    "hourly_today": (
        "{days} {hour}, neste i dag",
        "{days} {hour}, neste i dag",
        "{days} {hour}, next one today",
    ),
    "hourly_tomorrow": (
        "{days} {hour}, neste i morgen",
        "{days} {hour}, neste i morgon",
        "{days} {hour}, next one tomorrow",
    ),
    "hourly_in": (
        r"{days} {hour}, neste om (?P<number>\d+) dager",
        r"{days} {hour}, neste om (?P<number>\d+) dagar",
        r"{days} {hour}, next one in (?P<number>\d+) days",
    ),
    "hourly_on": (
        "{days} {hour}, neste {on_day}",
        "{days} {hour}, neste {on_day}",
        "{days} {hour}, next {on_day}",
    ),
    "hourly": ("{days} {hour}", "{days} {hour}", "{days} {hour}"),
    "daily_today": (
        "{days}, neste i dag",
        "{days}, neste i dag",
        "{days}, next one today",
    ),
    "daily_tomorrow": (
        "{days}, neste i morgen",
        "{days}, neste i morgon",
        "{days}, next one tomorrow",
    ),
    "daily_in": (
        r"{days}, neste om (?P<number>\d+) dager",
        r"{days}, neste om (?P<number>\d+) dagar",
        r"{days}, next one in (?P<number>\d+) days",
    ),
    "daily_on": ("{days}, neste {on_day}", "{days}, neste {on_day}", "{days}, next {on_day}"),
    "daily": ("{days}", "{days}", "{days}"),
    "undated": ("{often}", "{often}", "{often}"),
    "undated_hour": ("{often} {hour}", "{often} {hour}", "{often} {hour}"),
    "next_hour": (
        "Neste gang er {day} {hour}",
        "Neste gong er {day} {hour}",
        "The next time is {day} {hour}",
    ),
    "next_day": ("Neste gang er {day}", "Neste gong er {day}", "The next time is {day}"),
    "once": (
        "Bare én gang: {day} {hour}",
        "Berre éin gong: {day} {hour}",
        "Once only: {day} {hour}",
    ),
    "begins": ("Begynner {date}", "Byrjar {date}", "Starts {date}"),
    "agreed": (
        "Dere avtaler tida sammen",
        "Tida avtaler de saman",
        "You agree on a time together",
    ),
    "agree_first": (
        "Du må avtale før du kommer",
        "Du må avtale før du kjem",
        "You need to agree on a time before you come",
    ),
    "online": ("På nett, hjemmefra", "På nett, heimanfrå", "Online, from home"),
    "phone": ("På telefon, hjemmefra", "På telefon, heimanfrå", "By phone, from home"),
    "away": ("{km} unna", "{km} unna", "{km} away"),
    "away_or_online": (
        "{km} unna, eller på nett hjemmefra",
        "{km} unna, eller på nett heimanfrå",
        "{km} away, or online from home",
    ),
    "online_or_away": (
        "På nett hjemmefra, eller {km} unna",
        "På nett heimanfrå, eller {km} unna",
        "Online from home, or {km} away",
    ),
    "online_or_there": (
        "På nett hjemmefra, eller der de er",
        "På nett heimanfrå, eller der dei er",
        "Online from home, or where they are",
    ),
    "away_but_for_you": (
        "{km} unna, men også for folk i {area} kommune",
        "{km} unna, men også for folk i {area} kommune",
        "{km} away, but also for people in {area} municipality",
    ),
    "for_you": (
        "Også for folk i {area} kommune",
        "Også for folk i {area} kommune",
        "Also for people in {area} municipality",
    ),
    "there": ("I {area} kommune", "I {area} kommune", "In {area} municipality"),
    "companion": (
        "Noen kan møte deg første gang",
        "Nokon kan møte deg første gong",
        "Someone can meet you the first time",
    ),
    "relatives": (
        "Det er for pårørende",
        "Det er for pårørande",
        "It is for family and friends",
    ),
    "bereaved": (
        "Det er for etterlatte",
        "Det er for etterlatne",
        "It is for people who have lost someone",
    ),
    "peers": (
        "Noen der har selv vært gjennom noe av det samme",
        "Nokre der har sjølve vore gjennom noko av det same",
        "Some of the people there have been through something similar",
    ),
    "ordinary": (
        "Du møter ikke bare folk med egen erfaring",
        "Du møter ikkje berre folk med eiga erfaring",
        "You will not only meet people who have been through it",
    ),
    "goal": (
        r"Her kan du (?P<effect>\w+)",
        r"Her kan du (?P<effect>\w+)",
        r"Here you can (?P<effect>\w+)",
    ),
    "calm": ("Det er rolig", "Det er roleg", "It is calm"),
    "moderate": ("Du blir litt sliten", "Du blir litt sliten", "You will get a bit tired"),
    "hard": (
        r"Det er hardt\. Du blir sliten",
        r"Det er hardt\. Du blir sliten",
        r"It is hard going\. You will get tired",
    ),
    "small_group": ("Det er en liten gruppe", "Det er ei lita gruppe", "It is a small group"),
    "group": ("Det er en gruppe", "Det er ei gruppe", "It is a group"),
    "open_house": (
        "Åpent hus: Du kommer og går som du vil",
        "Ope hus: Du kjem og går som du vil",
        "Open house: you come and go as you like",
    ),
    "one_to_one": ("Du møter én person", "Du møter éin person", "You meet one person"),
    "made_for_your_age": (
        "Det er laget for din aldersgruppe",
        "Det er laga for aldersgruppa di",
        "It is made for your age group",
    ),
    "drop_in": ("Du kan bare møte opp", "Du kan berre møte opp", "You can just turn up"),
    "free": ("Det koster ingenting", "Det kostar ingenting", "It costs nothing"),
    "beginners": (
        "Du er velkommen selv om alt er nytt for deg",
        "Du er velkomen sjølv om alt er nytt for deg",
        "You are welcome even if it is all new to you",
    ),
    "when": (
        "Det kan passe med tida du ønsker",
        "Det kan passe med tida du ønskjer",
        "It may fit the time you want",
    ),
    "topic": (
        "Rus er noe av det de kjenner til her",
        "Rus er noko av det dei kjenner til her",
        "Drugs and alcohol are among the things they know about here",
    ),
    "typical_age": (
        "De som kommer, er ofte omtrent på din alder",
        "Dei som kjem, er ofte omtrent på din alder",
        "The people who come are often about your age",
    ),
    "no_referral": (
        "Du trenger ingen henvisning",
        "Du treng inga tilvising",
        "You do not need a referral",
    ),
    "language": (
        "Her bruker de et språk du ønsker",
        "Her bruker dei eit språk du ønskjer",
        "They use a language you want",
    ),
    "drug_free": (
        "Kravet er at du er rusfri",
        "Kravet er at du er rusfri",
        "You are asked to be drug-free",
    ),
    "sober_there": (
        "Kravet er at du er rusfri mens du er der",
        "Kravet er at du er rusfri medan du er der",
        "You are asked to be sober while you are there",
    ),
    "wish_to_stop": (
        "Det holder at du ønsker å slutte",
        "Det held at du ønskjer å slutte",
        "It is enough that you want to stop",
    ),
    "none": (
        "Ingen krever at du er rusfri",
        "Ingen krev at du er rusfri",
        "Nobody asks you to be drug-free",
    ),
    "active_use": (
        "Du kan komme selv om du bruker rusmidler nå",
        "Du kan kome sjølv om du bruker rusmiddel no",
        "You can come even if you use drugs now",
    ),
    "places_free": (
        "Det er plass til flere",
        "Det er plass til fleire",
        "There is room for more people",
    ),
    "text": (
        "Noe av det du skrev, står også i det vi vet om tilbudet",
        "Noko av det du skreiv, står også i det vi veit om tilbodet",
        "Some of what you wrote also appears in what we know about this",
    ),
    "ask": (
        "Ta kontakt og spør når og hvor",
        "Ta kontakt og spør når og kvar",
        "Get in touch and ask when and where",
    ),
}
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True)
class Sentence:
    """One sentence that was read: its name, and its parts as they were said."""

    name: str
    parts: dict[str, str]


def read_back(text: str, language: str) -> list[Sentence] | None:
    """Return the sentences of ``text``, None where any of it is known to nobody."""
    return _read(text.replace("\N{NO-BREAK SPACE}", " "), language)


def _read(text: str, language: str) -> list[Sentence] | None:
    if not text:
        return []
    for name, pattern in _patterns(language).items():
        found = pattern.match(text)
        rest = None if found is None else _read(text[found.end() :], language)
        if found is not None and rest is not None:
            parts = {key: part for key, part in found.groupdict().items() if part is not None}
            return [Sentence(name, parts), *rest]
    return None


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    place = LANGUAGES.index(language)
    fragments = FRAGMENTS[language] | {
        "days": f"(?P<days>{'|'.join(DAYS_SAID[language])})",
        "often": f"(?P<often>{'|'.join(OFTEN_SAID[language])})",
        "area": AREA,
    }
    return {
        name: re.compile(_filled(told[place], fragments) + r"\.(?: |$)")
        for name, told in SENTENCES.items()
    }


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    for key, fragment in fragments.items():
        pattern = pattern.replace("{" + key + "}", fragment)
    return pattern


def _weekday(language: str) -> str:
    return f"(?:{'|'.join(WEEKDAYS[language])})"


def _plurals(language: str) -> str:
    one = f"(?i:{_weekday(language)}{PLURAL[language]})"
    return f"{one}(?:(?:, |{AND[language]}){one})*"


DAYS_SAID = {
    "nb": (
        _plurals("nb"),
        "Hver dag",
        f"Annenhver {_weekday('nb')}",
        rf"(?:{'|'.join(o.capitalize() for o in ORDINALS['nb'])}) {_weekday('nb')} i måneden",
        r"Den \d+\. i måneden",
        r"Hvert år \d+\. \w+",
    ),
    "nn": (
        _plurals("nn"),
        "Kvar dag",
        f"Annankvar {_weekday('nn')}",
        rf"(?:{'|'.join(o.capitalize() for o in ORDINALS['nn'])}) {_weekday('nn')} i månaden",
        r"Den \d+\. i månaden",
        r"Kvart år \d+\. \w+",
    ),
    "en": (
        _plurals("en"),
        "Every day",
        f"Every other (?i:{_weekday('en')})",
        rf"(?:{'|'.join(o.capitalize() for o in ORDINALS['en'])}) (?i:{_weekday('en')}) of the month",
        r"Day \d+ of the month",
        r"Every year on \d+ \w+",
    ),
}
OFTEN_SAID = {
    "nb": ("Hver uke", "Hver måned"),
    "nn": ("Kvar veke", "Kvar månad"),
    "en": ("Every week", "Every month"),
}


# What the parts mean


def hour_of(said: str) -> time:
    """Read «18», «9.30», «6pm» and «6:30pm»."""
    named = {"midnight": time(0), "midday": time(12)}
    if said in named:
        return named[said]
    hour, minute = (int(one) for one in re.fullmatch(r"(\d+)(?:[.:](\d+))?\D*", said).groups("0"))  # type: ignore[union-attr]
    if said.endswith("m"):
        hour = hour % 12 + (12 if said.endswith("pm") else 0)
    return time(hour, minute)


def day_of(said: str, language: str, today: date) -> tuple[date, int | None]:
    """Return the day, and its weekday where that was said; without a year it is one of this year's."""
    day, month, year = re.search(r"(\d+)\.? (\w+)(?: (\d{4}))?$", said).groups()  # type: ignore[union-attr]
    number = MONTHS[language].split().index(month.lower()) + 1
    told = re.search(rf"(?i:({_weekday(language)})) \d", said)
    weekday = WEEKDAYS[language].index(told[1].lower()) if told else None
    return date(int(year or today.year), number, int(day)), weekday


def countdown_of(said: str, language: str) -> int | None:
    """Return 0 where a day was called today, 1 where it was called tomorrow."""
    names = {"nb": ("i dag", "i morgen"), "nn": ("i dag", "i morgon"), "en": ("today", "tomorrow")}
    for days, name in enumerate(names[language]):
        if said.startswith(name):
            return days
    return None


def falls_on(said: str, language: str, day: date) -> bool:
    """Tell whether ``day`` is one of those that «Onsdager», «Hver dag», «Den 5. i måneden» means.

    «Annenhver onsdag» is every Wednesday here; which of them is for whoever asks.
    """
    words = said.lower()
    if words in {"hver dag", "kvar dag", "every day"}:
        return True
    named = {n for n, name in enumerate(WEEKDAYS[language]) if name in words}
    ordinal = next((n for n, one in enumerate(ORDINALS[language]) if words.startswith(one)), None)
    if ordinal is not None:
        return day.weekday() in named and (day.day - 1) // 7 == ordinal
    if named:
        return day.weekday() in named
    number = int(re.search(r"\d+", words)[0])  # type: ignore[index]
    month = words.split()[-1]
    in_month = month not in MONTHS[language].split() or (
        MONTHS[language].split().index(month) + 1 == day.month
    )
    return day.day == number and in_month


def is_every_other(said: str) -> bool:
    return said.lower().startswith(("annenhver", "annankvar", "every other"))
