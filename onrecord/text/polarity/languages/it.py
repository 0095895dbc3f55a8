"""Italian."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        nega/negano/negò/negarono/negato/negata/negare/negando/negava/negavano/negasse, smentisc*/smenti*/smentì/smentit*, respin*/respint*/respinge*, rigett*, confut*, contest*,
        esclud*/esclus*, contraddi*/contraddett*, sconfess*, diniego, non … vero, falso che, falsa/false/falsi la/le/i, ripudi*, rinneg*
    """,
    disbelieving="crede*/credono/creduto, pensa*/pensano/pensato",
    withholding="""
        no comment, nessun commento, non … comment*, rifiut* di commentare/rispondere/esprimersi, rifiut* … commentare/rispondere/esprimersi, in silenzio, tace/tacque/tacciono/taciuto, non … espress*/esprimersi,
        non … pronunci*, gliss*, sorvol*, elus*/elud*, lasci* … in sospeso, nessuna dichiarazione
    """,
    holding_back="""
        rifiut* di, rifiut*, evit* di, senza, invece di, anziché, astenut*/asten* dal/dall', omesso/omise di, guard* bene dal/dall', guardat* dal/dall', declin*, non è/fu/era … stato/stata … a, non fu/è/era … a, piuttosto che
    """,
    asking="""
        chied*/chies*/chiest*/domand* … se/perché/come/chi/cosa/quando/dove/quale/quali/quanto, si chied*/chies*/domand*, si è/sono chiest*/domandat*, vuole/voleva/volle/vogliono/volevano/voluto sapere, interrog*,
        dubit*, mess*/mette* … in dubbio/discussione
    """,
    asking_if="chied*/chies*/chiest*/domand*",
    questions="se, perché, come, chi, cosa, che cosa, quando, dove, quale, quali, quanto, quanti",
    saying="""
        dire/dice/dicono/detto/detta/disse/dissero/dicendo/dicesse/diceva/dirà, dichiar*, afferm*, conferm*, spieg*, precis*, rivel*, ammett*/ammess*/ammis*, riconosc*/riconosciut*, menzion*, annunci*,
        sosten*/sostien*/sostenut*, rispond*/rispos*/rispost*, comment*, scri*, parl*, chiar*, assicur*, aggiung*/aggiun*, sottoline*, raccont*, osserv*, indic*
    """,
    negations="non, mai, né, neppure, nemmeno, neanche, mica, in nessun momento, in alcun modo",
    nobody="non, nessun, nessuno, nessuna, nessun', né, mai, pochi, neppure, nemmeno, neanche, in nessun, non tutti",
    between="""
        di, d', aver, avere, che, ha, hanno, ho, aveva, avevano, abbia, abbiano, avesse, è, era, stato, stata, mai, ancora, *mente, voluto, potuto, saputo, vuole, vogliono, può, poteva, voleva, lo, la, li, gli, le, ne, si, ci, l', m', t', mica, affatto,
        riuscito a, riuscita a, nulla, niente, volle, poté, seppe
    """,
    auxiliaries="si",
    adding="dicendo, affermando, aggiungendo, sostenendo, spiegando, assicurando, precisando, dichiarando, scrivendo, sottolineando, ribadendo",
    affirming="""
        alla domanda, alle domande, interrogat* su*, interpellat* su*,
        non solo, non soltanto, non solamente, non … esit* a, non … manc* di, non senza, non a caso, non … nascost*/nascond*, senza dubbio, senza esit*, senza mezzi termini, senza giri, senza mezze parole,
        non … smess*/smett* di, non per la prima volta, non meno, non … dimentic*, non più tardi, non tard* a,
        neg* … accesso/ingresso/permesso/visto/asilo, respin*/rigett* la/il/l'/un/una … offerta/proposta/legge/ricorso/richiesta/mozione/emendamento/piano,
        nessuno/niente/nulla … impedi*/costr*/obblig*/chies*/ferm*, nessuno/pochi … aspett*/immagin*/pens*/cred*, non/mai … aspett*/immagin*, non … resist*
    """,
    that="che, ch', se",
)
