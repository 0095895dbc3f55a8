"""Swedish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="sv",
    name="Swedish",
    says="""
        säger sade sa sagt skriver skrev svarar svarade förklarar förklarade berättar berättade menar menade betonar betonade uppger uppgav hävdar hävdade påpekar påpekade tillägger tillade varnar varnade bekräftar bekräftade anser ansåg medger medgav
        förnekar förnekade uppmanar frågar frågade understryker underströk
    """,
    quotes="suckar skrattar ropar ropade viskar utbrister konstaterar konstaterade fortsätter fortsatte",
    according="enligt",
    as_="som",
    that="att",
    whether="om",
    he="han",
    she="hon",
    they="de",
    first="jag vi",
    articles="den det de en ett hans hennes deras",
    of="för i av på",
    particles_of_names="von af de",
    titles="herr fru",
    roles="minister statsminister ordförande talesperson talesman direktör chef polis professor lärare läkare forskare kommunalråd borgmästare journalist författare tränare",
    hers="fru ministerna kvinnan",
    organisations="polisen regeringen kommunen departementet universitetet bolaget partiet föreningen TT",
    groups="forskare experter vittnen boende",
    prepositions="i på av till från med för om under efter före hos mot utan vid över mellan enligt",
    conjunctions="och men eller för att när om medan eftersom",
    relatives="som vilken vilket vars",
    adverbs="också sedan då nu här där inte aldrig redan senare idag igår även dock",
    times="måndag tisdag onsdag torsdag fredag lördag söndag igår idag måndagen tisdagen onsdagen torsdagen fredagen januari februari mars april maj juni juli augusti september oktober november december",
    months="januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec",
    weekdays="måndag/måndagen tisdag/tisdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen lördag/lördagen söndag/söndagen",
    today="idag",
    yesterday="igår",
    coming="nästa",
    other_days="sedan till före efter",
    abbreviations="dr prof st t ex kl nr",
    women="Anna Eva Karin Maria Kristina Lena Kerstin Ingrid Sara Emma Elin Hanna Linda Birgitta Magdalena Annika Malin Jenny Åsa Ulla",
    men="Lars Anders Johan Per Nils Erik Karl Olof Jan Peter Mikael Sven Gustav Fredrik Bengt Bo Mats Göran Magnus Björn",
)
