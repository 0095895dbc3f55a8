"""How paragraphs of an interview tell by their words that nobody in it speaks them: credits, notes, stage directions."""

from onrecord.text.patterns import lazy

# Whoever says "I", "we" or "you", in words and endings that mean nothing else in the other languages.
FIRST_OR_SECOND = lazy(
    r"\bI\b(?!\.)|(?i:\b(?:i[’'](?:m|ve|d|ll)|my|me|mine|myself|we|we[’'](?:re|ve|d|ll)|us|our|ours|ourselves|you|you[’'](?:re|ve|d|ll)|your|yours"
    r"|ich|mir|mich|mein(?:e[nmrs]?)?|wir|uns|unser(?:e[nmrs]?)?|dich|dir|euch"
    r"|je|moi|mon|mes|nous|notre|nos|vous|votre|vos|tu|toi"
    r"|yo|nosotros|nosotras|nuestr[oa]s?|conmigo|usted|ustedes|\w{2,}(?:amos|emos|imos)"
    r"|eu|meu|minha|nós|nosso|nossa|você|vocês|io|noi|nostr[oaie]|mio|miei|\w{2,}iamo"
    r"|ja|mnie|mój|moja|moje|nam|nas|nasz\w{0,3}|\w{2,}(?:łem|łam|liśmy|łyśmy|śmy)"
    r"|ik|mij|mijn|wij|jij|jullie|onze|jag|mig|jeg|meg|vår[at]?|vores|dere"
    r"|я|мне|меня|мной|мой|моя|мо[её]|мои|моей|моего|мы|нас|нам|нами|наш\w{0,3}|вы|вас|вам|ваш\w{0,3}"
    r"|мені|мене|мною|мій|моє|мої|ми|ви|ben|benim|bana|biz|bizim|bize)\b)"
    r"|[jJ][’'](?=\w)|\b[mM][’'](?=[aehiouyé])|我|咱|你|您|私|僕|俺|わたし|あなた|나는|저는|내가|제가|우리|저희|\bأنا\b|\bنحن\b|\bلي\b"
)
# "I" in the singular: whoever gives a whole publication's thanks and addresses says "we".
SINGULAR = lazy(
    r"\bI\b(?!\.)|(?i:\b(?:my|me|myself|ich|mir|mich|je|moi|yo|eu|io|ja|mnie|ik|mij|jag|jeg|я|мне|меня|мені|мене)\b)|[jJ][’'](?=\w)"
)
THIRD = lazy(
    r"(?i)\b(?:he|she|him|her|his|hers|er|sie|ihm|ihr|il|elle|lui|él|ella|ele|ela|egli|lei|on|ona|hij|zij|han|hon|hun|он|она|его|её|ему|ей|він|вона|його|її)\b"
)
# At the head of a paragraph: who took the pictures, who asked, who translated.
CREDIT = lazy(
    r"(?i)[*\[(–—-]{0,2}\s*(?:photo(?:graph)?s?|photograph(?:y|ed|s)?|pictures?|images?|video|illustrations?|interview|text|words|audio|production|editing|camera"
    r"|transcript(?:ion)?|translat(?:ion|ed)|as told to|foto(?:s|graf(?:ie|ía|ia)?)?|bild(?:er)?|übersetz(?:ung|t)|das (?:interview|gespräch) führten?|die fragen stellten?|photos?|traduction|traduit"
    r"|propos recueillis|traducción|traducid[oa]|entrevista|imágenes?|tradução|traduzione|intervista|testo|immagini|zdjęcia|fot\.?|rozmawiała?|tłumaczenie|przełożyła?|beeld|tekst|vertaling"
    r"|фото(?:графии)?|перевод|беседовала?|записала?|текст|інтерв’ю|переклад|розмовляла?|спілкувала(?:ся|сь))"
    r"(?:\s?[:：|/]|\s+(?:by|from|courtesy|von|aus|par|por|per|da|di|door|uit|from the|od|przez|z)\b)\s*\S"
)
# What a publication puts below anything: addresses, offers, other articles, rights.
FURNITURE = lazy(
    r"(?i)https?://|www\.\w|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w|©|\(c\) (?:19|20)\d\d|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos\b|\btutti i diritti\b|\bвсе права\b"
    r"|^\W{0,3}(?:subscribe|sign up|newsletter|follow (?:us|me|him|her|them|@)|read (?:more|also|next|the full)|see also|related(?:\s*[:：]|\s\w+\s*$)|advert|advertisement|sponsored|recommended for|share (?:this|on)"
    r"|support (?:us|our)|donate|comments?\s*$|tags?:|topics?:|filed under|get in touch with us|contact us|write to us"
    r"|corrections?\s*[:：]|clarifications?\s*[:：]|updated?\s*[:：]|this (?:article|interview|transcript|episode)\b|the views expressed"
    r"|abonnieren|abonnez|abonner|mehr (?:zum thema|dazu|von)|lesen sie|lire aussi|à lire|suscríbe|síguenos|lee también|leggi anche|iscriviti|leia (?:também|mais)|assine|czytaj (?:też|także|więcej)|zapisz się"
    r"|lees (?:ook|meer|verder)|читайте также|подпис(?:ывайтесь|аться)|читайте також|підписуйтесь)"
)
# Whoever wrote it up asked others, too: "We asked the council for comment. It has not replied to our questions."
COMMENT = lazy(
    r"(?i)\b(?:(?:ask|approach|contact|reach)(?:ed|ing)\b[^.!?\n]{0,120}\b(?:for|to) (?:an? )?(?:comment|response|statement|reply)|(?:declined|refused|unavailable|not available) (?:to|for) comment"
    r"|(?:respond|responded|responding|repl(?:y|ied)|answer(?:ed)?)\b[^.!?\n]{0,40}\b(?:our|this (?:news)?paper[’']s|repeated) (?:questions?|requests?|inquiries|enquiries|e-?mails?|calls?)"
    r"|um (?:eine )?stellungnahme|auf (?:unsere )?(?:anfrage|nachfrage)\b|unsere (?:anfrage|fragen)\b[^.!?\n]{0,40}(?:beantwort|reagier)"
    r"|n[’']a(?:vait)? pas (?:répondu|donné suite) à (?:nos|notre)|sollicité[es]*\b[^.!?\n]{0,60}\b(?:répondu|commenter)|no (?:ha|había|quiso) (?:respond|coment)\w*|non ha (?:risposto alle nostre|voluto commentare)"
    r"|não respondeu (?:às|aos) (?:nossas|nossos|perguntas|pedidos)|nie odpowiedział\w* na nasze|не ответил\w* на (?:наш|запрос)|не відпові\w* на (?:наш|запит)|(?:niet|geen) (?:gereageerd|antwoord) op (?:onze|vragen))"
)
# The same where it stands below everything; a speaker may begin so too.
OFFER = lazy(
    r"(?i)^\W{0,3}(?:listen to|watch the|download|more (?:from|on|about|in)\b|do you have (?:a|any)|have you (?:a story|got)|tickets?\b|buy\b|order\b|pre-order|out now|available (?:now|from|in|at)|get in touch)"
)
# The interview speaks of itself.
INTERVIEW = lazy(
    r"(?i)\b(?:(?:this|our|the (?:full|whole|entire)) (?:\w+ )?(?:interview|conversation|discussion|talk|transcript|debate|meeting|recording|session)\b"
    r"|(?:interview|conversation|discussion|transcript|debate|meeting|hearing|session|recording|event|programme|broadcast|answers?) (?:\w+ )?(?:took place|was (?:\w+ )?(?:conducted|recorded|held|edited|condensed|shortened|translated"
    r"|broadcast|adjourned|made|published|aired|interrupted|lightly)|has been|have been|closed|ended|ends|ran\b|lasted|adjourned)"
    r"|edited (?:and condensed|for (?:length|clarity|space))|(?:was|were|is|are) (?:speaking|talking|interviewed)\b|(?:spoke|talked|speaking) (?:to|with) (?:the|us|our|him|her|them|me)\b|interviewed (?:him|her|them)\b|interview by"
    r"|(?:das|dieses|unser) (?:interview|gespräch) (?:führte|wurde|fand|ist|erschien|dauerte|haben|hat)|(?:cet|l[’'])\s?entretien (?:a été|s[’']est|est)|propos recueillis"
    r"|(?:esta|la) entrevista (?:se|fue|ha sido|tuvo)|esta entrevista|a entrevista (?:foi|decorreu|aconteceu)|l[’']intervista (?:è stata|si è)|(?:rozmowa|wywiad) (?:odbył|został|był|trwał)\w*"
    r"|(?:het|dit) (?:interview|gesprek) (?:vond|werd|is|duurde)|(?:интервью|беседа|разговор) (?:состоял|прошл|был|записан|длил)\w*|(?:інтерв’ю|інтерв'ю|розмова) (?:відбул|записан|була|тривал)\w*)"
)
_STAGE = (
    "laugh|smile|grin|pause|nod|shrug|sigh|cough|cr(?:y|ie)|weep|blush|wink|frown|giggle|chuckle|hesitate|gesture|gesticulate|lean|stand|sit|rise|walk|look|stare|glance|gaze|turn|point"
    "|take|pour|put|pick|light|open|close|reach|shake|raise|lower|wipe|fall|go|leave|get|drink|sip|hold|show|lift|pull|push|hand|begin|start|stop|disappear|return|think|sing|hum|whisper|wave|rub|bite"
)
# What somebody does while they are asked, told in the present.
STAGE = lazy(
    rf"(?:[Tt]hen |[Ww]ith (?:that|this),? |[Aa]gain,? |[Ff]or a (?:moment|while),? |[Hh]ere,? )?(?:[Hh]e|[Ss]he|[Bb]oth|[Tt]hey|(?:[Hh]is|[Hh]er) \w+) (?:\w+ly |just |then |both )?(?:{_STAGE})(?:s|es)?\b"
    r"|(?:[EeSs]r|[Ss]ie|Beide) (?:lacht|lächelt|schweigt|seufzt|nickt|zögert|überlegt|grinst|hält|schaut|blickt|zeigt|steht|nimmt|zuckt|trinkt|schüttelt|winkt|denkt)\b"
    r"|(?:Il|Elle) (?:rit|sourit|se tait|soupire|hésite|réfléchit|hoche|hausse|regarde|se lève|prend|marque|montre|éclate)\b"
    r"|(?:Él |Ella )?(?:Se ríe|Ríe|Sonríe|Suspira|Calla|Hace una pausa|Piensa|Duda|Asiente|Mira|Se levanta)\b"
    r"|(?:Lei |Lui )?(?:Ride|Sorride|Sospira|Tace|Esita|Annuisce|Si alza|Guarda|Si ferma)\b"
    r"|(?:Ele |Ela )?(?:Ri|Sorri|Suspira|Cala-se|Faz uma pausa|Hesita|Acena|Levanta-se|Olha)\b"
    r"|(?:On |Ona )?(?:Śmieje się|Uśmiecha się|Wzdycha|Milczy|Waha się|Kiwa|Wstaje|Zamyśla się)\b|(?:Hij|Zij|Ze) (?:lacht|glimlacht|zwijgt|zucht|aarzelt|knikt|kijkt|staat op|pakt|wijst|grijnst)\b"
    r"|(?:Он |Она )?(?:[Сс]ме[её]тся|[Уу]лыбается|[Мм]олчит|[Вв]здыхает|[Зз]адумывается|[Кк]ивает|[Вв]ста[её]т|[Пп]ожимает|[Сс]мотрит)\b|(?:Він |Вона )?(?:[Сс]міється|[Уу]сміхається|[Мм]овчить|[Зз]ітхає|[Зз]амислюється|[Кк]иває|[Вв]стає)\b"
)
# Words that are at home in a stage direction, and at times in an answer.
SCENE = lazy(
    r"(?i)\b(?:silence|pause|laughter|applause|knock|phone rings|bell rings|interrupt\w*|recording|waiter|waitress|outside|stille|schweigen|pause|gelächter|beifall|silence|rires|silencio|risas|silenzio|risate|cisza|śmiech|stilte|gelach|молчание|пауза|смех)\b"
    r"|(?:^|\s)(?:[Hh]e|[Ss]he) (?:\w+ly )?(?:laughed|smiled|grinned|paused|nodded|shrugged|sighed|hesitated|stood|looked|turned|pointed|left)\b"
)
