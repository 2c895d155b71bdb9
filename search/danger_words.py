r"""The sayings of acute danger, as patterns over lower-case words with one space between them.

Bokmål, nynorsk, dialects as they are typed, and English. A helpline shown in vain does no harm, so
only what is surely something else is left out. Gaps between words are bounded: no text takes long.
"""

import re

_I = r"(?:(?:jeg|eg|æ|ej|e|i)\ )?"
_NOT = r"(?:ikke|ikkje|ikkj|ikje|itj|ittj|itte|itt|isje)"
# Nothing more is said, or something else begins.
_END = (
    r"(?=$|\ (?:\.|nå|no|na|snart|jeg|eg|æ|og|men|hva|kva|hjelp|fordi|trenger|treng|orker|orkar|vil|now|"
    r"and|but|because|please|help)(?:\ |$))"
)
_WANT = r"(?:vil|vill|ville|ønsker|ønskjer|ønske|skal|har\ lyst\ til|lyst\ til|lyst\ å|kunne)"
_ONLY = r"(?:(?:jeg|eg|æ|bare|berre|helst|å|gjerne|nå|no|virkelig|verkeleg)\ )*"
# Ways of speaking: nobody dies of laughter, nor for a piece of cake. "Vil dø for å slippe" is none.
_IN_FUN = (
    r"(?!\ (?:av\ (?:å\ le|latter|kjedsomhet|kjedsemd|nysgjerrighet|spenning)|"
    r"for\ (?:en|ei|et|ein|eit|a|an|this|that|some)|laughing|of\ (?:laughter|boredom|curiosity))\b)"
)
_JOINING_IN = (
    r"(?!\ på(?:\ (?:en|ei|et|ein|eit|noe|noen|noko|nokon|dere|dykk|andre|turen|laget|gjengen|gruppa|"
    r"gruppen|treninga|treningen)\b|\ \.|$))"
)
_PILLS = (
    r"(?:pill|tablett|paracet|pinex|ibux|ibuprofen|sovemedisin|sovetablett|sovepill|medisin|sobril|"
    r"rivotril|xanax|valium|benzo|tramadol|oxy|pills|tablets|paracetamol|sleeping\ pills)\w*"
)
_TOOK = r"(?:tatt|tok|teke|tatte|tog|spist|ete|spiste|took|taken|ate)"
_MANY = (
    r"(?:[2-9]\d|\d{3}|ti|tolv|femten|tjue|tretti|førti|femti|hundre|mange|masse|alle|hele|heile|all|"
    r"many|lots|loads|(?:en|et|ei|ein|eit)\ (?:hel|helt|heil|heilt|haug|eske|boks|brett|neve|pakke)|"
    r"a\ (?:whole|bunch|handful|bottle))"
)

LIFE = re.compile(
    rf"""\b(?:
    (?:vil|ønsker|ønskjer|orker|orkar|orke|orka|klarer|klarar|klare|greier|greiar|greie|gidder|ønske)
        \ {_I}{_NOT}\ (?:å\ )?(?:lenger\ |lengre\ |meir\ |mer\ )?
        (?:leve|leva|lev|lenger\ leve|være\ til|vere\ til|være\ her\ mer)
        (?!\ (?:alene|aleine|åleine|sammen|saman|med|på|uten|utan|av|i|usunt)\b)
    | {_NOT}\ (?:vil|orker|orkar|ønsker|lyst\ til\ å|lyst\ å)\ (?:lenger\ )?leve
    | (?:{_WANT}\ {_I}|(?<![^.]\ )){_NOT}\ (?:å\ )?(?:
        (?:være|vere|vera|vær|ver)\ (?:her|til|i\ livet|i\ verden|på\ jorda)
            \ (?:mer|meir|lenger|lengre|lengar)
        | (?:være|vere|vera)\ (?:mer|meir|lenger|lengre)\ (?:her|til)
        | (?:finnes|finnast|eksistere|leve|leva)\ (?:mer|meir|lenger|lengre|lengar)
        )(?!\ enn\b)
    | {_WANT}\ {_ONLY}(?:dø|døy|døye|daue){_IN_FUN}
    | (?:ta|tar|tek|ende|avslutte|avsluttar)\ (?:mitt\ (?:eget\ )?|sitt\ (?:eget\ )?)?
        (?:livet|liv)(?:\ (?:mitt|sitt|av\ meg|av\ seg|av\ dage))?\b(?<!\bta\ livet)(?<!\btar\ livet)
    | (?:ende|enda|avslutte|avslutta|gjøre\ slutt\ på|gjere\ slutt\ på|få\ slutt\ på)
        \ (?:alt|alt\ sammen|det\ hele|det\ heile|livet){_END}
    | drepe\ (?:meg|seg) | henge\ meg(?!\ opp\ i\b){_JOINING_IN} | hang\ myself
    | hoppe\ fra\ (?:brua|broen|broa)
    | (?:selvmords?|sjølvmords?)(?:tank\w+|plan\w*|fare|nær|forsøk)
    | (?:tenker|tenkjer|tanker|vurderer|planlegger)\ (?:på\ |om\ )?(?:å\ ta\ )?(?:selvmord|sjølvmord)
    | suicidal\w* | selvmordsnær
    | (?:skader|kutter|kuttar|skadar|skade|kutte)\ (?:meg|seg)(?:\ (?:selv|sjølv))?
    | (?:skjærer|skjære|skåret|skore|skar)\ meg(?:\ (?:selv|sjølv|opp)\b|{_END})
    | selvskad\w+ | sjølvskad\w+
    | self\ harm\w* | selfharm\w*
    | (?:kill|hurt|harm|cut|hurting|cutting|killing|harming)\ (?:myself|himself|herself)
        (?!\ laughing\b)
    | (?:end|take|taking|ending)\ (?:my|his|her)\ (?:own\ )?life
    | (?:end|ending)\ (?:it\ all|everything){_END}
    | (?:want|wants|wanna)\ (?:to\ )?die{_IN_FUN} | (?:dont|do\ not)\ (?:want\ to|wanna)
        \ (?:live|be\ here|be\ alive)
    | (?:no|a)\ reason\ to\ live | better\ off\ dead
    | (?:{_NOT}\ noen|ingen|inga|en|ein)\ grunn\ til\ å\ leve | burde\ {_NOT}\ (?:leve|leva)
    | (?:jeg|eg|æ|i)\ (?:var|was|were)\ (?:død|daud|dead)(?!\ (?:sliten|trøtt|lei|full|tired)\b)
    | (?:ønske|ønsker|ønskjer)\ (?:at\ )?(?:jeg|eg|æ)\ (?:{_NOT}|aldri)
        \ (?:fantes|fanst|eksisterte|levde|ble\ født|var\ født|vart\ fødd)
    | (?:tenker|tenkjer|tenkt|fantaserer)\ (?:\S+\ )?(?:på|om)\ å\ (?:dø|døy)\b
    | ingen\ (?:vil|ville|hadde|kommer\ til\ å)\ (?:savne|savnet|savna|sakne|sakna)\ meg
    | (?:bedre|betre|best|lettere|lettare)\ (?:\S+\ ){{0,2}}?(?:uten|utan|foruten)\ meg{_END}
    | better\ (?:off\ )?without\ me{_END}
    | {_WANT}\ {_ONLY}(?:forsvinne|forsvinna)
        (?:\ (?:fra\ alt|for\ alltid|helt|heilt|herfra|frå\ alt|fra\ jorda))?{_END}
    | (?:want|wanna|wish\ i\ could)\ (?:to\ )?(?:just\ )?disappear(?:\ forever)?{_END}
    | (?:ser|har|finner|finn)\ {_I}(?:ingen|inga|{_NOT}\ (?:noen|nokon|noka))\ (?:annen\ |anna\ )?
        (?:(?:vei|veg)\ ut|utvei|utveg|grunn\ til\ å\ leve)(?!\ (?:av|or|fra|frå)\b)
    | (?:see|have|is|theres)\ no\ way\ out(?!\ of\b)
    | livet\ (?:\S+\ ){{1,2}}?(?:(?:ingen|inga|{_NOT}\ noen?|{_NOT}\ noka)\ (?:mening|meining)|meningsløst|
        meiningslaust|{_NOT}\ verdt)
    | alt\ (?:er|føles|kjennes|kjennest)\ (?:helt\ |heilt\ )?(?:meningsløst|meiningslaust|håpløst|håplaust)
    | (?:ingen|inga)\ (?:mening|meining)\ (?:med|i)\ (?:å\ leve|livet)
    | life\ (?:is\ |has\ |isnt\ )(?:not\ )?(?:worth\ living|meaningless|no\ meaning|pointless)
    | no\ point\ (?:in\ )?living
    | (?:farlig|farleg|fare|redd)\ for\ meg\ (?:selv|sjølv|sjøl) | danger\ to\ myself | scared\ of\ myself
    | (?:sove|sovna|sovne|sleep)\ (?:inn\ )?(?:for\ alltid|for\ evig|forever)
    | {_WANT}\ {_ONLY}sovne\ inn | (?:aldri|{_NOT}|never)\ (?:å\ )?(?:våkne|vakne|wake)\ (?:opp\ |up\ )?
        (?:igjen|mer|meir|att|again)
    | (?:har\ )?(?:tatt|tok|teke|tar)\ (?:en\ |ei\ )?(?:overdose(?!\ og\ (?:døde|døydde|er\ død))
        |(?:for\ mye|for\ mykje|altfor\ mye)
        (?!\ (?:plass|tid|av\ tid\w*|ansvar|hensyn|omsyn|på\ meg|krefter|energi|jobb|vann|mat)\b))
    | {_TOOK}\ (?:alt\ |alle\ )?(?:for\ |altfor\ |too\ )?{_MANY}\ (?:(?!mg\b)\S+\ ){{0,3}}?{_PILLS}
    | (?:svelget|svelga|svelgt|svelgde|slukte|slukt|swallowed)\ (?:\S+\ ){{0,4}}?{_PILLS}
    | ta\ (?:alle|hele\ esken|heile\ eska|all)\ (?:\S+\ )?{_PILLS}
    | overdosert | overdoserer | overdosing | (?:took|taken)\ too\ (?:much|many)(?!\ (?:time|space|room|on)\b)
    | (?:puster|pustar|pust)\ {_NOT} | (?:(?:is|are)\ not|isnt|stopped)\ breathing | not\ breathing{_END}
    | (?:sluttet|slutta|sluttar|slutter)\ (?:helt\ |heilt\ )?(?:med\ )?(?:å\ )?(?:puste|pusta)
    | får\ {_I}{_NOT}\ (?:til\ å\ )?(?:puste|pusta){_END} | cant\ breathe{_END}
    | blå\ (?:i|på|rundt)\ (?:leppene|leppa|ansiktet|fjeset|munnen) | blue\ lips
    | bevisstløs\w* | medvitslaus\w* | livløs | unconscious
    | (?:våkner|vaknar)\ {_NOT}(?!\ (?:før|tidlig|tidleg|i\ tide|uthvilt)\b) | (?:wont|not)\ wake\ up
    )(?!\w)""",
    re.VERBOSE,
)

# Withdrawal and seizures: to stop drinking or taking benzodiazepines at once can cost a life.
_WITHDRAWAL = r"(?:abstinens\w*|withdrawals?)"
_SHAKING = (
    r"(?:skjelv\w*|skjelving\w*|kramp\w*|hallusin\w*|spyr|kaster\ opp|sveitt\w*|svett\w*|shak\w+|trembl\w+|"
    r"seizures?|hallucinat\w+)"
)
BODY = re.compile(
    rf"""\b(?:
    {_WITHDRAWAL}\ (?:\S+\ ){{0,6}}?{_SHAKING} | {_SHAKING}\ (?:\S+\ ){{0,6}}?{_WITHDRAWAL}
    | kramp\w*\ (?:\S+\ ){{0,4}}?(?:alkohol\w*|drikk\w*|drakk|drukket|benzo\w*|ghb|rus\w*|avrus\w*)
    | krampeanfall\w* | seizures? | delir(?:ium)?
    | (?:ser|såg|så)\ ting\ (?:som\ )?{_NOT}\ (?:er|finnes|finst|eksisterer)
    | (?:hører|høyrer)\ (?:stemmer|røyster)(?:\ (?:i\ (?:hodet|hovudet)|som)|{_END})
    | seeing\ things\ (?:that\ )?(?:arent|are\ not|isnt) | hallusinerer | hallusinerar | hallucinating
    )(?!\w)""",
    re.VERBOSE,
)

_WHO_HITS = (
    r"(?:han|hun|ho|de|dei|(?:pappa|papa|mamma|far|faren|mor|moren|mora|kjæresten|kjærasten|mannen|kona|"
    r"samboeren|sambuaren|eksen|stefaren|stemoren|broren|sønnen)(?:\ (?:min|mi|mitt))?)"
)
_IN_A_GAME = (
    r"(?!\ (?:alltid\ |\S+\ ganger\ )?(?:i\ (?:\S*spill\w*|sjakk|tennis|bordtennis|fifa|padel|"
    r"fotball|kort|biljard|dart|løping|alt|golf|quiz)|på\ (?:målstreken|banen))\b)"
)
_FEARED = (
    r"(?:kjæresten|kjærasten|eksen|samboeren|sambuaren|mannen|stefaren|pappa|faren|husband|boyfriend|"
    r"partner|dad|father|ex|stepdad)"
)
VIOLENCE = re.compile(
    rf"""\b(?:
    (?:blir|vert|ble|blei|blitt|vart|vorte)\ (?:\S+\ )?slått
        (?:{_END}|\ (?:\S+\ )?(?:hjemme|heime|av\ {_WHO_HITS}\b{_IN_A_GAME}))
    | {_WHO_HITS}\ (?:slår|slo|slåss\ med|sparker|sparkar|sparka|denger|banker\ opp|kveler|mishandler|
        mishandlar|truer|trua|truar|voldtar|voldtok)\ (?:meg|mæ|oss)(?!\ ut\b){_IN_A_GAME}
    | (?:samboer|sambuar|kjæreste|mann|far|stefar|eks)(?:e?n)?\ (?:\S+\ ){{0,5}}?slår
        (?:\ (?:meg|mæ)\b{_IN_A_GAME}|{_END})
    | voldt[aeo]\w+ | valdt[aeo]\w+
    | (?:krisesent|krisesenter)\w* | voldsutsatt\w*
    | (?:blir|ble|blei|vart)\ (?:mishandl\w+|banket\ opp|truet|trua)
    | utsatt\ for\ (?:vold|overgrep|incest|mishandling) | utsett\ for\ (?:vald|overgrep)
    | (?:vold|vald)\ (?:hjemme|heime|i\ (?:hjemmet|heimen|nære|forholdet))
    | redd\ (?:for\ |av\ )?{_FEARED}(?:\ (?:min|mi))?{_END}
    | (?:scared|afraid|terrified)\ of\ my\ {_FEARED}
    | (?:he|she|they|(?:my\ )?{_FEARED}|(?:my\ )?(?:mum|mom|mother|brother))
        \ (?:hits|beats|hit|beat|abuses|abused|rapes|raped|chokes|choked|threatens)
        \ me(?!\ (?:at|in|to|up\ at)\b)
    | (?:was|been|got|get|being)\ (?:raped|sexually\ (?:assaulted|abused)|beaten\ (?:up|at\ home)|abused)
    | domestic\ (?:violence|abuse) | womens\ shelter
    )(?!\w)""",
    re.VERBOSE,
)

# At the end of what is said, these are despair; before something else they turn that down.
NO_MORE = re.compile(
    rf"""\b(?:
    (?:orker|orkar|orke|orka|klarer|klarar|klare)\ {_I}{_NOT}\ (?:mer|meir|lenger|livet|dette\ livet)
        (?:\ nå|\ no)?
    | cant\ go\ on | cant\ (?:take|do)\ (?:it|this)\ any\ ?more
    )(?=$|\ \.|\ (?:jeg|eg|og|men|hva|kva|trenger|treng|vil|hjelp|noen|nokon|i|and|but|please)\b)""",
    re.VERBOSE,
)
