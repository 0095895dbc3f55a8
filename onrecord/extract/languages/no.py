"""Norwegian."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="no",
    name="Norwegian",
    says="""
        sier sa sagt skriver skrev svarer svarede forklarer forklarede forteller fortalte mener mente understreker understreket understreger understregede uttaler uttalte udtaler opplyser opplyste hevder hevdet påpeker påpekte påpeger tilføyer tilføyde tilføjer advarer advarte bekrefter bekreftet lover lovet innrømmer innrømmet forsikrer forsikret kommenterer kommenterte seier fortel fortalde meiner meinte skreiv svarte
        erkjenner erkjente avviser avviste spør spurte lyder
    """,
    quotes="sukker ler roper ropte hvisker konstaterer konstaterte fortsetter fortsatte utbryter utbrøt",
    according="ifølge",
    as_="som",
    that="at",
    whether="om",
    he="han",
    she="hun",
    they="de",
    first="jeg vi",
    articles="den det de en et ei hans hennes deres",
    of="for i av på",
    particles_of_names="von av de",
    titles="hr fru",
    roles="*minister *statsråd leder nestleder formann talsmann talskvinne talsperson direktør sjef *sjef professor lærer lege forsker ordfører varaordfører journalist forfatter trener rektor politimester fisker bonde redaktør byrådsleder partileder stortingsrepresentant nabo innbygger",
    organisations="politiet regjeringen kommunen *departementet universitetet selskapet partiet foreningen kommunestyret bystyret stortinget direktoratet *direktoratet NTB NRK",
    groups="forskere eksperter vitner beboere naboer innbyggere",
    prepositions="i på av til fra med for om under etter før hos mot uten ved over mellem ifølge",
    conjunctions="og men eller for at når om mens fordi verken",
    relatives="som der hvilken hvis",
    adverbs="også siden da nå no her der ikke ikkje aldri allerede senere likevel",
    times="mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember",
    months="januar/jan februar/feb mars april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov desember/des",
    weekdays="mandag tirsdag onsdag torsdag fredag lørdag søndag",
    abbreviations="dr prof st kl nr ca",
    ordinals=True,
    women="Anne Kari Ingrid Liv Solveig Marit Randi Astrid Berit Siri Silje Tone Anna Eva Karen Maria Kirsten Lene Mette Hanne Sara Emma Ida Freja Inge Birgitte Susanne Lone Pia",
    men="Bjørn Kjell Arne Svein Odd Geir Knut Olav Lars Anders Johan Per Niels Erik Karl Jan Peter Michael Søren Jens Hans Ole Henrik Thomas Jesper Mads",
)
