"""The sayings with which somebody tells that they have slipped, as patterns over lower-case words."""

import re

_I = r"(?:(?:jeg|eg|æ|i)\ )?"
_DRUGS = (
    r"(?:hasj\w*|gress|weed|dop\w*|stoff\w*|pill\w*|heroin\w*|amfetamin|kokain|kola|speed|ghb|benzo\w*|øl|"
    r"vin|sprit|alkohol|drugs|pills|coke|meth)"
)
# What may follow a fall that is none on skis: nothing more, when it was, or how badly.
_END = (
    r"(?=$|\ (?:\.|igjen|att|i\ (?:går|helga|helgen|helgja|natt|kveld|dag)|nå|no|og|men|totalt|helt|heilt|"
    r"skikkelig|again|last\ night|yesterday)(?:\ |$))"
)
_CLEAN = r"(?:edru|rusfri|nykter|nøktern|clean|rein|ren|sober)"
_HARMLESS = (
    r"(?!\ (?:vann|vatn|kaffe|kaffi|te|brus|cola|saft|melk|mjølk|coffee|tea|water|alkoholfri\w*)\b)"
)

SLIP = re.compile(
    rf"""\b(?:
    sprakk | sprokke | sprukket | (?:har|fikk|fekk|hadde|hatt|på)\ (?:en\ |ein\ )?sprekk(?:en)?
    | (?:hatt|fått|fikk|fekk|etter)\ (?:et\ |eit\ )?tilbakefall
    | falt\ utpå | (?:gått|gikk|gjekk|hadde|fikk|fekk)\ (?:på\ )?(?:en|ein)\ smell
    | (?:er|var|gikk|gått)\ tilbake\ (?:på|til)\ (?:kjøret|{_DRUGS})
    | (?:klarte|greide)\ {_I}(?:ikke|ikkje)\ (?:å\ )?(?:holde|halde)\ meg\ (?:edru|rusfri|nykter)
    | (?:falt|fall|har\ falle|falne)\ (?:helt\ )?tilbake
        (?!\ (?:på\ (?:tabell|list|rank)\w*|i\ (?:søvn|stol\w*|senga))\b)
    | (?:datt|falt|fall|ramla)\ (?:av|tå)\ (?:lasset|vogna|vognen|vannvogna|vannvognen)
    | (?:brøt|braut|brutt|brote)\ (?:avholdet|avholdenheten|avhaldet|rusfriheten|edrueligheten)
    | på\ kjøret\ (?:igjen|att)
    | på(?:n|\ n|\ an)\ (?:igjen|att)(?:\ med\ (?:å\ )?(?:drikk\w*|rus\w*|{_DRUGS})|{_END})
    | (?:tryna|trynet|tryne|skled\ ut|sklei\ ut|sklidd\ ut|skle\ ut){_END}
    | (?:drakk|drukket|drukke|brukte|brukt|ruset\ meg|rusa\ meg|rusa|røyka|røykte|røykt|røkte|røyket)
        \ {_I}(?:{_DRUGS}\ )?(?:igjen|att)
    | (?:tok|tatt|teke|sniffa|sniffet|skjøt|satt)
        \ {_I}(?:meg\ )?(?:en\ |ei\ |ein\ |litt\ )?{_DRUGS}\ (?:igjen|att)
    | (?:var|vært|vore|vori|been|was)\ {_CLEAN}\b(?:\ \S+){{0,8}}?
        \ (?:drakk|drukket|drukke|drank|sprakk|ruste\ meg|rusa\ meg|ruset\ meg|røyka|røykte|sniffa|skjøt)\b
        {_HARMLESS}
    | (?:begynt|begynte|starta|startet)\ {_I}(?:å\ )?(?:drikke|bruke|ruse\ meg|røyke\ hasj)\ (?:igjen|att)
    | relapsed | (?:had|having|after)\ a\ relapse | slipped\ up | had\ a\ slip | fell\ off\ the\ wagon
    | (?:started|been|am|im)\ (?:using|drinking)\ again | (?:used|drank)\ again
    | (?:smoked|took|used|drank)\ {_DRUGS}\ again | back\ (?:on|to)\ (?:the\ )?
        (?:using|drinking|booze|{_DRUGS})
    )(?!\w)""",
    re.VERBOSE,
)
# The word alone, as somebody types it who wants the page.
ONLY_SLIP = frozenset({"sprekk", "en sprekk", "sprekken", "tilbakefall", "relapse", "ein sprekk"})
NOT_SO = re.compile(r"\b(?:ikke|ikkje|aldri|never|not|uten å ha|utan å ha)(?: \w+)?$")
