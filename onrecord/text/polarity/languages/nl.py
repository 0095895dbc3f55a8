"""Dutch."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        ontken*, van de hand, weerleg*, weersprak*/weerspreek*/weerspraken/weersproken/weerspreken, sprak/spreekt/spraken/spreken … tegen, tegengesproken, tegensprak*/tegenspreek*/tegenspreken, betwist*,
        verwerp*/verwierp*/verworpen, loochen*, sluit/sloot/sloten/sluiten … uit, uitgesloten, uitsluit*/uitsloot, niet waar, niet juist, onwaar, ontkenning*, wees/wijst/wezen/wijzen … af, afgewezen, afwijs*/afwees
    """,
    disbelieving="geloof*/gelooft/geloofde/geloven, denk*/dacht",
    withholding="""
        geen commentaar, geen mededeling*, zweeg/zwijg*/zwegen/gezwegen, in het midden, niet … reager*, reageer* niet, reageer* … niet, ging/gaat/gingen … niet in op, niet ingaan op, niet … op ingaan, op de vlakte, geen uitspra*, geen antwoord,
        liet/laat/lieten open, onvermeld, het zwijgen, geen woord
    """,
    holding_back="weiger*, zonder, vermeed/vermijd*/vermeden, liet na, nagelaten, in plaats van, in plaats daarvan, onthield zich, zag ervan af, ziet ervan af, vertik*, was/is het niet … die, het was/is niet … die",
    asking="""
        vroeg/vraagt/vragen/vroegen/gevraagd … of/waarom/hoe/wie/wat/wanneer/waar/welke, vroeg/vraagt/vragen/vroegen … zich af, zich afgevraagd, wilde/wil/wilden/willen weten, informeer*,
        betwijfel*, twijfel*, in twijfel, stel* … ter discussie
    """,
    asking_if="vroeg/vraagt/vragen/vroegen/gevraagd",
    questions="of, waarom, hoe, wie, wat, wanneer, waar, welke, hoeveel",
    saying="""
        kwijt/prijsgeven/loslaten/toelichten/kwijtgeraakt,
        zeg*/zei/zeiden/gezegd, verklaar*/verklaren/verklaarde*, bevestig*, beweer*/beweren/beweerde, vertel*/verteld, schrij*/schreef/schreven/geschreven, noem*/genoemd, meld*/gemeld, uitleg*/uitgelegd, onthul*, erken*, mededel*/meegedeeld, antwoord*/geantwoord,
        toegeven/toegegeven, weten, bekend, benadruk*, waarschuw*, spreken/sprak/gesproken
    """,
    negations="niet, nooit, niets, noch, geenszins, op geen enkel moment",
    nobody="niemand, geen, noch, nooit, weinig, weinigen, nergens, op geen, niet, bijna niemand",
    between="hebben, te, om, het, dat, er, iets, ooit, zelf, ook, heeft, had, hebben, wil, wilde, wilden, kan, kon, konden, zal, zou, werd, is, daarover, daar, uitdrukkelijk, openlijk, publiekelijk, vooralsnog, voorlopig, nog",
    auxiliaries="heeft, had, hebben, wil, wilde, wilden, kan, kon",
    affirming="""
        gevraagd naar, op de vraag, op vragen, op een vraag,
        niet alleen, niet enkel, niet slechts, niet zonder, niet voor het eerst, aarzel* niet, niet … aarzel*, niet geaarzeld, niet voor niets, niet onterecht, geen twijfel*, geen geheim, geen doekjes, zonder aarzel*, zonder omhaal, zonder twijfel,
        niet lang daarna, geen … later, niet moe*, niet minder, niet na … te, liet niet na, wees/wijst/wezen het/de/een … voorstel/aanbod/plan/wet/motie/verzoek af, niet vergat, vergat niet,
        niemand/niets … belette/dwong/vroeg/verhinderde/weerhield, niemand/weinigen … verwacht*/gedacht/vermoed*, niet/nooit verwacht*/gedacht
    """,
    that="dat, of",
    before=4,
    after=5,
)
