"""Everyday words that must not be read as a wish, though an inflection of one looks like them.

Each was found by reading the 15,000 commonest words of Norwegian and 7,500 of English: "vise"
(show) is not "viser" (songs), "savner" (misses) no grief, "i løpet av" no run, "spiller" may
be football, the piano or gambling. Where such a word is itself in the vocabulary, it counts.
"""

from search.words import word_set

ONLY_EXACT = word_set(
    """
    arbeide arbeider arbeidet bad badet bak ballet bat beat bill bills boende boks boksen bon bond
    bone bones bære bærer bærar date dater dates dog dokument dokumenter dokumentet dokumentene dyre
    garden gjelde gjelder gjeldende gjeld gårde henge henger hengende jammen jobba jobbar jobbe
    jobber jobbet lane latt leir leiren løpet mal mark marker market mate rape raped raper rocket
    rocks sakna saknar savne savner savnet savnede sank set sete setet setene sett skap skape skapar
    skaper skapet skien snakka snakkar snakker snakket spele spelar spelte spelt spille spiller
    skrev skriv skriver skriva
    spilte spilt spring stable stol stole stolen stoler studerar studerer super sørg sørger sørget
    sørgjer tegn tegnene tegnet teikn teiknet treffande treffe treffende treffer treffet tror trua
    true truende truer truet trur utvikla utvikle utvikler utviklet vekt vekta vekten vis visa vise
    viser visar vektere vekteren vekterne visere viseren
    """
)

# Names of drugs and medicines, of which many are in no list of ordinary words: nobody who writes
# "mdma" has misspelt a sport.
NEVER_CORRECTED = word_set(
    """
    mdma amfetamin heroin kokain hasj hasjis marihuana cannabis ecstasy ketamin fentanyl oxynorm
    oxycontin tramadol xanax rivotril valium subutex suboxone buvidal metadon benzo benzoer
    benzodiazepiner opioid opioider opiat opiater pregabalin lyrica ritalin speed tjall snus vape poppers
    lystgass russug abstinens avrusning rusfri rusfritt rusavhengig misbruk psykose schizofreni bipolar
    """
)

# What people say about themselves and their search, which no offer's text should be searched for.
QUIET = word_set(
    """
    aktivitet aktiviteter aktivitetar alder alderen begynne begynt bor bur bodd budd dame drive
    finn finna førti gammel gammal gamal gamle gang går gikk gjerast gutt heiter helst heter holde lenger
    håper interessert interessera jenta jente kanskje kvinne kvinner leitar leite leter lete likte likar
    mann menn nær prøve prøvd prøver pr reise sammen saman ser sjå spele spelar spille spiller start
    starte sted stad søker søke takk teste tilbod tilbud trives tør ung unge voksen vaksen
    vokst årene åra år års åring
    orker orkar orke orka gidder gidde klarer klarar klare greier greiar mistet mista miste dør dø døyr
    drep drepe die dying fjor igjen ny nye nytt new
    drikker drikke drikk drikkar drakk drukket drukke ruser rusar ruset drink drinking drinks
    sønnen sonen datteren dattera dottera kona mannen kjæresten kjærasten samboeren sambuaren ektefellen
    pleide pleidde plagde brukte drev dreiv spilte spelte spilt spelt likte elsket used
    ta tar tatt tok tek klart klarte lol haha stedet staden isteden istedenfor heller kasta kastet
    kastes kaster lurer lurar skjønner skjønar godtar komme kommer kome kjem fikk fekk livredd redd
    jævla fucking helvete
    faen grupper groups sitter sit sitte hjemme heime folk
    broren søsteren søstera systera kompisen vennen venninna bestevennen bestevenninna
    son daughter husband wife brother sister boyfriend girlfriend lost
    activities activity age aged anything boy everything find girl go going hello hi join live lives
    living love man old people place play playing prefer search searching start thanks try trying want
    wants woman
    year years
    """
)
