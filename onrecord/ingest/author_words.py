"""What stands where an author's name should be, in ten languages: words for nobody, and words around a name."""

from __future__ import annotations

from onrecord.text.patterns import lazy

# Whole values that name nobody: accounts, desks, programs. Compared without case, articles and full stops.
NOBODY = frozenset(
    """
    admin|administrator|root|user|owner|guest|author|author name|your name|name|none|null|nil|undefined|unknown|n/a|na|tbd|test
    anonymous|anon|(anonymous)|no author|unspecified|default|default user|webmaster|web editor|web admin|site admin|siteadmin
    super user|superuser|sysadmin|system|wordpress|wp admin|joomla|drupal|blogger|cms|editorial admin|contentadmin|content team
    microsoft office user|microsoft word|microsoft|office user|windows user|microsoft account|microsoft corporation|word user
    apple|mac user|macbook|macbook pro|imac|hp|hewlett-packard|dell|lenovo|acer|asus|toshiba|sony|pc|user1|compaq|scanner|canon
    adobe|adobe acrobat|acrobat|latex|openoffice|libreoffice|python-docx|reportlab|calibre|xerox|ricoh|konica minolta|hp user
    staff|staff writer|staff writers|staff reporter|staff reporters|staff correspondent|staff report|staff reports
    staff and agencies|staff and wire reports|staff & agencies|staff and wire services|staff and agency|wire reports
    wire services|wire service|wire|agencies|agency|news agencies|newsroom|news room|news desk|newsdesk|web desk|online desk
    city desk|foreign desk|desk|digital desk|sports desk|news team|digital team|web team|online team|team|the team
    editor|editors|the editor|the editors|editorial|editorial board|editorial staff|editorial team|editorial desk|editorial office
    editor-in-chief|managing editor|copy desk|contributor|contributors|guest contributor|guest author|guest writer|guest column
    correspondent|correspondents|our correspondent|our correspondents|our own correspondent|our special correspondent
    special correspondent|special to|reporter|reporters|our reporter|freelance|journalist|columnist|press release|press office
    press service|partner content|sponsored|sponsored content|advertorial|advertisement|various|various authors|multiple authors
    redaktion|die redaktion|red|onlineredaktion|online-redaktion|newsdesk|autor|autorin|unbekannt|gast|gastautor|gastbeitrag
    pressestelle|pressemitteilung|verfasser|benutzer|unser korrespondent|unsere redaktion|agenturen|eigener bericht
    rédaction|la rédaction|redaction|la redaction|auteur|inconnu|anonyme|invité|tribune|collectif|service presse
    communiqué de presse|notre correspondant|envoyé spécial|agences|utilisateur|administrateur|rédacteur en chef|le service web
    redacción|la redacción|redaccion|redacción digital|redacción web|redactor|autor desconocido|desconocido|anónimo|agencias
    corresponsal|administrador|usuario|invitado|nota de prensa|comunicado de prensa|editorialista|equipo editorial
    redazione|la redazione|redazione web|redazione online|di redazione|autore|sconosciuto|anonimo|agenzie|utente|amministratore
    ospite|ufficio stampa|comunicato stampa|inviato|corrispondente|redattore
    redação|da redação|redacao|autor anônimo|anônimo|desconhecido|agências|usuário|utilizador|convidado|assessoria de imprensa
    equipe|equipa|da reportagem|correspondente|redator
    redakcja|red.|autor nieznany|nieznany|anonim|agencje|użytkownik|gość|biuro prasowe|informacja prasowa|opracowanie własne|zespół
    korespondent|redaktor|dziennikarz
    редакция|редактор|админ|администратор|автор|аноним|неизвестен|неизвестный автор|без автора|корреспондент|наш корреспондент
    собственный корреспондент|пресс-служба|пресс-релиз|пользователь|гость|новостная служба|отдел новостей|информагентства|колумнист
    редакція|адмін|адміністратор|анонім|невідомий|невідомий автор|кореспондент|наш кореспондент|власний кореспондент|прес-служба
    прес-реліз|користувач|гість|відділ новин|служба новин
    文|作者|記者|记者|撰文|글|本報記者|本报记者|本紙記者
    redactie|de redactie|webredactie|onbekend|anoniem|gastauteur|gast|persbureaus|onze correspondent|onze verslaggever|verslaggever
    van onze redactie|gebruiker|beheerder|persbericht|redacteur|eigen verslaggever
    """.replace("\n", "|").replace("  ", "").split("|")
) - {""}  # fmt: skip
# How the name of a desk ends, behind that of the paper: "Reuters Staff", "Courier Newsroom", "ZEIT ONLINE Redaktion".
DESK = lazy(
    r"(?i).+[\s-](?:staff(?: (?:writers?|reporters?|report))?|newsroom|news ?desk|web ?desk|desk|editorial (?:team|board|staff)|redaktion|redactie"
    r"|redazione|rédaction|redacción|redação|редакция|редакція|online team|web team|news team|editors|reporters?|admin|correspondents?)"
    r"|(?:staff|newsroom|redaktion|redazione|rédaction|redacción|redação|redakcja|редакция|редакція|redactie|press service|пресс-служба|прес-служба)"
    r"\s+(?:of|at|der|des|von|de|du|di|del|della|do|da|van|web|online|\S+)(?:\s.*)?"
)
# In front of names. What is said of a photographer or a translator says nothing of an author.
_PICTURES = (
    r"(?:photos?|photographs?|photography|pictures?|images?|illustrations?|graphics|video|fotos?|foto's|bilder?|fotografie|fotografías?|"
    r"photographies?|zdjęcia|фото|beeld|kuvat?|foto)"
)
BY = lazy(
    rf"(?i)(?:(?:words|text|texte|texto|testo|tekst|текст|story|teksti)\s*(?:&|\+|/|and|und|et|y|e|i|и|en|og|och|ja)\s*{_PICTURES}(?:\s+(?:by|von|par|por|di|av|af|door))?|"
    r"(?:skrevet|skriven|skrivet) av|av|af|kirjoittan(?:ut|eet)|teksti|toimittaja|yazan|haber|napsala?|text[ay]?|írta|szerző|szöveg|scris de|γράφει|بقلم|(?:كتبت?|إعداد|الكاتبة?)(?=\s*:)|"
    r"(?:from|by|van|von|de|di|da|dal|del|par) (?:our|onze|unsere[mnr]|notre|nuestr[oa]|nostr[oa]) (?:own )?(?:\w+ )?(?:correspond\w+|reporter\w*|korrespond\w+|verslaggever|corresponsal|corrispondente|inviato|redakteur\w*|mitarbeiter\w*)|"
    r"(?:story|words|text|article|written|reported|reporting|report|posted|submitted|contributed|analysis|opinion|commentary|interview|compiled|an article)"
    r"(?:\s+and\s+\w+)?\s+by|(?:words|story|report)(?=\s*[:：])|by|authors?|written by|"
    r"(?:guest|gast|contributing)[- ]?(?:authors?|writers?|contributors?|columnists?|autor(?:in)?|auteurs?)(?=\s*[:：])|(?:contributors?|columnists?|penulis|writers?)(?=\s*[:：])|"
    r"von|autor(?:in|en)?|verfasst von|text|par|auteure?s?|propos recueillis par|texte|por|autor(?:a|es|as)?|texto|escrito por|di|a cura di|"
    r"autor[ei]|testo|przez|autor(?:ka|zy)?|tekst|opracował[a]?|автор(?:ы)?|текст|автори|авторка|door|auteurs?|van onze verslaggever|tekst)"
    r"(?:\s*[:：]\s*|\s+)(?=\S)"
)
NOT_BY = lazy(
    r"(?i)\W*(?:foto[gğ]raf\w*|fotó|φωτογραφία|φωτ|צילום|تصوير|عکس|ảnh|사진|写真|摄影|攝影|kuvat?|photos?|photographs?|photography|pictures?|images?|illustrations?|graphics|video|edited|editing|translated|translation|fotos?|"
    r"fotografie|bilder?|übersetzt|übersetzung|traduit|traduction|photographies?|fotografías?|traducido|traducción|foto di|traduzione|fotografia|"
    r"tradução|zdjęcia|fot|tłum\w*|фото|перевод|переклад|foto's|vertaling|beeld|additional reporting)\b.*"
)
# Behind names, after a comma: what somebody is.
ROLE = lazy(
    r"(?i).*\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|journalists?|photographers?|freelancers?|anchor"
    r"|bureau chief|economist|chief|head|officer|manager|lecturer|scientist|researcher|director|professor|fellow|analyst|president|chair\w*|minister|secretary|spokes\w+|desk|team|special to|for|in|at"
    r"|redakteur\w*|korrespondent\w*|reporterin?|journalistin?|rédact\w+|correspondante?|journaliste|redactor\w*|corresponsal|periodista|giornalista"
    r"|inviat[oa]|corrispondente|redattor\w+|jornalista|repórter|correspondente|dziennikar\w+|korespondent\w*|redaktor\w*|корреспондент\w*"
    r"|журналист\w*|обозреватель|редактор\w*|кореспондент\w*|журналіст\w*|оглядач\w*|verslaggever|correspondent|redacteur)\b.*"
)
DEGREES = lazy(
    r"(?i)(?:ph\.?\s?d|m\.?d|d\.?phil|j\.?d|ll\.?[bdm]|m\.?a|m\.?sc|b\.?a|b\.?sc|mph|mba|rn|esq|dr|prof|frs|obe|mbe|cbe|mp|dds|edd|psyd|pharmd|do|cpa|m\.?p\.?h|ms)\.?"
)
SUFFIX = lazy(r"(?i)(?:jn?r|sn?r|ii|iii|iv|esq)\.?")
AND = lazy(
    r"(?i)\s*,?\s+(?:and|und|et|y|e|ed|i|oraz|и|і|та|й|en|with|mit|avec|con|com|och|og|ve|ja|és|și|şi|a)\s+|\s*&\s*|\s*\+\s*"
)
PARTICLES = frozenset(
    "al af ap av bin bint da dal das de degli dei del della den der des di do dos du el ibn la las le los mac op ten ter van vom von y zu zum zur 't d'".split()
)
# "with AFP", "mit Material von dpa", "avec agences": behind a person these say where the rest is from.
WITH = lazy(r"(?i)\s*[,(]?\s*\b(?:with|mit|avec|con|com|met|z|med|с|із)\s+(?P<whom>[^()]+?)\)?\s*$")
TITLES = lazy(
    r"(?:(?:[Pp]rof(?:essor(?:in)?)?|[Dd]r[as]?|[Dd]ott(?:\.?ssa)?|[Dd]ipl\.-\w+|[Mm]rs?|[Mm]s|[Mm]x|[Mm]me|[Mm]lle|[Hh]err|[Ff]rau|[Ss]r[ae]?|[Ss]ra)\b(?:\.\s*|\s+)(?:h\.\s?c\.\s*|-?[Ii]ng\.\s*|med\.\s*)?)+(?=\S)"
)
EASTERN_BY = lazy(
    r"(?:本報|本报)?(?:記者|记者|文|作者|撰文|撰稿|取材・文|文・写真|文／写真|글)(?:\s*[:：／/・]\s*|\s+|(?=[\u3400-\u9fff]{2,4}(?:$|[\s／、])))"
)
EASTERN_ROLE = lazy(r"\s*(?:記者|记者|編集委員|特派員|论説委員|기자|특파원|객원기자|선임기자)$")
EASTERN_PLACE = lazy(r".{1,8}(?:報導|报道|報道|電|综合报道)")
