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


def contrasted(outside: str, speaker: str | None) -> str | None:
    """The one who speaks by a sentence that says that somebody else does not; None: it says no such thing of `speaker`."""
    for pattern in (_SECOND, _FIRST):
        for found in pattern.finditer(outside):
            if speaker is None or speaker in found["other"] or found["other"] in speaker:
                return found["one"]
    return None


def is_another(outside: str, speaker: str | None) -> bool:
    """Whether a sentence says that it is not this one who speaks, and not who does: "it was not Reyes who called it “…”"."""
    matches = _NOBODY_ELSE.finditer(outside)
    if speaker is None:
        return any(_WHO.match(outside, found.end()) for found in matches)
    return any(found["other"].startswith(speaker) for found in matches)


def told_by(outside: str, speaker: str) -> str | None:
    """The one who speaks where `speaker` only tells it: "Marsh, according to the Post, said …"."""
    for found in _ACCORDING.finditer(outside):
        if speaker in found["other"] or found["other"] in speaker:
            return found["one"]
    return None
