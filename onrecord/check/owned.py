"""Whose the words are by a sentence that speaks of them as words: "The words “…” are those of Reyes", "“…”这句话出自王丽华"."""

from __future__ import annotations

from onrecord.text.patterns import lazy

_WORDS = (
    r"(?:words?|sentences?|lines?|remarks?|phrases?|quotes?|quotations?|statements?|comments?|sayings?|claims?|quips?|slogan|worte?|satz|sätze|zitate?|ausspruch|spruch|bemerkung|äußerung|mots?|phrases?|citations?|propos|formules?|paroles?|"
    r"frases?|palabras?|citas?|sentencias?|battut[ae]|citazion[ei]|parol[ae]|palavras?|citaç(?:ão|ões)|woorden|zin|zinnen|uitspraak|citaat|orden|ord|meningen|citatet|sitatet|replikken|słowa|zdanie|cytat|slova|věta|citát|výrok|"
    r"слова|фраза|цитата|высказывание|изречение|вислів|цитата|كلمات|عبارة|مقولة|جملة|قول)"
)
_IN_FRONT = lazy(rf"(?i)(?<!\w)(?:l[’'])?{_WORDS}\s*,?\s*\Z")
_NOT = r"(?P<not>not |never |nicht |keineswegs |pas |no |non |não |niet |inte |ikke |nie |не )?"
_BELONGS = lazy(
    rf"(?i)\A[”»“\"’‘›\s]*(?:,\s*)?(?:(?:also |really |in fact |tatsächlich |bien |en realidad )?)(?:"
    rf"(?:are|is|were|was) {_NOT}(?:those of|that of|attributed to|ascribed to|credited to|by|made by|spoken by|said by|written by|uttered by|coined by|from)|(?:comes?|came|belongs?|belonged|stems?|originates?|originated) (?:from |to |with )|"
    rf"(?:stamm(?:t|en|te|ten)|ist|sind|war|waren|kommt|kommen|kam) {_NOT.replace('P<not>', 'P<nicht>')}von|gehör(?:t|en|te)|(?:wird|werden) (?=[^.]* zugeschrieben)|geh(?:t|en) auf|"
    r"(?P<ne>ne |n[’'])?(?:est|sont|était|étaient|vien(?:t|nent)|appartien(?:t|nent)) (?:pas )?(?:attribuée?s? à|de|d[’']|à)|(?P<no>no )?(?:es|son|era|eran|fue|fueron) de|(?P<no2>no )?(?:pertenecen?|proviene[n]?) (?:a|de)|(?P<no3>no )?se atribuyen? a|"
    r"(?P<non>non )?(?:è|sono|era|erano) (?:di|attribuit[aeio] a)|(?P<non2>non )?(?:appartiene|appartengono) a|(?P<nao>não )?(?:é|são|era|eram) (?:de|da|do|atribuídas? a)|(?P<nao2>não )?pertencem? a|"
    r"(?:is|zijn|was|waren|kom(?:t|en)) (?P<niet>niet )?van|word(?:t|en) toegeschreven aan|(?P<nie>nie )?(?:należ(?:y|ą) do|pochodz(?:i|ą) od)|(?:patří|pochází od)|är (?P<inte>inte )?av|(?P<ne2>не )?(?:принадлеж(?:ит|ат|али)|належ(?:ить|ать)|приписывают(?:ся)?|приписують)|"
    r"(?P<la>لا )?(?:تعود إلى|تعود لـ?|من أقوال|قالها|تنسب إلى|هي لـ?))"
    r"\s*(?P<who>[^.,;:!?،。]{2,60}?)(?:\s+(?:zurück|zugeschrieben))?\s*(?:[.,;:!?،]|\Z)"
)
_OWNED = lazy(
    r"\A[”»“\"’‘›\s]*(?i:is|are|was|were) (?i:(?P<not>not ))?(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})[’']s?\s*(?:[.,;:!?]|\Z)"
)
_UNSPACED = lazy(
    r"\A[”」』’]?\s*(?:这句话|這句話|这番话|一语|一言|这话|這話|此话)(?P<not>并?不)?(?:是|出自|来自|來自)(?P<zh>[^，。！？]{2,12}?)(?:之口|说的|說的|所说|所說)?[，。！？]|"
    r"\A[」』]?(?:は|とは|という言葉は)、?(?P<ja>[^、。]{2,12}?)(?:氏|さん)?の(?:言葉|発言|名言|台詞|せりふ)(?P<ja_not>ではない)?|"
    r"\A[”’]?\s*(?:은|는|이란 말은|라는 말은|이라는 말은|란 말은)\s(?P<ko>[^,.]{2,12}?)의 (?:말|발언|명언)(?P<ko_not>이 아니)?|"
    r"(?i:\A[”’\"]?\s*(?:sözü|sözleri|cümlesi|ifadesi)\s(?P<tr>[^,.’']{2,40})[’'](?:\w+)\s+(?:ait|a(?:it)? değil))"
)
_COINED = lazy(
    r"(?P<who>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3})\s*,?\s+(?:who |der |die |qui |que |che |die )?(?:had |has |hat |a |ha |once |first |later )*"
    rf"(?i:coin|utter|spoke|speak|pronounc|prägt|wähl|gebraucht|prononc|forg|lanc|acuñ|pronunci|coni|cunh|munt|bedacht|ukut|użył|wypowiedzia|произн|придума|вимови)\w*\s+(?i:(?:the|die|das|den|le|la|les|el|las|il|lo|o|a|as|de|het)\s+|l[’'])?(?i:{_WORDS})\s*[:：]?\s*\Z"
)
_LEADING = lazy(r"(?i)\A(?:the |der |die |das |den |dem |la |le |les |l[’']|el |il |lo |o |a |de |het )")


def owner(before: str, after: str) -> tuple[str, bool] | None:
    """Whom a sentence gives words to, and whether it says that they are not his; None: it does not speak of them so."""
    bare = before.rstrip(' “”«»„"‘’‚‹›')
    if (match := _UNSPACED.match(after)) is not None:
        who = next(match[name] for name in ("zh", "ja", "ko", "tr") if match[name])
        is_not = bool(match["not"] or match["ja_not"] or match["ko_not"] or "değil" in match[0].lower())
        return who.strip(), is_not
    if (match := _COINED.search(bare)) is not None:
        return match["who"], False
    if _IN_FRONT.search(bare) is None:
        return None
    match = _OWNED.match(after) or _BELONGS.match(after)
    if match is None:
        return None
    is_not = any(value for name, value in match.groupdict().items() if name != "who")
    who = _LEADING.sub("", match["who"].strip())
    return (who, is_not) if who[:1].isupper() or not who.isascii() else None
