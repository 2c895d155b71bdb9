"""Which words Norwegian puts together with an interest, and which of those that look so are not."""

from search.words import word_set

# What stands last when people do something together: turgjeng, strikkekveld, klatreverksted.
GATHERINGS = word_set(
    """
    gruppe kveld treff klubb gjeng gjengen lag kurs møte trening tur senter kafé verksted verkstad
    helg venn kompis kamerat makker krets selskap fellesskap forening sirkel økt øving øvelse
    group club class course meeting night evening team crew workshop session
    """
)
# What stands last as well, but is no company of people.
OCCASIONS = word_set(
    "time dag stund leir ferie hall opplegg tilbud aktivitet prosjekt skole fest glede trip trips"
)
# Whose company, where the word ends in a gathering: jenteklubb, mannetur.
COMPANY = {
    "women": word_set("kvinne kvinner dame jente"),
    "men": word_set("mann manne mannfolk herre gutte gute"),
}
# What may stand before an interest of any length, though the whole is an everyday word.
MODIFIERS = word_set(
    """
    ungdom jente gutte gute kvinne dame mann manne herre senior eldre familie voksen vaksen
    nybegynner begynner nybyrjar mosjon trim bydel nabolag nærmiljø fritid
    mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag helg helge kveld natt
    morgen ettermiddag formiddag høst vinter vår sommer jul påske skog fjell by
    """
)
SHORT_INTERESTS = word_set(
    "tur kor sang song dans yoga trening fotball ballspill kino konsert frokost middag lunsj svømming"
)
# Interests' words that mean another thing in front of others: data and a course, arbeid and a group.
NOT_FIRST = word_set(
    """
    data spill spel spille spele ball arbeid arbeide skole jobb kurs kode work job school course død
    tipping odds poker casino betting
    """
)
# ... and after others: grunnskole, julemat, kjøkkenhjelp.
NOT_LAST = word_set(
    """
    skole arbeid jobb kurs data spill spel drama motor verksted seter hvile kultur kokk båten
    kirke natur studio instrument camping fantasy rapper sponsor budsjett odds tipping skate boble
    """
)
# With these last, a word for a problem is a group for those who have it: sorgtreff, gjeldskurs.
ABOUT_A_PROBLEM = word_set(
    "gruppe møte treff kurs kafé fellesskap krets hjelp støtte rådgivning group meeting support"
)
# Words of everyday language that only look like one of the above.
NO_COMPOUNDS = word_set(
    """
    billag bondage fiskeslag fjellhall hviledag korsfest lunchtime mannsmot matlager positur rapture
    runtime sometime herremote
    """
)
