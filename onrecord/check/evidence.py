"""How surely a sentence gives the words of a passage to somebody, where they stand in no source.

A verb of saying, a colon, a name with "according to" or the frame of a language without capitals is sure. A verb that takes
anything as its object ("the court saw in it a “…”") is not, unless a person is named; and things that speak are nobody.
"""

from __future__ import annotations

from onrecord.check import evidence_words, scope, things, work_words, works
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.check.asked import Passage

_MOST_WORDS = 8
_ENDS = ' “”«»„"‘’‚‹›「」『』*_'
_STOPS = (".", "!", "?", "…", "。", "！", "？", ",")


def _beginning(listed: list[str]) -> str:
    each = sorted(set(listed), key=len, reverse=True)
    bare = [word.replace("_", " ") for word in each]
    return "|".join([word.rstrip("~") + r"(?!\w)" if word.endswith("~") else word + r"\w*" for word in bare])


_OF_ANYTHING = lazy(rf"(?i)(?:{_beginning(evidence_words.OF_ANYTHING)})\Z")
_VIEW = lazy(rf"(?i)(?<!\w)(?:{_beginning(evidence_words.OF_VIEWS)})(?P<object>(?:\s+[\w’'-]+){{0,4}})\s*\Z")
_ACCUSING = lazy(rf"(?i)(?<!\w)(?:{_beginning(evidence_words.OF_ACCUSING)})(?:\s+[\w’'-]+){{0,5}}\s*\Z")
_ARABIC = lazy(evidence_words.ARABIC_VIEWS)
_TURKISH_BEHIND = lazy(evidence_words.TURKISH_VIEWS_BEHIND)
_TURKISH = lazy("[ıİşŞğĞöüÖÜ]")
_JAPANESE_BEHIND = lazy(evidence_words.JAPANESE_VIEWS_BEHIND)
_WORD_BEHIND = lazy(evidence_words.WORD_BEHIND_UNSPACED)
_SORTED = lazy(rf"(?i)(?<!\w){evidence_words.SORTED}")
_CALLS_ITSELF = lazy(rf"(?i)(?<!\w){evidence_words.CALLS_ITSELF}\s*\Z")
_OF_PEOPLE = lazy(
    rf"(?:\A|[,;:—–]\s)\W*(?i:{evidence_words.OF_PEOPLE})\s+(?:[\w’'-]+\s+){{0,3}}?[^\W\d_a-zà-ÿа-яё][\w’'-]+"
)
_CALLED_BY_MANY = lazy(rf"(?i)(?<!\w){evidence_words.CALLED_BY_MANY}(?!\w)")
_BEARER = lazy(rf"(?i)(?<!\w){evidence_words.BEARERS}s?(?:\s+[^\W\d_][\w’'-]*){{0,4}}\s*[:：]?\s*\Z")
_TURKISH_CALLED_BEHIND = lazy(evidence_words.TURKISH_CALLED_BEHIND)
_PASSIVE = lazy(
    r"(?i)\b(?:is|are|was|were|been|being|be|wird|wurde[n]?|worden|est|été|fue|ser|sido|viene|stato|foi|wordt|werd)\s+(?:\w+ly\s+)?\Z"
)
_AMONG = lazy(rf"(?i)(?<!\w){evidence_words.AMONG}(?!\w)")
_VOICE = lazy(rf"(?i)\A\W*(?:[\w’'-]+\s+){{0,3}}{evidence_words.VOICES}(?!\w)")
_ADVERTISING = lazy(rf"(?i)(?<!\w){evidence_words.ADVERTISING}(?:\s+[\w’'-]+){{0,3}}\s*\Z")
_CHOICE = lazy(rf"(?i)(?<!\w){evidence_words.CHOICES}\s*(?:[“«„\"‘]\s*[”»“\"’]\s*[\w]+\s*)?\Z")
_NAMED_AFTER = lazy(rf"(?i)\A[”»“\"’‘\s]+{evidence_words.NAMED_AFTER}")
SPEAK_OF = lazy(
    r"(?i)(?<!\w)(?:si parla di|se habla de|on parle d(?:e|[’'])|(?:man spricht|spricht man|man redet|redet man) von(?: ein(?:er|em|en))?|die rede von(?: ein(?:er|em))?|fala-se (?:de|em)|mówi się o|говорится о|speak of|talk (?:of|about)|(?:sprechen|reden) von(?: ein(?:er|em))?|parlent d(?:e|es|[’'])|hablan de|parlano di|fala[m]? (?:de|em)|spreken van|talar om|taler om|snakker om|mówią o|mluví o|говорят о[б]?|говорять про)\s*\Z"
)
_CHARGED = lazy(rf"(?i)(?<!\w)(?:{evidence_words.CHARGED})\s*\Z")
_CHARGED_BEHIND = lazy(rf"\A[”»“\"’‘』」]?{evidence_words.CHARGED_BEHIND}")
_HANDLED = lazy(rf"(?i)(?<!\w)(?:{evidence_words.WORDS_HANDLED})(?:\s*[“«„\"‘]\s*[”»“\"’]\s*[\w]+)?\s*\Z")
_OF_WORDS_BEHIND = lazy(rf"(?i)\A[”»“\"’‘\s]+(?:{evidence_words.OF_WORDS_BEHIND})(?!\w)")
_OF_A_KIND = lazy(rf"(?i)(?<!\w)(?:{evidence_words.OF_A_KIND})\s*\Z")
_MANY_CALL = lazy(evidence_words.MANY_CALL_UNSPACED)
_MANY_CALL_TURKISH = lazy(evidence_words.MANY_CALL_TURKISH)
_MANY_CALL_TURKISH_BEHIND = lazy(evidence_words.MANY_CALL_TURKISH_BEHIND)
_TRADES = lazy(rf"(?i)\A\W*(?:[\w’'-]+ ){{0,2}}(?:{evidence_words.TRADES}|{work_words.SPECIALISTS})(?!\w)")
_THAT = lazy(
    r"(?i)(?:\A|,|[\s,](?:that|whether|dass|daß|ob|que|qu[’']|si|che|se|dat|of|att|at|że|czy|že|что|що))\s*(?:(?:the|a|an|der|die|das|ein|eine|le|la|les|l[’']|un|une|el|una|il|lo|o|de|het|een)\s+)?(?P<noun>[^\W\d_]*)\s*\Z"
)
_UNDER = lazy(r"(?i)\A\W*(?:under|unter|bei|sous|bajo|en|sotto|sob|onder|pod|под|у графі|в графе)\s*\Z")
# "Le procès dit « des barges »"
_SAID_TO_BE = lazy(r"(?i)(?<![\w’'])(?:le|la|les|un|une|des|du|l[’'])\s?[\w-]+(?:\s[\w-]+)?\s+dite?s?\s*\Z")
_OF = lazy(r"(?i)\Ad(?:e|u|es|[’'])\s?")
# "… « Les Petits Crampons », pour les moins de dix ans": the sense of "according to" stands in front.
_FOR = lazy(r"(?i)pour|per|para|for|für|voor|dla|для")
_BY_MANY = lazy(
    r"(?i)назвали|называют|прозвали|окрестили|именуют|nazwali|nazywają|przezwali|ochrzcili|nazvali|nazývají|прозивають|називають|охрестили"
)
_FEW_WORDS = 4
_WORD = lazy(r"[^\W\d_][\w’'-]*")
_ARTICLES = frozenset(
    "the a an der die das ein eine dem den le la les un une el los las il lo gli i o os as de het een l".split()
)
_COURTS = frozenset(evidence_words.COURTS)
_CHRISTENED = frozenset(evidence_words.CHRISTENED)


def is_inscribed(passage: Passage) -> bool:
    """Whether a thing that bears words is right in front, with a colon: "Fans unfurled a banner: “…”"."""
    before = passage.before.rstrip(_ENDS)
    if passage.block or passage.cites or not before.endswith((":", "：")) or _has_name(passage):
        return False
    return _BEARER.search(before) is not None


def is_weak(passage: Passage) -> bool:
    """Whether no more gives a passage to somebody than the object of a verb that takes anything, or a thing that speaks."""
    before = passage.before.rstrip(_ENDS)
    if passage.block or passage.cites or passage.words > _MOST_WORDS or before.endswith((":", "：")):
        return False
    if things.is_word(passage.named_as or ""):
        return True
    if _is_repeated(passage, before) or _is_called_by_nobody(passage) or _is_called_by_many(passage):
        return True
    if (
        _FOR.fullmatch(passage.cue or "")
        and passage.role_only
        and passage.after.lstrip(_ENDS + ",").startswith(passage.cue or " ")
    ):
        return True
    if not before[-1:].isalpha() or passage.wording.rstrip().endswith(_STOPS):
        return False
    if is_of_friends(passage):
        return True
    if _is_before_court(passage):
        return True
    if scope.has_saying(passage.before, passage.after, passage.wording) or scope.has_naming(passage.clause):
        return False
    if has_view(passage):
        return False
    if passage.speaker is None:
        return True
    return bool(_OF_ANYTHING.match((passage.cue or "").split(" ")[-1])) and not _is_person(passage)


def is_mentioned(passage: Passage) -> bool:
    """Whether few words are dealt with as words, or are the name that the law or a trade has for something, whoever speaks."""
    before = passage.before.rstrip(_ENDS)
    if passage.block or passage.cites or passage.words > _MOST_WORDS or before.endswith((":", "：")):
        return False
    if passage.wording.rstrip().endswith(_STOPS):
        return False
    charged = _CHARGED.search(before)
    if has_view(passage) and not (charged and not _ACCUSING.search(before)):
        return False
    if _SORTED.search(before) and not _is_person(passage):
        return True
    if _CALLS_ITSELF.search(before) and not _is_person(passage):
        return True
    if charged or _CHARGED_BEHIND.match(passage.after) or _OF_A_KIND.search(before):
        return True
    if passage.words < _FEW_WORDS and _is_word(passage, before):
        return True
    if _SAID_TO_BE.search(before) and _OF.match(passage.wording):
        return True
    if _is_habit(passage, before):
        return True
    if passage.speaker is not None and not passage.role_only and not _TRADES.search(passage.named_as or ""):
        return False
    return _is_call_of_many(passage, before)


def _is_word(passage: Passage, before: str) -> bool:
    if _HANDLED.search(before) or (_UNDER.match(before) and passage.wording[:1].islower()):
        return True
    that = _THAT.search(before)
    if that is None:
        return False
    if that["noun"] and not things.has_word_before(before):
        return False
    return bool(
        _OF_WORDS_BEHIND.match(passage.after) or (that["noun"] and passage.after.lstrip(_ENDS)[:1].islower())
    )


def _is_habit(passage: Passage, before: str) -> bool:
    """Whether the frame of a language without capitals, or of Turkish, is that of many who have a word for something."""
    if _TURKISH_CALLED_BEHIND.match(passage.after) and (not before or before.endswith(("rın", "rin"))):
        return True
    turkish = _MANY_CALL_TURKISH.search(before) and _MANY_CALL_TURKISH_BEHIND.match(passage.after)
    return bool(turkish or _MANY_CALL.search(before) or _WORD_BEHIND.match(passage.after))


def _is_call_of_many(passage: Passage, before: str) -> bool:
    """Whether those of a trade have the words as the name of a thing: "brokers call it a “dead cat bounce”"."""
    if passage.words > _FEW_WORDS or not _TRADES.search(passage.named_as or passage.clause):
        return False
    return scope.has_naming(passage.clause) or SPEAK_OF.search(before) is not None


def has_view(passage: Passage) -> bool:
    """Whether somebody is said to have the words for a view, though no verb of saying stands there: "Hale remembers “a furious
    girl”", "Für Brandt ist die Jury „blind“"."""
    before = passage.before.rstrip(_ENDS)
    if passage.block or not before or before.endswith((":", "：")) or works.is_title_cased(passage.wording):
        return False
    if _ARABIC.search(before) or (before and _JAPANESE_BEHIND.match(passage.after)):
        return True
    if _TURKISH_BEHIND.match(passage.after) and _TURKISH.search(passage.outside + passage.wording):
        return not _MANY_CALL_TURKISH.search(before)
    if _OF_PEOPLE.search(before) and not is_of_friends(passage):
        return True
    match = _ACCUSING.search(before) or (_VIEW.search(before) if not passage.wording[:1].isupper() else None)
    if match is None:
        return False
    front = passage.before[: match.start()]
    return _PASSIVE.search(front) is None and any(
        word[0][0].isupper() or word[0].lower() in scope.PRONOUNS for word in _WORD.finditer(front)
    )


def is_of_friends(passage: Passage) -> bool:
    """Whether it is what many call somebody: "per gli amici era «il Professore»"."""
    return bool(_AMONG.search(passage.clause or passage.before)) and not _has_name(passage)


def is_christened(passage: Passage) -> bool:
    """Whether the words are a name that is given: "called the piece “Café Müller” after …", "named the boat “Lady Luck”"."""
    wording = passage.wording
    if not wording[:1].isupper() or wording.rstrip().endswith(_STOPS) or passage.words > _MOST_WORDS:
        return False
    before = passage.before.rstrip(_ENDS)
    if not scope.has_naming(passage.clause or before):
        return False
    if _NAMED_AFTER.match(passage.after):
        return True
    last = _WORD.findall(before)[-1:]
    return (
        bool(last)
        and last[0].lower() in _CHRISTENED
        and all(word[0].isupper() for word in wording.split() if len(word) > 3)
    )


def _is_repeated(passage: Passage, before: str) -> bool:
    """Whether a machine, an advertisement or a form has the words."""
    if passage.speaker is not None and not passage.role_only:
        return False
    return bool(
        _VOICE.match(passage.clause or before) or _ADVERTISING.search(before) or _CHOICE.search(before)
    )


def _is_called_by_many(passage: Passage) -> bool:
    """Whether nobody in particular calls something by the words, as a rule: "on l’appelait «le Suisse»"."""
    if _has_name(passage) or passage.words > _FEW_WORDS + 1 or has_view(passage):
        return False
    match = _CALLED_BY_MANY.search(passage.clause or passage.before)
    return match is not None and not scope.names_in(passage.clause)


def _is_called_by_nobody(passage: Passage) -> bool:
    """Whether a verb of many stands beside the one who is called by the words: "Кота назвали «Министр без портфеля»"."""
    who = (passage.named_as or "").split()
    return (
        bool(_BY_MANY.fullmatch(passage.cue or ""))
        and len(who) == 1
        and who[0].endswith(("а", "я", "у", "ю", "ę", "a"))
        and passage.wording[:1].isupper()
    )


def _is_before_court(passage: Passage) -> bool:
    """Whether a court is said to see, or not to see, in something what the words are."""
    words = [word.lower() for word in _WORD.findall(passage.clause)]
    return (
        passage.words <= _FEW_WORDS
        and any(word in _COURTS for word in words[:3])
        and any(_OF_ANYTHING.match(word) for word in words)
        and not scope.has_naming(passage.clause)
    )


def _is_person(passage: Passage) -> bool:
    """Whether a person is named, and no office, court or firm."""
    if passage.role_only:
        return False
    words = [word.lower() for word in _WORD.findall(passage.named_as or "")]
    if not words or words[0] in _COURTS or words[-1] in _COURTS:
        return False
    return words[0] not in _ARTICLES or len(words) > 2


def _has_name(passage: Passage) -> bool:
    return passage.speaker is not None and not passage.role_only
