"""French."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        nie/nia/nié/niée/niés/niées/niait/niaient/nient/nier/niant/nièrent/niera/dénie*/dénié*/déniait, dément*, réfut*, contest*,
        rejet*, récus*, désavou*, inscri* en faux, exclu/exclut/exclure/excluait/excluent/excluant, écart*, dénégation*, balay*/balaie*, contredi*, infirm*, repouss*,
        pas vrai, faux que/qu', pas exact, inexact, mensonge
    """,
    disbelieving="croi*/croy*/cru, pense*/pensait/pensé",
    withholding="""
        refus*/décliné/déclin* … commenter/exprimer/répondre/prononcer, aucun commentaire, pas/sans commentaire*, pas de commentaire*, pas comment*,
        pas … prononcer/prononcé/exprimer/exprimé, gard* le silence, silence sur, rest* muet*/silencieu*/évasi*/coi, pas un mot, ne … mot, laiss* planer,
        élud*, esquiv*, en touche, s' est tu*, se tai*, tait
    """,
    holding_back="""
        refus* de, refus de, refus*, évit* de, abst* de, sans, omi*/omet* de, gard* de, gard* bien de, au lieu de, ce n' est/était/fut pas … qui, plutôt que de, renonc* à, déclin*, échou* à
    """,
    asking="""
        demand* … si/pourquoi/comment/qui/quand/où/quel*/combien, demand* … s', demand* ce que/qu', se demand*, s' est/sont demandé*, s' interrog*, s' est interrog*,
        voul*/veut savoir, cherch* à savoir, doute/douta/douté/doutait/doutent, met*/mis* … en doute, remet*/remis* … en cause/question
    """,
    asking_if="demand*",
    questions="si, s', pourquoi, comment, qui, ce que, ce qu', quand, où, quel*, combien",
    saying="""
        dire/dit/dite/dites/dits/disait/disaient/disant/disent/dira/dirait, déclar*, affirm*, confirm*, précis*, révél*, expliqu*, répond*, admet*/admi*, reconna*/reconnu*,
        mentionn*, évoqu*, annonc*, assur*, souten*/soutient/soutenu, prétend*, parl*, écri*, comment*, indiqu*, racont*, ajout*, soulign*, estim*, lanc*, prévien*
    """,
    negations="pas, jamais, rien, guère, nullement, aucunement, point, ni, à aucun moment",
    nobody="personne, aucun, aucune, nul, nulle, ni, pas, jamais, à aucun moment, nulle part, peu de, en aucun cas",
    between="""
        avoir, être, a, ai, as, ont, avait, avaient, ait, aurait, est, été, voulu, souhaité, pu, su, osé, encore, *ment, à, tenu, le, la, les, lui, leur, en, y, se, s', l', n', ne, t, il, elle, on, ils, elles,
        jamais, pas, rien, tout, non plus, veut, peut, souhaite, pouvait, voulait, pour l' instant, pour le moment, de, que
    """,
    auxiliaries="n', ne, a, ont, avait, avaient, est, s', se, veut, voulait, souhaite, peut, pouvait",
    adding="disant, affirmant, ajoutant, expliquant, déclarant, précisant, assurant, soulignant, soutenant, indiquant, estimant, rappelant, écrivant, jugeant",
    affirming="""
        interrogé* sur/par, questionné* sur/par, à la question, aux questions,
        pas hésit* à, pas manqu* de, pas seulement, non seulement, pas sans, sans doute, sans aucun doute, sans détour*, sans ambages, sans hésit*, sans surprise,
        pas cach*, jamais cach*, pas/jamais cess* de, rien moins, pas peu, pas pour la première fois, pas tard* à, jamais las*, pas moins, pas oubli* de,
        rejet*/repouss* l'/la/le/une/un … offre/loi/projet/proposition/amendement/motion/demande/recours,
        personne … empêch*/forc*/oblig*/demand*/pri*, rien … empêch*/oblig*, personne/rien … s' attend*, peu … attend*/pens*/imagin*, pas/jamais s' attend*, pas/jamais cru/pensé/imaginé/attendu, pas … s' empêch*
    """,
    that="que, qu', si",
    after=2,
)
