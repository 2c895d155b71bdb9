"""Marks for two things that a page must answer first: acute danger, and having slipped.

They choose nothing and exclude nothing, and they say nothing of a person's situation: the page
shows the helplines, or leads to what helps after a slip.
"""

import re
from collections.abc import Iterator

from search.found import Found, Kind, Sentence

_I = r"(?:jeg |eg |i )?"
_NOT = r"(?:ikke|ikkje)"
# Ways of speaking: nobody dies of laughter, nor for a piece of cake. Only what is surely one is left
# out, since a helpline shown in vain does no harm: "vil dø for å slippe" is none.
_IN_FUN = (
    r"(?!\ (?:av\ (?:å\ le|latter|kjedsomhet|kjedsemd|nysgjerrighet|spenning)|"
    r"for\ (?:en|ei|et|ein|eit|a|an|this|that|some)|laughing|of\ (?:laughter|boredom|curiosity))\b)"
)
_JOINING_IN = (
    r"(?!\ på(?:\ (?:en|ei|et|ein|eit|noe|noen|noko|nokon|dere|dykk|andre|turen|laget|gjengen|gruppa|"
    r"gruppen|treninga|treningen)\b|\ \.|$))"
)
_DANGER = re.compile(
    rf"""\b(?:
    (?:vil|ønsker|ønskjer|orker|orkar|klarer|klarar|greier|greiar|gidder|ønske)\ {_I}{_NOT}\ (?:å\ )?
        (?:lenger\ |lengre\ |meir\ |mer\ )?(?:leve|lenger\ leve|være\ til|vere\ til|være\ her\ mer)
        (?!\ (?:alene|aleine|åleine|sammen|saman|med|på|uten|utan|av|i)\b)
    | {_NOT}\ (?:vil|orker|orkar|ønsker|lyst\ til\ å|lyst\ å)\ (?:lenger\ )?leve
    | (?:vil|ønsker|ønskjer|skal|lyst\ til)\ {_I}(?:bare\ |berre\ |helst\ |å\ )*dø{_IN_FUN}
    | (?:ta|tar|tek|ende|avslutte|avsluttar)\ (?:mitt\ (?:eget\ )?|sitt\ (?:eget\ )?)?
        (?:livet|liv)(?:\ (?:mitt|sitt|av\ meg|av\ seg|av\ dage))?\b(?<!\bta\ livet)(?<!\btar\ livet)
    | drepe\ (?:meg|seg) | henge\ meg(?!\ opp\ i\b){_JOINING_IN} | hang\ myself
    | hoppe\ fra\ (?:brua|broen|broa)
    | (?:selvmords?|sjølvmords?)(?:tank\w+|plan\w*|fare|nær|forsøk)
    | (?:tenker|tenkjer|tanker|vurderer|planlegger)\ (?:på\ |om\ )?(?:å\ ta\ )?(?:selvmord|sjølvmord)
    | suicidal\w* | selvmordsnær
    | (?:skader|kutter|kuttar|skadar|skade|kutte)\ (?:meg|seg)(?:\ (?:selv|sjølv))?
    | selvskad\w+ | sjølvskad\w+
    | self\ harm\w* | selfharm\w*
    | (?:kill|hurt|harm|cut|hurting|cutting|killing|harming)\ (?:myself|himself|herself)
        (?!\ laughing\b)
    | (?:end|take|taking|ending)\ (?:my|his|her)\ (?:own\ )?life
    | (?:want|wants|wanna)\ (?:to\ )?die{_IN_FUN} | (?:dont|do\ not)\ want\ to\ (?:live|be\ here|be\ alive)
    | no\ reason\ to\ live | better\ off\ dead
    | (?:har\ )?(?:tatt|tok|teke|tar)\ (?:en\ |ei\ )?(?:overdose|(?:for\ mye|for\ mykje|altfor\ mye)
        (?!\ (?:plass|tid|av\ tid\w*|ansvar|hensyn|omsyn|på\ meg|krefter|energi|jobb|vann|mat)\b))
    | overdosert | overdoserer | overdosing | (?:took|taken)\ too\ (?:much|many)(?!\ (?:time|space|room|on)\b)
    | (?:puster|pustar|pust)\ {_NOT} | (?:(?:is|are)\ not|isnt|stopped)\ breathing
    | bevisstløs\w* | medvitslaus\w* | livløs | unconscious
    | (?:våkner|vaknar)\ {_NOT}(?!\ (?:før|tidlig|tidleg|i\ tide|uthvilt)\b) | (?:wont|not)\ wake\ up
    )(?!\w)""",
    re.VERBOSE,
)
# At the end of what is said, these are despair; before something else they turn that down.
_NO_MORE = re.compile(
    rf"""\b(?:
    (?:orker|orkar|klarer|klarar)\ {_I}{_NOT}\ (?:mer|meir|lenger|livet|dette\ livet)(?:\ nå|\ no)?
    | cant\ go\ on | cant\ (?:take|do)\ (?:it|this)\ any\ ?more
    )(?=$|\ \.|\ (?:jeg|eg|og|men|hva|kva|trenger|treng|vil|hjelp|noen|nokon|i|and|but|please)\b)""",
    re.VERBOSE,
)
# Danger, unless it is told of somebody who is dead.
_UNLESS_DEAD = re.compile(r"\b(?:overdose[rn]?|overdosa|selvmord|sjølvmord|suicide|overdosed?)\b")
_DEAD = re.compile(
    r"\b(?:døde|døydde|død|daud|dødsfall|mistet|mista|lost|died|dead|etterlatt|etterlatte|etterlaten|"
    r"etterlatne|attlatne|sorg|sorggruppe|bereaved|grief|gikk bort|tok)\b"
)
_SLIP = re.compile(
    rf"""\b(?:
    sprakk | sprokke | sprukket | (?:har|fikk|fekk|hadde|hatt|på)\ (?:en\ |ein\ )?sprekk(?:en)?
    | (?:hatt|fått|fikk|fekk|etter)\ (?:et\ |eit\ )?tilbakefall
    | falt\ utpå | gått\ på\ en\ smell
    | (?:drakk|drukket|drukke|brukte|brukt|ruset\ meg|rusa\ meg)\ {_I}(?:igjen|att)
    | (?:begynt|begynte|starta|startet)\ {_I}(?:å\ )?(?:drikke|bruke|ruse\ meg|røyke\ hasj)\ (?:igjen|att)
    | relapsed | (?:had|having|after)\ a\ relapse | slipped\ up | had\ a\ slip | fell\ off\ the\ wagon
    | (?:started|been|am|im)\ (?:using|drinking)\ again | (?:used|drank)\ again
    )(?!\w)""",
    re.VERBOSE,
)
# The word alone, as somebody types it who wants the page.
_ONLY_SLIP = frozenset({"sprekk", "en sprekk", "sprekken", "tilbakefall", "relapse", "ein sprekk"})
_NOT_SO = re.compile(r"\b(?:ikke|ikkje|aldri|never|not|uten å ha|utan å ha)(?: \w+)?$")


def dangers(sentence: Sentence) -> Iterator[Found]:
    """Yield the words that speak of acute danger to a life, the person's own or another's."""
    text = sentence.joined.text
    for pattern in (_DANGER, _NO_MORE):
        yield from _marked(sentence, pattern, Kind.DANGER)
    kind = Kind.DANGER if _DEAD.search(text) is None else Kind.ASIDE
    yield from _marked(sentence, _UNLESS_DEAD, kind)


def slips(sentence: Sentence) -> Iterator[Found]:
    """Yield the words with which the person says that they have slipped, or asks for that alone."""
    text = sentence.joined.text
    if text in _ONLY_SLIP:
        yield Found(0, len(sentence.words), Kind.SLIP, ())
    for found in _marked(sentence, _SLIP, Kind.SLIP):
        if not _NOT_SO.search(text[: sentence.joined.starts[found.first]].rstrip()):
            yield found


def _marked(sentence: Sentence, pattern: re.Pattern[str], kind: Kind) -> Iterator[Found]:
    for first, after in sentence.joined.matches(pattern):
        yield Found(first, after, kind, ())


# What a misspelt word may be meant for.
MARKED_WORDS = ("overdose", "selvmord", "selvmordstanker", "suicidal", "sprukket", "tilbakefall")
