"""Portuguese."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        nega/negam/negou/negaram/negado/negada/negar/negando/negava/negavam/negasse/negará, desment*/desmint*/desmentid*, rejeit*, refut*, rebat*, contest*, descart*, contradiss*/contradiz*/contradit*, repudi*,
        não … verdade, não … verdadeir*, falso que, falsa/falsas/falsos a/as/os, negação, desautoriz*
    """,
    disbelieving="acredit*, crê/crer/creem, acha/acham/achava",
    withholding="""
        sem comentários, não … coment*, recus* … comentar/responder/pronunciar, em silêncio, mant* silêncio, silêncio sobre, não … pronunci*, não … manifest*, nada disse*, evit* comentar/responder/falar,
        esquiv*, calou/cala/calaram, preferiu não, prefere não, deix* … em aberto, nem uma palavra, não … declarações
    """,
    holding_back="""
        recus* se a, recusa em, recus* a, recus*, se neg* a, neg* se a, evit*, sem, em vez de, abst* se de, abst* de, escus* se a, deix* de, declin*, não foi/é/era … quem, omit*, ao invés de, furt* se a
    """,
    asking="""
        pergunt*/questionou/questiona/questionaram/indag* … se/como/que/quem/quando/onde/qual/quanto*/porquê, pergunt*/indag* … por que, se pergunt*, pergunt* se, quis/queria/quer/querem/queriam saber, interrog*,
        duvid*, em dúvida, question*, pôs/põe/puseram … em causa
    """,
    asking_if="pergunt*, indag*",
    questions="se, por que, por quê, porquê, como, que, o que, quem, quando, onde, qual, quanto*",
    saying="""
        dizer/disse/diz/dizem/dito/dizendo/disseram/dissesse/dissessem/dizia/diga/dirá, declar*, afirm*, confirm*, explic*, revel*, esclarec*, admit*, reconhec*, mencion*, anunci*, respond*, coment*, escrev*, fal*, inform*,
        detalh*, garant*, adiant*, acrescent*, cont*, ressalt*, alert*, precis*, indic*
    """,
    negations="não, nunca, jamais, nem, tampouco, em nenhum momento, em momento algum, de modo algum",
    nobody="ninguém, nenhum, nenhuma, nem, nunca, jamais, em nenhum, em nenhuma, poucos, tampouco, nem todos",
    between="""
        ter, tem, têm, tinha, tinham, havia, teria, tenha, tivesse, foi, quis, quer, queria, quiseram, pôde, pode, podia, soube, sabe, o, a, os, as, lhe, lhes, se, me, nos, ainda, *mente, chegou a, chega a, querido, podido, conseguiu,
        vai, ia, sequer, em público, por enquanto, nunca
    """,
    adding="dizendo, afirmando, acrescentando, alegando, garantindo, explicando, sustentando, argumentando, declarando, escrevendo, assegurando",
    affirming="""
        questionad* sobre/pel*/por, perguntad* sobre/pel*/por, interrogad* sobre/pel*, à pergunta, às perguntas,
        não só, não apenas, não somente, não … hesit* em, não … deix* de, não sem, sem dúvida, sem rodeios, sem hesit*, sem meias palavras, não … escond*, não por acaso, não … cans* de, não obstante, não é a primeira, não pela primeira vez, não … tard* em/a,
        não menos, não … esquec*, neg* … acesso/entrada/visto/vistos/asilo/permissão,
        rejeit* a/o/as/os/uma/um … oferta/proposta/lei/projeto/projecto/recurso/pedido/moção/emenda/plano,
        ninguém/nada … impediu/impede/obrig*/pediu/forç*, ninguém/poucos … esper*/imagin*/pens*/acredit*, não/nunca esper*/imagin*, não … resist*
    """,
    that="que, se",
)
