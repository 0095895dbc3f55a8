"""Danish."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        benægt*, nægt* at have/være/ville, nægt* sig, dementer*, afvis*, bestrid*/bestred*/bestridt*, tilbagevis*, udelukk*, modsig*/modsagde*, ikke sandt, ikke rigtigt, usandt, nægt*
    """,
    disbelieving="tror/troede/troet, mener/mente",
    withholding="""
        ingen kommentar*, ikke … kommenter*, tav/tier/tavs, ikke … udtale sig, ikke udtale*, stå åbent, holdt/holder … åbent
    """,
    holding_back="nægt* at, afvis* at, afslog/afslår at, undlod/undlader at, undgik/undgår at, uden at, i stedet for at",
    asking="""
        spurg*/spørg*/spurgt … om/hvorfor/hvordan/hvem/hvad/hvornår/hvor/hvilke, undr* sig, ville/vil vide, tvivl*, betvivl*, i tvivl
    """,
    asking_if="spurg*/spørg*/spurgt",
    questions="om, hvorfor, hvordan, hvem, hvad, hvornår, hvor, hvilke, hvorvidt",
    saying="sig*/sagde/sagt, forklar*, bekræft*, påstå*/påstod, fortal*/fortæl*, skriv*/skrev/skrevet, udtal*, oplys*, indrøm*, nævn*, svar*, kommenter*, understreg*",
    negations="ikke, aldrig, aldri, intet, ingenting, hverken, næppe, ej",
    nobody="ingen, intet, aldrig, aldri, hverken, få, ikke",
    between="at, have, har, havde, vil, ville, kan, kunne, skal, skulle, det, noget, heller, udtrykkeligt, offentligt, endnu",
    auxiliaries="har, havde, vil, ville, kan, kunne",
    affirming="""
        ikke kun, ikke bare, ikke blot, ikke uden, ikke mindst, tøv* ikke, ikke tøv*, uden tvivl, uden tøven, uden omsvøb, ikke for første gang, ingen hemmelighed,
        ingen/intet … forhindr*/hindr*/tvang/bad, ingen/få … ventet/forvent*/troede/trodde/anede, ikke/aldrig forvent*/ventet
    """,
    that="at, om",
    before=3,
    after=4,
)
