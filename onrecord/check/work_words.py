"""Words around marks that say what stands in them is the name of a work, a headline, a nickname, an inscription or a gloss."""

# What is done with a work, right in front of its title: each the beginning of a word, "~" the whole of one.
MADE = (
    "published~ publishes~ publishing~ released~ releases~ releasing~ directed~ directs~ directing~ filmed~ filming~ recorded~ records~ recording~ composed~ composes~ composing~ perform~ performs~ performed~ performing~ staged~ stages~ staging~ produced~ produces~ edited~ edits~ "
    "translated~ translates~ illustrated~ authored~ penned~ pens~ adapted~ adapts~ premiered~ premieres~ aired~ airs~ airing~ screened~ screens~ screening~ launched~ launches~ founded~ hosts~ hosted~ hosting~ presented~ presents~ curated~ curates~ reviewed~ reviews~ reviewing~ "
    "humm~ hummed~ humming~ hums~ whistl sang~ sings~ sung~ singing~ sing~ play~ plays~ played~ playing~ chaired~ covered~ co-wrote~ cowrote~ co-writ co-direct signed~ boarded~ christened~ "
    "stars_in~ starred_in~ starring_in~ appears_in~ appeared_in~ appears_on~ appeared_on~ read_from~ reads_from~ reading_from~ read_aloud_from~ danced_to~ listened_to~ listens_to~ listening_to~ sang_from~ "
    "veröffentlich publizier drehte~ drehten~ dreht~ verfilm inszenier komponier vertont übersetz sang~ sangen~ singt~ singen~ spielte~ spielten~ spielt~ spielen~ moderier "
    "rezensier illustrier unterschrieb~ "
    "publie~ publié~ publiait~ publia~ publient~ tourné~ tourne~ tournait~ tourna~ réalisé~ réalise~ réalisait~ réalisa~ chante~ chanté~ chantait~ chanta~ chantent~ interprété~ interprète~ interprétait~ enregistr composé~ compose~ composa~ mis_en_scène~ sort~ sorti~ sortait~ signé~ signe~ traduit~ joué~ joue~ jouait~ entonn "
    "fredonn présente~ présentait~ mis_en_scène~ adapté~ coréalis "
    "dirigi dirige~ rodó~ rodaba~ rodado~ rueda~ filmó~ filmaba~ publicó~ publica~ publicado~ publicaba~ publicaron~ cantó~ canta~ cantaba~ cantado~ cantan~ cantaron~ grabó~ graba~ grabado~ grabaron~ compuso~ compone~ compuesto~ estrenó~ estrena~ estrenado~ estrenaron~ editó~ edita~ interpretó~ interpreta~ interpretado~ tradujo~ traduce~ protagonizó~ protagoniza~ lanzó~ lanza~ lanzado~ tararea coescrib "
    "girato~ girò~ gira~ girava~ diretto~ diresse~ pubblic inciso~ incise~ incide~ intona intonò~ composto~ compose~ tradott traduss recitat presenta~ presentava~ "
    "publicou~ publicava~ publicaram~ cantou~ cantava~ cantaram~ filmou~ gravou~ grava~ gravaram~ compôs~ compõe~ estreou~ lançou~ lança~ traduziu~ interpretou~ protagonizou~ dirigiu~ apresenta~ apresentou~ "
    "publice gepubliceerd~ regisse geregisseerd~ zong~ zongen~ zingt~ zingen~ componee speelde~ speelden~ speelt~ vertaal verfilm presenteer "
    "gav_ut~ ger_ut~ publicer regisser sjöng~ sjunger~ spelade_in~ spelade~ spelar~ komponer översatte~ filmade~ "
    "udgav~ udgiver~ instruerede~ synger~ udsendte~ indspillede~ ga_ut~ gir_ut~ utga~ regisserte~ spilte_inn~ spilte~ spiller~ "
    "wydał wydaje~ wydali~ opublikowa nakręci wyreżyserowa zaśpiewa śpiewa nagrał skomponowa wystawił przetłumaczy zagrał "
    "vydal vydává~ publikova natoči režírova zrežírova zazpíva zpíva nahrál složil přeložil zahrál "
    "опублик издал издала~ издаёт~ издали~ выпусти снял~ сняла~ сняли~ снимает~ снимал поставил спел пел~ пела~ пели~ поёт~ поют~ исполнил исполняет~ исполняла~ записал сочинил перевел~ перевела~ перевёл~ экранизир срежиссир "
    "видав~ видала~ випусти зняв~ зняла~ зняли~ співа заспіва виконав~ виконала~ записав~ записала~ переклав~ переклала~"
    "seen~ saw~ see~ watch~ watched~ watches~ watching~ publish~ release~ direct~ performs~ rewatched~ sehen~ sah~ sahen~ vu~ revu~ voir~ regardé~ regarde~ chanter~ publier~ tourner~ jouer~ "
    "visto~ vio~ vi~ ver~ cantar~ publicar~ dirigir~ rodar~ vedere~ vide~ cantare~ pubblicare~ girare~ viu~ assistiu~ zien~ zag~ sett~ såg~ se~ så~ sjunga~ synge~ widział obejrza oglądał viděl "
    "видел видела~ смотрел посмотре смотрит~ спеть~ петь~ снять~ сыграл бачив~ бачила~ дивив"
)
MADE_UNSPACED = "发表了 出版了 执导了 执导 导演了 导演 演唱了 演唱 唱了 高唱 拍摄了 创作了 主演了 主演 著有 推出了 翻译了 發表了 執導 導演了 演唱 主演".split()
# Verbs that take somebody's words as well as a title.
WRITTEN = (
    r"(?:prais|denounc|hail|slamm|criticis|criticiz|mock|recommend|mention|describ|compar|review|parod|reread)(?:e|es|ed|s|ies|ied|ing)?|quote[sd]?|quoting|cite[sd]?|recite[sd]?|reciting|read|reads|reading|wrote|writes|written|writing|schrieb(?:en)?|schreibt|geschrieben|écri\w+|escrib\w+|escrito|scri(?:sse|tto|ve|vere)|escrev\w+|schreef|schreven|schrijft|"
    r"skrev|skriver|skrivit|napisa\w+|pisze|napsa\w+|píše|написа\w+|пишет|пише"
)
# The rest of a verb of making behind a title: "hat „…“ veröffentlicht".
MADE_BEHIND = (
    r"gesehen|gelesen|gehört|gezien|gelezen|gehoord|veröffentlicht|herausgegeben|herausgebracht|gedreht|verfilmt|inszeniert|komponiert|vertont|übersetzt|gesungen|aufgenommen|gespielt|vorgelesen|heraus|"
    r"gepubliceerd|geregisseerd|gezongen|gespeeld|uitgebracht|uit|verfilmd|vertaald|gecomponeerd"
)
# In front of what stands in a work: "In “…”, she tells how …".
WITHIN = (
    r"in|on|since|after|before|between|im|auf|seit|nach|vor|dans|depuis|après|avant|en|desde|tras|antes de|después de|nel|dopo|prima di|em|no|na|após|op|na|sinds|voor|i|på|"
    r"efter|före|før|w|we|o|po|przed|v|ve|po|před|в|во|о|после|до|у|після"
)
LEADING = r"and|but|even|also|already|und|aber|auch|schon|et|mais|y|pero|ya|e|ed|ma|mas|en|maar|ook|och|men|og|i|a|ale|и|а|но|уже|та|але"
# What opens a clause of its own behind a title that a verb of saying has beside it.
GOES_ON = (
    r"that|how|why|what|of|about|dass|wie|warum|von|que|comment|pourquoi|qu[’']|cómo|como|por qué|che|come|perché|dat|hoe|att|hur|at|hvordan|że|jak|že|"
    r"что|как|о том|що|як"
)
# Newspapers write over a piece.
HEADLINED = (
    r"titelte[n]?|titelt|überschrieb(?:en)?|(?<!à )titr(?:e|ait|é|a)|titul(?:ó|a|aba|ado)|titol(?:a|ava|ò|ato)|kopte[n]?|kopt|rubricera\w*|headlined|ran the headline|"
    r"estampou|озаглави\w+|zatytułowa\w+"
)
# "A story under the headline", with up to four words behind: "The headline on Tuesday was".
HEADLINE = (
    r"headlines?|front page|überschrift|schlagzeilen?|manchettes?|gros titres?|la une|titular(?:es)?(?! del? )|prima pagina|manchetes?|koppen?|voorpagina|rubrik(?:en|er)?|"
    r"overskrift(?:en|er)?|nagłówe?k\w*|titul(?:ek|ku|ky)|заголов\w+"
)
# Where people put what they say.
POSTED = (
    r"twitter|facebook|instagram|telegram|threads|bluesky|mastodon|tiktok|linkedin|whatsapp|social media|netzwerk\w*|réseaux|redes|tweets?|posts?|blog|account|konto|compte|cuenta|conta|profil\w*|"
    r"(?:on|auf|sur|en|su|no|på|op|na|в) x|твиттер\w*|фейсбук\w*|телеграм\w*|соцсет\w*|微博|推特|ツイッター"
)
# What crowds do. It says nothing of anybody's own.
CHANTED = r"chant\w*|skandier\w*|scand\w+|core(?:ó|aba|aban|aron|ando|an|a)|scander\w*|скандир\w*|скандува\w*|skandowa\w*|skandova\w*|skandera\w*|scandeer\w*|entoa\w+"
# Nicknames; "by" behind them gives the words to somebody.
NICKNAMED = (
    r"(?:nicknames?|sobriquet|spitznamen?|kosename|surnom|sobriquet|apodo|mote|soprannome|nomignolo|apelido|alcunha|bijnaam|smeknamn|økenavn|kælenavn|przydomek|przezwisko|přezdívka|прозвище|кличка|прізвисько)"
    r"(?:,? (?:is|was|ist|war|lautet|est|était|es|era|è|é|jest|je|är|var|er))?|"
    r"is called|are called|was called|heißt|hieß|s[’']appelle|s[’']appelait|se llama|se llamaba|si chiama|si chiamava|chama-se|heet|heter|heder|nazywa się|jmenuje se|называется|називається|"
    r"(?:was|were|is|are|letter|note|message|email) signed|(?:lettre|carta|lettera|nota) (?:signée|firmad[ao]|firmata|assinada)|unterzeichnet mit|"
    r"nicknamed|dubbed|alias|aka|a\.k\.a\.|self[- ](?:styled|proclaimed|described)|codenamed?|code-named|rechristened|renamed|christened|billed as|marketed as|advertised as|sold as|"
    r"(?:known|filed|listed|classified|registered|recorded|entered|booked)(?: [\w’'-]+){0,6} (?:as|under)|calling (?:itself|themselves|himself|herself)|calls? (?:itself|themselves)|"
    r"spitzname|mit dem spitznamen|genannt|selbsternannte[nrsm]?|(?:bekannt|geführt|verbucht|beworben)(?: [\w’'-]+){0,5} (?:als|unter)|auf den namen|getauft|umgetauft in|"
    r"surnommée?s?|baptisée?s?|rebaptisée?s?|autoproclamée?s?|(?:connue?s?|classée?s?|inscrite?s?|vendue?s?)(?: [\w’'-]+){0,5} (?:comme|sous le nom d[eu’'])|se fait appeler|sobriquet d[eu’']|"
    r"apodad[oa]s?|bautizad[oa]s?|rebautizad[oa]s?|autoproclamad[oa]s?|autodenominad[oa]s?|alias|se hace llamar|con el apodo de|(?:conocid|clasificad|vendid|anunciad|registrad)[oa]s?(?: [\w’'-]+){0,5} como|"
    r"soprannominat[oaie]|ribattezzat[oaie]|battezzat[oaie]|autoproclamat[oaie]|sedicente|(?<=, )dett[oaie]|(?:not|conosciut|registrat|vendut|iscritt)[oaie](?: [\w’'-]+){0,5} come|si fa chiamare|"
    r"apelidad[oa]s?|batizad[oa]s?|rebatizad[oa]s?|autodenominad[oa]s?|(?:conhecid|classificad|vendid|registrad)[oa]s?(?: [\w’'-]+){0,5} como|"
    r"bijgenaamd|gedoopt|zelfbenoemde?|met de bijnaam|(?:bekend|geboekt|verkocht)(?: [\w’'-]+){0,5} als|smeknamn(?:et)?|med smeknamnet|öknamn(?:et)?|døbt|kaldet|døpt|med tilnavnet|självutnämnd[ae]?|"
    r"(?:känd|kjent|kendt)(?: [\w’'-]+){0,5} (?:som|under)|"
    r"zwan[ya]|zwane|zwanego|zwaną|przezwan[yae]|nazywan[yae]|przydomkiem|przydomek|pseudonimie|pseudonimem|ps\.|samozwańcz\w+|znan[yae](?: [\w’'-]+){0,5} jako|"
    r"přezdívan[ýáé]|přezdívkou|zvan[ýáé]|řečený|známý(?: [\w’'-]+){0,5} jako|"
    r"по прозвищу|прозванн\w+|по кличке|самопровозглаш[её]нн\w+|прозвище|известн\w+(?: [\w’'-]+){0,5} (?:как|под именем)|на прізвисько|прозван\w+|відом\w+(?: [\w’'-]+){0,5} як"
)
NICKNAMED_UNSPACED = "绰号 外号 人称 被称为 俗称 简称 号称 綽號 人稱 被稱為 俗稱 通称 あだ名は あだ名が 愛称は 別名 별명은 별명이 일명 자칭 写有 写着 标有 印有 寫有 寫著 印有 标题是 标题为 口号是 口号为".split()
BY = r"(?:by|von|par|por|da|dal|dalla|door|av|af|przez|od)"
# Inscriptions.
INSCRIBED = (
    r"is written|stands written|it says|steht(?: geschrieben)?|stand(?: geschrieben)?|prangt\w*|on (?:peut|pouvait) lire|on lit|est écrit|était écrit|se lee|se leía|pone|ponía|reza|rezaba|está escrito|si legge(?:va)?|"
    r"(?:è|era|sta) scritto|c[’']è scritto|c[’']era scritto|campeggia\w*|lê-se|lia-se|está escrito|staat|stond|står(?: det)?|stod(?: det)?|widnie\w+|(?:jest|było) napisane|je napsáno|stojí|написано|напечатано|значится|значилось|значаться|"
    r"inscribed|headed|überschrieben(?: mit)?|engraved(?: with)?|marked|stamped|emblazoned with|painted with|bearing the (?:words|legend|inscription|slogan)|with the (?:inscription|legend|lettering)|"
    r"(?:signs?|banners?|cards?|wreaths?|ribbons?|doormats?|tattoos?|screens?|scoreboards?|placards?|posters?|t-shirts?|shirts?|stickers?|badges?|caps?|hats?|mugs?|flags?|billboards?|plaques?|plates?|buttons?|labels?)(?: [\w’'-]+){0,4} "
    r"(?:reading|reads?|saying|says|said|that (?:reads?|says?|said)|which (?:reads?|says?|said)|with the words|spelling(?: out)?)|"
    r"mit der aufschrift|mit dem schriftzug|avec l[’']inscription|portant l[’']inscription|portant la mention|avec la mention|con la inscripción|con la leyenda|con el lema|con la scritta|con la dicitura|"
    r"com os dizeres|com a inscrição|com a frase|met het opschrift|met de tekst|med texten|med teksten|z napisem|o treści|napisano|wypisano|widniał\w*|wyhaftowano|s nápisem|с надписью|із написом|з написом"
)
# What is pressed, ticked and chosen on screens and forms.
CLICKED = (
    r"(?:click|tap|press|hit|tick|select|choos|chose|pick)\w*(?: on)?(?: the)?|(?:klick|tipp|drück)\w*(?: \w+)? auf|(?:clique|appu)\w* sur(?: le bouton)?|(?:haga|hacer|hace|hizo) clic en|puls\w+|"
    r"(?:clicc|prem)\w+(?: su)?|(?:clic|apert)\w+ em|(?:klik|druk)\w* op|(?:klick|tryck)\w* på|(?:klik|tryk|trykk)\w* på|kliknij|klikn\w+ na|нажм\w+|нажал\w*|нажат\w*|выбер\w+|натисн\w+"
)
CLICKED_UNSPACED = ("点击", "按下", "選択", "点選", "點擊")
# "… means “…”", "short for “…”".
GLOSSED = (
    r"means?|meaning|meant|translates? (?:as|to|into)|translated as|stands? for|short for|(?:latin|greek|french|german|spanish|welsh|irish|arabic|slang|code|shorthand|another word) for|"
    r"bedeutet(?: so viel wie)?|heißt(?: auf \w+| so viel wie| übersetzt)?|steht für|übersetzt|(?:veut|voulait) dire|signifie|signifiait|se traduit par|"
    r"significa|significaba|quiere decir|se traduce (?:como|por)|significava|vuol dire|sta per|quer dizer|betekent|betekende|staat voor|betyder|står för|står for|znaczy|oznacza|znamená|"
    r"означает|значит|переводится как|означає"
)
GLOSSED_UNSPACED = ("意为", "意思是", "意即", "意為", "意味は")
# "It appears in the budget as “…”".
AS = frozenset("as als comme como come als som jako jak как як".split())
THAT = frozenset("that dass daß que che dat att at że že что що".split())
# Nouns for somebody's words: what follows them is said by somebody.
SPOKEN = frozenset(
    "remark remarks claim comment comments answer reply statement warning promise boast quip plea call cry demand assertion admission joke tweet post sentence quote quotation "
    "declaration complaint confession rebuke retort insult threat vow view opinion verdict "
    "bemerkung behauptung kommentar antwort erklärung warnung versprechen satz zitat ruf forderung aussage äußerung ausruf drohung urteil "
    "remarque affirmation commentaire réponse déclaration avertissement promesse citation appel plaisanterie aveu menace propos avis "
    "comentario afirmación respuesta declaración advertencia promesa cita llamamiento broma amenaza opinión "
    "commento affermazione risposta dichiarazione avvertimento promessa citazione appello battuta minaccia parere "
    "comentário afirmação resposta declaração aviso promessa citação apelo piada ameaça "
    "opmerking bewering antwoord verklaring waarschuwing belofte citaat oproep uitspraak kommentaren svaret uttalandet varningen löftet citatet "
    "uwaga odpowiedź oświadczenie ostrzeżenie obietnica cytat wypowiedź poznámka odpověď prohlášení varování slib citát výrok "
    "замечание ответ заявление предупреждение обещание цитата реплика шутка угроза мнение зауваження відповідь заява попередження обіцянка".split()
)
# Ships and other things with a name of their own, places and groups; "~" in front: the end of a compound.
NAMED = (
    "piece work trawler trawlers ferry ship boat yacht tanker freighter ketch barge tug tugboat schooner brig cutter lifeboat liner steamer submarine frigate vessel tall-ship "
    "pub restaurant café cafe bar bistro hotel inn shop bookshop bakery nightclub club cinema theatre theater gallery band group choir orchestra quartet trio duo collective "
    "award prize scholarship medal operation mission scheme doctrine petition manifesto app software software website newsletter fund charity party movement association foundation "
    "institute model comedy thriller drama western sequel prequel remake blockbuster satire farce romcom miniseries sitcom soap cartoon comic strip novelette manuscript anthology paper op-ed "
    "editorial feature longread profile storm horse dog street square cocktail dish perfume aria hymn anthem ballad lullaby symphony track tune debut bestseller classic "
    "placard placards t-shirt shirt sticker graffiti billboard song songs novels films books poems plays nickname nicknames sobriquet password codename code ringtone "
    "kutter schiff fähre boot jacht segler frachter dampfer fregatte lokal kneipe gasthaus restaurant café hotel laden verein gruppe band chor partei bewegung stiftung preis operation aktion "
    "petition app internetseite komödie krimi drama satire dokumentarspiel reportage essay erzählband gedichtband album single arie hymne oratorium debüt bestseller klassiker spitzname spitznamen deckname "
    "decknamen sammlung installation performance schau theaterabend inszenierung novellen gasthof schlager sturm pferd ~schiff ~kutter ~boot ~dampfer ~lied ~stück ~preis ~gruppe ~partei ~verein ~spiel ~programm ~projekt "
    "~gesetz ~titel ~zeile ~serie ~film ~roman ~band ~schau ~sendung ~reihe ~oper ~hymne ~schlager ~erzählung ~essay ~kolumne "
    "chalutier bateau navire ferry voilier pétrolier cargo remorqueur café restaurant bar hôtel librairie troupe groupe chœur parti mouvement association fondation prix opération pétition "
    "comédie thriller drame suite satire feuilleton reportage éditorial recueil tube hymne ballade symphonie surnom sobriquet pièces romans intitulé mention inscription pancartes pseudonyme cheval tempête "
    "pesquero barco buque ferry velero petrolero remolcador bar restaurante hotel librería grupo coro partido movimiento asociación fundación premio operación petición comedia drama secuela sátira "
    "reportaje editorial poemario himno balada sinfonía apodo mote muestra monólogo obras pancartas temas tema sencillo titular rótulo inscripción caballo borrasca "
    "peschereccio nave traghetto barca veliero petroliera rimorchiatore bar ristorante albergo libreria gruppo coro partito movimento associazione fondazione premio operazione piano petizione commedia dramma "
    "satira inchiesta editoriale raccolta inno ballata sinfonia soprannome brano brani singolo spettacolo scritta striscioni cavallo tempesta "
    "pesqueiro barco navio balsa veleiro petroleiro rebocador bar restaurante hotel livraria grupo coral partido movimento associação fundação prêmio prémio operação plano petição comédia drama sátira reportagem "
    "editorial coletânea hino balada sinfonia apelido alcunha mostra novela manchete cartazes cavalo tempestade "
    "kotter schip veerboot boot jacht tanker café restaurant hotel winkel groep koor partij beweging vereniging stichting prijs operatie petitie komedie thriller drama voorstelling bundel hymne bijnaam kop "
    "single roman romans toneelstuk musical expositie reportage ~schip ~boot ~lied ~boek ~film ~prijs ~groep ~partij ~programma ~project ~wet ~reeks ~bundel ~voorstelling "
    "trålaren båten fartyget färjan skeppet krogen restaurangen hotellet gruppen kören partiet rörelsen föreningen stiftelsen priset komedin dramat uppropet smeknamnet rubriken visan psalmen skivan singeln "
    "trawleren båden skibet færgen restauranten hotellet gruppen koret partiet bevægelsen foreningen fonden prisen komedien dramaet visen salmen pladen overskriften båten skipet fergen bevegelsen foreningen prisen "
    "kuter kutra kutrem statek statku prom promu żaglowiec restauracja restauracji hotel hotelu zespół zespołu chór partia partii ruch ruchu stowarzyszenie fundacja nagroda nagrodę nagrody operacja petycja petycję "
    "komedia komedię komedii dramat reportaż zbiór tomik hymn balladę pseudonim przydomek spektakl spektaklu album musical nagłówek napis napisem akcja akcji "
    "loď lodi trajekt člun hospoda restaurace hotel skupina skupiny sbor strana hnutí spolek nadace cena cenu operace plán petice petici komedie drama reportáž sbírka hymna balada přezdívka inscenace nápis "
    "kirje laiva vene hajó komp étterem együttes párt mozgalom díj"
)
# Beginnings of such nouns in languages that decline them, with the most letters that an ending has.
NAMED_STEMS = (
    "книг роман рассказ повест фильм песн альбом доклад отчёт отчет стать эссе глав пьес опер стихотворени выставк сериал программ передач подкаст журнал газет исследовани лекци кампани проект "
    "закон термин поняти выражени лозунг девиз табличк плакат надпис кнопк файл папк картин рубрик блог заголовк курс фестивал правил траулер судн корабл паром теплоход катер лодк яхт танкер кафе ресторан "
    "гостиниц бар групп хор парти движени фонд преми операци акци план петици комеди триллер драм сатир очерк репортаж интервью сборник гимн баллад симфони прозвищ кличк спектакл мюзикл сингл балет "
    "оповіданн стат розділ пісн вірш виставк гасл табличк напис корабл пором човен гурт парті рух премі операці фонд комеді збірк вистав "
    "książ powieś film piosen album raport artykuł wystaw serial program podcast gazet czasopism kampani projekt ustaw termin hasł tablic transparent plakat przycisk spektakl komedi sztuk nagrod "
    "knih román film písn článk výstav seriál pořad časopis kampa projekt zákon plakát představen inscenac"
)
# Right behind a title: "the “…” campaign", "“…”一书".
NAMED_BEHIND = (
    "campaign movement petition attitude mentality approach mood culture clause rule doctrine act bill law scheme programme program project plan policy tour album single film movie novel book song show series "
    "podcast column exhibition festival prize award fund t-shirt banner sign poster button label category section tab mode setting generation speech effect kind sort type crowd brigade faction wing lobby camp "
    "years era moment concert video game app club bar party"
).split()
NAMED_BEHIND_UNSPACED = (
    "一词 一書 一书 一文 一歌 一曲 一片 一剧 一語 一词语 号 號 奖 獎 计划 計劃 計画 行动 行動 运动 運動 一说 的说法 的标语 的口号 的标题 的牌子 的横幅 的绰号 的招牌 的字样 展 という という名 という題 と題 と名付け と書かれ と呼ばれ "
    "と銘打 という見出し というスローガン 号が 号は 라는 이라는 이란 란 라고 적힌 이라고 적힌 라고 쓰인 이라고 쓰인"
).split()
# Behind a quotation in Japanese and Korean: it is a noun of the writer's own clause.
PARTICLES = r"\A[」』”\"]?(?:は|が|を|も|に|で|の|へ)(?!と)|\A[”’\"』」]?(?:은|는|이|가|을|를|의|에|에서|로|으로|도)(?=\s)"

# Words that a title in German begins with, and the words of a sentence do not: others have capitals everywhere.
GERMAN_FIRST = frozenset(
    "Der Die Das Des Dem Den Ein Eine Im Am Vom Zum Zur Auf Aus Bei Mit Nach Über Unter Vor Wenn Wie Was Wer Warum Wo Als Alle Kein Keine Mein Meine".split()
)
GERMAN_PREPOSITIONS = frozenset(
    "von aus für über mit zu in auf im am zum zur vom unter nach vor seit um durch gegen".split()
)
# Behind a name, words that open no more of its clause.
NOT_GOING_ON = frozenset(
    "and but or when while as after before because if though although to then y e o u pero cuando mientras como et ou mais quand lorsque comme und oder aber als während weil wenn ed ma quando mentre "
    "mas enquanto en of maar toen terwijl och eller men när og når mens i a lub ale gdy kiedy nebo když и или но когда пока at by during today yesterday tonight twice again hoy ayer hier heute gestern".split()
)
# What somebody or something stands for: it is nobody's at one time.
MOTTO = r"mottos?|slogans?|watchwords?|leitspruch|wahlspruch|devise|lema|lemma|motti|parola d[’']ordine|leus|slagzin|valspråk|slagord|mottot|sloganen|hasłem|hasło|heslo|heslem|девиз\w*|лозунг\w*|слоган\w*|гасло"
MOTTO_UNSPACED = ("口号：", "口號：", "标语：", "標語：", "スローガン：", "구호:")
# "“…” is the title of her book".
TITLE_BEHIND = (
    r"(?:is|was|ist|war|est|était|es|era|è|é|jest|to|är|var|er)\s+(?:also\s+)?(?:the|der|die|das|le|la|el|il|lo|o|a|de|het)?\s*(?:title|name|motto|slogan|titel|name|titre|nom|titolo|nome|título|nombre|naam|titeln|namnet|tytuł)|"
    r"(?:heißt|hieß|heißen|lautet|lautete)\s+(?:der|die|das|ein|eine|es|ihr|sein|ihre|seine|auch)|(?:s[’']intitule|s[’']appelle)|se titula|se llama|si intitola|si chiama|chama-se|intitula-se|heet|heter|"
    r"так называется|называется|(?:так )?называл\w+"
)
# Where a newspaper has its headlines.
ON_PAGE = r"(?:across|over) [\w-]+ columns|on (?:its|the|their) front page|in its headline|auf (?:der|seiner) (?:titelseite|ersten seite)|en une|en (?:su )?portada|in prima pagina|na capa|op de voorpagina|na pierwszej stronie|на первой полосе"

# "Wrote “…” in two years": how long it took, or where in a life; words that are said take no time.
WRITTEN_IN = (
    r"months?|years?|weeks?|decades?|exile|prison|jail|captivity|(?:her|his) (?:youth|twenties|thirties|death|life)|dying|"
    r"monaten?|jahren?|wochen?|exil|gefängnis|haft|jugend|lebens|tode?|"
    r"mois|ans|années|semaines|prison|jeunesse|mort|mourir|"
    r"mes(?:es)?|años?|semanas?|exilio|cárcel|prisión|juventud|muerte|morir|"
    r"mes[ei]|anni|anno|settimane|esilio|carcere|prigione|gioventù|morte|morire|"
    r"anos?|semanas?|exílio|prisão|cadeia|juventude|morrer|maand(?:en)?|jaar|jaren|weken|ballingschap|gevangenis|dood|"
    r"månader|år|veckor|landsflykt|fängelse|måneder|uger|uker|eksil|fengsel|fængsel|miesi[ąęa]c\w*|lat|lata|latach|roku|tygodni\w*|emigracji|więzieniu|śmierci\w*|měsíc\w*|let|roky|týdn\w*|exilu|vězení|smrt\w*|"
    r"месяц\w*|лет|года|год|недел\w*|ссылк\w*|эмиграц\w*|тюрьм\w*|смерт\w*|місяц\w*|років|роки|тижн\w*|в’язниц\w*"
)
# What specialists give a name to.
PHENOMENA = (
    r"phenomen(?:on|a)|effect|condition|syndrome|disorder|disease|process|method|technique|approach|species|particle|strategy|practice|pattern|behaviou?r|trend|stage|phase|"
    r"phänomen|effekt|syndrom|krankheit|verfahren|methode|verhalten|vorgang|phénomène|effet|maladie|méthode|comportement|pratique|fenómeno|efecto|síndrome|enfermedad|método|comportamiento|práctica|"
    r"fenomeno|effetto|sindrome|malattia|metodo|comportamento|pratica|fenômeno|efeito|doença|método|prática|fenomeen|verschijnsel|ziekte|gedrag|fenomenet|beteendet|zjawisko|efekt|chorob[aę]|jev|nemoc|"
    r"явление|эффект|синдром|болезнь|метод|поведение|явище|ефект"
)
# Specialists, of whom nobody in particular has words for things.
SPECIALISTS = (
    r"researchers|scientists|experts|economists|psychologists|doctors|physicists|historians|linguists|engineers|planners|lawyers|forscher(?:innen)?|wissenschaftler(?:innen)?|fachleute|experten|ökonomen|psychologen|ärzte|"
    r"historiker|juristen|chercheurs|scientifiques|spécialistes|experts|économistes|psychologues|médecins|historiens|juristes|investigadores|científicos|expertos|economistas|psicólogos|médicos|historiadores|"
    r"ricercatori|scienziati|esperti|economisti|psicologi|medici|storici|pesquisadores|cientistas|especialistas|onderzoekers|wetenschappers|deskundigen|economen|forskare|forskarna|forskere|eksperter|experter|"
    r"naukowcy|badacze|eksperci|vědci|odborníci|учёные|ученые|исследователи|специалисты|эксперты|врачи|вчені|науковці"
)
