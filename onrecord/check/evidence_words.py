"""Verbs and nouns by which it is told how surely a sentence gives words to somebody; each verb the beginning of one, "~" the whole."""

# Verbs that take anything as their object, and words of somebody's only now and then.
OF_ANYTHING = (
    "find~ finds~ found~ see~ sees~ saw~ seen~ show~ shows~ showed~ include contain provide~ provides~ provided~ list~ lists~ listed~ make~ makes~ made~ give~ gives~ gave~ put~ puts~ use~ uses~ used~ "
    "sah~ sahen~ sieht~ sehen~ führ halt~ halten~ hält~ hielt gab~ gaben~ gibt~ geben~ räum fügt~ fügte~ stell weist~ wies~ wiesen~ heb~ hebt~ hob~ teil find~ findet~ finden~ fand~ fanden~ geh~ geht~ gehen~ ging~ "
    "schließ schloss zeig leg~ legt~ legte~ legten~ lass~ lässt~ ließ~ ließen~ besteht~ bestand~ bot~ bieten~ bietet~ kennt~ kannte~ setz nahm~ nimmt~ erkann erkenn wusste~ weiß~ beginnt~ begann~ verurteil bescheinig "
    "retenu retien vu~ voit~ voyait~ fait~ faisait~ donn met~ mis~ pose~ montr trouv offr inclu prévoi prévu contien comport présent march illustr "
    "ve~ veía~ vio~ visto~ incluy contien prevé~ prevea~ present muestr mostr encontr pone~ puso~ ofrec aprob autoriz marc pact ilustr estall apreci "
    "vede~ vedeva~ visto~ prevede~ prevedeva~ previsto~ mostr offr contien include~ presenta~ presentava~ trova~ trovava~ ritenut ritien mette~ mise~ lanci illustr liquid torna~ "
    "vê~ via~ viu~ prevê~ previa~ mostra~ mostrou~ inclui~ incluiu~ contém~ apresent oferec encontr aprov reconhece~ reconheceu~ program "
    "zie~ ziet~ zag~ zagen~ gaf~ gaven~ geef~ geeft~ houdt~ hield~ vind~ vindt~ vond~ vonden~ stel~ stelt~ stelde~ leg~ legt~ legde~ laat~ liet~ wijs~ wijst~ wees~ breng~ brengt~ bracht~ heeft~ achtte~ acht~ bevat "
    "uzna widz zobaczy pokaz zawier obejm przewid ustali wykaza "
    "усмотр увид видит~ видел показ включ содерж предусм призна уста квалифиц "
    "вбач бач побач показ включ містит передбач визна кваліф"
).split()
# "Taraftarların “Kaptan” dediği oyuncu"
TURKISH_CALLED_BEHIND = r"(?i)\A[”»“\"’]?\s*(?:(?:dediği|dedikleri|adını verdiği|olarak andığı|diye çağırdığı)|(?:denilen|denen|diye bilinen|diye anılan|olarak bilinen|olarak anılan|adıyla bilinen|adıyla anılan|lakaplı|lakabıyla|adlı|isimli|başlıklı))(?!\w)"
# Verbs of liking and blaming, of remembering and demanding: what follows them in marks are words of who does it.
OF_VIEWS = (
    "dreams~ dreamt~ dreamed~ hopes~ hoped~ apologi compare~ compared~ liken thanked~ thanks~ radioed~ warn~ warns~ warned~ vow~ vows~ vowed~ insist~ insists~ insisted~ alleg ruled_out~ rules_out~ condemn denounc deplor decr~ decried~ decries~ lament blame~ blames~ blamed~ attack slam~ slams~ slammed~ mocks~ mocked~ ridicul prais hail~ hails~ hailed~ salut remember recall regret blast lambast fear~ fears~ feared~ "
    "foresee~ foresees~ foresaw~ pledg promis demand lambast reject scorn "
    "träum hofft~ hoffte~ verglich~ verglichen~ vergleicht~ schloss~ schließt~ warnt~ warnte~ beklag verurteil kritisier geißel rügt~ rügte~ lobt~ lobte~ preist~ pries~ fürchte befürchte beschwor~ beschwört~ verspott forder versprich~ verspricht~ versprach~ witter beanstand moniert~ monierte~ prangert~ "
    "rêv espèr espér comparé~ compare~ comparait~ comparaît~ mis_en_garde~ met_en_garde~ souvien souvena dénonc fustig déplor salue~ salué~ saluait~ regrett craint~ craignait~ redout lou~ loué~ vante~ vanté~ vantait~ raill réclam promet~ promis~ condamn évoqu critiqu exig~ exige~ exigé~ "
    "sueñ soñ espera~ esperaba~ comparó~ compara~ comparaba~ comparado~ advirt advert denunci critic lament deplor conden elogi alab tem~ teme~ temía~ temió~ recuerda~ recordó~ recordaba~ reclam promet exig evoc "
    "sogn spera~ sperava~ paragon messo_in_guardia~ mette_in_guardia~ condann lod~ loda~ lodato~ lodò~ ricord invoc esalt promes~ promesso~ promise~ "
    "sonh espera~ comparou~ alert lamentou~ condenou~ teme~ temia~ lembra~ lembrou~ exalt prometeu~ "
    "droom hoopt~ vergeleek~ vergelijkt~ vergeleken~ hekel laak veroordeel prijst~ prees~ betreur vrees herinner belooft~ beloofde~ eist~ eiste~ "
    "marz porówna ostrzeg potępi krytyk skrytyk pochwali wspomin obieca żąda zażąda "
    "мечта надея надеет сравни предупре осуд раскритик похвал вспомин вспомни пообеща обеща требует~ требовал потребовал высме "
    "мрі сподіва порівня поперед засуд розкритик згаду пообіця обіця вимага"
).split()
# Courts say what a thing is before the law: their terms are nobody's words.
COURTS = (
    "court tribunal jury bench judges gericht landgericht amtsgericht oberlandesgericht bundesgerichtshof verwaltungsgericht arbeitsgericht bgh kammer cour tribunal cassation cassazione "
    "corte tribunale juzgado audiencia tribunal supremo rechtbank hof gerechtshof sąd trybunał soud суд верховный верховний domstol domstolen tingsrätten retten mahkeme yargıtay"
).split()
# "Bei Freunden hieß er", "per gli amici era": whose it is, of anybody.
AMONG = (
    r"(?:to|among|for|für|bei|unter|pour|chez|parmi|para|entre|per|tra|fra|voor|onder|bij|för|bland|for|blandt|dla|wśród|pro|mezi|для|среди|серед)\s+"
    r"(?:(?:all|his|her|its|their|the|many|most|seine[nr]?|ihre[nr]?|die|den|viele|ses|les|des|leurs|tous|sus|los|las|todos|gli|i|le|suoi|tutti|os|as|seus|zijn|haar|de|velen|sina|sine|jego|jej|его|её|своих|многих|його|її)\s+)*"
    r"(?:friends?|fans|family|neighbou?rs|colleagues|readers|pupils|admirers|supporters|locals|students|freunde\w*|fans|nachbarn|kollegen|kinder\w*|anhänger\w*|schüler\w*|seglern?|fischern?|amis|fans|voisins|"
    r"collègues|proches|lecteurs|intimes|amigos|vecinos|íntimos|aficionados|compañeros|amici|tifosi|vicini|colleghi|compagni|vizinhos|adeptos|colegas|vrienden|buren|collega[’']s|vänner|grannar|venner|"
    r"przyjaci\w+|znajomych|kibic\w+|sąsiad\w+|přátel\w*|друз\w+|своих|соседей|коллег|друзів|сусідів)"
)
# Machines and things that repeat what somebody set on them.
VOICES = (
    r"(?:(?:automated|recorded|robotic|computer|tinny|synthetic|mechanical|female|male)\s+)?(?:voice(?! of)|recording|announcement|loudspeaker|tannoy|answering machine|message on the (?:screen|phone|line)|pop-?up|error message|satnav|ticker|"
    r"lautsprecher(?:durchsage)?|durchsage|ansage|computerstimme|stimme vom band|anrufbeantworter|anzeige|haut-parleur|voix (?:enregistrée|automatique|de synthèse)|répondeur|megafonía|altavoz|contestador|voz (?:grabada|automática)|"
    r"altoparlante|voce (?:registrata|automatica|guida)|segreteria telefonica|altifalante|alto-falante|voz gravada|luidspreker|omroepstem|głośnik|автоответчик|громкоговоритель)"
)
# Print that praises its own goods.
ADVERTISING = (
    r"(?:website|web site|homepage|brochure|leaflet|flyer|catalogue|catalog|prospectus|advert(?:isement)?|ad|menu|packaging|packet|billboard|brochures|leaflets|webseite|website|broschüre|prospekt|katalog|werbung|anzeige|speisekarte|"
    r"verpackung|site|brochure|dépliant|publicité|affiche|carte|emballage|folleto|anuncio|publicidad|catálogo|carta|envase|opuscolo|pubblicità|catalogo|volantino|anúncio|folheto|publicidade|folder|advertentie|reclame|"
    r"ulotka|reklama|folder|сайт|реклама|буклет|брошюра|упаковка)\s+(?:still\s+|now\s+)?"
    r"(?:promises?|promised|offers?|offered|advertises?|advertised|boasts?|touts?|verspricht|versprach|verheißt|wirbt mit|warb mit|bietet|promet|promettait|propose|proposait|vante|promete|prometía|ofrece|ofrecía|"
    r"promette|prometteva|offre|offriva|prometia|oferece|belooft|beloofde|obiecuje|obiecywał\w*|обещает|обещал\w*|предлагает)"
)
# "Choose between “…” and “…”", "from “hold” to “sell”".
CHOICES = r"(?:choos|chose|choice|toggle|switch|pick|decide|wähl|wahl|entscheid|choisi|choix|eleg|elij|elección|scegli|scelta|escolh|kies|keuze|wybra|wybór|wybier|выб|вибра|обра)\w*\s+(?:\w+\s+)?(?:between|zwischen|entre|fra|tra|tussen|między|pomiędzy|между|між)"
# Behind a name that is taken from somebody or something: "called the piece “Café Müller” after …".
NAMED_AFTER = r"(?:after|in (?:honou?r|memory) of|nach|zu ehren|d[’']après|en (?:hommage|l[’']honneur|mémoire)|en honor|en recuerdo|in onore|in ricordo|em homenagem|naar|ter ere van|efter|etter|po|na cześć|в честь|на честь)\s"
# What people and makers give a name to.
CHRISTENED = (
    "boat ship yacht dog cat horse pony parrot puppy car van cottage house daughter son baby child band group company firm shop café cafe bar restaurant village town robot rocket comet asteroid whale piece work play "
    "boot schiff hund katze pferd auto haus tochter sohn kind band firma laden dorf roboter rakete stück werk bateau chien chat cheval voiture maison fille fils bébé groupe société robot fusée pièce œuvre "
    "barco perro gato caballo coche casa hija hijo grupo empresa tienda pueblo obra barca cane gatto cavallo figlia figlio gruppo negozio pezzo opera cão navio filha filho cachorro hond kat paard huis dochter zoon bedrijf"
).split()
# Before the law: "convicted of “…”", "per «truffa aggravata»".
CHARGED = (
    r"(?:convicted|guilty|acquitted|cleared|suspected|suspicion|verdict|offence|crime|charges?|count|counts|conviction) (?:of|for)|(?:charged|indicted|booked)(?: with| for| on)|on (?:a )?charges? of|"
    r"(?:verurteil|freigesproch|angeklagt|anklage|ermittel|strafbar|haft|verdacht|verhaftet|strafe)\w*(?: [\w’'-]+){0,4} (?:wegen|auf|vom|des)|(?:tatbestand|straftat|vorwurf|verdacht) (?:der|des|einer|eines)?|wegen|"
    r"(?:condamn|poursuiv|peine|inculp|mis en examen|jugé|écrou|délit|crime|chef|plainte|enquête)\w*(?: [\w’'-]+){0,4} (?:pour|de|d[’'])|"
    r"(?:condena|condenad|acusad|procesad|detenid|absuelt|absol|delito|imputad|investigad|denuncia|querella|demanda|pena|cargos?)\w*(?: [\w’'-]+){0,3} (?:por|de)|"
    r"(?:condanna|arrestat|indagat|processat|reato|accusat|accusa|assolt|imputat|denunciat|denuncia|querela|pena)\w*(?: [\w’'-]+){0,3} (?:per|di)|"
    r"(?:condenad|condenação|acusad|detid|absolvid|crime|queixa|indiciad|pena|processad)\w*(?: [\w’'-]+){0,3} (?:por|de)|(?:veroordeeld|vrijgesproken|vrij|aangeklaagd|verdacht|vervolgd|aangehouden|straf)(?: [\w’'-]+){0,3} (?:voor|van|wegens)|wegens|"
    r"(?:dömd|åtalad|misstänkt|dømt|tiltalt|dømt|sigtet|siktet) for|(?:för|for) (?:brott(?:et)?)|(?:skazan|zarzut|oskarżon|podejrzan|uniewinni|odpowiada|kar)\w*(?: [\w’'-]+){0,3}(?: za| o| od)|(?:obviněn|obžalován|odsouzen)\w* (?:z|za)|"
    r"по (?:статье|обвинению в|делу о|подозрению в)|(?:за статтею|за підозрою у|за звинуваченням у)|涉嫌|以|犯有|构成|構成"
)
CHARGED_BEHIND = r"\s?(?:혐의|죄로|の疑い|の容疑|罪で|罪名|罪\b|罪将|suçundan|suçlamasıyla)"
# Words that are dealt with as words: replaced, defined, typed, looked for.
WORDS_HANDLED = (
    r"(?:plead|pled|vote|tick|answer(?=s? yes))\w*|(?:replac|substitut|insert|delet|defin|googl|misspell|mistransl|translat|pronounc|underlin|italicis|italiciz|capitalis|capitaliz|hyphenat)\w*(?: (?:the|a|an|it as|for|by|with))?|"
    r"(?:typed?|typing|types|search(?:es|ed|ing)? for|look(?:s|ed|ing)? up|str(?:ikes?|uck|iking)(?: out)?|cross(?:ed|es|ing)? out|add(?:s|ed|ing)? the words?)|never heard of|had not heard of|has never heard of|unfamiliar with|"
    r"(?:ersetz|streich|strich|definier|tipp|googel|buchstabier|übersetz|einfüg)\w*(?: (?:das|den|die|durch|mit|als|nach))?|sucht\w* nach|suchte nach|nie(?:mals)? von|"
    r"(?:remplac|défini|biff|ray|tap|google|traduit|traduis)\w*(?: (?:le|la|les|par|par le))?|(?:reemplaz|sustitu|tach|defin|tecle|traduc|busc)\w*(?: (?:el|la|por|con))?|"
    r"(?:sostitu|cancell|defin|digit|traduc|cerc)\w*(?: (?:il|la|con))?|(?:substitu|risc|defin|digit|traduz)\w*(?: (?:o|a|por))?|(?:vervang|verving|schrap|definieer|typ|googel|vertaal)\w*(?: (?:het|de|door))?|"
    r"(?:zastąp|zamien|wykreśl|wpis|definiu|tłumacz)\w*(?: (?:na|przez))?|(?:замен|вычеркн|набра|набер|опредeл|ввел|ввёл|введ|загугл|перевод)\w*(?: (?:на|слово))?|(?:замін|викресл|набра|ввів|ввел|загугл)\w*(?: (?:на|слово))?"
)
# Behind a word that is subject of what somebody says of it: "argued that “premises” includes a tent".
OF_WORDS_BEHIND = (
    r"(?:only |also |does not |did not |doesn[’']t )?(?:includes?|included|covers?|covered|applies|applied|extends?|extended|refers?|referred|means?|meant|encompass\w*|denotes?|denoted|begins with|rhymes|has (?:two|three|four|many) meanings)|"
    r"umfass\w+|bedeut\w+|einschließ\w+|schließ\w+ .{1,40} ein|bezieh\w+ sich|comprend\w*|compren\w+|inclu\w+|englob\w+|désign\w+|signifi\w+|abarc\w+|compr\w+|signific\w+|omvat\w*|betek\w+|oznacz\w+|obejmuj\w+|"
    r"означ\w+|включ\w+|подразумев\w+|охоплю\w+"
)
# In front of what is a kind, a rule or a doctrine: "the rule of “…”".
OF_A_KIND = (
    r"(?:rule|principle|policy|doctrine|practice|tradition|culture|category|heading|status|concept|idea|notion|myth|genre|legend|game|era|age|art|theory|verdict|charge|offence|finding|role|rank|title|name|nickname|grade|rating) of|"
    r"(?:regel|prinzip|grundsatz|kategorie|rubrik|status|begriff|mythos|rolle|titel|theorie|idee) (?:des|der|vom|von|einer|eines)|"
    r"(?:règle|principe|politique|doctrine|pratique|catégorie|rubrique|statut|notion|mythe|théorie|titre|rôle|label|nom) d(?:e|u|es|[’'])|"
    r"(?:regla|principio|política|doctrina|práctica|categoría|estatus|noción|mito|teoría|papel|título|figura) (?:del?|de la)|(?:regola|principio|politica|dottrina|categoria|figura|mito|teoria|ruolo|titolo|qualifica) d(?:i|el|ella|ell[’'])|"
    r"(?:regra|princípio|política|doutrina|categoria|figura|mito|teoria|papel|título) d[aeo]|(?:regel|beginsel|principe|beleid|categorie|mythe|rol|titel|status) van|(?:zasad|kategori)\w+|"
    r"(?:принцип|правил|категори|статус|звани|титул)\w*"
)
# Many of a trade, as a rule: what they call a thing is its name.
MANY_CALL_UNSPACED = r"(?:学家|專家|专家|学者|學者|医生|醫生|业内|業內|行内|网友|網友|民间|民間|当地人|當地人|球迷|人们|人們|居民|村民|老人|粉丝|圈内|学界|學界)[^。，,！？]{0,20}(?:称为|称之为|称作|叫做|叫作|俗称|叫它|稱為|稱之為|稱作|戏称为|稱其為|称其为|唤作)\Z"
MANY_CALL_TURKISH = r"(?i)\w+l[ae]r\b.{0,40}\b(?:buna|bunu|ona|onu)\s*\Z"
MANY_CALL_TURKISH_BEHIND = r"(?i)\A[”»“\"’\s]+(?:diyor|der|derler|denir|deniyor|adını ver|olarak adlandır)"
TRADES = (
    r"(?:brokers|traders|bankers|analysts|sailors|fishermen|farmers|climbers|surfers|gamers|printers|bakers|builders|pilots|nurses|teachers|statisticians|biologists|chemists|astronomers|geologists|mathematicians|critics of art|chess players|"
    r"philosophers|architects|accountants|insiders|fans|börsianer(?:innen)?|händler(?:innen)?|banker|segler|fischer|bauern|bergsteiger|biologen|chemiker|astronomen|geologen|mathematiker|philosophen|architekten|piloten|lehrer|soziologen|mediziner|"
    r"traders|banquiers|marins|pêcheurs|paysans|biologistes|chimistes|astronomes|géologues|mathématiciens|philosophes|architectes|sociologues|juges|biólogos|químicos|astrónomos|geólogos|matemáticos|filósofos|arquitectos|marineros|pescadores|"
    r"sociólogos|juristas|abogados|biologi|chimici|astronomi|geologi|matematici|filosofi|architetti|marinai|pescatori|sociologi|giuristi|economistas|sociólogos|advogados|biologen|chemici|sterrenkundigen|geologen|wiskundigen|zeelieden|sociologen|juristen|"
    r"ekonomiści|biolodzy|chemicy|astronomowie|lekarze|prawnicy|socjolodzy|żeglarze|rybacy|językoznawcy|ekonomové|lékaři|právníci|экономисты|биологи|химики|астрономы|юристы|социологи|моряки|рыбаки|лингвисты|медики|психологи|"
    r"економісти|біологи|юристи|соціологи|лікарі|психологи|моряки)"
)
# Verbs that give somebody's words for what is done or promised, whatever letter these begin with.
OF_ACCUSING = (
    "accuse~ accuses~ accused~ alleg~  promise~ promises~ promised~ vow~ vows~ vowed~ verweet~ verwijt~ verweten~ "
    "wirft~ warf~ geworfen~ bescheinig attestier  versprich~ verspricht~ versprach~ beschuldig bezichtig accuse~ accusé~ accusait~ accusa~ reproch promet~ promis~ "
    "acusó~ acusa~ acusaba~ acusaron~ reproch promet acusou~ acusava~ acusam~ accusa~ accusato~ accusò~ accusava~ rimprover  promes~ promesso~ promette~ beschuldig belooft~ beloofde~  "
    "zarzuci oskarży obieca zapowiedzia  обвинил обвиняет~ обвинили~ пообеща обеща упрекн  звинувати пообіця обіця  obvini označi slíbi přirovna vyčet~ vyčetl anklagade~ anklagar~ beskyll lovade~ lover~ lovede~  "
).split()
ARABIC_VIEWS = r"(?:(?<!\w)[وف]?(?:اتهم|وعد|حذر|حذّر|وصف|انتقد|طالب|ندد|ندّد|هدد|هدّد|تعهد|تعهّد|شبّه|شبه|اعتبر|بحسب|وفق|وفقا|وفقاً|حسب|طبقا|طبقاً|برأي)\w*)(?:\s+\w+){1,9}\s*\Z"
TURKISH_VIEWS_BEHIND = r"(?i)\A[”»“\"’]?\s*(?:[\w’']+\s+){0,2}(?:sözü ver|iste|talep et|rica et|suçla|uyar|nitele|tanımla|eleştir|benzet|kına|vaat et|vadet|savun|iddia et|çağrısı yap|tehdidinde bulun|yorumunu yap|dedi(?!ğ|k)|demiş|diye(?! bilin| an))\w*"
JAPANESE_VIEWS_BEHIND = r"\A[」』]?(?:を|だと|などと|になぞらえ|にたとえ)[^。「」]{0,10}(?:約束|要求|主張|否定|批判|非難|求め|訴え|掲げ|表明|宣言|誓)"
# Right behind the marks in scripts without capitals: it is a word, a name, a count, or stands written somewhere.
WORD_BEHIND_UNSPACED = (
    r"\A[」』”’\"]?(?:という(?:言葉|語|表現|単語|名|用語|題|文字|概念)|の(?:愛称|異名|名|題|罪|疑い|容疑|文字|項目)|として(?:調べ|扱|計上|処理|知られ|分類|登録|捜査)|と(?:書かれ|記され|題|刻ま|銘打|呼ばれ)|"
    r"(?:이)?라(?:고|는)\s?(?:적혀|적힌|쓰여|쓰인|새겨|단어|별명|이름|제목|문구|용어|개념|부른다|부릅니다|불린다|불렸다|불리|한다)|"
    r"\s?(?:一词|这个词|这个词语|一詞|二字|字样|的字样|的绰号|的外号|的罪名))"
)
# Where a thing is put in order: "books it as “other”".
SORTED = (
    r"(?:classif|categor|list|book|fil|regist|record|enter|log|rate|grad|einstuf|verbuch|eingestuft|rang|class|clasific|contabiliz|cataloga|registr|classific|cataloga|boek|registreer|zalicz|księg|klasyfik|"
    r"классифиц|квалифиц|оформ|значит|класифік)\w*(?:\s+[\w’'-]+){0,4}\s+(?:as|under|among|als|unter|bei|comme|parmi|sous|como|entre|en|em|come|tra|onder|do|jako|как|по|як)\s*\Z"
)
CALLS_ITSELF = r"(?:calls? itself|call themselves|styles? itself|nennt sich|nennen sich|noemt zich|noemen zich|kallar sig|kalder sig|kaller seg|se fait appeler|se hace llamar|si fa chiamare)"
OF_PEOPLE = r"(?:für|pour|para|per|voor|dla|для|for|i følge|ifølge|enligt|podle|według|zdaniem|на думку|по мнению|по словам|за словами|selon|según|segundo|secondo|volgens|laut|nach ansicht|according to|d[’']après)"
# Nobody in particular calls: "on l’appelait", "los vecinos la llaman", "Forscher sprechen von".
CALLED_BY_MANY = (
    r"(?:(?:on|l[’']on)\s+(?:l[’']|les?\s|la\s|nous\s|y\s)?\s?(?:appel|surnomm|nomm|baptis|parl|qualifi|désign)\w*|(?:man|men)\s+(?:\w+\s+){0,2}?(?:nenn|nannt|sprich|sprach|bezeichn|noem|spreek|sprak|kall|kald|tal)\w*|"
    r"nennt (?:so )?(?:etwas|was)|noemt zoiets|(?:nennt|nannte|spricht|sprach|bezeichnet|noemt|noemde|kallar|kallade|kalder)\s+(?:man|men)|\bsi\s+(?:parl|chiam|defin)\w*|\bse\s+(?:habla|hablaba|llama|llamaba|denomin|fala|chama)\w*|"
    r"(?:appellent|appelaient|surnomment|surnommaient|nomment|nommaient|parlent|parlaient|qualifient|désignent|llaman|llamaban|apodan|apodaban|hablan|hablaban|denominan|chiamano|chiamavano|parlano|parlavano|definiscono|"
    r"chamam|chamavam|falam|falavam|apelidaram|nennen|nannten|sprechen|sprachen|bezeichnen|rufen|riefen|noemen|noemden|spreken|spraken|nazywają|nazywano|nazywa się|mówią|mówiono|określają|называют|зовут|звали|говорят|"
    r"называли|прозвали|именуют|називають|називали|кажуть|прозвали|nazývají|říkají))"
)
# With words on them, where a colon stands behind.
BEARERS = (
    r"(?:banner|sign|placard|poster|card|notice|sticker|plaque|t-shirt|headstone|gravestone|tombstone|doormat|billboard|screen|tattoo|wreath|ribbon|label|post-it|whiteboard|"
    r"banderole|pancarte|affiche|affichette|carton|écriteau|panneau|inscription|plaque|épitaphe|transparent|plakat|schild|zettel|aufkleber|aushang|tafel|grabstein|spruchband|"
    r"pancarta|cartel|letrero|rótulo|placa|lápida|pintada|cartello|striscione|targa|lapide|scritta|cartaz|faixa|lápide|spandoek|bord|briefje|grafsteen|tabliczka|kartka|transparent|napis|nagrobek|szyld|"
    r"табличка|плакат|надпись|баннер|объявление|вывеска|табличку|плакат|напис|вивіска|横幅|牌子|标语牌|纸条|看板|張り紙|横断幕|貼り紙|현수막|표지판|간판)"
)
