r"""The sayings of a body in danger, as patterns over lower-case words with one space between them.

`LIFE`: somebody cannot be woken or does not breathe, so only one number is right. `BODY`: something
was taken, or somebody is ill of doing without: to stop drinking or taking benzodiazepines at once
can cost a life. Gaps between words are bounded: no text takes long.
"""

import re

_I = r"(?:(?:jeg|eg|æ|ej|e|i)\ )?"
_NOT = r"(?:ikke|ikkje|ikkj|ikje|itj|ittj|itte|itt|isje|knapt|nesten\ ikke|nesten\ ikkje)"
# Nothing more is said, or something else begins.
_END = (
    r"(?=$|\ (?:\.|nå|no|na|snart|jeg|eg|æ|og|men|hva|kva|hjelp|fordi|trenger|treng|igjen|att|"
    r"lenger|lenge|"
    r"han|hun|ho|now|and|but|please|help|what|anymore|properly)(?:\ |$))"
)
_OTHER = (
    r"(?:han|hun|ho|hen|noen|nokon|he|she|they|someone|somebody|"
    r"(?:min\ |my\ |en\ |ei\ |a\ )?(?:venn|venninn|kompis|kamerat|kjærest|sambo|samboer|bror|"
    r"søster|syster|"
    r"sønn|datter|dotter|mamma|pappa|mor|far|mann|kon|jent|gutt|person|romkamerat|kollega|"
    r"bestevenn|"
    r"friend|mate|flatmate|roommate|brother|sister|mum|mom|dad|son|daughter|boyfriend|girlfriend|"
    r"husband|"
    r"wife|partner|guy|girl)\w{0,3}(?:\ (?:min|mi|mitt|vår))?)"
)
_THEM = (
    r"(?:(?:i|med|han|ham|hun|henne|ho|hen|him|her|them|kameraten|kompisen|vennen|venninna|"
    r"venninnen|kjæresten|"
    r"broren|søstera|mamma|pappa|my\ \w+|min|mi)\ ){0,3}?"
)
# A game, an alarm clock or a telephone is no person.
_EARLY = (
    r"(?!\ (?:før|tidlig|tidleg|i\ tide|uthvilt|om\ morg\w+|på\ morg\w+|opp\ (?:før|tidlig|til)|"
    r"til\ "
    r"(?:skolen|jobb\w*|alarm\w*|klokk\w*)|av\ (?:alarm\w*|vekke\w*|klokk\w*|mobil\w*)|early|"
    r"in\ time|before)\b)"
)
# What is over is told, such as why one would like to get fit.
_IN_THE_PAST = r"(?!(?:\ \S+){0,4}?\ (?:i\ fjor|siden|sidan|ago|last\ year|en\ gang|once)\b)"

LIFE = re.compile(
    rf"""\b(?:
    pust(?:er|ar|e|a)?\ {_NOT}(?!\ (?:ut|inn|med\ magen|riktig|rett)\b)
    | (?:(?:is|are)\ not|isnt|arent|stopped|hardly|barely)\ breathing | not\ breathing{_END}
    | pust(?:er|ar)\ (?:så\ |veldig\ |litt\ )?(?:rart|dårlig|dårleg|merkelig|merkeleg|
        så\ vidt){_END}
    | breath(?:ing|es)\ (?:really\ |very\ |so\ )?(?:weird|weirdly|funny|strange|strangely|shallow|
        badly)
    | (?:sluttet|slutta|sluttar|slutter)\ (?:helt\ |heilt\ )?(?:med\ )?(?:å\ )?(?:puste|pusta)
    | (?:får|fær|kan|klarer|klarar|greier)\ {_I}{_NOT}\ (?:til\ )?(?:å\ )?(?:puste|pusta){_END}
    | (?:cant|cannot|can\ not)\ breathe{_END}
    | blå\ (?:i|på|rundt)\ (?:leppene|leppa|ansiktet|fjeset|munnen) | blåe?\ lepper | blue\ lips
    | (?:leppene|leppa|lips|ansiktet)\ (?:(?:er|ble|blir|vart|are|is|turned|hans|hennes|his|her|
        mine|my|
        helt|heilt|turning|going)\ ){{1,3}}(?:blå|blåe|blue|gråe?)
    | blitt\ (?:helt\ )?(?:blå\ og\ kald|kald\ og\ blå)
    | (?<!kurs\ )(?<!kurs\ om\ )(?:bevisstløs|bevistløs|bevistlaus|bevisstlaus|medvitslaus)\w*
    | livløs | livlaus | unconscious | unresponsive | (?:mistet|mista|misser|
        mister)\ (?:bevisstheten|medvitet)
    | lost\ consciousness
    | (?<!\bjeg\ )(?<!\beg\ )(?<!\bæ\ )(?:våkn|vakn|vokn)(?:er|ar|e|a|et)\ {_NOT}{_EARLY}
    | (?:wont|not|doesnt|isnt|cant)\ (?:wak(?:e|ing)\ up){_EARLY} | (?:cant|cannot|wont|
        doesnt)\ (?:wake|get)
        \ (?:him|them|my\ \w+|her)\ (?:up|awake){_EARLY} | (?:cant|cannot)\ wake\ (?:him|her|them|
        my\ \w+)
    | (?:får|fær|kan|klarer|klarar|greier)\ {_I}{_NOT}\ (?:til\ )?(?:å\ )?{_THEM}(?:vekke|vekt|
        vekket|vekka|
        våkne|vakne|vekkja|liv\ i|kontakt\ med){_THEM}(?!\ (?:kundeservice|nav|legen|folk|andre)\b)
        (?<!\bkontakt\ med)
    | får\ {_I}{_NOT}\ (?:kontakt\ med|liv\ i)
        \ (?:han|ham|henne|ho|hen|(?:kamerat|kompis|venn|kjærest|bror|søster|mamma|pappa|
        romkamerat)\w*)
    | (?:umulig|umogleg|vanskelig|vanskeleg)\ å\ (?:vekke|få\ liv\ i|få\ kontakt\ med)
    | snork(?:er|ar)\ (?:så\ |veldig\ |helt\ )?(?:rart|merkelig|merkeleg)
    | (?:jeg|eg|æ|i)\ (?:tror\ |trur\ |think\ )?(?:(?:jeg|eg|i)\ )?(?:har\ |have\ )?(?:en\ |eit\ |
        et\ |a\ )?
        (?:hjerteinfarkt|hjarteinfarkt|heart\ attack)
    | {_OTHER}\ (?:
        pust(?:er|ar|a|et)\ (?:så\ |veldig\ |helt\ |heilt\ |bare\ |litt\ )?
            (?:rart?|dårlig|dårleg|svakt|overfladisk|sjelden|sjeldan|så\ vidt|sakte|merkelig|
        merkeleg)
        | (?:is\ )?breath(?:ing|es)\ (?:really\ |very\ |so\ )?(?:slow|slowly)
        | (?:reagerer|reagerar|svarer|svarar)\ {_NOT}\ (?:når\ jeg\ (?:roper|rister|snakker)|lenger)
        | (?:reagerer|reagerar)\ {_NOT}{_END} | (?:is\ )?(?:not|isnt)\ (?:responding|responsive)
        | (?:har\ |har\ nettopp\ )?(?:besvimt|besvimte|besvima|svimte\ av|kollapset|kollapsa|
        falt\ om|
            segnet\ om|segna\ om|passed\ out|collapsed|fainted|dåna){_IN_THE_PAST}
        | (?:har|hadde|fikk|fekk|has|is\ having|had)\ (?:en\ |eit\ |et\ |a\ )?(?:hjertestans|
            hjartestans|hjerteinfarkt|hjarteinfarkt|heart\ attack|cardiac\ arrest){_END}
        | (?:har\ tatt|tok|har\ teke|took|has\ taken|tek|tar)\ (?:en\ |ei\ |an\ )?(?:overdose|od)
            (?!\ og\ (?:døde|døydde|er\ død)|\ and\ died)
            (?!(?:\ \S+){{0,8}}?\ (?:døde|døydde|i\ fjor|died)\b)
        )
    | (?:har\ )?(?:tatt|tok|teke|tar|tog)\ (?:en\ |ei\ )overdose(?!\ og\ (?:døde|døydde|er\ død))
    | overdosert | overdoserer | overdosing
    )(?!\w)""",
    re.VERBOSE,
)

_PILLS = (
    r"(?:pill|tablett|paracet|pinex|ibux|ibuprofen|sovemedisin|sovetablett|sovepill|medisin|sobril|"
    r"rivotril|xanax|valium|benzo|tramadol|oxy|vival|imovane|pills|tablets|paracetamol|"
    r"sleeping\ pills)\w*"
)
_DRUG = (
    rf"(?:{_PILLS}|ghb|gbl|ghb\w*|mdma|molly|ecstasy|extacy|lsd|syre|sopp|fleinsopp|shrooms|"
    rf"mushrooms|amfetamin|"
    r"metamfetamin|meth|speed|kokain|kola|coke|cocaine|heroin|ketamin\w*|spice|hasj|gress|weed|"
    r"fentanyl|"
    r"morfin\w*|dop|stoff|drugs|narko\w*|lystgass|edibles?|badesalt|nitazen\w*|acid)"
)
_DRINK = (
    r"(?:alkohol|sprit|øl|vin|vodka|brennevin|hjemmebrent|alcohol|booze|beer|wine|whisky|drinks?)"
)
_TOOK = (
    r"(?:tatt|tok|teke|tatte|tog|tokk|røyka|røykte|røykt|røyket|sniffa|sniffet|svelget|svelga|"
    r"svelgt|"
    r"svelgde|slukte|slukt|fått\ i\ (?:meg|seg)|fikk\ i\ (?:meg|seg)|fekk\ i\ (?:meg|seg)|"
    r"took|taken|smoked|snorted|swallowed|injected)"
)
_ATE = r"(?:spist|spiste|ete|åt|drakk|drukket|drukke|ate|eaten|drank)"
_TOO_MUCH = (
    r"(?:(?:alt\ |altfor\ |litt\ |way\ )?(?:for|too)\ (?:mye|mykje|my|mange|much|many)|så\ (?:mye|"
    r"mykje))"
)
_WHAT = (
    rf"(?:{_DRUG}|noe|no|noko|nokka|nåkka|noen\ (?:piller|tabletter|greier)|something|some\ \w+|"
    rf"{_TOO_MUCH}|masse)"
)
_SOME = r"(?:(?:jeg|eg|æ|i)\ )?(?:(?:litt|mye|mykje|en|ei|ein|et|to|tre|\d+|some|a|bare)\ )?"
_VERY = (
    r"(?:(?:så|veldig|altfor|kjempe\w*|skikkelig|dritt?|sykt|really|so|very|super|way|too|litt|"
    r"helt|heilt|ganske)\ )?"
)
_HEART = (
    rf"(?:(?:hjertet|hjerte|hjarta|hjartet|hjærtet|hjertet\ mitt|hjarta\ mitt)\ (?:mitt\ )?"
    rf"(?:banker|bankar|banke|hamrer|hamrar|dunker|dunkar|slår|løper|raser|går)\ {_VERY}"
    r"(?:fort|fortere|raskt|hardt|rart|uregelmessig|ujevnt|vilt)|(?:hjertet|hjarta)\ (?:hamrer|"
    r"hamrar|raser)|hjertebank|hjartebank|hjerteklapp|"
    rf"(?:heart|hearts)\ (?:rate\ )?(?:is\ |keeps\ |feels\ )?{_VERY}(?:racing|pounding|hammering|"
    rf"beating\ {_VERY}(?:fast|hard|weird|quickly)|going\ {_VERY}fast))"
)
_UNWELL = (
    rf"(?:{_HEART}|kvalm\w*|uvel|svimmel\w*|svimler|skjelv\w*|rister|ristar|dirrer|"
    r"kaster\ opp|kastar\ opp|kasta\ opp|kastet\ opp|spyr|spydde|kramp\w*|besvim\w*|"
    rf"(?:føler|føle|føl|kjenner|kjennar)\ (?:meg|mæ|seg)\ {_VERY}(?:rar\w*|dårlig|dårleg|syk|"
    rf"sjuk|merkelig|"
    r"uvel|elendig|jævlig|helt\ borte|borte|ille)|"
    rf"(?:er|blir|blei|ble|vart)\ {_VERY}(?:rar|(?:dårlig|dårleg)(?!\ (?:til|på|i|med)\b)|sløv|"
    rf"borte|forvirra|forvirret|"
    rf"urolig)|"
    r"(?:rar|rart)\ i\ (?:hodet|hovudet|kroppen|magen|brystet)|"
    r"vondt\ i\ (?:brystet|hjertet|hjarta)|brystsmerter|ser\ dobbelt|tåkesyn|fryser|kaldsvett\w*|"
    r"pust(?:er|ar)\ (?:rart|dårlig|tungt|fort)|tungpusten|tungpusta|"
    rf"(?:feel|feeling|feels)\ {_VERY}(?:sick|weird|strange|funny|dizzy|ill|bad|unwell|shaky|off|"
    rf"faint|awful|"
    r"horrible|wrong|nauseous)|dizzy|nauseous|throwing\ up|threw\ up|vomit\w*|puking|"
    r"(?:my\ )?chest\ (?:pain|hurts|feels\ tight)|passed\ out|shaking|trembling|"
    r"cant\ stop\ shaking|seizures?)"
)
# After drink alone, to be sick is no more than to be sick.
_VERY_UNWELL = (
    rf"(?:{_HEART}|kramp\w*|besvim\w*|vondt\ i\ (?:brystet|hjertet|hjarta)|brystsmerter|"
    rf"ser\ dobbelt|"
    r"pust(?:er|ar)\ (?:rart|dårlig|tungt)|(?:my\ )?chest\ (?:pain|hurts)|passed\ out|seizures?)"
)
_LONG_AGO = (
    r"(?!\ (?:i\ (?:mange|flere|fleire|noen|nokre|to|tre|fire|fem|ti|\d+)\ (?:år|måneder)|"
    r"for\ (?:mange\ )?"
    r"(?:\S+\ )?år\ (?:siden|sidan)|hver\ dag|kvar\ dag|for\ (?:years|\d+\ years))\b)"
)
_MANY = (
    r"(?:[2-9]\d|\d{3}|ti|tolv|femten|tjue|tretti|førti|femti|hundre|mange|masse|alle|hele|heile|"
    r"all|"
    r"many|lots|loads|(?:en|et|ei|ein|eit)\ (?:hel|helt|heil|heilt|haug|eske|boks|brett|neve|"
    r"pakke)|"
    r"a\ (?:whole|bunch|handful|bottle))"
)
_HARMLESS = (
    r"(?!\ (?:plass|tid|av\ tid\w*|ansvar|hensyn|omsyn|på\ meg|på\ seg|krefter|energi|jobb|vann|"
    r"mat|valg|skyld|"
    r"godteri|sukker|lett\w*|gitt|time|space|room|on|water|food|credit|for\ granted)\b)"
)

_WITHDRAWAL = r"(?:abstinens(?:er|ene|en|ar|ane)?|abstinent\w*|withdrawals?(?:\ symptoms)?)"
_IS_OVER = (
    r"(?<!\buten\ )(?<!\butan\ )(?<!\bikke\ )(?<!\bikkje\ )(?<!\bingen\ )(?<!\better\ )(?<!\bgjennom\ )"
    r"(?<!\bferdig\ med\ )(?<!\bom\ )(?<!\bover\ )(?<!\bno\ )(?<!\bno\ more\ )(?<!\bsocial\ )(?<!\bafter\ )"
)
_NOT_OF_A_HABIT = (
    r"(?!\ (?:etter|fra|frå|av|på|from|for)\ (?:sosiale|mobil\w*|spill\w*|gaming|kaffe|koffein|"
    r"fotball\w*|"
    r"sukker|snus|røyk\w*|nikotin|trening|social|coffee|caffeine|sugar|nicotine|football|"
    r"the\ game)\b)"
)
_SHAKING = (
    r"(?:skjelv\w*|kramp\w*|hallusin\w*|spyr|kaster\ opp|sveitt\w*|svett\w*|shak\w+|trembl\w+|"
    r"rister|ristar|"
    r"seizures?|hallucinat\w+)"
)
_SHAKING_HARD = (
    r"(?:skjelv(?:er|ar|e|a|inger)?|kramper?|hallusin\w*|shaking|shakes|trembling|rister|ristar|"
    r"seizures?|"
    r"hallucinating)"
)
_STOPPED = (
    rf"(?:slutt\w*|kutt\w*|stoppet|stoppa|stopped|quit|quitting)\ (?:brått\ )?(?:å\ |med\ |"
    rf"med\ å\ )?"
    rf"(?:drikk\w*|drinking|{_DRINK}|{_PILLS}|ghb|heroin|using)"
)

BODY = re.compile(
    rf"""\b(?:
    {_TOOK}\ {_SOME}{_WHAT}\ (?:\S+\ ){{0,7}}?{_UNWELL}{_LONG_AGO}
    | {_ATE}\ {_SOME}(?:{_DRUG}\ (?:\S+\ ){{0,7}}?{_UNWELL}
        | (?:{_DRINK}|{_TOO_MUCH})\ (?:\S+\ ){{0,7}}?{_VERY_UNWELL}){_LONG_AGO}
    | {_UNWELL}\ (?:(?:\S+\ ){{0,6}}?(?:{_TOOK}\ {_SOME}{_WHAT}|{_ATE}\ {_SOME}{_DRUG})(?!\w)
        | (?:etter|av|after|from)\ (?:å\ ha\ )?(?:\S+\ ){{0,3}}?{_DRUG})
    | (?:rusa|ruset|høy|høg|full|stein|stoned|dritings|skeiv|
        drita)\ (?:på\ \w+\ )?(?:\S+\ ){{0,4}}?(?:{_HEART}|kramper|
        pust(?:er|ar)\ (?:rart|dårlig|tungt))
    | {_DRUG}\ (?:\S+\ ){{0,3}}?{_HEART} | {_HEART}\ (?:\S+\ ){{0,3}}?{_DRUG}
    | (?:tatt|tok|teke|blanda|blandet|blander|mixed|mixing|took|taken)\ (?:\S+\ )?(?:{_PILLS}|ghb|
        gbl|heroin|ketamin)
        \ (?:og|med|and|with|oppå|sammen\ med|saman\ med|samtidig\ med)\ (?:\S+\ )?
        (?:{_DRINK}|{_DRUG})(?!\w){_LONG_AGO}
    | (?:tatt|tok|blanda|blandet|blander|mixed|mixing|drakk|drukket|drank)\ (?:\S+\ )?{_DRINK}
        \ (?:og|med|and|with|oppå|sammen\ med|samtidig\ med)\ (?:\S+\ )?(?:{_PILLS}|ghb|gbl|heroin|
        ketamin)
        (?!\w){_LONG_AGO}
    | (?:{_TOOK}|{_ATE})\ (?:alt\ |alle\ )?(?:for\ |altfor\ |
        too\ )?{_MANY}\ (?:(?!mg\b)\S+\ ){{0,3}}?{_PILLS}
    | (?:svelget|svelga|svelgt|svelgde|slukte|slukt|swallowed)\ (?:\S+\ ){{0,4}}?{_PILLS}
    | ta\ (?:alle|hele\ esken|heile\ eska|all)\ (?:\S+\ )?{_PILLS}
    | (?:har\ )?(?:tatt|tok|teke|tar|tog|fått\ i\ meg|fikk\ i\ meg)\ (?:{_DRUG}\ )?(?:(?:alt|litt|
        altfor|mye|mykje)\ )?
        (?:for\ mye|for\ mykje|altfor\ mye|altfor\ mykje){_HARMLESS}
    | (?:took|taken)\ (?:way\ |far\ |a\ bit\ )?too\ (?:much|many){_HARMLESS}
    | (?:tatt|tok|teke|tog|tokk)\ (?:noe|noko|nokka|nåkka)\ (?:rart|ukjent|galt|feil|dritt|skit|
        giftig|farlig|farleg|
        (?:som\ )?(?:jeg|eg|æ)\ {_NOT}\ (?:vet|veit|skulle|burde|kjenner|aner))
    | (?:tatt|tok|teke)\ (?:noe|noko){_END}(?!\ (?:og|men|i)\ )
    | (?:vet|veit|aner)\ {_I}{_NOT}\ (?:hva|kva|ka)\ (?:jeg|eg|æ|han|hun|ho)\ (?:har\ )?(?:tatt|tok|
        teke|fått\ i)
    | (?:took|taken)\ something(?:$|\ (?:\.|weird|strange|bad|wrong|unknown|and\ (?:now|feel)|
        i\ (?:shouldnt|dont)))
    | (?:dont|do\ not)\ know\ what\ (?:i|he|she|they)\ (?:have\ )?(?:took|taken|swallowed)
    | (?:tok|tatt|teke|took|taken)\ (?:feil|wrong|the\ wrong)\ (?:medisin\w*|pill\w*|dose|medicine|
        medication)
    | forgift(?:et|a|ning|ninga)\b(?!\ av\ (?:sosiale|hat)) | alkoholforgiftning | (?:been|got|was|
        am|im)\ poisoned
    | (?:alcohol|drug)\ poisoning
    | (?:drakk|drukket|drukke|svelget|svelga|drank|swallowed)\ (?:\S+\ )?(?:klorin|vaskemiddel|
        salmiakk|tennvæske|
        frostvæske|spylervæske|rødsprit|bleach|antifreeze|batteri\w*|battery)
    | (?:spist|spiste|ete|ate)\ (?:en\ |ein\ )?(?:giftig|ukjent|poisonous)\ (?:sopp|bær|plante|
        mushroom\w*|berr\w+)
    | (?:bad|dårlig|dårleg)\ (?:syre|acid|sopp)?tripp?(?!\ (?:to|til)\b)(?!\w)
    | (?:noe|noko|dop|something)\ i\ (?:drinken|drinken\ min|glasset\ mitt|drikken\ min)
    | drink\ (?:was|got|is)\ spiked
    | (?:got|been|was)\ spiked | spiked\ my\ drink | i\ was\ drugged | (?:ble|blei|blitt|vart)\ dopa
    | (?:kaster|kastar|kasta|kastet)\ opp\ blod | spyr\ blod | (?:vomiting|throwing\ up|
        coughing\ up)\ blood
    | (?:kaster|kastar|kasta)\ opp\ (?:og|and)\ (?:\S+\ ){{0,4}}?
        (?:{_UNWELL}|{_NOT}\ kontakt|slapp|snakker\ rart|blå|sløv|borte)
    | (?:har|får|fikk|fekk|hadde|ligger\ i|ligg\ i)\ (?:\S+\ )?kramper?{_END}
        (?!\ i\ (?:legg\w*|bein\w*|fot\w*|føtt\w*|lår\w*|tå\w*|tær\w*|mage\w*|hæl\w*|hånd\w*|
        nakk\w*|rygg\w*|låra)\b)
    | (?:brystsmerter|vondt\ i\ (?:brystet|hjertet)|chest\ pains?){_END}
    | {_IS_OVER}(?:abstinens(?:er|ene|en|ar|ane)?){_NOT_OF_A_HABIT}(?!\ (?:behandling|over|
        er\ over|er\ borte|forebygg))
    | (?:er|var|blir|ble|så|veldig|sykt|skikkelig|kjempe)\ abstinent
    | (?:in|going\ through|having|bad|have|got|opioid|alcohol|benzo)\ (?:bad\ )?withdrawals?
    | withdrawal\ symptoms
    | {_WITHDRAWAL}\ (?:\S+\ ){{0,6}}?{_SHAKING} | {_SHAKING}\ (?:\S+\ ){{0,6}}?{_WITHDRAWAL}
    | {_STOPPED}\ (?:\S+\ ){{0,6}}?{_SHAKING_HARD}(?!\ (?:ikke|ikkje|mindre|less)\b)
    | {_SHAKING_HARD}\ (?:\S+\ ){{0,5}}?{_STOPPED}
    | {_SHAKING_HARD}\ (?:\S+\ )?(?:etter|av|uten|utan|without|from|
        after)\ (?:å\ (?:ha\ )?)?(?:\S+\ ){{0,2}}?
        (?:{_DRINK}|drikk\w*|drukket|drukke|drinking|fylla|fest|rus\w*|{_DRUG})(?!\w)
    | kramp\w*\ (?:\S+\ ){{0,4}}?(?:alkohol\w*|drikk\w*|drakk|drukket|benzo\w*|ghb|rus\w*|avrus\w*)
    | krampeanfall\w* | seizures? | delir(?:ium|ie)?(?!\ (?:bar|cafe|kafe|band|konsert|quiz|øl)\b)
    | (?:ser|såg|så)\ ting\ (?:som\ )?{_NOT}\ (?:er|finnes|finst|eksisterer)
    | (?:hører|høyrer)\ (?:stemmer|røyster)(?:\ (?:i\ (?:hodet|hovudet)|som)|{_END})
    | seeing\ things\ (?:that\ )?(?:arent|are\ not|isnt) | hallusinerer | hallusinerar
    | hallucinating
    | hearing\ voices
    )(?!\w)""",
    re.VERBOSE,
)
