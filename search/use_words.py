"""Words about drugs and drink, or about doing without: a reason to ask, never to guess.

"Jeg drikker for mye" does not say whether somebody wants to stop, and "edru" does not say for how
long. The page asks, with one press for each answer; nothing else follows from the words.
"""

import re

from search.found import Sentence

# The names of the fellowships are left out: who asks for an AA meeting has said what they look for.
_USE = re.compile(
    r"""\b(?:
    rus(?:en|et|a|er|ar|te|ing)? | russug\w* | rusavheng\w* | rusproblem\w* | rusmid\w+
    | rusbehandling\w* | rusfri\w* | avrus\w* | edru\w* | nykter\w* | nøktern | tørrlagt
    | dri(?:kke|kker|kk|kkar)\ (?:for\ )?(?:mye|mykje|hver|kvar|alkohol|øl|vin|sprit)
    | dri(?:kker|kk|kkar)\ (?:ikke|ikkje|aldri)(?!\ (?:kaff\w|te|brus|vann|vatn|melk|mjølk|saft)\b)
    | (?:ikke|ikkje|aldri)\ dri(?:kker|kk|kkar|kke) | (?:uten|utan|enn|unngå|slippe|sleppe)\ å\ drikke
    | slutt\w*\ (?:jeg|eg)\ (?:å\ |med\ )?(?:drikk\w*|alkohol\w*|rus\w*)
    | (?:dra|dru)kk\w*\ (?:for\ )?(?:mye|mykje|igjen|att) | alkohol\w* | fylla? | bakfull\w* | promille\w*
    | slutt\w*\ (?:å\ |med\ |med\ å\ )?(?:drikk\w*|rus\w*|røyk\w*|alkohol\w*|hasj\w*|dop\w*|stoff\w*|pill\w*)
    | heroin\w* | (?:met)?amfetamin\w* | kokain\w* | hasj\w* | cannabis\w* | marihuana\w*
    | ghb | ecstasy | mdma
    | benzo\w* | opioid\w* | oksykodon\w* | tramadol\w* | sobril\w* | rivotril\w* | xanax | dop(?:et|er|a)?
    | narko\w* | sprøyte\w* | abstinens\w* | substitusjons\w* | metadon\w* | subutex | buprenorfin\w* | lar
    | avhengig(?:het\w*|e|heit\w*)?(?!\w|\ av\b)
    | sober | (?:dont|do\ not|cant|cannot|never|not)\ drink(?!\ (?:coffee|tea|soda|milk|water))
    | drugs? | addict\w* | alcohol\w* | drinking | weed | cocaine | detox\w* | rehab\w* | relaps\w*
    | substance\ \w+ | methadone | (?:in|early)\ recovery | clean\ (?:for|since|and)
    )(?!\w)""",
    re.VERBOSE,
)


def speaks_of_use(sentence: Sentence) -> bool:
    return _USE.search(sentence.joined.text) is not None
