"""Spanish."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        negó/negaron/niega/niegan/niego/negado/negada/negar/negando/negaba/negaban/negará/negaría/niegue, desmint*/desmient*/desment*, rechaz*, refut*, rebat*, contradij*/contradice*/contradec*/contradicho,
        descart*, desautoriz*, repudi*, no … cierto/verdad, no es/era/fue/sea/fuera así, falso que, falsa/falsas/falsos la/las/los, de falso/falsa/falsos/falsas, negación, niegue
    """,
    disbelieving="cree/creen/creía/creyó/creer",
    withholding="""
        sin comentarios, no … comentar/comentó/comentado, no … pronunci*, no … declaraciones, no … opinar, guard* silencio, mantuv*/mantien* silencio, evit* pronunciarse/responder/comentar/opinar,
        declin* … comentar/responder/pronunciarse, rehus*/rehús* … comentar/responder, eludi*, esquiv*, dej* … en el aire, abierto si, nada dij*, ni una palabra, ni … palabra, calló/calla/callaron
    """,
    holding_back="""
        se neg*/nieg* a, negó a, negado a, negarse a, negativa a, rehus*/rehús*, declin*, evit*, sin, abst* de, abstenido de, en lugar de, en vez de, omit*, dej* de, se resisti* a, se resiste a, no fue/es/era/fueron … quien/quienes, no fue/es/era … el/la que, renunci* a
    """,
    asking="""
        pregunt*/cuestion* … si/cómo/qué/quién*/cuándo/dónde/cuál*/cuánto*, pregunt* … por qué, se pregunt*, quiso/quería/quiere/quisieron/querían saber, inquiri*, interrog*,
        dud*, en duda, cuestion*, puso en tela de juicio
    """,
    asking_if="pregunt*",
    questions="si, por qué, cómo, qué, quién*, cuándo, dónde, cuál*, cuánto*, a quién",
    saying="""
        decir/dijo/dice/dicho/diciendo/dijeron/dijera*/dijese*/diga/digan/dicen/decía/decían/dirá, afirm*, declar*, confirm*, asegur*, explic*, revel*, precis*, aclar*, admit*, reconoc*, mencion*, anunci*,
        sost*, respond*, coment*, escrib*, habl*, detall*, indic*, señal*, manifest*, pronunci*, añad*, cont*/cuenta, advirt*/adviert*, subray*, record*/recuerd*, especific*
    """,
    negations="no, nunca, jamás, tampoco, ni, en ningún momento, en modo alguno",
    nobody="nadie, ningún, ninguno, ninguna, ni, nunca, jamás, en ningún, en ninguna, pocos, tampoco, no todos",
    between="""
        haber, ha, han, he, había, habían, haya, hubo, hubiera, quiso, quiere, quería, quisieron, pudo, puede, podía, pudieron, supo, sabe, supieron, llegó a, querido, podido, sabido, ha llegado a, llegado a, va a, iba a,
        me, te, se, lo, la, le, les, los, las, nos, aún, todavía, ni siquiera, siquiera, *mente, nunca, jamás, por el momento, en público
    """,
    adding="diciendo, afirmando, añadiendo, asegurando, explicando, alegando, señalando, argumentando, sosteniendo, escribiendo, insistiendo, declarando",
    affirming="""
        preguntad* por/sobre/acerca/al, a pregunta* de, a la pregunta, a las preguntas, al ser preguntad*, cuestionad* por/sobre,
        no sólo, no solo, no solamente, no únicamente, no dud* en, no vacil* en, no dej* de, no sin, no obstante, no en vano, no cabe duda, no hay duda, sin duda, sin lugar a dudas, sin rodeos, sin embargo, sin titube*, sin dudar*, sin vacil*,
        no por primera vez, no menos, no ocult*, no escond*, no tard* en, no … cans* de, no … mord*, no más tarde, no par* de, no olvid*,
        neg*/nieg* … acceso/entrada/permiso/visado/visados/asilo/ingreso/paso,
        rechaz* la/el/una/un/las/los … oferta/ofertas/ley/proyecto/propuesta/propuestas/enmienda/moción/solicitud/recurso/plan/petición,
        nadie/nada … impid*/imped*/oblig*/pidió/forz*, nadie/pocos … esper*/imagin*/cre*/pens*, no/nunca esper*/imagin*, no/nunca … habría/hubiera pensado/creído/imaginado, no … resist*
    """,
    that="que, si",
)
