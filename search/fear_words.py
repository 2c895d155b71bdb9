r"""The sayings of fear and of having nowhere to be, as patterns over lower-case words.

They speak of no danger that is known of: somebody to talk to is shown, and the answers follow.
"""

import re

_MY = r"(?:(?:jeg|eg|æ|i|im)\ )?(?:(?:er|e|blir|am|feel|føler\ meg|kjenner\ meg)\ )?"
_VERY = r"(?:(?:så|veldig|kjempe|skikkelig|dritt?|livende|sykt|really|so|very|just|bare|litt)\ )*"
# Fear of something, such as heights, or of joining in, is told in words that follow.
_END = (
    r"(?=$|\ (?:\.|nå|no|i\ natt|i\ kveld|hjelp|og\ (?:alene|aleine|åleine|gråter|grin|gret|vet|"
    r"veit|skjelver|trist)|"
    r"hele\ tida|hele\ tiden|heile\ tida|now|tonight|help|and\ (?:alone|crying)|"
    r"all\ the\ time)(?:\ |$))"
)
AFRAID = re.compile(
    rf"""(?:
    (?:^|\.\ |\b(?:og|and|hjelp|help)\ ){_MY}{_VERY}
        (?:redd|livredd|kjemperedd|dritredd|skikkelig\ redd|redde|rædd|scared|afraid|frightened|
        terrified|panikk){_END}
    | \b(?:jeg|eg|æ)\ (?:er|e|blir|ble)\ {_VERY}(?:redd|livredd|kjemperedd|dritredd|rædd){_END}
    | \b(?:im|i\ am)\ {_VERY}(?:scared|afraid|frightened|terrified){_END}
    | \b(?:har|får|fikk|fekk|having|have)\ (?:(?:et|eit|en|ein|a|sånn|masse)\ )?
        (?:panikk|panikkanfall|panikkangst|angstanfall|panic\ attacks?){_END}
    | \b(?:panikkanfall|panic\ attacks?){_END}
    | \b(?:klarer|klarar|greier|får)\ (?:jeg\ |eg\ )?(?:ikke|ikkje)\ (?:å\ )?(?:slutte|stoppe|
        slutta)\ (?:å\ )?(?:gråte|gråta)
    | \bkan\ (?:ikke|ikkje)\ slutte\ å\ (?:gråte|gråta) | \bcant\ stop\ crying
    | \b(?:hater|hatar|hate)\ (?:meg\ selv|meg\ sjølv|meg\ sjøl|myself|livet(?:\ mitt)?|
        my\ life){_END}
    | \bhar\ (?:jeg\ |eg\ )?det\ (?:helt\ |heilt\ |så\ |veldig\ )*(?:jævlig|forferdelig|forferdeleg|
        grusomt|dårlig|vondt|
        dritt|helt\ pyton|kjipt|fælt){_END}
    | \bingen\ (?:bryr\ seg|bry\ seg|liker\ meg|likar\ meg|forstår\ meg){_END}
    | \bnobody\ cares{_END}
    )(?!\w)""",
    re.VERBOSE,
)

_NOT = r"(?:ikke|ikkje|itj|ittj|ikje)"
_TO_BE = (
    r"(?:sove|sova|sov|bo|bu|overnatte|overnatta|være\ i\ natt|vere\ i\ natt|gå\ i\ natt|"
    r"dra\ i\ natt|være|vere)"
)
NOWHERE_TO_BE = re.compile(
    rf"""\b(?:
    (?:kan|får|tør|tørr|torer)\ (?:jeg\ |eg\ |æ\ )?{_NOT}\ (?:lov\ (?:til\ )?å\ )?(?:(?:være|vere|
        sove|bo|bu|bli)\ (?:hjemme|heime|her\ i\ natt)|
        (?:gå|dra|komme|koma|reise)\ (?:hjem|heim))(?=$|\ (?:\.|i\ natt|i\ kveld|nå|no|lenger|og|
        til|hos)(?:\ |$))
    | (?:ingen|inga|ikke\ noe|ikke\ noen|ikkje\ nokon|ikkje\ noko|ikke|mangler|har\ ikke)\ (?:sted|
        steder|stad|stader|plass|plasser)
        \ (?:å|for\ å|hvor\ jeg\ kan)\ {_TO_BE}(?!\ (?:med|sammen|på\ dagtid|på\ dagen|om\ dagen)\b)
    | (?:trenger|treng|må\ ha|finne|vet\ ikke\ hvor\ jeg\ skal|veit\ ikkje\ kvar\ eg\ skal)
        \ (?:(?:et|en|ein)\ (?:sted|stad|plass)\ å\ )?(?:sove|sova|overnatte)(?:\ i\ natt)?(?=$|
        \ (?:\.|i\ natt|i\ kveld|nå|no|og)(?:\ |$))
    | hvor\ (?:kan|skal)\ jeg\ sove(?:\ i\ natt)?
    | (?:nowhere|no\ place|dont\ have\ anywhere|not\ have\ anywhere|no\ where)\ to\ (?:sleep|stay|
        live|go\ tonight|be\ tonight)
    | (?:need|place)\ (?:a\ place\ )?to\ (?:sleep|stay)\ tonight | where\ can\ i\ sleep
    | cant\ (?:go|be|stay|sleep)\ (?:at\ )?home
        (?=$|\ (?:\.|tonight|now|anymore|because)(?:\ |$))
    | (?:kastet|kasta|hivd|hevet|slengt|kastes|kicked|thrown)\ (?:meg\ )?(?:ut|
        out)(?:\ (?:hjemmefra|heimefrå|hjemme|heime|hjemmet|
        av\ (?:huset|leiligheten|mamma|pappa|foreldrene|hjemmet|faren|moren|leilighet\w*)|
        of\ (?:my\ )?(?:home|house|the\ house|apartment|flat)))
    | (?:rømt|rømte|stukket|stakk)\ (?:hjemmefra|heimefrå) | (?:ran|run)\ away\ from\ home
    | (?:sover|søv|sov|bor|bur)\ (?:ute|på\ gata|på\ gaten|på\ gatå|i\ bilen)(?=$|\ (?:\.|i\ natt|
        nå|no|og|uten)(?:\ |$))
    | (?:jeg|eg|æ)\ er\ (?:hjemløs|heimlaus|bostedsløs|husløs|bustadlaus|uteligger) | (?:im|
        i\ am)\ homeless | ^(?:hjemløs|homeless|bostedsløs|heimlaus)$
    | sleeping\ (?:rough|outside|on\ the\ streets?) | living\ on\ the\ streets?
    )(?!\w)""",
    re.VERBOSE,
)
