"""Who speaks where a sentence names two: "It was Marsh, not Reyes, who said …", "Marsh, according to the Post, said …"."""

from __future__ import annotations

from onrecord.text.patterns import lazy

_NAME = (
    r"[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+(?:\s(?:(?:de|da|di|del|van|von|der|la|al|bin)\s)?[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+){1,3}"
)
_NOT = (
    r"(?:(?:and|und|et|y|e|ed|а|a|i|en|och|og|та)\s+)?(?:not|nicht|non|pas|no|não|niet|inte|ikke|nie|ne|не)(?:\s+pas)?|rather than|instead of|unlike|"
    r"statt|anstatt|anstelle von|plutôt que|et non pas|en lugar de|en vez de|invece di|anziché|em vez de|in plaats van|i stället för|zamiast|вместо|замість"
)
_BUT = r"but|sondern|mais|sino|ma|bensì|mas|mas sim|maar|utan|men|lecz|ale|nýbrž|а|але"
# "Marsh, not Reyes, …"; "not Reyes but Marsh …". What is wanted is the one that is not negated.
_FIRST = lazy(rf"(?P<one>{_NAME})\s*,?\s+(?:{_NOT})\s+(?P<other>{_NAME})\b")
_SECOND = lazy(
    rf"(?i:\b(?:not|nicht|non|pas|no|não|niet|inte|ikke|nie|ne|не))\s+(?P<other>{_NAME})\s*,?\s+(?:{_BUT})\s+(?P<one>{_NAME})\b"
)
_NOBODY_ELSE = lazy(
    rf"(?i:\b(?:not|(?:was|is)n[’']t|nicht|pas|no|non|não|niet|inte|ikke|nie|не))(?i:\s+(?:fue|es|est|è|è stat[oa]|foi|was))?\s+(?P<other>{_NAME})(?![’']s)\b"
)
_WHO = lazy(
    r"(?i),?\s+(?:who|that|der|die|das|qui|que|quien|che|cui|quem|dat|som|który|która|kto|кто|который|которая|хто|який|яка)\b"
)
_ACCORDING = lazy(
    rf"(?P<one>{_NAME})\s*,\s+(?:according to|laut|so|selon|d’après|según|secondo|segundo|de acordo com|volgens|enligt|ifølge|według|podle|по словам|по данным|как сообщает|за словами)\s+"
    r"(?:the\s+|der\s+|die\s+|le\s+|la\s+|el\s+|il\s+|o\s+|a\s+|de\s+)?(?P<other>[^,]{2,60}),"
)
# "Not even Marsh expected Reyes to say …": of the two names the second speaks.
_OTHER_SPEAKS = lazy(
    r"(?i:\b(?:expect|hear|heard|watch|saw|see|catch|caught|let|ma[dk]e|forc|persuad|got|entend|laiss|vu|o[ií]r|oy[óe]|escuch|sent[ií]|ud[ií]|ouvi|hör|sah|hoor|zag)\w*)(?:\s+(?:à|a|как|jak))?\s+"
    r"(?P<one>[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+){0,3})\s+"
    r"(?:to\s+)?(?i:say|call|tell|claim|declar|describ|promis|answer|reply|shout|mutter|dire|qualif|appel|trait|decir|llam|calific|definir|chiamar|dizer|cham|sagen|nennen|rufen|zeggen|noemen)\w*"
)
# "Nobody has heard that Reyes said …"
_UNHEARD = lazy(
    r"(?i)\b(?:nobody|no one|none of|not even|neither|niemand|keiner|nicht einmal|personne|nadie|nessuno|ninguém|ingen|nikt|nikdo|никто|ніхто)\b(?:\W+[\w’'-]+){0,5}?\W+"
    r"(?:heard|hear|gehört|hörte|entendu|entendit|oy[óe]|oído|sentito|udito|ouviu|gehoord|hoorde|hört|hört|słyszał\w*|slyšel\w*|слышал\w*|чу[вл]\w*)\s*(?:\w+\s*)?,?\s*(?:that|dass|daß|que|qu[’']|che|dat|att|at|że|že|что|що)\b"
)
# "Not one paper printed what Reyes said: …": what is negated is no saying of his.
_WHAT_WAS_SAID = lazy(
    r"(?i)(?:\A|\s)(?:what|was|ce qu(?:e|[’'])|lo que|ciò che|quello che|quel che|o que|wat|vad|hvad|co|что|що)(?P<clause>(?:\s[\w.’'-]+|[\w.’'-]+){1,8})\s*[:：]\s*\Z"
)
_NEGATION = lazy(
    r"(?i)(?:\b(?:not|never|nobody|no one|nicht|nie|niemals|niemand|ne|n|pas|jamais|personne|no|nunca|nadie|non|mai|nessuno|não|ninguém|niet|nooit|inte|aldrig|ikke|nie|nigdy|ne|nikdy|не|никто|никогда|ніхто|ніколи)\b|n[’']t\b)"
)


def is_what_was_said(before: str) -> bool:
    """Whether words in front of a quotation end in "what Reyes said:", without a negation of it."""
    match = _WHAT_WAS_SAID.search(before)
    return match is not None and _NEGATION.search(match["clause"]) is None


def spoken_by(outside: str, speaker: str) -> str | None:
    """The one who speaks where `speaker` only hears it, or expects it."""
    for match in _OTHER_SPEAKS.finditer(outside):
        if speaker in outside[: match.start()] and match["one"] not in speaker:
            return match["one"]
    return None


def is_unheard(outside: str) -> bool:
    """Whether nobody has heard that it was said."""
    return _UNHEARD.search(outside) is not None


def contrasted(outside: str, speaker: str | None) -> str | None:
    """The one who speaks by a sentence that says that somebody else does not; None: it says no such thing of `speaker`."""
    for pattern in (_SECOND, _FIRST):
        for match in pattern.finditer(outside):
            if speaker is None or speaker in match["other"] or match["other"] in speaker:
                return match["one"]
    return None


def is_another(outside: str, speaker: str | None) -> bool:
    """Whether a sentence says that it is not this one who speaks, and not who does: "it was not Reyes who called it “…”"."""
    matches = _NOBODY_ELSE.finditer(outside)
    if speaker is None:
        return any(_WHO.match(outside, match.end()) for match in matches)
    return any(match["other"].startswith(speaker) for match in matches)


def told_by(outside: str, speaker: str) -> str | None:
    """The one who speaks where `speaker` only tells it: "Marsh, according to the Post, said …"."""
    for match in _ACCORDING.finditer(outside):
        if speaker in match["other"] or match["other"] in speaker:
            return match["one"]
    return None
