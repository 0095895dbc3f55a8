"""Swedish."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        förnek*, dement*, avvis*, bestrid*/bestred*/bestritt*, tillbakavis*, vis* … tillbaka, neka*, uteslut*/uteslöt*/utesluter, motsäg*/motsade*/motsagt, inte sant, inte stämmer, stämmer inte, osant, förneka*
    """,
    disbelieving="tror/trodde/trott, anser/ansåg",
    withholding="""
        ingen kommentar, inga kommentarer, inte … kommenter*, kommenter* inte, teg/tiger/tigit/tiga, avböj* … kommenter*, avböj*, lämna* … öppet, ingenting om, uttalade … inte, uttala sig inte, inte uttala*
    """,
    holding_back="vägra*, undvek/undvik*, utan att, i stället för att, istället för att, avsto*/avstår från att, lät bli att, låter bli att, underlät*/underlåter att",
    asking="""
        fråga*/frågade/frågar … om/varför/hur/vem/vad/när/var/vilka, undra*, ville/vill veta, tvivla*, ifrågasätt*/ifrågasatt*
    """,
    asking_if="fråga*",
    questions="om, varför, hur, vem, vad, när, var, vilka, huruvida",
    saying="säg*/sade/sa/sagt, förklar*, bekräft*, påstå*/påstod/påstått, berätt*, skriv*/skrev/skrivit, medg*, erkän*, uttal*, nämn*, svar*, meddel*, menade, betonade, avslöj*",
    negations="inte, aldrig, ej, varken, ingenting, inget, knappast, icke",
    nobody="ingen, inga, inget, aldrig, varken, få, inte",
    between="att, ha, har, hade, vill, ville, kan, kunde, ska, skulle, det, något, heller, ens, uttryckligen, offentligt, än, ännu",
    auxiliaries="har, hade, vill, ville, kan, kunde",
    affirming="""
        inte bara, inte endast, inte enbart, inte utan, inte minst, tveka* inte, inte tveka*, inte för första gången, utan tvekan, utan tvivel, utan omsvep, ingen hemlighet, inte sällan, inte förrän,
        ingen/inget … hindra*/tvinga*/bad, ingen/få … vänta*/trodde/anade, inte/aldrig vänta* sig
    """,
    that="att, om",
    before=3,
    after=4,
)
