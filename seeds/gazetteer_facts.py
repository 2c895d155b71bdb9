"""What the gazetteer needs to know that no package tells: counties, seats, older and Sámi names.

Compiled by hand from public knowledge of Norway's division of 2024. Each block holds one
line per area: its number, then the names, separated by commas.
"""

COUNTIES = """
03 Oslo
11 Rogaland
15 Møre og Romsdal
18 Nordland, Nordlánnda
31 Østfold
32 Akershus
33 Buskerud
34 Innlandet
39 Vestfold
40 Telemark
42 Agder
46 Vestland
50 Trøndelag, Trööndelage
55 Troms
56 Finnmark, Finnmárku
"""

# Names of counties that are gone, still used to tell places apart; several counties may answer.
FORMER_COUNTIES = """
31 Viken
32 Viken
33 Viken
34 Hedmark, Oppland
39 Vestfold og Telemark
40 Vestfold og Telemark
42 Aust-Agder, Vest-Agder
46 Hordaland, Sogn og Fjordane
50 Sør-Trøndelag, Nord-Trøndelag
55 Troms og Finnmark
56 Troms og Finnmark
"""

# GeoNames counts county by its own codes (admin1).
COUNTY_OF_ADMIN1 = {
    "01": "32", "04": "33", "05": "56", "08": "15", "09": "18", "12": "03", "13": "31", "14": "11",
    "17": "40", "18": "55", "20": "39", "21": "50", "34": "34", "42": "42", "46": "46",
}  # fmt: skip

# The name in ordinary use where the package's differs, and where two municipalities share one.
MUNICIPALITY_NAMES = """
1515 Herøy (Møre og Romsdal)
1818 Herøy (Nordland)
3114 Våler (Østfold)
3419 Våler (Innlandet)
5041 Snåsa
5043 Røyrvik
5634 Vardø
"""

# How the postal register writes a municipality, where it is not simply the name in capitals.
POSTAL_MUNICIPALITIES = """
5540 GÁIVUOTNA KÅFJORD
5610 KARASJOHKA KARASJOK
5612 GUOVDAGEAIDNU KAUTOKEINO
5622 PORSANGER PORSÁNGU PORSANKI
5628 DEATNU TANA
5636 UNJARGGA NESSEBY
"""

# Sámi, Kven and older names of a municipality, and genitives of Sámi ones ("Romssa suohkan").
ALSO_CALLED = """
0301 Kristiania, Christiania
1804 Bådåddjo
1806 Áhkánjárga
1824 Vaapste
1826 Aarborte
1833 Raane
1841 Fuossko
1853 Evenášši
1870 Suortá
1875 Hábmer, Divtasvuodna, Divtasvuotna
5001 Tråante, Troandin, Trondhjem
5006 Stïentje
5007 Nåavmesjenjaelmie
5025 Rosse, Plassje, Plaassje
5041 Snåase
5042 Lijre
5043 Raarvihke
5045 Kråangke
5501 Romsa, Romssa, Tromssa
5503 Hárstták
5510 Giehtavuotna
5512 Dielddanuorri
5514 Ivvárstáđit
5516 Rivtták
5518 Loabák
5520 Beardu
5522 Siellat
5524 Málatvuopmi
5526 Orjješ-Ráisa
5530 Sážžá
5532 Báhccavuotna
5534 Gálsa
5536 Ivgu
5538 Omasvuotna, Omasvuono
5540 Gáivuotna, Gáivuona, Kaivuono
5542 Skiervá
5544 Ráisa, Raisi
5546 Návuotna, Naavuono
5601 Áltá, Álttá, Alattio
5603 Hámmerfeasta
5605 Mátta-Várjjat, Etelä-Varanki
5607 Čáhcesuolu, Vesisaari
5610 Kárášjohka, Kárášjoga
5612 Guovdageaidnu, Guovdageainnu, Koutokeino
5614 Láhppi
5616 Ákŋoluokta
5618 Muosát
5620 Davvinjárga
5622 Porsáŋgu, Porsanki
5624 Davvesiida
5626 Gáŋgaviika
5628 Deatnu, Deanu
5630 Bearalváhki
5632 Báhcavuotna
5634 Várggát, Vuorea
5636 Unjárga, Uuniemi
"""

# Municipalities that are gone, under the one that holds (nearly) all of them now. Those that
# were split (Snillfjord, Tysfjord) are left out, and names a municipality still bears.
FORMER_MUNICIPALITIES = """
0301 Aker
1103 Finnøy, Rennesøy, Madla
1108 Forsand, Høyland
1160 Ølen
1505 Frei
1506 Midsund, Nesset
1508 Sandøy, Skodje, Ørskog
1576 Tustna
1577 Hornindal
1578 Norddal, Stordal
1579 Eide, Fræna
1804 Skjerstad
1806 Ankenes, Ballangen
3101 Idd
3103 Rygge
3105 Skjeberg, Tune, Varteig
3107 Borge, Kråkerøy, Onsøy, Rolvsøy
3118 Askim, Eidsberg, Hobøl, Spydeberg, Trøgstad
3203 Hurum, Røyken
3205 Fet, Skedsmo, Sørum
3207 Oppegård, Ski
3226 Rømskog
3301 Nedre Eiker, Svelvik
3405 Fåberg
3446 Brandbu
3901 Borre
3903 Botne, Hof, Sande
3905 Ramnes, Re, Sem, Våle
3907 Andebu, Sandar, Stokke
3909 Brunlanes, Hedrum, Lardal, Stavern, Tjølling
3911 Nøtterøy, Tjøme
4001 Brevik, Eidanger
4003 Gjerpen, Solum
4014 Sannidal, Skåtøy
4020 Bø, Sauherad
4201 Søndeled
4202 Fjære, Landvik
4203 Hisøy, Moland, Tromøy, Øyestad
4204 Oddernes, Randesund, Songdalen, Søgne
4205 Mandal, Marnardal
4206 Lista
4225 Audnedal
4601 Arna, Fana, Laksevåg, Åsane
4602 Flora, Vågsøy
4618 Jondal, Odda
4621 Granvin
4624 Fusa, Os
4626 Fjell, Sund
4631 Lindås, Meland, Radøy
4640 Balestrand, Leikanger
4647 Førde, Gaular, Jølster, Naustdal
4649 Eid, Selje
5001 Byneset, Klæbu, Leinstrand, Strinda, Tiller
5006 Verran
5007 Fosnes, Namdalseid
5053 Mosvik
5054 Leksvik, Rissa
5055 Halsa, Hemne
5057 Bjugn
5058 Roan
5059 Agdenes, Meldal, Orkdal
5060 Nærøy, Vikna
5503 Bjarkøy
5512 Skånland
5530 Berg, Lenvik, Torsken, Tranøy
5603 Kvalsund, Sørøysund
"""

# Where the town people mean is not the place with the largest figure, because the figure is
# missing or counts the whole municipality.
SEATS = """
1121 Bryne
1122 Ålgård
1130 Jørpeland
1146 Aksdal
1528 Sykkylven
1532 Valderøy
1580 Brattvåg
3201 Sandvika
3220 Kirkebygda
3234 Roa
3238 Teigebyen
3240 Eidsvoll
3310 Vik
3312 Lierbyen
3418 Flisa
3433 Bismo
3441 Segalstad bru
3911 Borgheim
4012 Langesund
4205 Mandal
4617 Rosendal
4624 Osøyro
4625 Storebø
4626 Straume
4639 Vikøyri
4644 Gaupne
5029 Børsa
5031 Hommelvik
5530 Finnsnes
"""

# Here GeoNames' figure for the place that bears the municipality's name counts all the others too.
_WHOLE = """
1103 1108 1121 1124 1130 1580 3103 3105 3107 3205
3301 3901 3907 4204 4227 4601 4625 4644 5001 5037
"""
COUNTED_WHOLE = frozenset(_WHOLE.split())

# Thousands of inhabitants in 2024, rounded, where GeoNames' figures miss more than a third or, for
# Oslo, count the neighbours too. Good for weights and for which of two namesakes is larger.
THOUSANDS = {
    "0301": 718, "1122": 12, "1127": 11, "1515": 9, "1531": 10, "1818": 2, "1804": 53, "3114": 6, "3201": 130,
    "3203": 98, "3207": 62, "3222": 47, "3224": 20, "3240": 28, "3305": 32, "3312": 29, "3314": 20,
    "3411": 35, "3413": 21, "3419": 4, "3909": 48, "3911": 27, "4012": 14, "4624": 26, "4626": 39,
    "4627": 30, "4631": 30, "5501": 78,
}  # fmt: skip
# The same for single towns that have a namesake.
TOWN_THOUSANDS = {
    ("Eidsvåg", "4601"): 5,
    ("Langevåg", "1531"): 8,
    ("Osøyro", "4624"): 14,
    ("Straume", "4626"): 12,
}

# Oslo's districts: name, latitude, longitude, thousands of inhabitants.
DISTRICTS = {
    "Gamle Oslo": (59.91, 10.78, 62),
    "Grünerløkka": (59.92, 10.76, 64),
    "Sagene": (59.94, 10.76, 46),
    "St. Hanshaugen": (59.93, 10.74, 40),
    "Frogner": (59.92, 10.71, 60),
    "Ullern": (59.93, 10.66, 35),
    "Vestre Aker": (59.95, 10.68, 51),
    "Nordre Aker": (59.95, 10.75, 54),
    "Bjerke": (59.94, 10.81, 37),
    "Grorud": (59.96, 10.88, 28),
    "Stovner": (59.96, 10.92, 34),
    "Alna": (59.93, 10.87, 50),
    "Østensjø": (59.89, 10.83, 52),
    "Nordstrand": (59.87, 10.79, 54),
    "Søndre Nordstrand": (59.84, 10.81, 39),
}

# All Oslo's postcodes have one post town; their first two digits tell the part of the city.
OSLO_POSTCODES = {
    "00": (59.91, 10.75),
    "01": (59.91, 10.75),
    "02": (59.92, 10.70),
    "03": (59.94, 10.72),
    "04": (59.94, 10.76),
    "05": (59.93, 10.79),
    "06": (59.90, 10.82),
    "07": (59.95, 10.67),
    "08": (59.96, 10.75),
    "09": (59.96, 10.90),
    "10": (59.93, 10.89),
    "11": (59.87, 10.79),
    "12": (59.84, 10.82),
}

# GeoNames' name in one county, and the name in ordinary use; the first is kept as another name.
RENAMED = {
    ("Aas", "50"): "Ås",
    ("Børgen", "32"): "Borgen",
    ("Ginnasluokta", "18"): "Håkvik",
    ("Ivgobahta", "55"): "Skibotn",
    ("Kárášjohka", "56"): "Karasjok",
    ("Snåase", "50"): "Snåsa",
    ("Syfteland", "46"): "Søfteland",
    ("Syvik", "15"): "Søvik",
    ("Vuonnabahta", "56"): "Varangerbotn",
    ("Ávanuorri", "56"): "Havøysund",
}

# Other names of single places, mostly the postal register's.
SETTLEMENTS_ALSO_CALLED = {
    ("Aursmoen", "3226"): "Aurskog",
    ("Dale", "4628"): "Dalekvam",
    ("Farnes", "4643"): "Øvre Årdal",
    ("Indre Ålvik", "4622"): "Ålvik",
    ("Kristiansand", "4204"): "Kristiansand S",
    ("Kristiansund", "1505"): "Kristiansund N",
    ("Lakselv", "5622"): "Leavdnja",
    ("Lyefjell", "1121"): "Lye",
    ("Mosjøen", "1824"): "Mussere",
    ("Osøyro", "4624"): "Os",
    ("St. Hanshaugen", "0301"): "Sankthanshaugen",
    ("Storforshei", "1833"): "Storforsheia",
    ("Svortland", "4613"): "Bremnes",
    ("Sæveland", "1149"): "Sævelandsvik",
    ("Tomra", "1535"): "Tomrefjord",
    ("Valderøy", "1532"): "Valderøya",
    ("Vedavågen", "1149"): "Veavågen",
    ("Verdal", "5038"): "Verdalsøra",
    ("Voss", "4621"): "Vossevangen",
}

# Places whose municipality the packages do not tell, or tell wrongly. The others without one
# are left out by the script.
SETTLEMENTS_OF = """
1103 Vikevåg
1149 Visnes
1532 Roald
1580 Haram, Vatne, Søvik
1806 Håkvik
1833 Storforshei
1870 Sigerfjord, Strand
3107 Slevik
3118 Heiås
3205 Lindeberg, Lørenfallet
3209 Borgen
3228 Haga, Tomteråsen
3310 Sundvollen
3418 Hof
3433 Bismoen
3441 Forset, Segalstad
4014 Kil
4202 Jordtveit
4205 Spangereid
4613 Langevåg
4614 Valvatna
4616 Våge
4622 Indre Ålvik
4624 Søvik
4626 Sollsvika
4632 Årås
5524 Andselv
5530 Berg
5538 Skibotn
"""

# Entries of a place that stands there under another name, or with a neighbour's figure.
DOUBLED = frozenset({("Stjørdal", "5035"), ("Myre", "1871")})


def by_number(block: str) -> dict[str, list[str]]:
    """Return a block's names by area number, in the order they are written."""
    rows = (line.split(" ", 1) for line in block.strip().splitlines())
    return {number: names.split(", ") for number, names in rows}


def by_name(block: str) -> dict[str, list[str]]:
    """Return a block's area numbers by name; a name may stand under several areas."""
    found: dict[str, list[str]] = {}
    for number, names in by_number(block).items():
        for name in names:
            found.setdefault(name, []).append(number)
    return found
