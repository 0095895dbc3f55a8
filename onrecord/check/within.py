"""What stands around words in their source so that they are not simply what their speaker holds: the speaker gives them to others, only
wishes them, calls them absurd, or quotes them; or it was said in another year."""

from __future__ import annotations

from onrecord.text.patterns import lazy

_OWN = lazy(
    r"(?i)(?<!\w)(?:i|we|i[’'](?:d|ve|m)|we[’'](?:d|ve|re)|ich|wir|je|j[’']|nous|yo|nosotros|io|noi|eu|nós|ik|wij|jag|vi|jeg|я|мы|ми)(?!\w)"
)
# A reporter's "I"; behind "told" it is whom something is told.
_SPEAKER = lazy(
    r"(?i)\A\W*(?:that |dass |daß |que |qu[’']|che |dat |att |at |że |что |що )?(?:he|she|they|it|er|sie|es|il|elle|ils|elles|él|ella|ellos|ellas|lui|lei|loro|egli|ella|ele|ela|eles|elas"
    r"|hij|zij|ze|han|hon|hun|de|on|ona|oni|они|он|она|він|вона|вони)(?!\w)"
)
# "My critics say", "it is rumoured that", at the end of what stands in front.
_OTHERS = lazy(
    r"(?i)(?:"
    r"(?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|argues?|argued|insists?|alleges?|alleged|reckons?|assumes?"
    r"|(?:tells?|told) (?:me|us|you|him|her|them|everyone|everybody|people))(?: that)?"
    r"|it (?:is|was|has been) (?:widely |often |sometimes )?(?:rumou?red|said|alleged|claimed|believed|thought|reported)(?: that)?|(?:rumou?r|legend|word) has it(?: that)?"
    r"|(?:we|i)(?:[’']m|[’']re| am| are|[’']ve been| was| were| have been) told(?: that)?|(?:i|we)(?:[’']ve| have)? (?:heard|read)(?: it said)?(?: that)?"
    r"|(?:sagt|sagen|behauptet|behaupten|meint|meinen|glaubt|glauben|denkt|denken|heißt(?: es)?|erzählt|erzählen),?(?: dass| daß)?"
    r"|(?:dit|disent|affirme(?:nt)?|prétend(?:ent)?|croi(?:t|ent)|pense(?:nt)?|raconte(?:nt)?|assure(?:nt)?|paraît) qu(?:e|[’'])"
    r"|(?:dice[n]?|afirma[n]?|cree[n]?|piensa[n]?|sostiene[n]?|asegura[n]?|rumorea|rumor de) que"
    r"|(?:dice|dicono|sostiene|sostengono|crede|credono|pensa|pensano|afferma(?:no)?) che|(?:diz|dizem|afirma[m]?|acredita[m]?|pensa[m]?) que"
    r"|(?:zegt|zeggen|beweert|beweren|denkt|denken|gelooft|geloven)(?: dat)?"
    r"|(?:говор(?:ит|ят)|утвержда(?:ет|ют)|счита(?:ет|ют)|дума(?:ет|ют)|ходят слухи|якобы),?(?: что)?"
    r")[\s,:]*\Z"
)
_TOLD = lazy(r"(?i)told(?: that)?[\s,:]*\Z|(?:heard|read)(?: it said)?(?: that)?[\s,:]*\Z")
_WISHED = lazy(
    r"(?i)(?<!\w)(?P<wish>(?:i|we) (?:only |do )?wish|if only|(?:i|we) (?:used to|once|almost|nearly|initially|at first|always) "
    r"(?:think|thought|believed?|hoped?|assumed?|feared)|(?:i|we) had (?:hoped|thought|believed)|pretend(?:s|ed|ing)?|imagin(?:e|ing)|suppose|let[’']s say"
    r"|(?:you|one|people|some) (?:could|might|would|may) (?:say|think|believe|argue|imagine)|(?:on|vous) (?:pourrai[tez]+|pourriez|aurait pu|serait tenté de) (?:croire|penser|dire)"
    r"|se podría (?:pensar|creer|decir)|(?:cabría|uno podría) (?:pensar|creer|decir)|si potrebbe (?:pensare|credere|dire)|poderia-se (?:pensar|dizer|acreditar)|man könnte (?:meinen|denken|glauben|sagen)|можно (?:было бы )?подумать"
    r"|no evidence|(?:ich|wir) (?:wünschten?|dachten?|glaubten?|hofften)|wenn (?:ich|wir) doch|angeblich"
    r"|j[’']aimerais (?:pouvoir )?dire|je (?:croyais|pensais|voudrais pouvoir dire)|nous (?:croyions|pensions)|si seulement"
    r"|ojalá|quisiera poder decir|(?:yo )?(?:creía|pensaba)(?:mos)?|vorrei poter dire|(?:credevo|pensavo)|gostaria de (?:poder )?dizer|(?:eu )?(?:achava|pensava)"
    r"|я (?:раньше )?дума(?:л|ла)|хотелось бы сказать|если бы"
    r")(?!\w)[^.;:!?]*\Z"
)
_THAT = lazy(r"(?i)(?<!\w)(?:that|dass|daß|que|qu[’']|che|dat|att|at|że|что|що)\s*\Z")
_FALSE = lazy(
    r"(?i)\W*(?:is|was|are|would be|seems?|ist|wäre|war|est|serait|es|sería|è|sarebbe|é|seria|[—–-]+|это)\s+(?:\w+\s+){0,2}?(?:absurd|ridiculous|(?:utter )?nonsense"
    r"|false|untrue|wrong|a lie|a myth|rubbish|unfounded|baseless|laughable|preposterous|ludicrous|slander|libel|an invention|unsinn|falsch|gelogen"
    r"|eine lüge|lächerlich|absurde?|faux|ridicule|un mensonge|une absurdité|absurdo|falso|mentira|una mentira|ridículo|una bugia|ridicolo|assurdo"
    r"|um absurdo|uma mentira|ложь|неправда|абсурд|чушь)(?!\w)"
)
_QUOTES = lazy(
    r"(?i)(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bare )(?<!\bbeing )(?<!\w)(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|recit(?:es?|ed|ing)|read(?:s|ing)? (?:out|aloud|from)"
    r"|zitier\w+|cit(?:a|ait|é|ant|ó|aba|ando|ò|ava|ou)|citeer\w+|citera\w*|citere\w*|про?цитир\w+|цитир\w+|cyt(?:uje|owa)\w*)(?!\w)(?! as)"
    r"|(?:says?|said|recalled|remembered)\b[^.“”\"]*\b(?:(?:used|liked|loved|likes) to say|always said)"
)
_QUOTING = lazy(
    r"(?i)(?<!\w)(?:quoting|citing|reciting|reading from|zitierte (?:er|sie)|en citant|citando|citerend|цитируя|cytując)(?!\w)"
)
_YEAR = lazy(r"(?<![\d.,])(?:1[5-9]\d\d|20\d\d)(?![\d]|[.,]\d|\s?(?:%|€|\$|euros?|dollars?))")


def framed(before: str, after: str, own: str, *, reported: bool = False) -> str:
    """What is wrong where the source's sentence, inside the quotation, has words that the draft leaves out and that make the words
    between them no assertion of their speaker's. `own` is what the draft has around them; `reported`: a reporter tells it, who
    has "she" where the speaker has "I"."""
    if (match := _OTHERS.search(before)) is not None:
        clause = _clause(before)
        is_own = _OWN.search(clause) or (reported and _is_of_speaker(clause, match[0]))
        if (not is_own or _TOLD.search(clause)) and match[0].split()[0].lower() not in own.lower():
            return f"the source has “{clause}” in front of it: the speaker gives the words to somebody else"
    if (match := _WISHED.search(before)) is not None and match["wish"].split()[-1].lower() not in own.lower():
        return f"the source has “{' '.join(match[0].split())}” in front of it, and nobody says there that it is so"
    if _THAT.search(before) and (match := _FALSE.match(after)) is not None:
        return f"the source goes on with “{' '.join(match[0].split())}”, which turns its sense"
    return ""


def _is_of_speaker(clause: str, verb: str) -> bool:
    """Whether a clause of a paraphrase has the speaker as its subject, or, in a language that leaves it out, none."""
    return _SPEAKER.search(clause) is not None or clause.startswith(" ".join(verb.split()).rstrip(" ,:"))


def quotes_another(before: str, after: str, own: str) -> bool:
    """Whether what leads to a quotation, or follows it, says that its speaker quotes it, and the draft does not say so."""
    there = _QUOTES.search(before) or _QUOTING.search(after)
    return there is not None and not is_quoting(own)


def is_quoting(outside: str) -> bool:
    """Whether a sentence says that its speaker quotes somebody."""
    return _QUOTES.search(outside) is not None


def other_year(there: str, own: str) -> str:
    """What is wrong where both sentences name years, and none of them is the same."""
    theirs, mine = _YEAR.findall(there), _YEAR.findall(own)
    if theirs and mine and not {*theirs} & {*mine}:
        return f"the draft has {mine[0]} beside it, and the source {theirs[0]}"
    return ""


def _clause(before: str) -> str:
    bare = before.rstrip(" ,:")
    start = max(bare.rfind(stop) for stop in (".", ";", ":", "—", "!", "?", ","))
    return " ".join(bare[start + 1 :].split())
