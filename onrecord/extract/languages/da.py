"""Danish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="da",
    name="Danish",
    says="""
        siger sagde sagt skriver skrev svarer svarede forklarer forklarede fortæller fortalte mener mente understreger understregede udtaler udtalte oplyser oplyste hævder hævdede påpeger tilføjer tilføjede advarer advarede bekræfter bekræftede
        erkender erkendte afviser afviste spørger spurgte lyder
    """,
    quotes="sukker griner råber råbte hvisker konstaterer fortsætter fortsatte",
    according="ifølge",
    as_="som",
    that="at",
    whether="om",
    he="han",
    she="hun",
    they="de",
    first="jeg vi",
    articles="den det de en et hans hendes deres",
    of="for i af på",
    particles_of_names="von af de",
    titles="hr fru",
    roles="minister statsminister formand talsmand talsperson direktør chef professor lærer læge forsker borgmester journalist forfatter træner",
    organisations="politiet regeringen kommunen ministeriet universitetet selskabet partiet foreningen Ritzau",
    groups="forskere eksperter vidner beboere",
    prepositions="i på af til fra med for om under efter før hos mod uden ved over mellem ifølge",
    conjunctions="og men eller for at når om mens fordi",
    relatives="som der hvilken hvis",
    adverbs="også siden da nu her der ikke aldrig allerede senere dog",
    times="mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december",
    months="januar/jan februar/feb marts april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov december/dec",
    weekdays="mandag tirsdag onsdag torsdag fredag lørdag søndag",
    today="dag",
    yesterday="går",
    coming="næste",
    other_days="siden til før efter",
    abbreviations="dr prof st kl nr ca",
    ordinals=True,
    women="Anna Eva Karen Maria Kirsten Lene Mette Hanne Sara Emma Ida Freja Inge Birgitte Susanne Lone Pia",
    men="Lars Anders Johan Per Niels Erik Karl Jan Peter Michael Søren Jens Hans Ole Henrik Thomas Jesper Mads",
)
