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
    r"(?:drikk(?:er|ar)?|drakk|drukket|drukke)(?! (?:kaffe|te|vann|vatn|brus|mjølk|melk))|"
    r"har (?:et |eit |store )?(?:rus|alkohol|drikke|narkotika|spille|stoff)\w*(?:problem|misbruk)\w*|"
    r"(?:sliter|slit|strever|kjemper) med (?:rus|alkohol|drikk|narko|avheng|pill|spill|gambl|dop)\w*|"
    r"(?:er|ble|blei|vart|blitt|har vært) (?:en |ein |tungt |aktivt? )?(?:rusavhengig|rusmisbruk|"
    r"avhengig(?! av meg)|alkoholik|narkoman|rusa\b|ruset\b|i aktiv rus|på kjøret|i rus)\w*|"
    r"(?:bruk(?:er|ar|te|t)|tar|tek|går på|røyk(?:er|te)|selger) (?:mye |mykje |for mye )?(?:dop|stoff|"
    r"narko|rusm|hasj|hasjisj|amfetamin|heroin|kokain|pill|cannabis|ghb|tung)\w*|"
    r"(?:har |ha |er )?(?:begynt|byrja|starta|begynte) (?:med|på|å bruke|å røyke|å ta|å røyka) (?:dop|"
    r"stoff|narko|rus|hasj|amfetamin|heroin|kokain|pill|cannabis|ghb|tung)\w*|"
    r"misbruk(?:er|ar|te)|gambl(?:er|ar|et)|(?:er|har vært) innlagt (?:for|på) rus\w*|"
    r"(?:har )?(?:sprukket|sprokke|sprakk)|"
    r"us(?:es?|ed|ing) (?:drugs|heroin|cocaine|meth|weed|pills|substances|again)|"
    r"(?:is|was|are) (?:using|drinking|an addict|addicted|an alcoholic|alcoholic|on drugs|in active)|"
    r"drinks?(?! (?:coffee|tea|water))|drank|gambles|takes drugs|relapsed|"
    r"struggl\w+ with (?:drug|addict|alcohol|drink|substance|gambl)\w*|"
    r"has an? (?:drug|drinking|alcohol|gambling|substance|addiction)\w*(?: use)?(?: problem)?"
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
# Whom one may have lost, told or not.
LOST_SOMEONE = "noen|nokon|someone|somebody|en nær|ein nær|et søsken|eit søsken|en|ein som"
WORRIED = (
    r"(?:bekymr(?:et|a|ar)|redd|uroa|uroleg|engstelig|fortvilt|worried|scared|concerned) "
    r"(?:meg )?(?:for|about|over)|hjelpe|å hjelpe|hjelp til|help"
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
