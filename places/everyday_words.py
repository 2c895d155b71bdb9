"""Tells when a word that is also a place's name is meant as the place, in running text.

"Gå på ski" is no wish to go to Ski, and "en time" none for Time. Such a word is read as a
place only after a word like "i" or "ved". Where even that is ordinary language ("på ski",
"i sola"), it must also have its capital letter.
"""

_LEADING_TO_A_PLACE = "i pa ved naer fra til rundt omkring utenfor in near from around"
_PREPOSITIONS = frozenset(_LEADING_TO_A_PLACE.split())

_AROUND_A_WORD = ".,;:!?()\"'«»"

# Names of places in the gazetteer that are ordinary Norwegian or English words, folded. Names
# of one or two letters (Å, Ås, Bø, Mo, Os, Re) count as ordinary words without standing here.
_WORDS = """
aker aldra asen ask aure barmen berg bleik bogen bolga bon borge borgen bru bud byre dal dale
dalen drag duken eid eide eike eiken enger engen fall feiring fet fiska fjaere fjell fjord fla
flekke flora forde fosser gala gan gaupen gran grinder grua grue hagan heim hell helle hennes
herre his hol hole holen hopen horte hov hovet hyggen ise jar jordet kana kapp kil kinn kjeller
kjenn knapper kval kvelde leka lena ler lista lom loppa lote lund lunde lye malm manger marker
maze moen moi myra naa namna napp nes ona orre otta oye oyer paradis plassen rane rasta reine
roa roan rong rost royken runde rygge sand sander sekken sel seter silda skala skare skei ski
skoger sletta sola son stad sto stol stott strand stranda sund sunde sylte tangen tau tiller
time tinn tomter torp torsken traena tretten tro tune vaga vage vale valen vang vik voll vollen
"""
_SHORT = 2
_EVERYDAY_WORDS = frozenset(_WORDS.split())

# Ordinary even after a preposition, as they are written: in his group, ved å øve, i tretten år.
_EVEN_THEN = """
a å as al bo berg dal dalen drag eide fall fjell fjord fosser gran ha heim hell hennes herre his
hole jordet kjeller knapper lista marker na nå nes paradis plassen re runde sand seter skala
skoger son stol strand stranda sund tangen tau time tomter tretten tro
"""
_ORDINARY_EVERYWHERE = frozenset(_EVEN_THEN.split())
_ORDINARY_PHRASES = frozenset(
    {("pa", "ski"), ("i", "sola"), ("pa", "moen"), ("pa", "vollen"), ("pa", "sletta")}
    | {("i", "lund"), ("i", "oye"), ("i", "rost"), ("pa", "kinn"), ("til", "leka"), ("i", "stad")}
    | {("pa", "royken"), ("fra", "royken"), ("til", "royken"), ("i", "vik"), ("til", "grue")}
    | {("pa", "flora"), ("i", "hovet"), ("pa", "hovet"), ("i", "sekken"), ("i", "hagan")}
)


def may_be_a_place(
    word: str, folded: str, folded_before: str, *, stands_as_name: bool = False
) -> bool:
    """Tell whether a single word that names a place is meant as one.

    ``word`` is as it was written and ``folded`` its folded form; ``folded_before`` is the word
    before it, folded, empty at the start of the text. ``stands_as_name``: it is written or set
    apart so that it is hardly a word of everyday language.
    """
    bare = word.strip(_AROUND_A_WORD)
    is_ordinary = bare.lower() in _ORDINARY_EVERYWHERE and not _has_capital(bare)
    if len(folded) > _SHORT and folded not in _EVERYDAY_WORDS:
        return True
    if stands_as_name and not is_ordinary:
        return True
    if folded_before not in _PREPOSITIONS:
        return False
    if (folded_before, folded) in _ORDINARY_PHRASES:
        return _has_capital(bare)
    return not is_ordinary


def _has_capital(word: str) -> bool:
    """Tell a capital that was meant: a text all in capitals says nothing."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())
