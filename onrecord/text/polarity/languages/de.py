"""German."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        bestreit*, bestritt*, bestreiten, dementier*, dementi*, leugn*/leugnen/geleugnet, verleugn*, abgestritten, abzustreiten, abstreit*, abstritt*,
        streit*/stritt* … ab, zurückgewiesen, zurückzuweisen, zurückweis*, zurückwies*, zurückweisung*, weis*/wies* … zurück,
        widersprach*/widersprech*/widerspricht/widersprochen, widerleg*, verneint*/verneinen/verneinend*, verwahr* sich gegen, verwahr* … dagegen,
        schließ*/schloss*/schloß … aus, ausgeschlossen, ausschloss*, ausschließ*, auszuschließen, in abrede, wies/weist/wiesen … von sich, von sich gewiesen, von sich wies*,
        trat/tritt/traten … entgegen, entgegengetreten, nicht wahr, unwahr*, nicht zutreff*, treff*/trifft nicht zu, stimm* nicht, nicht stimm*, frei erfunden, distanzier* sich … von, sich … von … distanzier*
    """,
    disbelieving="glaub*/geglaubt, überzeugt",
    withholding="""
        ließ*/lässt/läßt/lassen … offen, offengelassen, offen gelassen, offenließ*, offen ließ*, keine angaben/auskunft/stellung/aussage/antwort,
        kein*/keinen kommentar, nicht kommentier*, schwieg*/schweig*/geschwiegen, nicht … äußern/geäußert, äußer* … nicht,
        bedeckt, in schweigen, wich*/weich* … aus, ausgewichen, auswich*, nicht … stellung nehmen, kein* wort
    """,
    holding_back="""
        weiger* sich, sich weiger*, sich … weiger*, lehn* … ab, abgelehnt, ablehn*, ohne, vermied*/vermeid*/vermieden, anstatt, statt, verzichtet*/verzichten … darauf,
        unterließ*/unterlassen, davor gehütet, hütet* sich, davon abgesehen, sah/sahen davon ab
    """,
    asking="""
        frag*/fragten/gefragt/anfrag* … ob/wie/warum/weshalb/wieso/wer/was/wann/wo/welche*/wem/wen/wohin/woher, erkundig*, woll*/will wissen, wissen wollt*, rätsel*,
        frag*/fragten sich, zweifel*, bezweifel*, stell*/gestellt … infrage, in frage, hinterfrag*, anzuzweifeln
    """,
    asking_if="frag*/fragten/gefragt, nachfrag*/nachgefragt",
    questions="ob, wie, warum, weshalb, wieso, wer, was, wann, wo, welche*, wem, wen, wohin, woher",
    saying="""
        sag*/gesagt/sagen, erklär*, behaupt*, äußer*/geäußert, bestätig*, mitteil*/mitgeteilt/mitzuteilen/teil*, nenn*/nannte*/genannt, beantwort*, kommentier*,
        verrat*/verriet*, erwähn*, zugeb*/zugegeben/zuzugeben, einräum*/eingeräumt/einzuräumen, schreib*/schrieb*/geschrieben, sprech*/sprach*/gesprochen,
        beton*, mein*/gemeint, versicher*, bericht*, antwort*/geantwortet, forder*/gefordert, warn*/gewarnt, ergänz*, kritisier*, mahn*, rief*, frag*
    """,
    negations="nicht, nie, niemals, nichts, keineswegs, keinesfalls, mitnichten, weder, noch nie, mit keinem wort, mit keiner silbe, zu keinem zeitpunkt, zu keiner zeit",
    nobody="""
        niemand, keiner, keine, kein, keines, nicht, nie, niemals, nirgends, nirgendwo, weder, kaum jemand, kaum einer, wenige, nur wenige,
        zu keinem, zu keiner, mit keinem, mit keiner, an keiner, in keinem
    """,
    between="""
        haben, zu, sich, es, das, dazu, darüber, so, auch, je, jemals, hat, hatte, habe, haben, will, wollte, wollten, möchte, mochte, kann, konnte, konnten, wird, würde, wurde, worden, einmal,
        ausdrücklich, öffentlich, bislang, bisher, noch
    """,
    auxiliaries="hat, hatte, habe, haben, will, wollte, wollten, möchte, mochte, kann, konnte, wird, würde",
    affirming="""
        auf nachfrage*, auf anfrage*, auf die frage, auf fragen, gefragt nach, danach/dazu gefragt, befragt zu, davon/hiervon nichts wissen,
        nicht nur, nicht bloß, nicht *ende/*enden/*ender/*endem/*endes, nicht ohne, nicht zuletzt, nicht zum ersten mal, nicht umsonst, nicht von ungefähr, nicht zu unrecht, nicht minder, nicht weniger,
        zöger* nicht, nicht zöger*, nicht gezögert, nicht müde, nicht lange, nicht mehr als, keinen hehl, kein geheimnis, keinen zweifel, kein zweifel, zweifellos, ohne zweifel,
        kein*/keine … später, ohne zögern, ohne umschweife, ohne zu zögern, nicht versäum*, versäum* nicht, nicht unterließ*, nichts anderes als, nicht länger,
        niemand/nichts/keiner … hindert*/zwang/zwingt/bat/hielt/stoppt*, niemand/keiner/wenige/kaum … erwart*/geahnt/vermut*/rechn*, nicht/nie/niemals erwart*, nicht/nie/niemals gedacht/geglaubt/geahnt/vermutet, nicht … lassen, nicht verkneif*
    """,
    that="dass, daß, ob",
    before=4,
    after=5,
)
