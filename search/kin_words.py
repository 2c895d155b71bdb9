"""Words for the people close to somebody, and what is said of them, as parts of patterns."""

from search.words import word_set

# Alone they are one's own: "mamma drikker", "broren ruser seg".
OWN = word_set(
    """
    mamma pappa mor far moren mora faren broren søsteren søstera systera sønnen sonen datteren dattera
    dottera kona mannen kjæresten kjærasten samboeren sambuaren ektefellen ektemannen partneren barnet
    barna ungen ungene bestevennen bestevenninna vennen venen venninna venninnen veninna kompisen
    kameraten foreldrene foreldra onkelen tanta bestefar bestemor farfar morfar lillebror storebror
    lillesøster storesøster veslebror storesyster eksen stefaren stemora stesønnen svigersønnen niesen
    nevøen barnebarnet fetteren kusina tvillingbroren kollegaen søsknene søsken
    """
)
# These are one's own only where it is said: "min bror", "bror min", "my brother".
ONLY_WITH_MY = word_set(
    """
    sønn son datter dotter bror søster syster kone mann kjæreste kjæraste samboer sambuar ektefelle
    partner barn unge venn ven venninne kompis kamerat onkel tante fetter kusine kollega stefar stemor
    husband wife boyfriend girlfriend daughter brother sister mother mom mum father dad child children
    kid kids friend parents uncle aunt cousin grandson granddaughter grandfather grandmother stepson
    stepdad stepmother mate ex gutt gut jente jenta jenten gutten guten bestevenn bestevenninne bestis veninne
    typen dama
    """
)
# Nobody calls themselves one of these without saying whose.
NEVER_MYSELF = word_set("sønn son datter dotter bror søster syster svigersønn barnebarn nevø niese")
# Somebody close without a word for who it is.
SOMEONE_CLOSE = (
    "noen i familien|nokon i familien|en i familien|ein i familien|et familiemedlem|"
    "eit familiemedlem|noen jeg er glad i|en jeg er glad i|nokon eg er glad i|ein eg er glad i|"
    "noen som står meg nær|noen nær meg|someone in my family|someone i love|somebody i love|"
    "a family member|someone close to me"
)
MY = word_set("min mi mitt mine my vår vårt våre our hans hennes")

USING = (
    r"rus(?:er|ar|et|a|te) (?:seg|sæ|på)|har rus(?:et|a) seg|"
    r"(?:drikk(?:er|ar)?|drakk|drukket|drukke)|"
    r"har (?:et |eit |store )?(?:rus|alkohol|drikke|narkotika|spille|stoff)\w*(?:problem|misbruk)\w*|"
    r"(?:sliter|slit|strever|kjemper) med (?:rus(?!s)|alkohol|drikk|narko|avheng|pill|spill|gambl|dop)\w*|"
    r"(?:er|ble|blei|vart|blitt|har vært) (?:en |ein |tungt |aktivt? )?(?:rusavhengig|rusmisbruk|"
    r"avhengig(?! av (?!rus|alko|narko|stoff|dop|hasj|pill|spill|heroin|kokain|amfetamin|ghb|cannabis))|"
    r"alkoholik|narkoman|rusa\b|ruset\b|i aktiv rus|på kjøret|i rus)\w*|"
    r"(?:bruk(?:er|ar|te|t)|tar|tek|går på|røyk(?:er|te)|selger) (?:mye |mykje |for mye )?(?:dop|stoff|"
    r"narko|rusm|hasj|hasjisj|amfetamin|heroin|kokain|pill|cannabis|ghb|"
    r"tung[te]* (?:stoff|dop|narko|rus))\w*|"
    r"(?:har |ha |er )?(?:begynt|byrja|starta|begynte) (?:med|på|å bruke|å røyke|å ta|å røyka) (?:dop|"
    r"stoff|narko|rus(?!s)|hasj|amfetamin|heroin|kokain|pill|cannabis|ghb|"
    r"tung[te]* (?:stoff|dop|narko|rus))\w*|"
    r"(?:klarer|klarar|greier|greiar|vil|får|cant|cannot) (?:(?:ikke|ikkje) )?(?:til )?(?:å )?"
    r"(?:slutte|stoppe|stop|quit) (?:med )?(?:å )?(?:drikk|ruse|rusa|gambl|bruk|dop|stoff|narko|hasj|pill|"
    r"drinking|using|gambling)\w*(?: seg)?|"
    r"misbruk(?:er|ar|te)|gambl(?:er|ar|et)|(?:er|har vært) innlagt (?:for|på) rus\w*|"
    r"(?:har )?(?:sprukket|sprokke|sprakk)|"
    r"us(?:es?|ed|ing) (?:drugs|heroin|cocaine|meth|weed|pills|substances|again)|"
    r"(?:is|was|are) (?:using|drinking|an addict|addicted|an alcoholic|alcoholic|on drugs|in active)|"
    r"(?:har |ha )?(?:begynt|byrja|starta|begynte) (?:med|på) (?:noe|noko|litt|noen|nokre|sterke) "
    r"(?:dop|stoff|narko|rus(?!s)|pill|tablett|hasj)\w*|"
    r"(?:har )?(?:spil|spel)\w* (?:bort|vekk)|"
    r"(?:har )?(?:kjørt|køyrt|rota|rotet) seg (?:fast|bort|ned|inn) (?:i|på|med) "
    r"(?:rus(?!s)|dop|narko|stoff)\w*|"
    r"(?:har )?(?:havnet|hamna|havna|falt|endt opp) (?:ut )?(?:i rus\b|på kjøret)|"
    r"(?:er|ble|blei|vart|blitt) (?:så )?(?:syk|sjuk|dårlig|dårleg) av "
    r"(?:rus(?!s)|dop|narko|stoff|hasj|alkohol)\w*|"
    r"(?:går|er|står|bruker|brukar) (?:på |i )?(?:metadon|subutex|suboxone|buvidal|lar)\b|"
    r"drinks?|drank|gambles|(?:has )?gambled away|takes drugs|relapsed|"
    r"struggl\w+ with (?:drug|addict|alcohol|drink|substance|gambl)\w*|"
    r"has an? (?:drug|drinking|alcohol|gambling|substance|addiction)\w*(?: use)?(?: problem)?"
)
# Right after what is said, it is not so: "drikker ikke", "ruser seg aldri", "drikker nesten ikke".
NOT_SO = (
    r"(?:(?:han|hun|ho|seg|jo|nesten|så å si|lenger|he|she) ){0,2}"
    r"(?:(?:ikke|ikkje|not)(?! (?:bare|berre|lite|så rent|mindre|hver|kvar|only|just|every|less))|"
    r"aldri(?! (?:mindre|bare|berre))|sjelden|sjeldan|verken|hverken|"
    r"korkje|ingenting|lite(?! (?:annet|anna|på))|never|nothing|no(?= (?:alcohol|beer|wine))|rarely|seldom)"
    r"(?: (?:noe |noko |en dråpe |ein drope |any )?(?:alkohol|øl|vin|sprit|alcohol|beer|wine))?"
)
# What anybody drinks, and what may stand before it.
HARMLESS = (
    r"(?:(?:bare|berre|mye|mykje|mest|litt|en|ei|ein|et|kopp|koppen|glass|varm|kald|sin|"
    r"sitt|only|just|a lot of|cup|of|og|and|alkoholfri|alkoholfritt|ikke|ikkje|not|no|for) ){0,4}"
    r"(?:kaffi?e?n?|te|teen|vann|vatn|brus|cola|melk|mjølk|saft|juice|kakao|sjokolade|lettøl|farris|smoothie|"
    r"(?:energi|protein|sports?)drikk\w*|shake|coffee|tea|water|milk|soda|juice|cocoa|lemonade|"
    r"alkoholfri(?:tt)? (?:øl|vin|drikke))"
)
# Before what was done and is not done any more, and what those are who have stopped.
STOPPED = (
    r"(?:har |has )?(?:slutta|sluttet|kuttet ut|kutta ut|gitt opp|quit|stopped|given up|gave up) (?:helt )?"
    r"(?:med )?(?:å )?"
    r"(?:drikk|drink|rus|alko|dop|stoff|narko|hasj|pill|gambl|bruke|spill|using|drugs)\w*(?: seg)?|"
    r"(?:er|har vært|har vore|is|has been) (?:\w+ )?(?:edru|rusfri|nykter|sober|clean)|"
    r"(?:is not|isnt) drinking"
)
DIED = (
    r"døde|døydde|(?:er|var|ble|vart) (?:funnet |funnen )?(?:død|døde|daud)|gikk bort|gjekk bort|"
    r"(?:har )?gått bort|tok livet (?:sitt|av seg)|tok sitt eget liv|tok sjølvmord|"
    r"begikk selvmord|omkom|falt fra|fall frå|har dødd|tok overdose og døde|"
    r"died|passed away|is dead|(?:was )?killed|took (?:his|her|their) (?:own )?li(?:fe|ves)|"
    r"committed suicide|overdosed and died"
)
LOST = r"mistet|mista|mistet vi|mista vi|lost|tapte"
BETWEEN_LOST = (
    r"jeg|eg|vi|min|mi|mitt|mine|en|ei|ein|et|eit|my|our|a|an|the|best|kjære|beste|eldste|yngste|"
    r"eldre|yngre|lille|store|nær|nære|god|gode|både|eneste|einaste|close|only|older|younger|little|big"
)
# Whom one may have lost, told or not: "noen" alone, but not "noen kilo".
LOST_SOMEONE = (
    r"(?:noen|nokon|someone|somebody)(?=$| (?:\.|som|jeg|eg|vi|nære?|kjære?|i|til|på|for|da|og|men|nylig|"
    r"close|dear|who|that|to|and|but)(?: |$))|(?:en|ein|et|eit) (?:nær\b|som (?:sto|stod|er|var|betydde)\b)|"
    r"(?:et|eit) søsken"
)
# Who is lost in other ways is not dead: "mistet barna til barnevernet".
LOST_OTHERWISE = (
    r"(?! (?:\S+ ){0,3}"
    r"(?:barnevern\w*|fosterhjem\w*|fosterheim\w*|eksen|faren til|moren til|cps|foster))"
)
# Nobody's death, though a thing or an animal may be said to have died.
NO_PERSON = (
    r"(?:hund|katt|hest|kanin|hamster|marsvin|undulat|fugl|fisk|dyr|kjæledyr|bikkj|valp|pus|telefon|mobil|"
    r"batteri|pc|data|laptop|bil|motor|plante|blomst|dog|cat|horse|rabbit|pet|phone|battery|car|computer|laptop)"
    r"(?:en|a|et|ene|ane|er|ar|n|s|t)?"
)
WORRIED = (
    r"(?:bekymr(?:et|a|ar)|redd|uroa|uroleg|engstelig|fortvilt|worried|scared|concerned) "
    r"(?:meg )?(?:for|about|over)"
)
# Who is "bekymret for en venn" speaks of somebody close; who is "redd for en mann" may not.
CARING = r"bekymr(?:et|a|ar) (?:meg )?for|uroa for|uroleg for|worried about|concerned (?:for|about)"
# Whose age is told after them is a child's: "mor til gutt 17", "pårørende til 17-åring".
PARENTS = (
    r"mor|far|mamma|pappa|foreldre|forelder|bestemor|bestefar|besteforeldre|tante|onkel|stemor|stefar|"
    r"fostermor|fosterfar|søster|syster|bror|pårørende|pårørande|mother|father|mom|mum|dad|parents?|"
    r"grandmother|grandfather|sister|brother|relative"
)
ADDICTED = (
    r"rusavhengig\w*|rusmisbruker\w*|alkoholiker\w*|alkoholikar\w*|narkoman\w*|avhengige?|"
    r"(?:en|ei|noen|nokon) som (?:ruser|rusar|drikker|drikk|er rus\w*)"
)
RELATED = (
    r"mor|far|mamma|pappa|søster|syster|bror|kone|mann|kjæreste|kjæraste|datter|dotter|sønn|son|"
    r"venn|ven|venninne|barn|forelder|foreldre|samboer|sambuar|besteforeldre|bestemor|bestefar|søsken|søskenet|sysken|gift|"
    r"sammen|saman|bor|bur"
)
