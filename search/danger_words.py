r"""The sayings of despair and of violence, as patterns over lower-case words with one space between them.

Bokmål, nynorsk, dialects as they are typed, and English. A helpline shown in vain does no harm, so
only what is surely something else is left out. Gaps between words are bounded: no text takes long.
"""

import re

_I = r"(?:(?:jeg|eg|æ|ej|e|i)\ )?"
_NOT = r"(?:ikke|ikkje|ikkj|ikje|itj|ittj|itte|itt|isje)"
# Nothing more is said, or something else begins.
_END = (
    r"(?=$|\ (?:\.|nå|no|na|snart|jeg|eg|æ|og|men|hva|kva|hjelp|fordi|trenger|treng|orker|orkar|"
    r"vil|now|"
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
    r"(?!\ på(?:\ (?:en|ei|et|ein|eit|noe|noen|noko|nokon|dere|dykk|andre|turen|laget|gjengen|"
    r"gruppa|"
    r"gruppen|treninga|treningen)\b|\ \.|$))"
)
_SELF = r"(?:selv|sjølv|sjøl|sæl)"
_HARM = (
    r"(?:skader|skadar|skade|skada|skadet|skadd|kutter|kuttar|kutte|kutta|kuttet|ripe|ripa|ripet|"
    r"riper|brente|"
    r"straffe|straffer)"
)
_IN_SPORT = (
    r"(?!\ (?:på\ (?:trening\w*|jobb\w*|ski|tur|kniven|papiret)|under|i\ (?:kneet|foten|armen|"
    r"ryggen|fingeren|fotball\w*|"
    r"håndball\w*|kamp\w*|hagen)|når\ (?:jeg|eg)\ (?:trener|løper|spiller|lager))\b)"
)

DESPAIR = re.compile(
    rf"""\b(?:
    (?:vil|ønsker|ønskjer|orker|orkar|orke|orka|klarer|klarar|klare|greier|greiar|greie|gidder|
        ønske)
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
        (?:livet|liv)(?:\ (?:mitt|sitt|av\ meg|av\ seg|
        av\ dage))?\b(?<!\bta\ livet)(?<!\btar\ livet)
    | (?:ende|enda|avslutte|avslutta|gjøre\ slutt\ på|gjere\ slutt\ på|få\ slutt\ på)
        \ (?:alt|alt\ sammen|det\ hele|det\ heile|livet){_END}
    | drepe\ (?:meg|seg) | henge\ meg(?!\ opp\ i\b){_JOINING_IN} | hang\ myself
    | hoppe\ fra\ (?:brua|broen|broa)
    | (?:selvmords?|sjølvmords?)(?:tank\w+|plan\w*|fare|nær|forsøk)
    | (?:tenker|tenkjer|tanker|vurderer|planlegger)\ (?:på\ |om\ )?(?:å\ ta\ )?(?:selvmord|
        sjølvmord)
    | suicidal\w* | selvmordsnær
    | {_HARM}\ (?:meg|mæ|seg)(?:\ {_SELF}{_IN_SPORT}|{_END})
    | (?:slår|slo|brent|brenner|brent|biter|klorer)\ (?:meg|seg)\ {_SELF}(?:\ i\ (?:hodet|hovudet|
        ansiktet)|{_END})
    | (?:skjærer|skjære|skåret|skore|skar)\ meg(?:\ (?:selv|sjølv|opp)\b|{_END})
    | selvskad\w+ | sjølvskad\w+
    | self\ harm\w* | selfharm\w*
    | (?:kill|hurt|harm|cut|hurting|cutting|killing|harming)\ (?:myself|himself|herself)
        (?!\ (?:laughing|playing|at|in|on|running|skiing|climbing|while|during|doing|off)\b)
    | (?:end|take|taking|ending)\ (?:my|his|her)\ (?:own\ )?life
    | (?:end|ending)\ (?:it\ all|everything){_END}
    | (?:want|wants|wanna)\ (?:to\ )?die{_IN_FUN} | (?:dont|do\ not)\ (?:want\ to|wanna)
        \ (?:live|be\ here|be\ alive)
    | (?:redd|rædd)\ for\ (?:at\ (?:jeg|eg|æ)\ (?:skal\ )?|å\ )(?:dø|døy|døye|dør|døyr){_END}
    | (?:afraid|scared)\ (?:of\ dying|to\ die|(?:that\ )?(?:im|i\ am|i\ will|ill|im\ going\ to|
        i\ might)\ (?:die|dying)){_END}
    | (?:jeg|eg|æ)\ (?:tror|trur|tru)\ (?:at\ )?(?:jeg|eg|æ)\ (?:dør|døyr|skal\ dø|
        kommer\ til\ å\ dø){_END}
    | feel\ like\ dying{_END} | (?:holder|held)\ på\ å\ (?:dø|døy)(?=$|\ (?:\.|nå|no|hjelp|
        på\ ordentlig)(?:\ |$))
    | (?:think\ )?(?:im|i\ am)\ (?:dying|going\ to\ die|gonna\ die)(?=$|\ (?:\.|now|help|
        please)(?:\ |$))
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
    | livet\ (?:\S+\ ){{1,2}}?(?:(?:ingen|inga|{_NOT}\ noen?|{_NOT}\ noka)\ (?:mening|meining)|
        meningsløst|
        meiningslaust|{_NOT}\ verdt)
    | alt\ (?:er|føles|kjennes|kjennest)\ (?:helt\ |heilt\ )?(?:meningsløst|meiningslaust|håpløst|
        håplaust)
    | (?:ingen|inga)\ (?:mening|meining)\ (?:med|i)\ (?:å\ leve|livet)
    | life\ (?:is\ |has\ |isnt\ )(?:not\ )?(?:worth\ living|meaningless|no\ meaning|pointless)
    | no\ point\ (?:in\ )?living
    | (?:farlig|farleg|fare|redd)\ for\ meg\ (?:selv|sjølv|sjøl) | danger\ to\ myself
    | scared\ of\ myself
    | (?:sove|sovna|sovne|sleep)\ (?:inn\ )?(?:for\ alltid|for\ evig|forever)
    | {_WANT}\ {_ONLY}sovne\ inn | (?:aldri|{_NOT}|never)\ (?:å\ )?(?:våkne|vakne|wake)\ (?:opp\ |
        up\ )?
        (?:igjen|mer|meir|att|again)
    )(?!\w)""",
    re.VERBOSE,
)

_WHO_HITS = (
    r"(?:han|hun|ho|de|dei|noen|nokon|(?:pappa|papa|mamma|far|faren|mor|moren|mora|kjæresten|"
    r"kjærasten|mannen|"
    r"kona|samboeren|sambuaren|eksen|stefar|stefaren|stemoren|broren|storebror|storebroren|"
    r"søstera|sønnen|onkel|"
    r"onkelen)(?:\ (?:min|mi|mitt))?)"
)
_IN_A_GAME = (
    r"(?!\ (?:alltid\ |\S+\ ganger\ )?(?:i\ (?:\S*spill\w*|sjakk|tennis|bordtennis|fifa|padel|"
    r"fotball|kort|biljard|dart|løping|alt|golf|quiz)|på\ (?:målstreken|banen))\b)"
)
_FEARED = (
    r"(?:kjæresten|kjærasten|eksen|samboeren|sambuaren|mannen|stefaren|pappa|faren|husband|"
    r"boyfriend|"
    r"partner|dad|father|ex|stepdad)"
)
VIOLENCE = re.compile(
    rf"""\b(?:
    (?:blir|vert|ble|blei|blitt|vart|vorte)\ (?:\S+\ )?slått
        (?:{_END}|\ (?:\S+\ )?(?:hjemme|heime|av\ {_WHO_HITS}\b{_IN_A_GAME}))
    | {_WHO_HITS}\ (?:slår|slo|slåss\ med|sparker|sparkar|sparka|denger|banker\ opp|kveler|
        mishandler|
        mishandlar|truer|trua|truar|voldtar|voldtok)\ (?:meg|mæ|oss)(?!\ ut\b){_IN_A_GAME}
    | (?:samboer|sambuar|kjæreste|kjærest|mann|kona|far|stefar|eks|pappa|
        mamma)(?:e?n)?\ (?:\S+\ ){{0,5}}?slår
        (?:\ (?:meg|mæ)\b{_IN_A_GAME}|{_END})
    | voldt[aeo]\w+ | valdt[aeo]\w+
    | (?:krisesent|krisesenter)\w* | voldsutsatt\w*
    | (?:blir|ble|blei|vart)\ (?:mishandl\w+|banket\ opp|truet|trua)
    | utsatt\ for\ (?:vold|overgrep|incest|mishandling) | utsett\ for\ (?:vald|overgrep)
    | (?:redd|rædd|livredd|utrygg|utrygt|ikke\ trygg|ikke\ trygt|ikkje\ trygg|
        ikkje\ trygt)\ (?:\S+\ )?(?:hjemme|heime|i\ mitt\ eget\ hjem)
    | (?:føler|kjenner)\ meg\ (?:ikke|ikkje)\ trygg\ (?:hjemme|heime)
    | (?:scared|afraid|unsafe|not\ safe|dont\ feel\ safe|terrified)\ (?:\S+\ )?(?:at|
        in\ my(?:\ own)?)\ home
    | (?:følger|følgjer|følge|fulgte|følgde)\ (?:meg\ )?etter\ (?:meg|mæ)
    | (?:following|stalking|chasing)\ me(?!\ (?:on|around\ on)\b) | (?:being|im)\ (?:followed|
        stalked)
    | (?:forfølger|forfølgjer|forfulgte|stalker|stalkar|stalka|stalket)\ (?:meg|mæ) | (?:blir|ble|
        blei|vert|vart)\ (?:forfulgt|stalka|stalket)
    | (?:er\ ute|kommer|vil\ ta\ meg|ute)\ etter\ meg\ (?:for\ å|med|og)\b
    | {_WHO_HITS}\ (?:er\ ute\ etter|vil\ ta|vil\ skade|vil\ drepe)
        \ meg(?=$|\ (?:\.|nå|no|hjelp|fordi|og)(?:\ |$))
    | (?:someone|somebody|he|they)\ (?:is\ |are\ )?(?:after|out\ to\ get|coming\ for|
        trying\ to\ hurt|trying\ to\ kill)\ me
    | (?:sier|sa|truer|trua|truet|seier)\ (?:\S+\ ){{0,5}}?drepe\ (?:meg|oss)
    | threaten\w*\ (?:to\ (?:kill|hurt)\ )?me
    | {_WHO_HITS}\ (?:tafser|tafsa|tafset|befølte|beføler|klår|klådde|forgriper\ seg|
        forgrep\ seg)\ på\ (?:meg|mæ)
    | {_WHO_HITS}\ (?:tar|tok|tek|rører|rørte)\ (?:på|ved)\ (?:meg|mæ)\ (?:når|uten|utan|selv\ om|
        sjølv\ om|om\ natta|der|under|nedentil)
    | {_WHO_HITS}\ (?:lar|lèt|let|slipper)\ meg\ (?:ikke|ikkje)\ (?:gå|dra|ut|forlate|reise)(?=$|
        \ (?:\.|ut|fra|frå|hjem|hjemmefra|og)(?:\ |$))
    | wont\ let\ me\ leave | (?:låst|låste|locked)\ (?:meg|me)\ (?:inne|inn|in|ut)
    | (?:vold|vald)\ (?:hjemme|heime|i\ (?:hjemmet|heimen|nære|forholdet))
    | redd\ for\ å\ bli\ (?:drept|voldtatt|(?:slått|banket|banka)(?:\ (?:opp|hjemme|heime))?{_END})
    | redd\ (?:for\ |av\ )?{_FEARED}(?:\ (?:min|mi))?{_END}
    | (?:scared|afraid|terrified)\ of\ my\ {_FEARED}
    | (?:he|she|they|(?:my\ )?{_FEARED}|(?:my\ )?(?:mum|mom|mother|brother))
        \ (?:hits|beats|hit|beat|abuses|abused|rapes|raped|chokes|choked|threatens)
        \ me(?!\ (?:at|in|to|up\ at|up\ with|on\ the)\b)
    | (?:was|been|got|get|being)\ (?:raped|sexually\ (?:assaulted|abused)|beaten\ (?:up|at\ home)|
        abused)
    | domestic\ (?:violence|abuse) | womens\ shelter
    )(?!\w)""",
    re.VERBOSE,
)

# At the end of what is said, these are despair; before something else they turn that down.
NO_MORE = re.compile(
    rf"""\b(?:
    (?:orker|orkar|orke|orka|klarer|klarar|klare)\ {_I}{_NOT}\ (?:mer|meir|lenger|livet|
        dette\ livet)
        (?:\ nå|\ no)?
    | cant\ go\ on | cant\ (?:take|do)\ (?:it|this)\ any\ ?more
    )(?=$|\ \.|\ (?:jeg|eg|og|men|hva|kva|trenger|treng|vil|hjelp|noen|nokon|i|and|but|please)\b)""",
    re.VERBOSE,
)
