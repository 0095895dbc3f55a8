"""Words in front of marks that say that what stands in them is a title, or a word mentioned or meant otherwise; and those behind."""

# Works and other things that have a title or bear words; endings of the language may follow those with a hyphen.
THINGS = """
en book novel novella story film movie song album single report article essay chapter play musical opera poem exhibition
en exhibit documentary series show podcast episode magazine newspaper paper study thesis lecture talk seminar workshop campaign
en programme program project initiative law act bill term word words phrase expression slogan motto sign banner poster plaque label
en button option menu tab file folder question game painting photograph sculpture video clip column blog post headline heading title
en chorus refrain verse lyrics ringtone section course conference festival trilogy memoir biography textbook guide handbook pamphlet leaflet brochure tattoo hashtag category
en rule principle idiom proverb saying adage cliché acronym concept
de buch roman novelle erzählung geschichte film lied song album bericht artikel aufsatz kapitel stück theaterstück musical oper gedicht
de ausstellung dokumentation doku dokumentarfilm serie sendung podcast folge zeitschrift zeitung magazin studie vortrag kampagne programm
de projekt initiative gesetz wort begriff ausdruck parole motto slogan schild plakat transparent aufschrift knopf taste schaltfläche datei ordner
de frage spiel gemälde bild foto video kolumne blog beitrag überschrift titel reihe kurs tagung festival biografie handbuch broschüre regel
de refrain liedtext lieblingsfilm lieblingsbuch lieblingslied buches romans films liedes berichts artikels aufsatzes kapitels stücks wortes begriffs bandes band
fr livre roman nouvelle histoire film chanson album rapport article essai chapitre pièce comédie opéra poème exposition documentaire série
fr émission podcast épisode revue magazine journal étude thèse conférence campagne programme projet initiative loi mot mots terme expression
fr slogan devise panneau banderole affiche bouton option fichier dossier question jeu tableau photo vidéo chronique blog billet titre section
fr refrain cours festival trilogie biographie guide manuel brochure règle formule collection
es libro novela cuento historia película canción álbum informe artículo ensayo capítulo obra musical ópera poema exposición documental serie
es programa podcast episodio revista periódico estudio tesis charla conferencia campaña proyecto iniciativa ley palabra término expresión frase
es lema eslogan cartel pancarta letrero botón opción archivo carpeta pregunta juego cuadro foto vídeo columna blog título sección curso
es estribillo festival trilogía biografía guía manual folleto regla concepto
it libro romanzo racconto storia film canzone album rapporto articolo saggio capitolo commedia opera poesia mostra documentario serie
it programma podcast episodio rivista giornale studio tesi conferenza campagna progetto iniziativa legge parola termine espressione frase motto
it slogan cartello striscione manifesto pulsante opzione cartella domanda gioco quadro foto video rubrica blog titolo sezione corso festival
it ritornello trilogia biografia guida manuale opuscolo regola concetto
pt livro romance conto história filme canção música álbum relatório artigo ensaio capítulo peça ópera poema exposição documentário série
pt programa podcast episódio revista jornal estudo tese palestra campanha projeto projecto iniciativa lei palavra termo expressão frase lema
pt refrão slogan cartaz faixa placa botão opção arquivo pasta pergunta jogo quadro foto vídeo coluna blog título seção secção curso festival guia
nl boek roman verhaal film lied liedje nummer album rapport artikel essay hoofdstuk toneelstuk opera gedicht tentoonstelling documentaire
nl serie programma podcast aflevering tijdschrift krant studie lezing campagne project initiatief wet woord term uitdrukking leus slogan motto
nl bord spandoek poster knop optie bestand map vraag spel schilderij foto video column blog titel reeks cursus festival gids handboek regel begrip
sv boken romanen novellen berättelsen filmen låten sången albumet rapporten artikeln essän kapitlet pjäsen operan dikten utställningen
sv dokumentären serien programmet podden avsnittet tidningen studien föreläsningen kampanjen projektet lagen ordet ordspråket begreppet uttrycket
sv parollen mottot skylten affischen knappen filen frågan spelet tavlan krönikan bloggen titeln kursen festivalen boken
da bogen romanen novellen filmen sangen albummet rapporten artiklen kapitlet stykket digtet udstillingen dokumentaren serien programmet avisen
da kampagnen projektet loven ordet begrebet udtrykket sloganet mottoet skiltet knappen filen spørgsmålet spillet maleriet titlen
no boken romanen novellen filmen sangen albumet rapporten artikkelen kapittelet stykket diktet utstillingen dokumentaren serien programmet avisen
no kampanjen prosjektet loven ordet begrepet uttrykket slagordet mottoet skiltet knappen filen spørsmålet spillet maleriet tittelen
pl książka książkę książki powieść powieści film filmie filmu piosenka piosenkę piosenki album raport raporcie raportu artykuł artykule
pl esej rozdział sztuka opera wiersz wystawa wystawę wystawie dokument serial program podcast odcinek gazeta czasopismo badanie wykład kampania
pl kampanię projekt ustawa słowo słowa termin pojęcie wyrażenie hasło hasłem motto tablica transparent plakat przycisk plik pytanie gra obraz tytuł
cs kniha knize knihu román románu film filmu píseň písni album zpráva článek článku esej kapitola hra opera báseň výstava výstavě výstavu
cs dokument seriál pořad podcast díl noviny časopis studie přednáška kampaň projekt zákon slovo slova termín pojem výraz heslo motto nápis
cs transparent plakát tlačítko soubor otázka obraz název titul
ru книга книге книгу книги роман романе романа рассказ повесть фильм фильме фильма песня песне песню альбом доклад отчёт отчет статья статье
ru статью эссе глава глав пьеса опера стихотворение выставка выставке выставку сериал программа программе передача подкаст журнал журнале газета газете
ru исследование лекция кампания кампанию проект проекте закон слово слова термин понятие выражение лозунг девиз табличка плакат надпись кнопка файл
ru папка вопрос игра картина фото видео рубрика блог заголовок название курс фестиваль правило роману
uk книга книзі книгу роман романі оповідання фільм фільмі пісня пісню альбом доповідь звіт стаття статті розділ п’єса опера вірш виставка
uk виставці серіал програма передача журнал газета дослідження кампанія проєкт закон слово термін поняття вираз гасло табличка плакат напис кнопка файл
uk питання гра картина назва
fi kirja romaani elokuva kappale laulu levy raportti artikkeli näyttely näytelmä runo sarja ohjelma lehti sana termi käsite iskulause
hu könyv regény film dal album jelentés cikk kiállítás szó kifejezés jelszó
ro cartea romanul filmul cântecul albumul raportul articolul expoziția piesa cuvântul termenul expresia sloganul
ca llibre novel·la pel·lícula cançó informe article exposició paraula terme expressió lema
tr roman kitap film şarkı makale rapor sergi sözcük kelime terim deyim
"""
# Behind the marks, in languages that set them there.
THINGS_BEHIND = """
tr romanı kitabı filmi şarkısı makalesi raporu sergisi sözcüğü kelimesi terimi deyimi adlı başlıklı
fi -romaani -kirja -elokuva -laulu -näyttely
hu című nevű
"""
# Right in front of a title, whoever says it.
ENTITLED = (
    r"entitled|titled|headlined|mit dem titel|unter dem titel|unter der überschrift|betitelt|intitulée?s?|sous le titre|titulad[oa]s?|bajo el título|con el título|"
    r"intitolat[oaie]|dal titolo|intitulad[oa]s?|com o título|getiteld|met de titel|med titeln|med titlen|med tittelen|pod tytułem|pt\.|zatytułowan\w+|s názvem|"
    r"под названием|под заголовком|озаглавлен\w+|під назвою|goes by the name of|unter dem namen|porte le nom d[eu']?|lleva el nombre de|con il nome di|под именем|носит имя"
)
# Right in front: "so-called", "known as".
CALLED = (
    r"so[- ]called|known as|better known as|entitled|titled|headlined|captioned|labelled|labeled|named|called|nicknamed|under the (?:title|heading|name|motto)|"
    r"sog\.|so ?genannte[nrsm]?|bekannt als|namens|betitelte?|mit dem titel|unter dem titel|heißt|hieß|"
    r"soi-disant|prétendue?s?|dite?s?|intitulée?s?|sous le titre|connue?s? sous le nom d[eu']?|appelée?s?|s[’']appelle|"
    r"llamad[oa]s?|titulad[oa]s?|conocid[oa]s? como|denominad[oa]s?|se llama|se titula|"
    r"cosiddett[oaie]|intitolat[oaie]|not[oaie] come|denominat[oaie]|si chiama|"
    r"chamad[oa]s?|intitulad[oa]s?|conhecid[oa]s? como|chama-se|"
    r"zogenaamde?|zogeheten|getiteld|genaamd|bekend als|heet|så kallade?|med titeln|kallad|heter|såkaldte?|såkalte?|med titlen|med tittelen|"
    r"tak zwan\w+|tzw\.|pod tytułem|pt\.|zatytułowan\w+|o nazwie|nazywa się|takzvan\w+|tzv\.|s názvem|nazvan\w+|nazýv\w+|"
    r"так называем\w+|под названием|под заголовком|называется|озаглавлен\w+|так зван\w+|під назвою|називається|"
    r"niin sanott\w+|nimeltä|úgynevezett|sözde|așa-numit\w+|anomenad[ao]"
)
CALLED_UNSPACED = "所谓的 所谓 所謂的 所謂 名为 名為 题为 題為 いわゆる という題の と題した 소위 이른바 이라는 제목의".split()
THINGS_UNSPACED = (
    "小说 小說 电影 電影 文章 报告 報告 歌曲 纪录片 紀錄片 专辑 專輯 书 書 展览 展覽 论文 論文 戏剧 词语 詞語 词 口号 口號 标语 標語 电视剧 游戏 节目 "
    "小説 映画 記事 報告書 曲 アルバム 展覧会 ドキュメンタリー 番組 言葉 単語 用語 标题 标题为 책 소설 영화 노래 기사 보고서 단어 용어 전시"
).split()
# What people read and watch.
READING = (
    r"reading|rereading|re-reading|reads|rereads|re-reads|watching|watched|saw|liest|las|gelesen|lesen|sah|lit|relit|lisait|relisait|lu|regarde|"
    r"lee|relee|leyó|leía|leyendo|vio|legge|rilegge|leggeva|lê|relê|leu|leest|herleest|las|läser|läste|læser|leser|czyta|czytał\w?|čte|četla?|"
    r"читает|перечитывает|читал\w?|прочитал\w?|смотр\w+|читає|перечитує"
)
# Nobody in particular, who calls something by a word.
ANYBODY = frozenset(
    "they people some many we you one everybody everyone somebody someone man leute viele wir ihr on ils elles nous certains la_gente muchos algunos se "
    "si tutti molti noi todos muitos eles men mensen velen we man folk alla niektórzy ludzie wszyscy lidé všichni они люди все некоторые мы".split()
)
DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your another every some any no der die das den dem des ein eine einen einem einer eines "
    "sein seine ihr ihre dieser diese dieses le la les un une des ce cette ces son sa ses leur leurs el los las una unos unas este esta ese esa su sus "
    "il lo gli i uno questo questa suo sua o os as um uma este esta seu sua de het een deze dit zijn haar hun en ett den det denna detta sin sitt".split()
)
PREPOSITIONS = frozenset(
    "for of under to in into with from on about against between als für von unter zu in mit aus über gegen auf im zum zur vom pour de sous à dans avec du au aux sur contre "
    "para bajo en con del al sobre contra per di sotto a nel nella dal dalla su contro em com do da no na ao voor van onder met uit over tegen op för av under med från om mot "
    "til fra dla o w z do od pod na pro v s ze za о в с из под на для про от".split()
)
ELIDED = ("l’", "l'", "d’", "d'", "un’", "un'", "dell’", "dell'", "nell’", "nell'", "all’", "all'")
