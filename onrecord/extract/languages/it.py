"""Italian."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="it",
    name="Italian",
    endings={
        "are": ("a ano ò arono ava avano erà", "ato ata ati ate", "ando"),
        "iare": ("ia iano iò iarono iava iavano", "iato iata iati", "iando"),
        "care": ("ca cano cò carono cava cavano", "cato cata", "cando"),
        "ere": ("e ono eva evano é", "uto", "endo"),
        "ire": ("e ono ì irono iva ivano", "ito", "endo"),
        "isc": ("isce iscono ì irono iva ivano", "ito", "endo"),
    },
    says="""
        giura giurano giurò svela svelò controbatte sintetizza minaccia
        fanno fecero facevano rend+ere reso rendono
        esclud/e/ono/eva prevede prevedono ripete ripetono ripeteva ritien/e ritengono ritenne sostien/e sostengono teme temono stima stimano ribadisc/e/ono puntualizz+are
        parl+are analizz+are argoment+are elenc+are elogi+are esterna esternò ipotizz+are lod+are lanc+iare motiv+are obiett+are ammon+isc plaud+ire plaude
        precis+are proclam+are profetizz+are protest+are rammenta rammentò rassegn+are recit+are ribatt/e/ono/eva ribatté richiam+are
        riepilog+are rifer+isc rimprover+are rivendic+are rivendica sbott+are sentenz+iare sfid+are supplic+are tagliò testimonia torna twitta
        twitt+are vant+are chios+are ventila tuon+are allert+are lamenta dett+are illustr+are stigmatizz+are bocc+iare boll+are liquid+are condann+are condanna/no condannò
        afferm+are dichiar+are spieg+are annunc+iare assicur+are sottoline+are raccont+are not+are osserv+are conferm+are precis+are segnal+are ricord+are critic+are lament+are denunc+iare coment+are comment+are
        replic+are ribad+isc chiar+isc avvert+ire sugger+isc indic+are rivel+are sped+isc stim+are consider+are ritien/e ritengono riteneva pens+are sper+are tem+ere augur+are invoc+are accus+are
        argoment+are aggiung/e/ono/eva aggiunse aggiunsero scriv/e/ono/eva scrisse scrissero rispond/e/ono/eva rispose risposero chied/e/ono/eva chiese chiesero ammett/e/ono/eva ammise ammisero promett/e/ono promise promisero
        sostien/e sostengono sosteneva sostenne sostennero dice dicono disse dissero diceva dicevano conclud/e/ono concluse cred/e/ono/eva riconosc/e/ono riconobbe riferisc/e/ono rifer+isc conced/e/ono testimon+iare inform+are
        comunic+are garant+isc insist+ere insiste insistono insistette evidenz+iare rimarc+are puntualizz+are specific+are dettagl+iare calcol+are prevede prevedono previde smentisc/e/ono neg+are nega negano domand+are
        contest+are rifiut+are defin+isc descriv/e/ono confid+are confessa confess+are riassum/e/ono parla parlano parlò fa scand+isc rileva rilevano rilev+are attest+are ragion+are
    """,
    quotes="""
        vede vedono vide vedeva
        urla strilla sussurra bisbiglia borbotta sbraita
        scherz+are esclam+are grid+are sospir+are mormor+are sorride ride sbott+are tuon+are attacc+are incalz+are rincar+are prosegu+ire prosegue continu+are riprend/e/eva chios+are esult+are ironizz+are si_sfoga si_lamenta
        sfog+are lament+are rallegr+are indign+are difend/e/eva preoccup+are congratul+are consigl+iare esort+are taglia_corto auspic+are rassicur+are ringraz+iare
    """,
    participles="detto scritto aggiunto risposto chiesto ammesso promesso sostenuto concluso creduto riconosciuto riferito concesso ribadito chiarito avvertito suggerito previsto smentito definito descritto fatto ritenuto insistito ripreso proseguito difeso",
    gerunds="dicendo scrivendo aggiungendo rispondendo sostenendo chiedendo ammettendo promettendo ricordando",
    auxiliaries="ha hanno aveva avevano avrebbe avrà è sono",
    reflexives="si lo gli le ci l' mi",
    according="agli_occhi_di stando_a_quanto_riferito_da stando_a_quanto_riferito_dai stando_a_quanto_riferito_dal stando_a_quanto_riferito_dalla stando_a_quanto_riferito_dagli stando_a_quanto_riferito_dalle secondo_quanto_riferito_da secondo_quanto_riferito_dai secondo_quanto_riferito_dal secondo_quanto_riferito_dalla secondo_quanto_riferito_dagli secondo_quanto_riferito_dalle secondo_quanto_riportato_da secondo_quanto_riportato_dal secondo_quanto_riportato_dalla secondo_quanto_dichiarato_da secondo_quanto_dichiarato_dal secondo_quanto_dichiarato_dalla secondo_quanto_emerge_da secondo_quanto_emerge_dal secondo_quanto_emerge_dalla secondo_le_stime_di secondo_i_dati_di secondo_i_dati_del secondo_i_dati_della ad_avviso_di ad_avviso_del secondo a_detta_di a_detta_del a_detta_della stando_a stando_al stando_alla stando_alle stando_ai stando_agli a_giudizio_di a_parere_di a_parere_del a_parere_della per per_il per_la per_i per_gli per_le nelle_parole_di",
    so="secondo",
    as_="come così",
    infinitive="di",
    convinced="convinto convinta convinti certo certa sicuro sicura",
    own_account="a_suo_dire per_sua_stessa_ammissione",
    out_of="da dal dalla dall' dai dagli dalle",
    emerges="emerge emergeva evince risulta",
    urges="accus+are invit+are esort+are solleci+are sollecit+are chied/e/ono/eva chiese chiesto incoraggi+are ordin+are intim+are supplic+are rimprover+are impon/e implor+are richiam+are preg+are raccomand+are",
    to_do="a ad di d'",
    claimed="secondo_cui secondo_le_quali secondo_i_quali secondo_la_quale",
    that="che",
    according_his="a_suo_avviso a_suo_parere a_suo_dire",
    this="con_queste_parole con_questa_frase in_questi_termini lo così",
    whether="se",
    he="egli lui",
    she="ella lei",
    they="loro essi esse",
    first="io noi",
    articles="il lo la l' i gli le un uno una un' suo sua suoi sue questo questa quel quella quello nostro nostra alcuni alcune molti molte diversi diverse due tre quattro entrambi ex tutti tutte altro altra giovane primo prima neo",
    of="di del della dello dell' dei degli delle d' alla all' al alle per in_carica",
    from_where="di del della dello dell' presso",
    particles_of_names="di de del della dello dalla dal lo la li d' van von",
    titles="signor signora sig. sig.ra dott. dott.ssa dottor dottoressa prof. prof.ssa on. avv. ing. don suor monsignor",
    again="giocatore attaccante portiere difensore centrocampista capitano tecnico allenatore attore attrice scrittore scrittrice romanziere autore autrice artista musicista cantante regista architetto economista storico storica ricercatore ricercatrice politico imprenditore imprenditrice agricoltore pensionato pensionata vedova",
    men="""
        Aldo Alberto Alessandro Alessio Alfredo Andrea Angelo Antonio Armando Attilio Augusto Bruno Carlo Cesare Claudio Corrado Cristian Dario Davide Diego Domenico Edoardo Elio Emanuele Emilio Enrico Enzo Ettore Eugenio Fabio Fabrizio
        Federico Felice Ferdinando Filippo Francesco Franco Gabriele Gennaro Giacomo Gianfranco Gianluca Gianni Giancarlo Giorgio Giovanni Giulio Giuseppe Guido Ignazio Ivan Jacopo Leonardo Livio Lorenzo Luca Luciano Luigi Manuel Marcello
        Marco Mario Massimo Matteo Mattia Maurizio Mauro Michele Mirko Nicola Nino Orazio Oscar Paolo Pasquale Piero Pietro Raffaele Renato Renzo Riccardo Rino Roberto Rocco Romano Ruggero Salvatore Samuele Sandro Sergio Silvio Simone
        Stefano Tommaso Ugo Umberto Valerio Vincenzo Vito Vittorio Walter Achille Adamo Adolfo Adriano Agostino Alceste Alfio Alfonso Alvaro Amedeo Amerigo Aniello Anselmo Antonello Antonino Arcangelo Arnaldo Arturo Aurelio Baldassarre
        Bartolomeo Basilio Battista Beniamino Benito Beppe Bernardo Biagio Calogero Camillo Carmelo Carmine Cataldo Ciro Cosimo Costantino Cristiano Damiano Daniele Danilo Dante Demetrio Dino Donato Egidio Elia Emiliano Ennio
        Ercole Ermanno Ernesto Ezio Fausto Ferruccio Fiorenzo Flaminio Flavio Fulvio Furio Gaetano Gaspare Gavino Gerardo Giacinto Giampaolo Giampiero Gianluigi Gianmarco Gianmaria Gianpaolo Gilberto Gino Gioacchino Giordano
        Giosuè Girolamo Giuliano Goffredo Graziano Gregorio Gualtiero Guglielmo Iacopo Igor Ilario Ivano Ivo Lamberto Lanfranco Lapo Lauro Lazzaro Leandro Leo Leopoldo Liborio Lino Loris Lucio Ludovico Manfredi Manlio Mariano Marino
        Marzio Massimiliano Michelangelo Mimmo Mirco Nazareno Nello Nereo Niccolò Nicolò Nunzio Oreste Orlando Osvaldo Ottavio Patrizio Peppino Pierangelo Piergiorgio Pierluigi Pierpaolo Pino Pippo Quirino Raimondo Raul Remo
        Rinaldo Rodolfo Romeo Romolo Rosario Saverio Sebastiano Severino Silvano Silverio Silvestro Tancredi Teo Teodoro Tito Tiziano Tullio Ubaldo Valentino Vasco Virgilio Zeno
    """,
    women="""
        Ada Alba Alessandra Alice Anna Annalisa Antonella Antonietta Arianna Assunta Aurora Barbara Beatrice Bianca Bruna Carla Carlotta Carmela Caterina Cecilia Chiara Cinzia Clara Claudia Concetta Cristina Daniela Debora Denise Diana
        Donatella Elena Eleonora Elisa Elisabetta Emanuela Emma Erica Eva Federica Fiorella Flavia Franca Francesca Gabriella Gaia Giada Ginevra Gina Giorgia Giovanna Giulia Giuliana Giuseppina Grazia Graziella Greta Ilaria Ines Irene
        Isabella Lara Laura Letizia Lidia Lina Livia Lorenza Loredana Lucia Luciana Luisa Maddalena Manuela Mara Margherita Maria Mariangela Marina Marta Martina Matilde Michela Mirella Miriam Monica Nadia Nicoletta Noemi Ornella Paola
        Patrizia Raffaella Rita Roberta Rosa Rosanna Rossella Sabrina Sara Serena Silvana Silvia Simona Sofia Sonia Stefania Susanna Teresa Tiziana Valentina Valeria Vanessa Veronica Viola Virginia Vittoria Adelaide Adele Adriana Agata
        Agnese Alberta Alessia Alida Allegra Amalia Amanda Amelia Anastasia Angela Angelica Anita Annamaria Annarita Antonia Aurelia Azzurra Benedetta Bice Camilla Carmen Carolina Clarissa Clelia Clotilde Costanza
        Cristiana Dafne Dalila Daria Deborah Delia Dina Donata Dora Doriana Dorotea Edda Elda Elettra Eliana Eloisa Elsa Elvira Emilia Enrica Erika Ersilia Ester Eugenia Evelina Fabiana Fabiola Fausta Felicia Fernanda Filomena
        Fiorenza Flaminia Flora Fulvia Gemma Gianna Gilda Gisella Giuditta Giusy Gloria Ida Ileana Imma Immacolata Ingrid Iolanda Iris Irma Isa Ivana Katia Lavinia Lea Lia Licia Liliana Linda Lisa Liviana Lorella Lorena Luana
        Lucilla Lucrezia Ludovica Luigia Mafalda Marcella Mariagrazia Marianna Mariapia Mariella Marilena Marinella Marisa Marzia Maura Melania Melissa Milena Moira Monia Morena Natalia Natalina Nerina Nicla Nilde Nina Nives Norma
        Nunzia Ofelia Olga Olimpia Olivia Ombretta Orietta Orsola Ottavia Petra Piera Pina Priscilla Rachele Ramona Rebecca Renata Rina Romina Rosalba Rosalia Rosaria Rosella Rosetta Rossana Sabina Samanta Samantha Sandra Saveria
        Selene Stella Susy Tamara Tania Tatiana Tea Tina Tosca Tullia Vanna Vera Viviana Wanda Zita
    """,
    his="signor sindaco presidente assessore ministro direttore deputato senatore giudice medico professore re principe padre allenatore imprenditore vescovo papa segretario",
    hers="signora sindaca assessora ministra direttrice deputata senatrice dottoressa professoressa regina principessa madre allenatrice imprenditrice segretaria",
    roles="""
        automobilista
        tesoriere tesoriera cassiere cassiera commissaria rettore rettrice dirigente funzionario funzionaria impiegato impiegata operaio operaia muratore
        elettricista idraulico falegname meccanico autista tassista camionista macchinista pilota hostess steward chef pasticciere macellaio edicolante
        farmacista veterinario veterinaria chirurgo chirurga dentista psicologo psicologa psichiatra pediatra ostetrica fisioterapista statistico matematico
        fisico fisica chimico astronomo meteorologo climatologo virologo virologa immunologo epidemiologo filosofo filosofa teologo antropologo archeologo
        archeologa linguista filologo bibliotecario bibliotecaria archivista restauratore restauratrice pittore pittrice scultore scultrice fotografo fotografa
        compositore compositrice pianista violinista direttore_artistico ballerino ballerina coreografo coreografa produttore produttrice sceneggiatore
        sceneggiatrice conduttore conduttrice inviato inviata cronista redattore redattrice editore editrice poeta poetessa romanziere saggista
        pubblico_ministero magistrato magistrata notaio avvocatessa legale penalista ambasciatore ambasciatrice console diplomatico diplomatica sottosegretario
        sottosegretaria capogruppo europarlamentare parlamentare vicesindaco vicesindaca presidentessa liquidatore revisore contabile commercialista consulente
        manager imprenditori albergatore albergatrice oste vignaiolo vignaiola apicoltore pastore boscaiolo guardaparco soccorritore soccorritrice bagnino
        bagnina pompiere vigile agente ispettore ispettrice maresciallo capitana tenente sergente soldato veterano veterana profugo profuga migrante
        sopravvissuto sopravvissuta ferito ferita superstite nonno nonna zio zia nipote cugino cugina cognato cognata suocero suocera fidanzato fidanzata
        compagno compagna amico amica collega inquilino inquilina condomino pensionato pensionata disoccupato alunno alunna dottorando dottoranda bidello
        custode sagrestano suora frate abate cardinale arcivescovo rabbino imam atleta nuotatore nuotatrice ciclista tennista sciatore sciatrice pugile arbitro
        arbitra centrocampista mediano terzino capocannoniere numero_uno patron commissario_tecnico indagato indagata arrestato
        uomo donna ragazzo ragazza signora signore anziano anziana bambino bambina passante cittadino cittadina giovane mister
        tifoso attaccante portiere difensore imputato imputata querelante vittima cliente paziente fornaio cuoco ristoratore commerciante allevatore titolare barista capitano
        sindaco sindaca presidente vicepresidente assessore assessora ministro ministra viceministro premier direttore direttrice portavoce deputato deputata senatore senatrice giudice procuratore procuratrice segretario segretaria capo
        responsabile avvocato avvocata medico infermiere infermiera professore professoressa docente preside economista storico storica sociologo sociologa esperto esperta ricercatore ricercatrice scienziato scienziata biologo biologa
        imprenditore imprenditrice titolare proprietario proprietaria fondatore fondatrice allenatore allenatrice ct capitano delegato delegata candidato candidata leader sindacalista agricoltore agricoltrice pescatore maestro maestra
        studente studentessa scrittore scrittrice autore autrice regista attore attrice cantante giornalista analista ingegnere architetto artista critico critica curatore curatrice generale colonnello comandante commissario questore prefetto
        poliziotto vicino vicina residente testimone padre madre figlio figlia fratello sorella vedova marito moglie re regina papa vescovo parroco governatore governatrice consigliere consigliera coordinatore coordinatrice
        amministratore amministratrice tecnico barista panettiere contadino contadina geologo geologa
    """,
    organisations="""
        verbale sentenza fascicolo atto ordinanza memoria
        palazzo quirinale viminale farnesina
        relazione perizia documento indagine rapporto inchiesta dossier
        prefettura questura procura provincia
        ministero comune polizia carabinieri governo tribunale procura commissione partito sindacato associazione federazione università istituto banca azienda gruppo società agenzia giornale quotidiano radio regione provincia
        consiglio comitato camera senato parlamento fondazione ospedale rapporto studio comunicato sondaggio lettera testo osservatorio nota questura prefettura procura guardia vigili Ansa Istat Inps Cgil Cisl Uil Pd Lega ONU OMS UE
        opposizione direzione unione ufficio centro protezione capitaneria asl
    """,
    groups="ambientalisti ecologisti difensori oppositori sostenitori militanti lavoratori scioperanti commercianti clienti utenti passeggeri viaggiatori spettatori tifosi pensionati studenti insegnanti docenti infermieri scienziati storici economisti specialisti analisti giudici magistrati organizzatori responsabili dirigenti diplomatici militari soldati vittime investigatori allevatori agenti poliziotti giornalisti pompieri cittadini fonti testimoni residenti familiari inquirenti esperti ricercatori residenti testimoni autorità sindacati medici inquirenti vicini genitori pescatori agricoltori avvocati critici osservatori media fonti familiari manifestanti soccorritori carabinieri vigili",
    prepositions="a al allo alla ai agli alle all' con col contro da dal dalla dai dagli dalle dall' di del dello della dei degli delle dell' dopo durante entro fino fra tra in nel nello nella nei negli nelle nell' oltre per presso prima secondo senza sopra sotto su sul sullo sulla sui sugli sulle sull' verso davanti dietro",
    conjunctions="e ed o ma però perché poiché che quando mentre se come dove né anche",
    relatives="che cui chi quale quali dove",
    adverbs="""
        anche ancora così poi dopo prima infine allora però quindi tuttavia inoltre già non mai oggi solo soltanto perfino recentemente successivamente sempre chiaramente pubblicamente qui lì più ieri subito invece
    """,
    times="""
        lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani stamattina stasera stamane mattina sera pomeriggio notte gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        settimana mese anno anni giorni scorso scorsa
    """,
    months="gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica",
    today="oggi stamattina",
    yesterday="ieri",
    coming="prossimo prossima",
    other_days="da dal fino dopo prima tra fra entro del al",
    abbreviations="sig dott prof on avv ing dr geom rag arch mons s ss pag art ecc cfr tel n p gen feb mar apr mag giu lug ago set sett ott nov dic",
    drops=True,
    sayings="affondo commento parole risposta replica appello sfogo messaggio frase sentenza conclusione stoccata avvertimento spiegazione monito annuncio",
)
