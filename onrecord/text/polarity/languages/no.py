"""Norwegian, in both of its written forms."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        benekt*, nekt* for, nekt* at, nekt* seg, dementer*, avvis*, bestrid*/bestred*/bestridt*, tilbakevis*, utelukk*, motsi*/motsa*, ikke sant, ikkje sant, ikke riktig, ikkje rett, usant, stemmer ikke, stemmer ikkje
    """,
    disbelieving="tror/trodde/trudde, mener/mente/meiner/meinte",
    withholding="""
        ingen kommentar*, ikke/ikkje … kommenter*, kommenter* ikke/ikkje, taus/tiet/tier/tagde, ikke/ikkje … uttale seg, ikke/ikkje uttal*, ønsk* ikke/ikkje, holdt/holder … åpent, heldt/held … ope
    """,
    holding_back="nekt* å, vegr* seg for å, avslo/avslår å, unnlot/unnlater å, unngikk/unngår å, uten å, utan å, i stedet for å, i staden for å, lot være å",
    asking="""
        spør*/spurt* … om/hvorfor/hvordan/hvem/hva/når/hvor/hvilke/kvifor/korleis/kven/kva/kor, undr* seg, lurt*/lurer, ville/vil vite, tvil*, betvil*, i tvil
    """,
    asking_if="spør*/spurt*",
    questions="om, hvorfor, hvordan, hvem, hva, når, hvor, hvilke, hvorvidt, kvifor, korleis, kven, kva, kor",
    saying="si/sier/sa/sagt/seie/seier, forklar*, bekreft*/stadfest*, påsto*/påstå*, fortel*/fortal*, skriv*/skrev/skreiv, uttal*, opplys*, innrømm*, nevn*, svar*, kommenter*, understrek*",
    negations="ikke, ikkje, aldri, ingenting, intet, inkje, verken, hverken, korkje, neppe, ei",
    nobody="ingen, ingenting, intet, aldri, verken, hverken, korkje, få, ikke, ikkje",
    between="at, å, ha, har, hadde, vil, ville, kan, kunne, skal, skulle, det, noe, noko, heller, uttrykkelig, offentlig, ennå, enda",
    auxiliaries="har, hadde, vil, ville, kan, kunne",
    affirming="""
        ikke/ikkje bare/berre, ikke/ikkje kun, ikke/ikkje uten/utan, ikke/ikkje minst, nøl* ikke/ikkje, ikke/ikkje nøl*, uten/utan tvil, uten/utan å nøle, ikke for første gang, ingen hemmelighet,
        ingen/intet … hindr*/tvang/ba, ingen/få … ventet/venta/trodde/ante, ikke/aldri ventet/forventet
    """,
    that="at, om",
    before=3,
    after=4,
)
